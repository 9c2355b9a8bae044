import { ENDINGS, LITTLE_WORDS } from './little-words.ts';

/**
 * Which of the lexicons' languages a comment is written in. Made for short texts and for being right when it answers: it
 * counts the little words every sentence of a language has, and stays silent where they are few or contradict each other.
 * Why no package does this: docs/decisions/0008-a-language-detector-of-our-own.md
 */

/** Units that are looked at: a language shows early, and a long text must not cost more. */
const LOOKED_AT = 600;
/** Words a text must have, and points: two little words no other language has, or more that others share. */
const MIN_WORDS = 4;
const MIN_POINTS = 4;
/** An ending counts from this length on. */
const LONG_WORD = 5;
/** How far ahead of the next language the best must be; beside names and quotations of another there is no telling. */
const LEAD = 1.5;
/** Letters of another script that make a text one of it, if they are most of its letters. */
const MIN_LETTERS = 12;

const LANGUAGES = Object.keys(LITTLE_WORDS);
const KNOWN = new Set(['fr', 'en', 'tr', 'de', 'es', 'it', 'pt']);

/** The languages of a little word, as places in LANGUAGES. */
const languagesOf = byEntry(LITTLE_WORDS);
const languagesOfEnd = byEntry(ENDINGS);

function byEntry(lists: Readonly<Record<string, string>>): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [language, entries] of Object.entries(lists))
    for (const entry of new Set(entries.split(/\s+/)))
      found.set(entry, [...(found.get(entry) ?? []), LANGUAGES.indexOf(language)]);
  return found;
}

/** Letters only one of the languages has: a word with one speaks for it as a little word that others have, too. */
const OWN_LETTERS: readonly (readonly [letters: RegExp, language: number])[] = [
  [/[ığ]/, LANGUAGES.indexOf('tr')],
  [/ß/, LANGUAGES.indexOf('de')],
  [/[ñ¿¡]/, LANGUAGES.indexOf('es')],
  [/[ãõ]/, LANGUAGES.indexOf('pt')],
];

/** Letters of Persian, Urdu and Kurdish that Arabic does not write. */
const NOT_ARABIC = /[پچژگکیےۆێ]/;
/** Letters of Ukrainian, Belarusian, Serbian, Macedonian and Kazakh that Russian does not write. */
const NOT_RUSSIAN = /[іїєґўјљњћђџѓќѕәғқңөұүһ]/;

/** ISO 639-1, one of the lexicons' languages; null where the text is too short, too mixed, or in none of them. */
export function detectLanguage(text: string): string | null {
  const start = text.length > LOOKED_AT ? text.slice(0, LOOKED_AT) : text;
  const read = (start.includes('://') ? start.replace(/\w{1,10}:\/\/\S+/g, ' ') : start).toLowerCase();
  const { words, arabic, cyrillic, letters } = wordsOf(read);
  if (arabic >= MIN_LETTERS && arabic * 2 > letters) return NOT_ARABIC.test(read) ? null : 'ar';
  if (cyrillic >= MIN_LETTERS && cyrillic * 2 > letters) return NOT_RUSSIAN.test(read) ? null : 'ru';
  const said = words.filter((word, at) => word.length > 1 || !isSpelledOut(words, at));
  return said.length < MIN_WORDS ? null : byLittleWords(said, read);
}

/** Letters in a row spell a word out; they are no words themselves. */
function isSpelledOut(words: readonly string[], at: number): boolean {
  return words[at - 1]?.length === 1 || words[at + 1]?.length === 1;
}

function byLittleWords(words: readonly string[], read: string): string | null {
  const points = LANGUAGES.map(() => 0);
  // Said twice is said once: a chorus proves nothing.
  for (const word of new Set(words)) {
    const languages = languagesOf.get(word) ?? [];
    for (const at of languages) points[at] = (points[at] ?? 0) + (languages.length === 1 ? 2 : 1);
  }
  const others = words.filter((word) => word.length >= LONG_WORD && !languagesOf.has(word));
  const ends = new Set(others.map((word) => word.slice(-3)));
  for (const end of ends) {
    const languages = languagesOfEnd.get(end) ?? [];
    for (const at of languages) points[at] = (points[at] ?? 0) + (languages.length === 1 ? 1 : 0.5);
  }
  for (const [letters, at] of OWN_LETTERS) if (letters.test(read)) points[at] = (points[at] ?? 0) + 2;
  const most = Math.max(...points);
  const best = points.indexOf(most);
  const next = Math.max(...points.filter((_, at) => at !== best));
  const language = LANGUAGES[best] ?? '';
  return most >= MIN_POINTS && most >= next * LEAD && KNOWN.has(language) ? language : null;
}

function wordsOf(text: string): { words: string[]; arabic: number; cyrillic: number; letters: number } {
  const found = { words: [] as string[], arabic: 0, cyrillic: 0, letters: 0 };
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      if (start < 0) start = at;
      found.letters++;
      if (code >= 0x400 && code < 0x530) found.cyrillic++;
      else if (code >= 0x600 && code < 0x780) found.arabic++;
    } else if (start >= 0) {
      found.words.push(text.slice(start, at));
      start = -1;
    }
  }
  return found;
}

/** Near enough for counting: what is taken for a letter by mistake only makes an unknown word. NaN, the end, is none. */
function isLetter(code: number): boolean {
  if (code < 0xaa) return code >= 97 && code <= 122;
  return (code < 0x2000 && code !== 0xab && code !== 0xbb && code !== 0xbf) || (code > 0x2e00 && code < 0xd800);
}
