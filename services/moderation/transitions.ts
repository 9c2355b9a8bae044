import type { EventType, Level, Review, ReviewQueue, Visibility } from '../../shared/moderation.ts';

/** Where a comment stands. `queue` is absent, never null, when nobody waits for it. */
export interface ModerationState {
  readonly vis: Visibility;
  readonly review: Review;
  readonly queue?: ReviewQueue;
}

export type ModerationCommand =
  | { readonly kind: 'submit'; readonly level: Level; readonly premod: boolean }
  | { readonly kind: 'approve' }
  | { readonly kind: 'refuse' };

export type TransitionError = 'already-decided' | 'invalid-transition';

export type Transition =
  | { readonly ok: true; readonly to: ModerationState; readonly event: EventType }
  | { readonly ok: false; readonly error: TransitionError };

/** What a command asks for: the command itself, or, for a submission, what its verdict comes down to. */
type Ask = 'publish' | 'flag-and-publish' | 'hold' | 'reject' | 'approve' | 'refuse';

/** From where a command may start: a comment that does not exist yet, one still open to a first decision, or a decided one. */
type From = 'new' | 'undecided' | 'shown' | 'removed';

interface Row {
  readonly from: readonly From[];
  readonly ask: Ask;
  readonly to: ModerationState;
  readonly event: EventType;
}

const VISIBLE: ModerationState = { vis: 'visible', review: 'none' };
const QUEUED: ModerationState = { vis: 'visible', review: 'open', queue: 'suspect' };
const HELD: ModerationState = { vis: 'hidden', review: 'open', queue: 'premod' };
const APPROVED: ModerationState = { vis: 'visible', review: 'closed' };
const REFUSED: ModerationState = { vis: 'hidden', review: 'closed' };

const TABLE: readonly Row[] = [
  { from: ['new'], ask: 'publish', to: VISIBLE, event: 'auto_published' },
  { from: ['new'], ask: 'flag-and-publish', to: QUEUED, event: 'auto_flagged' },
  { from: ['new'], ask: 'hold', to: HELD, event: 'auto_held' },
  { from: ['new'], ask: 'reject', to: REFUSED, event: 'auto_rejected' },
  // A person may decide about whatever is undecided, also about what the rules let pass, and may change what was decided.
  { from: ['undecided', 'removed'], ask: 'approve', to: APPROVED, event: 'approved' },
  { from: ['undecided', 'shown'], ask: 'refuse', to: REFUSED, event: 'rejected' },
];

/**
 * The next state, or why there is none. Pure.
 *
 * @param from the present state; null for a comment that is being submitted
 */
export function transition(from: ModerationState | null, command: ModerationCommand): Transition {
  const ask = askOf(command);
  if (from?.vis === 'erased') return { ok: false, error: 'invalid-transition' };
  const origin = originOf(from);
  const row = TABLE.find((candidate) => candidate.ask === ask && candidate.from.includes(origin));
  if (row !== undefined) return { ok: true, to: row.to, event: row.event };
  const settled = (origin === 'shown' && ask === 'approve') || (origin === 'removed' && ask === 'refuse');
  return { ok: false, error: settled ? 'already-decided' : 'invalid-transition' };
}

function originOf(from: ModerationState | null): From {
  if (from === null) return 'new';
  if (from.review !== 'closed') return 'undecided';
  return from.vis === 'visible' ? 'shown' : 'removed';
}

function askOf(command: ModerationCommand): Ask {
  if (command.kind !== 'submit') return command.kind;
  if (command.level === 'reject') return 'reject';
  if (command.level === 'hold' || command.premod) return 'hold';
  return command.level === 'suspect' ? 'flag-and-publish' : 'publish';
}
