import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import type { SearchFilter as AskedFilter, SearchPage } from '../../shared/search.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Place } from '../storage/place.ts';
import type { SearchFilter } from '../storage/search-queries.ts';
import { toCards, type CardDeps } from './review-card.ts';

/** Comments that are looked at in one go, and in one request at most. */
export interface Reach {
  stretch: number;
  most: number;
}

export interface SearchDeps extends CardDeps {
  comments: CardDeps['comments'] & Pick<CommentStore, 'searchStretch' | 'searchWithin'>;
  reach: Reach;
}

/** What a moderator asked for, as the store is asked. */
export function searchFilterOf({ site, thread, author, lang, vis, state, from, to, q }: AskedFilter): SearchFilter {
  return {
    ...(site === undefined ? {} : { siteId: site }),
    ...(thread === undefined ? {} : { threadId: thread as ThreadId }),
    ...(author === undefined ? {} : { authorId: author as PersonId }),
    ...(lang === undefined ? {} : { lang }),
    ...(vis === undefined ? {} : { vis }),
    ...(state === undefined ? {} : { review: state }),
    ...(from === undefined ? {} : { from: new Date(from) }),
    ...(to === undefined ? {} : { to: new Date(to) }),
    ...(q === undefined ? {} : { text: q }),
  };
}

/**
 * Some of all comments, newest first, whatever became of them. A word has no index, so each comment is looked at; after so many
 * the search stops and says how far it came, and `next` goes on from there.
 * @throws Problem `cursor-invalid`
 */
export async function searchComments(
  deps: SearchDeps,
  { filter, cursor, limit }: { filter: SearchFilter; cursor: string | undefined; limit: number },
): Promise<SearchPage> {
  const found: CommentDoc[] = [];
  const { stretch, most } = deps.reach;
  let place: Place | null = readCursor<CommentId>(cursor);
  for (let looked = 0; looked < most; looked += stretch) {
    const end = await deps.comments.searchStretch(filter, { place, count: stretch });
    const wanted = limit + 1 - found.length;
    const docs = await deps.comments.searchWithin(filter, { place, downTo: end?.at, limit: wanted });
    // Others of the same moment lie behind the end of the stretch; the next one has them.
    found.push(...docs.filter((doc) => end === null || !isBehind(doc, end)));
    if (found.length > limit) return pageUpTo(deps, found.slice(0, limit));
    if (end === null) return { items: await toCards(deps, found), next: null, searchedTo: null };
    place = end;
  }
  return stoppedAt(deps, found, place);
}

function isBehind({ createdAt, _id }: CommentDoc, place: Place): boolean {
  return createdAt < place.at || (createdAt.getTime() === place.at.getTime() && _id < place.id);
}

/** A full page: the search goes on behind the last of it. */
function pageUpTo(deps: SearchDeps, docs: CommentDoc[]): Promise<SearchPage> {
  const last = docs.at(-1);
  return stoppedAt(deps, docs, last === undefined ? null : { at: last.createdAt, id: last._id });
}

async function stoppedAt(deps: SearchDeps, docs: CommentDoc[], place: Place | null): Promise<SearchPage> {
  return {
    items: await toCards(deps, docs),
    next: place === null ? null : writeCursor(place),
    searchedTo: place === null ? null : place.at.toISOString(),
  };
}
