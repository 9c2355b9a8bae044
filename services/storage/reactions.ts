import type { ThreadId } from '../../shared/ids.ts';
import { Schema, type Connection } from 'mongoose';
import { duplicateKey } from './duplicate-key.ts';
import { behind, type Place } from './place.ts';

/** One person's reaction to one article; the id makes it one per person. */
export interface ReactionDoc {
  _id: string;
  threadId: ThreadId;
  personId: string;
  value: 'like';
  at: Date;
}

const reactionSchema = new Schema<ReactionDoc>(
  {
    _id: { type: String, required: true },
    threadId: { type: String, required: true },
    personId: { type: String, required: true },
    value: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'reactions' },
);
reactionSchema.index({ threadId: 1, value: 1 }, { name: 'thread_value' });

reactionSchema.index({ personId: 1, at: -1, _id: -1 }, { name: 'person_newest' });

export type ReactionStore = ReturnType<typeof reactionStore>;

export function reactionStore(connection: Connection) {
  const Reaction = connection.model('Reaction', reactionSchema);
  const idOf = (threadId: ThreadId, personId: string): string => `${threadId}:${personId}`;
  return {
    async put(threadId: ThreadId, personId: string, at: Date): Promise<void> {
      try {
        await Reaction.updateOne(
          { _id: idOf(threadId, personId) },
          { $setOnInsert: { threadId, personId, at }, $set: { value: 'like' } },
          { upsert: true },
        ).exec();
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    async remove(threadId: ThreadId, personId: string): Promise<void> {
      await Reaction.deleteOne({ _id: idOf(threadId, personId) }).exec();
    },
    has: async (threadId: ThreadId, personId: string): Promise<boolean> =>
      (await Reaction.exists({ _id: idOf(threadId, personId) }).exec()) !== null,
    /** A person's reactions, the newest first. */
    ofPerson: (personId: string, { place, limit }: { place: Place | null; limit: number }): Promise<ReactionDoc[]> =>
      Reaction.find({ personId, ...behind<ReactionDoc>('at', place) })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<ReactionDoc[]>()
        .exec(),
    count: (threadId: ThreadId): Promise<number> => Reaction.countDocuments({ threadId, value: 'like' }).exec(),
  };
}
