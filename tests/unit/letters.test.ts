import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '../../shared/messages/languages.ts';
import type { NoticeReason } from '../../shared/notification.ts';
import {
  commentLetter,
  confirmLetter,
  digestLetter,
  verdictLetter,
  type Told,
  type Verdict,
} from '../../services/notifications/letters/compose.ts';
import { htmlOf, subjectOf, textOf, type Letter } from '../../services/notifications/letters/document.ts';
import { wordsFor } from '../../services/notifications/letters/words.ts';

const languages = Object.keys(LANGUAGES) as Language[];
const ways = {
  settings: 'https://tribune.example/mail/settings',
  stop: 'https://tribune.example/mail/stop',
  stopAll: 'https://tribune.example/mail/all',
};
const to = (lang: string, site = 'Le Courrier') => ({ words: wordsFor(lang), site });
const article = { threadId: 't1', title: 'La halle rouvre', url: 'https://courrier.example/halle' };
const told = (more: Partial<Told> = {}): Told => ({
  ...{ article, url: 'https://courrier.example/halle#tribune-c1', name: 'Odile', excerpt: 'Enfin\u00a0!' },
  reasons: ['reply'],
  ...more,
});
const verdict = (more: Partial<Verdict> = {}): Verdict => ({
  ...{ article, outcome: 'refused', excerpt: 'Bande de nuls', url: 'https://courrier.example/halle#tribune-c2' },
  ...{ codes: ['abuse'], note: 'Restons courtois.' },
  appeal: { url: 'https://tribune.example/mail/appeal', until: '14 mars 2026' },
  ...more,
});
const one = (lang: string, more: Partial<Told> = {}): Letter =>
  commentLetter(to(lang), told(more), { because: 'answers', ways });
const addresses = (text: string): string[] => [...text.matchAll(/https?:\/\/[^\s"<]+/g)].map(([found]) => found);

describe.each(languages)('a letter in %s', (lang) => {
  const reasons: NoticeReason[] = ['reply', 'mention', 'branch', 'author', 'thread'];
  const letters = [
    confirmLetter(to(lang), { url: 'https://tribune.example/mail/confirm', days: 7 }),
    ...reasons.map((reason) => one(lang, { reasons: [reason] })),
    one(lang, { reasons }),
    ...(['thread', 'comment', 'author', null] as const).map((because) =>
      commentLetter(to(lang), told(), { because, ways }),
    ),
    digestLetter(to(lang), [told(), told({ name: 'Noé', reasons: ['thread'] })], { ...ways, stop: ways.stopAll }),
    ...(['held', 'published', 'refused'] as const).map((outcome) =>
      verdictLetter(to(lang), verdict({ outcome }), ways),
    ),
    verdictLetter(to(lang), verdict({ codes: [], note: null, appeal: null }), ways),
  ];

  it('says all there is to say, in both of its forms, and leads to the same places', () => {
    for (const letter of letters) {
      const [subject, text, html] = [subjectOf(letter), textOf(letter), htmlOf(letter)];
      for (const said of [subject, text, html]) expect(said).not.toMatch(/\{\w+\}|undefined|\bnull\b|\[object/);
      expect(html).toContain(`<html lang="${lang}" dir="${LANGUAGES[lang]}">`);
      expect(new Set(addresses(text))).toEqual(new Set(addresses(html)));
      expect(subject.length).toBeGreaterThan(10);
    }
    const texts = letters.map(textOf);
    expect(new Set(texts.slice(0, 12)).size).toBe(12);
    expect(new Set(letters.slice(1, 6).map(subjectOf)).size).toBe(5);
  });

  it('keeps its lines short, but for addresses', () => {
    const long = one(lang, { excerpt: 'mot '.repeat(120).trim(), name: 'Odile de la Halle' });
    const lines = textOf(long)
      .split('\n')
      .filter((line) => !line.startsWith('https:'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(lines.filter((line) => line.startsWith('> ')).length).toBeGreaterThan(5);
  });
});

describe('what others wrote', () => {
  const evil = '</p><img src=x onerror=alert(1)>"\'&\r\nBcc: victim@site.example\u202e\u2069\0';

  it('is text wherever it stands, begins no line of a header and turns nothing around', () => {
    const title = { ...article, title: evil, url: 'https://courrier.example/?a=1&b="><script>' };
    const letters = [
      commentLetter(to('fr', evil), told({ name: evil, excerpt: evil, article: title }), { because: 'author', ways }),
      digestLetter(to('ar', evil), [told({ name: evil, article: title }), told({ excerpt: evil })], ways),
      verdictLetter(to('en', evil), verdict({ excerpt: evil, note: evil, article: title }), ways),
      confirmLetter(to('de', evil), { url: 'https://tribune.example/mail/x', days: 7 }),
    ];
    for (const letter of letters) {
      const html = htmlOf(letter);
      expect(html).not.toMatch(/<img|<script|onerror=alert\(1\)>"/);
      expect(
        html.replace(/<\/?(?:html|head|body|meta|title|style|div|p|h2|a|bdi|blockquote)\b[^<>]*>|<!doctype html>/g, ''),
      ).not.toMatch(/[<>]/);
      expect(subjectOf(letter)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
      expect(textOf(letter)).not.toMatch(/[\0\r\u202e]|^Bcc/m);
    }
  });

  it('loads nothing and shows nothing that is not there', () => {
    expect(htmlOf(one('fr'))).not.toMatch(/\bsrc=|url\(|@import|<link|<form|<script/i);
  });

  it('keeps its direction to itself, without marks where there is only one', () => {
    expect(htmlOf(one('ar'))).toContain('ردّ <bdi>Odile</bdi> على تعليقك');
    expect(textOf(one('ar'))).toContain('ردّ \u2068Odile\u2069 على تعليقك');
    expect(subjectOf(one('fr', { name: 'ليلى' }))).toContain('\u2068ليلى\u2069');
    expect(`${subjectOf(one('fr'))}${textOf(one('fr'))}`).not.toMatch(/[\u2066-\u2069]/);
  });
});

describe('a comment', () => {
  it('is told of by the strongest reason, the others in sentences of their own', () => {
    const letter = one('en', { reasons: ['reply', 'mention', 'thread'] });
    expect(subjectOf(letter)).toBe('Odile replied to your comment on “La halle rouvre”');
    expect(textOf(letter).replace(/\n/g, ' ')).toContain(
      'Odile replied to your comment. It mentions you by name. You also follow the whole discussion.',
    );
  });

  it('of an article nobody has named is on the site, and leads where it can', () => {
    const letter = one('fr', { article: { ...article, title: null, url: null }, url: 'https://tribune.example/' });
    expect(subjectOf(letter)).toBe('Odile a répondu à votre commentaire sur «\u00a0Le Courrier\u00a0»');
    expect(addresses(textOf(letter))).toEqual(['https://tribune.example/', ways.settings, ways.stop, ways.stopAll]);
  });

  it('with a long title has a subject that can be read', () => {
    const letter = one('fr', { article: { ...article, title: 'une halle '.repeat(40) } });
    expect(subjectOf(letter).length).toBeLessThan(150);
  });

  it('is signed off as mail has always been, so that who answers need not quote all of it', () => {
    expect(textOf(one('en'))).toMatch(/#tribune-c1\n\n-- \nYou get this e-mail because you asked to know/);
  });
});

it('a digest puts comments under their articles, each article once', () => {
  const other = { threadId: 't2', title: 'Le pont', url: 'https://courrier.example/pont' };
  const letter = digestLetter(
    to('en'),
    [
      told({ name: 'Ana' }),
      told({ name: 'Bob', article: other }),
      told({ name: 'Cid', reasons: ['thread', 'author'] }),
    ],
    ways,
  );
  expect(subjectOf(letter)).toBe('3 new comments for you on Le Courrier');
  const said = textOf(letter).match(/^(?:La halle rouvre|Le pont|(?:Ana|Bob|Cid) .*)$/gm);
  expect(said?.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
    'La halle',
    'Ana replied',
    'Cid posted',
    'Le pont',
    'Bob replied',
  ]);
});

it('a refusal says why, in the words of the moderator too, and how to object', () => {
  const text = textOf(verdictLetter(to('fr'), verdict(), ways)).replace(/\n/g, ' ');
  const at = [
    'Motif\u00a0: insultes',
    'Message de la modération\u00a0:',
    '> Restons courtois.',
    '> Bande de nuls',
    '14 mars',
  ];
  const places = at.map((part) => text.indexOf(part));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  expect(addresses(text)).toContain('https://tribune.example/mail/appeal');
});
