import type { SiteFacts } from '../../shared/console-sites.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { FieldProblem } from '../../shared/problem.ts';
import { siteSettingsInputSchema, siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';
import type { Logger } from '../logger.ts';
import type { ChangeStore } from '../storage/changes.ts';
import type { SiteStore } from '../storage/sites.ts';
import type { CountWiped } from './site-moderation.ts';
import { putVersion, type Newest } from './put-version.ts';
import { explain, merged, mistaken, type DeclaredSite, type SitesFile } from './sites-file.ts';

export interface ApplyDeps {
  store: Pick<SiteStore, 'all' | 'insert' | 'beginning'>;
  changes: { facts: ChangeStore<SiteFacts>; settings: ChangeStore<SiteSettings> };
  /** What settings ask for that cannot be done. */
  faultsIn: (settings: SiteSettings) => Omit<FieldProblem, 'message'>[];
  wiped: CountWiped;
  log: Pick<Logger, 'warn'>;
  now: () => Date;
}

/** Who has changed a site that the file changed, in its history. */
const BY_FILE = { id: 'file', name: 'SITES_FILE' };

/**
 * Makes the sites of a file and changes those that are there to what it says. What is so already is left as it is, so that every start
 * may do it, and several processes at once. Sites that are not in it stay.
 * @returns those that could not be made yet, since one of the same id is still being removed
 * @throws Error naming every mistake at once, before anything is changed
 */
export async function applySitesFile(deps: ApplyDeps, file: SitesFile): Promise<SiteId[]> {
  if (file.size === 0) return [];
  const present = new Map((await deps.store.all()).sites.map((site) => [site.id as string, site.settings]));
  const mistakes = [...file].flatMap(([id, site]) => {
    const whole = siteSettingsInputSchema.safeParse(
      merged(present.get(id) ?? siteSettingsSchema.parse({}), site.settings),
    );
    if (!whole.success) return whole.error.issues.map((issue) => explain(issue, `${id}.settings`));
    return deps
      .faultsIn(whole.data)
      .map(({ path, code, entry = '' }) => `${id}.${path}: ${code}${entry === '' ? '' : `: ${entry}`}`);
  });
  if (mistakes.length > 0) throw mistaken(mistakes);
  const left: SiteId[] = [];
  for (const [id, site] of file) if (!(await applySite(deps, id as SiteId, site))) left.push(id as SiteId);
  return left;
}

/**
 * The same with one site of a file that was found to be in order.
 * @returns whether it is there now: nothing is written about one that is being removed, as it would go with that
 */
export async function applySite(
  deps: Omit<ApplyDeps, 'faultsIn'>,
  siteId: SiteId,
  { facts, settings }: DeclaredSite,
): Promise<boolean> {
  const { name, lang, origins, closed } = facts;
  const made = { by: BY_FILE, at: deps.now() };
  await deps.store.insert({ id: siteId, name, lang, origins, settings: {}, made });
  const beginning = await deps.store.beginning(siteId);
  if (beginning === null) return false;
  await put(deps, deps.changes.facts, siteId, {
    now: (newest) => newest?.after ?? beginning.facts,
    next: () => ({ name, lang, origins, closed }),
  });
  const change: Change<SiteSettings> = {
    now: (newest) => siteSettingsSchema.parse(newest?.after ?? beginning.settings),
    next: (now) => siteSettingsInputSchema.parse(merged(now, settings)),
  };
  await tellOfWiping(deps, siteId, change);
  await put(deps, deps.changes.settings, siteId, change);
  return true;
}

/** A file is written with care and asks nobody, and a start must not wait for an answer; so what it deletes is said before it does. */
async function tellOfWiping(
  { changes, wiped, log }: Pick<ApplyDeps, 'changes' | 'wiped' | 'log'>,
  siteId: SiteId,
  { now, next }: Change<SiteSettings>,
): Promise<void> {
  const before = now(await changes.settings.newest(siteId));
  const after = next(before);
  const count = await wiped(siteId, { before, after });
  if (count === 0) return;
  const { refusedDays: days } = after.retention;
  log.warn(
    { site: siteId, days, count },
    'SITES_FILE shortens retention.refusedDays: so many refused comments lose their words',
  );
}

interface Change<What> {
  now: (newest: Newest<What>) => What;
  next: (now: What) => What;
}

/** Made from whatever is there by then: whoever changes something else meanwhile is not in its way. */
async function put<What>(
  { now: clock }: Pick<ApplyDeps, 'now'>,
  changes: ChangeStore<What>,
  siteId: SiteId,
  { now, next }: Change<What>,
): Promise<void> {
  for (;;) {
    const newest = await changes.newest(siteId);
    const asked = { siteId, version: newest?.version ?? 0, what: next(now(newest)), by: BY_FILE, at: clock() };
    // Each time this comes too late somebody else has got on, so it ends.
    if (!(await putVersion(changes, asked, now)).isLate) return;
  }
}
