import { Schema, type Connection } from 'mongoose';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { SanctionKind } from '../../shared/people.ts';
import { duplicateKey } from './duplicate-key.ts';
import { ADDRESS_INDEX, guestAddressQueries } from './guest-addresses.ts';
import { literally } from './literally.ts';
import { muteQueries, type Mute } from './mutes.ts';
import { personMailQueries, type PersonMail } from './person-mail.ts';
import { behind, type Place } from './place.ts';
import type { SanctionAct } from './sanctions.ts';

/** What moderators have done about a person and what counts until it ends. */
export interface Sanction {
  id: string;
  kind: SanctionKind;
  at: Date;
  by: { id: string; name: string };
  codes: ReasonCode[];
  /** To the person. */
  note: string | null;
  /** Null where it has no end of its own. */
  until: Date | null;
  /** What it was given for. */
  commentId: CommentId;
  rev: number;
}

/**
 * The sanctions of a person. They are here, and not looked up, because every post asks for them; what was done is in the outbox
 * of the same write, and from there in the collection of sanctions, for good.
 */
export interface Sanctions {
  /** +1 with every act: what a moderator saw, and the place of the act. */
  v: number;
  /** One of each kind at most. What has expired stays until the next act. */
  standing: Sanction[];
  /** When something was last done, while anything stands. */
  listedAt?: Date;
  outbox: SanctionAct[];
  /** Present only while the outbox is not empty. */
  outboxAt?: Date;
}

/** A name a person has used. */
export interface UsedName {
  name: string;
  /** What it looks like letter by letter, for finding it (see comments/names.ts). */
  key: string;
  at: Date;
}

/** A reader of one site. A guest has no more than what they typed with their last comment; a reader has signed in. */
export interface PersonDoc {
  _id: PersonId;
  siteId: SiteId;
  kind: 'guest' | 'reader';
  /** Of a guest, what they typed last; of a reader, their own. */
  name: string | null;
  email: string | null;
  /** Of a guest with an address, when they were last seen to have written; only kept where the site forgets addresses. */
  addressAt?: Date;
  createdAt: Date;
  /** The newest last; absent for who has not written since names are kept. */
  names?: UsedName[];
  /** Absent for whom nothing was ever done about. */
  sanctions?: Sanctions;
  /** Absent for whom no mail goes to. */
  mail?: PersonMail;
  /** Absent for who has muted nobody. */
  mutes?: Mute[];
  /** When they asked to be forgotten; absent for everybody else. Nothing may be learnt of them from then on. */
  forgottenAt?: Date;
}

const NAMES_KEPT = 20;

const personSchema = new Schema<PersonDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    kind: { type: String, required: true },
    name: { type: String, default: null },
    email: { type: String, default: null },
    addressAt: Date,
    createdAt: { type: Date, required: true },
    names: { type: Schema.Types.Mixed, default: undefined },
    sanctions: Schema.Types.Mixed,
    mail: Schema.Types.Mixed,
    mutes: { type: Schema.Types.Mixed, default: undefined },
    forgottenAt: Date,
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'people' },
);
const having = (path: string) => ({ partialFilterExpression: { [path]: { $exists: true } } });
personSchema.index({ siteId: 1, 'names.key': 1 }, { name: 'names', ...having('names') });
personSchema.index(
  { siteId: 1, 'sanctions.listedAt': -1, _id: -1 },
  { name: 'sanctioned', ...having('sanctions.listedAt') },
);
personSchema.index({ 'mutes.id': 1 }, { name: 'muted', ...having('mutes.id') });
personSchema.index({ 'sanctions.outboxAt': 1 }, { name: 'sanction_outbox', ...having('sanctions.outboxAt') });
personSchema.index({ siteId: 1, 'mail.key': 1 }, { name: 'mail', ...having('mail.key') });
personSchema.index(
  { 'mail.bouncedAt': 1 },
  { name: 'mail_bounced', partialFilterExpression: { 'mail.state': 'bounced' } },
);
personSchema.index({ 'mail.askedAt': 1 }, { name: 'mail_asked', partialFilterExpression: { 'mail.state': 'asked' } });

personSchema.index(...ADDRESS_INDEX);

export type PeopleStore = ReturnType<typeof peopleStore>;

const modelOver = (connection: Connection) => connection.model('Person', personSchema);
export type PersonModel = ReturnType<typeof modelOver>;

export function peopleStore(connection: Connection) {
  const Person = modelOver(connection);
  return {
    ...personMailQueries(Person),
    ...muteQueries(Person),
    ...guestAddressQueries(Person),
    byId: (id: PersonId): Promise<PersonDoc | null> => Person.findById(id).lean<PersonDoc>().exec(),
    siteOf: async (id: PersonId): Promise<SiteId | null> =>
      (await Person.findById(id, { siteId: 1 }).lean<Pick<PersonDoc, 'siteId'>>().exec())?.siteId ?? null,
    byIds: (ids: PersonId[]): Promise<PersonDoc[]> =>
      Person.find({ _id: { $in: ids } })
        .lean<PersonDoc[]>()
        .exec(),
    /** Inserts; the same id again is the same guest and does nothing. */
    async insert(doc: PersonDoc): Promise<void> {
      try {
        await Person.create(doc);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /** Remembers what a guest typed; an omitted e-mail address keeps the one there was. `used` is a name that is new to them. */
    async setIdentity(
      id: PersonId,
      { name, email, used }: { name: string; email: string | undefined; used: UsedName | null },
    ): Promise<void> {
      await Person.updateOne(
        { _id: id, forgottenAt: { $exists: false } },
        {
          $set: email === undefined ? { name } : { name, email },
          ...(used === null ? {} : { $push: { names: { $each: [used], $slice: -NAMES_KEPT } } }),
        },
      ).exec();
    },
    /** Makes a reader of a guest, who stays the same person. */
    async becomeReader(id: PersonId): Promise<void> {
      await Person.updateOne({ _id: id, forgottenAt: { $exists: false } }, { $set: { kind: 'reader' } }).exec();
    },
    /**
     * Empties a person of all that tells who they are; for good. What stays is the random id, the site, and how many acts there
     * were about them.
     */
    async forget(id: PersonId, at: Date): Promise<void> {
      await Person.updateOne(
        { _id: id, forgottenAt: { $exists: false } },
        { $set: { name: null, email: null, forgottenAt: at }, $unset: { addressAt: 1, names: 1, mutes: 1, mail: 1 } },
      ).exec();
      await Person.updateOne(
        { _id: id, sanctions: { $exists: true } },
        { $set: { 'sanctions.standing': [] }, $unset: { 'sanctions.listedAt': 1 } },
      ).exec();
    },

    /** People of a site one of whose names begins so, in no order. `key` holds letters, digits and symbols only. */
    named: (siteId: SiteId, key: string, limit: number): Promise<PersonDoc[]> =>
      Person.find({ siteId, 'names.key': { $regex: `^${literally(key)}` }, names: { $exists: true } })
        .limit(limit)
        .lean<PersonDoc[]>()
        .exec(),
    /** People of a site about whom something stands, or stood until it expired; the latest first. */
    sanctioned(siteId: SiteId, { place, limit }: { place: Place | null; limit: number }): Promise<PersonDoc[]> {
      return Person.find({
        siteId,
        'sanctions.listedAt': { $exists: true },
        ...behind<PersonDoc>('sanctions.listedAt', place),
      })
        .sort({ 'sanctions.listedAt': -1, _id: -1 })
        .limit(limit)
        .lean<PersonDoc[]>()
        .exec();
    },

    /**
     * The one way a person's sanctions change: applies only if nothing was done since `act.seq - 1`.
     * @returns the person after the update; null if somebody was faster
     */
    sanction: (id: PersonId, standing: Sanction[], act: SanctionAct): Promise<PersonDoc | null> =>
      Person.findOneAndUpdate(
        { _id: id, ...(act.seq === 1 ? { sanctions: { $exists: false } } : { 'sanctions.v': act.seq - 1 }) },
        {
          $set: {
            'sanctions.v': act.seq,
            'sanctions.standing': standing,
            'sanctions.outboxAt': act.at,
            ...(standing.length === 0 ? {} : { 'sanctions.listedAt': act.at }),
          },
          $push: { 'sanctions.outbox': act },
          ...(standing.length === 0 ? { $unset: { 'sanctions.listedAt': 1 } } : {}),
        },
        { returnDocument: 'after' },
      )
        .lean<PersonDoc>()
        .exec(),
    /** People whose outbox has waited since before `until`, oldest first. */
    withSanctionOutbox: (until: Date, limit: number): Promise<PersonDoc[]> =>
      Person.find({ 'sanctions.outboxAt': { $lte: until } })
        .sort({ 'sanctions.outboxAt': 1 })
        .limit(limit)
        .lean<PersonDoc[]>()
        .exec(),
    /** Takes acts that are kept elsewhere now out of the outbox; `outboxAt` goes with the last one. */
    async clearSanctionOutbox(id: PersonId, actIds: string[]): Promise<void> {
      await Person.updateOne({ _id: id }, { $pull: { 'sanctions.outbox': { _id: { $in: actIds } } } }).exec();
      await Person.updateOne(
        { _id: id, 'sanctions.outbox': { $size: 0 } },
        { $unset: { 'sanctions.outboxAt': 1 } },
      ).exec();
    },
  };
}
