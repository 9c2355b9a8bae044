import type { ReviewCard } from '../../shared/review.ts';
import { comparePlaces, placeOf } from './queue-order.ts';
import { WAITING } from './review-state.ts';
import type { Entry, ReviewState, Standing } from './review-state.ts';

export function put(state: ReviewState, entry: Entry): ReviewState {
  return { ...state, entries: new Map(state.entries).set(entry.card.id, entry) };
}

export function remove(state: ReviewState, id: string): ReviewState {
  if (!state.entries.has(id)) return state;
  const entries = new Map(state.entries);
  entries.delete(id);
  return { ...state, entries };
}

/** A waiting card arrived, by news or by page: it is added, replaces an older version, or is too old to matter. */
export function upsert(state: ReviewState, card: ReviewCard): ReviewState {
  if (card.v <= (state.closed.get(card.id) ?? 0)) return state;
  const known = state.entries.get(card.id);
  if (known === undefined) {
    return isBeyondEdge(state, card)
      ? state
      : put(state, { card, place: placeOf(card), standing: WAITING, touched: state.tick });
  }
  if (card.v < known.card.v) return state;
  const standing = standingAfter(known, card, state.selected === card.id);
  return put(state, { card, place: placeOf(card), standing, touched: state.tick });
}

/** What lies behind the loaded part comes with its page; added now, it would seem to stand next to the last loaded. */
function isBeyondEdge(state: ReviewState, card: ReviewCard): boolean {
  return state.edge !== null && comparePlaces(placeOf(card), state.edge) > 0;
}

function standingAfter(known: Entry, card: ReviewCard, isOpen: boolean): Standing {
  const { standing } = known;
  if (standing.kind === 'gone' || standing.kind === 'settled') return WAITING;
  if (card.v === known.card.v) return standing;
  if (standing.kind === 'failed') return { kind: 'changed', trouble: standing.trouble };
  // The text under a moderator's eyes was replaced by another: that must be seen.
  if (standing.kind === 'waiting' && isOpen && card.rev !== known.card.rev) return { kind: 'changed', trouble: null };
  return standing;
}
