import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseComment } from '../../services/comments/markdown.ts';

function cutOut(text: string): string[] {
  return parseComment(text).links.map(({ span }) => text.slice(...span));
}

describe('where a link stands', () => {
  test.each([
    ['a bare address', 'voir https://bit.ly', ['https://bit.ly']],
    ['in capitals', 'voir HTTPS://Evil.example/x.', ['HTTPS://Evil.example/x']],
    ['with letters beyond ASCII', 'voir https://münchen.example/é ici', ['https://münchen.example/é']],
    ['in angle brackets', 'voir <https://évil.example> ici', ['<https://évil.example>']],
    [
      'behind words',
      'lisez [cet *article*](https://evil.example/a_b "là"), vite',
      ['[cet *article*](https://evil.example/a_b "là")'],
    ],
    ['over two lines', '[deux\nlignes](https://a.example)', ['[deux\nlignes](https://a.example)']],
    [
      'twice, one being the beginning of the other',
      'https://a.example/a https://a.example/a?q=é',
      ['https://a.example/a', 'https://a.example/a?q=é'],
    ],
    ['at the end of a spoiler', '||voir https://a.example||', ['https://a.example']],
    ['before the end of a spoiler', '||voir https://a.example/x|| fin', ['https://a.example/x']],
    [
      'in emphasis',
      '**https://a.example** et _[b](https://b.example)_',
      ['https://a.example', '[b](https://b.example)'],
    ],
    ['in brackets', '(https://a.example)', ['https://a.example']],
    [
      'in a quote in a list',
      '- un\n  > deux\n  > https://a.example\n- [t](https://b.example) trois',
      ['https://a.example', '[t](https://b.example)'],
    ],
    ['after a tab', '-\tun\n\thttps://a.example', ['https://a.example']],
    [
      'in lazy lines of a quote',
      '> un\nhttps://a.example\n   [b](https://b.example)',
      ['https://a.example', '[b](https://b.example)'],
    ],
    [
      'side by side',
      '[a](https://a.example)[b](https://b.example)',
      ['[a](https://a.example)', '[b](https://b.example)'],
    ],
    ['in quotes nested too deep', `${'> '.repeat(20)}voir https://a.example ici`, ['https://a.example']],
  ])('%s', (_, text, expected) => {
    expect(cutOut(text)).toEqual(expected);
  });

  test('is told of every link, in order, apart from each other, and holds its address', () => {
    const piece = fc.constantFrom(
      'https://a.example', 'HTTP://B.example/x', '[c](https://c.example)', '<https://d.example>', 'mailto:e@e.example', ' ', ' ',
      '\n', '\n\n', '> ', '- ', '1. ', '||', '**', '_', '`', '(', ')', '[', ']', 'mot', 'é', '\t', '😀', '```\n', '~~',
    ); // oxfmt-ignore
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('').trim()),
        (text) => {
          for (const { href, span } of parseComment(text).links) {
            const host = /example/.test(href) ? (/([a-e])[.]example/.exec(href)?.[0] ?? '') : '';
            expect(text.slice(...span).toLowerCase()).toContain(host);
            expect(span[0]).toBeGreaterThanOrEqual(0);
            expect(span[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
