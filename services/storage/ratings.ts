import { Schema, type Connection } from 'mongoose';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import { STARS_MAX } from '../../shared/limits.ts';
import { duplicateKey } from './duplicate-key.ts';
import { behind, type Place } from './place.ts';

/** One person's stars for one article; the id makes it one per person. */
export interface RatingDoc {
  _id: string;
  threadId: ThreadId;
  personId: PersonId;
  stars: number;
  at: Date;
}

const ratingSchema = new Schema<RatingDoc>(
  {
    _id: { type: String, required: true },
    threadId: { type: String, required: true },
    personId: { type: String, required: true },
    stars: { type: Number, required: true },
    at: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'ratings' },
);
ratingSchema.index({ threadId: 1, stars: 1 }, { name: 'thread_stars' });

const STARS = Array.from({ length: STARS_MAX }, (_, i) => i + 1);

ratingSchema.index({ personId: 1, at: -1, _id: -1 }, { name: 'person_newest' });

export type RatingStore = ReturnType<typeof ratingStore>;

export function ratingStore(connection: Connection) {
  const Rating = connection.model('Rating', ratingSchema);
  const idOf = (threadId: ThreadId, personId: PersonId): string => `${threadId}:${personId}`;
  return {
    async put(threadId: ThreadId, personId: PersonId, { stars, at }: { stars: number; at: Date }): Promise<void> {
      const _id = idOf(threadId, personId);
      const update = { $setOnInsert: { threadId, personId }, $set: { stars, at } };
      try {
        await Rating.updateOne({ _id }, update, { upsert: true }).exec();
      } catch (error) {
        // Rated for the first time in two tabs at once: now it is there to be changed.
        if (duplicateKey(error) === null) throw error;
        await Rating.updateOne({ _id }, update).exec();
      }
    },
    async remove(threadId: ThreadId, personId: PersonId): Promise<void> {
      await Rating.deleteOne({ _id: idOf(threadId, personId) }).exec();
    },
    starsOf: async (threadId: ThreadId, personId: PersonId): Promise<number | null> =>
      (await Rating.findById(idOf(threadId, personId), { stars: 1 }).lean<{ stars: number }>().exec())?.stars ?? null,
    /** A person's stars, the newest first. */
    ofPerson: (personId: PersonId, { place, limit }: { place: Place | null; limit: number }): Promise<RatingDoc[]> =>
      Rating.find({ personId, ...behind<RatingDoc>('at', place) })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<RatingDoc[]>()
        .exec(),
    /** How many gave one star, two stars, …; counted in the index. */
    counts: (threadId: ThreadId): Promise<number[]> =>
      Promise.all(STARS.map((stars) => Rating.countDocuments({ threadId, stars }).exec())),
  };
}
