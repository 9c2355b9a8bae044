import { z } from 'zod';
import { SITE_LIST_MAX, SITE_WORD_MAX } from './limits.ts';
import { WORD_LISTS } from './moderation-terms.ts';
import type { SettingCode } from './problem.ts';

/** What is wrong with an entry, in the words of the registry; the door makes a sentence of it. */
function fault(ctx: z.RefinementCtx, path: PropertyKey[], code: SettingCode, entry: string): void {
  ctx.addIssue({ code: 'custom', path, params: { code, entry } });
}

/** A word or phrase: `word` alone, `word*` as a beginning, `*word*` anywhere inside a word. Single spaces, NFC. */
const entrySchema = z
  .string()
  .max(SITE_WORD_MAX * 4)
  .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u)
  .normalize('NFC')
  .overwrite((entry) => entry.replace(/\s+/g, ' ').trim())
  .min(1)
  .superRefine((entry, ctx) => {
    // Counted as people count, which is not how a string's length counts.
    if ([...entry].length > SITE_WORD_MAX)
      ctx.addIssue({ code: 'too_big', origin: 'string', maximum: SITE_WORD_MAX, inclusive: true, input: entry });
    if (entry !== '' && !/^(?:[^*]+\*?|\*[^*]+\*)$/.test(entry)) fault(ctx, [], 'misplaced-star', entry);
  });

const listSchema = z.array(entrySchema).max(SITE_LIST_MAX);

/** What two spellings of one entry have in common. */
function keyOf(entry: string): string {
  return entry.toLowerCase().normalize('NFC');
}

/** The site's own words. No entry stands twice: in one list it would be idle, in two it would say two things. */
export const siteWordsSchema = z
  .strictObject({
    refuse: listSchema.describe('Comments that hold one are refused by rule'),
    hold: listSchema.describe('Comments that hold one wait for a moderator'),
    mask: listSchema.describe('Comments are published, with the word masked for readers'),
    allow: listSchema.describe('Never counts, whatever lexicon or list the word is in'),
  })
  .superRefine((words, ctx) => {
    const places = new Map<string, { list: string; at: number }[]>();
    for (const list of WORD_LISTS) {
      for (const [at, entry] of words[list].entries()) {
        const earlier = places.get(keyOf(entry)) ?? [];
        if (earlier.some((place) => place.list === list)) fault(ctx, [list, at], 'duplicate', entry);
        places.set(keyOf(entry), [...earlier, { list, at }]);
      }
    }
    for (const found of places.values()) {
      if (new Set(found.map(({ list }) => list)).size < 2) continue;
      // Said at both places: either may be the one that is wrong.
      for (const { list, at } of found)
        fault(ctx, [list, at], 'contradiction', words[list as (typeof WORD_LISTS)[number]][at] ?? '');
    }
  });

/** A host with its subdomains; written as a pattern ("*.example.org") or in letters of any script, too. */
const hostSchema = z
  .string()
  .max(1000)
  .overwrite((host) => asHost(host) ?? host)
  .superRefine((host, ctx) => {
    if (asHost(host) !== host) fault(ctx, [], 'invalid-host', host);
  });
export const hostsSchema = z.array(hostSchema).max(SITE_LIST_MAX);

/** The lower-case ASCII form that links are compared in; null for what names no host. */
function asHost(text: string): string | null {
  const bare = text.trim().replace(/^\*?\./, '');
  if (bare === '' || bare.length > 253 || /[\s/?#@:\\*]/.test(bare) || !URL.canParse(`http://${bare}/`)) return null;
  const { hostname } = new URL(`http://${bare}/`);
  // What the parser reads as a number is an IPv4 address, and nobody writes one as "1".
  if (/^[\d.]+$/.test(hostname) && hostname !== bare) return null;
  return hostname.replace(/\.$/, '') === '' ? null : hostname.replace(/\.$/, '');
}
