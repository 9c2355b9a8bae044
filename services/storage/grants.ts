import { Schema, type Connection } from 'mongoose';
import type { Role, Scope } from '../../shared/identity.ts';
import { duplicateKey } from './duplicate-key.ts';

/**
 * Proof that somebody is or may do something: a guest's or moderator's session, a link that makes a moderator, a ticket
 * for the socket, a challenge that is to be met, work that was done. Only a hash of the secret is stored.
 */
export interface GrantDoc {
  /** SHA-256 of the secret, base64url. */
  _id: string;
  kind:
    'guest' | 'session' | 'setup' | 'invite' | 'ticket' | 'second-step' | 'passkey' | 'new-passkey' | 'proof-of-work';
  /** Person or moderator it stands for; for a link, the moderator it has made. */
  subjectId: string | null;
  siteId: string | null;
  /** Of an invitation: who has made it, the role it gives, and the sites, left out for all there are. */
  invite?: { by: { id: string; name: string }; role: Role; sites?: NonNullable<Scope> };
  /** Of a moderator's session: what it was begun with. */
  agent?: { browser: string | null; system: string | null };
  /** Of a moderator's session: when its holder last proved to be who they are. */
  provenAt?: Date;
  /** Of a moderator's session: when something was last asked in it, to five minutes. */
  seenAt?: Date;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
}

const grantSchema = new Schema<GrantDoc>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    subjectId: { type: String, default: null },
    siteId: { type: String, default: null },
    invite: Schema.Types.Mixed,
    agent: Schema.Types.Mixed,
    provenAt: Date,
    seenAt: Date,
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    usedAt: { type: Date, default: null },
  },
  { versionKey: false, strict: 'throw', collection: 'grants' },
);
// A day later than needed, so that an expired token can still be told from a forged one.
grantSchema.index({ kind: 1, usedAt: 1 }, { name: 'unused' });
grantSchema.index({ subjectId: 1 }, { name: 'subject' });
grantSchema.index({ expiresAt: 1 }, { name: 'expiry', expireAfterSeconds: 86_400 });

export function grantStore(connection: Connection) {
  const Grant = connection.model('Grant', grantSchema);
  return {
    byHash: (hash: string): Promise<GrantDoc | null> => Grant.findById(hash).lean<GrantDoc>().exec(),
    byHashes: (hashes: readonly string[]): Promise<GrantDoc[]> =>
      Grant.find({ _id: { $in: hashes } })
        .lean<GrantDoc[]>()
        .exec(),
    /** Inserts; the same secret again does nothing. */
    async insert(doc: GrantDoc): Promise<void> {
      try {
        await Grant.create(doc);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /** Uses up a one-time grant for `subjectId`: only one caller ever gets it. */
    use: (
      hash: string,
      kind: GrantDoc['kind'],
      { subjectId, at }: { subjectId?: string; at: Date },
    ): Promise<GrantDoc | null> =>
      Grant.findOneAndUpdate(
        { _id: hash, kind, usedAt: null, expiresAt: { $gt: at } },
        { $set: { usedAt: at, ...(subjectId === undefined ? {} : { subjectId }) } },
        { returnDocument: 'after' },
      )
        .lean<GrantDoc>()
        .exec(),
    async remove(hash: string): Promise<void> {
      await Grant.deleteOne({ _id: hash }).exec();
    },
    /** Sessions of a moderator that have not expired, the one used last first. */
    sessionsOf: (subjectId: string, at: Date): Promise<GrantDoc[]> =>
      Grant.find({ subjectId, kind: 'session', expiresAt: { $gt: at } })
        .sort({ seenAt: -1 })
        .lean<GrantDoc[]>()
        .exec(),
    /** Notes what became of a session meanwhile. */
    async touch(hash: string, now: { provenAt: Date } | { seenAt: Date }): Promise<void> {
      await Grant.updateOne({ _id: hash }, { $set: now }).exec();
    },
    /** Ends everything that stands for a person. */
    async removeOf(subjectId: string): Promise<void> {
      await Grant.deleteMany({ subjectId }).exec();
    },
    /** Unused links of a kind end, so that only the newest printed link works. */
    async removeUnused(kind: GrantDoc['kind']): Promise<void> {
      await Grant.deleteMany({ kind, usedAt: null }).exec();
    },
  };
}
