import type { ModeratorView } from '../../shared/identity.ts';
import { Problem, type FieldProblem } from '../../shared/problem.ts';
import type { SettingsChanges, SiteModeration, SiteModerationPut } from '../../shared/site-moderation.ts';
import { siteSettingsSchema, type Site, type SiteSettings } from '../../shared/site.ts';
import type { SettingChangeDoc, SettingChangeStore } from '../storage/setting-changes.ts';
import type { Sites } from './sites.ts';

/** Changes on one page; each may hold thousands of words, twice. */
const CHANGES_SHOWN = 10;

export interface SiteModerationDeps {
  sites: Pick<Sites, 'byId' | 'forget'>;
  changes: SettingChangeStore;
  /** What the settings ask for that cannot be done. */
  faultsIn: (settings: SiteSettings) => Omit<FieldProblem, 'message'>[];
  now: () => Date;
}

/**
 * The settings in force, with the version they have.
 * @throws Problem `unknown-site`
 */
export async function readSiteModeration(
  deps: Pick<SiteModerationDeps, 'sites' | 'changes'>,
  siteId: string,
  mayChange: boolean,
): Promise<SiteModeration> {
  const site = await siteOf(deps, siteId);
  const view = toView(site, await deps.changes.newest(site.id), mayChange);
  return mayChange ? view : { ...view, settings: withoutSecrets(view.settings) };
}

/**
 * Puts new settings in force, at once for every request of this process. The change is its own record: one insert, which only
 * one of several that were made from the same version can win.
 * @throws Problem `unknown-site`, `validation-failed`, `settings-changed` with who, when and the settings as they are now
 */
export async function changeSiteModeration(
  deps: SiteModerationDeps,
  by: ModeratorView,
  { siteId, version, settings }: SiteModerationPut & { siteId: string },
): Promise<SiteModeration> {
  const site = await siteOf(deps, siteId);
  const errors = deps.faultsIn(settings);
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  const newest = await deps.changes.newest(site.id);
  const before = settingsIn(site, newest);
  const asked = { version, settings, by };
  if ((newest?.version ?? 0) !== version) return answerLate(site, newest, asked);
  if (isSame(before, settings)) return toView(site, newest, true);
  const actor = { id: by.id, name: by.name };
  const change = { siteId: site.id, version: version + 1, at: deps.now(), by: actor, before, after: settings };
  if ((await deps.changes.append(change)) === 'stale')
    return answerLate(site, await deps.changes.newest(site.id), asked);
  deps.sites.forget();
  return toView(site, { ...change, _id: '' }, true);
}

/** The version is gone: by this very change, whose answer was lost and which is sent again, or by somebody else's. */
function answerLate(
  site: Site,
  newest: SettingChangeDoc | null,
  { version, settings, by }: SiteModerationPut & { by: ModeratorView },
): SiteModeration {
  const current = toView(site, newest, true);
  const isOurs = newest?.version === version + 1 && newest.by.id === by.id && isSame(current.settings, settings);
  if (isOurs) return current;
  const { by: actor, at } = current.lastChange ?? { by: { name: '' }, at: null };
  throw new Problem('settings-changed', { extensions: { by: actor.name, at, current } });
}

/** Both come from the schema, which puts the keys in order. */
function isSame(a: SiteSettings, b: SiteSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What was changed, by whom and when, newest first.
 * @throws Problem `unknown-site`
 */
export async function readSettingsChanges(
  deps: Pick<SiteModerationDeps, 'sites' | 'changes'>,
  siteId: string,
  { below, mayChange }: { below: number | undefined; mayChange: boolean },
): Promise<SettingsChanges> {
  const site = await siteOf(deps, siteId);
  const found = await deps.changes.page(site.id, { below: below ?? Number.MAX_SAFE_INTEGER, limit: CHANGES_SHOWN + 1 });
  const shown = found.slice(0, CHANGES_SHOWN);
  const read = (settings: SiteSettings): SiteSettings => {
    const whole = siteSettingsSchema.parse(settings);
    return mayChange ? whole : withoutSecrets(whole);
  };
  return {
    items: shown.map(({ version, by, at, before, after }) => ({
      ...{ version, by, at: at.toISOString() },
      ...{ before: read(before), after: read(after) },
    })),
    next: found.length > CHANGES_SHOWN ? (shown.at(-1)?.version ?? null) : null,
  };
}

/** Whoever knows the address of a webhook can post to that chat, so the others only see which host it is at. */
function withoutSecrets(settings: SiteSettings): SiteSettings {
  const webhooks = settings.alerts.webhooks.map((url) => `${new URL(url).origin}/…`);
  return { ...settings, alerts: { ...settings.alerts, webhooks } };
}

async function siteOf(deps: Pick<SiteModerationDeps, 'sites'>, siteId: string): Promise<Site> {
  const site = await deps.sites.byId(siteId);
  if (site === null) throw new Problem('unknown-site');
  return site;
}

/** Read of the newest change, not of the cached site: another process may have written it. */
function settingsIn(site: Site, newest: Pick<SettingChangeDoc, 'after'> | null): SiteSettings {
  return newest === null ? site.settings : siteSettingsSchema.parse(newest.after);
}

function toView(site: Site, newest: SettingChangeDoc | null, mayChange: boolean): SiteModeration {
  return {
    site: { id: site.id, name: site.name, lang: site.lang },
    version: newest?.version ?? 0,
    settings: settingsIn(site, newest),
    lastChange: newest === null ? null : { by: newest.by, at: newest.at.toISOString() },
    mayChange,
  };
}
