import { fits } from './desk-filter.ts';
import { comparePlaces, isWithin, placeOf } from './queue-order.ts';
import type { Place } from './queue-order.ts';
import { entryOf } from './review-entries.ts';
import { attemptOf, pendingOf } from './review-state.ts';
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

  // One copy for the whole page: with one for each of its cards, a long list would stutter at every refresh.
  const entries = new Map(state.entries);
  for (const entry of state.entries.values()) {
    const { id } = entry.card;
    if (listed.has(id) || entry.touched > since || !isWithin(entry.place, after, upTo)) continue;
    // A decision kept from another part of the queue.
    if (pendingOf(entry) !== undefined && !fits(entry.card, state.filter)) continue;
    const left = missing(entry, id === state.selected);
    if (left === null) entries.delete(id);
    else entries.set(id, left);
  }
  const next = {
    ...state,
    phase: 'ready' as const,
    trouble: after === null ? null : state.trouble,
    ...reach(state, upTo, page.next, after),
  };
  for (const card of page.items) {
    const known = state.entries.get(card.id);
    // Of the same version, but from before what has been heard since: who is at it may have changed.
    if (known !== undefined && known.touched > since && known.card.v === card.v) continue;
    const entry = entryOf(next, card);
    if (entry !== null) entries.set(card.id, entry);
  }
  return { ...next, entries, count: page.count };
}

/** What becomes of an entry that the page lacks; null if it leaves. */
function missing(entry: Entry, isOpen: boolean): Entry | null {
  switch (entry.standing.kind) {
    case 'sending':
    case 'settled':
    case 'gone':
      return entry;
    case 'failed':
    case 'changed':
      return gone(entry);
    case 'waiting':
      return isOpen || entry.standing.attempt !== undefined ? gone(entry) : null;
  }
}

/** To be asked for. The answer to a decision may have been lost on its way, and not the decision. */
function gone(entry: Entry): Entry {
  const attempt = attemptOf(entry);
  return { ...entry, standing: attempt === undefined ? { kind: 'gone' } : { kind: 'gone', attempt } };
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
