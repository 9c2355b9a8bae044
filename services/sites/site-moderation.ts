import type { ModeratorView } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { Problem, type FieldProblem } from '../../shared/problem.ts';
import type { SettingsChanges, SiteModeration, SiteModerationPut, SiteSummary } from '../../shared/site-moderation.ts';
import { siteSettingsSchema, type Site, type SiteSettings } from '../../shared/site.ts';
import type { SettingChangeDoc, SettingChangeStore } from '../storage/setting-changes.ts';
import { isSame, putVersion, type Newest } from './put-version.ts';
import { valueIn, type SitesFile } from './sites-file.ts';
import type { Sites } from './sites.ts';

/** Changes on one page; each may hold thousands of words, twice. */
const CHANGES_SHOWN = 10;

const DEFAULTS = siteSettingsSchema.parse({});

/** How many refused comments lose their words at once when settings take the place of others. */
export type CountWiped = (siteId: SiteId, change: Record<'before' | 'after', SiteSettings>) => Promise<number>;

export interface SiteModerationDeps {
  sites: Pick<Sites, 'byId' | 'forget'>;
  changes: SettingChangeStore;
  /** Sites that a file declares; the settings it says are changed there alone. */
  sitesFile: SitesFile;
  /** What the settings ask for that cannot be done. */
  faultsIn: (settings: SiteSettings) => Omit<FieldProblem, 'message'>[];
  wiped: CountWiped;
  now: () => Date;
}

/** A site as lists name it. */
export function summaryOf({ id, name, lang, closed }: Site): SiteSummary {
  return { id, name, lang, closed };
}

/**
 * The settings in force, with the version they have.
 * @throws Problem `unknown-site`
 */
export async function readSiteModeration(
  deps: Pick<SiteModerationDeps, 'sites' | 'changes' | 'sitesFile'>,
  siteId: string,
  mayChange: boolean,
): Promise<SiteModeration> {
  const site = await siteOf(deps, siteId);
  const view = toView(deps, site, { newest: await deps.changes.newest(site.id), mayChange });
  return mayChange ? view : { ...view, settings: withoutSecrets(view.settings) };
}

/**
 * Puts new settings in force, at once for every request of this process. The change is its own record: one insert, which only
 * one of several that were made from the same version can win.
 * @throws Problem `unknown-site`, `validation-failed`, `from-file`, `settings-changed` with who, when and the settings as they are now;
 *   `confirm-number` with how many comments lose their words by it, unless that is the number that was confirmed
 */
export async function changeSiteModeration(
  deps: SiteModerationDeps,
  by: Pick<ModeratorView, 'id' | 'name'>,
  { siteId, version, settings, count }: SiteModerationPut & { siteId: string },
): Promise<SiteModeration> {
  const site = await siteOf(deps, siteId);
  const errors = deps.faultsIn(settings);
  if (errors.length > 0) throw new Problem('validation-failed', { errors });
  const known = await deps.changes.newest(site.id);
  const before = settingsIn(site, known);
  const isAnother = (place: string): boolean => !isSame(valueIn(before, place), valueIn(settings, place));
  if (deps.sitesFile.get(site.id)?.paths.some(isAnother) === true) throw new Problem('from-file');
  // What was made from another version changes nothing, so there is nothing to confirm.
  const wiped = (known?.version ?? 0) === version ? await deps.wiped(site.id, { before, after: settings }) : 0;
  if (wiped > 0 && count !== wiped) throw new Problem('confirm-number', { extensions: { count: wiped } });
  const asked = { siteId: site.id, version, what: settings, by, at: deps.now() };
  const { newest, isLate } = await putVersion(deps.changes, asked, (last) => settingsIn(site, last));
  const current = toView(deps, site, { newest, mayChange: true });
  if (isLate)
    throw new Problem('settings-changed', {
      extensions: { by: newest?.by.name ?? '', at: newest?.at ?? null, current },
    });
  deps.sites.forget();
  return current;
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

/** @throws Problem `unknown-site` */
export async function siteOf(deps: Pick<SiteModerationDeps, 'sites'>, siteId: string): Promise<Site> {
  const site = await deps.sites.byId(siteId);
  if (site === null) throw new Problem('unknown-site');
  return site;
}

/** Read of the newest change, not of the cached site: another process may have written it. */
function settingsIn(site: Site, newest: Pick<SettingChangeDoc, 'after'> | null): SiteSettings {
  return newest === null ? site.settings : siteSettingsSchema.parse(newest.after);
}

function toView(
  { sitesFile }: Pick<SiteModerationDeps, 'sitesFile'>,
  site: Site,
  { newest, mayChange }: { newest: Newest<SiteSettings>; mayChange: boolean },
): SiteModeration {
  return {
    site: summaryOf(site),
    version: newest?.version ?? 0,
    settings: settingsIn(site, newest),
    defaults: DEFAULTS,
    fromFile: [...(sitesFile.get(site.id)?.paths ?? [])],
    lastChange: newest === null ? null : { by: newest.by, at: newest.at.toISOString() },
    mayChange,
  };
}
