import { Schema, type Connection } from 'mongoose';
import { CHANGES_KEPT } from '../../shared/limits.ts';
import { duplicateKey } from './duplicate-key.ts';
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
  const byThread = (threadId: string): Promise<FeedDoc | null> => Feed.findById(threadId).lean<FeedDoc>().exec();
  return {
    byThread,
    /** The number of the last public change; 0 for a thread without any. */
    seqOf: async (threadId: string): Promise<number> =>
      (await Feed.findById(threadId, { seq: 1 }).lean<{ seq: number }>().exec())?.seq ?? 0,
    /** Gives changes their numbers, in order. The same change again gets the number it has. */
    async bump(threadId: string, changes: { commentId: string; v: number }[]): Promise<number[]> {
      const entries = changes.map(({ commentId, v }) => ({ k: `${commentId}:${v}`, c: commentId }));
      const seq = await push(threadId, entries);
      if (seq !== null) return entries.map((_, i) => seq - (entries.length - 1 - i));
      const numbers: number[] = [];
      for (const entry of entries) numbers.push(await bumpOne(threadId, entry));
      return numbers;
    },
  };

  /** Appends entries in one update; null if one of them is there already, or somebody made the document just now. */
  async function push(threadId: string, entries: FeedDoc['recent']): Promise<number | null> {
    try {
      const feed = await plain<FeedDoc>(Feed).findOneAndUpdate(
        { _id: threadId, 'recent.k': { $nin: entries.map((entry) => entry.k) } },
        { $inc: { seq: entries.length }, $push: { recent: { $each: entries, $slice: -CHANGES_KEPT } } },
        { upsert: true, returnDocument: 'after', projection: { seq: 1 } },
      );
      return feed?.seq ?? null;
    } catch (error) {
      if (duplicateKey(error) === null) throw error;
      return null;
    }
  }

  async function bumpOne(threadId: string, entry: FeedDoc['recent'][number]): Promise<number> {
    for (;;) {
      const feed = await byThread(threadId);
      const at = feed?.recent.findIndex(({ k }) => k === entry.k) ?? -1;
      if (feed !== null && at >= 0) return feed.seq - (feed.recent.length - 1 - at);
      const seq = await push(threadId, [entry]);
      if (seq !== null) return seq;
    }
  }
}

/** Comments touched by changes after `since`, or null if the list no longer reaches back that far. */
export function changedSince(feed: FeedDoc, since: number): string[] | null {
  const missed = feed.seq - since;
  if (missed <= 0) return [];
  if (missed > feed.recent.length) return null;
  return [...new Set(feed.recent.slice(-missed).map((entry) => entry.c))];
}
