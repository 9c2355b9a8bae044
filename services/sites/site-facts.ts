import type { ModeratorView } from '../../shared/identity.ts';
import type { SiteChanges, SiteCreate, SiteDetail, SiteFacts, SitePut } from '../../shared/console-sites.ts';
import type { SiteId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { SiteChangeStore } from '../storage/site-changes.ts';
import type { Beginning, SiteStore } from '../storage/sites.ts';
import type { OriginWatch } from './origin-watch.ts';
import { isSame, putVersion, type Newest } from './put-version.ts';
import type { SitesFile } from './sites-file.ts';
import type { Sites } from './sites.ts';

const CHANGES_SHOWN = 20;

export interface SiteFactsDeps {
  sites: Pick<Sites, 'all' | 'forget'>;
  store: Pick<SiteStore, 'insert' | 'beginning'>;
  changes: SiteChangeStore;
  origins: OriginWatch;
  /** Sites that a file declares, which are changed there alone. */
  sitesFile: SitesFile;
  /** Where people reach the service. */
  publicUrl: () => string;
  now: () => Date;
}

/**
 * What a site is, with the version that has, and which pages use it.
 * @throws Problem `unknown-site`
 */
export async function readSite(deps: SiteFactsDeps, siteId: SiteId, mayChange: boolean): Promise<SiteDetail> {
  const [beginning, newest] = await Promise.all([existing(deps, siteId), deps.changes.newest(siteId)]);
  return toDetail(deps, { siteId, beginning, newest, mayChange });
}

/** What a site is by now. @throws Problem `unknown-site` */
export async function factsNow(deps: Pick<SiteFactsDeps, 'store' | 'changes'>, siteId: SiteId): Promise<SiteFacts> {
  const [beginning, newest] = await Promise.all([existing(deps, siteId), deps.changes.newest(siteId)]);
  return inOrder(newest?.after ?? beginning.facts);
}

/**
 * Makes a site. Sent again, because its answer was lost, it is the same site.
 * @throws Problem `site-exists`, also for the id of one that is still being removed
 */
export async function createSite(
  deps: SiteFactsDeps,
  by: Pick<ModeratorView, 'id' | 'name'>,
  { id, name, lang, origins }: SiteCreate,
): Promise<SiteDetail> {
  const made = { by: { id: by.id, name: by.name }, at: deps.now() };
  const answer = await deps.store.insert({ id, name, lang, origins, settings: {}, made });
  deps.sites.forget();
  const exists = (): Problem => new Problem('site-exists', { errors: [{ path: 'id', code: 'invalid' }] });
  if ((await deps.store.beginning(id)) === null) throw exists();
  const site = await readSite(deps, id, true);
  const isOurs = site.version === 0 && site.lastChange?.by.id === by.id;
  if (answer === 'there' && !(isOurs && isSame([site.name, site.lang, site.origins], [name, lang, origins])))
    throw exists();
  return site;
}

/**
 * Changes what a site is, at once for every request of this process.
 * @throws Problem `unknown-site`, `from-file`, `site-changed` with who, when and the site as it is now
 */
export async function changeSite(
  deps: SiteFactsDeps,
  by: Pick<ModeratorView, 'id' | 'name'>,
  { siteId, version, ...what }: SitePut & { siteId: SiteId },
): Promise<SiteDetail> {
  const beginning = await existing(deps, siteId);
  if (deps.sitesFile.has(siteId)) throw new Problem('from-file');
  const asked = { siteId, version, what: inOrder(what), by, at: deps.now() };
  const { newest, isLate } = await putVersion(deps.changes, asked, (last) => inOrder(last?.after ?? beginning.facts));
  deps.sites.forget();
  const current = toDetail(deps, { siteId, beginning, newest, mayChange: true });
  if (isLate)
    throw new Problem('site-changed', { extensions: { by: newest?.by.name ?? '', at: newest?.at ?? null, current } });
  return current;
}

/**
 * What became of a site, by whom and when, newest first, down to who made it.
 * @throws Problem `unknown-site`
 */
export async function readSiteChanges(
  deps: Pick<SiteFactsDeps, 'store' | 'changes'>,
  siteId: SiteId,
  below: number = Number.MAX_SAFE_INTEGER,
): Promise<SiteChanges> {
  const { facts, made } = await existing(deps, siteId);
  const found = await deps.changes.page(siteId, { below, limit: CHANGES_SHOWN + 1 });
  const shown = found.slice(0, CHANGES_SHOWN);
  const isWhole = found.length <= CHANGES_SHOWN;
  return {
    items: [
      ...shown.map(({ version, by, at, before, after }) => ({ version, by, at: at.toISOString(), before, after })),
      ...(isWhole && made !== null
        ? [{ version: 0, by: made.by, at: made.at.toISOString(), before: null, after: facts }]
        : []),
    ],
    next: isWhole ? null : (shown.at(-1)?.version ?? null),
  };
}

async function existing({ store }: Pick<SiteFactsDeps, 'store'>, siteId: SiteId): Promise<Beginning> {
  const beginning = await store.beginning(siteId);
  if (beginning === null) throw new Problem('unknown-site');
  return beginning;
}

/** Compared as text, so the keys have one order wherever they came from. */
function inOrder({ name, lang, origins, closed }: SiteFacts): SiteFacts {
  return { name, lang, origins, closed };
}

function toDetail(
  { origins, sitesFile, publicUrl }: Pick<SiteFactsDeps, 'origins' | 'sitesFile' | 'publicUrl'>,
  of: { siteId: SiteId; beginning: Beginning; newest: Newest<SiteFacts>; mayChange: boolean },
): SiteDetail {
  const { siteId, beginning, newest, mayChange } = of;
  const last = newest ?? beginning.made;
  const facts = inOrder(newest?.after ?? beginning.facts);
  const { seen, refused } = origins.of(siteId);
  return {
    id: siteId,
    ...facts,
    version: newest?.version ?? 0,
    lastChange: last === null ? null : { by: last.by, at: last.at.toISOString() },
    mayChange,
    fromFile: sitesFile.has(siteId),
    service: publicUrl(),
    watchedSince: origins.since.toISOString(),
    seen,
    // Allowed since, they are nothing to look after.
    refused: refused.filter(({ origin }) => !facts.origins.includes(origin)),
  };
}
