import { requireAccess } from './auth/access.ts';
import type { SearchUseCases } from './http/search-routes.ts';
import { searchComments, searchFilterOf } from './moderation/search.ts';
import { cardDeps } from './review-use-cases.ts';
import type { Parts } from './use-cases.ts';

/** Some tens of milliseconds in one go, so that whatever else is asked of the store has its turn in between. */
const REACH = { stretch: 2_000, most: 20_000 };

export function searchUseCases(parts: Parts): SearchUseCases {
  const deps = { ...cardDeps(parts), reach: REACH };
  return {
    async search(by, { cursor, limit, ...filter }) {
      requireAccess(by, 'review.read');
      await parts.limits.searchesOfModerator.take(by.id);
      return searchComments(deps, { filter: searchFilterOf(filter), cursor, limit });
    },
  };
}
