import type { Action } from '../../shared/moderation.ts';
import type { ReviewCard } from '../../shared/review.ts';
import type { Trouble } from './api.ts';

/** Something I did that can still be taken back. */
export interface Done {
  readonly act: Action;
  /** As it was left. */
  readonly card: ReviewCard;
  readonly eventId: string;
  /** Of taking it back, the same however often that is sent. */
  readonly key: string;
  readonly isUndoing: boolean;
  /** Why it could not be taken back. */
  readonly trouble: Trouble | null;
}

/** So many of the newest are at hand. */
const KEPT = 5;

/** What I have done, newest first, with one thing more. What cannot be taken back is no part of it. */
export function withDone(list: readonly Done[], done: { act: Action; card: ReviewCard; key: string }): readonly Done[] {
  const { act, card, key } = done;
  if (card.undo === null) return list;
  const entry: Done = { act, card, key, eventId: card.undo.eventId, isUndoing: false, trouble: null };
  return [entry, ...list.filter(({ card: { id } }) => id !== card.id)].slice(0, KEPT);
}

/** Without what a newer card says cannot be taken back any more: something else was done about the comment since. */
export function withoutOvertaken(list: readonly Done[], card: ReviewCard): readonly Done[] {
  const isOvertaken = (done: Done): boolean =>
    done.card.id === card.id && card.v > done.card.v && card.undo?.eventId !== done.eventId;
  return list.some(isOvertaken) ? list.filter((done) => !isOvertaken(done)) : list;
}

export function withUndoing(
  list: readonly Done[],
  eventId: string,
  change: Pick<Done, 'isUndoing' | 'trouble'>,
): readonly Done[] {
  return list.map((done) => (done.eventId === eventId ? { ...done, ...change } : done));
}
