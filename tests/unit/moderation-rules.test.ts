import { describe, expect, test } from '@jest/globals';
import { parseComment, type Link } from '../../services/comments/markdown.ts';
import { languagesRule } from '../../services/moderation/rules/languages.ts';
import { lexiconRule } from '../../services/moderation/rules/lexicon.ts';
import { linksRule } from '../../services/moderation/rules/links.ts';
import { newcomerRule } from '../../services/moderation/rules/newcomer.ts';
import { repeatRule } from '../../services/moderation/rules/repeat.ts';
import { moderationContext } from '../support/moderation-context.ts';
import { engine } from '../support/words-found.ts';

const link = (href: string, text = href): Link => ({ href, text, span: [0, text.length] });

describe('lexicon rule', () => {
  const rule = lexiconRule(engine);

  test('holds a text of nothing but disguises, most of which it does not read', () => {
    const body = 'mer\nrd-3 '.repeat(12_000);
    const found = rule.check(moderationContext({ body })).find(({ detail }) => detail?.['reason'] === 'unread');
    expect(found).toMatchObject({ level: 'hold', field: 'body', span: [expect.any(Number), body.length] });
    expect(found?.span?.[0]).toBeGreaterThan(3_000);
  });

  test('holds profanity in the body, with its span', () => {
    const body = 'Ce maire est un c0nnard.';
    const [finding] = rule.check(moderationContext({ body }));
    expect(finding).toMatchObject({ level: 'hold', field: 'body', span: [16, 23], matched: 'connard' });
    expect(finding?.detail).toMatchObject({ severity: 'strong', how: 'leet', homonym: false });
  });

  test('holds it in the name too', () => {
    expect(rule.check(moderationContext({ name: 'Gros_Connard' }))).toMatchObject([{ level: 'hold', field: 'name' }]);
  });

  test('only asks for a look at a word with an innocent meaning', () => {
    expect(rule.check(moderationContext({ body: 'Quelle tapette.' }))).toMatchObject([{ level: 'suspect' }]);
  });

  test('publishes mild words, and asks for a look', () => {
    expect(rule.check(moderationContext({ body: 'Bande de crétins.' }))).toMatchObject([{ level: 'suspect' }]);
  });

  test('follows the site: levels per severity, and the languages of its page', () => {
    const settings = { severityLevels: { mild: 'pass', strong: 'suspect', extreme: 'reject' } } as const;
    expect(rule.check(moderationContext({ body: 'merde', settings }))).toMatchObject([{ level: 'suspect' }]);
    expect(rule.check(moderationContext({ body: 'sale bougnoule', settings }))).toMatchObject([{ level: 'reject' }]);
    const bilingual = { page: ['fr', 'en'], besides: [] };
    expect(rule.check(moderationContext({ body: 'quel con', languages: bilingual }))).toMatchObject([
      { level: 'hold' },
    ]);
    const english = { page: ['en'], besides: [] };
    expect(rule.check(moderationContext({ body: 'pros and con', languages: english }))).toEqual([]);
  });
});

describe('languages rule', () => {
  const others = (read: ('de' | 'en')[] = [], level: 'pass' | 'suspect' | 'hold' = 'hold') => ({
    languages: { read, others: level },
  });
  const check = (detected: string | null, settings: ReturnType<typeof others>, page = ['fr']) =>
    languagesRule.check(moderationContext({ detected, settings, languages: { page, besides: ['en', 'de'] } }));

  test('finds what is surely in a language that nobody here reads, at the level of the site', () => {
    expect(check('de', others())).toEqual([{ level: 'hold', field: 'body', detail: { lang: 'de' } }]);
    expect(check('en', others([], 'suspect'))).toMatchObject([{ level: 'suspect', detail: { lang: 'en' } }]);
  });

  test('lets pass the languages of the page and those the site reads, what is not sure, and all where nobody asks', () => {
    expect(check('fr', others(), ['fr-CA'])).toEqual([]);
    expect(check('tr', others(), ['fr', 'TR'])).toEqual([]);
    expect(check('de', others(['de']))).toEqual([]);
    expect(check(null, others())).toEqual([]);
    expect(check('de', others([], 'pass'))).toEqual([]);
  });
});

describe('links rule', () => {
  test('lets a few links pass and holds more than the limit', () => {
    const links = ['a', 'b', 'c'].map((name) => link(`https://${name}.example/`));
    expect(linksRule.check(moderationContext({ links: links.slice(0, 2) }))).toEqual([]);
    expect(linksRule.check(moderationContext({ links }))).toMatchObject([
      { level: 'hold', detail: { reason: 'too-many', count: 3, limit: 2 } },
    ]);
  });

  test('does not count allowed hosts', () => {
    const links = Array.from({ length: 5 }, (_, i) => link(`https://www.mairie.example/${i}`));
    expect(linksRule.check(moderationContext({ links, settings: { allowedHosts: ['mairie.example'] } }))).toEqual([]);
  });

  test('holds denied hosts and their subdomains, and says where', () => {
    const body = 'Voyez https://shop.spam.example/x ici';
    const settings = { deniedHosts: ['Spam.example'], allowedHosts: ['spam.example'] };
    const { links } = parseComment(body);
    expect(linksRule.check(moderationContext({ body, links, settings }))).toMatchObject([
      { level: 'hold', span: [6, 33], detail: { reason: 'denied-host', host: 'shop.spam.example' } },
    ]);
    expect(linksRule.check(moderationContext({ links: [link('https://notspam.example/')], settings }))).toEqual([]);
  });

  test.each([
    ['https://evil.example/', 'www.lemonde.fr', 1],
    ['https://evil.example/', 'https://lemonde.fr/article', 1],
    ['https://lemonde.fr/a', 'www.lemonde.fr', 0],
    ['https://evil.example/', 'cet article', 0],
    ['https://evil.example/', 'M. Martin', 0],
    ['https://evil.example/', 'v1.2', 0],
    ['https://evil.co.uk/', 'good.co.uk', 1],
    ['mailto:a@lemonde.fr', 'a@lemonde.fr', 0],
    ['nonsense', 'lemonde.fr', 0],
  ])('%s shown as %s: %d findings', (href, text, count) => {
    expect(linksRule.check(moderationContext({ links: [link(href, text)] }))).toHaveLength(count);
  });

  test('holds punycode', () => {
    expect(linksRule.check(moderationContext({ links: [link('https://аррӏе.com/', 'ici')] }))).toMatchObject([
      { detail: { reason: 'punycode', host: 'xn--80ak6aa92e.com' } },
    ]);
  });
});

describe('repeat rule', () => {
  const long = 'Achetez vos fenêtres chez nous, les prix sont les plus bas.';

  test('nothing repeated, nothing to say', () => {
    expect(repeatRule.check(moderationContext({ body: long }))).toEqual([]);
  });

  test('holds the same text of the same author, and a flood on the site', () => {
    const repeats = { own: 1, thread: 0, site: 3 };
    expect(repeatRule.check(moderationContext({ body: long, repeats })).map(({ level }) => level)).toEqual([
      'hold',
      'hold',
    ]);
  });

  test('two people may say thank you', () => {
    const repeats = { own: 0, thread: 4, site: 30 };
    expect(repeatRule.check(moderationContext({ body: 'Merci !', repeats }))).toEqual([]);
    expect(repeatRule.check(moderationContext({ body: long, repeats: { own: 0, thread: 1, site: 1 } }))).toMatchObject([
      { level: 'suspect', detail: { where: 'thread' } },
      { level: 'suspect', detail: { where: 'site' } },
    ]);
  });
});

describe('newcomer rule', () => {
  test.each([
    [0, null, 0],
    [0, 0, 0],
    [2, 0, 1],
    [2, 1, 1],
    [2, 2, 0],
  ])('hold the first %d, %p published: %d findings', (newcomerHold, published, count) => {
    const context = moderationContext({ author: { published }, settings: { newcomerHold } });
    expect(newcomerRule.check(context)).toHaveLength(count);
  });
});
