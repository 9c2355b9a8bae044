import type { PersonId, ThreadId } from '../../shared/ids.ts';
import type { RatingState } from '../../shared/rating.ts';
import type { Rating } from '../../shared/votes.ts';
import type { EventBus } from '../events.ts';
import type { RatingStore } from '../storage/ratings.ts';

/** The stars of an article, from the number of those who gave one, two, …; exact but for the rounding of the average. */
export function ratingOf(counts: readonly number[]): Rating {
  const count = counts.reduce((sum, n) => sum + n, 0);
  const stars = counts.reduce((sum, n, i) => sum + n * (i + 1), 0);
  return { count, average: count === 0 ? null : Math.round((stars / count) * 100) / 100 };
}

/** Gives an article a person's stars, or takes them back; doing it twice changes nothing. */
export async function rate(
  deps: { ratings: Pick<RatingStore, 'put' | 'remove' | 'counts'>; bus: EventBus; now: () => Date },
  { personId, threadId, stars }: { personId: PersonId; threadId: ThreadId; stars: number | null },
): Promise<RatingState> {
  if (stars === null) await deps.ratings.remove(threadId, personId);
  else await deps.ratings.put(threadId, personId, { stars, at: deps.now() });
  const rating = ratingOf(await deps.ratings.counts(threadId));
  await deps.bus.publish({ type: 'rating.changed', threadId, rating });
  return { rating, stars };
}
