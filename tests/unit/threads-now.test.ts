import { expect, test } from '@jest/globals';
import { createThreadsNow } from '../../services/realtime/threads-now.ts';
import type { ThreadChanges } from '../../shared/comment.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Site } from '../../shared/site.ts';

const thread = 'thread' as ThreadId;
const site = {} as Site;

test('what was missed is read once for all who miss the same, and not at all where it is too much to be told, or has not been yet', async () => {
  const read: number[] = [];
  const { missed } = createThreadsNow({
    seqsOf: () => Promise.resolve(new Map([[thread, 100]])),
    statesOf: () => Promise.resolve(new Map()),
    changesOf({ since }) {
      read.push(since);
      return Promise.resolve({ seq: 100 } as ThreadChanges);
    },
    now: () => new Date(0),
  });
  const told = await Promise.all([99, 76, 99, 75, 1, 101, 1e15].map((since) => missed(site, thread, since)));
  expect(told).toEqual([...Array<string>(3).fill('{"seq":100}'), ...Array<null>(4).fill(null)]);
  expect(read.sort()).toEqual([76, 99]);
});
