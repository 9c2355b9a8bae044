import { Schema, type Connection } from 'mongoose';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import type { ReasonCode, ReportOutcome } from '../../shared/moderation.ts';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import { behind, type Place } from './place.ts';

/** One reader's report about one text of a comment; the id is made of the three, so there is one at most. */
export interface ReportDoc {
  _id: string;
  commentId: CommentId;
  rev: number;
  personId: PersonId;
  siteId: SiteId;
  reason: ReasonCode;
  note: string | null;
  /** What the reader's reports were worth when it came. */
  weight: number;
  at: Date;
  /** A keyed hash of where it came from, whose key changes daily; absent for this machine itself. */
  from?: string;
  /** Absent while nobody has decided, or the decision was taken back. */
  outcome?: { kind: ReportOutcome; eventId: string };
  /** Nobody's any more: whoever made it asked to be forgotten, and `personId` leads nowhere. */
  orphan?: true;
}

/** How much reports come to. */
export interface ReportSum {
  count: number;
  weight: number;
}

const reportSchema = new Schema<ReportDoc>(
  {
    _id: { type: String, required: true },
    commentId: { type: String, required: true },
    rev: { type: Number, required: true },
    personId: { type: String, required: true },
    siteId: { type: String, required: true },
    reason: { type: String, required: true },
    note: { type: String, default: null },
    weight: { type: Number, required: true },
    at: { type: Date, required: true },
    from: String,
    outcome: Schema.Types.Mixed,
    orphan: Boolean,
  },
  { versionKey: false, strict: 'throw', collection: 'reports' },
);
reportSchema.index({ commentId: 1, rev: 1, at: 1 }, { name: 'comment_rev' });
reportSchema.index(
  { personId: 1, 'outcome.kind': 1 },
  { name: 'person_outcomes', partialFilterExpression: { 'outcome.kind': { $exists: true } } },
);

reportSchema.index({ personId: 1, at: -1, _id: -1 }, { name: 'person_newest' });

export type ReportStore = ReturnType<typeof reportStore>;

export function reportStore(connection: Connection) {
  const Report = connection.model('Report', reportSchema);
  const idOf = (of: Pick<ReportDoc, 'commentId' | 'rev' | 'personId'>): string =>
    `${of.commentId}:${of.rev}:${of.personId}`;
  return {
    idOf,
    byId: (id: string): Promise<ReportDoc | null> => Report.findById(id).lean<ReportDoc>().exec(),
    /** Inserts; the same reader's second report of the same text is none. */
    async insert(doc: ReportDoc): Promise<void> {
      try {
        await insertPlain<ReportDoc>(Report, [doc]);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /**
     * Reports of one text, of those that came after `since` if it is given; summed anew each time. Those from one place weigh
     * as much as the heaviest of them: a guest costs nothing, and one person must not be many.
     */
    async sum(commentId: CommentId, rev: number, since: Date | null): Promise<ReportSum> {
      const [sum] = await Report.aggregate<ReportSum>([
        { $match: { commentId, rev, at: { $gt: since ?? new Date(0) } } },
        { $group: { _id: { $ifNull: ['$from', '$_id'] }, count: { $sum: 1 }, weight: { $max: '$weight' } } },
        { $group: { _id: null, count: { $sum: '$count' }, weight: { $sum: '$weight' } } },
      ]).exec();
      return { count: sum?.count ?? 0, weight: sum?.weight ?? 0 };
    },
    /** How many of a reader's reports turned out right or wrong; counted up to `limit`. */
    countOf: (personId: PersonId, kind: ReportOutcome, limit: number): Promise<number> =>
      Report.countDocuments({ personId, 'outcome.kind': kind }, { limit }).exec(),
    /** Every report of these comments as they read now, in no order. */
    async ofTexts(comments: readonly { _id: CommentId; rev: number }[]): Promise<ReportDoc[]> {
      const revById = new Map(comments.map(({ _id, rev }) => [_id, rev]));
      const found = await Report.find({ commentId: { $in: [...revById.keys()] } })
        .lean<ReportDoc[]>()
        .exec();
      return found.filter(({ commentId, rev }) => revById.get(commentId) === rev);
    },
    /** Reports of a comment, whichever of its texts they are about, the newest first. */
    ofComment: (commentId: CommentId, limit: number): Promise<ReportDoc[]> =>
      Report.find({ commentId }).sort({ rev: -1, at: -1 }).limit(limit).lean<ReportDoc[]>().exec(),
    /** A person's reports, the newest first. */
    ofPerson: (personId: PersonId, { place, limit }: { place: Place | null; limit: number }): Promise<ReportDoc[]> =>
      Report.find({ personId, ...behind<ReportDoc>('at', place) })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<ReportDoc[]>()
        .exec(),
    /**
     * Makes reports nobody's: they count as before, but name `alias` and hold no words. Cut off in between, it is done again with
     * the same alias.
     */
    async orphan(docs: readonly ReportDoc[], alias: PersonId): Promise<void> {
      const orphans = docs.map((doc): ReportDoc => {
        const { commentId, rev } = doc;
        return { ...doc, _id: idOf({ commentId, rev, personId: alias }), personId: alias, note: null, orphan: true };
      });
      try {
        await insertPlain<ReportDoc>(Report, orphans);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
      await Report.deleteMany({ _id: { $in: docs.map(({ _id }) => _id) } }).exec();
    },
    async setOutcome(id: string, outcome: ReportDoc['outcome'] | null): Promise<void> {
      await Report.updateOne({ _id: id }, outcome ? { $set: { outcome } } : { $unset: { outcome: 1 } }).exec();
    },
  };
}
