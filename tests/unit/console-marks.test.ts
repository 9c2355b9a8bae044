import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutAtMarks } from '../../client-widget/console/marks.ts';

const shown = (text: string, spans: ([number, number] | undefined)[]): string =>
  cutAtMarks(text, spans)
    .map(({ text: piece, over, ends }) => (over.length === 0 ? piece : `[${piece}|${over.join()}|${ends.join()}]`))
    .join('');

describe('a text cut at its marks', () => {
  test('keeps plain text whole and marks what a span covers', () => {
    expect(shown('plain', [])).toBe('plain');
    expect(shown('un mot ici', [[3, 6]])).toBe('un [mot|0|0] ici');
    expect(shown('', [[0, 1]])).toBe('');
  });

  test('lets spans overlap, nest and touch; each number comes at the end of its span', () => {
    expect(
      shown('abcdef', [
        [0, 4],
        [2, 6],
      ]),
    ).toBe('[ab|0|][cd|0,1|0][ef|1|1]');
    expect(
      shown('abcdef', [
        [0, 6],
        [2, 4],
      ]),
    ).toBe('[ab|0|][cd|0,1|1][ef|0|0]');
    expect(
      shown('abcd', [
        [0, 2],
        [2, 4],
      ]),
    ).toBe('[ab|0|0][cd|1|1]');
    expect(
      shown('abcd', [
        [1, 3],
        [1, 3],
      ]),
    ).toBe('a[bc|0,1|0,1]d');
  });

  test('keeps the numbering when a reason has no place in the text', () => {
    expect(shown('un mot', [undefined, [3, 6]])).toBe('un [mot|1|1]');
  });

  test('shows no half character: a span through a surrogate pair takes all of it', () => {
    expect(shown('a🤬b', [[2, 3]])).toBe('a[🤬|0|0]b');
    expect(shown('a🤬b', [[0, 2]])).toBe('[a🤬|0|0]b');
  });

  test('marks nothing for a span that is empty, reversed or outside', () => {
    expect(
      shown('abc', [
        [1, 1],
        [2, 1],
        [7, 9],
        [-3, 0],
      ]),
    ).toBe('abc');
    expect(shown('abc', [[-1, 99]])).toBe('[abc|0|0]');
  });

  const alphabet = fc.oneof(fc.constantFrom('🤬', 'حمار', '👨‍👩‍👧', 'e\u0301', '\u200d', '\ud83d', '\n', 'ß'), fc.string());
  const texts = fc.array(alphabet, { maxLength: 12 }).map((parts) => parts.join(''));
  const spans = fc.array(
    fc.option(fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 })), { nil: undefined }),
    {
      maxLength: 8,
    },
  );

  test('joined, the pieces are the text, whatever the text and the spans', () => {
    fc.assert(
      fc.property(texts, spans, (text, marks) => {
        const pieces = cutAtMarks(text, marks);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  test('every span that covers something is marked whole, and ends once', () => {
    fc.assert(
      fc.property(texts, spans, (text, marks) => {
        const pieces = cutAtMarks(text, marks);
        marks.forEach((span, index) => {
          const marked = pieces.filter((piece) => piece.over.includes(index)).map((piece) => piece.text);
          const ends = pieces.filter((piece) => piece.ends.includes(index)).length;
          const covered = span === undefined ? '' : text.slice(Math.max(0, span[0]), Math.max(0, span[1]));
          const isReal = span !== undefined && span[0] < span[1] && covered !== '';
          expect(ends).toBe(isReal ? 1 : 0);
          expect(marked.join('').includes(isReal ? covered : '')).toBe(true);
        });
      }),
    );
  });
});
