import type { Scope } from '../../shared/identity.ts';
import type { SanctionLog, SanctionLogQuery } from '../../shared/people.ts';
import { pageOf, readCursor } from '../cursor.ts';
import type { SanctionAct, SanctionStore } from '../storage/sanctions.ts';

const SHOWN = 50;

/**
 * What was done about readers, by whom and when one asks for, the newest first.
 * @throws Problem `cursor-invalid`
 */
export async function readSanctionLog(
  deps: { sanctions: Pick<SanctionStore, 'acts'> },
  { by, from, to, cursor }: SanctionLogQuery,
  sites: Scope,
): Promise<SanctionLog> {
  const filter = {
    sites,
    ...(by === undefined ? {} : { actorId: by }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
  };
  const found = await deps.sanctions.acts(filter, { place: readCursor(cursor), limit: SHOWN + 1 });
  const { docs, next } = pageOf(found, SHOWN, ({ at, _id }) => ({ at, id: _id }));
  return { items: docs.map(view), next };
}

function view(act: SanctionAct): SanctionLog['items'][number] {
  const { _id, sanctionId, siteId, personId, kind, by, codes, note, remark, commentId, rev } = act;
  return {
    ...{ id: _id, sanctionId, site: siteId, personId, act: act.act, kind, by, codes, note, remark, commentId, rev },
    at: act.at.toISOString(),
    until: act.until?.toISOString() ?? null,
  };
}
