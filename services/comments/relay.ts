import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ThreadId } from '../../shared/ids.ts';
import type { EventBus, EventOf } from '../events.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ModEvent } from '../storage/mod-events.ts';
import type { Store } from '../storage/store.ts';
import { createKeeping, identityOf, remember, together, type Delivery, type KeepDeps } from './keep-events.ts';
import { keepListed, type ListingDeps } from './listing.ts';

/** Left-overs are taken up by any node once they are this old; the node that wrote them is faster. Milliseconds. */
const LEFT_OVER_AFTER_MS = 2000;
/** Events told together at most; well below the changes a thread's feed keeps. */
const BATCH = 100;
/** What a person settled or took back about a comment, and what its author did in another tab. */
const NEWS_TO_AUTHORS: ReadonlySet<ModEvent['type']> = new Set([
  ...(['approved', 'rejected', 'appeal_upheld', 'overturned'] as const),
  ...(['appealed', 'edited', 'withdrawn'] as const),
]);
/** The same, where it changes what its author sees: whether the comment is in sight, or settled. */
const NEWS_IF_SEEN: ReadonlySet<ModEvent['type']> = new Set(['flagged', 'undone']);

/** Which change of its thread an event is, and how many comments were in sight then; null where nobody listens. */
type Place = Pick<EventOf<'thread.changed'>, 'seq' | 'count'>;

export interface RelayDeps extends ListingDeps, KeepDeps {
  comments: ListingDeps['comments'] &
    KeepDeps['comments'] &
    Pick<CommentStore, 'byIds' | 'withOutbox' | 'unmarkEmptyOutboxes' | 'countVisible'>;
  feeds: Pick<Store['feeds'], 'bump'>;
  bus: EventBus;
  /** Whether any reader of a thread listens here: for nobody its comments are not counted. */
  isHeard: (threadId: ThreadId) => boolean;
}

export interface Relay {
  /** Starts relaying the events of a comment that was just written; comes back at once. */
  kick(doc: CommentDoc): void;
  /** Relays what a crash or another node left over. */
  sweep(now: Date): Promise<void>;
  /** Resolves when everything kicked so far is through or has failed. */
  idle(): Promise<void>;
}

/**
 * Carries events from the outbox of the comment they were written with to everyone who must hear of them: the thread's
 * live stream, the bell, the console, and a moment later the audit. It may be killed between any two steps; every step can be
 * repeated, and an event leaves the outbox only when all are done. What comes in while a batch is under way makes the next
 * batch, so the busier it is, the less each event costs.
 */
export function createRelay(deps: RelayDeps): Relay {
  let waiting: Delivery[] = [];
  let underWay: readonly Delivery[] = [];
  let pumping: Promise<void> | null = null;
  const told = new Set<string>();
  const keeping = createKeeping(deps);

  function enqueue(docs: readonly CommentDoc[]): void {
    for (const comment of docs) {
      // Only a comment that has changed since it was posted can have older news of it on its way.
      if (comment.mod.v > 1) [...underWay, ...waiting].forEach((delivery) => renew(delivery, comment));
      for (const event of comment.mod.outbox) waiting.push({ comment, event });
    }
    if (waiting.length > 0)
      pumping ??= pump().finally(() => {
        pumping = null;
        if (waiting.length > 0) enqueue([]);
      });
  }

  async function pump(): Promise<void> {
    // What the answer to whoever wrote still asks comes first: the first thing done here is a write, during which the embedded
    // store answers nobody.
    await nextTurn();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      underWay = batch;
      await together(unseen(batch, told), tellAndRemember, deps.log);
      keeping.add(batch.filter((delivery) => told.has(identityOf(delivery))));
    }
  }

  async function tellAndRemember(deliveries: readonly Delivery[]): Promise<void> {
    await tellAll(deps, deliveries);
    remember(told, deliveries);
  }

  return {
    kick: (doc) => enqueue([doc]),
    async sweep(now) {
      const until = new Date(now.getTime() - LEFT_OVER_AFTER_MS);
      const left = await deps.comments.withOutbox(until, BATCH);
      if (left.some((doc) => doc.mod.outbox.length === 0)) await deps.comments.unmarkEmptyOutboxes(until);
      enqueue(left);
      await pumping;
      await keeping.flush();
    },
    async idle() {
      while (pumping !== null) await pumping;
      await keeping.flush();
    },
  };
}

function renew(delivery: Delivery, comment: CommentDoc): void {
  if (delivery.comment._id === comment._id && delivery.comment.mod.v < comment.mod.v) delivery.comment = comment;
}

function unseen(batch: readonly Delivery[], told: ReadonlySet<string>): Delivery[] {
  const ids = new Set<string>();
  return batch.filter((delivery) => {
    const id = identityOf(delivery);
    return !told.has(id) && !ids.has(id) && ids.add(id);
  });
}

/** What readers see is put in its place and numbered for all of them together; those of a thread are told one after the other. */
async function tellAll(deps: RelayDeps, deliveries: readonly Delivery[]): Promise<void> {
  const changes = deliveries.filter(({ event }) => isPublic(event));
  const numbers = new Map<ModEvent, number>();
  if (changes.length > 0) {
    await keepListed(deps, [...new Map(changes.map(({ comment }) => [comment._id, comment])).values()]);
    const numbered = await deps.feeds.bump(
      changes.map(({ comment: { _id, threadId }, event }) => ({ threadId, commentId: _id, v: event.seq })),
    );
    changes.forEach(({ event }, i) => numbers.set(event, numbered[i] ?? 0));
  }
  const byThread = new Map<ThreadId, Delivery[]>();
  for (const delivery of deliveries) {
    const list = byThread.get(delivery.comment.threadId);
    if (list === undefined) byThread.set(delivery.comment.threadId, [delivery]);
    else list.push(delivery);
  }
  await Promise.all([...byThread].map(([threadId, ofThread]) => tellThread(deps, threadId, { ofThread, numbers })));
}

async function tellThread(
  deps: RelayDeps,
  threadId: ThreadId,
  { ofThread, numbers }: { ofThread: readonly Delivery[]; numbers: ReadonlyMap<ModEvent, number> },
): Promise<void> {
  const places = new Map<ModEvent, Place>();
  const changes = ofThread.filter(({ event }) => numbers.has(event));
  // Who comes to listen after this has read the number of the last change, and asks for what they have missed.
  let count = changes.length > 0 && deps.isHeard(threadId) ? await deps.comments.countVisible(threadId) : null;
  // Counted once, after the last of them; before each, it was what the later ones added less.
  for (const { event } of changes.toReversed()) {
    places.set(event, { seq: numbers.get(event) ?? 0, count: count === null ? null : Math.max(0, count) });
    if (count !== null) count -= shift(event);
  }
  for (const delivery of ofThread) await tell(deps.bus, delivery, places.get(delivery.event));
}

/** Whether readers see something else afterwards. */
function isPublic(event: ModEvent): boolean {
  if (shift(event) !== 0) return true;
  const { before, after, type } = event;
  if (after.vis !== 'visible') return false;
  return type === 'edited' || before?.pinned !== after.pinned || before?.featured !== after.featured;
}

/** What an event does to the number of comments in sight. */
function shift(event: ModEvent): number {
  return Number(event.after.vis === 'visible') - Number(event.before?.vis === 'visible');
}

/** Whether it waited for somebody, in a queue or put aside. */
function waited(before: ModEvent['before']): boolean {
  return before !== null && (before.queue !== null || before.review === 'open' || before.review === 'escalated');
}

function isSeen({ before, after }: ModEvent): boolean {
  return before?.vis !== after.vis || (before.review === 'closed') !== (after.review === 'closed');
}

async function tell(bus: EventBus, delivery: Delivery, place: Place | undefined): Promise<void> {
  const { event } = delivery;
  // The comment is looked at anew for each: it may be renewed while the one before is told.
  if (place !== undefined) await bus.publish({ type: 'thread.changed', comment: delivery.comment, event, ...place });
  if (event.after.queue !== null) {
    await bus.publish({ type: 'review.opened', comment: delivery.comment, event });
  } else if (waited(event.before)) {
    await bus.publish({ type: 'review.closed', comment: delivery.comment, event });
  }
  if (NEWS_TO_AUTHORS.has(event.type) || (NEWS_IF_SEEN.has(event.type) && isSeen(event))) {
    await bus.publish({ type: 'comment.decided', comment: delivery.comment, event });
  }
}
