import { Schema, type Connection } from 'mongoose';
import type { Role, Scope } from '../../shared/identity.ts';
import { duplicateKey } from './duplicate-key.ts';

interface Who {
  id: string;
  name: string;
}

/**
 * One change of the team. The newest one about a member *is* their role, so that a change and its record are one write. The
 * versions are one row for the whole team: whoever writes a version second is refused by its id, and has to look again.
 */
export interface TeamChangeDoc {
  /** The version: 1 for the first change. */
  _id: number;
  at: Date;
  by: Who;
  member: Who;
  /** Null for who was no member. */
  before: Role | null;
  /** Null for who is none any more. */
  after: Role | null;
  /** The sites they had their role on, and have it on; left out where both are all there are. */
  sites?: { before: Scope; after: Scope };
}

const teamChangeSchema = new Schema<TeamChangeDoc>(
  {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    member: { type: Schema.Types.Mixed, required: true },
    before: { type: String, default: null },
    after: { type: String, default: null },
    sites: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', collection: 'team_changes' },
);
teamChangeSchema.index({ 'member.id': 1, _id: -1 }, { name: 'member_version' });

export type TeamChangeStore = ReturnType<typeof teamChangeStore>;

export function teamChangeStore(connection: Connection) {
  const Change = connection.model('TeamChange', teamChangeSchema);
  return {
    /** Appends; 'stale' if somebody else has written this version. */
    async append(change: TeamChangeDoc): Promise<'appended' | 'stale'> {
      try {
        await Change.create(change);
        return 'appended';
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        return 'stale';
      }
    },
    /** The newest changes, newest first. */
    newest: (limit: number): Promise<TeamChangeDoc[]> =>
      Change.find({ _id: { $gt: 0 } })
        .sort({ _id: -1 })
        .limit(limit)
        .lean<TeamChangeDoc[]>()
        .exec(),
    newestOf: (memberId: string): Promise<TeamChangeDoc | null> =>
      Change.findOne({ 'member.id': memberId }).sort({ _id: -1 }).lean<TeamChangeDoc>().exec(),
    /** The newest about each of some members, of whom there are few and about whom there is little; none about who has none. */
    newestOfEach: async (memberIds: readonly string[]): Promise<Map<string, TeamChangeDoc>> => {
      const found = await Change.find({ 'member.id': { $in: memberIds } })
        .sort({ 'member.id': 1, _id: -1 })
        .lean<TeamChangeDoc[]>()
        .exec();
      return new Map(found.reverse().map((change) => [change.member.id, change]));
    },
  };
}
