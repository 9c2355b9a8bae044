import { describe, expect, test } from '@jest/globals';
import type { Entry } from '../../services/moderation/lexicons/entry.ts';
import { loadLexicon } from '../../services/moderation/lexicons/load.ts';
import { createFrom } from '../../services/moderation/text/engine.ts';
import { Random } from '../support/random.ts';

const lexicon = loadLexicon();
const engine = createFrom(lexicon);

/** A sentence with a word in it, by language. */
const SENTENCES: Readonly<Record<string, (word: string) => string>> = {
  fr: (word) => `Franchement, ${word} encore une fois.`,
  en: (word) => `Honestly, ${word} all over again.`,
  tr: (word) => `Bugün yine ${word} dediler.`,
  ar: (word) => `قالوا اليوم ${word} مرة أخرى`,
  de: (word) => `Heute wieder ${word} gehört.`,
  es: (word) => `Hoy dijeron ${word} otra vez.`,
  it: (word) => `Oggi hanno detto ${word} di nuovo.`,
  pt: (word) => `Hoje disseram ${word} outra vez.`,
  ru: (word) => `Сегодня снова сказали ${word} вслух.`,
};

const LEET: Readonly<Record<string, string>> = {
  a: '4',
  e: '3',
  i: '1',
  o: '0',
  s: '5',
  t: '7',
  о: '0',
  з: '3',
  ч: '4',
};
const LOOK: Readonly<Record<string, string>> = {
  ...{ a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', i: 'і' },
  ...{ а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', к: 'k' },
};

const swap = (word: string, by: Readonly<Record<string, string>>): string =>
  [...word].map((letter) => by[letter] ?? letter).join('');
const at = (word: string, place: number, put: (letter: string) => string): string =>
  [...word].map((letter, i) => (i === place ? put(letter) : letter)).join('');
const inside = (random: Random, word: string): number => 1 + random.below(word.length - 2);

/** Each way to disguise a word; undefined where a word cannot be disguised like this, or could be another word then. */
const DISGUISES: Readonly<Record<string, (word: string, random: Random) => string | undefined>> = {
  capitals: (word) => word.toUpperCase(),
  // A digit counts as a letter only beside real ones.
  leet: (word) =>
    [...word].filter((letter) => letter in LEET).length * 2 > word.length ? undefined : swap(word, LEET),
  lookalikes: (word) => (/^[a-z]+$/.test(word) ? swap(word, LOOK) : undefined),
  stretched: (word, random) => at(word, inside(random, word), (letter) => letter.repeat(4)),
  spaced: (word) => [...word].join(' '),
  dotted: (word) => [...word].join('.'),
  'zero-width': (word) => [...word].join('\u200b'),
  'struck through': (word) => [...word].map((letter) => `${letter}\u0336`).join(''),
  hyphenated: (word, random) => {
    const place = inside(random, word);
    return place < 2 || word.length - place < 2 ? undefined : `${word.slice(0, place)}-\n${word.slice(place)}`;
  },
  masked: (word, random) => (word.length < 5 ? undefined : at(word, inside(random, word), () => '*')),
};

/** Words for certain; where accents make the word, a disguise cannot leave them alone. */
function isCertain({ term, match, severity, homonym, accents, lang }: Entry): boolean {
  return (
    match === 'whole' &&
    severity !== 'mild' &&
    !homonym &&
    accents !== 'required' &&
    term.length >= 4 &&
    /^\p{L}+$/u.test(term) &&
    engine.isProfane((SENTENCES[lang] as (word: string) => string)(term), lang)
  );
}

const entries = lexicon.entries.filter(isCertain);

describe('a strong word in a neutral sentence', () => {
  test.each(Object.entries(DISGUISES))('%s: is found, in every language', (_name, disguise) => {
    const random = new Random(7);
    const counts = new Map<string, { found: number; all: number }>();
    const missed: string[] = [];
    for (const { term, lang } of entries) {
      // Some thousand of them are enough, and the same ones every time.
      if (!random.chance(0.15)) continue;
      const disguised = disguise(term, random);
      if (disguised === undefined) continue;
      const count = counts.get(lang) ?? { found: 0, all: 0 };
      counts.set(lang, count);
      count.all++;
      const text = (SENTENCES[lang] as (word: string) => string)(disguised);
      if (engine.isProfane(text, lang)) count.found++;
      else missed.push(`${lang} ${JSON.stringify(disguised)}`);
    }
    for (const [lang, { found, all }] of counts) {
      const enough = found >= 0.93 * all || all - found < 3;
      expect({ lang, enough, found, all, missed: enough ? [] : missed.filter((one) => one.startsWith(lang)) }).toEqual({
        ...{ lang, enough: true, found, all, missed: [] },
      });
    }
    const [found, all] = [...counts.values()].reduce(([a, b], one) => [a + one.found, b + one.all], [0, 0]);
    expect(all).toBeGreaterThan(200);
    expect(found / all).toBeGreaterThanOrEqual(0.97);
  });
});
