import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildAutomaton } from '../../services/moderation/text/automaton.ts';
import type { Automaton } from '../../services/moderation/text/automaton.ts';

const SYMBOLS = 4;
const word = fc.array(fc.nat({ max: SYMBOLS - 1 }), { minLength: 1, maxLength: 5 });

function run(automaton: Automaton, text: readonly number[]): number[][] {
  let state = automaton.root;
  return text.map((symbol) => {
    state = automaton.delta[state + symbol] ?? -1;
    const found = automaton.found[state >> automaton.shift] ?? [];
    expect(state >= automaton.firstAccepting).toBe(found.length > 0);
    return [...found];
  });
}

/** A run of one symbol as one symbol: what is left when stretching is undone. */
function squeeze(text: readonly number[]): number[] {
  return text.filter((symbol, i) => symbol !== text[i - 1]);
}

describe('automaton', () => {
  test('finds what a search at every place finds, in texts without doubled symbols', () => {
    fc.assert(
      fc.property(
        fc.array(word.map(squeeze), { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat({ max: SYMBOLS - 1 }), { maxLength: 40 }).map(squeeze),
        (words, text) => {
          const automaton = buildAutomaton(
            words.map((symbols, id) => ({ symbols, id })),
            SYMBOLS,
          );
          run(automaton, text).forEach((found, at) => {
            const expected = words.flatMap((symbols, id) => {
              const start = at + 1 - symbols.length;
              return start >= 0 && symbols.every((symbol, i) => text[start + i] === symbol) ? [id] : [];
            });
            expect(found.sort()).toEqual(expected.sort());
          });
        },
      ),
    );
  });

  test('stays where it is on a stretched symbol', () => {
    const automaton = buildAutomaton([{ symbols: [1, 2, 3], id: 7 }], SYMBOLS);
    expect(run(automaton, [1, 1, 2, 2, 2, 3]).at(-1)).toEqual([7]);
    expect(run(automaton, [1, 2, 0, 3]).flat()).toEqual([]);
  });
});
