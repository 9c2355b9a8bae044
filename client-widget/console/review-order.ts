import { comparePlaces } from './queue-order.ts';
import { waitingOf } from './review-entries.ts';
import type { ReviewState } from './review-state.ts';

/** The first that no colleague is at; where there is one at every one, the first. */
export function firstFree({ entries, me }: ReviewState, ids: readonly string[]): string | undefined {
  const isFree = (id: string): boolean => (entries.get(id)?.card.claim?.by.id ?? me) === me;
  return ids.find(isFree) ?? ids[0];
}

export function move(state: ReviewState, by: 1 | -1): ReviewState {
  const at = state.selected === null ? -1 : state.order.indexOf(state.selected);
  const next = state.order[Math.min(state.order.length - 1, Math.max(0, at + by))];
  return next === undefined ? state : { ...state, selected: next };
}

/** Puts in order what follows from the entries: the order itself, a selection that exists, their number where all are here. */
export function tidy(before: ReviewState, after: ReviewState): ReviewState {
  if (after.entries === before.entries && after.complete === before.complete) return after;
  const order = isSameOrder(before, after) ? before.order : orderOf(after);
  const count = after.complete ? waitingOf(after).length : after.count;
  return { ...after, order, count, selected: selectionOf(before, after, order) };
}

function orderOf({ entries }: ReviewState): string[] {
  return [...entries.values()]
    .map(({ place }) => place)
    .sort(comparePlaces)
    .map(({ id }) => id);
}

/** Most of what happens moves nothing: then a long list need not be sorted. */
function isSameOrder(before: ReviewState, after: ReviewState): boolean {
  if (before.entries.size !== after.entries.size) return false;
  for (const [id, { place }] of after.entries) {
    const known = before.entries.get(id);
    if (known === undefined || (known.place !== place && comparePlaces(known.place, place) !== 0)) return false;
  }
  return true;
}

/** The selection stays where it is; when its comment left, the one after it takes its place. */
function selectionOf(before: ReviewState, after: ReviewState, order: readonly string[]): string | null {
  const { selected } = after;
  if (selected === null) return firstFree(after, order) ?? null;
  if (after.entries.has(selected)) return selected;
  const at = before.order.indexOf(selected);
  const rest = [...before.order.slice(at + 1), ...before.order.slice(0, Math.max(0, at)).reverse()];
  return (
    firstFree(
      after,
      rest.filter((id) => after.entries.has(id)),
    ) ??
    order[0] ??
    null
  );
}
