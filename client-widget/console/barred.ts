import type { Action } from '../../shared/moderation.ts';
import type { ReviewCard } from '../../shared/review.ts';

/** What this moderator cannot do about a comment they refused, since it was appealed and colleagues can. */
export function barredFrom({ appeal }: Pick<ReviewCard, 'appeal'>, me: string): readonly Action[] {
  return appeal?.against === me ? appeal.barred : [];
}

/** Whether a colleague answers the appeal. */
export function isOwnAppeal(card: Pick<ReviewCard, 'appeal'>, me: string): boolean {
  return barredFrom(card, me).includes('overturn');
}
