import { hotThreadsSchema, type HotThreads } from '../../shared/heat.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface HeatUseCases {
  hot(by: ModeratorView): Promise<HotThreads>;
}

export function heatRoutes(use: HeatUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.heat,
      tag: 'review',
      summary: 'Read which discussions boil over',
      description: 'Those that are slowed down or held by themselves, the longest first, and what set it off.',
      answers: { 200: { description: 'At most 20', schema: hotThreadsSchema } },
      handle: async ({ moderator }) => ({ status: 200, body: await use.hot(moderator) }),
    }),
  ];
}
