import type { ClaimView, ReviewCard } from '../../shared/review.ts';
import { isOwnAppeal } from './barred.ts';

/** The claim of a colleague who is at a comment now; null if nobody is, or I am. One that was not renewed has lapsed. */
export function heldBy({ claim }: ReviewCard, me: string, now: number): ClaimView | null {
  return claim !== null && claim.by.id !== me && Date.parse(claim.until) > now ? claim : null;
}

/** The same, of what I could decide otherwise. */
export function keptBy(card: ReviewCard, me: string, now: number): ClaimView | null {
  return isOwnAppeal(card, me) ? null : heldBy(card, me, now);
}
