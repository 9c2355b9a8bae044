import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalText, createCanonicaliser } from '../../services/moderation/text/canonical.ts';
import { textHash } from '../../services/moderation/text/text-hash.ts';

describe('canonical form', () => {
  test.each([
    ['case and accents', 'ÉTÉ à l’École', "ete a l'ecole"],
    ['ligatures', 'ﬃ œuvre Straße', 'ffi oeuvre strasse'],
    ['Turkish dotted and dotless i', 'İSTANBUL ISPARTA ılık', 'istanbul isparta ilik'],
    ['styled letters', '𝓫𝓸𝓷 🅑🅞🅝 ⓑⓞⓝ ｂｏｎ 🄱🄾🄽 ʙᴏɴ', 'bon bon bon bon bon bon'],
    ['zero-width characters', 'bo\u200bn\u2060jo\u00adur\ufeff', 'bonjour'],
    ['combining marks', 'b\u0336o\u0301\u0327n', 'bon'],
    ['typographic signs', '«\u00a0bon\u00a0» – “bon”', '" bon " - "bon"'],
    ['lookalikes in a mixed word', 'bоnjоur', 'bonjour'],
    ['capitals that look like others', 'ΗELLΟ', 'hello'],
    ['a word made of rare lookalikes only', 'ѕһор', 'shop'],
    ['Latin letters in a Cyrillic word', 'дoбpый мyзeй', 'добрыи музеи'],
    ['Cyrillic letters in a Latin word', 'gооd еvеning', 'good evening'],
    ['a word cut at the end of a line', 'con-\ncours et con-\r\ncours', 'concours et concours'],
    ['white space', '  a\t b\n\n c ', 'a b c'],
  ])('folds %s', (_, text, expected) => {
    expect(canonicalText(text)).toBe(expected);
  });

  test('leaves words of other scripts alone', () => {
    expect(canonicalText('Привет')).toBe('привет');
    expect(canonicalText('αθήνα')).toBe('αθηνα');
    expect(canonicalText('日本語 한국어')).toBe('日本語 한국어');
  });

  test('a word that may be of either script is of that of the page', () => {
    const read = (text: string, isCyrillic: boolean): string => {
      const { units, length } = createCanonicaliser()(text, isCyrillic);
      return String.fromCharCode(...units.subarray(0, length));
    };
    expect(read('хоpоm', false)).toBe('xopom');
    expect(read('хоpоm', true)).toBe('хором');
    expect(read('quiвт', true)).toBe('quibt');
  });

  test('is idempotent', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const tricky = fc.string({
      unit: fc.constantFrom('a', 'é', 'о', 'Η', 'ß', '-', '\n', '\r', '\u200b', '\u0301', ' ', '’', '🅰', 'İ', 'ﬃ', 'ѕ'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(fc.oneof(text, tricky), (value) => {
        expect(canonicalText(canonicalText(value))).toBe(canonicalText(value));
      }),
      { numRuns: 500 },
    );
  });

  test('maps every unit to a place in the original, in order', () => {
    const canonicalise = createCanonicaliser();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const { starts, length } = canonicalise(text);
        expect(starts[length]).toBe(text.length);
        for (let i = 0; i < length; i++) {
          expect(starts[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : (starts[i - 1] ?? 0));
          expect(starts[i]).toBeLessThan(text.length);
        }
      }),
    );
  });

  test('forgets the text before', () => {
    const canonicalise = createCanonicaliser();
    canonicalise('œ'.repeat(500));
    const { units, starts, length } = canonicalise('abc');
    expect([...units.subarray(0, length)]).toEqual([97, 98, 99]);
    expect([...starts.subarray(0, length + 1)]).toEqual([0, 1, 2, 3]);
  });
});

describe('text hash', () => {
  test('is equal for texts a reader takes for the same', () => {
    expect(textHash('Achetez ICI !')).toBe(textHash('  achetez\u200b  ici !'));
    expect(textHash('Achetez ici !')).not.toBe(textHash('Achetez là !'));
    expect(textHash('')).toMatch(/^[\w-]{43}$/);
  });
});
