import type { ReviewCard } from '../../shared/review.ts';

/**
 * Where a card stands in the review queue: highest priority first, then longest waiting; the id settles the rest. What was put
 * aside stands by when it comes back.
 */
export interface Place {
  readonly priority: number;
  readonly queuedAt: string;
  readonly id: string;
}

export function placeOf(card: ReviewCard): Place {
  if (card.snoozedUntil !== null) return { priority: 0, queuedAt: card.snoozedUntil, id: card.id };
  return { priority: card.priority?.total ?? 0, queuedAt: card.queuedAt ?? card.createdAt, id: card.id };
}

/** Negative when `a` comes before `b`. ISO 8601 times in UTC sort as text. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  return compareText(a.queuedAt, b.queuedAt) || compareText(a.id, b.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a place lies in (after, upTo]; null is the top of the queue on the left and its end on the right. */
export function isWithin(place: Place, after: Place | null, upTo: Place | null): boolean {
  return (after === null || comparePlaces(place, after) > 0) && (upTo === null || comparePlaces(place, upTo) <= 0);
}

/** Whether anyone still has to decide, now. */
export function waits(card: ReviewCard): boolean {
  return isUndecided(card) && card.snoozedUntil === null;
}

/** Whether somebody put it aside: it comes back by itself. */
export function isPutAside(card: ReviewCard): boolean {
  return isUndecided(card) && card.snoozedUntil !== null;
}

function isUndecided({ review }: ReviewCard): boolean {
  return review === 'open' || review === 'escalated';
}
