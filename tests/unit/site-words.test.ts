import { describe, expect, test } from '@jest/globals';
import { createWordFinders } from '../../services/moderation/site-words.ts';
import { lexiconRule } from '../../services/moderation/rules/lexicon.ts';
import { siteWordsRule } from '../../services/moderation/rules/site-words.ts';
import { settingsFaults } from '../../services/moderation/settings-faults.ts';
import { siteSettingsInputSchema, siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';
import { moderationContext } from '../support/moderation-context.ts';
import { engine } from '../support/words-found.ts';

type Words = SiteSettings['words'];
const lists = (words: Partial<Words>): Words => ({ refuse: [], hold: [], mask: [], allow: [], ...words });
const finders = createWordFinders();
const found = (entries: string[], text: string): string[] =>
  finders(entries)(text).map(({ start, end }) => text.slice(start, end));

describe('the schema of a site’s words', () => {
  const issues = (words: unknown): unknown[] => {
    const parsed = siteSettingsSchema.safeParse({ words });
    return parsed.success
      ? []
      : parsed.error.issues.map((issue) => [
          issue.path.join('.'),
          issue.code === 'custom' ? `${String(issue.params?.['code'])} ${String(issue.params?.['entry'])}` : issue.code,
        ]);
  };

  test('cleans entries: NFC, no space around, single spaces', () => {
    const { words } = siteSettingsSchema.parse({ words: lists({ hold: ['  pe\u0301che  miracle ', '*Niais*'] }) });
    expect(words.hold).toEqual(['p\u00e9che miracle', '*Niais*']);
  });

  test('is empty where nobody has said anything', () => {
    expect(siteSettingsSchema.parse({}).words).toEqual(lists({}));
  });

  test.each<[string, Partial<Words>, unknown[]]>([
    ['the same entry twice', { hold: ['Patate', 'navet', 'patate'] }, [['words.hold.2', 'duplicate patate']]],
    [
      'one entry in two lists, at both places',
      { hold: ['navet'], allow: ['radis', 'Navet'] },
      [
        ['words.hold.0', 'contradiction navet'],
        ['words.allow.1', 'contradiction Navet'],
      ],
    ],
    [
      'a star elsewhere',
      { mask: ['*fin', 'mi*lieu', '*', '**'] },
      ['*fin', 'mi*lieu', '*', '**'].map((entry, i) => [`words.mask.${i}`, `misplaced-star ${entry}`]),
    ],
    ['control characters', { hold: ['pa\u0000tate'] }, [['words.hold.0', 'invalid_format']]],
    ['nothing', { hold: ['   '] }, [['words.hold.0', 'too_small']]],
    ['too long an entry', { hold: ['a'.repeat(81)] }, [['words.hold.0', 'too_big']]],
    ['too many', { hold: Array.from({ length: 501 }, (_, i) => `mot ${i}`) }, [['words.hold', 'too_big']]],
  ])('refuses %s', (_, words, expected) => {
    expect(issues(lists(words))).toEqual(expected);
  });

  test('counts characters as people do', () => {
    expect(issues(lists({ hold: ['\u{1d5ee}'.repeat(80)] }))).toEqual([]);
  });

  test('brings hosts into the form links are compared in', () => {
    const { deniedHosts } = siteSettingsInputSchema.parse({ deniedHosts: ['*.Exemple.FR', 'évry.fr', '192.0.2.7'] });
    expect(deniedHosts).toEqual(['exemple.fr', 'xn--vry-9la.fr', '192.0.2.7']);
    for (const host of ['https://exemple.fr', 'exemple.fr/page', 'a b', '', '7', 'jean@exemple.fr'])
      expect(siteSettingsInputSchema.safeParse({ deniedHosts: [host] }).success).toBe(false);
  });
});

describe('the finder of a list', () => {
  test.each<[string, string, string[]]>([
    ['patate', 'Une patate, des patates', ['patate']],
    ['patat*', 'Une patate, des patates, du patatoïde', ['patate', 'patates', 'patatoïde']],
    ['*tat*', 'Une patate, un état', ['patate', 'état']],
    ['pomme de terre', 'la pomme\nde  terre et la pomme', ['pomme\nde  terre']],
    ['péché', 'un péché, un peche, une pêche', ['péché', 'peche']],
    ['péché', 'un *péché*, une *pêche*', ['péché']],
    ['peche', 'un péché, une pêche', ['péché', 'pêche']],
    ['patate', '**patate** ||patate|| _patate_ p4tate* pat@t*', ['patate', 'patate', 'patate', 'p4tate', 'pat@t*']],
    [
      'patate',
      'p4t4te P.A.T.A.T.E paaatate p\u200batate p*tate',
      ['p4t4te', 'P.A.T.A.T.E', 'paaatate', 'p\u200batate', 'p*tate'],
    ],
    ['حمار', 'يا حِمَار، حمارة', ['حِمَار']],
    ['*北京*', '我在北京住', ['我在北京住']],
    ['88', 'le 88, pas 1988', ['88']],
    ['patate', 'https://exemple.fr/patate', ['patate']],
  ])('%j in %j', (entry, text, expected) => {
    expect(found([entry], text)).toEqual(expected);
  });

  test('is made once for what is in the list', () => {
    expect(finders(['navet', 'radis'])).toBe(finders(['navet', 'radis']));
    expect(finders(['navet'])).not.toBe(finders(['navet', 'radis']));
  });

  test('finds everything, in a text that is nothing else, and does not look at a list it cannot hold in one', () => {
    expect(found(['con'], 'con c0n '.repeat(625))).toHaveLength(1250);
    expect(found(['*a*'], 'a '.repeat(2_500))).toHaveLength(2_500);
    const many = Array.from({ length: 400 }, (_, i) => String.fromCodePoint(0x4e00 + i));
    expect(found(many, many.join(' '))).toEqual(many);
  });

  test('says what it could not look for', () => {
    const entries = ['c++', '🤬', '!!!', 'l’', '#metoo', '\u3164', 'ok', 'l’ami', 'covid-19', '14/88', 'ﷺ', 'a b*'];
    const settings = siteSettingsSchema.parse({ words: lists({ hold: entries }) });
    expect(settingsFaults(settings, { finders, mayCall: () => true }).map(({ entry, code }) => [entry, code])).toEqual(
      ['c++', '🤬', '!!!', 'l’', '#metoo', '\u3164'].map((entry) => [entry, 'unmatchable']),
    );
  });
});

describe('what a list does', () => {
  const rule = siteWordsRule(finders);
  const check = (body: string, words: Partial<Words>, name = 'Camille') =>
    rule.check(moderationContext({ body, name, settings: { words: lists(words) } }));

  test('refuses, holds, masks; in the text and in the name', () => {
    const words = { refuse: ['navet'], hold: ['radis'], mask: ['patate'] };
    expect(check('navet radis patate', words, 'Radis Noir')).toMatchObject([
      { level: 'reject', field: 'body', span: [0, 5], matched: 'navet', detail: { list: 'refuse' } },
      { level: 'hold', field: 'body', span: [6, 11], detail: { list: 'hold' } },
      { level: 'note', field: 'body', span: [12, 18], detail: { list: 'mask', masked: true } },
      { level: 'hold', field: 'name', span: [0, 5] },
    ]);
    expect(check('Merci pour cet article.', words)).toEqual([]);
  });

  test('masks a word inside a phrase that holds the comment as well', () => {
    const findings = check('sale patate', { hold: ['sale patate'], mask: ['patate'] });
    expect(findings.map(({ span }) => span)).toEqual([
      [0, 11],
      [5, 11],
    ]);
  });

  test('excuses what lies within an allowed word or phrase, and only that', () => {
    const words = { hold: ['patate'], allow: ['patate douce', 'patatoïde'] };
    expect(check('une patate douce et une patate', words)).toMatchObject([{ span: [24, 30] }]);
    const across = { hold: ['douce pourrie'], allow: ['patate douce'] };
    expect(check('une patate douce pourrie', across)).toMatchObject([{ span: [11, 24] }]);
    expect(check('une **patate douce**', words)).toEqual([]);
    expect(check('une p4tate douce', words)).toMatchObject([{ matched: 'patate' }]);
  });

  const lexicon = lexiconRule(engine, finders);
  const said = (body: string, settings: Partial<SiteSettings>) =>
    lexicon
      .check(moderationContext({ body, settings }))
      .map(({ level, span, detail }) => [body.slice(...(span ?? [0, 0])), level, detail?.['masked'] ?? false]);

  test('what the site allows beats the lexicons', () => {
    expect(said('quel connard, merde', {})).toEqual([
      ['connard', 'hold', false],
      ['merde', 'hold', false],
    ]);
    expect(said('quel connard, merde', { words: lists({ allow: ['merde'] }) })).toEqual([['connard', 'hold', false]]);
    expect(said('quel connard', { words: lists({ allow: ['conn*'] }) })).toEqual([]);
    expect(said('quel c0nnard', { words: lists({ allow: ['connard'] }) })).toEqual([['c0nnard', 'hold', false]]);
  });

  test('a severity may mask; a word with an innocent meaning is looked at instead', () => {
    const severityLevels = { mild: 'mask', strong: 'mask', extreme: 'hold' } as const;
    expect(said('merde alors', { severityLevels })).toEqual([['merde', 'note', true]]);
    expect(said('Quelle tapette.', { severityLevels })).toEqual([['tapette', 'suspect', false]]);
  });
});
