import { z } from 'zod';
import { siteIdSchema } from '../../shared/comment.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { routes } from '../../shared/routes.ts';
import { idSchema } from '../../shared/shapes.ts';
import {
  providerCheckedSchema,
  providerCheckSchema,
  providerPutSchema,
  siteAccountsSchema,
  siteKeyAddedSchema,
  siteKeyCreateSchema,
  type ProviderCheck,
  type ProviderChecked,
  type ProviderPut,
  type SiteAccountsView,
  type SiteKeyAdded,
  type SiteKeyCreate,
} from '../../shared/site-accounts.ts';
import { route, type Route } from './call.ts';

/** Which accounts from elsewhere readers of a site sign in with. */
export interface SiteAccountUseCases {
  read(by: ModeratorView, siteId: SiteId): Promise<SiteAccountsView>;
  addKey(
    by: ModeratorView,
    to: { siteId: SiteId; key: string | undefined },
    input: SiteKeyCreate,
  ): Promise<SiteKeyAdded>;
  revokeKey(by: ModeratorView, siteId: SiteId, kid: string): Promise<void>;
  putProvider(by: ModeratorView, to: { siteId: SiteId; id: string }, input: ProviderPut): Promise<SiteAccountsView>;
  checkProvider(by: ModeratorView, siteId: SiteId, asked: ProviderCheck): Promise<ProviderChecked>;
  removeProvider(by: ModeratorView, siteId: SiteId, id: string): Promise<void>;
}

const siteParams = z.strictObject({ siteId: siteIdSchema });
const providerParams = siteParams.extend({ providerId: z.string().regex(/^[a-z0-9-]{1,30}$/) });

export function siteAccountRoutes(use: SiteAccountUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.siteAccounts,
      tag: 'console',
      summary: 'Read which accounts from elsewhere readers of a site sign in with',
      params: siteParams,
      answers: { 200: { description: 'Keys and providers, without any secret', schema: siteAccountsSchema } },
      handle: async ({ moderator, params }) => ({ status: 200, body: await use.read(moderator, params.siteId) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.siteKeys,
      tag: 'console',
      summary: "Add a key that a site's own server signs tokens with",
      description:
        'Two are in force at most, so that one can take the place of the other. The secret is told this once.',
      idempotent: true,
      params: siteParams,
      body: siteKeyCreateSchema,
      answers: { 201: { description: 'In force from now on', schema: siteKeyAddedSchema } },
      handle: async ({ moderator, params, key, body }) => ({
        status: 201,
        body: await use.addKey(moderator, { siteId: params.siteId, key }, body),
      }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.siteKey,
      tag: 'console',
      summary: 'Revoke a key',
      description: 'It signs nobody in any more; who has signed in by it stays so. Doing it twice changes nothing.',
      params: siteParams.extend({ kid: idSchema }),
      answers: { 204: { description: 'It is revoked', schema: null } },
      async handle({ moderator, params }) {
        await use.revokeKey(moderator, params.siteId, params.kid);
        return { status: 204 };
      },
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.siteProviderCheck,
      tag: 'console',
      summary: 'Ask whether a provider describes itself as it should, before readers do',
      params: siteParams,
      body: providerCheckSchema,
      answers: { 200: { description: 'What was found; nothing is stored', schema: providerCheckedSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.checkProvider(moderator, params.siteId, body),
      }),
    }),
    route({
      who: 'moderator',
      method: 'put',
      path: routes.siteProvider,
      tag: 'console',
      summary: 'Add a provider of accounts (OpenID Connect), or change it',
      description: 'Its id is part of who its people are here: under another one they are others.',
      params: providerParams,
      body: providerPutSchema,
      answers: { 200: { description: 'What holds from now on', schema: siteAccountsSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.putProvider(moderator, { siteId: params.siteId, id: params.providerId }, body),
      }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.siteProvider,
      tag: 'console',
      summary: 'Have nobody sign in with a provider any more',
      params: providerParams,
      answers: { 204: { description: 'It is gone', schema: null } },
      async handle({ moderator, params }) {
        await use.removeProvider(moderator, params.siteId, params.providerId);
        return { status: 204 };
      },
    }),
  ];
}
