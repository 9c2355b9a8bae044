import { Schema, type Connection } from 'mongoose';
import type { Scope } from '../../shared/identity.ts';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import type { SanctionKind } from '../../shared/people.ts';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import { newestOfSites } from './of-sites.ts';
import { behind, type Place } from './place.ts';

/**
 * One thing that was done about a person: a sanction was imposed or lifted, or its warning read. Acts are appended and never
 * changed; what has become of a sanction follows from those that name it.
 */
export interface SanctionAct {
  /** Follows from the command and its Idempotency-Key where there is one, so that a repeated command is the same act. */
  _id: string;
  siteId: SiteId;
  personId: PersonId;
  /** Equal to the person's `sanctions.v` after the act. */
  seq: number;
  act: 'imposed' | 'lifted' | 'read';
  /** The sanction it is about, which has the id of the act that imposed it. */
  sanctionId: string;
  kind: SanctionKind;
  at: Date;
  /** A moderator, or the person themselves, who has read a warning. */
  by: { kind: 'user' | 'author'; id: string; name: string };
  /** Hash of who asked with which Idempotency-Key; absent without a key. */
  idem?: string;
  codes: ReasonCode[];
  /** To the person. */
  note: string | null;
  /** To colleagues. */
  remark: string | null;
  until: Date | null;
  commentId: CommentId;
  rev: number;
  /** The one of its kind that stood until then. */
  replaces?: string;
}

const actSchema = new Schema<SanctionAct>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    personId: { type: String, required: true },
    seq: { type: Number, required: true },
    act: { type: String, required: true },
    sanctionId: { type: String, required: true },
    kind: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    idem: String,
    codes: { type: [String], required: true },
    note: String,
    remark: String,
    until: Date,
    commentId: { type: String, required: true },
    rev: { type: Number, required: true },
    replaces: String,
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'sanctions' },
);
actSchema.index({ personId: 1, seq: -1 }, { name: 'person_seq', unique: true });
actSchema.index({ idem: 1 }, { name: 'act_key', partialFilterExpression: { idem: { $exists: true } } });
actSchema.index({ at: -1, _id: -1 }, { name: 'newest' });
actSchema.index({ 'by.id': 1, at: -1, _id: -1 }, { name: 'actor_at' });
actSchema.index({ siteId: 1, at: -1, _id: -1 }, { name: 'site_at' });

/** Which acts; everything narrows. */
export interface ActFilter {
  sites?: Scope;
  /** Who did it. */
  actorId?: string;
  from?: Date;
  to?: Date;
}

export type SanctionStore = ReturnType<typeof sanctionStore>;

export function sanctionStore(connection: Connection) {
  const Act = connection.model('Sanction', actSchema);
  return {
    /** Appends; what is there already is left alone. */
    async append(acts: readonly SanctionAct[]): Promise<void> {
      for (const act of acts) {
        try {
          await insertPlain<SanctionAct>(Act, [act]);
        } catch (error) {
          if (duplicateKey(error)?.includes('_id') !== true) throw error;
        }
      }
    },
    byIdem: (idem: string): Promise<SanctionAct | null> => Act.findOne({ idem }).lean<SanctionAct>().exec(),
    /** Takes out of the acts about a person whatever was put in words, and their name; who did what and why in codes stays. */
    async wipe(personId: PersonId): Promise<void> {
      await Act.updateMany({ personId }, { $set: { note: null, remark: null } }).exec();
      await Act.updateMany({ personId, 'by.kind': 'author' }, { $set: { 'by.name': '' } }).exec();
    },
    /** What was done about a person, the newest first; before the act with the number `below`. */
    ofPerson: (personId: PersonId, limit: number, below = Infinity): Promise<SanctionAct[]> =>
      Act.find({ personId, seq: { $lt: below } })
        .sort({ seq: -1 })
        .limit(limit)
        .lean<SanctionAct[]>()
        .exec(),
    /** What was done, by whom and when one asks for, the newest first. */
    acts(
      { sites, actorId, from, to }: ActFilter,
      { place, limit }: { place: Place | null; limit: number },
    ): Promise<SanctionAct[]> {
      const which = {
        ...(actorId === undefined ? {} : { 'by.id': actorId }),
        at: { $gte: from ?? new Date(0), ...(to === undefined ? {} : { $lt: to }) },
        ...behind<SanctionAct>('at', place),
      };
      return newestOfSites(sites, limit, (site) =>
        Act.find({ ...site, ...which })
          .sort({ at: -1, _id: -1 })
          .limit(limit)
          .lean<SanctionAct[]>()
          .exec(),
      );
    },
  };
}
