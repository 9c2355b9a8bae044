import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { Issuer } from './identities.ts';

/** A browser in which a reader is signed in. There is no secret in it: whoever has the private half of its key is that browser. */
export interface ReaderSessionDoc {
  _id: string;
  siteId: SiteId;
  personId: PersonId;
  /** Coordinates of the public key on P-256, base64url; gone once it has ended. */
  key?: { x: string; y: string };
  /** What it was signed in by. */
  issuer: Issuer;
  /** Such as "Firefox" and "Android"; nothing that tells one from another. */
  browser: string | null;
  system: string | null;
  createdAt: Date;
  /** When it last had an access token made. */
  usedAt: Date;
  expiresAt: Date;
  /** When somebody ended it. It stays for an hour, so that every process hears of it, and nothing brings it back. */
  endedAt?: Date;
}

const ENDED_KEPT_MS = 3_600_000;

const readerSessionSchema = new Schema<ReaderSessionDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    personId: { type: String, required: true },
    key: Schema.Types.Mixed,
    issuer: { type: String, required: true },
    browser: { type: String, default: null },
    system: { type: String, default: null },
    createdAt: { type: Date, required: true },
    usedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    endedAt: Date,
  },
  { versionKey: false, strict: 'throw', collection: 'reader_sessions' },
);
readerSessionSchema.index({ personId: 1, usedAt: -1 }, { name: 'person' });
readerSessionSchema.index({ endedAt: 1 }, { name: 'ended', partialFilterExpression: { endedAt: { $exists: true } } });
readerSessionSchema.index({ expiresAt: 1 }, { name: 'expiry', expireAfterSeconds: 0 });

export type ReaderSessionStore = ReturnType<typeof readerSessionStore>;

export function readerSessionStore(connection: Connection) {
  const Session = connection.model('ReaderSession', readerSessionSchema);
  const open = { endedAt: { $exists: false } };
  const endedAt = (at: Date) => ({
    $set: { endedAt: at, expiresAt: new Date(at.getTime() + ENDED_KEPT_MS), browser: null, system: null },
    $unset: { key: 1 },
  });
  return {
    byId: (id: string): Promise<ReaderSessionDoc | null> => Session.findById(id).lean<ReaderSessionDoc>().exec(),
    byIds: (ids: readonly string[]): Promise<ReaderSessionDoc[]> =>
      Session.find({ _id: { $in: ids } })
        .lean<ReaderSessionDoc[]>()
        .exec(),
    /** Inserts; the same id again is the same session, as it is by now. */
    async insert(doc: ReaderSessionDoc): Promise<void> {
      try {
        await Session.create(doc);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /** Notes that it was used, which makes it last; false if it has ended. */
    async use(id: string, { at, expiresAt }: { at: Date; expiresAt: Date }): Promise<boolean> {
      const used = { $max: { usedAt: at, expiresAt } };
      return (await Session.updateOne({ _id: id, ...open, expiresAt: { $gt: at } }, used).exec()).matchedCount === 1;
    },
    /** Those of a person that hold, the last used first. */
    ofPerson: (personId: PersonId, { now, limit }: { now: Date; limit: number }): Promise<ReaderSessionDoc[]> =>
      Session.find({ personId, ...open, expiresAt: { $gt: now } })
        .sort({ usedAt: -1 })
        .limit(limit)
        .lean<ReaderSessionDoc[]>()
        .exec(),
    /** Ends one of a person's; false if they have, and had lately, none of this id. */
    async end(id: string, personId: PersonId, at: Date): Promise<boolean> {
      if ((await Session.updateOne({ _id: id, personId, ...open }, endedAt(at)).exec()).matchedCount === 1) return true;
      return (await Session.exists({ _id: id, personId }).exec()) !== null;
    },
    /** Ends all of a person's but one. */
    async endAll(personId: PersonId, { but, at }: { but: string | null; at: Date }): Promise<void> {
      await Session.updateMany({ personId, _id: { $ne: but }, ...open }, endedAt(at)).exec();
    },
    /** Ids of those that have ended since then, at most an hour ago. */
    endedSince: async (since: Date): Promise<string[]> =>
      (
        await Session.find({ endedAt: { $gte: since } }, { _id: 1 })
          .lean<{ _id: string }[]>()
          .exec()
      ).map(({ _id }) => _id),
  };
}
