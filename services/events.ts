import type { BulkView } from '../shared/bulk.ts';
import type { SiteId, ThreadId } from '../shared/ids.ts';
import type { CommentDoc } from './storage/comment-schema.ts';
import type { ReaderStanding } from '../shared/standing.ts';
import type { NotificationView } from '../shared/notification.ts';
import type { Rating } from '../shared/votes.ts';
import type { Tallies } from './comments/vote-news.ts';
import type { ReactionCounts } from '../shared/comment.ts';
import type { Told } from './notifications/told.ts';
import type { ModEvent } from './storage/mod-events.ts';

/**
 * What can happen. Events of comments come from the outbox of the comment itself, at least once and in order; every
 * listener is idempotent.
 */
export type DomainEvent =
  /**
   * A comment came into or out of sight, or changed in sight. `comment` is as it is known by now, `event` what happened then,
   * `count` how many are in sight since; null where no reader listens.
   */
  | { type: 'thread.changed'; comment: CommentDoc; event: ModEvent; seq: number; count: number | null }
  /** Somebody settled what happens to a comment, or its author did something about it; what the rules settle, they learn with the answer. */
  | { type: 'comment.decided'; comment: CommentDoc; event: ModEvent }
  /** A comment joined the review queue, or changed within it; it left the queue. */
  | { type: 'review.opened'; comment: CommentDoc; event: ModEvent }
  | { type: 'review.closed'; comment: CommentDoc; event: ModEvent }
  /** Somebody is at a comment that waits, or no longer. */
  | { type: 'review.claimed'; comment: CommentDoc }
  /** An act on many comments has come further. */
  | { type: 'bulk.progressed'; bulk: BulkView; sites: readonly SiteId[] | null }
  /** A thread boils over, or has cooled down. */
  | { type: 'thread.heated'; threadId: ThreadId }
  /** Moderators have closed a thread, or reopened it. */
  | { type: 'thread.closed'; threadId: ThreadId }
  | { type: 'reaction.changed'; threadId: string; reactions: ReactionCounts }
  | { type: 'rating.changed'; threadId: ThreadId; rating: Rating }
  /** Comments of a thread were voted on; several votes in a moment are told together. */
  | { type: 'votes.counted'; threadId: ThreadId; tallies: Tallies }
  /** Moderators have done something about a reader, or taken it back; `standing` is null where nothing is left. */
  | { type: 'person.sanctioned'; personId: string; standing: ReaderStanding | null }
  /** A reader asked to be forgotten: nobody may listen in their name any more. */
  | { type: 'person.forgotten'; personId: string }
  /** A guest has become a reader: nobody may listen by the token they had before. */
  | { type: 'person.signed-in'; personId: string }
  /** A reader is no longer signed in with these browsers. */
  | { type: 'sessions.ended'; sessionIds: readonly string[] }
  /** There is no such site any more. */
  | { type: 'site.removed'; siteId: SiteId; name: string }
  /** People were told of something: rows were made, or say something else now. Told again where it was cut off. */
  | { type: 'notification.rows'; told: Told[] }
  /** What was told is out of sight, or back: other counts behind these people's bells, and no new item. */
  | { type: 'notification.recounted'; personIds: string[] }
  | { type: 'notification.created'; personId: string; item: NotificationView; unread: number }
  | { type: 'notification.read'; personId: string; ids: string[]; unread: number };

export type DomainEventType = DomainEvent['type'];
export type EventOf<Type extends DomainEventType> = Extract<DomainEvent, { type: Type }>;
type Listener = (event: DomainEvent) => void | Promise<void>;

export interface EventBus {
  on<Type extends DomainEventType>(type: Type, listener: (event: EventOf<Type>) => void | Promise<void>): void;
  /** Resolves when every listener is done; rejects if one failed, so that the sender tries again. */
  publish(event: DomainEvent): Promise<void>;
}

export function createEventBus(): EventBus {
  const listeners = new Map<DomainEventType, Listener[]>();
  return {
    on(type, listener) {
      const list = listeners.get(type) ?? [];
      list.push(listener as Listener);
      listeners.set(type, list);
    },
    async publish(event) {
      for (const listener of listeners.get(event.type) ?? []) await listener(event);
    },
  };
}
