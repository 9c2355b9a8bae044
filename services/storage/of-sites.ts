import type { Scope } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';

/** What is of these sites; null, or nothing, stands for all there are. */
export function ofSites(sites: Scope | undefined): { siteId?: SiteId | { $in: SiteId[] } } {
  if (sites === null || sites === undefined) return {};
  const [only] = sites;
  return sites.length === 1 && only !== undefined ? { siteId: only } : { siteId: { $in: [...sites] } };
}

/** The same as one question for each site, which an index answers in its order, so that the answers can be merged. */
export function eachSite(sites: Scope | undefined): { siteId?: SiteId }[] {
  return sites === null || sites === undefined ? [{}] : sites.map((siteId) => ({ siteId }));
}

/** The newest of what some sites have, in one order, however many sites there are. */
export async function newestOfSites<Doc extends { _id: string; at: Date }>(
  sites: Scope | undefined,
  limit: number,
  newest: (site: { siteId?: SiteId }) => Promise<Doc[]>,
): Promise<Doc[]> {
  const lists = await Promise.all(eachSite(sites).map(newest));
  return lists.flat().sort(newestFirst).slice(0, limit);
}

export function newestFirst(a: { _id: string; at: Date }, b: { _id: string; at: Date }): number {
  return b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1);
}
