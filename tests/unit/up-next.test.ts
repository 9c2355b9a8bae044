import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import type { QueueFilter } from '../../services/storage/review-queries.ts';
import { createUpNext, type Waiting } from '../../services/moderation/up-next.ts';

const ALL: QueueFilter = { queues: ['premod'] };

/** A queue whose every question is noted, and answered in the next turn. */
function queueOf(count: number) {
  const waiting: Waiting[] = Array.from({ length: count }, (_, i) => ({
    _id: `c${String(i)}` as CommentId,
    siteId: 'demo' as SiteId,
    authorId: 'anne' as PersonId,
    mod: { v: 1 },
  }));
  const limits: number[] = [];
  const upNext = createUpNext({
    freeInQueue: async (_filter, { limit }) => {
      limits.push(limit);
      await sleep(1);
      return waiting.slice(0, limit);
    },
    now: () => new Date(),
  });
  return { waiting, limits, upNext };
}

describe('what comes next', () => {
  it('is looked for once by those who ask at the same moment, and given to each of them once', async () => {
    const { limits, upNext } = queueOf(100);
    const given = await Promise.all(Array.from({ length: 20 }, () => upNext.take(ALL, 0)));
    expect(new Set(given.map((one) => one?._id)).size).toBe(20);
    expect(limits).toEqual([20]);
  });

  it('is looked for behind what was given, until there is one for each', async () => {
    const { limits, upNext } = queueOf(50);
    const given = await Promise.all(Array.from({ length: 50 }, () => upNext.take(ALL, 0)));
    expect(new Set(given.map((one) => one?._id)).size).toBe(50);
    expect(limits).toEqual([20, 40, 60]);
  });

  it('is one of the first five that are left', async () => {
    const { upNext } = queueOf(100);
    for (let before = 0; before < 30; before += 1) {
      const place = Number((await upNext.take(ALL, 0))?._id.slice(1));
      expect(place).toBeLessThan(before + 5);
    }
  });

  it('is another for another filter, and looked for anew where somebody else was faster', async () => {
    const { limits, upNext } = queueOf(100);
    await upNext.take(ALL, 0);
    await upNext.take({ queues: ['reported'] }, 0);
    expect(limits).toEqual([20, 21]);
    await upNext.take(ALL, 1);
    await upNext.take(ALL, 4);
    expect(limits.slice(2)).toEqual([22, 83]);
  });

  it('is known for half a second', async () => {
    const { limits, upNext } = queueOf(100);
    await upNext.take(ALL, 0);
    await sleep(300);
    expect(await upNext.take(ALL, 0)).not.toBe(null);
    await sleep(20);
    // Asked for while it was still given.
    expect(limits.length).toBe(2);
    await sleep(600);
    await upNext.take(ALL, 0);
    expect(limits.length).toBe(3);
  });

  it('is nothing where nothing waits, and asked again then', async () => {
    const { waiting, limits, upNext } = queueOf(1);
    const [only] = waiting.splice(0, 1);
    expect([await upNext.take(ALL, 0), await upNext.take(ALL, 0)]).toEqual([null, null]);
    if (only !== undefined) waiting.push(only);
    expect(await upNext.take(ALL, 0)).toBe(only);
    expect(limits.length).toBe(3);
  });

  it('is given once more when it is all there is: whoever had it may have let it go', async () => {
    const { upNext } = queueOf(1);
    expect([(await upNext.take(ALL, 0))?._id, (await upNext.take(ALL, 1))?._id]).toEqual(['c0', 'c0']);
  });
});
