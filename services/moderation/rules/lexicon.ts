import type { Link } from '../../comments/markdown.ts';
import { LEVELS, type Field, type Level } from '../../../shared/moderation.ts';
import { allowedSpans, withoutAllowed } from '../allowed-words.ts';
import type { Finding, ModerationContext, Rule } from '../context.ts';
import { createWordFinders, type WordFinders } from '../site-words.ts';
import type { TextEngine, TextHit } from '../text/engine.ts';
import { seenTexts, withSeen } from './as-read.ts';
import { addressSpan, wordsOfAddress, type Span } from './link-words.ts';
import { isUsualName } from './usual-names.ts';

/** What words are looked for with. */
interface Reader {
  readonly engine: TextEngine;
  readonly finders: WordFinders;
}

/**
 * Words of the lexicons, plain or disguised, in the body, in the author's name, and in the addresses of links. A word that
 * also has an innocent meaning only ever asks for a person's look ("suspect"); everything else follows the site's levels
 * per severity, in a name one level up. What lies within a word or phrase the site allows does not count.
 */
export function lexiconRule(engine: TextEngine, finders: WordFinders = createWordFinders()): Rule {
  const reader = { engine, finders };
  return {
    id: 'lexicon',
    v: 4,
    phase: 'lexicon',
    onError: 'hold',
    budgetMs: 20,
    check: (context) => [...inText(reader, context), ...inName(reader, context)],
  };
}

/** Every word in a text that the site does not allow. */
function wordsIn({ engine, finders }: Reader, { languages, settings }: ModerationContext, text: string) {
  const { hits, unreadFrom } = engine.read(text, languages);
  if (hits.length === 0) return { hits, unreadFrom };
  return { hits: withoutAllowed(hits, allowedSpans(finders(settings.words.allow), text)), unreadFrom };
}

/** The text as it was typed, but for what stands in the address of a link: that is read as a browser reads it. */
function inText(reader: Reader, context: ModerationContext): Finding[] {
  const { body, links, settings } = context;
  const { hits: typedHits, unreadFrom } = wordsIn(reader, context, body);
  const hits = withSeen(typedHits, seenTexts(body, links), (text) => wordsIn(reader, context, text).hits);
  const inAddresses = new Set<TextHit>();
  const ofLinks = links.flatMap((link) => {
    const address = addressSpan(link, body);
    const typed = address === null ? [] : hits.filter((hit) => isIn(hit, address));
    for (const hit of typed) inAddresses.add(hit);
    return inAddress(reader, context, { link, typed });
  });
  const ofText = hits.filter((hit) => !inAddresses.has(hit)).map((hit) => toFinding(hit, 'body', settings));
  return [...ofText, ...ofLinks, ...(unreadFrom === null ? [] : [unread(unreadFrom, body.length)])];
}

/** So many disguises that the search for them was given up: what was not read may be anything, and cannot be masked either. */
function unread(from: number, to: number): Finding {
  return { level: 'hold', field: 'body', span: [from, to], detail: { reason: 'unread' } };
}

/** Letters a disguised word must have to count in an address, which is full of codes. */
const MIN_DISGUISED = 5;

/** Each word of an address once. The mark is the word where it was typed, or else the whole link, with what it reads as. */
function inAddress(
  reader: Reader,
  context: ModerationContext,
  { link, typed }: { link: Link; typed: readonly TextHit[] },
): Finding[] {
  const { settings } = context;
  const words = wordsOfAddress(link.href);
  const hits = wordsIn(reader, context, words).hits.filter(
    ({ how, term }) => how === 'plain' || term.length >= MIN_DISGUISED,
  );
  return [...new Map(hits.map((hit) => [hit.term, hit])).values()].map((hit) => {
    const there = typed.find(({ term }) => term === hit.term);
    if (there !== undefined) return toFinding(there, 'link', settings);
    const finding = toFinding({ ...hit, start: link.span[0], end: link.span[1] }, 'link', settings);
    return { ...finding, detail: { ...finding.detail, read: words.slice(hit.start, hit.end) } };
  });
}

function isIn({ start, end }: TextHit, [from, to]: Span): boolean {
  return from <= start && end <= to;
}

/** A name stands beside every comment, so what would be let pass in a text is not let pass here; usual names are. */
function inName(reader: Reader, context: ModerationContext): Finding[] {
  const { name, settings } = context;
  const typed = wordsIn(reader, context, name).hits;
  const hits = withSeen(typed, seenTexts(name, []), (text) => wordsIn(reader, context, text).hits);
  return hits.flatMap((hit) => {
    if (hit.how === 'plain' && isUsualName(name.slice(hit.start, hit.end))) return [];
    const finding = toFinding(hit, 'name', settings);
    return [hit.homonym || finding.detail?.['masked'] === true ? finding : { ...finding, level: oneUp(finding.level) }];
  });
}

/** One level up, as far as "hold": no word refuses a comment by itself. What the site does not mind stays so. */
function oneUp(level: Level): Level {
  return level === 'note' ? 'suspect' : level === 'suspect' ? 'hold' : level;
}

function toFinding(hit: TextHit, field: Field, settings: ModerationContext['settings']): Finding {
  const { lang, severity, category, how, homonym } = hit;
  const action = actionOf(hit, settings);
  return {
    level: action === 'mask' ? 'note' : action,
    field,
    span: [hit.start, hit.end],
    matched: hit.term,
    detail: { lang, severity, category, how, homonym, ...(action === 'mask' ? { masked: true } : {}) },
  };
}

/**
 * A homonym asks for a look and no more: it is never hidden on its own, and so not masked either, since only a person can
 * tell what it means.
 */
function actionOf({ severity, homonym }: TextHit, settings: ModerationContext['settings']): Level | 'mask' {
  const action = settings.severityLevels[severity];
  if (!homonym) return action;
  return action === 'mask' || LEVELS.indexOf(action) > LEVELS.indexOf('suspect') ? 'suspect' : action;
}
