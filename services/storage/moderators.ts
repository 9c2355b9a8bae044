import { Schema, type Connection } from 'mongoose';
import type { ModeratorId } from '../../shared/ids.ts';
import type { Role, Scope } from '../../shared/identity.ts';
import { duplicateKey } from './duplicate-key.ts';

export interface ModeratorDoc {
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
      await Moderator.updateOne({ _id: id }, { $set: { nameKey: `removed:${id}`, password: null } }).exec();
    },
  };
}
