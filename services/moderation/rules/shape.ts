import type { Level } from '../../../shared/moderation.ts';
import type { Finding, Rule } from '../context.ts';
import { findRepetition, findRun, mayRepeat, NO_REPETITION, repeatedSentences } from './shape-floods.ts';
import { countEmoji, findDrawing, findMentions, findPiledMarks } from './shape-drawings.ts';

/** Letters from which on a text can be shouted at all ("BRAVO !" is not), and the share of them that is in capitals. */
const SHOUT_LETTERS = 20;
const SHOUT_SHARE = 0.8;

/** Times the same character, or characters of a repeated passage, to be noted, and to make a wall. */
const RUN_NOTED = 30;
const RUN_WALL = 200;
const PASSAGE_TIMES = 8;
const PASSAGE_NOTED = 60;
const PASSAGE_WALL = 400;
const SENTENCE_TIMES = 4;

const MENTIONS_NOTED = 5;
const MENTIONS_FLOOD = 10;

const EMOJI_NOTED = 15;
const EMOJI_WALL = 30;

/**
 * The shape of a text, never a judgement of content: nothing readable, shouting, floods, mentions, drawings, piled marks.
 * Whoever shouts once is remembered and no more; walls that push everybody else off the page ask for a look. Only an
 * unreadable text waits for it. The hard limit of length is checked when the request is read, long before.
 */
export const shapeRule: Rule = {
  id: 'shape',
  v: 2,
  phase: 'shape',
  onError: 'open',
  budgetMs: 10,
  check({ body }) {
    if (!isReadable(body)) return [{ level: 'hold', field: 'body', detail: { shape: 'unreadable' } }];
    const checks = [shouting, flood, passage, mentions, drawing, emoji, piledMarks];
    return checks.flatMap((check) => check(body) ?? []);
  },
};

function found(level: Level, shape: string, more: { n?: number; span?: [number, number] } = {}): Finding {
  const { n, span } = more;
  return {
    level,
    field: 'body',
    ...(span === undefined ? {} : { span }),
    detail: { shape, ...(n === undefined ? {} : { run: n }) },
  };
}

/** Letters, digits and signs. Some letters are blank by design: the fillers of Hangul, the empty cell of Braille. */
const READABLE = /[^\P{L}\u115f\u1160\u3164\uffa0]|[\p{N}\p{P}]|[^\P{S}\u2800]/u;

function isReadable(body: string): boolean {
  return READABLE.test(body);
}

/** Scripts without capitals never shout, and neither do short texts and rows of acronyms: it takes two long words. */
function shouting(body: string): Finding | null {
  if ((body.match(LONG_CAPITALS)?.length ?? 0) < 2) return null;
  let cased = 0;
  let upper = 0;
  for (const character of body) {
    if (character.toLowerCase() === character.toUpperCase()) continue;
    cased++;
    if (character === character.toUpperCase()) upper++;
  }
  return cased < SHOUT_LETTERS || upper < cased * SHOUT_SHARE ? null : found('note', 'shouting');
}

const LONG_CAPITALS = /\p{Lu}{5,}/gu;

/** One character held down. */
function flood(body: string): Finding | null {
  const { times, span } = findRun(body);
  if (times < RUN_NOTED) return null;
  return found(times >= RUN_WALL ? 'suspect' : 'note', 'flood', { n: times, span });
}

/** A word, a phrase or a sentence over and over. */
function passage(body: string): Finding | null {
  const { times, span } = mayRepeat(body) ? findRepetition(body) : NO_REPETITION;
  const covered = span[1] - span[0];
  if (times >= PASSAGE_TIMES && covered >= PASSAGE_NOTED) {
    return found(covered >= PASSAGE_WALL ? 'suspect' : 'note', 'passage', { n: times, span });
  }
  const sentences = repeatedSentences(body);
  if (sentences.times < SENTENCE_TIMES) return null;
  return found(sentences.covered >= PASSAGE_WALL ? 'suspect' : 'note', 'passage', { n: sentences.times });
}

/** Many people called at once, or one over and over. Marked where it becomes too much. */
function mentions(body: string): Finding | null {
  const spans = findMentions(body);
  const surplus = spans[MENTIONS_NOTED - 1];
  if (surplus === undefined) return null;
  return found(spans.length >= MENTIONS_FLOOD ? 'suspect' : 'note', 'mentions', { n: spans.length, span: surplus });
}

function drawing(body: string): Finding | null {
  const span = findDrawing(body);
  return span === null ? null : found('suspect', 'drawing', { span });
}

function emoji(body: string): Finding | null {
  const { emoji: count, rest } = countEmoji(body);
  if (count < EMOJI_NOTED || rest > count) return null;
  return found(count >= EMOJI_WALL ? 'suspect' : 'note', 'emoji', { n: count });
}

function piledMarks(body: string): Finding | null {
  const span = findPiledMarks(body);
  return span === null ? null : found('suspect', 'piled-marks', { span });
}
