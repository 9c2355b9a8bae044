import type { OutcomeView, ReviewCard } from '../../shared/review.ts';
import { applyPage } from './review-pages.ts';
import { comparePlaces, placeOf, waits } from './queue-order.ts';
import { withFigures } from './review-figures.ts';
import { WAITING } from './review-state.ts';
import type { Choice, Entry, ReviewAction, ReviewState, Said, Standing } from './review-state.ts';
import { put, remove, upsert } from './review-entries.ts';

/**
 * Everything that can happen to the review screen, as a pure step. News and pages may come in any order, twice or late:
 * the newer version of a card wins, and what was closed at a version stays closed for anything as old.
 */
export function reduceReview(before: ReviewState, action: ReviewAction): ReviewState {
  const after = step({ ...before, tick: before.tick + 1 }, action);
  return tidy(before, withFigures(before, after, action));
}

function step(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case 'fetched':
      return applyPage(state, action);
    case 'fetch-failed':
      return state.phase === 'ready' ? state : { ...state, phase: 'failed', trouble: action.trouble };
    case 'opened':
      return doubtful({ ...upsert(state, action.card), count: action.count });
    case 'closed':
      return doubtful({ ...close(state, action.card), count: action.count });
    case 'looked-up':
      return waits(action.card) ? upsert(state, action.card) : close(state, action.card);
    case 'dropped':
      return settleUnknown(state, action.id);
    case 'selected':
      return state.entries.has(action.id) ? { ...state, selected: action.id } : state;
    case 'moved':
      return move(state, action.by);
    case 'sent':
      return send(state, action.id, { kind: 'sending', attempt: action.attempt });
    case 'decided': {
      const { card, count } = action;
      const kind = card.outcome?.kind === 'approved' ? 'approved' : 'refused';
      return doubtful({ ...say(forget(state, card), kind, card), count });
    }
    case 'declined':
      return decline(state, action);
    case 'dismissed':
      return stand(state, action.id, WAITING);
    case 'acknowledged':
      return remove(state, action.id);
    case 'signed-in':
      return { ...state, me: action.me };
  }
}

/** Someone decided, perhaps I: what I have before me or on its way stays until I have seen who did. */
function close(state: ReviewState, card: ReviewCard): ReviewState {
  const entry = state.entries.get(card.id);
  if (entry !== undefined && entry.card.v > card.v) return state;
  const closed = forget(state, card);
  if (entry === undefined) return closed;
  const { standing } = entry;
  if (standing.kind === 'settled') return put(closed, { ...entry, card, touched: state.tick });
  const mine = card.outcome !== null && card.outcome.by.id === state.me;
  if (standing.kind === 'sending' && mine && matches(card.outcome, standing.attempt.choice)) {
    return say(closed, standing.attempt.choice.action === 'approve' ? 'approved' : 'refused', card);
  }
  const open = state.selected === card.id || ['sending', 'failed', 'changed', 'gone'].includes(standing.kind);
  if (!open) return closed;
  return say(
    put(closed, { card, place: entry.place, standing: { kind: 'settled' }, touched: state.tick }),
    'taken',
    card,
  );
}

function matches(outcome: OutcomeView | null, choice: Choice): boolean {
  if (outcome === null) return false;
  if (choice.action === 'approve') return outcome.kind === 'approved';
  return outcome.kind === 'refused' && outcome.code === choice.code;
}

/** The card leaves the list, and nothing as old as it may return. */
function forget(state: ReviewState, card: ReviewCard): ReviewState {
  const closed = new Map(state.closed).set(card.id, Math.max(card.v, state.closed.get(card.id) ?? 0));
  const doubt = state.doubt || (!state.complete && card.queuedAt !== null && card.queuedAt === state.oldestAt);
  return { ...remove(state, card.id), closed, doubt };
}

/** The server no longer knows the comment: its author withdrew it, or it was erased. */
function settleUnknown(state: ReviewState, id: string): ReviewState {
  const entry = state.entries.get(id);
  if (entry === undefined) return state;
  const card: ReviewCard = { ...entry.card, outcome: null };
  return say(put(state, { ...entry, card, standing: { kind: 'settled' } }), 'taken', card);
}

function decline(state: ReviewState, action: Extract<ReviewAction, { type: 'declined' }>): ReviewState {
  const { id, attempt, trouble } = action;
  const known = state.entries.get(id);
  const card = action.card ?? known?.card;
  // Closed meanwhile by the very decision that was sent: the news overtook a lost answer.
  if (card === undefined) return state;
  const fresh = newer(card, known?.card);
  const place = known !== undefined && !waits(fresh) ? known.place : placeOf(fresh);
  const entry: Entry = { card: fresh, place, standing: WAITING, touched: state.tick };
  if (!waits(entry.card)) {
    return say(put(forget(state, entry.card), { ...entry, standing: { kind: 'settled' } }), 'taken', entry.card);
  }
  if (action.card !== null) {
    return say(put(state, { ...entry, standing: { kind: 'changed', trouble } }), 'changed', entry.card);
  }
  return say(put(state, { ...entry, standing: { kind: 'failed', attempt, trouble } }), 'failed', entry.card);
}

function newer(card: ReviewCard, known: ReviewCard | undefined): ReviewCard {
  return known !== undefined && known.v > card.v ? known : card;
}

function stand(state: ReviewState, id: string, standing: Standing): ReviewState {
  const entry = state.entries.get(id);
  return entry === undefined ? state : put(state, { ...entry, standing });
}

/** Marks the row busy and goes on to the next that is not; the last one stays open until it has left. */
function send(state: ReviewState, id: string, standing: Standing): ReviewState {
  const sending = stand(state, id, standing);
  if (state.selected !== id) return sending;
  const at = sending.order.indexOf(id);
  const rest = [...sending.order.slice(at + 1), ...sending.order.slice(0, at).reverse()];
  const next = rest.find((other) => sending.entries.get(other)?.standing.kind !== 'sending');
  return { ...sending, selected: next ?? id };
}

function move(state: ReviewState, by: 1 | -1): ReviewState {
  const at = state.selected === null ? -1 : state.order.indexOf(state.selected);
  const next = state.order[Math.min(state.order.length - 1, Math.max(0, at + by))];
  return next === undefined ? state : { ...state, selected: next };
}

function say(state: ReviewState, kind: Said['kind'], card: ReviewCard): ReviewState {
  return { ...state, said: { serial: state.tick, kind, id: card.id, card } };
}

/** With everything loaded the count can be checked against the list. */
function doubtful(state: ReviewState): ReviewState {
  return { ...state, doubt: state.doubt || (state.complete && state.count !== waitingOf(state).length) };
}

function waitingOf(state: ReviewState): Entry[] {
  return [...state.entries.values()].filter(({ standing }) => standing.kind !== 'settled' && standing.kind !== 'gone');
}

/** Puts in order what follows from the entries: the order itself, a selection that exists, the oldest that waits. */
function tidy(before: ReviewState, after: ReviewState): ReviewState {
  if (after.entries === before.entries) return after;
  const order = [...after.entries.values()]
    .map(({ place }) => place)
    .sort(comparePlaces)
    .map(({ id }) => id);
  return { ...after, order, selected: selectionOf(before, after, order), oldestAt: oldestOf(after) };
}

/** The selection stays where it is; when its comment left, the one after it takes its place. */
function selectionOf(before: ReviewState, after: ReviewState, order: readonly string[]): string | null {
  const { selected } = after;
  if (selected === null) return order[0] ?? null;
  if (after.entries.has(selected)) return selected;
  const at = before.order.indexOf(selected);
  const rest = [...before.order.slice(at + 1), ...before.order.slice(0, Math.max(0, at)).reverse()];
  return rest.find((id) => after.entries.has(id)) ?? order[0] ?? null;
}

function oldestOf(state: ReviewState): string | null {
  const known = waitingOf(state).map(({ card }) => card.queuedAt ?? card.createdAt);
  if (!state.complete && state.oldestAt !== null) known.push(state.oldestAt);
  return known.reduce<string | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null);
}
