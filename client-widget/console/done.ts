import type { Action } from '../../shared/moderation.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { arrivedWith } from './review-entries.ts';
import { cardsOf } from './review-figures.ts';
import type { Attempt, ReviewAction, ReviewState } from './review-state.ts';

/** Something I did that can still be taken back. */
export interface Done {
  /** Of the decision: the greater, the later I made it, whenever it arrived. */
  readonly serial: number;
  readonly act: Action;
  /** As it was left. */
  readonly card: ReviewCard;
  readonly eventId: string;
  /** Of taking it back, the same however often that is sent. */
  readonly key: string;
  readonly isUndoing: boolean;
}

/** So many of the newest are at hand. */
const KEPT = 5;

/**
 * What I have done, once what an action brings is heard: without what has been changed since, and with the decisions that turn
 * out to have arrived, be it by their answer, by news, or by a look at a comment whose answer was lost.
 * @param before the state of the desk before that action
 */
export function doneAfter(
  list: readonly Done[],
  before: ReviewState,
  { action, newKey }: { action: ReviewAction; newKey: () => string },
): readonly Done[] {
  return cardsOf(action).reduce((done, card) => {
    const kept = withoutOvertaken(done, card);
    const attempt = action.type === 'decided' ? action.attempt : arrivedWith(before, card);
    // Overtaken by a colleague, or by what has been heard of it since.
    if (attempt === undefined || card.undo?.by.id !== before.me || card.v < newestOf(before, card.id)) return kept;
    return withDone(kept, attempt, { card, eventId: card.undo.eventId, key: newKey() });
  }, list);
}

/** With one thing more, where it belongs: newest first. */
function withDone(
  list: readonly Done[],
  { serial, choice }: Attempt,
  what: Pick<Done, 'card' | 'eventId' | 'key'>,
): readonly Done[] {
  // The answer, or the news, has told it before.
  if (list.some(({ eventId }) => eventId === what.eventId)) return list;
  const others = list.filter(({ card }) => card.id !== what.card.id);
  const done: Done = { ...what, serial, act: choice.action, isUndoing: false };
  return [...others, done].sort((a, b) => b.serial - a.serial).slice(0, KEPT);
}

/** Without what a newer card says cannot be taken back any more: something else was done about the comment since. */
function withoutOvertaken(list: readonly Done[], card: ReviewCard): readonly Done[] {
  const isOvertaken = (done: Done): boolean =>
    done.card.id === card.id && card.v > done.card.v && card.undo?.eventId !== done.eventId;
  return list.some(isOvertaken) ? list.filter((done) => !isOvertaken(done)) : list;
}

/** The newest version of a comment that this desk has seen. */
function newestOf({ entries, closed }: ReviewState, id: string): number {
  return Math.max(entries.get(id)?.card.v ?? 0, closed.get(id) ?? 0);
}

export function withUndoing(list: readonly Done[], eventId: string, isUndoing: boolean): readonly Done[] {
  return list.map((done) => (done.eventId === eventId ? { ...done, isUndoing } : done));
}
