import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { ErasureRequest } from '../../shared/own.ts';
import { duplicateKey } from './duplicate-key.ts';

/** What a reader has asked to have deleted; the last request of each is kept, without a word of what it was about. */
export interface ErasureDoc {
  _id: PersonId;
  siteId: SiteId;
  what: ErasureRequest['what'];
  at: Date;
  /** Comments that had not been withdrawn when it began. */
  total: number;
  state: 'running' | 'done';
  /** Until when whoever works on it is believed to be alive; a lapsed one is anybody's to go on with. */
  leaseUntil: Date;
  /** Who the reports of somebody who is forgotten are said to be by; leads to nobody, and goes when all is done. */
  alias?: PersonId;
}

const erasureSchema = new Schema<ErasureDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    what: { type: String, required: true },
    at: { type: Date, required: true },
    total: { type: Number, required: true },
    state: { type: String, required: true },
    leaseUntil: { type: Date, required: true },
    alias: String,
  },
  { versionKey: false, strict: 'throw', collection: 'erasures' },
);
erasureSchema.index({ state: 1, leaseUntil: 1 }, { name: 'state' });

export type ErasureStore = ReturnType<typeof erasureStore>;

export function erasureStore(connection: Connection) {
  const Erasure = connection.model('Erasure', erasureSchema);
  const byId = (id: PersonId): Promise<ErasureDoc | null> => Erasure.findById(id).lean<ErasureDoc>().exec();
  return {
    byId,
    /**
     * Stores a request in place of the one before, unless that one is still at it and deletes as much; answers the one that counts.
     */
    async begin({ _id, ...asked }: ErasureDoc): Promise<ErasureDoc> {
      const replaceable =
        asked.what === 'everything'
          ? { $or: [{ state: 'done' as const }, { what: 'comments' as const }] }
          : { state: 'done' as const };
      try {
        return await Erasure.findOneAndUpdate(
          { _id, ...replaceable },
          { $set: asked },
          { upsert: true, returnDocument: 'after' },
        )
          .lean<ErasureDoc>()
          .orFail()
          .exec();
      } catch (error) {
        const there = duplicateKey(error) === null ? null : await byId(_id);
        if (there === null) throw error;
        return there;
      }
    },
    /** What nobody works on any more, though it is not finished. */
    lapsed: (now: Date): Promise<ErasureDoc[]> =>
      Erasure.find({ state: 'running', leaseUntil: { $lte: now } })
        .limit(10)
        .lean<ErasureDoc[]>()
        .exec(),
    /** Takes a lapsed one up, or goes on with one's own; false if somebody else did, or it is another one by now. */
    async lease({ _id, at, leaseUntil }: ErasureDoc, until: Date): Promise<boolean> {
      const { matchedCount } = await Erasure.updateOne(
        { _id, at, leaseUntil, state: 'running' },
        { $set: { leaseUntil: until } },
      ).exec();
      return matchedCount === 1;
    },
    async finish({ _id, at }: ErasureDoc): Promise<void> {
      await Erasure.updateOne({ _id, at }, { $set: { state: 'done' }, $unset: { alias: 1 } }).exec();
    },
  };
}
