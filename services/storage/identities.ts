import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** Who says that somebody is who they are: their own mailbox, the site, or a provider of accounts by its id. */
export type Issuer = 'mail' | 'site' | `oidc:${string}`;

/** What proves who a reader is. One person may have several; one of these is one person's for good. */
export interface IdentityDoc {
  /** Site, issuer, and a keyed hash of who it is there. */
  _id: string;
  siteId: SiteId;
  personId: PersonId;
  issuer: Issuer;
  /** The mailbox, where that is what proves it. */
  address: string | null;
  /** The guest that this made a reader; unique, so that a guest becomes one reader however many sign in at once. */
  became?: PersonId;
  at: Date;
}

const identitySchema = new Schema<IdentityDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    personId: { type: String, required: true },
    issuer: { type: String, required: true },
    address: { type: String, default: null },
    became: String,
    at: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'identities' },
);
identitySchema.index({ personId: 1 }, { name: 'person' });
identitySchema.index(
  { became: 1 },
  { name: 'became', unique: true, partialFilterExpression: { became: { $exists: true } } },
);

export type IdentityStore = ReturnType<typeof identityStore>;

export function identityStore(connection: Connection) {
  const Identity = connection.model('Identity', identitySchema);
  return {
    byId: (id: string): Promise<IdentityDoc | null> => Identity.findById(id).lean<IdentityDoc>().exec(),
    /** The oldest first. */
    ofPerson: (personId: PersonId): Promise<IdentityDoc[]> =>
      Identity.find({ personId }).sort({ at: 1 }).lean<IdentityDoc[]>().exec(),
    /** Inserts; says what stood in the way: that it is known, or that its guest is another reader by now. */
    async insert(doc: IdentityDoc): Promise<'inserted' | 'known' | 'guest-taken'> {
      try {
        await Identity.create(doc);
        return 'inserted';
      } catch (error) {
        const fields = duplicateKey(error);
        if (fields === null) throw error;
        return fields.includes('became') ? 'guest-taken' : 'known';
      }
    },
    /** Takes one away from a person; if it is somebody else's by now, that stays. */
    async remove({ _id, personId }: Pick<IdentityDoc, '_id' | 'personId'>): Promise<void> {
      await Identity.deleteOne({ _id, personId }).exec();
    },
  };
}
