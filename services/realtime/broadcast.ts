import type { HotThreads } from '../../shared/heat.ts';
import type { ServerToClient } from '../../shared/realtime.ts';
import type { ReviewCard, ReviewFigures } from '../../shared/review.ts';
import { ownView, publicView } from '../comments/comment.ts';
import type { EventOf } from '../events.ts';
import { claimView } from '../moderation/review-card.ts';
import type { ThreadState } from '../storage/threads.ts';
import { paceOf } from '../threads/pace.ts';

/** One message for one room. */
export type Message = {
  [Name in keyof ServerToClient]: { room: string; name: Name; payload: Parameters<ServerToClient[Name]>[0] };
}[keyof ServerToClient];

/** Rooms by who listens: readers of a thread, all tabs of one person, those of one session of theirs, moderators, one session of a moderator. */
export const rooms = {
  thread: (threadId: string): string => `thread:${threadId}`,
  person: (personId: string): string => `person:${personId}`,
  readerSession: (sessionId: string): string => `reader-session:${sessionId}`,
  review: 'review',
  session: (sessionHash: string): string => `session:${sessionHash}`,
} as const;

/** A comment came into sight, left it or was edited in sight. The view shows what the comment is now, so what is hidden cannot slip out. */
export function threadNews({ comment, seq, count }: EventOf<'thread.changed'>): Message {
  const view = publicView(comment);
  const name = view.state === 'published' ? 'comment:published' : 'comment:removed';
  return {
    room: rooms.thread(comment.threadId),
    name,
    payload: { threadId: comment.threadId, seq, count, comment: view },
  };
}

export function reactionNews({ threadId, reactions }: EventOf<'reaction.changed'>): Message {
  return { room: rooms.thread(threadId), name: 'reaction:changed', payload: { threadId, reactions } };
}

export function ratingNews({ threadId, rating }: EventOf<'rating.changed'>): Message {
  return { room: rooms.thread(threadId), name: 'rating:changed', payload: { threadId, rating } };
}

export function votesNews({ threadId, tallies }: EventOf<'votes.counted'>): Message {
  const counts = [...tallies].map(([id, tally]) => ({ id, tally }));
  return { room: rooms.thread(threadId), name: 'votes:counted', payload: { threadId, tallies: counts } };
}

export function paceNews(threadId: string, state: ThreadState): Message {
  return { room: rooms.thread(threadId), name: 'thread:paced', payload: { threadId, pace: paceOf(state) } };
}

/** To moderators: everything that boils over now. */
export function heatNews(hot: HotThreads): Message {
  return { room: rooms.review, name: 'heat:changed', payload: hot };
}

/** What became of a comment, to its author alone. */
export function decidedNews({ comment, event }: EventOf<'comment.decided'>): Message {
  return {
    room: rooms.person(comment.authorId),
    name: 'comment:decided',
    payload: { threadId: comment.threadId, comment: ownView(comment), what: event.type },
  };
}

/** How a reader stands now, to them alone. */
export function standingNews({ personId, standing }: EventOf<'person.sanctioned'>): Message {
  return { room: rooms.person(personId), name: 'standing:changed', payload: { standing } };
}

export function notificationNews({ personId, item, unread }: EventOf<'notification.created'>): Message {
  return { room: rooms.person(personId), name: 'notification:created', payload: { item, unread } };
}

export function readNews({ personId, ids, unread }: EventOf<'notification.read'>): Message {
  return { room: rooms.person(personId), name: 'notification:read', payload: { ids, unread } };
}

/** To moderators: an item joined or left the review queue. */
export function reviewNews(name: 'review:opened' | 'review:closed', card: ReviewCard): Message {
  return { room: rooms.review, name, payload: { card } };
}

/** To moderators: who is at a comment now. */
export function claimNews({ comment: { _id, mod } }: EventOf<'review.claimed'>): Message {
  return { room: rooms.review, name: 'review:claimed', payload: { id: _id, v: mod.v, claim: claimView(mod.claim) } };
}

/** To moderators: how far an act on many comments has come. */
export function bulkNews({ bulk }: EventOf<'bulk.progressed'>): Message {
  return { room: rooms.review, name: 'bulk:progress', payload: bulk };
}

/** To moderators: how much waits where. */
export function figuresNews(figures: ReviewFigures): Message {
  return { room: rooms.review, name: 'review:figures', payload: figures };
}
