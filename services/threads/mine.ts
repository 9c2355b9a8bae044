import type { EditableComment, ReactionState, ThreadMine } from '../../shared/comment.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { ownView } from '../comments/comment.ts';
import { ownComment, type Claimed } from '../comments/own-comment.ts';
import { voiceOf } from '../comments/vote.ts';
import type { EventBus } from '../events.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { RatingStore } from '../storage/ratings.ts';
import type { VoteStore } from '../storage/votes.ts';

const OWN_SHOWN = 50;
const VOICES_SHOWN = 1000;

interface ReactionQueries {
  has(threadId: ThreadId, personId: string): Promise<boolean>;
  put(threadId: ThreadId, personId: string, at: Date): Promise<void>;
  remove(threadId: ThreadId, personId: string): Promise<void>;
  count(threadId: ThreadId): Promise<number>;
}

/** What the public page cannot say because it is one person's own. */
export async function readMine(
  deps: {
    comments: Pick<CommentStore, 'hiddenOf'>;
    reactions: Pick<ReactionQueries, 'has'>;
    ratings: Pick<RatingStore, 'starsOf'>;
    votes: Pick<VoteStore, 'ofPerson'>;
  },
  personId: PersonId,
  threadId: ThreadId,
): Promise<Omit<ThreadMine, 'standing' | 'told' | 'muted'>> {
  const [hidden, liked, stars, voices] = await Promise.all([
    deps.comments.hiddenOf(personId, threadId, OWN_SHOWN),
    deps.reactions.has(threadId, personId),
    deps.ratings.starsOf(threadId, personId),
    deps.votes.ofPerson(personId, threadId, VOICES_SHOWN),
  ]);
  return {
    comments: hidden.map(ownView),
    reaction: liked ? 'like' : null,
    stars,
    voices: voices
      .map((said) => ({ id: said.commentId, ...voiceOf(said) }))
      .filter(({ vote, emoji }) => vote !== null || emoji !== null),
  };
}

/**
 * One of the caller's own comments, with what they may do about it; null of a time where somebody has answered.
 * @throws Problem `not-found`
 */
export async function readOwn(
  deps: { comments: Pick<CommentStore, 'byId' | 'hasVisibleReply'> },
  claimed: Claimed,
): Promise<EditableComment> {
  const doc = await ownComment(deps, claimed);
  const view = { ...ownView(doc), text: doc.text };
  return (await deps.comments.hasVisibleReply(doc._id)) ? { ...view, editableUntil: null } : view;
}

/** Sets or withdraws a person's reaction to the article; doing it twice changes nothing. */
export async function react(
  deps: { reactions: ReactionQueries; bus: EventBus; now: () => Date },
  { personId, threadId, value }: { personId: PersonId; threadId: ThreadId; value: 'like' | null },
): Promise<ReactionState> {
  if (value === null) await deps.reactions.remove(threadId, personId);
  else await deps.reactions.put(threadId, personId, deps.now());
  const reactions = { like: await deps.reactions.count(threadId) };
  await deps.bus.publish({ type: 'reaction.changed', threadId, reactions });
  return { reactions, reaction: value };
}
