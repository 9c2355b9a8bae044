import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

type Member = { id: string; name: string };

/** A key that a site's own server signs tokens with. */
export interface SiteKey {
  kid: string;
  alg: 'HS256' | 'EdDSA';
  /** HS256: the secret, sealed. */
  secret?: string;
  /** EdDSA: the public key's bytes on Ed25519, base64url. */
  x?: string;
  at: Date;
  by: Member;
  revoked?: { at: Date; by: Member };
}

/** A provider of accounts that readers of a site may sign in with (OpenID Connect). */
export interface SiteProvider {
  id: string;
  name: string;
  /** Address under which it describes itself. */
  issuer: string;
  clientId: string;
  /** Sealed; null for a client that has none. */
  clientSecret: string | null;
  at: Date;
  by: Member;
}

/** Where readers of a site may have accounts besides here. */
export interface SiteAccountsDoc {
  _id: SiteId;
  /** +1 with every change. */
  v: number;
  /** In the order in which they were added; those that were revoked stay, for whoever asks. */
  keys: SiteKey[];
  providers: SiteProvider[];
}

const siteAccountsSchema = new Schema<SiteAccountsDoc>(
  {
    _id: { type: String, required: true },
    v: { type: Number, required: true },
    keys: { type: Schema.Types.Mixed, required: true },
    providers: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'site_accounts' },
);

export type SiteAccountsStore = ReturnType<typeof siteAccountsStore>;

export function siteAccountsStore(connection: Connection) {
  const Accounts = connection.model('SiteAccounts', siteAccountsSchema);
  return {
    bySite: (siteId: SiteId): Promise<SiteAccountsDoc | null> =>
      Accounts.findById(siteId).lean<SiteAccountsDoc>().exec(),
    /** Puts a site's accounts in the place of those of the version before; false if somebody was faster. */
    async put(doc: SiteAccountsDoc): Promise<boolean> {
      const { _id, ...rest } = doc;
      try {
        if (doc.v === 1) await Accounts.create(doc);
        else return (await Accounts.updateOne({ _id, v: doc.v - 1 }, { $set: rest }).exec()).matchedCount === 1;
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        return false;
      }
      return true;
    },
  };
}
