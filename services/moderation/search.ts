import type { Scope } from '../../shared/identity.ts';
import type { PersonId, ThreadId } from '../../shared/ids.ts';
import type { SearchFilter as AskedFilter, SearchPage } from '../../shared/search.ts';
import { lookThrough, type LookDeps } from '../comments/look-through.ts';
import { writeCursor } from '../cursor.ts';
import type { SearchFilter } from '../storage/search-queries.ts';
import { toCards, type CardDeps } from './review-card.ts';

export interface SearchDeps extends CardDeps {
  comments: CardDeps['comments'] & LookDeps['comments'];
  reach: LookDeps['reach'];
}

/** What a moderator asked for, as the store is asked. */
export function searchFilterOf(asked: AskedFilter, sites: Scope): SearchFilter {
  const { thread, author, lang, vis, state, from, to, q } = asked;
  return {
    sites,
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
 * Some of all comments, newest first, whatever became of them. Where it stops before the end, it says how far it came, and `next`
 * goes on from there.
 * @throws Problem `cursor-invalid`
 */
export async function searchComments(
  deps: SearchDeps,
  asked: { filter: SearchFilter; cursor: string | undefined; limit: number },
): Promise<SearchPage> {
  const { found, place } = await lookThrough(deps, asked, (doc) => doc);
  return {
    items: await toCards(deps, found),
    next: place === null ? null : writeCursor(place),
    searchedTo: place === null ? null : place.at.toISOString(),
  };
}
