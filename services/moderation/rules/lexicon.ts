import type { Link } from '../../comments/markdown.ts';
import type { Field, Level } from '../../../shared/moderation.ts';
import { LEVELS } from '../../../shared/moderation.ts';
import type { Finding, ModerationContext, Rule } from '../context.ts';
import type { TextEngine, TextHit } from '../text/engine.ts';
import { addressSpan, wordsOfAddress, type Span } from './link-words.ts';
import { isUsualName } from './usual-names.ts';

/**
 * Words of the lexicons, plain or disguised, in the body, in the author's name, and in the addresses of links. A word that
 * also has an innocent meaning only ever asks for a person's look ("suspect"); everything else follows the site's levels
 * per severity, in a name one level up.
 */
export function lexiconRule(engine: TextEngine): Rule {
  return {
    id: 'lexicon',
    v: 3,
    phase: 'lexicon',
    onError: 'hold',
    budgetMs: 20,
    check: (context) => [...inText(engine, context), ...inName(engine, context)],
  };
}

/** The text as it was typed, but for what stands in the address of a link: that is read as a browser reads it. */
function inText(engine: TextEngine, context: ModerationContext): Finding[] {
  const { body, languages, links, settings } = context;
  const { hits, unreadFrom } = engine.read(body, languages);
  const inAddresses = new Set<TextHit>();
  const ofLinks = links.flatMap((link) => {
    const address = addressSpan(link, body);
    const typed = address === null ? [] : hits.filter((hit) => isIn(hit, address));
    for (const hit of typed) inAddresses.add(hit);
    return inAddress(engine, context, { link, typed });
  });
  const ofText = hits.filter((hit) => !inAddresses.has(hit)).map((hit) => toFinding(hit, 'body', settings));
  return [...ofText, ...ofLinks, ...(unreadFrom === null ? [] : [unread(unreadFrom, body.length)])];
}

/** A text of so many disguises that the search for them was given up: a person looks. */
function unread(from: number, to: number): Finding {
  return { level: 'suspect', field: 'body', span: [from, to], detail: { reason: 'unread' } };
}

/** Letters a disguised word must have to count in an address, which is full of codes. */
const MIN_DISGUISED = 5;

/** Each word of an address once. The mark is the word where it was typed, or else the whole link, with what it reads as. */
function inAddress(
  engine: TextEngine,
  { languages, settings }: ModerationContext,
  { link, typed }: { link: Link; typed: readonly TextHit[] },
): Finding[] {
  const words = wordsOfAddress(link.href);
  const hits = engine
    .checkIn(words, languages)
    .filter(({ how, term }) => how === 'plain' || term.length >= MIN_DISGUISED);
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
function inName(engine: TextEngine, { name, languages, settings }: ModerationContext): Finding[] {
  return engine.checkIn(name, languages).flatMap((hit) => {
    if (hit.how === 'plain' && isUsualName(name.slice(hit.start, hit.end))) return [];
    const finding = toFinding(hit, 'name', settings);
    return [hit.homonym ? finding : { ...finding, level: oneUp(finding.level) }];
  });
}

/** One level up, as far as "hold": no word refuses a comment by itself. What the site does not mind stays so. */
function oneUp(level: Level): Level {
  return level === 'note' ? 'suspect' : level === 'suspect' ? 'hold' : level;
}

function toFinding(hit: TextHit, field: Field, settings: ModerationContext['settings']): Finding {
  return {
    level: levelOf(hit, settings),
    field,
    span: [hit.start, hit.end],
    matched: hit.term,
    detail: { lang: hit.lang, severity: hit.severity, category: hit.category, how: hit.how, homonym: hit.homonym },
  };
}

/** A homonym asks for a look and no more: it is never hidden on its own. */
function levelOf(hit: TextHit, settings: ModerationContext['settings']): Level {
  const level = settings.severityLevels[hit.severity];
  return hit.homonym && LEVELS.indexOf(level) > LEVELS.indexOf('suspect') ? 'suspect' : level;
}
