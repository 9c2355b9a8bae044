import type { ReactionCounts, ThreadPage } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { Rating, Tally } from '../../shared/votes.ts';
import { commentsOf, type ShownComment, type ThreadState } from './thread-state.ts';

/** What readers say without writing. */
export type CountAction =
  | { type: 'reactions'; reactions: ReactionCounts; reaction?: 'like' | null }
  | { type: 'rating'; rating: Rating; stars?: number | null }
  /** Counts of comments, each of which replaces an older one. */
  | { type: 'tallies'; tallies: readonly Count[] }
  /** What else of a page can have changed without a number in the stream. */
  | { type: 'counts'; page: ThreadPage };

interface Count {
  id: string;
  tally: Tally | null;
}

export function reduceCounts(state: ThreadState, action: CountAction): ThreadState {
  switch (action.type) {
    case 'reactions': {
      const { reactions, reaction = state.reaction } = action;
      return { ...state, reactions, reaction };
    }
    case 'rating': {
      const { rating, stars = state.stars } = action;
      return { ...state, rating, stars };
    }
    case 'tallies':
      return counted(state, action.tallies);
    case 'counts': {
      const { reactions, rating, offers } = action.page;
      return counted({ ...state, reactions, rating, offers }, commentsOf(action.page));
    }
  }
}

/** The larger `v` of a count wins, whichever view of the comment it came with. */
export function recounted(comment: ShownComment, tally: Tally | null): ShownComment {
  const isNewer = tally !== null && tally.v > (comment.tally?.v ?? 0) && comment.state !== 'removed';
  return isNewer ? { ...comment, tally } : comment;
}

function counted(state: ThreadState, counts: readonly Count[]): ThreadState {
  const comments = new Map(state.comments);
  for (const { id, tally } of counts) {
    const there = comments.get(id as CommentId);
    if (there) comments.set(there.id, recounted(there, tally));
  }
  return { ...state, comments };
}
