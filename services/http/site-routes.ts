import { z } from 'zod';
import { siteIdSchema } from '../../shared/comment.ts';
import {
  siteChangesSchema,
  siteCreateSchema,
  siteDetailSchema,
  sitePutSchema,
  type SiteChanges,
  type SiteCreate,
  type SiteDetail,
  type SitePut,
} from '../../shared/console-sites.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { routes } from '../../shared/routes.ts';
import {
  moderationTestedSchema,
  moderationTestSchema,
  settingsChangesSchema,
  siteListSchema,
  siteModerationPutSchema,
  siteModerationSchema,
  type ModerationTest,
  type ModerationTested,
  type SettingsChanges,
  type SiteList,
  type SiteModeration,
  type SiteModerationPut,
} from '../../shared/site-moderation.ts';
import { wipePreviewQuerySchema, wipePreviewSchema, type WipePreview } from '../../shared/site-retention.ts';
import { route, type Route } from './call.ts';

export interface SiteUseCases {
  list(by: ModeratorView): Promise<SiteList>;
  create(by: ModeratorView, site: SiteCreate): Promise<SiteDetail>;
  site(by: ModeratorView, siteId: SiteId): Promise<SiteDetail>;
  changeSite(by: ModeratorView, siteId: SiteId, put: SitePut): Promise<SiteDetail>;
  siteChanges(by: ModeratorView, siteId: SiteId, below: number | undefined): Promise<SiteChanges>;
  read(by: ModeratorView, siteId: SiteId): Promise<SiteModeration>;
  change(by: ModeratorView, siteId: SiteId, put: SiteModerationPut): Promise<SiteModeration>;
  test(by: ModeratorView, siteId: SiteId, test: ModerationTest): Promise<ModerationTested>;
  wipePreview(by: ModeratorView, siteId: SiteId, draft: { refusedDays: number }): Promise<WipePreview>;
  changes(by: ModeratorView, siteId: SiteId, below: number | undefined): Promise<SettingsChanges>;
}

const siteParams = z.strictObject({ siteId: siteIdSchema });

/** Down from which version changes are listed. */
const changesQuery = z.strictObject({
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});

/** The sites, what they are and their rules of moderation, for the console. */
export function siteRoutes(use: SiteUseCases): Route[] {
  return [...factsRoutes(use), ...moderationRoutes(use)];
}

function factsRoutes(use: SiteUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.sites,
      tag: 'console',
      summary: 'List the sites',
      answers: { 200: { description: 'Every site, by name', schema: siteListSchema } },
      handle: async ({ moderator }) => ({ status: 200, body: await use.list(moderator) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.sites,
      tag: 'console',
      summary: 'Make a site',
      description:
        'For owners. The id is in the pages that embed it and cannot be changed; sent again, it is the same site.',
      body: siteCreateSchema,
      answers: { 201: { description: 'The site', schema: siteDetailSchema } },
      handle: async ({ moderator, body }) => ({ status: 201, body: await use.create(moderator, body) }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.site,
      tag: 'console',
      summary: 'Read what a site is, and which pages use it',
      params: siteParams,
      answers: { 200: { description: 'The site', schema: siteDetailSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.site(moderator, params.siteId) }),
    }),
    route({
      who: 'moderator',
      method: 'put',
      path: routes.site,
      tag: 'console',
      summary: "Change a site's name, language, allowed origins, or close it",
      description:
        'All of it anew, made from the version that is named. If somebody has changed it meanwhile, the answer is 409 with who, when, and the site as it is now (`current`).',
      params: siteParams,
      body: sitePutSchema,
      answers: { 200: { description: 'The site from now on', schema: siteDetailSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.changeSite(moderator, params.siteId, body),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.siteChanges,
      tag: 'console',
      summary: 'Read who changed a site, and how',
      params: siteParams,
      query: changesQuery,
      answers: { 200: { description: 'Every change is kept', schema: siteChangesSchema } },
      handle: async ({ moderator, params, query }) => ({
        status: 200,
        body: await use.siteChanges(moderator, params.siteId, query.before),
      }),
    }),
  ];
}

function moderationRoutes(use: SiteUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.siteModeration,
      tag: 'console',
      summary: "Read a site's rules of moderation",
      params: siteParams,
      answers: { 200: { description: 'The settings in force', schema: siteModerationSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.read(moderator, params.siteId) }),
    }),
    route({
      who: 'moderator',
      method: 'put',
      path: routes.siteModeration,
      tag: 'console',
      summary: "Change a site's rules of moderation",
      description:
        'All settings anew, made from the version that is named. If somebody has changed them meanwhile, the answer is 409 with who, when, and the settings as they are now (`current`). Where a shorter `retention.refusedDays` wipes words, `count` has to be the number of comments that lose theirs: the answer is 409 with that number otherwise.',
      params: siteParams,
      body: siteModerationPutSchema,
      answers: { 200: { description: 'The settings in force from now on', schema: siteModerationSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.change(moderator, params.siteId, body),
      }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.siteModerationTest,
      tag: 'console',
      summary: 'Ask what would become of a comment',
      description: 'Nothing is stored. A draft of the settings may be tried before it is saved.',
      params: siteParams,
      body: moderationTestSchema,
      answers: { 200: { description: 'The verdict, and what readers would get', schema: moderationTestedSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.test(moderator, params.siteId, body),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.siteRetention,
      tag: 'console',
      summary: 'Count what a setting that is not saved yet would wipe at once',
      description: 'What is wiped cannot be brought back.',
      params: siteParams,
      query: wipePreviewQuerySchema,
      answers: { 200: { description: 'An exact number', schema: wipePreviewSchema } },
      handle: async ({ moderator, params, query }) => ({
        status: 200,
        body: await use.wipePreview(moderator, params.siteId, query),
      }),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.siteModerationChanges,
      tag: 'console',
      summary: "Read who changed a site's rules of moderation, and how",
      params: siteParams,
      query: changesQuery,
      answers: { 200: { description: 'Every change is kept', schema: settingsChangesSchema } },
      handle: async ({ moderator, params, query }) => ({
        status: 200,
        body: await use.changes(moderator, params.siteId, query.before),
      }),
    }),
  ];
}
