import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseComment } from '../../services/comments/markdown.ts';
import { maskText } from '../../services/comments/masking.ts';
import { cleanText } from '../../shared/clean-text.ts';
import { seenTexts } from '../../services/moderation/rules/as-read.ts';
import { lexiconRule } from '../../services/moderation/rules/lexicon.ts';
import { siteWordsRule } from '../../services/moderation/rules/site-words.ts';
import { createWordFinders } from '../../services/moderation/site-words.ts';
import { moderationContext } from '../support/moderation-context.ts';
import { engine } from '../support/words-found.ts';

const finders = createWordFinders();
const lexicon = lexiconRule(engine, finders);
const siteWords = siteWordsRule(finders);

const contextOf = (body: string, words: { mask?: string[]; allow?: string[] } = {}) =>
  moderationContext({
    body,
    links: parseComment(body).links,
    settings: { words: { refuse: [], hold: [], mask: [], allow: [], ...words } },
  });

describe('words that only a reader sees', () => {
  const found = (body: string, words = {}) =>
    lexicon.check(contextOf(body, words)).map(({ span = [0, 0], matched }) => [body.slice(...span), matched]);

  test.each([
    ['in the words of a link', 'f[u](https://a.example)ck', 'f[u](https://a.example)ck', 'fuck'],
    [
      'in links side by side',
      'un [con](https://a.example)[nard](https://b.example) fini',
      'con](https://a.example)[nard',
      'connard',
    ],
    [
      'in a phrase',
      'va te [faire](https://a.example "là") foutre',
      'va te [faire](https://a.example "là") foutre',
      'va te faire foutre',
    ],
    ['around a link without words', 'encu[](https://a.example)lé', 'encu[](https://a.example)lé', 'encul'],
    ['upside down', 'oh ʞɔnɟ alors', 'ʞɔnɟ', 'fuck'],
    ['upside down, from the end', 'oui pɹɐuuoɔ ǝpɹǝɯ', 'pɹɐuuoɔ', 'connard'],
  ])('%s', (_, body, marked, matched) => {
    expect(found(body)).toContainEqual([expect.stringContaining(marked), matched]);
  });

  test('what was typed plainly is told once', () => {
    expect(found('[quel connard](https://a.example/) et [fuck](https://b.example/)').map(([word]) => word)).toEqual([
      'connard',
      'fuck',
    ]);
  });

  test.each([
    'lisez [cet article](https://a.example)court et le conc[ours](https://b.example)',
    'Ewe: ɖevi siwo le afɔ ƒe ŋutɔ dzi ɔ, ǝnǝ ǝ',
    'ŋ ʌ ɪ ə ʃ [ˈlɪtəɹəʧəɹ] ɹɐdɪo',
    'ɐʇǝǝqɐɥdןɐ',
  ])('nothing in: %s', (body) => {
    expect(found(body)).toEqual([]);
  });

  test('what the site allows is allowed there, too', () => {
    expect(found('f[u](https://a.example)ck', { allow: ['fuck'] })).toEqual([]);
  });

  test('a name upside down', () => {
    expect(lexicon.check(moderationContext({ name: 'pɹɐuuoɔ' }))).toMatchObject([
      { field: 'name', level: 'hold', span: [0, 7] },
    ]);
  });

  test('are masked with all that stands between', () => {
    const body = 'quel saper[lipo](https://a.example)pette, ce gros [mot](https://b.example)';
    const hits = siteWords.check(contextOf(body, { mask: ['saperlipopette', 'gros mot'] }));
    const masked = maskText(
      body,
      hits.flatMap(({ span }) => (span === undefined ? [] : [span])),
    );
    expect(masked).not.toMatch(/lipo|pette|mot/);
    expect(masked).toMatch(/^quel s•+, ce g••• •+/);
  });
});

describe('a text as it is seen', () => {
  test('is nothing else for ordinary texts', () => {
    for (const text of ['Merci !', 'voir https://a.example/[b](c)', '[ ] fait [x](y)', 'ı ɪ', 'ɔ'])
      expect(seenTexts(text, parseComment(text).links)).toEqual([]);
  });

  test('has its places in what was typed, in order, whatever that is', () => {
    const piece = fc.constantFrom(
      'f',
      ' ',
      '[u](https://a.example)',
      '[',
      '](',
      ')',
      'ɔ',
      'ʞ',
      'n',
      '😀',
      '\n',
      '> ',
      '**',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = cleanText(pieces.join(''));
        for (const seen of seenTexts(text, parseComment(text).links))
          for (let from = 0; from < seen.text.length; from++)
            for (let to = from + 1; to <= seen.text.length; to++) {
              const [start, end] = seen.typed(from, to);
              expect(start >= 0 && start < end && end <= text.length).toBe(true);
            }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the text as it is stored', () => {
  test('is read in the order it is stored in', () => {
    expect(cleanText('voir \u202edrannoc\u202d ici')).toBe('voir drannoc ici');
  });

  test('keeps what Arabic beside Latin needs', () => {
    const text = 'قال \u2066Le Monde\u2069 ذلك \u202bنص\u202c';
    expect(cleanText(text)).toBe(text);
  });
});
