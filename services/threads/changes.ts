import type { ThreadChanges } from '../../shared/comment.ts';
import type { CommentId, ThreadId } from '../../shared/ids.ts';
import type { Site } from '../../shared/site.ts';
import { publicView } from '../comments/comment.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import { changedSince, type FeedDoc } from '../storage/feeds.ts';
import type { ThreadState } from '../storage/threads.ts';
import { paceOf } from './pace.ts';

export interface ChangesDeps {
  comments: Pick<CommentStore, 'byIds' | 'countVisible'>;
  feeds: { byThread(threadId: string): Promise<FeedDoc | null> };
  reactions: { count(threadId: string): Promise<number> };
  threads: { stateOf(id: ThreadId): Promise<ThreadState> };
}

/**
 * What a reader who last saw change number `since` has missed: the comments concerned as they are now. With `reset` the
 * gap is too long for that (or the number is not of this stream), and the page must be loaded again.
 */
export async function readChanges(
  deps: ChangesDeps,
  { site, threadId, since }: { site: Site; threadId: ThreadId; since: number },
): Promise<ThreadChanges> {
  const feed = await deps.feeds.byThread(threadId);
  const seq = feed?.seq ?? 0;
  const ids = feed === null ? [] : changedSince(feed, since);
  const reset = ids === null || since > seq;
  const [docs, count, like, state] = await Promise.all([
    reset ? [] : deps.comments.byIds(ids as CommentId[]),
    deps.comments.countVisible(threadId),
    deps.reactions.count(threadId),
    deps.threads.stateOf(threadId),
  ]);
  const byId = new Map<string, CommentDoc>(docs.map((doc) => [doc._id, doc]));
  // In the order in which it happened, as who was there has heard it.
  const comments = (ids ?? []).flatMap((id) => byId.get(id) ?? []).map(publicView);
  return { threadId, seq, reset, count, reactions: { like }, pace: paceOf(state, site), comments };
}
