import { expect, it } from '@jest/globals';
import { READER_QUERY_MAX, QUERY_MAX } from '../../shared/limits.ts';
import { searchPattern } from '../../services/search-pattern.ts';
import { excerptAround } from '../../services/threads/search.ts';

const finds = (q: string, text: string): boolean => new RegExp(searchPattern(q), 'iu').test(text);

it('finds words whatever their capitals, accents, apostrophes, spaces and marks, and no others', () => {
  const same: [string, string][] = [
    ['etat', 'L’ÉTAT'],
    ['ÉTAT', 'letat'],
    ['cafe\u0301', 'CAFÉ'],
    ['coeur', 'Le Cœur'],
    ['œuvre', 'chef-d’oeuvre'],
    ["l'eau  vive", 'L’eau\u00a0**vive**'],
    ['strasse', 'Straße'],
    ['احمد', 'أَحْمَد'],
    ['еще', 'ещё'],
    ['한국', '대한민국 한국'],
    ['a.b*c', 'A.B *c*'],
    ['**', 'a ** b'],
    ['\u0301\u0301', 'e\u0301\u0301'],
  ];
  expect(same.filter(([q, text]) => !finds(q, text))).toEqual([]);
  const other: [string, string][] = [
    ['a.b', 'axb'],
    ['eau', 'e a u'],
    ['한', '하'],
    ['(', 'rien'],
  ];
  expect(other.filter(([q, text]) => finds(q, text))).toEqual([]);
});

it('stays short enough for a database, and needs no time for texts that are made against it', () => {
  for (const letter of ['a', 'o', 'oe', 'ا', '* '])
    expect(Buffer.byteLength(searchPattern(letter.repeat(QUERY_MAX).slice(0, QUERY_MAX)))).toBeLessThan(32_000);
  const started = performance.now();
  for (const q of ['* '.repeat(50), 'a '.repeat(50), 'a\u0301'.repeat(50), 'oe'.repeat(50)])
    finds(`${q.slice(0, READER_QUERY_MAX - 1)}!`, q.repeat(100));
  expect(performance.now() - started).toBeLessThan(2000);
});

it('shows a text around the first place, cut between words, with every place marked', () => {
  const words = (q: string): RegExp => new RegExp(searchPattern(q), 'giu');
  expect(excerptAround('Un saule, deux SAULES.', words('saule'))).toEqual([
    { text: 'Un ', found: false },
    { text: 'saule', found: true },
    { text: ', deux ', found: false },
    { text: 'SAULE', found: true },
    { text: 'S.', found: false },
  ]);
  const long = `${'avant '.repeat(50)}ici${' après'.repeat(50)}`;
  const said = excerptAround(long, words('ici'))?.map(({ text }) => text) ?? [];
  expect(said[0]).toBe('…');
  expect(said.join('')).toMatch(/^…(avant )+ici( après)+…$/);
  expect(said.join('').length).toBeLessThan(210);
  expect(excerptAround('rien', words('ici'))).toBeNull();
});
