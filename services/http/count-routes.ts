import { threadCountsQuerySchema, threadCountsSchema } from '../../shared/counts.ts';
import { routes } from '../../shared/routes.ts';
import type { CountThreads } from '../threads/counts.ts';
import { route, type Route } from './call.ts';
import { siteParams } from './thread-routes.ts';

/** The same for everyone; caches in front may give it out as long as a browser may. */
const CACHED = 'public, max-age=30, stale-while-revalidate=60';

/** Numbers of comments for lists of articles. */
export function countRoutes(use: { count: CountThreads }): Route[] {
  return [
    route({
      who: 'anyone',
      method: 'get',
      path: routes.counts,
      tag: 'threads',
      summary: 'Read how many comments several threads have',
      description: 'For lists of articles. Public and the same for everyone, so that it may be cached.',
      params: siteParams,
      query: threadCountsQuerySchema,
      answers: { 200: { description: 'Each thread with its number', schema: threadCountsSchema } },
      handle: async ({ site, query }) => ({
        status: 200,
        body: await use.count(site.id, query.thread),
        headers: { 'Cache-Control': CACHED },
      }),
    }),
  ];
}
