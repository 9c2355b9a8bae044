import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SPACE } from '../../services/moderation/text/alphabet.ts';
import { buildAutomaton, FOUND, targetOf } from '../../services/moderation/text/automaton.ts';
import { createScan } from '../../services/moderation/text/scan.ts';
import { buildTrie, childOf, childrenOf, forEachId } from '../../services/moderation/text/trie.ts';

/** Symbols are 1 … LETTERS; 0 is the edge of a word, before and after the text. */
const LETTERS = 4;
const letter = fc.integer({ min: 1, max: LETTERS });
const squeezed = (list: readonly number[]): number[] => list.filter((symbol, i) => symbol !== list[i - 1]);
const word = fc
  .array(letter, { minLength: 2, maxLength: 6 })
  .map(squeezed)
  .filter((symbols) => symbols.length > 1);

const patternsOf = (words: readonly (readonly number[])[]) =>
  words.map((symbols, id) => ({ symbols: Uint8Array.from(symbols), id }));

/** What is found, by the place of its last symbol. */
function scan(words: readonly (readonly number[])[], text: readonly number[]): Map<number, number[]> {
  const automaton = buildAutomaton(buildTrie(patternsOf(words)), LETTERS + 1);
  const found = new Map<number, number[]>();
  // All of them letters, but the edge is a space.
  const classOf = Uint16Array.from({ length: LETTERS + 1 }, (_, symbol) => (symbol === 0 ? SPACE * 256 : symbol));
  // A space stands behind every text.
  const canonical = { units: Uint16Array.from([...text, 0]), starts: new Int32Array(0), length: text.length };
  const onPlain = (state: number, at: number): void => {
    const ids: number[] = [];
    const told = automaton.moves[state + automaton.width + FOUND] ?? NaN;
    forEachId(targetOf(told), automaton.lists, (id) => ids.push(id));
    found.set(at, ids.sort());
  };
  const nothing = (): void => undefined;
  const disguises = { begin: nothing, isSpent: () => false, chunk: nothing, spelled: nothing, cut: nothing };
  createScan({ automaton, classOf, disguises, onPlain, onDisguised: nothing })(canonical);
  return found;
}

describe('automaton', () => {
  test('finds what a search at every place finds', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.array(letter, { maxLength: 60 }).map(squeezed),
        (words, text) => {
          const expected = new Map<number, number[]>();
          for (let at = 0; at < text.length; at++) {
            const here = words.flatMap((symbols, id) => {
              const start = at + 1 - symbols.length;
              return start >= 0 && symbols.every((symbol, i) => text[start + i] === symbol) ? [id] : [];
            });
            if (here.length > 0) expected.set(at, here.sort());
          }
          expect(scan(words, text)).toEqual(expected);
        },
      ),
    );
  });

  test('reads a run of one symbol as one, and reports its end', () => {
    expect(scan([[1, 2, 3]], [1, 1, 2, 2, 2, 3, 3])).toEqual(new Map([[6, [0]]]));
    expect(scan([[1, 2, 3]], [1, 2, 4, 3]).size).toBe(0);
  });

  test('the edge of a word is a symbol like any other', () => {
    expect(scan([[0, 1, 2, 0]], [1, 2])).toEqual(new Map([[2, [0]]]));
    expect(scan([[0, 1, 2, 0]], [3, 1, 2]).size).toBe(0);
  });
});

describe('trie', () => {
  test('leads along every pattern to its ids, and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
        const trie = buildTrie(patternsOf(words));
        for (const [id, symbols] of words.entries()) {
          const node = symbols.reduce((at, symbol) => childOf(trie, at, symbol), 0);
          const ids: number[] = [];
          forEachId(trie.own[node] ?? NaN, trie.lists, (one) => ids.push(one));
          expect(ids).toContain(id);
        }
        for (let node = 0; node < trie.symbol.length; node++) {
          const symbols = childrenOf(trie, node).map((child) => trie.symbol[child]);
          expect(symbols).toEqual([...new Set(symbols)].sort());
        }
      }),
    );
  });
});
