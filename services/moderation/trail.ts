import { isDeepStrictEqual } from 'node:util';
import type { CommentId } from '../../shared/ids.ts';
import { hashEvent } from '../storage/event-hash.ts';
import type { ModEvent, ModEventDoc, Standing } from '../storage/mod-events.ts';
import type { TrailHead } from '../storage/trail-reader.ts';
import { standingOf, stateOf } from './standing.ts';

/** A comment's trail: the comment, and its events in the audit. `head` is null when there is no such comment. */
export interface Trail {
  head: TrailHead | null;
  events: ModEventDoc[];
}

export interface TrailSource {
  byId(id: CommentId): Promise<TrailHead | null>;
  ofComment(commentId: string): Promise<ModEventDoc[]>;
}

/** So often a comment that changes under the reading is read anew. */
const READINGS = 5;

/** Reads a comment and its events as of one moment, however busy the service is. */
export async function readTrail(source: TrailSource, id: CommentId): Promise<Trail> {
  let head = await source.byId(id);
  for (let reading = 1; ; reading += 1) {
    const events = await source.ofComment(id);
    const after = await source.byId(id);
    // Nothing happened and nothing left the outbox in between: the two belong together.
    if (reading === READINGS || isDeepStrictEqual(head, after)) return { head: after, events };
    head = after;
  }
}

/** What has happened and is not in the audit yet; the relay may have copied some of an outbox and not cleared it. */
export function waitingOf({ head, events }: Trail): ModEvent[] {
  const last = events.at(-1)?.seq ?? 0;
  return head?.mod.outbox.filter(({ seq }) => seq > last) ?? [];
}

/**
 * What is wrong with a trail, in words; nothing if it accounts for the comment: events 1 to n without a gap, each linked to the one
 * before by its hash and beginning where that one ended, the last one ending where the comment stands, and everything that was
 * taken back there, once.
 */
export function flawsOf(trail: Trail): string[] {
  const { head, events } = trail;
  const flaws: string[] = [];
  let previous: ModEventDoc | undefined;
  for (const event of events) {
    flaws.push(...stepFlaws(event, previous), ...linkFlaws(event, previous), ...originFlaws(event, head));
    previous = event;
  }
  let last: ModEvent | ModEventDoc | undefined = previous;
  for (const event of waitingOf(trail)) {
    flaws.push(...stepFlaws(event, last));
    last = event;
  }
  flaws.push(...undoFlaws([...events.map(named), ...waitingOf(trail)]));
  return head === null ? [...flaws, 'the comment is not there'] : [...flaws, ...endFlaws(head, events, last)];
}

function named({ _id, ...event }: ModEventDoc): Pick<ModEvent, 'id' | 'seq' | 'type' | 'undoes'> {
  return { ...event, id: _id };
}

function linkFlaws(event: ModEventDoc, previous: ModEventDoc | undefined): string[] {
  const flaws: string[] = [];
  if (event.prevHash !== (previous?.hash ?? null)) flaws.push(`event ${event.seq} is not linked to the one before it`);
  if (hashOf(event) !== event.hash) flaws.push(`event ${event.seq} is not what its hash was made from`);
  return flaws;
}

/** Null for what has lost so much that there is no hash of it. */
function hashOf({ _id, commentId, prevHash, ...event }: ModEventDoc): string | null {
  try {
    return hashEvent({ ...event, id: _id }, commentId, prevHash);
  } catch {
    return null;
  }
}

/** Whose an event is stands beside the hash, so it is compared with the comment. */
function originFlaws(event: ModEventDoc, head: TrailHead | null): string[] {
  if (head === null || (event.siteId === head.siteId && event.threadId === head.threadId)) return [];
  return [`event ${event.seq} names another site or discussion than its comment`];
}

type Step = Pick<ModEvent, 'seq' | 'before' | 'after'>;

function stepFlaws(event: Step, previous: Step | undefined): string[] {
  const due = (previous?.seq ?? 0) + 1;
  if (event.seq < due) return [`event ${event.seq} is there twice`];
  if (event.seq > due) return [due + 1 === event.seq ? `event ${due} is missing` : missing(due, event.seq - 1)];
  if (same(event.before, previous?.after ?? null)) return [];
  return [`event ${event.seq} does not begin where the one before it ended`];
}

function missing(from: number, to: number): string {
  return `events ${from} to ${to} are missing`;
}

function same(a: Standing | null | undefined, b: Standing | null | undefined): boolean {
  return (
    a?.vis === b?.vis &&
    a?.review === b?.review &&
    a?.queue === b?.queue &&
    a?.pinned === b?.pinned &&
    a?.featured === b?.featured
  );
}

function undoFlaws(events: readonly Pick<ModEvent, 'id' | 'seq' | 'type' | 'undoes'>[]): string[] {
  const flaws: string[] = [];
  const known = new Set<string>();
  const undone = new Set<string>();
  for (const { id, seq, type, undoes } of events) {
    if (type === 'undone' || (undoes ?? null) !== null) {
      if (!known.has(undoes ?? '')) flaws.push(`event ${seq} takes back what is not among the events before it`);
      else if (undone.has(undoes ?? '')) flaws.push(`event ${seq} takes back what was taken back before`);
      undone.add(undoes ?? '');
    }
    known.add(id);
  }
  return flaws;
}

/** Whether the trail ends where the comment is, and what waits in the outbox is what was relayed of it. */
function endFlaws(head: TrailHead, events: readonly ModEventDoc[], last: Step | undefined): string[] {
  const flaws: string[] = [];
  const { v, outbox } = head.mod;
  const end = last?.seq ?? 0;
  if (end < v) flaws.push(end + 1 === v ? `event ${v} is missing` : missing(end + 1, v));
  if (end > v) flaws.push(`the comment is at version ${v}, its events go on to ${end}`);
  if (end === v && !same(last?.after, standingOf(stateOf(head))))
    flaws.push(`the comment does not stand where event ${end} left it`);
  const relayed = new Map(events.map((event) => [event.seq, event]));
  for (const event of outbox) {
    const stored = relayed.get(event.seq);
    if (stored !== undefined && hashEvent(event, head._id, stored.prevHash) !== stored.hash)
      flaws.push(`event ${event.seq} in the audit is another one than in the comment's outbox`);
  }
  return flaws;
}
