import { createHash } from 'node:crypto';
import { Schema, type Connection } from 'mongoose';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { encodeBytes } from '../ids.ts';
import { duplicateKey } from './duplicate-key.ts';

export interface ThreadDoc {
  _id: ThreadId;
  siteId: SiteId;
  key: string;
  url: string | null;
  title: string | null;
  lang: string | null;
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
  return {
    byId: (id: ThreadId): Promise<ThreadDoc | null> => Thread.findById(id).lean<ThreadDoc>().exec(),
    byIds: (ids: ThreadId[]): Promise<ThreadDoc[]> =>
      Thread.find({ _id: { $in: ids } })
        .lean<ThreadDoc[]>()
        .exec(),
    /** Makes the thread if it is not there; what the first writer said about the article stays. */
    async ensure(doc: ThreadDoc): Promise<void> {
      const { _id, ...rest } = doc;
      try {
        await Thread.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true }).exec();
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
  };
}
