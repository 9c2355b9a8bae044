import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { MailView } from '../../shared/mail.ts';
import type { PersonDoc, PersonModel } from './people.ts';

/** Where a person wants mail to go, and how. */
export interface PersonMail extends Pick<MailView, 'frequency' | 'dailyAt' | 'quiet' | 'timeZone' | 'news'> {
  /** In its normal form (shared/address.ts). */
  address: string;
  /** Stands for the address at this site: people with the same one are one reader as far as mail is concerned. */
  key: string;
  /** asked: whether it is theirs, in the letter of `askedAt`; bounced: mail to it came back. */
  state: 'asked' | 'confirmed' | 'bounced';
  askedAt: Date;
  confirmedAt?: Date;
  bouncedAt?: Date;
  /** Language of their letters, BCP 47. */
  lang: string;
}

/** How mail is to come, which changes nothing about where it goes. */
export type MailManner = Pick<PersonMail, 'frequency' | 'dailyAt' | 'quiet' | 'timeZone' | 'news' | 'lang'>;

export function personMailQueries(Person: PersonModel) {
  const living = { forgottenAt: { $exists: false } };
  return {
    /** Puts an address in the place of whichever there was. */
    async setMail(id: PersonId, mail: PersonMail): Promise<void> {
      await Person.updateOne({ _id: id, ...living }, { $set: { mail } }).exec();
    },
    /** Changes how mail comes to somebody who has an address. */
    async setMailManner(id: PersonId, manner: Partial<MailManner>): Promise<void> {
      const set = Object.fromEntries(Object.entries(manner).map(([name, value]) => [`mail.${name}`, value]));
      await Person.updateOne({ _id: id, mail: { $exists: true } }, { $set: set }).exec();
    },
    /** Says that an address was asked about again; false if it is not asked about any more. */
    async askMailAgain(id: PersonId, key: string, at: Date): Promise<boolean> {
      const asked = { _id: id, 'mail.key': key, 'mail.state': 'asked' } as const;
      return (await Person.updateOne(asked, { $set: { 'mail.askedAt': at } }).exec()).matchedCount === 1;
    },
    /** Takes an address for theirs; false if it is not asked about any more, or again. */
    async confirmMail(id: PersonId, key: string, at: Date): Promise<boolean> {
      const asked = { _id: id, 'mail.key': key, 'mail.state': 'asked' } as const;
      const set = { 'mail.state': 'confirmed', 'mail.confirmedAt': at };
      return (await Person.updateOne(asked, { $set: set }).exec()).matchedCount === 1;
    },
    async removeMail(id: PersonId): Promise<void> {
      await Person.updateOne({ _id: id, mail: { $exists: true } }, { $unset: { mail: 1 } }).exec();
    },
    /** Everybody of a site who has given an address, whether it is confirmed or not. */
    withMailKey: (siteId: SiteId, key: string): Promise<PersonDoc[]> =>
      Person.find({ siteId, 'mail.key': key }).lean<PersonDoc[]>().exec(),
    /** The address is kept for nobody any more who has confirmed it. */
    async removeMailOfKey(siteId: SiteId, key: string): Promise<void> {
      const those = { siteId, 'mail.key': key, 'mail.state': { $ne: 'asked' } } as const;
      await Person.updateMany(those, { $unset: { mail: 1 } }).exec();
    },
    /** Mail to an address came back: no more goes there, whoever has given it. */
    async bounceMail(siteId: SiteId, key: string, at: Date): Promise<void> {
      const set = { 'mail.state': 'bounced', 'mail.bouncedAt': at };
      await Person.updateMany({ siteId, 'mail.key': key }, { $set: set }).exec();
    },
    /** Forgets addresses that were asked about before `until` and not confirmed since. */
    async forgetUnconfirmed(until: Date): Promise<void> {
      const those = { 'mail.state': 'asked', 'mail.askedAt': { $lt: until } } as const;
      await Person.updateMany(those, { $unset: { mail: 1 } }).exec();
    },
    /** Forgets addresses from which mail came back before `until`. */
    async forgetBounced(until: Date): Promise<void> {
      const those = { 'mail.state': 'bounced', 'mail.bouncedAt': { $lt: until } } as const;
      await Person.updateMany(those, { $unset: { mail: 1 } }).exec();
    },
  };
}
