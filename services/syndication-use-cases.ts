import { path, routes } from '../shared/routes.ts';
import type { Site } from '../shared/site.ts';
import type { SyndicationUseCases } from './http/syndication-routes.ts';
import { threadIdOf } from './storage/threads.ts';
import { readFeed, type Feed } from './syndication/feed.ts';
import { toAtom, toJsonFeed } from './syndication/formats.ts';
import { readActive, readRecent, readVoted } from './syndication/side-lists.ts';
import type { Parts } from './use-cases.ts';

export function syndicationUseCases(parts: Parts, at: { publicUrl: () => string }): SyndicationUseCases {
  const { store, namedThreads, now } = parts;
  const threads = { byIds: namedThreads.byIds, byId: store.threads.byId };
  const lists = { comments: store.comments, threads: namedThreads, now };
  const feed = (site: Site, key: string | undefined): Promise<Feed> =>
    readFeed({ comments: store.comments, threads }, site, key === undefined ? undefined : threadIdOf(site.id, key));
  const self = (pattern: string, site: Site, thread: string | undefined): string =>
    at.publicUrl() + path(pattern, { siteId: site.id }, { thread });
  return {
    threadId: (site, key) => threadIdOf(site.id, key),
    atom: async (site, key) => toAtom(await feed(site, key), self(routes.feedAtom, site, key)),
    jsonFeed: async (site, key) => toJsonFeed(await feed(site, key), self(routes.feedJson, site, key)),
    recent: (site, limit) => readRecent(lists, site.id, limit),
    voted: (site, limit) => readVoted(lists, site.id, limit),
    active: (site, limit) => readActive(lists, site.id, limit),
  };
}
