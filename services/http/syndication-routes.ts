import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import {
  activeSchema,
  feedQuerySchema,
  jsonFeedSchema,
  recentSchema,
  sideQuerySchema,
  votedSchema,
  type Active,
  type JsonFeed,
  type Recent,
  type Voted,
} from '../../shared/syndication.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { cachedRoute, type CachedRoute } from './cached-routes.ts';
import { siteParams } from './thread-routes.ts';

export interface SyndicationUseCases {
  threadId(site: Site, key: string): ThreadId;
  atom(site: Site, key: string | undefined): Promise<string>;
  jsonFeed(site: Site, key: string | undefined): Promise<JsonFeed>;
  recent(site: Site, limit: number): Promise<Recent>;
  voted(site: Site, limit: number): Promise<Voted>;
  active(site: Site, limit: number): Promise<Active>;
}

const WHOSE = 'The newest 50 published comments, of one discussion or, without `thread`, of the whole site.';

export function syndicationRoutes(use: SyndicationUseCases): CachedRoute[] {
  // A feed changes with its discussion, or with any of the site.
  const about = (site: Site, key: string | undefined): string =>
    key === undefined ? site.id : use.threadId(site, key);
  const shared = { who: 'anyone', method: 'get', tag: 'threads', params: siteParams } as const;
  return [
    cachedRoute({
      ...shared,
      path: routes.feedAtom,
      summary: 'Follow comments by Atom',
      description: WHOSE,
      query: feedQuerySchema,
      answers: { 200: { description: 'Atom 1.0 (RFC 4287)', schema: null, alsoAs: 'application/atom+xml' } },
      page: (site, { thread }) => ({
        about: about(site, thread),
        type: 'application/atom+xml; charset=utf-8',
        read: () => use.atom(site, thread),
      }),
    }),
    cachedRoute({
      ...shared,
      path: routes.feedJson,
      summary: 'Follow comments by JSON Feed',
      description: WHOSE,
      query: feedQuerySchema,
      answers: { 200: { description: 'JSON Feed 1.1, as application/feed+json', schema: jsonFeedSchema } },
      page: (site, { thread }) => ({
        about: about(site, thread),
        type: 'application/feed+json; charset=utf-8',
        read: async () => JSON.stringify(await use.jsonFeed(site, thread)),
      }),
    }),
    cachedRoute({
      ...shared,
      path: routes.recent,
      summary: 'Read the newest comments of a site',
      query: sideQuerySchema,
      answers: { 200: { description: 'Newest first', schema: recentSchema } },
      page: (site, { limit }) => ({
        about: site.id,
        read: async () => JSON.stringify(await use.recent(site, limit)),
      }),
    }),
    cachedRoute({
      ...shared,
      path: routes.voted,
      summary: 'Read the comments of a site that were liked most of late',
      query: sideQuerySchema,
      answers: { 200: { description: 'Likes less dislikes, the most first', schema: votedSchema } },
      page: (site, { limit }) => ({
        about: site.id,
        read: async () => JSON.stringify(await use.voted(site, limit)),
      }),
    }),
    cachedRoute({
      ...shared,
      path: routes.active,
      summary: 'Read the most active discussions of a site',
      query: sideQuerySchema,
      answers: { 200: { description: 'Those with the most comments of late first', schema: activeSchema } },
      page: (site, { limit }) => ({
        // Counting takes longer than reading, so it is not done anew for every comment of the site.
        about: `${site.id} active`,
        read: async () => JSON.stringify(await use.active(site, limit)),
      }),
    }),
  ];
}
