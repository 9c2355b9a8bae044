import { Schema, type Connection, type QueryFilter } from 'mongoose';
import type { ReportOutcome } from '../../shared/moderation.ts';
import { NOTICE_REASONS, type NoticeReason, type VerdictOutcome } from '../../shared/notification.ts';
import { duplicateKey, duplicates } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import { behind, type Place } from './place.ts';
import { plain } from './plain.ts';
import { whichHave } from './which-have.ts';

/**
 * One row of somebody's inbox. The id is made of person, kind and comment, which is what "exactly once" rests on. The
 * comment's text is not copied here: it is read with the row, so that what was hidden since cannot be read.
 */
export type NotificationDoc = CommentNoticeDoc | ReportNoticeDoc | VerdictNoticeDoc;

interface Row {
  _id: string;
  personId: string;
  siteId: string;
  threadId: string;
  commentId: string;
  createdAt: Date;
  /** Absent until read. */
  readAt?: Date;
  /** Present while it is not to be seen: a reply that is out of sight, a decision that was taken back. */
  hidden?: true;
}

/** A comment that came into sight. */
export interface CommentNoticeDoc extends Row {
  kind: 'comment';
  parentId: string | null;
  /** Why they are told, the strongest first; never empty. */
  reasons: NoticeReason[];
}

/** What became of a report. */
export interface ReportNoticeDoc extends Row {
  kind: 'report';
  outcome: ReportOutcome;
}

/** What became of one's own comment. */
export interface VerdictNoticeDoc extends Row {
  kind: 'verdict';
  outcome: VerdictOutcome;
  /** What made it so: one event is told once. */
  eventId: string;
  /** Present until it was told to all who ring and mail. */
  due?: true;
}

interface Stored extends Row {
  kind: NotificationDoc['kind'];
  parentId?: string | null;
  reasons?: NoticeReason[];
  outcome?: ReportOutcome | VerdictOutcome;
  eventId?: string;
  due?: true;
}

const notificationSchema = new Schema<Stored>(
  {
    _id: { type: String, required: true },
    personId: { type: String, required: true },
    kind: { type: String, required: true },
    siteId: { type: String, required: true },
    threadId: { type: String, required: true },
    commentId: { type: String, required: true },
    parentId: String,
    reasons: { type: [String], default: undefined },
    outcome: String,
    eventId: String,
    due: Boolean,
    createdAt: { type: Date, required: true },
    readAt: Date,
    hidden: Boolean,
  },
  { versionKey: false, strict: 'throw', collection: 'notifications' },
);
notificationSchema.index({ personId: 1, createdAt: -1, _id: -1 }, { name: 'person_newest' });
notificationSchema.index({ personId: 1, readAt: 1, hidden: 1 }, { name: 'person_unread' });
notificationSchema.index({ commentId: 1, hidden: 1 }, { name: 'comment_hidden' });

const UNORDERED = { ordered: false, skipValidation: true } as const;

export type NotificationStore = ReturnType<typeof notificationStore>;

export function notificationStore(connection: Connection) {
  const Notification = connection.model('Notification', notificationSchema);
  const unread = (personId: string) => ({ personId, readAt: null, hidden: null });
  /** Takes back what was said; answers whether it was. */
  const takeBack = async (_id: string): Promise<boolean> =>
    (await Notification.updateOne({ _id, hidden: null }, { $set: { hidden: true } }).exec()).modifiedCount > 0;
  /** Says something in place of what was said before, as new and unread, where that is as the filter says; false where it is not. */
  const say = async (doc: ReportNoticeDoc, filter: QueryFilter<Stored>): Promise<boolean> => {
    const { _id, ...row } = doc;
    try {
      // Where it is said already nothing fits, and the row that would be inserted is there: of two that say it at once, one does.
      await Notification.updateOne(
        { _id, ...filter },
        { $set: row, $unset: { hidden: 1, readAt: 1 } },
        { upsert: true },
      ).exec();
      return true;
    } catch (error) {
      if (duplicateKey(error) === null) throw error;
      return false;
    }
  };
  return {
    /**
     * Adds rows of one comment and one event, and to whoever was told of the comment before the reasons that are new.
     * @returns the rows of this event, whether made now or before it was cut off
     */
    async add(docs: readonly CommentNoticeDoc[]): Promise<CommentNoticeDoc[]> {
      try {
        await insertPlain<CommentNoticeDoc>(Notification, docs);
        return [...docs];
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
      const there = await Notification.find({ _id: { $in: docs.map(({ _id }) => _id) } }, { reasons: 1, createdAt: 1 })
        .lean<Pick<CommentNoticeDoc, '_id' | 'reasons' | 'createdAt'>[]>()
        .exec();
      const before = new Map(there.map((row) => [row._id, row]));
      for (const { _id, reasons } of docs) {
        const known = before.get(_id)?.reasons ?? reasons;
        const all = NOTICE_REASONS.filter((reason) => known.includes(reason) || reasons.includes(reason));
        if (all.length > known.length) await Notification.updateOne({ _id }, { $set: { reasons: all } }).exec();
      }
      return docs.filter(({ _id, createdAt }) => before.get(_id)?.createdAt.getTime() === createdAt.getTime());
    },
    /** Which of these comments anybody was told of who did not write them. */
    whichTold: (commentIds: readonly string[]): Promise<Set<string>> =>
      whichHave(Notification.collection, 'commentId', commentIds, { kind: 'comment' }),
    unread: (personId: string): Promise<number> => Notification.countDocuments(unread(personId)).exec(),
    /** The same of several people; whoever has none is left out. */
    unreadOf: async (personIds: readonly string[]): Promise<Map<string, number>> => {
      const counts = await plain(Notification)
        .aggregate<{ _id: string; n: number }>([
          { $match: { personId: { $in: personIds }, readAt: null, hidden: null } },
          { $group: { _id: '$personId', n: { $sum: 1 } } },
        ])
        .toArray();
      return new Map(counts.map(({ _id, n }) => [_id, n]));
    },
    page: (personId: string, { place, limit }: { place: Place | null; limit: number }): Promise<NotificationDoc[]> =>
      Notification.find({
        personId,
        hidden: null,
        ...behind<Row>('createdAt', place),
      })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .lean<NotificationDoc[]>()
        .exec(),
    /** Empties a person's inbox for good. */
    async removeOf(personId: string): Promise<void> {
      await Notification.deleteMany({ personId }).exec();
    },
    /** Marks as read what is unread among the chosen; answers the ids that changed. */
    async markRead(
      personId: string,
      which: { ids: string[] } | { commentId: string } | { all: true },
      at: Date,
    ): Promise<string[]> {
      const chosen =
        'ids' in which ? { _id: { $in: which.ids } } : 'commentId' in which ? { commentId: which.commentId } : {};
      const rows = await Notification.find({ ...unread(personId), ...chosen }, { _id: 1 })
        .lean<{ _id: string }[]>()
        .exec();
      const ids = rows.map((row) => row._id);
      if (ids.length > 0)
        await Notification.updateMany({ _id: { $in: ids }, readAt: null }, { $set: { readAt: at } }).exec();
      return ids;
    },
    /** Says what became of a report, in place of what was said of it before; null takes that back. Answers whether it is news. */
    putReport: (doc: ReportNoticeDoc, outcome: ReportOutcome | null): Promise<boolean> =>
      outcome === null
        ? takeBack(doc._id)
        : say({ ...doc, outcome }, { $or: [{ outcome: { $ne: outcome } }, { hidden: true }] }),
    /** The same of people's own comments, no two of one comment; answers which are news. They are until `verdictsTold` says otherwise. */
    async putVerdicts(docs: readonly VerdictNoticeDoc[]): Promise<VerdictNoticeDoc[]> {
      if (docs.length === 0) return [];
      const [hidden, due] = [true, true] as const;
      const saying = docs.map(({ _id, ...row }) => ({
        updateOne: {
          filter: { _id, $or: [{ eventId: { $ne: row.eventId } }, { hidden }, { due }] },
          update: { $set: { ...row, due }, $unset: { hidden: 1, readAt: 1 } },
          upsert: true,
        },
      }));
      try {
        await Notification.bulkWrite(saying, UNORDERED);
        return [...docs];
      } catch (error) {
        const there = duplicates(error);
        if (there === null) throw error;
        return docs.filter((_, i) => !there.has(i));
      }
    },
    async verdictsTold(docs: readonly VerdictNoticeDoc[]): Promise<void> {
      if (docs.length === 0) return;
      const telling = docs.map(({ _id, eventId }) => ({
        updateOne: { filter: { _id, eventId }, update: { $unset: { due: 1 } } },
      }));
      await Notification.bulkWrite(telling, UNORDERED);
    },
    /** Takes back what was said, as far as it was; answers to whom. */
    async takeBackAll(ids: readonly string[]): Promise<string[]> {
      if (ids.length === 0) return [];
      const rows = await Notification.find({ _id: { $in: ids }, hidden: null }, { personId: 1 })
        .lean<{ _id: string; personId: string }[]>()
        .exec();
      if (rows.length === 0) return [];
      await Notification.updateMany({ _id: { $in: rows.map(({ _id }) => _id) } }, { $set: { hidden: true } }).exec();
      return rows.map(({ personId }) => personId);
    },
    /** Hides some of the rows that tell of a comment, or shows them again; answers whose inboxes changed, nobody when all are. */
    async setHidden(commentId: string, hidden: boolean, limit: number): Promise<string[]> {
      const rows = await Notification.find(
        { commentId, kind: 'comment', hidden: hidden ? null : true },
        { personId: 1 },
      )
        .limit(limit)
        .lean<{ _id: string; personId: string }[]>()
        .exec();
      if (rows.length === 0) return [];
      const change = hidden ? { $set: { hidden: true } } : { $unset: { hidden: 1 } };
      await Notification.updateMany({ _id: { $in: rows.map(({ _id }) => _id) } }, change).exec();
      return rows.map(({ personId }) => personId);
    },
  };
}
