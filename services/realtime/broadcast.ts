import type { Pace } from '../../shared/comment.ts';
import type { HotThreads } from '../../shared/heat.ts';
import type { Scope } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { ServerToClient } from '../../shared/realtime.ts';
import type { ReviewCard, ReviewFigures } from '../../shared/review.ts';
import { ownView, publicView } from '../comments/comment.ts';
import type { EventOf } from '../events.ts';
import { claimView } from '../moderation/review-card.ts';

/** One message for one room. */
export type Message = {
  [Name in keyof ServerToClient]: { room: string; name: Name; payload: Parameters<ServerToClient[Name]>[0] };
}[keyof ServerToClient];

const REVIEW = 'review';

/** Rooms by who listens: readers of a thread, all tabs of one person, those of one session of theirs, moderators, one session of a moderator. */
export const rooms = {
  thread: (threadId: string): string => `thread:${threadId}`,
  person: (personId: string): string => `person:${personId}`,
  readerSession: (sessionId: string): string => `reader-session:${sessionId}`,
  /** Moderators by the sites they have their role on. */
  review: (scope: Scope): string => (scope === null ? REVIEW : `${REVIEW}:${[...scope].sort().join()}`),
  session: (sessionHash: string): string => `session:${sessionHash}`,
} as const;

/** The sites of the moderators who are in a room; undefined if it is no room of moderators. */
export function scopeOfRoom(room: string): Scope | undefined {
  if (room === REVIEW) return null;
  return room.startsWith(`${REVIEW}:`) ? (room.slice(REVIEW.length + 1).split(',') as SiteId[]) : undefined;
}

/** A comment came into sight, left it or was edited in sight. The view shows what the comment is now, so what is hidden cannot slip out. */
export function threadNews({
  comment,
  seq,
  count,
}: Pick<EventOf<'thread.changed'>, 'comment' | 'seq'> & { count: number }): Message {
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

export function paceNews(threadId: string, pace: Pace): Message {
  return { room: rooms.thread(threadId), name: 'thread:paced', payload: { threadId, pace } };
}

/** To moderators: everything that boils over now on their sites. */
export function heatNews(scope: Scope, hot: HotThreads): Message {
  return { room: rooms.review(scope), name: 'heat:changed', payload: hot };
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
export function reviewNews(scope: Scope, name: 'review:opened' | 'review:closed', card: ReviewCard): Message {
  return { room: rooms.review(scope), name, payload: { card } };
}

/** To moderators: who is at a comment now. */
export function claimNews(scope: Scope, { comment: { _id, mod } }: EventOf<'review.claimed'>): Message {
  const payload = { id: _id, v: mod.v, claim: claimView(mod.claim) };
  return { room: rooms.review(scope), name: 'review:claimed', payload };
}

/** To moderators: how far an act on many comments has come. */
export function bulkNews(scope: Scope, { bulk }: EventOf<'bulk.progressed'>): Message {
  return { room: rooms.review(scope), name: 'bulk:progress', payload: bulk };
}

/** To moderators: a site of theirs is removed. */
export function siteRemovedNews(scope: Scope, { siteId, name }: EventOf<'site.removed'>): Message {
  return { room: rooms.review(scope), name: 'site:removed', payload: { site: { id: siteId, name } } };
}

/** To moderators: how much waits where on their sites. */
export function figuresNews(scope: Scope, figures: ReviewFigures): Message {
  return { room: rooms.review(scope), name: 'review:figures', payload: figures };
}
