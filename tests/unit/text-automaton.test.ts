import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildAutomaton } from '../../services/moderation/text/automaton.ts';
import { buildTrie } from '../../services/moderation/text/trie.ts';

const SYMBOLS = 4;
const word = fc.array(fc.nat({ max: SYMBOLS - 1 }), { minLength: 2, maxLength: 5 });

/** What is found at each place of a text. */
function run(words: readonly (readonly number[])[], text: readonly number[]): number[][] {
  const patterns = words.map((symbols, id) => ({ symbols: Uint8Array.from(symbols), id }));
  const { check, next, pairs, width, lists } = buildAutomaton(buildTrie(patterns), SYMBOLS);
  // No pattern begins with the symbol before the first: whatever it is, the text begins anew.
  let state = 0;
  let last = 0;
  return text.map((symbol, at) => {
    const to = (check[state + symbol] === state ? next[state + symbol] : pairs[last * width + symbol]) ?? NaN;
    state = at === 0 ? 0 : Math.abs(to);
    last = symbol;
    if (at === 0 || to >= 0) return [];
    const start = next[state + width] ?? NaN;
    return [...lists.subarray(start, lists.indexOf(-1, start))];
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
        fc.array(
          word.map(squeeze).filter((symbols) => symbols.length > 1),
          { minLength: 1, maxLength: 8 },
        ),
        fc.array(fc.nat({ max: SYMBOLS - 1 }), { maxLength: 40 }).map(squeeze),
        (words, text) => {
          run(words, text).forEach((found, at) => {
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
    expect(run([[1, 2, 3]], [1, 1, 2, 2, 2, 3]).at(-1)).toEqual([0]);
    expect(run([[1, 2, 3]], [1, 2, 0, 3]).flat()).toEqual([]);
  });
});
