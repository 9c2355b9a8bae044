import { describe, expect, it } from '@jest/globals';
import { firstRank, rankOf, wilson } from '../../services/comments/rank.ts';
import { ratingOf } from '../../services/threads/rate.ts';

const AT = new Date('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;
const rank = (up: number, down: number, at = AT, emojis: Record<string, number> = {}) =>
  rankOf({ up, down, emojis }, at);

describe('the lower bound of a share', () => {
  it('has the values that are published for it', () => {
    // Newcombe 1998, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    const published: [number, number, number][] = [
      [81, 263, 0.2553],
      [15, 148, 0.0624],
      [0, 20, 0],
      [1, 29, 0.0061],
    ];
    for (const [part, whole, lower] of published) expect(wilson(part, whole)).toBeCloseTo(lower, 4);
    expect(wilson(0, 0)).toBe(0);
  });

  it('grows with more of the same, and stays within 0 and 1', () => {
    const shares = [1, 10, 100, 1000].map((n) => wilson(n, n));
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(wilson(1e6, 1e6)).toBeLessThan(1);
  });
});

describe('the orders', () => {
  it('best: many likes before few, few before none, none before dislikes; 600 of 1,000 before 11 of 20 as Miller has it', () => {
    const falling = [rank(100, 0), rank(5, 0), rank(1, 0), rank(0, 0), rank(0, 1), rank(1, 30), rank(0, 30)];
    const values = falling.map(({ best }) => best);
    expect([...values].sort((a, b) => b - a)).toEqual(values);
    expect(rank(600, 400).best).toBeGreaterThan(rank(11, 9).best);
    expect(rank(0, 0)).toEqual(firstRank(AT));
  });

  it('top counts likes less dislikes, reacted whoever said anything', () => {
    expect(rank(3, 5, AT, { '❤️': 2, '😮': 1 })).toMatchObject({ top: -2, reacted: 11 });
  });

  it('hot: ten times the likes are worth 12.5 hours, dislikes cost as much, and one like alone moves nothing', () => {
    const hours = (up: number, down = 0, emojis = {}) =>
      (rank(up, down, AT, emojis).hotAt.getTime() - AT.getTime()) / HOUR;
    expect([hours(0), hours(1), hours(10), hours(100), hours(0, 10)]).toEqual([0, 0, 12.5, 25, -12.5]);
    expect(hours(5, 0, { '❤️': 5 })).toBe(12.5);
  });
});

it('the average of stars is exact to two digits, and null for nobody', () => {
  expect(ratingOf([0, 0, 0, 0, 0])).toEqual({ count: 0, average: null });
  expect(ratingOf([1, 0, 0, 0, 2])).toEqual({ count: 3, average: 3.67 });
});
