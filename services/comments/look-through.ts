import type { CommentId } from '../../shared/ids.ts';
import { placeOf, readCursor } from '../cursor.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Place } from '../storage/place.ts';
import type { SearchFilter } from '../storage/search-queries.ts';

/** Comments that are looked at in one go, and in one request at most. */
export interface Reach {
  stretch: number;
  most: number;
}

export interface LookDeps {
  comments: Pick<CommentStore, 'searchStretch' | 'searchWithin'>;
  reach: Reach;
}

export interface Looked<Found> {
  found: Found[];
  /** From where on nothing has been looked at; null when there is nothing left. */
  place: Place | null;
}

/**
 * Comments that fit, newest first. A word has no index, so each comment is looked at; after so many it stops, wherever that is.
 * @param take what becomes of one that the store has found; null leaves it out
 * @throws Problem `cursor-invalid`
 */
export async function lookThrough<Found>(
  deps: LookDeps,
  { filter, cursor, limit }: { filter: SearchFilter; cursor: string | undefined; limit: number },
  take: (doc: CommentDoc) => Found | null,
): Promise<Looked<Found>> {
  const taken: { as: Found; place: Place }[] = [];
  const { stretch, most } = deps.reach;
  let place: Place | null = readCursor<CommentId>(cursor);
  for (let looked = 0; looked < most; looked += stretch) {
    const end = await deps.comments.searchStretch(filter, { place, count: stretch });
    const wanted = limit + 1 - taken.length;
    const docs = await deps.comments.searchWithin(filter, { place, downTo: end?.at, limit: wanted });
    // Others of the same moment lie behind the end of the stretch; the next one has them.
    const within = docs.filter((doc) => end === null || !isBehind(doc, end));
    for (const doc of within) {
      const as = take(doc);
      if (as !== null) taken.push({ as, place: placeOf(doc) });
    }
    if (taken.length > limit) return upTo(taken.slice(0, limit));
    const last = within.at(-1);
    // Not all that were found are taken, and there may be more of them before the end.
    if (within.length === wanted && last !== undefined) place = placeOf(last);
    else if (end === null) return { found: taken.map(({ as }) => as), place: null };
    else place = end;
  }
  return { found: taken.map(({ as }) => as), place };
}

/** A full page: it goes on behind the last of it. */
function upTo<Found>(taken: { as: Found; place: Place }[]): Looked<Found> {
  return { found: taken.map(({ as }) => as), place: taken.at(-1)?.place ?? null };
}

function isBehind({ createdAt, _id }: CommentDoc, place: Place): boolean {
  return createdAt < place.at || (createdAt.getTime() === place.at.getTime() && _id < place.id);
}
