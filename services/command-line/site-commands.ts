import { siteIdSchema } from '../../shared/comment.ts';
import type { SiteDetail } from '../../shared/console-sites.ts';
import type { SiteId } from '../../shared/ids.ts';
import { changeSite, createSite, readSite } from '../sites/site-facts.ts';
import { changeSiteModeration, readSiteModeration } from '../sites/site-moderation.ts';
import { type Command, readArguments, UsageError } from './command.ts';
import {
  atSiteDesk,
  BY_COMMAND,
  SITE_OPTIONS,
  SITE_USAGE,
  WHICH_RULES,
  WHICH_STORE,
  type SiteDesk,
} from './site-desk.ts';
import { ownOf, readGiven, wholeFacts, wholeSettings } from './site-values.ts';

const VALUES = `KEY is name, lang, origins or closed, or the place of a setting, as maxLinks or heat.perMinute ('site show' names
them all). Lists have commas between their entries, or are JSON; what is on or off is yes or no.`;

/** The arguments behind the options: a site's id, and whatever else. */
function siteArguments(
  args: string[],
  most: number,
): { values: Parameters<typeof atSiteDesk>[0]; id: SiteId; rest: string[]; count: number | undefined } {
  const { values, positionals } = readArguments(args, SITE_OPTIONS, most);
  const [id, ...rest] = positionals;
  if (id === undefined) throw new UsageError('Which site? Give its id.');
  if (!siteIdSchema.safeParse(id).success)
    throw new UsageError(`'${id}' can be no id of a site: small letters, digits and hyphens, up to 63.`);
  const { uri, path, confirm, ...others } = values;
  if (confirm !== undefined && !/^[1-9]\d*$/.test(confirm))
    throw new UsageError(`--confirm is a number, not '${confirm}'.`);
  const count = confirm === undefined ? undefined : Number(confirm);
  return { values: { ...others, uri, path }, id: id as SiteId, rest, count };
}

/** Lists the sites. */
export const siteList: Command = {
  name: 'site list',
  usage: SITE_USAGE,
  summary: 'list the sites',
  details: `${WHICH_STORE}\n\nOne line a site: id, language, whether it is closed, name.`,
  run: async (args, terminal) => {
    const { uri, path } = readArguments(args, SITE_OPTIONS).values;
    const sites = await atSiteDesk({ uri, path }, terminal, ({ facts }) => facts.sites.all());
    const width = Math.max(0, ...sites.map(({ id }) => id.length));
    for (const { id, lang, closed, name } of sites)
      terminal.say(`${id.padEnd(width)}  ${lang.padEnd(5)}  ${closed ? 'closed' : 'open  '}  ${name}`);
    if (sites.length === 0) terminal.note('There is no site yet.');
    return 0;
  },
};

/** Shows one site. */
export const siteShow: Command = {
  name: 'site show',
  usage: `ID ${SITE_USAGE}`,
  summary: 'show what a site is, and all of its settings',
  details: `${WHICH_STORE}\n\nEach line as 'site set' takes it. Settings that are not their default have it behind them.`,
  run: async (args, terminal) => {
    const { values, id } = siteArguments(args, 1);
    const { site, rules } = await atSiteDesk(values, terminal, (desk) => readBoth(desk, id));
    const { name, lang, origins, closed } = site;
    for (const [key, value] of Object.entries({ name, lang, origins, closed }))
      terminal.say(`${key}=${written(value)}`);
    const defaults = new Map(flat(rules.defaults));
    for (const [key, value] of flat(rules.settings)) {
      const usual = written(defaults.get(key));
      terminal.say(`${key}=${written(value)}${written(value) === usual ? '' : `    (default: ${usual})`}`);
    }
    return 0;
  },
};

/** Makes a site. */
export const siteCreate: Command = {
  name: 'site create',
  usage: `ID ${SITE_USAGE} name=NAME lang=LANG [origins=LIST] [KEY=VALUE …]`,
  summary: 'make a site',
  details: `${WHICH_STORE}\n${WHICH_RULES}\n\n${VALUES}`,
  run: async (args, terminal) => {
    const { values, id, rest } = siteArguments(args, 200);
    const given = readGiven(rest);
    const wanted = wholeFacts({ origins: [], ...given.facts });
    wholeSettings(given.settings);
    const site = await atSiteDesk(values, terminal, async (desk) => {
      const { name, lang, origins } = wanted;
      const made = await createSite(desk.facts, BY_COMMAND, { id, name, lang, origins });
      return change(desk, made, { ...given, facts: { closed: wanted.closed } });
    });
    terminal.say(`There is the site ${site.id} now.`);
    return 0;
  },
};

/** Changes a site. */
export const siteSet: Command = {
  name: 'site set',
  usage: `ID ${SITE_USAGE} [--confirm N] KEY=VALUE …`,
  summary: 'change a site, or its settings',
  details: `${WHICH_STORE}\n${WHICH_RULES}
  --confirm N           how many refused comments lose their words by a shorter retention.refusedDays; without it nothing
                        is changed, and the number is said\n\n${VALUES}`,
  run: async (args, terminal) => {
    const { values, id, rest, count } = siteArguments(args, 200);
    if (rest.length === 0) throw new UsageError('What is to be changed? Give KEY=VALUE.');
    const given = readGiven(rest);
    await atSiteDesk(values, terminal, async (desk) =>
      change(desk, await readSite(desk.facts, id, true), { ...given, count }),
    );
    terminal.say(`${id} is changed.`);
    return 0;
  },
};

/** Writes a site as a file of sites has it. */
export const siteExport: Command = {
  name: 'site export',
  usage: `ID ${SITE_USAGE}`,
  summary: 'write a site as SITES_FILE takes it',
  details: `${WHICH_STORE}\n\nJSON, with the settings that are not their default.`,
  run: async (args, terminal) => {
    const { values, id } = siteArguments(args, 1);
    const { site, rules } = await atSiteDesk(values, terminal, (desk) => readBoth(desk, id));
    const { name, lang, origins, closed } = site;
    const entry = { id, name, lang, origins, closed, settings: ownOf(rules.settings) };
    terminal.say(JSON.stringify({ sites: [entry] }, null, 2));
    return 0;
  },
};

async function readBoth({ facts, rules }: SiteDesk, id: SiteId) {
  return { site: await readSite(facts, id, true), rules: await readSiteModeration(rules, id, true) };
}

/** Everything is checked before anything is changed. */
async function change(
  desk: SiteDesk,
  site: SiteDetail,
  given: ReturnType<typeof readGiven> & { count?: number | undefined },
): Promise<SiteDetail> {
  const { id: siteId, version, name, lang, origins, closed } = site;
  const facts = wholeFacts({ name, lang, origins, closed, ...given.facts });
  const rules = await readSiteModeration(desk.rules, siteId, true);
  const settings = wholeSettings(given.settings, rules.settings);
  const hasSettings = Object.keys(given.settings).length > 0;
  const put = {
    siteId,
    version: rules.version,
    settings,
    ...(given.count === undefined ? {} : { count: given.count }),
  };
  if (hasSettings) await changeSiteModeration(desk.rules, BY_COMMAND, put);
  if (Object.keys(given.facts).length === 0) return site;
  return changeSite(desk.facts, BY_COMMAND, { siteId, version, ...facts });
}

function flat(of: object, within = ''): [string, unknown][] {
  return Object.entries(of).flatMap(([name, value]: [string, unknown]): [string, unknown][] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? flat(value, `${within}${name}.`)
      : [[`${within}${name}`, value]],
  );
}

function written(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (!Array.isArray(value)) return String(value);
  return value.some((entry) => String(entry).includes(',')) ? JSON.stringify(value) : value.join(',');
}
