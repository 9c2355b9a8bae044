import { expect, test } from '@jest/globals';
import { REVIEW_QUEUES } from '../../shared/moderation.ts';
import { claimNext, type NextDeps } from '../../services/moderation/claims.ts';
import { createUpNext } from '../../services/moderation/up-next.ts';
import { store } from '../support/bare-store.ts';
import { Random } from '../support/random.ts';
import { ReviewStorm } from '../support/review-storm.ts';

test('a whole newsroom that asks for the next one at the same moment is given one each, as long as there are', async () => {
  const storm = new ReviewStorm({ store, random: new Random(1), kills: 0 });
  await storm.seed(150);
  const waiting = await store.comments.queueCount();
  const unused = (): never => {
    throw new Error('nobody is refused here');
  };
  const deps: NextDeps = {
    comments: store.comments,
    upNext: createUpNext({ freeInQueue: store.comments.freeInQueue, now: storm.now }),
    claimMode: () => Promise.resolve('auto'),
    told: () => undefined,
    foresee: () => undefined,
    now: storm.now,
    card: unused,
    changing: unused,
  };
  const ask = (i: number) =>
    claimNext(deps, { id: `m${i}`, name: `M ${i}` }, { filter: { queues: REVIEW_QUEUES }, desk: `d${i}` });
  const given = await Promise.all(Array.from({ length: waiting }, (_, i) => ask(i)));
  expect(new Set(given.map((doc) => doc?._id)).size).toBe(waiting);
  expect(given).not.toContain(null);
  expect(await ask(waiting)).toBe(null);
});

test('of a site without claims the next one comes as it is, and not if it has changed since it was found', async () => {
  const storm = new ReviewStorm({ store, random: new Random(2), kills: 0 });
  await storm.seed(20);
  const [one] = await store.comments.freeInQueue({ queues: REVIEW_QUEUES }, { at: storm.now(), limit: 1 });
  if (one === undefined) throw new Error('nothing waits');
  const unused = (): never => {
    throw new Error('nothing is claimed here');
  };
  const rounds: number[] = [];
  const next = (v: number) =>
    claimNext(
      {
        ...{ comments: store.comments, claimMode: () => Promise.resolve('off'), now: storm.now },
        ...{ told: unused, foresee: unused, card: unused, changing: unused },
        upNext: {
          take: (_filter, round) => {
            rounds.push(round);
            return Promise.resolve(round === 0 ? { ...one, mod: { v } } : null);
          },
        },
      },
      { id: 'm', name: 'M' },
      { filter: { queues: REVIEW_QUEUES }, desk: 'd' },
    );
  expect((await next(one.mod.v))?._id).toBe(one._id);
  expect(await next(one.mod.v + 1)).toBe(null);
  expect(rounds).toEqual([0, 0, 1]);
});
