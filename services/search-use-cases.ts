import { requireAccess } from './auth/access.ts';
import type { SearchUseCases } from './http/search-routes.ts';
import type { ThreadSearchUseCases } from './http/thread-search-routes.ts';
import { searchComments, searchFilterOf } from './moderation/search.ts';
import { cardDeps } from './review-use-cases.ts';
import { siteAccess } from './site-access.ts';
import { threadIdOf } from './storage/threads.ts';
import { findParticipants } from './threads/participants.ts';
import { searchThread } from './threads/search.ts';
import type { Parts } from './use-cases.ts';

/** Some tens of milliseconds in one go, so that whatever else is asked of the store has its turn in between. */
const REACH = { stretch: 2_000, most: 20_000 };
/** Readers are many, and nobody has signed in. */
const READERS_REACH = { stretch: 1_000, most: 5_000 };

export function searchUseCases(parts: Parts): SearchUseCases {
  const deps = { ...cardDeps(parts), reach: REACH };
  const access = siteAccess(parts);
  return {
    async search(by, { cursor, limit, ...filter }) {
      requireAccess(by, 'review.read');
      await parts.limits.searchesOfModerator.take(by.id);
      return searchComments(deps, {
        filter: searchFilterOf(filter, await access.asked(by, filter.site)),
        cursor,
        limit,
      });
    },
  };
}

export function threadSearchUseCases({ store, limits }: Parts): ThreadSearchUseCases {
  const deps = { comments: store.comments, reach: READERS_REACH };
  return {
    async searchThread(site, { thread, q, cursor }, address) {
      await limits.searchesFromAddress.take(address);
      return searchThread(deps, { threadId: threadIdOf(site.id, thread), q, cursor });
    },
    async participants(site, { thread, name }, address) {
      await limits.namesFromAddress.take(address);
      return findParticipants(deps, { threadId: threadIdOf(site.id, thread), name });
    },
  };
}
