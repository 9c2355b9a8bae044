import { passageCountsSchema, type PassageCounts } from '../../shared/passage.ts';
import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import { route, type Route } from './call.ts';
import { siteParams, threadQuery } from './thread-routes.ts';

export interface PassageUseCases {
  passages(site: Site, threadKey: string): Promise<PassageCounts>;
}

/** What is said about passages of an article. */
export function passageRoutes(use: PassageUseCases): Route[] {
  return [
    route({
      who: 'anyone',
      method: 'get',
      path: routes.passages,
      tag: 'threads',
      summary: 'Read how many comments each passage of an article has',
      params: siteParams,
      query: threadQuery,
      answers: { 200: { description: 'Passages with comments, the most first', schema: passageCountsSchema } },
      handle: async ({ site, query }) => ({
        status: 200,
        body: await use.passages(site, query.thread),
        headers: { 'Cache-Control': 'no-store' },
      }),
    }),
  ];
}
