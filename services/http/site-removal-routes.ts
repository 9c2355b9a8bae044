import { z } from 'zod';
import { siteIdSchema } from '../../shared/comment.ts';
import {
  siteRemovalSchema,
  siteRemovalsSchema,
  siteRemoveSchema,
  type SiteRemovals,
  type SiteRemovalView,
  type SiteRemove,
} from '../../shared/console-sites.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface SiteRemovalUseCases {
  remove(who: { by: ModeratorView; session: string }, asked: SiteRemove & { siteId: SiteId }): Promise<SiteRemovalView>;
  removals(by: ModeratorView): Promise<SiteRemovals>;
}

/** Removing sites with all there is of them. */
export function siteRemovalRoutes(use: SiteRemovalUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.siteRemovals,
      tag: 'console',
      summary: 'List the sites that are being removed',
      answers: { 200: { description: 'How far each has come', schema: siteRemovalsSchema } },
      handle: async ({ moderator }) => ({ status: 200, body: await use.removals(moderator) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.siteRemoval,
      tag: 'console',
      summary: 'Remove a site with everything there is of it',
      description:
        'For owners who have proved who they are within ten minutes. The site has to be closed, and named. It is gone at once to everybody else; what is stored of it goes by itself, and its id is free at `freeAt`. Asked again, it is the same.',
      params: z.strictObject({ siteId: siteIdSchema }),
      body: siteRemoveSchema,
      answers: { 202: { description: 'It is being removed', schema: siteRemovalSchema } },
      handle: async ({ moderator, session, params, body }) => ({
        status: 202,
        body: await use.remove({ by: moderator, session }, { ...params, ...body }),
      }),
    }),
  ];
}
