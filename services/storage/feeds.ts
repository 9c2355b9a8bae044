import { Schema, type Connection } from 'mongoose';
import { CHANGES_KEPT } from '../../shared/limits.ts';
import { duplicateKey, duplicates } from './duplicate-key.ts';
import { plain } from './plain.ts';

/**
 * The live stream of one thread: how many public changes there were, and which comments the last ones touched. Sequence
 * and list are one document, so that a number is never given without its entry and a client can always tell a gap.
 */
export interface FeedDoc {
  _id: string;
  seq: number;
  /** `k` is comment and version, `c` the comment; the last entry has number `seq`, the one before `seq - 1`, … */
  recent: { k: string; c: string }[];
}

type Entry = FeedDoc['recent'][number];
/** The end of a list, and the number of its last entry. */
type Tail = Pick<FeedDoc, 'seq'> & { recent: readonly Entry[] };

/** So many entries that other nodes append at the same moment are looked past. */
const BY_OTHERS = 8;

const feedSchema = new Schema<FeedDoc>(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    recent: { type: [new Schema({ k: String, c: String }, { _id: false })], required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'feeds' },
);

export function feedStore(connection: Connection) {
  const Feed = connection.model('Feed', feedSchema);
  const feeds = plain<FeedDoc>(Feed);
  const byThread = (threadId: string): Promise<FeedDoc | null> => Feed.findById(threadId).lean<FeedDoc>().exec();
  return {
    byThread,
    /** The number of the last public change; 0 for a thread without any. */
    seqOf: async (threadId: string): Promise<number> =>
      (await Feed.findById(threadId, { seq: 1 }).lean<{ seq: number }>().exec())?.seq ?? 0,
    /** The same of several threads; those without any are left out. */
    seqsOf: async (threadIds: readonly string[]): Promise<Map<string, number>> => {
      const feeds = await Feed.find({ _id: { $in: threadIds } }, { seq: 1 })
        .lean<{ _id: string; seq: number }[]>()
        .exec();
      return new Map(feeds.map(({ _id, seq }) => [_id, seq]));
    },
    /** Gives changes their numbers; those of a thread in their order. The same change again gets the number it has. */
    async bump(changes: readonly { threadId: string; commentId: string; v: number }[]): Promise<number[]> {
      const byThread = new Map<string, Entry[]>();
      const entries = changes.map(({ threadId, commentId, v }) => {
        const entry = { k: `${commentId}:${v}`, c: commentId };
        byThread.set(threadId, [...(byThread.get(threadId) ?? []), entry]);
        return { threadId, entry };
      });
      const [alone] = byThread;
      const feeds = byThread.size === 1 && alone !== undefined ? await pushOne(...alone) : await pushEach(byThread);
      const numbers: number[] = [];
      for (const { threadId, entry } of entries)
        numbers.push(numberIn(feeds.get(threadId), entry) ?? (await bumpOne(threadId, entry)));
      return numbers;
    },
  };

  /** Appends the entries of a thread; without an answer where one of them is there already, or somebody made the document just now. */
  async function pushOne(threadId: string, entries: readonly Entry[]): Promise<Map<string, Tail>> {
    const { filter, update } = appending(threadId, entries);
    try {
      const options = { upsert: true, returnDocument: 'after', projection: { seq: 1 } } as const;
      const feed = await feeds.findOneAndUpdate(filter, update, options);
      return new Map(feed === null ? [] : [[threadId, { seq: feed.seq, recent: entries }]]);
    } catch (error) {
      if (duplicateKey(error) === null) throw error;
      return new Map();
    }
  }

  /** Appends the entries of several threads, and answers where their lists end then. */
  async function pushEach(byThread: ReadonlyMap<string, readonly Entry[]>): Promise<Map<string, Tail>> {
    try {
      const each = [...byThread].map((one) => ({ updateOne: { ...appending(...one), upsert: true } }));
      await feeds.bulkWrite(each, { ordered: false });
    } catch (error) {
      // Refused is what was there before.
      if (duplicates(error) === null) throw error;
    }
    const most = Math.max(...[...byThread.values()].map((entries) => entries.length));
    const projection = { seq: 1, recent: { $slice: -(most + BY_OTHERS) } };
    const tails = await feeds.find({ _id: { $in: [...byThread.keys()] } }, { projection }).toArray();
    return new Map(tails.map((feed) => [feed._id, feed]));
  }

  async function bumpOne(threadId: string, entry: Entry): Promise<number> {
    for (;;) {
      const number = numberIn((await byThread(threadId)) ?? undefined, entry);
      if (number !== null) return number;
      const pushed = numberIn((await pushOne(threadId, [entry])).get(threadId), entry);
      if (pushed !== null) return pushed;
    }
  }
}

function appending(threadId: string, entries: readonly Entry[]) {
  return {
    filter: { _id: threadId, 'recent.k': { $nin: entries.map(({ k }) => k) } },
    update: { $inc: { seq: entries.length }, $push: { recent: { $each: [...entries], $slice: -CHANGES_KEPT } } },
  };
}

/** The number of an entry of a list that ends with number `seq`; null if it is not there. */
function numberIn(tail: Tail | undefined, { k }: Entry): number | null {
  const at = tail?.recent.findLastIndex((entry) => entry.k === k) ?? -1;
  return tail === undefined || at < 0 ? null : tail.seq - (tail.recent.length - 1 - at);
}

/** Comments touched by changes after `since`, or null if the list no longer reaches back that far. */
export function changedSince(feed: FeedDoc, since: number): string[] | null {
  const missed = feed.seq - since;
  if (missed <= 0) return [];
  if (missed > feed.recent.length) return null;
  return [...new Set(feed.recent.slice(-missed).map((entry) => entry.c))];
}
