import type { CommentId, ThreadId } from '../../shared/ids.ts';
import type { StoredTally } from '../storage/ranks.ts';

/** Readers of a thread hear of votes so often at most, and so often its pages are made anew for them. Milliseconds. */
const EVERY_MS = 1000;

/** The latest counts of comments of one thread. */
export type Tallies = ReadonlyMap<CommentId, StoredTally>;

export interface VoteNews {
  counted(threadId: ThreadId, id: CommentId, tally: StoredTally): void;
  stop(): void;
}

/** Tells the first count of a thread at once, and what follows together: however many vote, a hot thread stays cheap to read. */
export function createVoteNews(tell: (threadId: ThreadId, tallies: Tallies) => void): VoteNews {
  const threads = new Map<ThreadId, { waiting: Map<CommentId, StoredTally>; timer: NodeJS.Timeout }>();

  function rest(threadId: ThreadId): void {
    const thread = threads.get(threadId);
    if (thread === undefined || thread.waiting.size === 0) {
      if (thread !== undefined) clearInterval(thread.timer);
      threads.delete(threadId);
      return;
    }
    const { waiting } = thread;
    thread.waiting = new Map();
    tell(threadId, waiting);
  }

  return {
    counted(threadId, id, tally) {
      const thread = threads.get(threadId);
      if (thread !== undefined) {
        if (tally.v > (thread.waiting.get(id)?.v ?? 0)) thread.waiting.set(id, tally);
        return;
      }
      const timer = setInterval(() => rest(threadId), EVERY_MS);
      timer.unref();
      threads.set(threadId, { waiting: new Map(), timer });
      tell(threadId, new Map([[id, tally]]));
    },
    stop() {
      for (const { timer } of threads.values()) clearInterval(timer);
      threads.clear();
    },
  };
}
