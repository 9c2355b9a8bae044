import type { CommentId, ThreadId } from '../../shared/ids.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { StoredTally } from '../storage/ranks.ts';
import type { VoteStore } from '../storage/votes.ts';
import { rankOf } from './rank.ts';

/** Changes that a crash left uncounted are taken up once they are this old; whoever wrote them is faster. Milliseconds. */
const LEFT_OVER_AFTER_MS = 2000;
const LEFT_OVER_AT_ONCE = 100;

export interface CountVotesDeps {
  comments: Pick<CommentStore, 'tallied' | 'setTally'>;
  votes: Pick<VoteStore, 'due' | 'count' | 'settle' | 'leftOver'>;
  /** Hears of counts that differ from the ones before. */
  counted: (threadId: ThreadId, id: CommentId, tally: StoredTally) => void;
}

export interface VoteCounter {
  /** The votes of a comment, counted after this was called. */
  count(id: CommentId): Promise<StoredTally>;
  /** Counts what a crash has left uncounted. */
  sweep(now: Date): Promise<void>;
}

const NOBODY: StoredTally = { v: 0, up: 0, down: 0, emojis: {} };

/**
 * Counts votes into their comments. A count is always made from the rows, so it equals them whatever was interrupted, and
 * written only if nobody has counted since, so that no older count replaces a newer one. While one is under way, all who ask
 * for the same comment wait for one more: the busier it is, the less each vote costs.
 */
export function createVoteCounter(deps: CountVotesDeps): VoteCounter {
  const underWay = new Map<CommentId, Promise<StoredTally>>();
  const next = new Map<CommentId, Promise<StoredTally>>();

  function begin(id: CommentId): Promise<StoredTally> {
    const work = countInto(deps, id).finally(() => underWay.delete(id));
    underWay.set(id, work);
    return work;
  }

  function count(id: CommentId): Promise<StoredTally> {
    const waiting = next.get(id);
    if (waiting !== undefined) return waiting;
    const running = underWay.get(id);
    if (running === undefined) return begin(id);
    const go = (): Promise<StoredTally> => {
      next.delete(id);
      return begin(id);
    };
    const work = running.then(go, go);
    next.set(id, work);
    return work;
  }

  return {
    count,
    async sweep(now) {
      const until = new Date(now.getTime() - LEFT_OVER_AFTER_MS);
      for (const id of await deps.votes.leftOver(until, LEFT_OVER_AT_ONCE)) await count(id);
    },
  };
}

async function countInto(deps: CountVotesDeps, id: CommentId): Promise<StoredTally> {
  for (;;) {
    const comment = await deps.comments.tallied(id);
    // Of a comment that is gone altogether there is nothing to keep.
    if (comment === null) return NOBODY;
    const before = comment.tally ?? NOBODY;
    // Read before it is counted: what changes in between is counted now, and once more.
    const due = await deps.votes.due(id);
    const emojis = new Set([...Object.keys(before.emojis), ...due.flatMap(({ emoji }) => emoji ?? [])]);
    const tally = { v: before.v + 1, ...(await deps.votes.count(id, [...emojis])) };
    const rank = comment.depth === 0 ? rankOf(tally, comment.createdAt) : null;
    if (!(await deps.comments.setTally(id, tally, rank))) continue;
    await deps.votes.settle(due);
    if (isDifferent(before, tally)) deps.counted(comment.threadId, id, tally);
    return tally;
  }
}

function isDifferent(a: StoredTally, b: StoredTally): boolean {
  const kinds = new Set([...Object.keys(a.emojis), ...Object.keys(b.emojis)]);
  return a.up !== b.up || a.down !== b.down || [...kinds].some((kind) => a.emojis[kind] !== b.emojis[kind]);
}
