import { comparePlaces, isWithin, placeOf } from './queue-order.ts';
import type { Place } from './queue-order.ts';
import { put, remove, upsert } from './review-entries.ts';
import type { Entry, ReviewAction, ReviewState } from './review-state.ts';

type Fetched = Extract<ReviewAction, { type: 'fetched' }>;

/**
 * A page says what waits between two places, as of some moment after it was asked for. What it lacks there has left,
 * unless younger news brought it; what the moderator is busy with does not leave without a word.
 */
export function applyPage(state: ReviewState, { page, after, since }: Fetched): ReviewState {
  // A refresh may have come between the request and this answer: what counts is where the list ends, not who said so.
  if (after !== null && (state.edge === null || comparePlaces(after, state.edge) !== 0)) return state;
  const last = page.items.at(-1);
  const upTo = page.next === null || last === undefined ? null : placeOf(last);
  const listed = new Set(page.items.map(({ id }) => id));

  let next: ReviewState = { ...state, phase: 'ready', trouble: null };
  for (const entry of state.entries.values()) {
    const { id } = entry.card;
    if (listed.has(id) || entry.touched > since || !isWithin(entry.place, after, upTo)) continue;
    next = missing(next, entry, id === state.selected);
  }
  next = { ...next, ...reach(next, upTo, page.next, after) };
  for (const card of page.items) next = upsert(next, card);
  return { ...next, count: page.count };
}

function missing(state: ReviewState, entry: Entry, isOpen: boolean): ReviewState {
  switch (entry.standing.kind) {
    case 'sending':
    case 'settled':
    case 'gone':
      return state;
    case 'failed':
    case 'changed':
      return put(state, { ...entry, standing: { kind: 'gone' } });
    case 'waiting':
      return isOpen ? put(state, { ...entry, standing: { kind: 'gone' } }) : remove(state, entry.card.id);
  }
}

/** How far the list is loaded now. A first page asked for again does not undo the pages behind it. */
function reach(
  state: ReviewState,
  upTo: Place | null,
  cursor: string | null,
  after: Place | null,
): Pick<ReviewState, 'edge' | 'cursor' | 'complete'> {
  const { edge } = state;
  if (after === null && upTo !== null && edge !== null && comparePlaces(edge, upTo) > 0) {
    return { edge, cursor: state.cursor, complete: false };
  }
  return { edge: upTo, cursor, complete: upTo === null };
}
