import { Schema, type Connection } from 'mongoose';
import type { TeamEvent } from '../../shared/team.ts';
import { duplicateKey } from './duplicate-key.ts';

/**
 * What happened in the team beside its roles. Whether everybody has to have a second factor is what the newest event about that
 * says, so that the setting and its record are one write.
 */
export interface TeamEventDoc extends Omit<TeamEvent, 'id' | 'at' | 'site'> {
  _id: string;
  at: Date;
  /** Left out where it is about none. */
  site?: TeamEvent['site'];
}

const teamEventSchema = new Schema<TeamEventDoc>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    what: { type: String, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    member: { type: Schema.Types.Mixed, default: null },
    left: { type: Number, default: null },
    site: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', collection: 'team_events' },
);
teamEventSchema.index({ at: -1, _id: -1 }, { name: 'newest' });

export type TeamEventStore = ReturnType<typeof teamEventStore>;

export function teamEventStore(connection: Connection) {
  const Event = connection.model('TeamEvent', teamEventSchema);
  return {
    /** Records; the same id again does nothing. */
    async record(event: TeamEventDoc): Promise<void> {
      try {
        await Event.create(event);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    newest: (limit: number): Promise<TeamEventDoc[]> =>
      Event.find({}).sort({ at: -1, _id: -1 }).limit(limit).lean<TeamEventDoc[]>().exec(),
    /** Whether a second factor is required of everybody, by the newest word on it. */
    isRequired: async (): Promise<boolean> =>
      (
        await Event.findOne({ what: { $in: ['required', 'optional'] } })
          .sort({ at: -1, _id: -1 })
          .lean<TeamEventDoc>()
          .exec()
      )?.what === 'required',
  };
}
