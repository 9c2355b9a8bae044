import { expect, test } from '@jest/globals';
import type { PersonId } from '../../shared/ids.ts';
import { createAuthorFigures } from '../../services/moderation/author-figures.ts';

const ANNE = 'anne' as PersonId;

/** Figures over a count that says how often it was asked, and fails when told to. */
function figures() {
  let now = 0;
  let asked = 0;
  let isAway = false;
  const countByAuthor = (): Promise<number> => {
    asked += 1;
    return isAway ? Promise.reject(new Error('away')) : Promise.resolve(asked);
  };
  return {
    ...createAuthorFigures({ comments: { countByAuthor }, now: () => new Date(now) }),
    asked: () => asked,
    wait: (ms: number) => (now += ms),
    away: (is: boolean) => (isAway = is),
  };
}

test('two cards at once cost one count, and so do those of the next two seconds', async () => {
  const { of, asked, wait } = figures();
  const [one, two] = await Promise.all([of(ANNE), of(ANNE)]);
  expect(one).toEqual(two);
  wait(1999);
  expect(await of(ANNE)).toEqual(one);
  expect(asked()).toBe(2);
  wait(1);
  expect(await of(ANNE)).toEqual({ published: 3, refused: 4 });
});

test('whoever needs them as they are now has them counted, for the others, too', async () => {
  const { of, anew } = figures();
  const before = await of(ANNE);
  const now = await anew(ANNE);
  expect(now).not.toEqual(before);
  expect(await of(ANNE)).toEqual(now);
});

test('what was counted before a change serves nobody who asks after it, nor does a failure', async () => {
  const { of, forget, away } = figures();
  const before = of(ANNE);
  forget(ANNE);
  expect(await of(ANNE)).not.toEqual(await before);
  forget(ANNE);
  away(true);
  await expect(of(ANNE)).rejects.toThrow('away');
  away(false);
  expect((await of(ANNE)).published).toBeGreaterThan(0);
});
