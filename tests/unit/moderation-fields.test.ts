import { describe, expect, test } from '@jest/globals';
import { parseComment } from '../../services/comments/markdown.ts';
import { lexiconRule } from '../../services/moderation/rules/lexicon.ts';
import { wordsOfAddress } from '../../services/moderation/rules/link-words.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { moderationContext } from '../support/moderation-context.ts';
import { engine } from '../support/words-found.ts';

const rule = lexiconRule(engine);

describe('words in the address of a link', () => {
  const found = (body: string, page = ['fr']) =>
    rule
      .check(moderationContext({ body, links: parseComment(body).links, languages: { page, besides: ['en'] } }))
      .map(({ field, level, span = [0, 0], detail }) => [field, level, body.slice(...span), detail?.['read']]);

  test.each([
    ['https://connard.example/', 'connard', undefined],
    ['https://www.example.org/un-connard/', 'connard', undefined],
    ['https://example.org/%63onnard', 'https://example.org/%63onnard', 'connard'],
    ['https://example.org/quel%20connard', 'connard', undefined],
    ['<https://example.org/%ff%63onnard>', '<https://example.org/%ff%63onnard>', 'connard'],
    ['https://xn--ptasse-bva.example/', 'https://xn--ptasse-bva.example/', 'pétasse'],
    ['[ici](https://example.org/%63onnard "%63on")', '[ici](https://example.org/%63onnard "%63on")', 'connard'],
    ['[ici](https://example.org/connard)', 'connard', undefined],
    ['https://c0nnard.example/', 'c0nnard', undefined],
    ['https://example.org/?q=%63onnard', 'https://example.org/?q=%63onnard', 'connard'],
    ['https://example.org/#:~:text=quel%20connard', 'connard', undefined],
  ])('%s', (address, marked, read) => {
    expect(found(`Voyez ${address} donc`)).toEqual([['link', 'hold', marked, read]]);
  });

  test('the words a link shows are the body’s', () => {
    expect(found('[quel connard](https://example.org/)')).toEqual([['body', 'hold', 'connard', undefined]]);
  });

  test('what is said twice in one link is said once', () => {
    expect(found('https://connard.example/%63onnard')).toEqual([['link', 'hold', 'connard', undefined]]);
  });

  test.each([
    'https://www.service-public.gouv.tg/',
    'https://concours.example/con%63ours/',
    'https://www.example.org/a5s5-c0n-5h1t/x?v=%63on&tg=1&lang=tg',
    'mailto:constance@example.org',
    'https://192.0.2.1/',
    'https://example.org/%E0%A4%A',
  ])('nothing in %s', (address) => {
    expect(found(`Voyez ${address} donc`)).toEqual([]);
  });

  test('exceptions and homonyms hold in addresses as in the text', () => {
    expect(found('https://example.org/cul%2Dde%2Dsac')).toEqual([]);
    const address = 'https://example.org/une%5Ftapette';
    expect(found(address)).toEqual([['link', 'suspect', address, 'tapette']]);
  });

  test('every link is read, of as many as a comment can hold', () => {
    const body = 'http://a.b/%63on '.repeat(290);
    const findings = rule.check(moderationContext({ body, links: parseComment(body).links }));
    expect(findings).toHaveLength(290);
  });

  test.each([
    ['https://xn--80ak6aa92e.com/a/b', 'аррӏе a b'],
    ['http://localhost/a_b', 'localhost a b'],
    ['mailto:a.b@example.org', 'a b example org'],
    ['nonsense', ''],
  ])('%s says %j', (href, words) => {
    expect(wordsOfAddress(href)).toBe(words);
  });
});

describe('words in a name', () => {
  const levels = (name: string, settings: Partial<SiteSettings> = {}) =>
    rule.check(moderationContext({ name, settings })).map(({ field, level }) => [field, level]);

  test.each([
    ['Roi des crétins', [['name', 'hold']]],
    ['Gros_Connard', [['name', 'hold']]],
    ['La Tapette', [['name', 'suspect']]],
    ['Camille Martin', []],
  ])('%s', (name, expected) => {
    expect(levels(name)).toEqual(expected);
  });

  test('are one level graver than in a text, as far as the site minds them', () => {
    const severityLevels = { mild: 'note', strong: 'suspect', extreme: 'reject' } as const;
    expect(levels('Roi des crétins', { severityLevels })).toEqual([['name', 'suspect']]);
    expect(levels('Connard', { severityLevels })).toEqual([['name', 'hold']]);
    expect(levels('Bougnoule', { severityLevels })).toEqual([['name', 'reject']]);
    expect(levels('Crétin', { severityLevels: { ...severityLevels, mild: 'pass' } })).toEqual([['name', 'pass']]);
  });

  test.each(['Fatma Yılmaz', 'Dick', 'Nadeem Butt', 'Semen', 'Alan Cumming'])(
    '%s is what people are called',
    (name) => {
      const languages = { page: ['fr', 'en'], besides: [] };
      expect(rule.check(moderationContext({ name, languages }))).toEqual([]);
    },
  );

  test('a usual name is none where it is disguised, part of another word, or in the text', () => {
    const languages = { page: ['fr', 'en'], besides: [] };
    for (const name of ['d1ck', 'Dickhead']) {
      expect(rule.check(moderationContext({ name, languages }))).toMatchObject([{ field: 'name', level: 'hold' }]);
    }
    expect(rule.check(moderationContext({ body: 'you dick', languages }))).toMatchObject([{ field: 'body' }]);
  });
});
