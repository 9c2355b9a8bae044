import type { SiteRemovalView } from '../../shared/console-sites.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { ModeratorId, SiteId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { Roles } from '../auth/roles.ts';
import type { Logger } from '../logger.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';
import type { Emptying, SiteContentStore } from '../storage/site-contents.ts';
import type { RemovedSite, SiteRemovalStore } from '../storage/site-removals.ts';
import type { TeamEventStore } from '../storage/team-events.ts';
import { factsNow, type SiteFactsDeps } from './site-facts.ts';

export interface RemoveDeps extends Pick<SiteFactsDeps, 'sites' | 'store' | 'changes' | 'sitesFile' | 'now'> {
  removals: SiteRemovalStore;
  contents: SiteContentStore;
  teamEvents: Pick<TeamEventStore, 'record'>;
  moderators: { all(): Promise<ModeratorDoc[]>; retire(id: ModeratorId): Promise<void> };
  roles: Pick<Roles, 'postOf' | 'record'>;
  /** The site that the service makes at every start, if it does. */
  demoSite: SiteId | null;
  /** Called when there is no such site any more to anybody: who listens to it here has to go. */
  removed: (siteId: SiteId, name: string) => void;
  /** The demo's site and those of the file that are made once a removal of the same id is done. */
  awaited: Set<SiteId>;
  /** Makes one of them; false while it cannot be. */
  make: (siteId: SiteId) => Promise<boolean>;
  /** The service stops: whatever is left goes on with the next start. */
  stopping: AbortSignal;
  /** What is under way here. */
  underWay: Set<Promise<void>>;
  log: Logger;
}

/** What the work itself takes. */
export type RemovalWorkDeps = Pick<
  RemoveDeps,
  'removals' | 'contents' | 'moderators' | 'roles' | 'awaited' | 'make' | 'stopping' | 'underWay' | 'log' | 'now'
> & { sites: Pick<RemoveDeps['sites'], 'forget'> };

const LEASE_MS = 15_000;
/** Every process has felt by then that the site is gone, and requests from before are answered. Milliseconds. */
const UNFELT_MS = 15_000;
/**
 * Longer than any process remembers something about a site, its discussions or its people. Then it is all looked through once more,
 * since something may have been on its way, and only then the id is free. Milliseconds.
 */
const SETTLED_MS = 11 * 60_000;

/**
 * Begins to remove a site with all there is of it; it goes on by itself, also if this process is killed. To everybody else the site is
 * gone when this resolves. Asked again while it is under way, it is the same.
 * @throws Problem `unknown-site`; `from-file` for one of the file of sites, and `demo-site` for the demo's, which the next start would
 *   make again; `site-open`; `name-differs`
 */
export async function removeSite(
  deps: RemoveDeps,
  by: Pick<ModeratorView, 'id' | 'name'>,
  { siteId, name }: { siteId: SiteId; name: string },
): Promise<SiteRemovalView> {
  const known = await deps.removals.byId(siteId);
  if (known !== null) return toView(known);
  const facts = await factsNow(deps, siteId);
  if (deps.sitesFile.has(siteId)) throw new Problem('from-file');
  if (deps.demoSite === siteId) throw new Problem('demo-site');
  if (!facts.closed) throw new Problem('site-open');
  if (facts.name !== name.trim()) throw new Problem('name-differs', { errors: [{ path: 'name', code: 'invalid' }] });
  const at = deps.now();
  const who = { id: by.id, name: by.name };
  const total = await deps.contents.countComments(siteId);
  // Recorded first: a crash in between leaves a record of what then has to be done again, and never the reverse.
  await deps.teamEvents.record({
    ...{ _id: `site-removed:${siteId}:${String(at.getTime())}`, at, what: 'site-removed', by: who },
    ...{ member: null, left: null, site: { id: siteId, name: facts.name } },
  });
  const leaseUntil = new Date(at.getTime() + UNFELT_MS);
  await deps.removals.begin({
    _id: siteId,
    removal: { by: who, at, name: facts.name, total, left: total, leaseUntil },
  });
  deps.sites.forget();
  deps.removed(siteId, facts.name);
  const begun = await deps.removals.byId(siteId);
  if (begun === null) throw new Problem('unknown-site');
  return toView(begun);
}

/** What is being removed, the oldest first. */
export async function readRemovals({ removals }: Pick<RemoveDeps, 'removals'>): Promise<SiteRemovalView[]> {
  return (await removals.all()).map(toView).sort((a, b) => a.at.localeCompare(b.at));
}

function toView({ _id, removal: { by, at, name, total, left } }: RemovedSite): SiteRemovalView {
  const freeAt = new Date(at.getTime() + SETTLED_MS).toISOString();
  return { id: _id, name, by, at: at.toISOString(), total, left, freeAt };
}

/** Goes on with what nobody works on, and makes what was waiting for one that is done. */
export async function resumeRemovals(deps: RemovalWorkDeps): Promise<void> {
  const underWay = await deps.removals.all();
  for (const doc of underWay) {
    if (doc.removal.leaseUntil > deps.now() || deps.stopping.aborted) continue;
    const leased = await lease(deps, doc, { until: LEASE_MS + deps.now().getTime(), left: doc.removal.left });
    if (leased === null) continue;
    const working = work(deps, leased).finally(() => deps.underWay.delete(working));
    deps.underWay.add(working);
  }
  for (const siteId of deps.awaited) {
    if (underWay.some(({ _id }) => _id === siteId) || !(await deps.make(siteId))) continue;
    deps.awaited.delete(siteId);
    deps.sites.forget();
    deps.log.info({ site: siteId }, 'a site of DEMO or SITES_FILE is made, now that the one before it is removed');
  }
}

/** The same document as it is leased from now on; null if somebody else has it by now. */
async function lease(
  { removals }: Pick<RemoveDeps, 'removals'>,
  doc: RemovedSite,
  { until, left }: { until: number; left: number },
): Promise<RemovedSite | null> {
  const now = { leaseUntil: new Date(until), left };
  return (await removals.lease(doc, now)) ? { ...doc, removal: { ...doc.removal, ...now } } : null;
}

/** Every step can be repeated, so it is all done again after it was cut off. What fails is taken up when its lease lapses. */
async function work(deps: RemovalWorkDeps, begun: RemovedSite): Promise<void> {
  const { _id: siteId, removal } = begun;
  const settled = removal.at.getTime() + SETTLED_MS;
  const isLast = deps.now().getTime() >= settled;
  try {
    await takeOffTeam(deps, begun);
    let doc = begun;
    let left = await deps.contents.countComments(siteId);
    for (let at: Emptying | null | undefined; at !== null;) {
      const held = await lease(deps, doc, { until: deps.now().getTime() + LEASE_MS, left });
      if (held === null || deps.stopping.aborted) return;
      doc = held;
      const { next, comments } = await deps.contents.removeSome(siteId, at);
      [at, left] = [next, left - comments];
    }
    if (isLast) await deps.removals.finish(doc);
    else await lease(deps, doc, { until: settled, left: 0 });
  } catch (err) {
    deps.log.warn({ err, site: siteId }, 'the removal of a site was interrupted; it goes on by itself');
  }
}

/**
 * Nobody has a role on the site any more, so that whoever makes another one under its id lets nobody in by that. Who had theirs on
 * this site alone is no member any more.
 */
async function takeOffTeam(
  deps: Pick<RemoveDeps, 'moderators' | 'roles'>,
  { _id: siteId, removal: { by } }: RemovedSite,
): Promise<void> {
  for (const doc of await deps.moderators.all()) {
    let isOut = false;
    await deps.roles.record(async () => {
      const post = await deps.roles.postOf(doc);
      if (post?.sites?.includes(siteId) !== true) return null;
      const left = post.sites.filter((site) => site !== siteId);
      isOut = left.length === 0;
      const member = { id: doc._id, name: doc.name };
      const sites = { before: post.sites, after: isOut ? null : left };
      return { by, member, before: post.role, after: isOut ? null : post.role, sites };
    });
    if (isOut) await deps.moderators.retire(doc._id);
  }
}
