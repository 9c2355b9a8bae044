import { describe, expect, test } from '@jest/globals';
import { detectLanguage } from '../../services/moderation/language.ts';
import type { Entry, Lexicon } from '../../services/moderation/lexicons/entry.ts';
import { createPolicy } from '../../services/moderation/policy.ts';
import { screenComment } from '../../services/moderation/screen.ts';
import { createFrom } from '../../services/moderation/text/engine.ts';
import { siteSettingsSchema } from '../../shared/site.ts';
import { FRENCH_WITH_GUESTS, SHORT_COMMENTS, UNTOLD } from '../support/short-comments.ts';
import { engine } from '../support/words-found.ts';

describe('the language of a short comment', () => {
  test.each(Object.entries(SHORT_COMMENTS))('%s is told nearly always, and never mistaken', (lang, texts) => {
    const told = texts.map(detectLanguage).filter((found) => found !== null);
    expect(new Set(told)).toEqual(new Set([lang]));
    expect(told.length).toBeGreaterThanOrEqual(texts.length * 0.85);
  });

  test('is told in capitals as well, and with the letters of a text typed apart', () => {
    expect(detectLanguage('BELEDİYE BAŞKANI ÖNCE OKULLARI DÜŞÜNMELİ BENCE')).toBe('tr');
    expect(detectLanguage('Die Halle gehört allen.\nUnd ihr habt sie nicht gefragt, w a r u m')).toBe('de');
  });

  test.each(UNTOLD)('is not guessed: %s', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  test.each(FRENCH_WITH_GUESTS)('is not that of a guest: %s', (text) => {
    expect([null, 'fr']).toContain(detectLanguage(text));
  });

  test('is not proved by a chorus, an address or letters in a row', () => {
    expect(detectLanguage('und '.repeat(200))).toBeNull();
    expect(detectLanguage('oui https://example.org/der/die/das/und/nicht/ich/wir/sie non')).toBeNull();
    expect(detectLanguage('o a e o a e o a e')).toBeNull();
  });

  test('is told of nothing, of a long text by its beginning, and of any text without failing', () => {
    expect(detectLanguage('')).toBeNull();
    expect(detectLanguage('Die Halle gehört allen, und ihr habt sie nicht gefragt. '.repeat(2000))).toBe('de');
    for (const text of ['😀'.repeat(5000), '\ud800\u0000\u202e', '://'.repeat(2000), 'a:'.repeat(2500)])
      expect(detectLanguage(text)).toBeNull();
  });
});

describe('a comment is read in its own language, too', () => {
  const entry = (lang: string, term: string, innocentIn: string[] = []): Entry => ({
    term,
    lang,
    severity: 'strong',
    category: 'insult',
    match: 'whole',
    everywhere: false,
    innocentIn,
    homonym: false,
    accents: 'own',
    source: 'reviewed',
  });
  /** A word of each of two languages that is innocent in French, and one that is not a French word at all. */
  const lexicon: Lexicon = {
    entries: [entry('tr', 'mal', ['fr']), entry('tr', 'şerefsiz'), entry('de', 'dick', ['fr']), entry('fr', 'con')],
    exceptions: [],
    starred: new Set(),
    commonWords: new Map(),
  };
  const policy = createPolicy(createFrom(lexicon));
  const found = (text: string, lang = 'fr', threadLang: string | null = null): string[] => {
    const site = { lang, settings: siteSettingsSchema.parse({}) };
    const about = {
      threadLang,
      claimedLang: null,
      name: 'Camille',
      links: [],
      repeats: { own: 0, thread: 0, site: 0 },
    };
    const { verdict } = screenComment(policy, { site, author: { published: 9 }, text, ...about });
    return verdict.hits.filter(({ ruleId }) => ruleId === 'lexicon').map(({ matched = '' }) => matched);
  };

  test('whoever writes Turkish under a French article is read in Turkish', () => {
    expect(found('Sen ne şerefsiz adamsın ya, hiçbir şeyden haberin yok.')).toEqual(['şerefsiz']);
  });

  test('a word alone is not enough, and the site’s own language always counts', () => {
    expect(found('şerefsiz')).toEqual([]);
    expect(found('Sen ne con adamsın ya, hiçbir şeyden haberin yok.')).toEqual(['con']);
  });

  test('what is innocent on the page stays innocent, whatever the comment is written in', () => {
    expect(found('Sen ne mal adamsın ya, hiçbir şeyden haberin yok.')).toEqual([]);
    expect(found('Der ist so dick und dumm, dass er es nicht einmal merkt.')).toEqual([]);
    expect(found('Sen ne mal adamsın ya, hiçbir şeyden haberin yok.', 'en')).toEqual(['mal']);
  });

  test('French with words of another language adds nothing', () => {
    expect(found('Il a mal compris la question, comme d’habitude, et mon ami Dick aussi.')).toEqual([]);
  });
});

describe('with the real lexicon', () => {
  const policy = createPolicy(engine);
  /** Words that are rude in one language and ordinary in French stay ordinary in French sentences. */
  test.each(FRENCH_WITH_GUESTS)('finds no word of a language nobody writes in: %s', (text) => {
    const site = { lang: 'fr', settings: siteSettingsSchema.parse({}) };
    const about = { threadLang: null, claimedLang: null, name: 'Camille', links: [] };
    const repeats = { own: 0, thread: 0, site: 0 };
    const { verdict } = screenComment(policy, { site, author: { published: 9 }, text, repeats, ...about });
    const languages = verdict.hits.map(({ detail }) => detail?.['lang']);
    expect(languages.filter((lang) => lang !== 'fr' && lang !== 'en')).toEqual([]);
  });
});
