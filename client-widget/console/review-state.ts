import type { ReasonCode } from '../../shared/moderation.ts';
import type { ReviewCard, ReviewPage } from '../../shared/review.ts';
import type { Trouble } from './api.ts';
import type { Place } from './queue-order.ts';

/** What the moderator chose. */
export type Choice = { action: 'approve' } | { action: 'refuse'; code: ReasonCode; note?: string };

/** A decision on its way. Sent again after a failure it is the same attempt, with the same key. */
export interface Attempt {
  readonly key: string;
  readonly choice: Choice;
  /** What the moderator saw. */
  readonly expectedV: number;
  readonly expectedRev: number;
}

/**
 * How one comment stands on this screen:
 * waiting: to be decided; sending: my decision is on its way; failed: it did not arrive, and is kept;
 * changed: it moved while I looked or decided, look again; settled: someone decided, I have yet to take note;
 * gone: it waits no more and nobody has said why yet.
 */
export type Standing =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'sending'; readonly attempt: Attempt }
  | { readonly kind: 'failed'; readonly attempt: Attempt; readonly trouble: Trouble }
  | { readonly kind: 'changed'; readonly trouble: Trouble | null }
  | { readonly kind: 'settled' }
  | { readonly kind: 'gone' };

export interface Entry {
  readonly card: ReviewCard;
  /** Where its row stands: where it waited last, since a closed card has no place of its own. */
  readonly place: Place;
  readonly standing: Standing;
  /** The tick of the last action that brought this card. */
  readonly touched: number;
}

/** Something the live region says. A new serial says it, even if the words are the same. */
export interface Said {
  readonly serial: number;
  readonly kind: 'approved' | 'refused' | 'taken' | 'failed' | 'changed';
  readonly id: string;
  readonly card: ReviewCard;
}

export interface ReviewState {
  /** Id of the moderator at this screen. */
  readonly me: string;
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
  readonly count: number;
  readonly oldestAt: string | null;
  /** The version at which a comment was closed, so that older news or an older page cannot bring it back. */
  readonly closed: ReadonlyMap<string, number>;
  /** Grows with every action: the clock by which a page knows what is newer than its request. */
  readonly tick: number;
  /** The numbers may be off; asking again would tell. */
  readonly doubt: boolean;
  readonly said: Said | null;
}

export type ReviewAction =
  /** A page arrived. `after`: where it goes on from, null for the top. `since`: the tick when it was asked for. */
  | { type: 'fetched'; page: ReviewPage; after: Place | null; since: number }
  | { type: 'fetch-failed'; trouble: Trouble }
  | { type: 'opened'; card: ReviewCard; count: number }
  | { type: 'closed'; card: ReviewCard; count: number }
  /** The present card of one comment, asked for by itself. */
  | { type: 'looked-up'; card: ReviewCard }
  /** The comment no longer exists. */
  | { type: 'dropped'; id: string }
  | { type: 'selected'; id: string }
  | { type: 'moved'; by: 1 | -1 }
  | { type: 'sent'; id: string; attempt: Attempt }
  | { type: 'decided'; card: ReviewCard; count: number }
  | { type: 'declined'; id: string; attempt: Attempt; trouble: Trouble; card: ReviewCard | null }
  /** The moderator gives up a failed attempt, or has looked at a change. */
  | { type: 'dismissed'; id: string }
  /** The moderator has taken note of someone's decision. */
  | { type: 'acknowledged'; id: string }
  | { type: 'signed-in'; me: string };

export const WAITING: Standing = { kind: 'waiting' };

export function emptyReview(me: string): ReviewState {
  return {
    me,
    phase: 'loading',
    trouble: null,
    entries: new Map(),
    order: [],
    selected: null,
    edge: null,
    cursor: null,
    complete: false,
    count: 0,
    oldestAt: null,
    closed: new Map(),
    tick: 0,
    doubt: false,
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

/** Whether a decision may be taken on this entry now. */
export function isDecidable(entry: Entry): boolean {
  return entry.standing.kind === 'waiting' || entry.standing.kind === 'changed';
}
