import type { Connection, QueryFilter } from 'mongoose';
import type { CommentId, PersonId } from '../../shared/ids.ts';
import { VISIBILITIES } from '../../shared/moderation.ts';
import { WAS_REFUSED } from './comment-figures.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';

interface Place {
  at: Date;
  id: CommentId;
}

/** What a moderator asks about one author, whatever became of their comments. */
export function authorQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const behind = (by: 'createdAt' | 'mod.outcome.decidedAt', place: Place | null): QueryFilter<CommentDoc> =>
    place === null ? {} : { $or: [{ [by]: { $lt: place.at } }, { [by]: place.at, _id: { $lt: place.id } }] };
  return {
    /** All comments of a person, newest first. The index has them by visibility, so a page is merged from the first of each. */
    async ofAuthor(authorId: PersonId, { place, limit }: { place: Place | null; limit: number }) {
      const pages = await Promise.all(
        VISIBILITIES.map((vis) =>
          Comment.find({ authorId, 'mod.vis': vis, ...behind('createdAt', place) })
            .sort({ createdAt: -1, _id: -1 })
            .limit(limit)
            .lean<CommentDoc[]>()
            .exec(),
        ),
      );
      const newest = (a: CommentDoc, b: CommentDoc): number =>
        b.createdAt.getTime() - a.createdAt.getTime() || (a._id < b._id ? 1 : -1);
      return pages.flat().sort(newest).slice(0, limit);
    },
    /** Those that people refused, the latest refusal first. */
    refusedOf: (authorId: PersonId, { place, limit }: { place: Place | null; limit: number }): Promise<CommentDoc[]> =>
      Comment.find({
        authorId,
        ...WAS_REFUSED,
        'mod.outcome.decidedAt': { $exists: true },
        ...behind('mod.outcome.decidedAt', place),
      })
        .sort({ 'mod.outcome.decidedAt': -1, _id: -1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** How many of a person's comments wait out of sight. */
    countHeld: (authorId: PersonId): Promise<number> =>
      Comment.countDocuments({ authorId, 'mod.vis': 'hidden', 'mod.review': { $in: ['open', 'escalated'] } }).exec(),
  };
}
