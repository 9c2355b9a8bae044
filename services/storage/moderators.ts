import { Schema, type Connection } from 'mongoose';
import type { ModeratorId } from '../../shared/ids.ts';
import type { Role } from '../../shared/identity.ts';
import { duplicateKey } from './duplicate-key.ts';

export interface ModeratorDoc {
  _id: ModeratorId;
  name: string;
  /** What the name looks like, for telling names apart (see comments/names.ts); unique. */
  nameKey: string;
  role: Role;
  password: string;
  createdAt: Date;
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
    password: { type: String, required: true },
    createdAt: { type: Date, required: true },
    first: Boolean,
    link: String,
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
    byNameKey: (nameKey: string): Promise<ModeratorDoc | null> =>
      Moderator.findOne({ nameKey }).lean<ModeratorDoc>().exec(),
    nameKeys: async (): Promise<string[]> =>
      (await Moderator.find({}, { nameKey: 1 }).lean<{ nameKey: string }[]>().exec()).map((doc) => doc.nameKey),
    count: (): Promise<number> => Moderator.countDocuments().exec(),
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
  };
}
