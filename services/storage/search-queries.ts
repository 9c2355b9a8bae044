import type { Connection, QueryFilter } from 'mongoose';
import type { Scope } from '../../shared/identity.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import type { Review, Visibility } from '../../shared/moderation.ts';
import { searchPattern } from '../search-pattern.ts';
import { commentSchema, type CommentDoc } from './comment-schema.ts';
import { ofSites } from './of-sites.ts';
import { behind, type Place } from './place.ts';

/** Which of all comments; every field narrows it. `to` is the first moment that is out of it. */
export interface SearchFilter {
  sites?: Scope;
  threadId?: ThreadId;
  authorId?: PersonId;
  lang?: string;
  vis?: Visibility;
  review?: Review;
  from?: Date;
  to?: Date;
  /** Words of the text as they stand there, capitals, accents and marks of Markdown or not. */
  text?: string;
}

/** The comments that are looked at one by one: those of one author, thread or site, or all, in the order of an index. */
function walked({ authorId, threadId, sites }: SearchFilter): { along: QueryFilter<CommentDoc>; hint: string } {
  if (authorId !== undefined) return { along: { authorId }, hint: 'author_newest' };
  if (threadId !== undefined) return { along: { threadId }, hint: 'thread_newest' };
  // Those of several sites have no order in an index but that of all.
  return sites?.length === 1 ? { along: ofSites(sites), hint: 'site_newest' } : { along: {}, hint: 'newest' };
}

/** What is asked of each of them. */
function conditions({ sites, threadId, lang, vis, review, text }: SearchFilter): QueryFilter<CommentDoc> {
  return {
    ...ofSites(sites),
    ...(threadId === undefined ? {} : { threadId }),
    ...(lang === undefined ? {} : { lang }),
    ...(vis === undefined ? {} : { 'mod.vis': vis }),
    ...(review === undefined ? {} : { 'mod.review': review }),
    ...(text === undefined ? {} : { text: { $regex: searchPattern(text), $options: 'i' } }),
  };
}

/** From a place on, down to a moment; said as bounds of the index first, since an alternative is none. */
function between({ from, to }: SearchFilter, place: Place | null, downTo?: Date): QueryFilter<CommentDoc> {
  const least = [from, downTo].flatMap((moment) => moment ?? []).sort((a, b) => b.getTime() - a.getTime())[0];
  return {
    createdAt: {
      $gte: least ?? new Date(0),
      ...(to === undefined ? {} : { $lt: to }),
      ...(place === null ? {} : { $lte: place.at }),
    },
    ...behind<CommentDoc>('createdAt', place),
  };
}

const NEWEST = { createdAt: -1, _id: -1 } as const;

/** What a search among all comments is made of. It names its indexes: the work must be what was reckoned with. */
export function searchQueries(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  return {
    /** The place of the `count`th comment behind a place, along which a search looks; null when fewer are left. */
    async searchStretch(filter: SearchFilter, { place, count }: { place: Place | null; count: number }) {
      const { along, hint } = walked(filter);
      const [last] = await Comment.find({ ...along, ...between(filter, place) }, { createdAt: 1 })
        .sort(NEWEST)
        .hint(hint)
        .skip(count - 1)
        .limit(1)
        .lean<Pick<CommentDoc, '_id' | 'createdAt'>[]>()
        .exec();
      return last === undefined ? null : { at: last.createdAt, id: last._id };
    },
    /** What fits from a place on, down to a moment and including it, newest first. */
    searchWithin(
      filter: SearchFilter,
      { place, downTo, limit }: { place: Place | null; downTo: Date | undefined; limit: number },
    ): Promise<CommentDoc[]> {
      const { along, hint } = walked(filter);
      return Comment.find({ ...along, ...conditions(filter), ...between(filter, place, downTo) })
        .sort(NEWEST)
        .hint(hint)
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec();
    },
  };
}
