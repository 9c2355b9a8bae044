import type { EventType, Level, Review, ReviewQueue, Visibility } from '../../shared/moderation.ts';

/** Where a comment stands. `queue` is absent, never null, when nobody waits for it. */
export interface ModerationState {
  readonly vis: Visibility;
  readonly review: Review;
  readonly queue?: ReviewQueue;
  /** Put aside for a time: it belongs to its queue, but is not in it. */
  readonly snoozed?: true;
  /** It stands before all others of its discussion. */
  readonly pinned?: true;
  /** It is one of the editor's picks. */
  readonly featured?: true;
  /** Taken back by its author: nobody else may bring it back. */
  readonly withdrawn?: true;
  /** Its words are gone: there is nothing left to bring back. */
  readonly wiped?: true;
}

export type ModerationCommand =
  | { readonly kind: 'submit'; readonly level: Level; readonly premod: boolean }
  /** `vouched`: a person approved the text as it was, so that nobody has vouched for what it is now. */
  | { readonly kind: 'edit'; readonly level: Level; readonly premod: boolean; readonly vouched: boolean }
  /** Readers' reports have become so many that a person must look; `hides`: that nobody else should until then. */
  | { readonly kind: 'flag'; readonly hides: boolean }
  | { readonly kind: Plain };

/** What needs no more words. */
type Plain =
  | 'approve'
  | 'refuse'
  | 'spam'
  | 'escalate'
  | 'snooze'
  | 'wake'
  | 'take-over'
  | 'appeal'
  | 'uphold'
  | 'overturn'
  | 'withdraw'
  | 'erase';

export type TransitionError = 'already-decided' | 'comment-wiped' | 'invalid-transition';

export type Transition =
  | { readonly ok: true; readonly to: ModerationState; readonly event: EventType }
  | { readonly ok: false; readonly error: TransitionError };

/** What a command asks for: the command itself, or, where a verdict decides, what that comes down to. */
type Ask = 'publish' | 'flag-and-publish' | 'hold' | 'reject' | 'edit' | 'flag' | Plain;

/**
 * From where a command may start: a comment that does not exist yet; one the rules let pass; one that waits; one that would
 * wait but was put aside; a refused one whose author appealed; a decided one in sight or out of it; one of the latter without its words; one its author took back.
 */
type From =
  | 'new'
  | 'passed'
  | 'waiting'
  | 'set-aside'
  | 'appealed'
  | 'shown'
  | 'removed'
  | 'wiped'
  | 'withdrawn'
  | 'erased';

interface Row {
  readonly from: readonly From[];
  readonly ask: Ask;
  readonly to: ModerationState | ((from: ModerationState) => ModerationState);
  readonly event: EventType;
}

const VISIBLE: ModerationState = { vis: 'visible', review: 'none' };
const SUSPECT: ModerationState = { vis: 'visible', review: 'open', queue: 'suspect' };
const HELD: ModerationState = { vis: 'hidden', review: 'open', queue: 'premod' };
const APPROVED: ModerationState = { vis: 'visible', review: 'closed' };
const REFUSED: ModerationState = { vis: 'hidden', review: 'closed' };

/** A person may decide about whatever is undecided, also about what the rules let pass. */
const UNDECIDED: readonly From[] = ['passed', 'waiting', 'set-aside'];

const TABLE: readonly Row[] = [
  { from: ['new'], ask: 'publish', to: VISIBLE, event: 'auto_published' },
  { from: ['new'], ask: 'flag-and-publish', to: SUSPECT, event: 'auto_flagged' },
  { from: ['new'], ask: 'hold', to: HELD, event: 'auto_held' },
  { from: ['new'], ask: 'reject', to: REFUSED, event: 'auto_rejected' },
  // What was decided may be changed by whoever has seen the decision.
  { from: [...UNDECIDED, 'removed'], ask: 'approve', to: APPROVED, event: 'approved' },
  { from: [...UNDECIDED, 'shown'], ask: 'refuse', to: REFUSED, event: 'rejected' },
  { from: [...UNDECIDED, 'shown'], ask: 'spam', to: REFUSED, event: 'rejected' },
  { from: UNDECIDED, ask: 'escalate', to: ({ vis }) => passedOn(vis), event: 'escalated' },
  { from: ['waiting'], ask: 'snooze', to: (from) => ({ ...from, snoozed: true }), event: 'snoozed' },
  { from: ['set-aside'], ask: 'wake', to: back, event: 'woken' },
  { from: ['waiting', 'appealed'], ask: 'take-over', to: (from) => from, event: 'taken_over' },
  // Nobody's report brings up what has been refused. A doubt of the rules becomes what readers want looked at.
  {
    from: ['passed', 'shown'],
    ask: 'flag',
    to: ({ vis }) => ({ vis, review: 'open', queue: 'reported' }),
    event: 'flagged',
  },
  {
    from: ['waiting', 'set-aside'],
    ask: 'flag',
    to: (from) => (from.queue === 'suspect' ? { ...back(from), queue: 'reported' } : back(from)),
    event: 'flagged',
  },
  { from: ['removed'], ask: 'appeal', to: { vis: 'hidden', review: 'open', queue: 'appeal' }, event: 'appealed' },
  { from: ['appealed'], ask: 'uphold', to: REFUSED, event: 'appeal_upheld' },
  { from: ['appealed'], ask: 'overturn', to: APPROVED, event: 'overturned' },
  // What a person refused stays refused: its author writes another one, or appeals.
  { from: [...UNDECIDED, 'shown'], ask: 'edit', to: back, event: 'edited' },
  {
    from: [...UNDECIDED, 'appealed', 'shown', 'removed', 'wiped'],
    ask: 'withdraw',
    to: { ...REFUSED, withdrawn: true },
    event: 'withdrawn',
  },
  {
    from: [...UNDECIDED, 'appealed', 'shown', 'removed', 'wiped', 'withdrawn'],
    ask: 'erase',
    to: { vis: 'erased', review: 'closed' },
    event: 'erased',
  },
];

/** What only makes sense while something is undecided: too late, it is told that somebody was faster. */
const DECIDING: readonly Ask[] = ['approve', 'refuse', 'spam', 'escalate', 'snooze', 'uphold', 'overturn'];

/**
 * The next state, or why there is none. Pure.
 *
 * @param from the present state; null for a comment that is being submitted
 */
export function transition(from: ModerationState | null, command: ModerationCommand): Transition {
  const ask = askOf(command);
  const origin = originOf(from);
  const row = TABLE.find((candidate) => candidate.ask === ask && candidate.from.includes(origin));
  if (row !== undefined) {
    const to = typeof row.to === 'function' ? row.to(from ?? VISIBLE) : row.to;
    return { ok: true, to: stillApart(from, judged(to, command, origin), command), event: row.event };
  }
  if (origin === 'wiped') return { ok: false, error: 'comment-wiped' };
  const isSettled = (origin === 'shown' || origin === 'removed') && DECIDING.includes(ask);
  return { ok: false, error: isSettled ? 'already-decided' : 'invalid-transition' };
}

function originOf(from: ModerationState | null): From {
  if (from === null) return 'new';
  if (from.vis === 'erased') return 'erased';
  if (from.withdrawn === true) return 'withdrawn';
  if (from.wiped === true) return 'wiped';
  if (from.review === 'closed') return from.vis === 'visible' ? 'shown' : 'removed';
  if (from.review === 'none') return 'passed';
  if (from.snoozed === true) return 'set-aside';
  return from.queue === 'appeal' ? 'appealed' : 'waiting';
}

function askOf(command: ModerationCommand): Ask {
  if (command.kind !== 'submit') return command.kind;
  if (command.level === 'reject') return 'reject';
  if (command.level === 'hold' || command.premod) return 'hold';
  return command.level === 'suspect' ? 'flag-and-publish' : 'publish';
}

function passedOn(vis: Visibility): ModerationState {
  return { vis, review: 'escalated', queue: 'escalated' };
}

function back({ vis, review, queue }: ModerationState): ModerationState {
  return queue === undefined ? { vis, review } : { vis, review, queue };
}

/** What a verdict on a new text, or a heap of reports, makes of where a comment would go otherwise. */
function judged(to: ModerationState, command: ModerationCommand, origin: From): ModerationState {
  if (command.kind === 'flag') return command.hides && origin !== 'shown' ? { ...to, vis: 'hidden' } : to;
  if (command.kind !== 'edit') return to;
  const isHeld = command.level === 'hold' || command.level === 'reject' || command.premod;
  // Whoever was asked to look, by readers or by a colleague, still has to; what was hidden from readers stays hidden until then.
  if (to.queue === 'reported' || to.queue === 'escalated') return isHeld ? { ...to, vis: 'hidden' } : to;
  if (command.level === 'reject') return REFUSED;
  if (isHeld) return HELD;
  // Nor does an author end the wait of what is in sight with a doubt: the second edit would end the one that the first began.
  return command.level === 'suspect' || command.vouched || to.queue === 'suspect' ? SUSPECT : VISIBLE;
}

/** What sets a comment apart is a person's word about a text in sight: it ends with the one and with the other. */
function stillApart(
  from: ModerationState | null,
  { pinned: _, featured: __, ...to }: ModerationState,
  { kind }: ModerationCommand,
): ModerationState {
  if (to.vis !== 'visible' || kind === 'edit') return to;
  return { ...to, ...(from?.pinned && { pinned: true }), ...(from?.featured && { featured: true }) };
}
