import { expect, test } from '@jest/globals';
import { isShorter, keptUntil } from '../../services/compliance/retention.ts';

test('what is older than the days goes, to the moment; 0 keeps everything', () => {
  const now = new Date('2026-03-31T12:00:00Z');
  expect(keptUntil(30, now)).toEqual(new Date('2026-03-01T12:00:00Z'));
  expect(keptUntil(0, now)).toBeNull();
});

test.each([
  [30, 0, true],
  [30, 60, true],
  [30, 30, false],
  [60, 30, false],
  [0, 30, false],
])('%d days instead of %d are asked about: %p', (days, before, isAsked) => {
  expect(isShorter(days, before)).toBe(isAsked);
});
