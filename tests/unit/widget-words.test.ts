import { describe, expect, test } from '@jest/globals';
import { hueOf, initialsOf } from '../../client-widget/widget/initials.ts';
import { pageKey } from '../../client-widget/widget/page-key.ts';
import { timeAgo } from '../../client-widget/widget/relative-time.ts';
import { firstPageUrl } from '../../client-widget/widget/thread-view.ts';
import { reworded } from '../../client-widget/widget/words.ts';
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

describe('the name of an article that follows from its address', () => {
  const A = '/2025/11/halle';
  test.each([
    ['https://news.example/2025/11/halle', A],
    ['http://news.example/2025/11/halle', A],
    ['https://www.news.example:443/2025/11/halle', A],
    ['https://amp.news.example/2025/11/halle', A],
    ['https://news.example/2025/11/halle/', A],
    ['https://news.example/2025/11/halle//', A],
    ['https://news.example/2025/11/halle/index.html', A],
    ['https://news.example/2025/11/halle/index.htm#comments', A],
    ['https://news.example/2025/11/halle?utm_source=x&UTM_medium=y&fbclid=1&gclid=2&msclkid=3', A],
    ['https://news.example/2025/11/halle?mc_cid=1&mc_eid=2&at_medium=3&xtor=4&_ga=5&igsh=6', A],
    ['https://news.example/2025/11/halle?', A],
    ['https://news.example/', '/'],
    ['https://news.example/index.html', '/'],
    ['https://news.example/?p=123&utm_source=x', '/?p=123'],
    ['https://news.example/a?page=2&id=7', '/a?id=7&page=2'],
    ['https://news.example/a?tag=b&tag=a', '/a?tag=b&tag=a'],
    ['https://news.example/a?q=caf%C3%A9%20noir', '/a?q=caf%C3%A9+noir'],
    ['https://news.example/a?clid=x&article=1', '/a?article=1'],
    // What a path says is nobody else's: capitals, encoding, files that merely end so.
    ['https://news.example/Halle', '/Halle'],
    ['https://news.example/%D8%A3', '/%D8%A3'],
    ['https://news.example/myindex.html', '/myindex.html'],
  ])('%s', (address, key) => {
    expect(pageKey(address)).toBe(key);
  });

  test('is never longer than a name may be, and keeps the letters of a long Arabic one', () => {
    const slug = 'السوق-المغطى-'.repeat(10);
    const key = pageKey(`https://news.example/${slug}`);
    expect(key).toBe(`/${slug}`);
    expect(pageKey(`https://news.example/${'é'.repeat(500)}`)).toHaveLength(300);
    expect(pageKey(`https://news.example/%E0%A4%A${'a'.repeat(400)}`)).toHaveLength(300);
    const halves = pageKey(`https://news.example/${'😀'.repeat(300)}`);
    expect(() => encodeURIComponent(halves)).not.toThrow();
  });
});

describe('sentences in a page’s own words', () => {
  test('take the place of what they name, plurals as a whole, and leave the rest', () => {
    const words = { heading: 'a', count: { one: 'b', many: 'c', other: 'd' }, bell: { open: 'e', close: 'f' } };
    const own = { heading: 'A', count: { other: 'D' }, bell: { open: 'E' } };
    expect(reworded(words, own)).toEqual({ heading: 'A', count: { other: 'D' }, bell: { open: 'E', close: 'f' } });
    expect(reworded(words, undefined)).toEqual(words);
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
