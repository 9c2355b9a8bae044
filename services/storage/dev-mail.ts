import { Schema, type Connection } from 'mongoose';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** A mail that was never sent: where there is no mail server, developers read it on the service itself. */
export interface DevMailDoc {
  /** Its Message-ID without angle brackets. */
  _id: string;
  at: Date;
  /** Left out on those from before that was kept. */
  siteId?: SiteId;
  to: string;
  /** Whom it is for; several where they share the address, nobody where it is to the team or to whoever signs in. */
  personIds: PersonId[];
  /** Stands for the mailbox, as in its letter. */
  key: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

const KEPT = 200;

const devMailSchema = new Schema<DevMailDoc>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    siteId: String,
    to: { type: String, required: true },
    personIds: { type: [String], required: true },
    key: { type: String, required: true },
    subject: { type: String, required: true },
    text: { type: String, required: true },
    html: { type: String, required: true },
    headers: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'dev_mail' },
);
devMailSchema.index({ at: -1 }, { name: 'newest' });
devMailSchema.index({ personIds: 1 }, { name: 'person' });
devMailSchema.index({ key: 1 }, { name: 'key' });

export type DevMailStore = ReturnType<typeof devMailStore>;

export function devMailStore(connection: Connection) {
  const DevMail = connection.model('DevMail', devMailSchema);
  return {
    /** Keeps a mail, and of all the newest 200; the same one again is one. */
    async put(doc: DevMailDoc): Promise<void> {
      try {
        await DevMail.create(doc);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
      const [tooOld] = await DevMail.find({}, { at: 1 })
        .sort({ at: -1 })
        .skip(KEPT)
        .limit(1)
        .lean<Pick<DevMailDoc, 'at'>[]>()
        .exec();
      if (tooOld !== undefined) await DevMail.deleteMany({ at: { $lte: tooOld.at } }).exec();
    },
    newest: (): Promise<DevMailDoc[]> => DevMail.find().sort({ at: -1 }).limit(KEPT).lean<DevMailDoc[]>().exec(),
    /** Those to a person, in no order. */
    ofPerson: (personId: PersonId): Promise<DevMailDoc[]> =>
      DevMail.find({ personIds: personId }).lean<DevMailDoc[]>().exec(),
    /** Deletes those to a person, for good, also where somebody shares the address. */
    async removeOf(personId: PersonId): Promise<void> {
      await DevMail.deleteMany({ personIds: personId }).exec();
    },
    /** Deletes those to a mailbox that are to nobody in person: what somebody was to sign in with there. */
    async removeSignIns(key: string): Promise<void> {
      await DevMail.deleteMany({ key, personIds: [] }).exec();
    },
    byId: (id: string): Promise<DevMailDoc | null> => DevMail.findById(id).lean<DevMailDoc>().exec(),
  };
}
