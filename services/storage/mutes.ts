import type { PersonId } from '../../shared/ids.ts';
import type { PersonModel } from './people.ts';

/** An author whose comments somebody neither reads nor hears of, by the name they had then. */
export interface Mute {
  id: PersonId;
  name: string;
  at: Date;
}

/** What people have said of whom they do not want to hear; it is kept with whoever said it. */
export function muteQueries(Person: PersonModel) {
  return {
    /** Adds a mute. False where there are `most` already, or the person is forgotten; one that is there stays as it is. */
    async mute(personId: PersonId, mute: Mute, most: number): Promise<boolean> {
      const { matchedCount } = await Person.updateOne(
        {
          _id: personId,
          forgottenAt: { $exists: false },
          'mutes.id': { $ne: mute.id },
          [`mutes.${most - 1}`]: { $exists: false },
        },
        { $push: { mutes: mute } },
      ).exec();
      return matchedCount === 1 || (await Person.exists({ _id: personId, 'mutes.id': mute.id }).lean().exec()) !== null;
    },
    async unmute(personId: PersonId, id: PersonId): Promise<void> {
      await Person.updateOne({ _id: personId }, { $pull: { mutes: { id } } }).exec();
    },
    /** Nobody has muted them any more: what leads to somebody who is forgotten. */
    async unmuteForAll(id: PersonId): Promise<void> {
      await Person.updateMany({ 'mutes.id': id }, { $pull: { mutes: { id } } }).exec();
    },
    /** Those of some people who have muted an author. */
    async muting(personIds: readonly PersonId[], authorId: PersonId): Promise<Set<PersonId>> {
      const found = await Person.find({ 'mutes.id': authorId, _id: { $in: [...personIds] } }, { _id: 1 })
        .lean<{ _id: PersonId }[]>()
        .exec();
      return new Set(found.map(({ _id }) => _id));
    },
  };
}
