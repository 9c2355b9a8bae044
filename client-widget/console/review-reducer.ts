import type { ReviewCard } from '../../shared/review.ts';
import { figureOf, fits } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import { placeOf } from './queue-order.ts';
import { isNotMine } from './refusals.ts';
import { applyClaim, arrivedWith, put, remove, say, upsert, waitingOf, withoutSite } from './review-entries.ts';
import { withFigures } from './review-figures.ts';
import { firstFree, move, tidy } from './review-order.ts';
import { applyPage } from './review-pages.ts';
import { attemptOf, emptyReview, pendingOf, seenOf, WAITING } from './review-state.ts';
import type { Attempt, Entry, ReviewAction, ReviewState, Standing } from './review-state.ts';

/**
 * Everything that can happen to the review screen, as a pure step. News and pages may come in any order, twice or late:
 * the newer version of a card wins, and what left at a version stays away for anything as old.
 */
export function reduceReview(before: ReviewState, action: ReviewAction): ReviewState {
  const after = step({ ...before, tick: before.tick + 1 }, action);
  return tidy(before, withFigures(before, after, action));
}

function step(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case 'filtered':
      return turnTo(state, action.filter);
    case 'fetched':
      return action.filter === state.filter ? applyPage(withArrived(state, action.page.items), action) : state;
    case 'fetch-failed':
      return { ...state, phase: state.phase === 'ready' ? 'ready' : 'failed', trouble: action.trouble };
    case 'figures':
      return { ...state, figures: action.figures, count: figureOf(action.figures, state.filter) ?? state.count };
    case 'counted':
      return action.filter === state.filter ? { ...state, count: action.count } : state;
    case 'heard':
      return hear(state, action.card);
    case 'claimed':
      return applyClaim(state, action);
    case 'dropped':
      return settleUnknown(state, action.id);
    case 'site-removed':
      return withoutSite(state, action.siteId);
    case 'selected':
      return state.entries.has(action.id) ? { ...state, selected: action.id } : state;
    case 'moved':
      return move(state, action.by);
    case 'sent':
      return send(state, action.id, { kind: 'sending', attempt: action.attempt });
    case 'decided':
      return decided(state, action.card, action.attempt);
    case 'declined':
      return decline(state, action);
    case 'undone':
      return bringBack(state, action.card);
    case 'dismissed':
      return stand(state, action.id, withoutDecision(state, action.id));
    case 'given-up':
      return giveUp(state, action.id);
    case 'acknowledged':
      return remove(state, action.id);
    case 'signed-in':
      return { ...state, me: action.me };
  }
}

/** Another part of the queue: everything is asked for anew, but what is on its way or was not sent stays at hand. */
function turnTo(state: ReviewState, filter: DeskFilter): ReviewState {
  const { me, figures, tick, said } = state;
  const kept = [...state.entries].filter(([, entry]) => pendingOf(entry) !== undefined);
  const count = figureOf(figures, filter) ?? 0;
  return { ...emptyReview(me, filter), figures, tick, said, count, entries: new Map(kept) };
}

/** What a card says of a decision of mine is as good as its answer, whichever comes first. */
function hear(state: ReviewState, card: ReviewCard): ReviewState {
  const attempt = arrivedWith(state, card);
  if (attempt !== undefined) return decided(state, card, attempt);
  return fits(card, state.filter) ? upsert(state, card) : leave(state, card);
}

/** With what a page shows of decisions of mine that had no answer yet. */
function withArrived(state: ReviewState, cards: readonly ReviewCard[]): ReviewState {
  return cards.reduce((now, card) => (arrivedWith(now, card) === undefined ? now : hear(now, card)), state);
}

/**
 * Someone acted, perhaps I: what I have before me or on its way stays until I have seen who did. What I did myself, with an act
 * on many or in another window, I know.
 */
function leave(state: ReviewState, card: ReviewCard): ReviewState {
  const entry = state.entries.get(card.id);
  if (entry !== undefined && entry.card.v > card.v) return state;
  const closed = forget(state, card);
  if (entry === undefined) return closed;
  const { standing } = entry;
  if (standing.kind === 'settled') return put(closed, { ...entry, card, touched: state.tick });
  if (standing.kind === 'waiting' && actorOf(card) === state.me) return closed;
  const open = state.selected === card.id || ['sending', 'failed', 'changed', 'gone'].includes(standing.kind);
  if (!open) return closed;
  return say(
    put(closed, { card, place: entry.place, standing: { kind: 'settled' }, touched: state.tick }),
    'taken',
    card,
  );
}

/** Id of whoever did the newest thing about a comment. */
function actorOf({ undo, outcome }: ReviewCard): string | undefined {
  return undo?.by.id ?? outcome?.by.id;
}

/** My decision has arrived; it is said once, by the news or by the answer. */
function decided(state: ReviewState, card: ReviewCard, { key, choice }: Attempt): ReviewState {
  const attempt = attemptOf(state.entries.get(card.id));
  // By now I have decided about it once more.
  if (attempt !== undefined && attempt.key !== key) return state;
  const after = afterDecision(state, card);
  return attempt === undefined ? after : say(after, 'done', card, choice.action);
}

/** The comment leaves, or waits elsewhere on this desk; unless it has moved on already. */
function afterDecision(state: ReviewState, card: ReviewCard): ReviewState {
  const known = state.entries.get(card.id);
  if (known !== undefined && known.card.v > card.v) {
    return known.standing.kind === 'sending' ? stand(state, card.id, WAITING) : state;
  }
  if (!fits(card, state.filter)) return forget(state, card);
  if (known === undefined) return upsert(state, card);
  return put(state, { card, place: placeOf(card), standing: WAITING, touched: state.tick });
}

/** The card leaves the list, and nothing as old as it may return. */
function forget(state: ReviewState, card: ReviewCard): ReviewState {
  const closed = new Map(state.closed).set(card.id, Math.max(card.v, state.closed.get(card.id) ?? 0));
  return { ...remove(state, card.id), closed };
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
  // It has arrived nevertheless, or news of it overtook an answer that was lost.
  if (action.card !== null && arrivedWith(state, action.card) !== undefined) return hear(state, action.card);
  if (action.card === null && attemptOf(known)?.key !== attempt.key) return state;
  const card = action.card ?? known?.card;
  if (card === undefined) return state;
  const fresh = known !== undefined && known.card.v > card.v ? known.card : card;
  const isHere = fits(fresh, state.filter);
  const place = known !== undefined && !isHere ? known.place : placeOf(fresh);
  const entry: Entry = { card: fresh, place, standing: WAITING, touched: state.tick };
  // Without a card nothing is known of what became of it, and the decision is kept wherever its comment belongs.
  if (action.card === null) {
    return say(put(state, { ...entry, standing: { kind: 'failed', attempt, trouble } }), 'failed', fresh);
  }
  if (!isHere) return say(put(forget(state, fresh), { ...entry, standing: { kind: 'settled' } }), 'taken', fresh);
  if (isNotMine(trouble)) return put(state, entry);
  const was = known === undefined || known.card.rev === fresh.rev ? null : seenOf(known.card);
  return say(put(state, { ...entry, standing: { kind: 'changed', trouble, was } }), 'changed', fresh);
}

function bringBack(state: ReviewState, card: ReviewCard): ReviewState {
  const here = fits(card, state.filter) ? upsert(state, card) : forget(state, card);
  return say(here.entries.has(card.id) ? { ...here, selected: card.id } : here, 'undone', card);
}

/** Open again, as if what did not arrive had never been sent. */
function giveUp(state: ReviewState, id: string): ReviewState {
  const entry = state.entries.get(id);
  if (entry === undefined) return state;
  return say({ ...stand(state, id, withoutDecision(state, id)), selected: id }, 'undone', entry.card);
}

/** To be decided anew. An answer may have been lost, and not the decision: then news of that may still come. */
function withoutDecision({ entries }: ReviewState, id: string): Standing {
  const attempt = attemptOf(entries.get(id));
  return attempt === undefined ? WAITING : { kind: 'waiting', attempt };
}

function stand(state: ReviewState, id: string, standing: Standing): ReviewState {
  const entry = state.entries.get(id);
  return entry === undefined ? state : put(state, { ...entry, standing });
}

/**
 * Marks the row busy and goes on to the next one that is free; the last one stays open until it has left. What is sent again,
 * perhaps by itself, moves nobody.
 */
function send(state: ReviewState, id: string, standing: Standing): ReviewState {
  const sending = stand(state, id, standing);
  if (state.selected !== id || state.entries.get(id)?.standing.kind === 'failed') return sending;
  const at = sending.order.indexOf(id);
  const rest = [...sending.order.slice(at + 1), ...sending.order.slice(0, at).reverse()].filter(
    (other) => sending.entries.get(other)?.standing.kind !== 'sending',
  );
  return { ...sending, selected: firstFree(sending, rest) ?? id };
}

/** With everything loaded the service's number can be checked against the list: where they differ, news was missed. */
export function isDoubtful(state: ReviewState): boolean {
  const figure = figureOf(state.figures, state.filter);
  return state.complete && figure !== null && figure !== waitingOf(state).length;
}
