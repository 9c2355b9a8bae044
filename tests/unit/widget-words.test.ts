import { describe, expect, test } from '@jest/globals';
import { hueOf, initialsOf } from '../../client-widget/widget/initials.ts';
import { timeAgo } from '../../client-widget/widget/relative-time.ts';
import { firstPageUrl } from '../../client-widget/widget/thread-view.ts';
import { path, routes } from '../../shared/routes.ts';

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

test('the first page is asked for where the service offers it', () => {
  const where = { base: 'https://t.example', site: 'demo', thread: '/a?b=é&c', sort: 'oldest' } as const;
  const expected = path(routes.comments, { siteId: 'demo' }, { thread: where.thread, sort: 'oldest' });
  expect(firstPageUrl(where)).toBe(`https://t.example${expected}`);
});
