import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { CommentStore } from '../storage/comments.ts';

/** Does what a person does in a thread, if it is their turn. */
export type TakeTurn = <T>(
  at: { threadId: ThreadId; authorId: PersonId; everySeconds: number | null },
  work: () => Promise<T>,
) => Promise<T>;

/**
 * In a thread that is slowed down, a person writes once in so many seconds; elsewhere it is always their turn. What counts
 * is the last comment that was stored, so a restart or a second node lets nobody write sooner. Of two that one person sends
 * at the same time, the later one is refused at once: neither could know of the other.
 * @returns a function that throws Problem `slow-mode` with the seconds to wait
 */
export function createTurns(deps: { comments: Pick<CommentStore, 'lastPosted'>; now: () => Date }): TakeTurn {
  const writing = new Set<string>();
  return async ({ threadId, authorId, everySeconds }, work) => {
    if (everySeconds === null) return work();
    const turn = `${authorId}\n${threadId}`;
    if (writing.has(turn)) throw new Problem('slow-mode', { retryAfter: everySeconds, extensions: { everySeconds } });
    writing.add(turn);
    try {
      const last = await deps.comments.lastPosted(authorId, threadId);
      const left = last === null ? 0 : last.getTime() + everySeconds * 1000 - deps.now().getTime();
      if (left > 0) {
        throw new Problem('slow-mode', { retryAfter: Math.ceil(left / 1000), extensions: { everySeconds } });
      }
      return await work();
    } finally {
      writing.delete(turn);
    }
  };
}
