import { Schema, type Connection } from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** A comment came into sight or left it, and what is told of it has to follow; there is one at most per comment. */
export interface FanOutDoc {
  _id: CommentId;
  siteId: SiteId;
  threadId: ThreadId;
  /** When that was. */
  at: Date;
  /** The last person who is done, in the order of ids; null at the beginning. */
  after: PersonId | null;
  /** Until when whoever works on it is believed to be alive; past that it is anybody's. */
  leaseUntil: Date;
}

const fanOutSchema = new Schema<FanOutDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    threadId: { type: String, required: true },
    at: { type: Date, required: true },
    after: { type: String, default: null },
    leaseUntil: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'fanouts' },
);
fanOutSchema.index({ leaseUntil: 1 }, { name: 'lease' });

export type FanOutStore = ReturnType<typeof fanOutStore>;

export function fanOutStore(connection: Connection) {
  const FanOut = connection.model('FanOut', fanOutSchema);
  return {
    /** Stores what is to be done, in place of what was before it; what is there already, or newer, stays. */
    async put({ _id, ...fanOut }: FanOutDoc): Promise<void> {
      try {
        await FanOut.updateOne({ _id, at: { $lt: fanOut.at } }, { $set: fanOut }, { upsert: true }).exec();
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /** Takes up what nobody works on, the one that has waited longest first; null if there is none. */
    claim: (now: Date, leaseUntil: Date): Promise<FanOutDoc | null> =>
      FanOut.findOneAndUpdate(
        { leaseUntil: { $lte: now } },
        { $set: { leaseUntil } },
        { sort: { leaseUntil: 1 }, returnDocument: 'after' },
      )
        .lean<FanOutDoc>()
        .exec(),
    /** Notes how far it is, and until when it is held; false if somebody else has it, or it is another one by now. */
    async advance({ _id, at, leaseUntil }: FanOutDoc, to: Pick<FanOutDoc, 'after' | 'leaseUntil'>): Promise<boolean> {
      const { matchedCount } = await FanOut.updateOne({ _id, at, leaseUntil }, { $set: to }).exec();
      return matchedCount === 1;
    },
    /** It is done, if it still is the same one. */
    async finish({ _id, at, leaseUntil }: FanOutDoc): Promise<void> {
      await FanOut.deleteOne({ _id, at, leaseUntil }).exec();
    },
  };
}
