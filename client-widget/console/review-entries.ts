import type { ClaimView, ReviewCard } from '../../shared/review.ts';
import { matches } from './choices.ts';
import { fits } from './desk-filter.ts';
import { comparePlaces, placeOf } from './queue-order.ts';
import { attemptOf, seenOf, WAITING } from './review-state.ts';
import type { Attempt, Entry, ReviewState, Said, Standing } from './review-state.ts';

export function put(state: ReviewState, entry: Entry): ReviewState {
  return { ...state, entries: new Map(state.entries).set(entry.card.id, entry) };
}

export function remove(state: ReviewState, id: string): ReviewState {
  if (!state.entries.has(id)) return state;
  const entries = new Map(state.entries);
  entries.delete(id);
  return { ...state, entries };
}

/** Without the comments of a site, also those decided about here: no news, page or answer still on its way brings one back. */
export function withoutSite(state: ReviewState, siteId: string): ReviewState {
  const [entries, closed] = [new Map(state.entries), new Map(state.closed)];
  for (const { card } of state.entries.values()) {
    if (card.site.id !== siteId) continue;
    entries.delete(card.id);
    closed.set(card.id, Infinity);
  }
  return { ...state, entries, closed };
}

export function say(state: ReviewState, kind: Said['kind'], card: ReviewCard, act?: Said['act']): ReviewState {
  const said = { serial: state.tick, kind, id: card.id, card, ...(act === undefined ? {} : { act }) };
  return { ...state, said };
}

/** My decision that had no answer yet, where this card shows that it has arrived. */
export function arrivedWith(state: ReviewState, card: ReviewCard): Attempt | undefined {
  const known = state.entries.get(card.id);
  const attempt = attemptOf(known);
  if (known === undefined || attempt === undefined || card.v <= known.card.v) return undefined;
  return matches(card, state.me, attempt.choice) ? attempt : undefined;
}

/** A waiting card arrived: it is added, replaces an older version, or is too old to matter. */
export function upsert(state: ReviewState, card: ReviewCard): ReviewState {
  const entry = entryOf(state, card);
  if (entry === null) return state;
  const next = put(state, entry);
  const known = state.entries.get(card.id);
  return known !== undefined && isLost(state, known, card.claim) ? say(next, 'lost', card) : next;
}

/** How a waiting card stands on the list from now on; null if it is too old to matter, or not to be on it yet. */
export function entryOf(state: ReviewState, card: ReviewCard): Entry | null {
  if (card.v <= (state.closed.get(card.id) ?? 0)) return null;
  const known = state.entries.get(card.id);
  const fresh = { card, place: placeOf(card), touched: state.tick };
  if (known === undefined) return isBeyondEdge(state, card) ? null : { ...fresh, standing: WAITING };
  if (card.v < known.card.v) return null;
  const standing = standingAfter(known, card, state.selected === card.id);
  return { ...fresh, standing, ...lossOf(state, known, card.claim) };
}

/** Somebody is at a comment, or nobody is any more. */
export function applyClaim(
  state: ReviewState,
  { id, v, claim }: { id: string; v: number; claim: ClaimView | null },
): ReviewState {
  const known = state.entries.get(id);
  // Of a later version the card is on its way, with its claim.
  if (known?.card.v !== v) return state;
  const card = { ...known.card, claim };
  const { isLost: _, ...entry } = known;
  const next = put(state, { ...entry, card, touched: state.tick, ...lossOf(state, known, claim) });
  return isLost(state, known, claim) ? say(next, 'lost', card) : next;
}

/** Whether I was at it until now, and somebody else is. */
function isLost({ me }: ReviewState, { card }: Entry, claim: ClaimView | null): boolean {
  return card.claim?.by.id === me && claim !== null && claim.by.id !== me;
}

function lossOf(state: ReviewState, known: Entry, claim: ClaimView | null): Pick<Entry, 'isLost'> {
  const isStillLost = known.isLost === true && claim !== null && claim.by.id === known.card.claim?.by.id;
  return isStillLost || isLost(state, known, claim) ? { isLost: true } : {};
}

/** What lies behind the loaded part comes with its page; added now, it would seem to stand next to the last loaded. */
function isBeyondEdge(state: ReviewState, card: ReviewCard): boolean {
  return state.edge !== null && comparePlaces(placeOf(card), state.edge) > 0;
}

function standingAfter(known: Entry, card: ReviewCard, isOpen: boolean): Standing {
  const { standing } = known;
  if (standing.kind === 'gone' || standing.kind === 'settled') return WAITING;
  if (card.v === known.card.v) return standing;
  const was = card.rev === known.card.rev ? null : seenOf(known.card);
  if (standing.kind === 'failed') return { kind: 'changed', trouble: standing.trouble, was };
  // The text under a moderator's eyes was replaced by another: that must be seen.
  if (standing.kind === 'waiting' && isOpen && was !== null) return { kind: 'changed', trouble: null, was };
  return standing;
}

/** Entries that wait as far as is known here, and belong to the part of the queue on the desk. */
export function waitingOf(state: ReviewState): Entry[] {
  return [...state.entries.values()].filter(
    ({ card, standing }) => standing.kind !== 'settled' && standing.kind !== 'gone' && fits(card, state.filter),
  );
}
