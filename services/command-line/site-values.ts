import type { z } from 'zod';
import { siteFactsInputSchema, type SiteFacts } from '../../shared/console-sites.ts';
import { siteSettingsInputSchema, siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';
import { explain, merged } from '../sites/sites-file.ts';
import { CommandFailure, UsageError } from './command.ts';

type Tree = Record<string, unknown>;

const DEFAULTS: Tree = siteSettingsSchema.parse({});
const FACTS = { name: '', lang: '', origins: [] as string[], closed: false };
const FLAGS: Readonly<Record<string, boolean>> = { true: true, yes: true, false: false, no: false };

/** What was typed as `key=value`, sorted into what a site is and its settings, in the shape a file of sites has. */
export interface Given {
  facts: Partial<SiteFacts>;
  settings: Tree;
}

/**
 * Reads `key=value` arguments. Lists are JSON, or have commas between their entries; settings are named by their place, as
 * `heat.perMinute`.
 * @throws UsageError for what is no such argument, names nothing, or has a value of another kind
 */
export function readGiven(args: readonly string[]): Given {
  const facts: Tree = {};
  const settings: Tree = {};
  for (const arg of args) {
    const [, key, value] = /^([A-Za-z.]+)=(.*)$/s.exec(arg) ?? [];
    if (key === undefined || value === undefined) throw new UsageError(`'${arg}' is not KEY=VALUE.`);
    if (key in FACTS) facts[key] = valueLike(key, value, FACTS[key as keyof typeof FACTS]);
    else put(settings, key.split('.'), valueLike(key, value, defaultOf(key)));
  }
  return { facts, settings };
}

function defaultOf(key: string): unknown {
  const value = key.split('.').reduce<unknown>((of, name) => (isTree(of) ? of[name] : undefined), DEFAULTS);
  if (value === undefined || isTree(value))
    throw new UsageError(
      `There is no setting '${key}'. There are ${['name', 'lang', 'origins', 'closed', ...places()].join(', ')}.`,
    );
  return value;
}

function valueLike(key: string, text: string, like: unknown): unknown {
  if (typeof like === 'boolean') {
    const flag = FLAGS[text.toLowerCase()];
    if (flag === undefined) throw new UsageError(`${key} is yes or no, not '${text}'.`);
    return flag;
  }
  if (typeof like === 'number') {
    if (!/^-?\d+(\.\d+)?$/.test(text)) throw new UsageError(`${key} is a number, not '${text}'.`);
    return Number(text);
  }
  if (!Array.isArray(like)) return text;
  if (!text.trimStart().startsWith('['))
    return text
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${key} begins as JSON and is none: ${(error as Error).message}`);
  }
}

function put(tree: Tree, [name = '', ...more]: string[], value: unknown): void {
  if (more.length === 0) tree[name] = value;
  else put((tree[name] ??= {}) as Tree, more, value);
}

/** Every place of a setting, as `heat.perMinute`. */
export function places(of: Tree = DEFAULTS, within = ''): string[] {
  return Object.entries(of).flatMap(([name, value]) =>
    isTree(value) ? places(value, `${within}${name}.`) : [`${within}${name}`],
  );
}

/** What differs from the defaults, in the shape a file of sites has. */
export function ownOf(settings: Tree, defaults: Tree = DEFAULTS): Tree {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]): [string, unknown][] => {
      const usual = defaults[name];
      if (!isTree(value) || !isTree(usual))
        return JSON.stringify(value) === JSON.stringify(usual) ? [] : [[name, value]];
      const own = ownOf(value, usual);
      return Object.keys(own).length === 0 ? [] : [[name, own]];
    }),
  );
}

/** @throws CommandFailure naming everything that is wrong */
export function wholeFacts(facts: unknown): SiteFacts {
  return checked(siteFactsInputSchema, facts);
}

/** The settings with what was given in its places. @throws CommandFailure naming everything that is wrong */
export function wholeSettings(given: Tree, now: SiteSettings = siteSettingsSchema.parse({})): SiteSettings {
  return checked(siteSettingsInputSchema, merged(now, given));
}

function checked<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new CommandFailure(parsed.error.issues.map((issue) => explain(issue)).join('\n'));
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
