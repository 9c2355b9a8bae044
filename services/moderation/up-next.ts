import type { CommentId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { QueueFilter } from '../storage/review-queries.ts';

/** A comment that waits, as far as it matters to whoever claims it. */
export type Waiting = Pick<CommentDoc, '_id' | 'siteId' | 'authorId'> & { mod: Pick<CommentDoc['mod'], 'v'> };

/** Who asks for the next one, again and again, is given what was found for all who ask for the same. */
export interface UpNext {
  /**
   * One of the first few that fit a filter and that nobody was at a moment ago; null when there is none. It may have been claimed, or
   * changed, since: who was not fast enough asks again.
   * @param round how often somebody else was faster
   */
  take(filter: QueueFilter, round: number): Promise<Waiting | null>;
}

/**
 * One of so many of the first is given: with one only, all processes would try for the same. Each time somebody else was faster
 * there are twice as many, so that a newsroom that begins at once has soon shared them out.
 */
const AMONG = 5;
const AMONG_MAX = 640;
/** Found at once at least, for those who ask soon. */
const FOUND = 20;
/** How long what was found is given, and after how much of that it is looked for anew meanwhile; milliseconds. */
const FRESH_MS = 500;
const RENEW_MS = 250;
/** How long what was given is not given again: until then it may still be found, as nobody's. Milliseconds. */
const GIVEN_MS = 1000;
/** Filters that people go by at the same time. */
const FILTERS = 100;

interface Found {
  /** When it was asked for, milliseconds of `performance`. */
  at: number;
  /** What is left to give, in the queue's order. */
  list: Waiting[];
  isAny: boolean;
}

/** What comes next in the review queue, by filter; known for half a second, and to this process alone. */
export function createUpNext({
  freeInQueue,
  now,
}: {
  freeInQueue: CommentStore['freeInQueue'];
  now: () => Date;
}): UpNext {
  const known = createLru<Found>(FILTERS, FRESH_MS, () => performance.now());
  const looking = new Map<string, Promise<Found>>();
  const given = new Set<CommentId>();

  async function look(key: string, filter: QueueFilter, many: number): Promise<Found> {
    const at = performance.now();
    const found = await freeInQueue(filter, { at: now(), limit: many + given.size });
    const free = found.filter(({ _id }) => !given.has(_id));
    // Where all were given, one of them may be nobody's in the end: whoever is faster has it.
    const entry = { at, list: free.length > 0 ? free : found, isAny: found.length > 0 };
    known.set(key, entry);
    return entry;
  }

  /** Whoever asks while it is looked for waits for the same answer. */
  function lookOnce(key: string, filter: QueueFilter, many: number): Promise<Found> {
    const under = looking.get(key);
    if (under !== undefined) return under;
    const work = look(key, filter, many).finally(() => looking.delete(key));
    looking.set(key, work);
    return work;
  }

  function give(list: Waiting[], among: number): Waiting | undefined {
    const [one] = list.splice(Math.floor(Math.random() * Math.min(among, list.length)), 1);
    if (one === undefined) return undefined;
    given.add(one._id);
    setTimeout(() => given.delete(one._id), GIVEN_MS).unref();
    return one;
  }

  return {
    async take(filter, round) {
      const key = JSON.stringify(filter);
      const among = Math.min(AMONG * 2 ** round, AMONG_MAX);
      const many = Math.max(FOUND, among);
      const entry = round === 0 ? known.get(key) : undefined;
      const one = entry && give(entry.list, among);
      if (entry !== undefined && one !== undefined) {
        if (performance.now() - entry.at > RENEW_MS) lookOnce(key, filter, many).catch(() => undefined);
        return one;
      }
      for (;;) {
        const { list, isAny } = await lookOnce(key, filter, many);
        const next = give(list, among);
        if (next !== undefined) return next;
        // Where there was any, others who waited for the same answer have taken all of it.
        if (!isAny) return null;
      }
    },
  };
}
