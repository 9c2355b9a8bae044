import type { ReviewCard } from '../../shared/review.ts';
import type { Trouble } from './api.ts';

/** Something I wished for a comment that was not done, and why. A decision is here where it was not mine to make. */
export interface Refusal {
  readonly wish: 'decide' | 'undo' | 'wake' | 'takeOver';
  readonly card: ReviewCard;
  readonly trouble: Trouble;
}

/** With the newest about each comment. */
export function withRefusal(list: readonly Refusal[], refusal: Refusal): readonly Refusal[] {
  return [...withoutRefusal(list, refusal.card.id), refusal];
}

/** Without what was refused for a comment: it is wished anew, or the moderator has read it. */
export function withoutRefusal(list: readonly Refusal[], id: string): readonly Refusal[] {
  return list.some(({ card }) => card.id === id) ? list.filter(({ card }) => card.id !== id) : list;
}

/** Whether it makes no sense to wish the same again: the service has understood, and would not. */
export function isFinal(trouble: Trouble): boolean {
  if (trouble.kind !== 'problem') return false;
  const { status, code } = trouble.document;
  // Signed in again, later, or against the version that is there by then it may be done.
  return status >= 400 && status < 500 && ![401, 429].includes(status) && code !== 'stale-version';
}

/** Whether a decision was somebody else's to make. Nothing about its comment has changed, then. */
export function isNotMine(trouble: Trouble): boolean {
  return trouble.kind === 'problem' && ['own-decision', 'not-allowed'].includes(trouble.document.code);
}
