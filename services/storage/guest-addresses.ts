import type { SiteId } from '../../shared/ids.ts';
import type { PersonDoc, PersonModel } from './people.ts';

/** A guest with the address they gave with a comment, as it was seen. */
export type Addressed = Pick<PersonDoc, '_id' | 'email' | 'addressAt' | 'createdAt'>;

/** Guests with an address; an index holds these and no others. */
const WITH_ADDRESS = { kind: 'guest', email: { $gt: '' } } as const;
export const ADDRESS_INDEX = [
  { siteId: 1, addressAt: 1 },
  { name: 'guest_addresses', partialFilterExpression: WITH_ADDRESS },
] as const;

/** How the addresses that guests give with their comments go. Where mail goes is another matter: see person-mail.ts. */
export function guestAddressQueries(Person: PersonModel) {
  // Only as it was seen: whoever has given another address meanwhile, or become a reader, keeps it.
  const seen = ({ _id, email, addressAt }: Addressed) => ({
    ...{ _id, email, kind: 'guest' as const },
    addressAt: addressAt ?? { $exists: false },
  });
  return {
    /** Guests of a site with an address: first those of whom it is not known when they wrote last, then those known longest. */
    guestsWithAddress: (siteId: SiteId, limit: number): Promise<Addressed[]> =>
      Person.find({ siteId, ...WITH_ADDRESS }, { email: 1, addressAt: 1, createdAt: 1 })
        .sort({ addressAt: 1 })
        .limit(limit)
        .lean<Addressed[]>()
        .exec(),
    /** Says when they last wrote. */
    async keepAddress(guest: Addressed, addressAt: Date): Promise<void> {
      await Person.updateOne(seen(guest), { $set: { addressAt } }).exec();
    },
    /** Forgets the address; false if it is not as it was seen any more. */
    async forgetAddress(guest: Addressed): Promise<boolean> {
      const gone = { $set: { email: null }, $unset: { addressAt: 1 } } as const;
      return (await Person.updateOne(seen(guest), gone).exec()).matchedCount === 1;
    },
  };
}
