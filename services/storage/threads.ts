import { createHash } from 'node:crypto';
import { Schema, type Connection } from 'mongoose';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { encodeBytes } from '../ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** What writers say about the article; null until somebody has. */
export interface ThreadFacts {
  url: string | null;
  title: string | null;
  lang: string | null;
}
export const FACTS = ['url', 'title', 'lang'] as const;

export interface ThreadDoc extends ThreadFacts {
  _id: ThreadId;
  siteId: SiteId;
  key: string;
  createdAt: Date;
}

const threadSchema = new Schema<ThreadDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    key: { type: String, required: true },
    url: { type: String, default: null },
    title: { type: String, default: null },
    lang: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'threads' },
);
threadSchema.index({ siteId: 1, createdAt: -1 }, { name: 'site_created' });

/** A thread's id follows from its site and key, so reading a thread needs no look-up and creating one cannot race. */
export function threadIdOf(siteId: SiteId, key: string): ThreadId {
  const hash = createHash('sha256').update(`${siteId}\n${key}`).digest();
  return encodeBytes(hash.subarray(0, 16)) as ThreadId;
}

export function threadStore(connection: Connection) {
  const Thread = connection.model('Thread', threadSchema);
  const byId = (id: ThreadId): Promise<ThreadDoc | null> => Thread.findById(id).lean<ThreadDoc>().exec();
  return {
    byId,
    byIds: (ids: ThreadId[]): Promise<ThreadDoc[]> =>
      Thread.find({ _id: { $in: ids } })
        .lean<ThreadDoc[]>()
        .exec(),
    /** Makes the thread if it is not there, with what its first writer says; answers it as it is. */
    async ensure(doc: ThreadDoc): Promise<ThreadDoc> {
      const { _id, ...rest } = doc;
      try {
        const update = { $setOnInsert: rest };
        const options = { upsert: true, returnDocument: 'after' } as const;
        return (await Thread.findOneAndUpdate({ _id }, update, options).lean<ThreadDoc>().exec()) ?? doc;
      } catch (error) {
        // Two first writers at once: the other one's thread is there now.
        const there = duplicateKey(error) === null ? null : await byId(_id);
        if (there === null) throw error;
        return there;
      }
    },
    /** Adds what nobody has said yet; answers the thread. */
    async fill(_id: ThreadId, facts: ThreadFacts): Promise<ThreadDoc | null> {
      for (const fact of FACTS)
        if (facts[fact] !== null)
          await Thread.updateOne({ _id, [fact]: null }, { $set: { [fact]: facts[fact] } }).exec();
      return byId(_id);
    },
  };
}
