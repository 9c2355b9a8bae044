import type { SiteId } from '../shared/ids.ts';
import { Problem } from '../shared/problem.ts';
import { covers, may, requireAccess } from './auth/access.ts';
import { countWiped, keptUntil } from './compliance/retention.ts';
import type { Config } from './config.ts';
import type { SiteRemovalUseCases } from './http/site-removal-routes.ts';
import type { SiteUseCases } from './http/site-routes.ts';
import { settingsFaults } from './moderation/settings-faults.ts';
import { tryComment } from './moderation/try-comment.ts';
import { applySite, applySitesFile, type ApplyDeps } from './sites/apply-file.ts';
import { readRemovals, removeSite, type RemoveDeps } from './sites/remove-site.ts';
import { changeSite, createSite, readSite, readSiteChanges } from './sites/site-facts.ts';
import { changeSiteModeration, readSettingsChanges, readSiteModeration, summaryOf } from './sites/site-moderation.ts';
import { demoSite } from './sites/sites.ts';
import type { Parts } from './use-cases.ts';

/** Working time that counts as one more trial, milliseconds: a draft of full lists takes some hundred to prepare. */
const TRIAL_MS = 10;

/** What putting sites in force that a file declares is built from. */
function applyDeps({ store, finders, outbound, log, now }: Parts): ApplyDeps {
  return {
    store: store.sites,
    changes: { facts: store.siteChanges, settings: store.settingChanges },
    faultsIn: (settings) => settingsFaults(settings, { finders, mayCall: outbound.mayCall }),
    wiped: (siteId, change) => countWiped({ ...store, now }, siteId, change),
    log,
    now,
  };
}

/**
 * The sites there are from the start: the demo's, and those of the file.
 * @returns those that have to wait until one of the same id is removed
 * @throws Error naming every mistake in the file
 */
export async function beginSites(parts: Parts, { DEMO }: Pick<Config, 'DEMO'>): Promise<Set<SiteId>> {
  const awaited = new Set<SiteId>();
  if (DEMO && !(await makeDemoSite(parts))) awaited.add(demoSite().id);
  for (const site of await applySitesFile(applyDeps(parts), parts.sitesFile)) awaited.add(site);
  for (const site of awaited)
    parts.log.warn({ site }, 'a site of DEMO or SITES_FILE is still being removed; it is made anew when that is done');
  return awaited;
}

/** @returns whether it is there now, which it cannot be while one of the same id is being removed */
async function makeDemoSite({ store: { sites } }: Parts): Promise<boolean> {
  const { id } = demoSite();
  return (await sites.insert(demoSite())) === 'inserted' || (await sites.beginning(id)) !== null;
}

/** What the console does with sites and their rules; who may, is asked first. */
export function siteUseCases(parts: Parts, at: { publicUrl: () => string }): SiteUseCases {
  const { store, sites, sitesFile, origins, policy, limits, now } = parts;
  const { faultsIn, wiped } = applyDeps(parts);
  const deps = {
    sites,
    changes: store.settingChanges,
    sitesFile,
    faultsIn,
    wiped,
    now,
  };
  const facts = {
    sites,
    store: store.sites,
    changes: store.siteChanges,
    origins,
    sitesFile,
    publicUrl: at.publicUrl,
    now,
  };
  return {
    async list(by) {
      requireAccess(by, 'settings.read');
      return { items: (await sites.all()).filter(({ id }) => covers(by.sites, [id])).map(summaryOf) };
    },
    async create(by, site) {
      requireAccess(by, 'sites.create');
      return createSite(facts, by, site);
    },
    async site(by, siteId) {
      requireAccess(by, 'settings.read', siteId);
      return readSite(facts, siteId, may(by, 'sites.change'));
    },
    async changeSite(by, siteId, put) {
      requireAccess(by, 'sites.change', siteId);
      return changeSite(facts, by, { siteId, ...put });
    },
    async siteChanges(by, siteId, below) {
      requireAccess(by, 'settings.read', siteId);
      return readSiteChanges(facts, siteId, below);
    },
    async read(by, siteId) {
      requireAccess(by, 'settings.read', siteId);
      return readSiteModeration(deps, siteId, may(by, 'settings.change'));
    },
    async change(by, siteId, put) {
      requireAccess(by, 'settings.change', siteId);
      return changeSiteModeration(deps, by, { siteId, ...put });
    },
    async test(by, siteId, test) {
      requireAccess(by, 'settings.read', siteId);
      await limits.testsOfModerator.take(by.id);
      const site = await sites.byId(siteId);
      if (site === null) throw new Problem('unknown-site');
      const begun = performance.now();
      try {
        return tryComment({ policy, faultsIn: deps.faultsIn }, site, test);
      } finally {
        // Nobody else is served meanwhile, so it is the time that is limited, not only the number.
        await limits.testsOfModerator.charge(by.id, Math.floor((performance.now() - begun) / TRIAL_MS));
      }
    },
    async wipePreview(by, siteId, { refusedDays }) {
      requireAccess(by, 'settings.read', siteId);
      if ((await sites.byId(siteId)) === null) throw new Problem('unknown-site');
      const until = keptUntil(refusedDays, now());
      return { refused: until === null ? 0 : await store.comments.countRefused(siteId, until) };
    },
    async changes(by, siteId, below) {
      requireAccess(by, 'settings.read', siteId);
      return readSettingsChanges(deps, siteId, { below, mayChange: may(by, 'settings.change') });
    },
  };
}

/** What removing a site is built from. */
export function removeDeps(
  parts: Parts,
  { DEMO }: Pick<Config, 'DEMO'>,
  { awaited, stopping }: Pick<RemoveDeps, 'awaited' | 'stopping'>,
): RemoveDeps {
  const { store, bus, sitesFile, log } = parts;
  return {
    ...{ ...parts, store: store.sites, changes: store.siteChanges },
    ...{ removals: store.siteRemovals, contents: store.siteContents },
    ...{ teamEvents: store.teamEvents, moderators: store.moderators },
    demoSite: DEMO ? demoSite().id : null,
    // Whoever still listens is told nothing more; nothing fails because of that.
    removed: (siteId, name) =>
      void bus
        .publish({ type: 'site.removed', siteId, name })
        .catch((err: unknown) => log.warn({ err }, 'the end of a site not told')),
    awaited,
    make: async (siteId) => {
      if (DEMO && siteId === demoSite().id && !(await makeDemoSite(parts))) return false;
      const declared = sitesFile.get(siteId);
      return declared === undefined || applySite(applyDeps(parts), siteId, declared);
    },
    stopping,
    underWay: new Set(),
  };
}

/** Removing sites, for owners who have just shown that it is them. */
export function siteRemovalUseCases({ sessions }: Pick<Parts, 'sessions'>, deps: RemoveDeps): SiteRemovalUseCases {
  return {
    async remove({ by, session }, asked) {
      requireAccess(by, 'sites.remove');
      await sessions.requireProof(session);
      return removeSite(deps, by, asked);
    },
    async removals(by) {
      requireAccess(by, 'sites.remove');
      return { items: await readRemovals(deps) };
    },
  };
}
