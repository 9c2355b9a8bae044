import { describe, expect, test } from '@jest/globals';
import { hueOf, initialsOf } from '../../client-widget/widget/initials.ts';
import { timeAgo } from '../../client-widget/widget/relative-time.ts';
import { firstPageUrl } from '../../client-widget/widget/thread-view.ts';
import { ar as arActing } from '../../shared/messages/acting/ar.ts';
import { en as enActing } from '../../shared/messages/acting/en.ts';
import { fr as frActing } from '../../shared/messages/acting/fr.ts';
import { format, type Message } from '../../shared/messages/format.ts';
import { ar } from '../../shared/messages/reader/ar.ts';
import { en } from '../../shared/messages/reader/en.ts';
import { fr } from '../../shared/messages/reader/fr.ts';
import { path, routes } from '../../shared/routes.ts';

const PLURALS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);
const now = Date.parse('2025-11-18T12:00:00Z');

describe('times', () => {
  test.each([
    ['2025-11-18T12:00:30Z', 'maintenant'],
    ['2025-11-18T11:59:30Z', 'maintenant'],
    ['2025-11-18T11:58:00Z', 'il y a 2 minutes'],
    ['2025-11-17T11:00:00Z', 'hier'],
    ['2024-09-18T12:00:00Z', 'l’année dernière'],
  ])('%s', (iso, words) => {
    expect(timeAgo(iso, now, 'fr').replace(/\s/g, ' ').replace("'", '’')).toBe(words);
  });
});

describe('avatars', () => {
  test.each([
    ['Marie-Louise Kerbrat', 'MK'],
    ['anaïs', 'A'],
    ['عمر بن سالم', 'ع'],
    ['«Jo»  l’Ancien', 'JL'],
    ['...', ''],
  ])('%s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('the hue is a degree and always the same', () => {
    expect(hueOf('p1')).toBe(hueOf('p1'));
    expect(hueOf('p1')).toBeLessThan(360);
  });
});

describe('sentences', () => {
  const isMessage = (value: object) => Object.keys(value).every((key) => PLURALS.has(key));
  const flat = (sentences: object): [string, Message][] =>
    Object.entries(sentences).flatMap(([key, value]) =>
      typeof value === 'string' || isMessage(value as object)
        ? [[key, value as Message] as [string, Message]]
        : flat(value as object).map(([inner, message]) => [`${key}.${inner}`, message] as [string, Message]),
    );
  const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : Object.values(message));
  const holes = (message: Message) =>
    [...new Set(forms(message).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

  test.each([
    ['fr', { ...fr, ...frActing }],
    ['ar', { ...ar, ...arActing }],
  ])('%s speaks of the same things as English', (_, sentences) => {
    const english = new Map(flat({ ...en, ...enActing }));
    for (const [key, message] of flat(sentences))
      expect([key, holes(message)]).toEqual([key, holes(english.get(key) ?? '')]);
  });

  test('Arabic has all six forms wherever a number is spoken of', () => {
    for (const [key, message] of flat({ ...ar, ...arActing })) {
      if (typeof message === 'string') continue;
      expect([key, Object.keys(message).sort()]).toEqual([key, ['few', 'many', 'one', 'other', 'two', 'zero']]);
    }
  });

  test('French marks are kept from standing alone on a line, but for the sentences that are set', () => {
    const set = [fr.articleQuestion, fr.empty];
    const loose = flat({ ...fr, ...frActing }).filter(
      ([, message]) => !set.includes(message) && forms(message).some((form) => / [:;?!»]|« |'/.test(form)),
    );
    expect(loose).toEqual([]);
  });

  test('counts are in words', () => {
    expect(format(fr.count, { n: 1 }, 'fr')).toBe('1 commentaire');
    expect(format(ar.count, { n: 2 }, 'ar')).toBe('تعليقان');
  });
});

test('the first page is asked for where the service offers it', () => {
  const where = { base: 'https://t.example', site: 'demo', thread: '/a?b=é&c', sort: 'oldest' } as const;
  const expected = path(routes.comments, { siteId: 'demo' }, { thread: where.thread, sort: 'oldest' });
  expect(firstPageUrl(where)).toBe(`https://t.example${expected}`);
});
