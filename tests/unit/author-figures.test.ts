import { expect, test } from '@jest/globals';
import type { PersonId } from '../../shared/ids.ts';
import { createAuthorFigures } from '../../services/moderation/author-figures.ts';
import type { CommentDoc, Outcome } from '../../services/storage/comment-schema.ts';

const ANNE = 'anne' as PersonId;

/** A comment of Anne's as far as it matters. */
function comment(vis: 'visible' | 'hidden', kind?: Outcome['kind'], codes: string[] = []): CommentDoc {
  return { authorId: ANNE, mod: { vis, outcome: kind && { kind, codes } } } as unknown as CommentDoc;
}
const waiting = comment('hidden');
const approved = comment('visible', 'approved');
const refused = comment('hidden', 'refused', ['abuse']);

/** Figures over a count of 10 published and 2 refused, that says how often it was asked, waits while told to, and fails when told to. */
function figures() {
  let now = 0;
  let asked = 0;
  let isAway = false;
  let held: Promise<void> | undefined;
  const countByAuthor = async (_: PersonId, what: 'published' | 'refused'): Promise<number> => {
    asked += 1;
    await held;
    if (isAway) throw new Error('away');
    return what === 'published' ? 10 : 2;
  };
  return {
    ...createAuthorFigures({ comments: { countByAuthor }, now: () => new Date(now) }),
    asked: () => asked,
    wait: (ms: number) => (now += ms),
    away: (is: boolean) => (isAway = is),
    hold: (): (() => void) => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
  };
}

test('two cards at once cost one count, and so do those of the next half minute', async () => {
  const { of, asked, wait } = figures();
  const [one, two] = await Promise.all([of(ANNE), of(ANNE)]);
  expect(one).toEqual({ published: 10, refused: 2 });
  expect(two).toEqual(one);
  wait(29_999);
  await of(ANNE);
  expect(asked()).toBe(2);
  wait(1);
  await of(ANNE);
  expect(asked()).toBe(4);
});

test('what is changed here is added to what was counted before, and taken away again', async () => {
  const { of, changing, asked } = figures();
  await of(ANNE);
  changing(waiting)(approved);
  expect(await of(ANNE)).toEqual({ published: 11, refused: 2 });
  changing(approved)(refused);
  expect(await of(ANNE)).toEqual({ published: 10, refused: 3 });
  // Taken back by its author it was refused all the same; without reasons it was not.
  changing(refused)(comment('hidden', 'withdrawn', ['abuse']));
  expect(await of(ANNE)).toEqual({ published: 10, refused: 3 });
  changing(refused)(waiting);
  changing(approved)(comment('hidden', 'withdrawn'));
  expect(await of(ANNE)).toEqual({ published: 9, refused: 2 });
  expect(asked()).toBe(2);
});

test('where it cannot be told whether a count is from before a change or after it, it is counted anew', async () => {
  const { of, changing, hold, asked } = figures();
  // Under way when the change began, and when it ended.
  const release = hold();
  const early = of(ANNE);
  const stored = changing(waiting);
  release();
  await early;
  stored(approved);
  expect(await of(ANNE)).toEqual({ published: 10, refused: 2 });
  expect(asked()).toBe(4);
  // Of two changes at once, each adds to what was before both.
  const [one, two] = [changing(waiting), changing(waiting)];
  one(approved);
  two(approved);
  await of(ANNE);
  expect(asked()).toBe(6);
  // Forgotten meanwhile, and counted again.
  const late = changing(waiting);
  await of(ANNE);
  late(approved);
  expect(await of(ANNE)).toEqual({ published: 11, refused: 2 });
});

test('what is forgotten, or could not be counted, serves nobody', async () => {
  const { of, forget, away, asked } = figures();
  const before = of(ANNE);
  forget(ANNE);
  await Promise.all([before, of(ANNE)]);
  expect(asked()).toBe(4);
  forget(ANNE);
  away(true);
  await expect(of(ANNE)).rejects.toThrow('away');
  away(false);
  expect(await of(ANNE)).toEqual({ published: 10, refused: 2 });
});
