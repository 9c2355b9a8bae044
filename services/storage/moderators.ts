import { Schema, type Connection, type Model, type QueryFilter, type UpdateQuery } from 'mongoose';
import type { ModeratorId } from '../../shared/ids.ts';
import type { Role, Scope } from '../../shared/identity.ts';
import { duplicateKey } from './duplicate-key.ts';

/** A passkey: the public half of a key pair whose private half never leaves its device or the owner's keychain. */
export interface Passkey {
  /** The credential's own id, base64url. */
  id: string;
  name: string;
  /** COSE_Key, base64url. */
  publicKey: string;
  /** How often it was used, as it says itself; stays 0 where it does not count. */
  counter: number;
  transports: string[];
  createdAt: Date;
  usedAt: Date | null;
}

/** How a member signs in beside the password. It stands with the member, so that whatever changes of it is one write. */
interface Factors {
  /** Confirmed by a code. The secret is sealed (sealed.ts); codes up to `lastStep` were used. */
  totp?: { secret: string; lastStep: number; since: Date };
  /** Shown to somebody who has not confirmed it yet. */
  totpDraft?: { secret: string; at: Date };
  passkeys?: Passkey[];
  /** Hashes of the recovery codes that are left. */
  recovery?: string[];
  /** Sessions that began until then are over, but for one, by the hash of its secret. */
  ended?: SessionsEnded;
}

export interface SessionsEnded {
  at: Date;
  but: string | null;
}

export interface ModeratorDoc extends Factors {
  _id: ModeratorId;
  name: string;
  /** What the name looks like, for telling names apart (see comments/names.ts); unique. */
  nameKey: string;
  /** The role they began with; which one they have is in team_changes. */
  role: Role;
  /** The sites they began with; left out for all there are. */
  sites?: NonNullable<Scope>;
  /** Null once they were removed. */
  password: string | null;
  createdAt: Date;
  /** Who has invited them; left out on the first, whom nobody has. */
  invitedBy?: { id: string; name: string };
  /** When they last asked for anything, to five minutes. */
  seenAt?: Date;
  /** Only on the one made by the link of the first start; unique, so that two links make one owner. */
  first?: true;
  /** Hash of the link this one was made by; unique, so that a link makes one moderator however often it is sent. */
  link?: string;
}

const moderatorSchema = new Schema<ModeratorDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    nameKey: { type: String, required: true },
    role: { type: String, required: true },
    sites: { type: [String], default: undefined },
    password: { type: String, default: null },
    createdAt: { type: Date, required: true },
    invitedBy: Schema.Types.Mixed,
    seenAt: Date,
    first: Boolean,
    link: String,
    totp: Schema.Types.Mixed,
    totpDraft: Schema.Types.Mixed,
    passkeys: { type: [Schema.Types.Mixed], default: undefined },
    recovery: { type: [String], default: undefined },
    ended: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', collection: 'moderators' },
);
moderatorSchema.index({ nameKey: 1 }, { name: 'name', unique: true });
moderatorSchema.index(
  { first: 1 },
  { name: 'first', unique: true, partialFilterExpression: { first: { $exists: true } } },
);
moderatorSchema.index(
  { link: 1 },
  { name: 'link', unique: true, partialFilterExpression: { link: { $exists: true } } },
);

export function moderatorStore(connection: Connection) {
  const Moderator = connection.model('Moderator', moderatorSchema);
  return {
    byId: (id: ModeratorId): Promise<ModeratorDoc | null> => Moderator.findById(id).lean<ModeratorDoc>().exec(),
    byIds: (ids: readonly ModeratorId[]): Promise<ModeratorDoc[]> =>
      Moderator.find({ _id: { $in: ids } })
        .lean<ModeratorDoc[]>()
        .exec(),
    byNameKey: (nameKey: string): Promise<ModeratorDoc | null> =>
      Moderator.findOne({ nameKey }).lean<ModeratorDoc>().exec(),
    nameKeys: async (): Promise<string[]> =>
      (await Moderator.find({}, { nameKey: 1 }).lean<{ nameKey: string }[]>().exec()).map((doc) => doc.nameKey),
    /** How many there are, without those who were removed. */
    count: (): Promise<number> => Moderator.countDocuments({ password: { $ne: null } }).exec(),
    all: (): Promise<ModeratorDoc[]> => Moderator.find({}).lean<ModeratorDoc[]>().exec(),
    any: async (): Promise<boolean> => (await Moderator.exists({}).exec()) !== null,
    /** Inserts; says which unique field stood in the way, if one did. */
    async insert(doc: ModeratorDoc): Promise<'inserted' | 'name-taken' | 'link-used'> {
      try {
        await Moderator.create(doc);
        return 'inserted';
      } catch (error) {
        const fields = duplicateKey(error);
        if (fields === null) throw error;
        return fields.includes('nameKey') ? 'name-taken' : 'link-used';
      }
    },
    async seen(id: ModeratorId, at: Date): Promise<void> {
      await Moderator.updateOne({ _id: id }, { $max: { seenAt: at } }).exec();
    },
    /** Leaves nothing to sign in with, and the name to others. The document stays, for whoever asks who that was. */
    async retire(id: ModeratorId): Promise<void> {
      const $unset = { totp: 1, totpDraft: 1, passkeys: 1, recovery: 1 };
      const $set = { nameKey: `removed:${id}`, password: null };
      await Moderator.updateOne({ _id: id }, { $set, $unset }).exec();
    },
    ...factorQueries(Moderator),
  };
}

/** What each of these asks of the document as it is makes it happen once, whoever else is at it. */
function factorQueries(Moderator: Pick<Model<ModeratorDoc>, 'updateOne'>) {
  const change = async (filter: QueryFilter<ModeratorDoc>, update: UpdateQuery<ModeratorDoc>): Promise<boolean> =>
    (await Moderator.updateOne(filter, update).exec()).matchedCount === 1;
  return {
    /** Another password, if it is still the one that was given; false if not. */
    setPassword: (_id: ModeratorId, from: string, to: string, ended: SessionsEnded): Promise<boolean> =>
      change({ _id, password: from }, { $set: { password: to, ended } }),
    endSessions: (_id: ModeratorId, ended: SessionsEnded): Promise<boolean> => change({ _id }, { $set: { ended } }),
    draftTotp: (_id: ModeratorId, totpDraft: NonNullable<Factors['totpDraft']>): Promise<boolean> =>
      change({ _id }, { $set: { totpDraft } }),
    /** What was drafted counts from now on, with a set of recovery codes if one is given. */
    setTotp: (_id: ModeratorId, totp: NonNullable<Factors['totp']>, recovery: string[] | null): Promise<boolean> =>
      change(
        { _id, 'totpDraft.secret': totp.secret },
        { $set: { totp, ...(recovery === null ? {} : { recovery }) }, $unset: { totpDraft: 1 } },
      ),
    /** Uses up a code; false if it, or a later one, was used before. */
    useTotp: (_id: ModeratorId, secret: string, step: number): Promise<boolean> =>
      change({ _id, 'totp.secret': secret, 'totp.lastStep': { $lt: step } }, { $set: { 'totp.lastStep': step } }),
    /** @param isLast whether no second factor is left then, and the recovery codes go with it */
    dropTotp: (_id: ModeratorId, isLast: boolean): Promise<boolean> =>
      change({ _id }, { $unset: { totp: 1, totpDraft: 1, ...(isLast ? { recovery: 1 } : {}) } }),
    setRecovery: (_id: ModeratorId, recovery: string[]): Promise<boolean> => change({ _id }, { $set: { recovery } }),
    /** Uses up a recovery code; false if it is not, or no longer, there. */
    useRecovery: (_id: ModeratorId, hash: string): Promise<boolean> =>
      change({ _id, recovery: hash }, { $pull: { recovery: hash } }),
    /** Adds a passkey; false if it is there already, or there are as many as may be. */
    addPasskey: (
      _id: ModeratorId,
      passkey: Passkey,
      { recovery, most }: { recovery: string[] | null; most: number },
    ): Promise<boolean> =>
      change(
        { _id, 'passkeys.id': { $ne: passkey.id }, [`passkeys.${String(most - 1)}`]: { $exists: false } },
        { $push: { passkeys: passkey }, ...(recovery === null ? {} : { $set: { recovery } }) },
      ),
    /** Notes that a passkey was used; false if it counted otherwise meanwhile, or is gone. */
    usePasskey: (_id: ModeratorId, { id, counter }: Passkey, now: { counter: number; at: Date }): Promise<boolean> =>
      change(
        { _id, passkeys: { $elemMatch: { id, counter } } },
        { $set: { 'passkeys.$.counter': now.counter, 'passkeys.$.usedAt': now.at } },
      ),
    dropPasskey: (_id: ModeratorId, id: string, isLast: boolean): Promise<boolean> =>
      change({ _id }, { $pull: { passkeys: { id } }, ...(isLast ? { $unset: { recovery: 1 } } : {}) }),
    /** The password alone lets them in again, and every session is over. */
    resetFactors: (_id: ModeratorId, ended: SessionsEnded): Promise<boolean> =>
      change({ _id }, { $set: { ended }, $unset: { totp: 1, totpDraft: 1, passkeys: 1, recovery: 1 } }),
  };
}
