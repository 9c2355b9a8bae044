import type { Action, Hit } from '../../shared/moderation.ts';
import type { ClaimView, Decision, ReviewCard, ReviewFigures, ReviewPage } from '../../shared/review.ts';
import type { Trouble } from './api.ts';
import { EVERYTHING } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import type { Place } from './queue-order.ts';

type WithoutSeen<T> = T extends unknown ? Omit<T, 'expectedV' | 'expectedRev' | 'openMs'> : never;

/** What the moderator chose. */
export type Choice = WithoutSeen<Decision>;

/** A decision on its way. Sent again after a failure it is the same attempt, with the same key. */
export interface Attempt {
  readonly key: string;
  /** Grows with every decision, from when it was first sent: which of two is the later. */
  readonly serial: number;
  readonly choice: Choice;
  /** What the moderator saw, and for how long. */
  readonly expectedV: number;
  readonly expectedRev: number;
  readonly openMs?: number;
}

/**
 * How one comment stands on this screen:
 * waiting: to be decided; sending: my decision is on its way; failed: it did not arrive, and is kept;
 * changed: it moved while I looked or decided, look again, and `was` is the text I saw if it is another now;
 * settled: someone acted, I have yet to take note; gone: it waits no more and nobody has said why yet.
 */
export type Standing =
  /** With the decision of mine that I gave up without knowing whether it had arrived. */
  | { readonly kind: 'waiting'; readonly attempt?: Attempt }
  | { readonly kind: 'sending'; readonly attempt: Attempt }
  | { readonly kind: 'failed'; readonly attempt: Attempt; readonly trouble: Trouble }
  | { readonly kind: 'changed'; readonly trouble: Trouble | null; readonly was: Seen | null }
  | { readonly kind: 'settled' }
  /** With the decision of mine of which nobody knows whether it arrived. */
  | { readonly kind: 'gone'; readonly attempt?: Attempt };

/** A text that I saw, and what was found in it. */
export interface Seen {
  readonly text: string;
  readonly hits: readonly Hit[];
}

export function seenOf({ text, verdict }: ReviewCard): Seen {
  return { text, hits: verdict.hits };
}

export interface Entry {
  readonly card: ReviewCard;
  /** Where its row stands: where it waited last, since a closed card has no place of its own. */
  readonly place: Place;
  readonly standing: Standing;
  /** The tick of the last action that brought this card. */
  readonly touched: number;
  /** My claim was taken over by whoever holds it now. */
  readonly isLost?: boolean;
}

/** Something the live region says. A new serial says it, even if the words are the same. */
export interface Said {
  readonly serial: number;
  readonly kind: 'done' | 'undone' | 'taken' | 'lost' | 'failed' | 'changed';
  readonly id: string;
  readonly card: ReviewCard;
  /** What I did, with `done`. */
  readonly act?: Action;
}

export interface ReviewState {
  /** Id of the moderator at this screen. */
  readonly me: string;
  /** Which part of the queue is on the desk. */
  readonly filter: DeskFilter;
  readonly phase: 'loading' | 'ready' | 'failed';
  /** Why the list could not be loaded. */
  readonly trouble: Trouble | null;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Ids in queue order. */
  readonly order: readonly string[];
  readonly selected: string | null;
  /** How far the list is loaded; null before the first page and when everything is. */
  readonly edge: Place | null;
  readonly cursor: string | null;
  readonly complete: boolean;
  /** Everything that fits the filter: counted here once all of it is loaded, else by the service. */
  readonly count: number;
  /** How much waits where, whatever the filter; null until the service has said. */
  readonly figures: ReviewFigures | null;
  /** The version at which a comment left, so that older news or an older page cannot bring it back. */
  readonly closed: ReadonlyMap<string, number>;
  /** Grows with every action: the clock by which a page knows what is newer than its request. */
  readonly tick: number;
  readonly said: Said | null;
}

export type ReviewAction =
  /** Another part of the queue is wanted. */
  | { type: 'filtered'; filter: DeskFilter }
  /**
   * A page arrived. `after`: where it goes on from, null for the top. `since`: the tick when it was asked for. `filter`: what it
   * was asked with.
   */
  | { type: 'fetched'; page: ReviewPage; after: Place | null; since: number; filter: DeskFilter }
  | { type: 'fetch-failed'; trouble: Trouble }
  | { type: 'figures'; figures: ReviewFigures }
  /** The service has counted what fits the filter. */
  | { type: 'counted'; count: number; filter: DeskFilter }
  /** News of a card, whatever became of it; also the card of one comment that was asked for by itself. */
  | { type: 'heard'; card: ReviewCard }
  | { type: 'claimed'; id: string; v: number; claim: ClaimView | null }
  /** The comment no longer exists. */
  | { type: 'dropped'; id: string }
  /** There is no such site any more, nor anything of it. */
  | { type: 'site-removed'; siteId: string }
  | { type: 'selected'; id: string }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'sent'; id: string; attempt: Attempt }
  | { type: 'decided'; card: ReviewCard; attempt: Attempt }
  | { type: 'declined'; id: string; attempt: Attempt; trouble: Trouble; card: ReviewCard | null }
  /** I took something back: the comment is where it was. */
  | { type: 'undone'; card: ReviewCard }
  /** The moderator decides anew instead of sending again, or has looked at a change. */
  | { type: 'dismissed'; id: string }
  /** I took back a decision that did not arrive, as far as is known. */
  | { type: 'given-up'; id: string }
  /** The moderator has taken note of what someone did. */
  | { type: 'acknowledged'; id: string }
  | { type: 'signed-in'; me: string };

export const WAITING: Standing = { kind: 'waiting' };

export function emptyReview(me: string, filter: DeskFilter = EVERYTHING): ReviewState {
  return {
    me,
    filter,
    phase: 'loading',
    trouble: null,
    entries: new Map(),
    order: [],
    selected: null,
    edge: null,
    cursor: null,
    complete: false,
    count: 0,
    figures: null,
    closed: new Map(),
    tick: 0,
    said: null,
  };
}

/** Entries the moderator is not looking at but has to hear about: nothing leaves the queue silently. */
export function attentionOf(state: ReviewState): Entry[] {
  return state.order
    .filter((id) => id !== state.selected)
    .flatMap((id) => state.entries.get(id) ?? [])
    .filter(({ standing }) => {
      if (standing.kind === 'changed') return standing.trouble !== null;
      return standing.kind === 'failed' || standing.kind === 'settled';
    });
}

/** My decision of which nobody has said yet what became of it. */
export function attemptOf(entry: Entry | undefined): Attempt | undefined {
  return entry !== undefined && 'attempt' in entry.standing ? entry.standing.attempt : undefined;
}

/** The same, unless I gave it up. */
export function pendingOf(entry: Entry): Attempt | undefined {
  return entry.standing.kind === 'waiting' ? undefined : attemptOf(entry);
}

/** Whether a decision may be taken on this entry now. */
export function isDecidable(entry: Entry): boolean {
  return entry.standing.kind === 'waiting' || entry.standing.kind === 'changed';
}
