import { createRequire } from 'node:module';
import { Filter } from 'bad-words';
import type { WORD_LANGUAGES } from '../../../shared/moderation-terms.ts';
import { AR } from './ar.ts';
import { DE } from './de.ts';
import { EN } from './en.ts';
import type { Entry, Exception, Lexicon } from './entry.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { formsOf } from './inflect.ts';
import type { Inflections } from './inflect.ts';
import { IT } from './it.ts';
import { PT } from './pt.ts';
import { RU } from './ru.ts';
import type { Group, LanguageSource } from './source.ts';
import { TR } from './tr.ts';
import { variantsOf } from './variants.ts';

/** Every language there is. A new one is one file like theirs, its code in WORD_LANGUAGES, and its name here. */
const SOURCES: Readonly<Record<(typeof WORD_LANGUAGES)[number], LanguageSource>> = {
  ...{ fr: FR, en: EN, tr: TR, ar: AR, de: DE, es: ES, it: IT, pt: PT, ru: RU },
};
const LANGUAGES = Object.values(SOURCES);

/** The word lists of packages, by the language they are for. */
const PACKAGES: readonly { readonly lang: string; readonly name: string; readonly words: () => readonly string[] }[] = [
  { lang: 'en', name: 'bad-words', words: () => new Filter().list },
  {
    lang: 'fr',
    name: 'french-badwords-list',
    words: () => arrayOf(createRequire(import.meta.url)('french-badwords-list')),
  },
];

/** All languages as one lexicon. Reviewed entries come first, so that they win over those of a package. */
export function loadLexicon(): Lexicon {
  const reviewed = LANGUAGES.flatMap((language) => language.groups.flatMap((group) => entriesOf(language, group)));
  const known = new Set(reviewed.map(keyOf));
  const fromPackages = PACKAGES.flatMap(({ lang, name, words }) => {
    const language = LANGUAGES.find((candidate) => candidate.lang === lang);
    return language?.packageReview === undefined ? [] : packageEntries(lang, language.packageReview, name, words());
  });
  const innocent = innocentWords();
  return {
    entries: [...reviewed, ...fromPackages.filter((entry) => !known.has(keyOf(entry)))].map((entry) => ({
      ...entry,
      innocentIn: [...entry.innocentIn, ...(innocent.get(keyOf(entry)) ?? [])],
    })),
    exceptions: LANGUAGES.flatMap(exceptionsOf),
    starred: new Set(LANGUAGES.flatMap((language) => split(language.starred))),
    commonWords: new Map(LANGUAGES.map(({ lang, commonWords }) => [lang, split(commonWords)])),
  };
}

/** Languages in which words are innocent, by the key of their entries. */
function innocentWords(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { lang, inflections, innocentIn = {} } of LANGUAGES)
    for (const [other, words] of Object.entries(innocentIn))
      for (const term of formsIn(words, inflections)) {
        const key = keyOf({ lang, term });
        found.set(key, [...(found.get(key) ?? []), other]);
      }
  return found;
}

function keyOf({ lang, term }: Pick<Entry, 'lang' | 'term'>): string {
  return `${lang} ${term}`;
}

/** Words are parted by white space, phrases by commas. */
function split(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '');
}

function splitPhrases(phrases: string): string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');
}

function formsIn(words: string, inflections: Inflections): string[] {
  return split(words).flatMap((word) => formsOf(word, inflections));
}

function entriesOf(language: LanguageSource, group: Group): Entry[] {
  const { lang, inflections } = language;
  const { words = '', phrases = '', prefixes = '', infixes = '', innocentIn = '', ...common } = group;
  const base = {
    homonym: false,
    accents: 'any' as const,
    everywhere: false,
    ...common,
    innocentIn: split(innocentIn),
    lang,
    source: 'reviewed',
  };
  const make = (match: Entry['match'], terms: readonly string[]): Entry[] =>
    terms.flatMap((term) =>
      variantsOf(term, base.homonym, language).map((variant) => ({ ...base, match, term: variant })),
    );
  return [
    ...make('whole', formsIn(words, inflections)),
    ...make('phrase', splitPhrases(phrases)),
    ...make('prefix', split(prefixes)),
    ...make('infix', split(infixes)),
  ];
}

function exceptionsOf({ exceptions, inflections }: LanguageSource): Exception[] {
  return [
    ...formsIn(exceptions.words, inflections).map((term) => ({ term, match: 'whole' as const })),
    ...split(exceptions.prefixes).map((term) => ({ term, match: 'prefix' as const })),
    ...splitPhrases(exceptions.phrases).map((term) => ({ term, match: 'phrase' as const })),
  ];
}

/** Only spellings with letters: the engine reads the disguised ones itself. */
const SPELLED_PLAINLY = /^[\p{L}]+(?:[ '-][\p{L}]+)*$/u;

function packageEntries(
  lang: string,
  review: NonNullable<LanguageSource['packageReview']>,
  source: string,
  words: readonly string[],
): Entry[] {
  const dropped = new Set([...split(review.drop), ...splitPhrases(review.dropPhrases ?? '')]);
  const mild = new Set(split(review.mild));
  const homonyms = new Set(split(review.homonyms));
  return words
    .map((word) => word.normalize('NFC').toLowerCase())
    .filter((word) => SPELLED_PLAINLY.test(word) && !dropped.has(word))
    .map((term) => ({
      term,
      lang,
      severity: mild.has(term) ? 'mild' : 'strong',
      category: 'profanity',
      match: /[ '-]/.test(term) ? 'phrase' : 'whole',
      everywhere: false,
      innocentIn: [],
      homonym: homonyms.has(term),
      accents: 'own',
      source,
    }));
}

function arrayOf(list: unknown): readonly string[] {
  if (typeof list !== 'object' || list === null || !('array' in list) || !Array.isArray(list.array)) return [];
  return list.array.filter((word): word is string => typeof word === 'string');
}
