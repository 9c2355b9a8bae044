import type { Finding, Rule } from '../context.ts';

const SHOUT_LETTERS = 20;
const SHOUT_SHARE = 0.8;
const FLOOD_RUN = 30;

/**
 * The shape of the text: nothing readable, shouting, one character held down. The hard limit of length is checked when
 * the request is read, long before. Only an unreadable text needs a person; the rest is remembered.
 */
export const textLengthRule: Rule = {
  id: 'text-length',
  v: 1,
  phase: 'admit',
  onError: 'open',
  budgetMs: 5,
  check({ body }) {
    const findings: Finding[] = [];
    const shape = measure(body);
    if (shape.readable === 0) findings.push({ level: 'hold', field: 'body', detail: { shape: 'unreadable' } });
    if (shape.cased >= SHOUT_LETTERS && shape.upper >= shape.cased * SHOUT_SHARE) {
      findings.push({ level: 'note', field: 'body', detail: { shape: 'shouting' } });
    }
    if (shape.run >= FLOOD_RUN) {
      findings.push({ level: 'note', field: 'body', detail: { shape: 'flood', run: shape.run } });
    }
    return findings;
  },
};

const READABLE = /[\p{L}\p{N}\p{S}\p{P}]/u;

function measure(body: string): { readable: number; cased: number; upper: number; run: number } {
  const shape = { readable: 0, cased: 0, upper: 0, run: 0 };
  let run = 0;
  let previous = '';
  for (const character of body) {
    if (READABLE.test(character)) shape.readable++;
    const lower = character.toLowerCase();
    const upper = character.toUpperCase();
    if (lower !== upper) {
      shape.cased++;
      if (character === upper) shape.upper++;
    }
    run = character === previous && READABLE.test(character) ? run + 1 : 1;
    previous = character;
    if (run > shape.run) shape.run = run;
  }
  return shape;
}
