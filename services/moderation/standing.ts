import type { EventType, ReasonCode } from '../../shared/moderation.ts';
import { digest } from '../digest.ts';
import { newId } from '../ids.ts';
import type { Left } from '../storage/comment-change.ts';
import type {
  Appeal,
  CommentDoc,
  Flagged,
  LastAct,
  Moderation,
  Outcome,
  Whereabouts,
} from '../storage/comment-schema.ts';
import type { Distinctions } from '../storage/distinctions.ts';
import type { Actor, ModEvent, Standing } from '../storage/mod-events.ts';
import { priorityOf } from './priority.ts';
import type { ModerationState } from './transitions.ts';

/** What tells one act from another, however often each is sent. */
export interface Identity {
  eventId: string;
  /** Hash of who acts with which Idempotency-Key; absent without a key. */
  idem?: string;
}

/**
 * A key is one person's own, and the event's id is all of the act: with the key alone, two acts under one key would be one
 * event, and whoever has seen the first would pass over the second.
 * @param act everything that makes another act of it, in an order of its own
 */
export function identityOf(personId: string, key: string | undefined, act: readonly unknown[]): Identity {
  if (key === undefined) return { eventId: newId() };
  const idem = digest([personId, key]);
  return { idem, eventId: digest([idem, ...act]) };
}

/** Where a comment stands, as the table of transitions sees it. */
export function stateOf({ mod }: { mod: Whereabouts & Pick<Moderation, 'wipedAt'> }): ModerationState {
  const { vis, review, snooze, outcome, pin, feature, wipedAt } = mod;
  const queue = mod.queue ?? snooze?.queue;
  return {
    vis,
    review,
    ...(queue === undefined ? {} : { queue }),
    ...(snooze === undefined ? {} : { snoozed: true }),
    ...(pin === undefined ? {} : { pinned: true }),
    ...(feature === undefined ? {} : { featured: true }),
    ...(outcome?.kind === 'withdrawn' ? { withdrawn: true } : {}),
    ...(wipedAt === undefined ? {} : { wiped: true }),
  };
}

/** Whether its words are gone though its author has not taken it back: nobody decides about it any more. */
export function isWiped({ mod }: Pick<CommentDoc, 'mod'>): boolean {
  return mod.wipedAt !== undefined && mod.outcome?.kind !== 'withdrawn';
}

/**
 * The author as who does something about their comment. Without a name: what is in the audit cannot be taken out of it, and an
 * author may ask to be forgotten. Whoever shows an event reads the name with the comment.
 */
export function authorOf({ authorId }: Pick<CommentDoc, 'authorId'>): Actor {
  return { kind: 'author', id: authorId, name: '' };
}

/** The same as the audit keeps it: a comment that is put aside is in no queue. */
export function standingOf({ vis, review, queue, snoozed, pinned, featured }: ModerationState): Standing {
  const place = { vis, review, queue: snoozed === true ? null : (queue ?? null) };
  return { ...place, ...(pinned === true && { pinned }), ...(featured === true && { featured }) };
}

/** What happened, beside where it leads. */
export interface Act {
  identity: Identity;
  type: EventType;
  at: Date;
  actor: Actor;
  codes?: ReasonCode[];
  note?: string | null;
  remark?: string | null;
  rules?: ModEvent['rules'];
  extras?: Pick<ModEvent, 'until' | 'openMs' | 'batchId' | 'undoes' | 'takenFrom'>;
}

export function eventOf(doc: CommentDoc, to: ModerationState, act: Act): ModEvent {
  return {
    id: act.identity.eventId,
    seq: doc.mod.v + 1,
    type: act.type,
    at: act.at,
    actor: act.actor,
    before: standingOf(stateOf(doc)),
    after: standingOf(to),
    rev: doc.rev,
    textHash: doc.textHash,
    codes: act.codes ?? [],
    note: act.note ?? null,
    remark: act.remark ?? null,
    rules: act.rules ?? [],
    ...act.extras,
  };
}

/** What a moderator did, so that it can be taken back. */
export function lastActOf(doc: CommentDoc, { identity, at, actor }: Act): LastAct {
  return { ...identity, at, by: { id: actor.id, name: actor.name }, was: whereaboutsOf(doc.mod) };
}

function whereaboutsOf(mod: Moderation): Whereabouts {
  const { vis, review, queue, queuedAt, priority, priorityParts, outcome, snooze, appeal, flagged, pin, feature } = mod;
  return defined({
    vis,
    review,
    queue,
    queuedAt,
    priority,
    priorityParts,
    outcome,
    snooze,
    appeal,
    flagged,
    pin,
    feature,
  });
}

/** Without what is undefined: stored, that would be null. */
function defined<T extends object>(values: { [Key in keyof T]: T[Key] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

/**
 * How long a decision can be taken back before what follows from it is done, as telling those who reported the comment,
 * milliseconds. Readers and the author see it at once.
 */
const TELL_AFTER_MS = 8_000;

export function tellAt(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + TELL_AFTER_MS);
}

/** What an act leaves; null takes away, and what it does not name stays. Set apart is what was not so before. */
interface LeftBy extends Distinctions {
  at: Date;
  outcome?: Outcome | null;
  last?: LastAct;
  until?: Date;
  /** A new wait begins: its age counts from this act. */
  fresh?: boolean;
  appeal?: Appeal;
  flagged?: Flagged | null;
  tellAt?: Date;
  wipeAt?: Date;
}

/**
 * The moderation part as it is after a transition. In a queue it keeps the age and the place it had, or gets one; out of it, it
 * has none. A claim ends with whatever it was made for.
 */
export function leftOf(doc: CommentDoc, to: ModerationState, act: LeftBy): Left {
  const { mod } = doc;
  const outcome = act.outcome === undefined ? mod.outcome : (act.outcome ?? undefined);
  return defined<Left>({
    vis: to.vis,
    review: to.review,
    ...placeIn(doc, to, act),
    firstQueuedAt: mod.firstQueuedAt ?? (to.queue === undefined ? undefined : act.at),
    claim: undefined,
    outcome,
    last: act.last,
    appeal: act.appeal ?? mod.appeal,
    flagged: act.flagged === undefined ? mod.flagged : (act.flagged ?? undefined),
    pin: to.pinned === true ? (act.pin ?? mod.pin) : undefined,
    feature: to.featured === true ? (act.feature ?? mod.feature) : undefined,
    tellAt: act.tellAt ?? mod.tellAt,
    wipeAt: act.wipeAt ?? mod.wipeAt,
  });
}

type PlaceParts = 'queue' | 'queuedAt' | 'priority' | 'priorityParts' | 'snooze';

function placeIn(
  { mod }: CommentDoc,
  to: ModerationState,
  { at, until, fresh = false }: { at: Date; until?: Date; fresh?: boolean },
): { [Name in PlaceParts]: Moderation[Name] | undefined } {
  const none = {
    queue: undefined,
    queuedAt: undefined,
    priority: undefined,
    priorityParts: undefined,
    snooze: undefined,
  };
  if (to.queue === undefined) return none;
  const { total, parts } = priorityOf(mod.verdict, { flagWeight: mod.flags?.weight ?? 0 });
  // What is put aside keeps its age and its place, for when it comes back.
  const place = {
    queuedAt: fresh ? at : (mod.queuedAt ?? at),
    priority: total,
    priorityParts: { ...parts },
  };
  if (to.snoozed !== true) return { ...none, ...place, queue: to.queue };
  const snooze = until === undefined ? mod.snooze : { until, queue: to.queue };
  return { ...none, ...place, snooze };
}
