import { readdir } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { timeAgo } from '../../client-widget/widget/relative-time.ts';
import { format, type Message } from '../../shared/messages/format.ts';
import { LANGUAGES, pickLanguage, pickLocale, type Language } from '../../shared/messages/languages.ts';

const FOLDER = new URL('../../shared/messages/', import.meta.url);
const languages = Object.keys(LANGUAGES) as Language[];
const CATEGORIES = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/** Every sentence readers may be told, after its group and name. The console speaks languages of its own. */
async function sentencesOf(lang: Language): Promise<Map<string, Message>> {
  const folders = (await readdir(FOLDER, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const all = folders
    .filter(({ name }) => name !== 'console')
    .map(async ({ name }) => flat(name, (await import(`${FOLDER.href}${name}/${lang}.ts`)) as object));
  // What a file exports is called after the language, or alike in all.
  return new Map((await Promise.all(all)).flat().map(([name, message]) => [name.replace(`.${lang}.`, '.'), message]));
}

function flat(name: string, value: object | string): [string, Message][] {
  const isMessage = typeof value === 'string' || Object.keys(value).every((key) => CATEGORIES.has(key));
  if (isMessage) return [[name, value]];
  return Object.entries(value).flatMap(([key, inner]) => flat(`${name}.${key}`, inner as object | string));
}

const other = (message: Message | undefined): string =>
  (typeof message === 'object' ? message.other : message) ?? 'not a sentence';
const holes = (form: string): string[] => [...new Set(form.match(/\{\w+\}/g))].sort();
const plurals = (sentences: Map<string, Message>) =>
  [...sentences].flatMap(([name, message]) => (typeof message === 'string' ? [] : [{ name, forms: message }]));

describe.each(languages)('%s', (lang) => {
  const rules = new Intl.PluralRules(lang);
  let english: Map<string, Message>;
  let sentences: Map<string, Message>;
  beforeAll(async () => {
    [english, sentences] = await Promise.all([sentencesOf('en'), sentencesOf(lang)]);
  });

  test('says the same things as English, of the same names and numbers', () => {
    expect(english.size).toBeGreaterThan(200);
    expect([...sentences.keys()].sort()).toEqual([...english.keys()].sort());
    const wrong = [...sentences].filter(
      ([name, message]) => holes(other(message)).join() !== holes(other(english.get(name))).join(),
    );
    expect(wrong).toEqual([]);
  });

  test('has every plural form its rules know, and no other', () => {
    const known = rules.resolvedOptions().pluralCategories.sort();
    const wrong = plurals(sentences).filter(({ forms }) => Object.keys(forms).sort().join() !== known.join());
    expect(wrong).toEqual([]);
  });

  test('names the number in every form that stands for more than one', () => {
    const numbers = new Map<string, number>();
    for (let n = 0; n <= 200; n++) numbers.set(rules.select(n), (numbers.get(rules.select(n)) ?? 0) + 1);
    const wrong = plurals(sentences).flatMap(({ name, forms }) =>
      Object.entries(forms)
        .filter(([category, form]) => (numbers.get(category) ?? 2) > 1 && !form.includes('{n}'))
        .map(([category, form]) => [name, category, form]),
    );
    expect(wrong).toEqual([]);
  });

  test('marks stand as they are set in it', () => {
    const strange: Partial<Record<Language, RegExp>> = {
      fr: / [:;?!»]|«[^\u00a0]|'/,
      de: / [:;?!]|[“"](?=\p{L})|'|[^\u00a0]…/u,
      es: / [:;?!]|'|^[^¿]*\?|^[^¡]*!/,
    };
    // Word for word what the widget was asked to say.
    const given = lang === 'fr' ? ['reader.articleQuestion', 'reader.empty'] : [];
    const wrong = [...sentences].filter(
      ([name, message]) => !given.includes(name) && (strange[lang] ?? / [:;?!]|'/).test(other(message)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('what follows from the tag', () => {
  test('a region does not hide its language, and a language nobody wrote is English', () => {
    expect(pickLanguage(['de-AT'])).toBe('de');
    expect(pickLanguage(['nl', 'es-MX', 'fr'])).toBe('es');
    expect(pickLanguage(['constructor', ''])).toBe('en');
  });

  test.each([
    ['de', ['de'], '12.345 Kommentare', 'vor 2 Minuten', 'gestern'],
    ['de', ['en-GB', 'de-AT'], '12 345 Kommentare', 'vor 2 Minuten', 'gestern'],
    ['es', ['es'], '12.345 comentarios', 'hace 2 minutos', 'ayer'],
    ['es', ['es-MX'], '12,345 comentarios', 'hace 2 minutos', 'ayer'],
    ['it', ['it'], '12.345 commenti', '2 minuti fa', 'ieri'],
    ['pt', ['pt-BR'], '12.345 comentários', 'há 2 minutos', 'ontem'],
    ['pt', ['pt-PT'], '12 345 comentários', 'há 2 minutos', 'ontem'],
    ['tr', ['tr-TR'], '12.345 yorum', '2 dakika önce', 'dün'],
    ['fr', ['fr-FR'], '12 345 commentaires', 'il y a 2 minutes', 'hier'],
  ] as const)('%s for %j', async (lang, wishes, counted, minutes, day) => {
    const locale = pickLocale(lang, wishes);
    const now = Date.parse('2025-11-18T12:00:00Z');
    const plain = (said: string) => said.replace(/\s/g, ' ');
    const count = (await sentencesOf(lang)).get('reader.count') ?? '';
    expect(plain(format(count, { n: 12_345 }, locale))).toBe(counted);
    expect(plain(timeAgo('2025-11-18T11:58:00Z', now, locale))).toBe(minutes);
    expect(plain(timeAgo('2025-11-17T11:00:00Z', now, locale))).toBe(day);
  });
});
