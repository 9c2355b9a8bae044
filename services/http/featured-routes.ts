import { featuredSchema, type Featured } from '../../shared/comment.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import { cachedRoute, type CachedRoute } from './cached-routes.ts';
import { siteParams, threadQuery } from './thread-routes.ts';

/** GET /v1/sites/:siteId/comments/featured?thread=… */
export function featuredRoute(use: {
  threadId: (site: Site, key: string) => ThreadId;
  readFeatured: (threadId: ThreadId) => Promise<Featured>;
}): CachedRoute {
  return cachedRoute({
    who: 'anyone',
    method: 'get',
    path: routes.featured,
    tag: 'threads',
    summary: "Read the editor's picks of a thread",
    description: 'Public and the same for everyone, so that it may be cached; carries an ETag.',
    params: siteParams,
    query: threadQuery,
    answers: { 200: { description: 'Comments and replies, what was featured last first', schema: featuredSchema } },
    page(site, query) {
      const threadId = use.threadId(site, query.thread);
      return { about: threadId, read: async () => JSON.stringify(await use.readFeatured(threadId)) };
    },
  });
}
