import type { CommentId, PersonId } from '../../shared/ids.ts';
import type { EventBus } from '../events.ts';
import type { Logger } from '../logger.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { FanOutDoc, FanOutStore } from '../storage/fanouts.ts';
import type { NotificationStore } from '../storage/notifications.ts';
import type { PeopleStore } from '../storage/people.ts';
import type { SubscriptionDoc, SubscriptionStore } from '../storage/subscriptions.ts';
import { bringLettersBack, type LettersBackDeps } from './letters-back.ts';
import { lineOf, type Line } from './line.ts';
import { tellOf } from './notify.ts';
import { answersIds, authorsAbove, targetsOf, whyOf } from './why.ts';

export interface FanOutDeps {
  fanOuts: FanOutStore;
  comments: Pick<CommentStore, 'byId' | 'answered'>;
  subscriptions: Pick<SubscriptionStore, 'to' | 'byIds'>;
  notifications: Pick<NotificationStore, 'add' | 'setHidden'>;
  letters: LettersBackDeps['letters'];
  people: LettersBackDeps['people'] & Pick<PeopleStore, 'muting'>;
  bus: EventBus;
  now: () => Date;
  log: Pick<Logger, 'warn'>;
  /** Subscriptions read, and rows written, at a time; without it, what the store takes well. */
  batch?: number;
}

export interface FanOut {
  /** Begins with whatever waits; comes back at once. */
  kick(): void;
  /** Does what a crash or another node left over, too. */
  sweep(): Promise<void>;
  /** Resolves when everything that waited is done or has failed. */
  idle(): Promise<void>;
  /** Has what is under way stop where it can be gone on with. */
  stop(): Promise<void>;
}

const BATCH = 1000;
/** Comments whose news goes out at the same time in one process. */
const AT_ONCE = 4;
/** How long a batch may take, milliseconds; a process that dies holds a comment's news up for so long. */
const LEASE_MS = 10_000;
/** What failed is tried again after so long, milliseconds. */
const RETRY_MS = 1000;

/**
 * Tells everybody who asked to be told of a comment, in the background, some at a time in the order of their ids, and takes it back
 * when the comment leaves sight; back in sight, letters come after all that were put by. It goes by where the comment stands now, not by what happened to it; it may be killed between any
 * two steps and gone on with by any node, since rows have an id of their own and how far it is stands in the database.
 */
export function createFanOut(deps: FanOutDeps): FanOut {
  const workers = new Set<Promise<void>>();
  const stopping = new AbortController();
  let kicks = 0;

  async function work(): Promise<void> {
    for (let seen = -1; seen !== kicks && !stopping.signal.aborted;) {
      // Whatever is stored after this was read comes with a kick of its own.
      seen = kicks;
      while (!stopping.signal.aborted) {
        const doc = await deps.fanOuts.claim(deps.now(), leaseFrom(deps.now()));
        if (doc === null) break;
        await carryOut(deps, doc, stopping.signal);
      }
    }
  }
  function kick(): void {
    kicks += 1;
    if (workers.size >= AT_ONCE) return;
    const worker = work()
      .catch((err: unknown) => deps.log.warn({ err }, 'what is to be told could not be taken up; trying again'))
      .finally(() => workers.delete(worker));
    workers.add(worker);
  }
  const idle = async (): Promise<void> => {
    while (workers.size > 0) await Promise.all(workers);
  };
  return {
    kick,
    async sweep() {
      kick();
      await idle();
    },
    idle,
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}

function leaseFrom(now: Date, ms = LEASE_MS): Date {
  return new Date(now.getTime() + ms);
}

async function carryOut(deps: FanOutDeps, claimed: FanOutDoc, stopping: AbortSignal): Promise<void> {
  let doc = claimed;
  try {
    const comment = await deps.comments.byId(doc._id);
    const line = comment === null ? null : await lineOf(deps, comment);
    let isShown = await align(deps, doc._id);
    if (isShown) await bringLettersBack(deps, doc._id);
    while (isShown && comment !== null && line !== null) {
      const { found, last } = await nextFollowers(deps, { comment, line, after: doc.after });
      const asked = found.filter(({ createdAt }) => createdAt <= doc.at);
      await tellOf(deps, { comment, at: doc.at, why: whyOf(asked, { comment, line: { ...line, recipients: [] } }) });
      // What was hidden while they were told has taken back what it found then.
      isShown = await align(deps, doc._id);
      if (last === null) break;
      const held = { ...doc, after: last, leaseUntil: stopping.aborted ? deps.now() : leaseFrom(deps.now()) };
      if (!(await deps.fanOuts.advance(doc, held)) || stopping.aborted) return;
      doc = held;
    }
    await deps.fanOuts.finish(doc);
  } catch (err) {
    deps.log.warn({ err, comment: doc._id }, 'not everybody was told; trying again');
    const soon = leaseFrom(deps.now(), RETRY_MS);
    // Where even that fails, the lease lapses.
    await deps.fanOuts.advance(doc, { after: doc.after, leaseUntil: soon }).catch(() => false);
  }
}

/**
 * Hides what was told of a comment that is out of sight, or shows it again, until nothing has changed meanwhile. Answers whether
 * the comment is in sight.
 */
async function align({ comments, notifications, bus, batch = BATCH }: FanOutDeps, id: CommentId): Promise<boolean> {
  for (let aligned: boolean | null = null; ;) {
    const isShown: boolean = (await comments.answered(id))?.mod.vis === 'visible';
    if (isShown === aligned) return isShown;
    aligned = isShown;
    for (;;) {
      const personIds = await notifications.setHidden(id, !isShown, batch);
      if (personIds.length === 0) break;
      await bus.publish({ type: 'notification.recounted', personIds });
    }
  }
}

/**
 * The next subscriptions that a comment falls under, in the order of people and all of each together, without those of who wrote it
 * and of who is told without asking. `last` is who comes last among them; null at the end.
 */
async function nextFollowers(
  { subscriptions, batch = BATCH }: FanOutDeps,
  { comment, line, after }: { comment: CommentDoc; line: Line; after: PersonId | null },
): Promise<{ found: SubscriptionDoc[]; last: PersonId | null }> {
  const above = authorsAbove(comment, line);
  const [page, answers] = await Promise.all([
    subscriptions.to(targetsOf(comment, line), { after, limit: batch }),
    above.length === 0 ? [] : subscriptions.byIds(answersIds(above)),
  ]);
  const cut = page.length < batch ? null : (page.at(-1)?.personId ?? null);
  // Whoever may have more behind the page comes with the next one.
  const whole = page.filter(({ personId }) => personId !== cut);
  const last = cut === null ? null : (whole.at(-1)?.personId ?? null);
  const told = new Set([comment.authorId, ...line.recipients.map(({ personId }) => personId)]);
  const isNext = (id: PersonId): boolean => (after === null || id > after) && (last === null || id <= last);
  return {
    found: [...whole, ...answers.filter(({ personId }) => isNext(personId))].filter(
      ({ personId }) => !told.has(personId),
    ),
    last,
  };
}
