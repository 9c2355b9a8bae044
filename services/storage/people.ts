import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** A reader of one site. A guest has no more than what they typed with their last comment. */
export interface PersonDoc {
  _id: PersonId;
  siteId: SiteId;
  kind: 'guest';
  name: string | null;
  email: string | null;
  createdAt: Date;
}

const personSchema = new Schema<PersonDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    kind: { type: String, required: true },
    name: { type: String, default: null },
    email: { type: String, default: null },
    createdAt: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'people' },
);

export function peopleStore(connection: Connection) {
  const Person = connection.model('Person', personSchema);
  return {
    byId: (id: PersonId): Promise<PersonDoc | null> => Person.findById(id).lean<PersonDoc>().exec(),
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
    /** Remembers what a guest typed; an omitted e-mail address keeps the one there was. */
    async setIdentity(id: PersonId, { name, email }: { name: string; email: string | undefined }): Promise<void> {
      await Person.updateOne({ _id: id }, { $set: email === undefined ? { name } : { name, email } }).exec();
    },
  };
}
