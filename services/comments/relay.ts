import type { EventBus } from '../events.ts';
import type { Logger } from '../logger.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { ModEvent } from '../storage/mod-events.ts';
import type { CommentId } from '../../shared/ids.ts';

/** Left-overs are taken up by any node once they are this old; the node that wrote them is faster. Milliseconds. */
const LEFT_OVER_AFTER_MS = 2000;
const SWEEP_SIZE = 100;
/** Events remembered as relayed by this process, so that a snapshot taken before the outbox was cleared repeats nothing. */
const REMEMBERED = 2000;

export interface RelayDeps {
  comments: Pick<
    CommentStore,
    'byId' | 'byIds' | 'withOutbox' | 'clearOutbox' | 'countVisible' | 'setListed' | 'unlistHidden' | 'hasListedChild'
  >;
  feeds: { bump(threadId: string, change: { commentId: string; v: number }): Promise<number> };
  audit: { append(event: ModEvent, of: { commentId: string; siteId: string; threadId: string }): Promise<void> };
  bus: EventBus;
  log: Logger;
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
 * live stream, the audit, the bell, the console. It may be killed between any two steps; every step can be repeated, and
 * an event leaves the outbox only when all are done.
 */
export function createRelay(deps: RelayDeps): Relay {
  const running = new Map<string, Promise<void>>();
  const relayed = new Set<string>();

  async function relayComment(snapshot: CommentDoc, fresh: boolean): Promise<void> {
    // A left-over may have been relayed, or changed, while it waited for its turn.
    const doc = fresh ? snapshot : await deps.comments.byId(snapshot._id);
    if (doc === null) return;
    for (const event of doc.mod.outbox) {
      if (!relayed.has(event.id)) await relayEvent(deps, doc, event);
      relayed.add(event.id);
      if (relayed.size > REMEMBERED) relayed.delete(relayed.values().next().value ?? '');
      await deps.comments.clearOutbox(doc._id, event.id);
    }
  }

  /** Events of one thread go one after the other, so that sequence numbers leave in order. */
  function enqueue(doc: CommentDoc, fresh: boolean): Promise<void> {
    const previous = running.get(doc.threadId) ?? Promise.resolve();
    const next = previous
      .then(() => relayComment(doc, fresh))
      .catch((cause: unknown) => {
        deps.log.warn({ err: cause, comment: doc._id }, 'relay failed; the sweep tries again');
      })
      .finally(() => {
        if (running.get(doc.threadId) === next) running.delete(doc.threadId);
      });
    running.set(doc.threadId, next);
    return next;
  }

  return {
    kick(doc) {
      void enqueue(doc, true);
    },
    async sweep(now) {
      const waiting = await deps.comments.withOutbox(new Date(now.getTime() - LEFT_OVER_AFTER_MS), SWEEP_SIZE);
      await Promise.all(waiting.map((doc) => enqueue(doc, false)));
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values());
    },
  };
}

async function relayEvent(deps: RelayDeps, comment: CommentDoc, event: ModEvent): Promise<void> {
  const { bus } = deps;
  const wasVisible = event.before?.vis === 'visible';
  const isVisible = event.after.vis === 'visible';
  if (wasVisible !== isVisible) {
    await keepListed(deps, comment);
    const seq = await deps.feeds.bump(comment.threadId, { commentId: comment._id, v: event.seq });
    const count = await deps.comments.countVisible(comment.threadId);
    await bus.publish({ type: 'thread.changed', comment, event, seq, count });
  }
  const wasQueued = (event.before?.queue ?? null) !== null;
  const isQueued = event.after.queue !== null;
  if (!wasQueued && isQueued) await bus.publish({ type: 'review.opened', comment, event });
  if (event.actor.kind === 'user') {
    await bus.publish({ type: 'review.closed', comment, event });
    await bus.publish({ type: 'comment.decided', comment, event });
  }
  await deps.audit.append(event, { commentId: comment._id, siteId: comment.siteId, threadId: comment.threadId });
}

/**
 * A removed comment stays listed, without its text, while replies in sight hang below it; a comment in sight needs its
 * ancestors listed. Worked out anew each time, so that repeating it is harmless.
 */
async function keepListed(deps: RelayDeps, comment: CommentDoc): Promise<void> {
  if (comment.mod.vis === 'visible') {
    const ancestors = await ancestorsOf(deps, comment);
    if (ancestors.length > 0) await deps.comments.setListed(ancestors, true);
  } else if (!(await deps.comments.hasListedChild(comment._id))) {
    await deps.comments.unlistHidden(comment._id);
    const parent = comment.parentId === null ? null : await deps.comments.byId(comment.parentId);
    if (parent !== null && parent.mod.vis !== 'visible' && parent.listed) await keepListed(deps, parent);
  }
}

/** Ids of hidden ancestors that must be listed again; the walk ends at the first one in sight. */
async function ancestorsOf(deps: RelayDeps, comment: CommentDoc): Promise<CommentId[]> {
  const hidden: CommentId[] = [];
  let parentId = comment.parentId;
  while (parentId !== null) {
    const parent: CommentDoc | null = await deps.comments.byId(parentId);
    if (parent === null || parent.mod.vis === 'visible') break;
    if (!parent.listed) hidden.push(parent._id);
    parentId = parent.parentId;
  }
  return hidden;
}
