import type { SiteId } from '../../shared/ids.ts';
import type { ChangeDoc, ChangeStore } from '../storage/changes.ts';

/** The newest change of something a site has, as far as it counts; null while there is none. */
export type Newest<What> = Pick<ChangeDoc<What>, 'version' | 'by' | 'at' | 'after'> | null;

/**
 * Puts something a site has in force anew. The change is its own record: one insert, which only one of several that were made
 * from the same version can win. Sent again, because its answer was lost, it is the same change.
 * @param now what is in force by a newest change
 * @returns the newest change, and whether it is somebody else's that came before this one
 */
export async function putVersion<What>(
  changes: Pick<ChangeStore<What>, 'append' | 'newest'>,
  asked: { siteId: SiteId; version: number; what: What; by: { id: string; name: string }; at: Date },
  now: (newest: Newest<What>) => What,
): Promise<{ newest: Newest<What>; isLate: boolean }> {
  const { siteId, version, what, at } = asked;
  const by = { id: asked.by.id, name: asked.by.name };
  const late = (newest: Newest<What>): { newest: Newest<What>; isLate: boolean } => {
    const isOurs = newest?.version === version + 1 && newest.by.id === by.id && isSame(now(newest), what);
    return { newest, isLate: !isOurs };
  };
  const newest = await changes.newest(siteId);
  if ((newest?.version ?? 0) !== version) return late(newest);
  const before = now(newest);
  if (isSame(before, what)) return { newest, isLate: false };
  const change = { siteId, version: version + 1, at, by, before, after: what };
  if ((await changes.append(change)) === 'stale') return late(await changes.newest(siteId));
  return { newest: change, isLate: false };
}

/** Both come from a schema, which puts the keys in order. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
