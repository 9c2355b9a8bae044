import { z } from 'zod';
import { siteIdSchema } from '../../shared/comment.ts';
import { siteFactsInputSchema, type SiteFacts } from '../../shared/console-sites.ts';
import { siteSettingsInputSchema, siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';

/** One site as the file has it. */
export interface DeclaredSite {
  facts: SiteFacts;
  /** What it says of the settings; the others are the console's. */
  settings: Record<string, unknown>;
  /** The places of these, as "heat.perMinute". */
  paths: readonly string[];
}

/** By their ids. */
export type SitesFile = ReadonlyMap<string, DeclaredSite>;

const entrySchema = siteFactsInputSchema.extend({
  id: siteIdSchema,
  settings: z.record(z.string(), z.unknown()).default({}),
});
const fileSchema = z.strictObject({ sites: z.array(entrySchema).max(1000) });

const DEFAULTS = siteSettingsSchema.parse({});

/**
 * The sites a file declares: `{"sites": [{"id", "name", "lang", "origins", "closed", "settings"}]}`.
 * @throws Error naming every mistake at once
 */
export function parseSitesFile(text: string): SitesFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`The file of sites is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const parsed = fileSchema.safeParse(json);
  if (!parsed.success) throw mistaken(parsed.error.issues.map((issue) => explain(issue)));
  const mistakes: string[] = [];
  const sites = new Map<string, DeclaredSite>();
  for (const [index, { id, settings, ...facts }] of parsed.data.sites.entries()) {
    if (sites.has(id)) mistakes.push(`sites.${index}.id: "${id}" is there twice`);
    const whole = siteSettingsInputSchema.safeParse(merged(DEFAULTS, settings));
    if (!whole.success) mistakes.push(...whole.error.issues.map((issue) => explain(issue, `sites.${index}.settings`)));
    sites.set(id, { facts, settings, paths: placesIn(settings, DEFAULTS) });
  }
  if (mistakes.length > 0) throw mistaken(mistakes);
  return sites;
}

export function mistaken(mistakes: readonly string[]): Error {
  return new Error(`The file of sites cannot be used:\n${mistakes.map((one) => `  ${one}`).join('\n')}`);
}

/** A mistake with its place; what a check of a schema names is said with it. */
export function explain(issue: z.core.$ZodIssue, within?: string): string {
  const path = [...(within === undefined ? [] : [within]), ...issue.path.map(String)].join('.');
  const params = issue.code === 'custom' ? (issue.params ?? {}) : {};
  const what = 'code' in params ? `${String(params['code'])}: ${String(params['entry'])}` : issue.message;
  return `${path}: ${what}`;
}

/** Settings with what the file says in its places; lists are taken whole. */
export function merged(settings: SiteSettings, given: Record<string, unknown>): unknown {
  return mergedInto(settings, given);
}

function mergedInto(base: unknown, given: unknown): unknown {
  if (!isGroup(base) || !isGroup(given)) return given;
  const names = new Set([...Object.keys(base), ...Object.keys(given)]);
  return Object.fromEntries(
    [...names].map((name) => [name, name in given ? mergedInto(base[name], given[name]) : base[name]]),
  );
}

function placesIn(given: Record<string, unknown>, base: Record<string, unknown>): string[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const within = base[name];
    return isGroup(value) && isGroup(within) ? placesIn(value, within).map((place) => `${name}.${place}`) : [name];
  });
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands in a place of settings. */
export function valueIn(settings: SiteSettings, place: string): unknown {
  return place.split('.').reduce<unknown>((value, name) => (isGroup(value) ? value[name] : undefined), settings);
}
