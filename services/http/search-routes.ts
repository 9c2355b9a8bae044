import type { ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import { searchPageSchema, searchQuerySchema, type SearchPage, type SearchQuery } from '../../shared/search.ts';
import { route, type Route } from './call.ts';

export interface SearchUseCases {
  search(by: ModeratorView, query: SearchQuery): Promise<SearchPage>;
}

export function searchRoutes(use: SearchUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.search,
      tag: 'review',
      summary: 'Search all comments, whatever became of them',
      description:
        'One request looks at some tens of thousands of comments at most. If it stops before the end, `searchedTo` says how far it came and `next` goes on from there, also when nothing was found so far.',
      query: searchQuerySchema,
      answers: { 200: { description: 'Newest first', schema: searchPageSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.search(moderator, query) }),
    }),
  ];
}
