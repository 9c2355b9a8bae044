import type { Logger } from '../logger.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { EventOrigin, ModEvent } from '../storage/mod-events.ts';

/**
 * What is told waits so long for more, milliseconds: kept together they are three commands and two commits of the database, as one
 * alone. Far less than what a left-over event waits for another node, which would keep it a second time in vain.
 */
const KEEP_AFTER_MS = 500;
/** Events remembered as told, or as kept, by this process, so that a snapshot taken before the outbox was cleared repeats nothing. */
const REMEMBERED = 2000;
/** Kept at once at most, without waiting: the store writes for some 20 ms, and readers wait for no more. */
const BATCH = 100;

/** One event on its way, with its comment as it is known by now: what was hidden since must not be told as it was. */
export interface Delivery {
  comment: CommentDoc;
  event: ModEvent;
}

export interface KeepDeps {
  comments: Pick<CommentStore, 'clearOutbox'>;
  audit: { append(events: { event: ModEvent; of: EventOrigin }[]): Promise<void> };
  log: Logger;
}

export interface Keeping {
  /** Keeps these soon, after what came before them. */
  add(deliveries: readonly Delivery[]): void;
  /** Keeps what has come so far at once; resolves when all of it is kept or has failed. */
  flush(): Promise<void>;
}

/** An event is one comment's: nothing said of another comment makes it known. */
export function identityOf({ comment, event }: Delivery): string {
  return `${comment._id} ${event.id}`;
}

/** Notes events as known; the oldest are forgotten. */
export function remember(known: Set<string>, deliveries: readonly Delivery[]): void {
  for (const delivery of deliveries) known.add(identityOf(delivery));
  for (const oldest of known) {
    if (known.size <= REMEMBERED) break;
    known.delete(oldest);
  }
}

/** Does it with all together, or, since one bad event must not keep the others back, with each by itself. */
export async function together(
  deliveries: readonly Delivery[],
  work: (deliveries: readonly Delivery[]) => Promise<void>,
  log: Logger,
): Promise<void> {
  try {
    await work(deliveries);
  } catch (err) {
    if (deliveries.length > 1) for (const delivery of deliveries) await together([delivery], work, log);
    else log.warn({ err, comment: deliveries[0]?.comment._id }, 'relay failed; the sweep tries again');
  }
}

/**
 * The end of an event's way: into the audit, then out of its outbox. Nobody waits for either, so those of half a second go
 * together. It may be killed anywhere: what is still in its outbox then is told and kept again, and changes nothing where it was.
 */
export function createKeeping(deps: KeepDeps): Keeping {
  const waiting = new Map<string, Delivery>();
  const kept = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | null = null;

  async function write(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting].slice(0, BATCH);
      for (const [id] of batch) waiting.delete(id);
      await together(
        batch.map(([, delivery]) => delivery),
        keep,
        deps.log,
      );
    }
  }

  /** What is in the audit for all this process knows is only taken out of its outbox once more. */
  async function keep(deliveries: readonly Delivery[]): Promise<void> {
    const fresh = deliveries.filter((delivery) => !kept.has(identityOf(delivery)));
    await deps.audit.append(
      fresh.map(({ comment: { _id, siteId, threadId }, event }) => ({
        event,
        of: { commentId: _id, siteId, threadId },
      })),
    );
    await deps.comments.clearOutbox(deliveries.map(({ comment, event }) => ({ id: comment._id, eventId: event.id })));
    remember(kept, fresh);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    while (waiting.size > 0 || writing !== null) {
      writing ??= write().finally(() => (writing = null));
      await writing;
    }
  }

  return {
    add(deliveries) {
      for (const delivery of deliveries) {
        const id = identityOf(delivery);
        if (!waiting.has(id)) waiting.set(id, delivery);
      }
      if (waiting.size >= BATCH) void flush();
      else if (waiting.size > 0) timer ??= setTimeout(() => void flush(), KEEP_AFTER_MS).unref();
    },
    flush,
  };
}
