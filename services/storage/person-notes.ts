import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** What one moderator tells colleagues about a person; appended and never changed. */
export interface PersonNoteDoc {
  /** Follows from the Idempotency-Key where there is one. */
  _id: string;
  siteId: SiteId;
  personId: PersonId;
  at: Date;
  by: { id: string; name: string };
  text: string;
  /** Hash of who wrote with which Idempotency-Key; absent without a key. */
  idem?: string;
}

const noteSchema = new Schema<PersonNoteDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    personId: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    text: { type: String, required: true },
    idem: String,
  },
  { versionKey: false, strict: 'throw', collection: 'person_notes' },
);
noteSchema.index({ personId: 1, at: -1, _id: -1 }, { name: 'person_at' });
noteSchema.index({ idem: 1 }, { name: 'note_key', unique: true, partialFilterExpression: { idem: { $exists: true } } });

export function personNoteStore(connection: Connection) {
  const Note = connection.model('PersonNote', noteSchema);
  return {
    /** Appends; the same note again does nothing. 'key-reused': another one has its Idempotency-Key. */
    async append(note: PersonNoteDoc): Promise<'appended' | 'key-reused'> {
      try {
        await Note.create(note);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        if ((await Note.exists({ _id: note._id }).lean().exec()) === null) return 'key-reused';
      }
      return 'appended';
    },
    async removeOf(personId: PersonId): Promise<void> {
      await Note.deleteMany({ personId }).exec();
    },
    /** The newest first. */
    ofPerson: (personId: PersonId, limit: number): Promise<PersonNoteDoc[]> =>
      Note.find({ personId }).sort({ at: -1, _id: -1 }).limit(limit).lean<PersonNoteDoc[]>().exec(),
  };
}
