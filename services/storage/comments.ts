import type { Connection } from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { authorQueries } from './author-queries.ts';
import { commentChanges } from './comment-changes.ts';
import { commentFigures, WAS_REFUSED } from './comment-figures.ts';
import { LISTED_REPLY } from './comment-indexes.ts';
import { commentSchema, type CommentDoc, type Moderation } from './comment-schema.ts';
import { commentTallies } from './comment-tallies.ts';
import { commentWipes } from './comment-wipes.ts';
import { distinctionQueries } from './distinction-queries.ts';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import { passageQueries } from './passage-queries.ts';
import { behind, type Place } from './place.ts';
import { plain } from './plain.ts';
import { publishedQueries } from './published-queries.ts';
import { reviewQueries } from './review-queries.ts';
import { searchQueries } from './search-queries.ts';
import { whichHave } from './which-have.ts';

/** A comment as far as it matters to what stands below it. */
export type Answered = Pick<CommentDoc, '_id' | 'parentId' | 'authorId'> & { mod: Pick<Moderation, 'vis'> };

export type CommentStore = ReturnType<typeof commentStore>;

/** The named queries of comments. All documents come back as plain objects. */
export function commentStore(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const comments = plain<CommentDoc>(Comment);
  const sorted = (older: boolean): Record<string, 1 | -1> => ({ createdAt: older ? 1 : -1, _id: older ? 1 : -1 });

  return {
    ...authorQueries(connection),
    ...commentFigures(connection),
    ...commentChanges(connection),
    ...commentWipes(connection),
    ...reviewQueries(connection),
    ...publishedQueries(connection),
    ...searchQueries(connection),
    ...commentTallies(connection),
    ...passageQueries(connection),
    ...distinctionQueries(connection),
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
    byId: (id: CommentId): Promise<CommentDoc | null> => comments.findOne({ _id: id }),
    siteOf: async (id: CommentId): Promise<SiteId | null> =>
      (await Comment.findById(id, { siteId: 1 }).lean<Pick<CommentDoc, 'siteId'>>().exec())?.siteId ?? null,
    byIds: (ids: readonly CommentId[]): Promise<CommentDoc[]> => comments.find({ _id: { $in: ids } }).toArray(),
    /** What somebody answered, as far as it matters to who is told of that. */
    answered: (id: CommentId): Promise<Answered | null> =>
      Comment.findById(id, { parentId: 1, authorId: 1, 'mod.vis': 1 }).lean<Answered>().exec(),
    byIdem: (idem: string): Promise<CommentDoc | null> => Comment.findOne({ idem }).lean<CommentDoc>().exec(),

    /** Top-level comments in sight that are not pinned, from `place` on. */
    roots: (threadId: ThreadId, { older, place, limit }: { older: boolean; place: Place | null; limit: number }) =>
      Comment.find({
        ...{ threadId, listed: true, depth: 0, 'mod.pin': { $exists: false } },
        ...behind<CommentDoc>('createdAt', place, older),
      })
        .sort(sorted(older))
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Replies in sight below one top-level comment, oldest first. */
    replies: (rootId: CommentId, { place, limit }: { place: Place | null; limit: number }) =>
      Comment.find({ rootId, ...LISTED_REPLY, ...behind<CommentDoc>('createdAt', place, true) })
        .sort({ createdAt: 1, _id: 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Replies in sight below several top-level comments, in no order, at most `limit`. */
    repliesOfAll: (rootIds: CommentId[], limit: number) =>
      Comment.find({ rootId: { $in: rootIds }, ...LISTED_REPLY })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    countReplies: (rootId: CommentId): Promise<number> => Comment.countDocuments({ rootId, ...LISTED_REPLY }).exec(),
    countVisible: (threadId: ThreadId): Promise<number> => comments.countDocuments({ threadId, 'mod.vis': 'visible' }),
    /** The same for several threads at once; those without any are left out. */
    countVisibleOf: async (threadIds: ThreadId[]): Promise<Map<string, number>> => {
      const counts = await Comment.aggregate<{ _id: string; n: number }>([
        { $match: { threadId: { $in: threadIds }, 'mod.vis': 'visible' } },
        { $group: { _id: '$threadId', n: { $sum: 1 } } },
      ]).exec();
      return new Map(counts.map(({ _id, n }) => [_id, n]));
    },
    /** How many of a person's comments everyone can see, and how many a moderator refused. */
    countByAuthor: (authorId: PersonId, what: 'published' | 'refused'): Promise<number> =>
      comments.countDocuments(what === 'published' ? { authorId, 'mod.vis': 'visible' } : { authorId, ...WAS_REFUSED }),
    /** A person's own comments of a thread that others cannot see, newest first; without those they took back, and what has no words any more. */
    hiddenOf: (authorId: PersonId, threadId: ThreadId, limit: number) =>
      Comment.find({
        ...{ authorId, threadId, 'mod.vis': 'hidden' },
        ...{ 'mod.outcome.kind': { $ne: 'withdrawn' }, 'mod.wipedAt': { $exists: false } },
      })
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
    /** Whether anybody else can read an answer to it. */
    hasVisibleReply: async (id: CommentId): Promise<boolean> =>
      (await Comment.exists({ parentId: id, ...LISTED_REPLY, 'mod.vis': 'visible' })
        .lean()
        .exec()) !== null,
    /** Which of these comments have an answer that is listed. */
    withListedChild: (ids: readonly CommentId[]): Promise<Set<string>> =>
      whichHave(Comment.collection, 'parentId', ids, LISTED_REPLY),
    /** Lists removed comments again, since replies in sight hang below them. */
    list: async (ids: CommentId[]): Promise<void> => {
      await Comment.updateMany({ _id: { $in: ids }, listed: false }, { $set: { listed: true } }).exec();
    },
    /** Takes removed comments out of sight, unless they became visible again meanwhile. */
    unlistHidden: async (ids: readonly CommentId[]): Promise<void> => {
      await comments.updateMany({ _id: { $in: ids }, listed: true, 'mod.vis': 'hidden' }, { $set: { listed: false } });
    },
  };
}
