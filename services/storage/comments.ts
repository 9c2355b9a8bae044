import type { Connection, QueryFilter } from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { Review, Visibility } from '../../shared/moderation.ts';
import { commentFigures } from './comment-figures.ts';
import { commentSchema, type CommentDoc, type Outcome } from './comment-schema.ts';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import type { ModEvent } from './mod-events.ts';

/** A place in a list ordered by time and id. */
export interface Place {
  at: Date;
  id: CommentId;
}

/** A place in the review queue: highest priority first, then oldest. */
export interface QueuePlace extends Place {
  priority: number;
}

export type CommentStore = ReturnType<typeof commentStore>;

/** The named queries of comments. All documents come back as plain objects. */
export function commentStore(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const sorted = (older: boolean): Record<string, 1 | -1> => ({ createdAt: older ? 1 : -1, _id: older ? 1 : -1 });
  const after = (place: Place | null, older: boolean): QueryFilter<CommentDoc> =>
    place === null
      ? {}
      : {
          $or: [
            { createdAt: { [older ? '$gt' : '$lt']: place.at } },
            { createdAt: place.at, _id: { [older ? '$gt' : '$lt']: place.id } },
          ],
        };

  const unmarkEmpty = async (which: QueryFilter<CommentDoc>): Promise<void> => {
    await Comment.updateMany(
      { 'mod.outboxAt': { $exists: true }, ...which, 'mod.outbox': { $size: 0 } },
      { $unset: { 'mod.outboxAt': 1 } },
    ).exec();
  };

  return {
    ...commentFigures(connection),
    /** Inserts; answers 'duplicate' if the same person used the same Idempotency-Key before. */
    async insert(doc: CommentDoc): Promise<'inserted' | 'duplicate'> {
      try {
        await insertPlain<CommentDoc>(Comment, [doc]);
        return 'inserted';
      } catch (error) {
        if (duplicateKey(error)?.includes('idem')) return 'duplicate';
        throw error;
      }
    },
    byId: (id: CommentId): Promise<CommentDoc | null> => Comment.findById(id).lean<CommentDoc>().exec(),
    byIds: (ids: CommentId[]): Promise<CommentDoc[]> =>
      Comment.find({ _id: { $in: ids } })
        .lean<CommentDoc[]>()
        .exec(),
    byIdem: (idem: string): Promise<CommentDoc | null> => Comment.findOne({ idem }).lean<CommentDoc>().exec(),

    /** Top-level comments in sight, from `place` on. */
    roots: (threadId: ThreadId, { older, place, limit }: { older: boolean; place: Place | null; limit: number }) =>
      Comment.find({ threadId, listed: true, depth: 0, ...after(place, older) })
        .sort(sorted(older))
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Replies in sight below one top-level comment, oldest first. */
    replies: (rootId: CommentId, { place, limit }: { place: Place | null; limit: number }) =>
      Comment.find({ rootId, listed: true, depth: { $gt: 0 }, ...after(place, true) })
        .sort({ createdAt: 1, _id: 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Replies in sight below several top-level comments, in no order, at most `limit`. */
    repliesOfAll: (rootIds: CommentId[], limit: number) =>
      Comment.find({ rootId: { $in: rootIds }, listed: true, depth: { $gt: 0 } })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    countReplies: (rootId: CommentId): Promise<number> =>
      Comment.countDocuments({ rootId, listed: true, depth: { $gt: 0 } }).exec(),
    countVisible: (threadId: ThreadId): Promise<number> =>
      Comment.countDocuments({ threadId, 'mod.vis': 'visible' }).exec(),
    /** How many of a person's comments everyone can see, and how many a moderator refused. */
    countByAuthor: (authorId: PersonId, what: 'published' | 'refused'): Promise<number> =>
      Comment.countDocuments(
        what === 'published' ? { authorId, 'mod.vis': 'visible' } : { authorId, 'mod.outcome.kind': 'refused' },
      ).exec(),
    /** A person's own comments of a thread that others cannot see, newest first. */
    hiddenOf: (authorId: PersonId, threadId: ThreadId, limit: number) =>
      Comment.find({ authorId, threadId, 'mod.vis': 'hidden' })
        .sort({ createdAt: -1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Comments of a site, or of one person there, with the same canonical text since a moment, newest first. */
    sameText: (
      siteId: SiteId,
      textHash: string,
      { since, limit, authorId }: { since: Date; limit: number; authorId?: PersonId },
    ) =>
      Comment.find(
        { siteId, textHash, createdAt: { $gte: since }, ...(authorId === undefined ? {} : { authorId }) },
        { authorId: 1, threadId: 1, parentId: 1, idem: 1 },
      )
        .sort({ createdAt: -1 })
        .limit(limit)
        .lean<Pick<CommentDoc, '_id' | 'authorId' | 'threadId' | 'parentId' | 'idem'>[]>()
        .exec(),
    hasListedChild: async (id: CommentId): Promise<boolean> =>
      (await Comment.exists({ parentId: id, listed: true }).lean().exec()) !== null,
    /** Lists removed comments again, since replies in sight hang below them. */
    list: async (ids: CommentId[]): Promise<void> => {
      await Comment.updateMany({ _id: { $in: ids }, listed: false }, { $set: { listed: true } }).exec();
    },
    /** Takes a removed comment out of sight, unless it became visible again meanwhile. */
    unlistHidden: async (id: CommentId): Promise<void> => {
      await Comment.updateOne({ _id: id, listed: true, 'mod.vis': 'hidden' }, { $set: { listed: false } }).exec();
    },

    /** One page of the review queue. */
    queuePage: ({ place, limit }: { place: QueuePlace | null; limit: number }): Promise<CommentDoc[]> =>
      Comment.find({
        'mod.queue': { $exists: true },
        ...(place === null
          ? {}
          : {
              $or: [
                { 'mod.priority': { $lt: place.priority } },
                { 'mod.priority': place.priority, 'mod.queuedAt': { $gt: place.at } },
                { 'mod.priority': place.priority, 'mod.queuedAt': place.at, _id: { $gt: place.id } },
              ],
            }),
      })
        .sort({ 'mod.priority': -1, 'mod.queuedAt': 1, _id: 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** How many wait. The age is named only because an index is used for what it is ordered by. */
    queueCount: (): Promise<number> =>
      Comment.countDocuments({ 'mod.queue': { $exists: true }, 'mod.queuedAt': { $gte: new Date(0) } }).exec(),
    queueOldest: async (): Promise<Date | null> => {
      const oldest = await Comment.findOne({ 'mod.queue': { $exists: true } }, { 'mod.queuedAt': 1 })
        .sort({ 'mod.queuedAt': 1 })
        .lean<{ mod: { queuedAt?: Date } }>()
        .exec();
      return oldest?.mod.queuedAt ?? null;
    },

    /**
     * The one way a decision is written: applies only if the comment still is what the moderator saw.
     * @returns the comment after the update; null if the guard did not hold; 'key-reused' if the decision's key was used
     *   for another comment
     */
    async decide(
      id: CommentId,
      expected: { v: number; rev: number },
      change: { vis: Visibility; review: Review; outcome: Outcome; event: ModEvent },
    ): Promise<CommentDoc | 'key-reused' | null> {
      const { vis, review, outcome, event } = change;
      const update = Comment.findOneAndUpdate(
        { _id: id, 'mod.v': expected.v, rev: expected.rev },
        {
          $set: {
            'mod.v': event.seq,
            'mod.vis': vis,
            'mod.review': review,
            'mod.outcome': outcome,
            'mod.outboxAt': event.at,
            ...(vis === 'visible' ? { listed: true } : {}),
          },
          $unset: { 'mod.queue': 1, 'mod.queuedAt': 1, 'mod.priority': 1, 'mod.priorityParts': 1 },
          $push: { 'mod.outbox': event },
        },
        { returnDocument: 'after' },
      );
      try {
        return await update.lean<CommentDoc>().exec();
      } catch (error) {
        if (duplicateKey(error)?.includes('mod.outcome.idem')) return 'key-reused';
        throw error;
      }
    },

    /** Comments whose outbox has waited since before `until`, oldest first. */
    withOutbox: (until: Date, limit: number): Promise<CommentDoc[]> =>
      Comment.find({ 'mod.outboxAt': { $lte: until } })
        .sort({ 'mod.outboxAt': 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Finishes what a crash left between taking the last event out of an outbox and unmarking it. */
    unmarkEmptyOutboxes: (until: Date): Promise<void> => unmarkEmpty({ 'mod.outboxAt': { $lte: until } }),
    /** Takes relayed events out of the outboxes of their comments; `outboxAt` goes with the last one of a comment. */
    async clearOutbox(relayed: { id: CommentId; eventId: string }[]): Promise<void> {
      // Nearly always it is the only event there, and one update per comment does it, all in one commit.
      const only = relayed.map(({ id, eventId }) => ({
        updateOne: {
          filter: { _id: id, 'mod.outbox.0.id': eventId, 'mod.outbox.1': { $exists: false } },
          update: { $set: { 'mod.outbox': [] }, $unset: { 'mod.outboxAt': 1 } },
        },
      }));
      const options = { ordered: false, skipValidation: true } as const;
      const { matchedCount } = await Comment.bulkWrite(only, options);
      if (matchedCount === relayed.length) return;
      const oneOfSeveral = relayed.map(({ id, eventId }) => ({
        updateOne: {
          filter: { _id: id, 'mod.outbox.id': eventId },
          update: { $pull: { 'mod.outbox': { id: eventId } } },
        },
      }));
      await Comment.bulkWrite(oneOfSeveral, options);
      await unmarkEmpty({ _id: { $in: relayed.map(({ id }) => id) } });
    },
  };
}
