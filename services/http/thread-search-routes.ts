import { routes } from '../../shared/routes.ts';
import type { Site } from '../../shared/site.ts';
import {
  participantsQuerySchema,
  participantsSchema,
  threadSearchQuerySchema,
  threadSearchSchema,
  type Participants,
  type ParticipantsQuery,
  type ThreadSearch,
  type ThreadSearchQuery,
} from '../../shared/thread-search.ts';
import { route, type Route } from './call.ts';
import { siteParams } from './thread-routes.ts';

export interface ThreadSearchUseCases {
  searchThread(site: Site, query: ThreadSearchQuery, address: string | null): Promise<ThreadSearch>;
  participants(site: Site, query: ParticipantsQuery, address: string | null): Promise<Participants>;
}

export function threadSearchRoutes(use: ThreadSearchUseCases): Route[] {
  return [
    route({
      who: 'anyone',
      method: 'get',
      path: routes.threadSearch,
      tag: 'threads',
      summary: 'Search the published comments of a thread',
      description:
        'One request looks at some thousands of comments at most. If it stops before the end, `next` goes on from there, also when nothing was found so far.',
      params: siteParams,
      query: threadSearchQuerySchema,
      answers: { 200: { description: 'Newest first', schema: threadSearchSchema } },
      handle: async ({ site, query, address }) => ({
        status: 200,
        body: await use.searchThread(site, query, address),
      }),
    }),
    route({
      who: 'anyone',
      method: 'get',
      path: routes.participants,
      tag: 'threads',
      summary: 'Find who wrote in a thread, by the beginning of a name',
      description:
        'For whoever names somebody in a comment. Only people with a published comment there are found, among the newest thousands.',
      params: siteParams,
      query: participantsQuerySchema,
      answers: { 200: { description: 'People, eight at most', schema: participantsSchema } },
      handle: async ({ site, query, address }) => ({
        status: 200,
        body: await use.participants(site, query, address),
      }),
    }),
  ];
}
