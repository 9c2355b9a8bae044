import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import { SIGN_IN_TRIES } from '../../shared/limits.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { Issuer } from './identities.ts';

/**
 * A way in that is good for a few minutes and for one browser: a letter that was sent, what a provider has said, or a site's token.
 * The secrets that open it follow from its id and the service's own key, so none is stored.
 */
export interface SignInDoc {
  _id: string;
  siteId: SiteId;
  issuer: Issuer;
  /** Who it is there; of a letter, the address. */
  subject: string;
  /** A mail address that is known to be theirs. */
  address: string | null;
  /** What the issuer calls them. */
  name: string | null;
  /** Language of the letter, BCP 47. */
  lang: string;
  /** The page of the site that a letter leads back to. */
  url: string | null;
  /** Thumbprint of the only key it is good for; absent where any will do. */
  keyOnly?: string;
  /** Codes that were tried. */
  tries: number;
  /** Thumbprint of the key it was used with. */
  usedBy?: string;
  at: Date;
  expiresAt: Date;
}

const signInSchema = new Schema<SignInDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    issuer: { type: String, required: true },
    subject: { type: String, required: true },
    address: { type: String, default: null },
    name: { type: String, default: null },
    lang: { type: String, required: true },
    url: { type: String, default: null },
    keyOnly: String,
    tries: { type: Number, required: true },
    usedBy: String,
    at: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'sign_ins' },
);
signInSchema.index({ siteId: 1, subject: 1 }, { name: 'subject' });
signInSchema.index({ expiresAt: 1 }, { name: 'expiry', expireAfterSeconds: 0 });

export type SignInStore = ReturnType<typeof signInStore>;

export function signInStore(connection: Connection) {
  const SignIn = connection.model('SignIn', signInSchema);
  return {
    byId: (id: string): Promise<SignInDoc | null> => SignIn.findById(id).lean<SignInDoc>().exec(),
    /** Inserts; the same id again is the same one, and does nothing. */
    async insert(doc: SignInDoc): Promise<void> {
      try {
        await SignIn.create(doc);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /**
     * Counts one code that is tried, before it is looked at: however many come at once, no more than five are.
     * @returns null if none may be tried any more
     */
    tryCode: (id: string, { siteId, at }: { siteId: SiteId; at: Date }): Promise<SignInDoc | null> =>
      SignIn.findOneAndUpdate(
        { _id: id, siteId, issuer: 'mail', expiresAt: { $gt: at }, tries: { $lt: SIGN_IN_TRIES } },
        { $inc: { tries: 1 } },
        { returnDocument: 'after' },
      )
        .lean<SignInDoc>()
        .exec(),
    /**
     * Uses it up for one key; with the same one it may be used again, since an answer may be lost. A code that was right is none
     * that was tried in vain.
     * @returns null if it is another key's, or too late
     */
    use: (
      id: string,
      { siteId, thumbprint, code, at }: { siteId: SiteId; thumbprint: string; code: boolean; at: Date },
    ): Promise<SignInDoc | null> =>
      SignIn.findOneAndUpdate(
        {
          ...{ _id: id, siteId, expiresAt: { $gt: at } },
          usedBy: { $in: [null, thumbprint] },
          keyOnly: { $in: [null, thumbprint] },
        },
        { $set: { usedBy: thumbprint }, ...(code ? { $inc: { tries: -1 } } : {}) },
        { returnDocument: 'after' },
      )
        .lean<SignInDoc>()
        .exec(),
    /** Deletes what somebody may still sign in by with an address. */
    async removeOf(siteId: SiteId, subject: string): Promise<void> {
      await SignIn.deleteMany({ siteId, subject }).exec();
    },
  };
}
