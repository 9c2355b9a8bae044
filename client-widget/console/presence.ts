import type { ClaimView, ReviewCard } from '../../shared/review.ts';

/** The claim of a colleague who is at a comment now; null if nobody is, or I am. One that was not renewed has lapsed. */
export function heldBy({ claim }: ReviewCard, me: string, now: number): ClaimView | null {
  return claim !== null && claim.by.id !== me && Date.parse(claim.until) > now ? claim : null;
}
