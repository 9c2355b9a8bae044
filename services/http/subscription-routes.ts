import { z } from 'zod';
import type { PersonId } from '../../shared/ids.ts';
import { routes } from '../../shared/routes.ts';
import { idSchema } from '../../shared/shapes.ts';
import {
  mutesSchema,
  subscriptionPutSchema,
  subscriptionSchema,
  subscriptionsQuerySchema,
  subscriptionsSchema,
  type Mutes,
  type SubscriptionPut,
  type Subscriptions,
  type SubscriptionView,
} from '../../shared/subscription.ts';
import { ownPageOnly } from '../sites/sites.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';

/** What readers want to be told of, and of whom they want to hear nothing. */
export interface NoticeUseCases {
  subscriptions(person: PersonDoc, query: z.infer<typeof subscriptionsQuerySchema>): Promise<Subscriptions>;
  subscribe(person: PersonDoc, input: SubscriptionPut): Promise<SubscriptionView>;
  unsubscribe(person: PersonDoc, id: string): Promise<void>;
  mutes(person: PersonDoc): Promise<Mutes>;
  mute(person: PersonDoc, authorId: PersonId): Promise<void>;
  unmute(person: PersonDoc, authorId: PersonId): Promise<void>;
}

const subscriptionParams = z.strictObject({ subscriptionId: z.string().regex(/^[0-9A-Za-z_:-]{1,200}$/) });
const muteParams = z.strictObject({ personId: idSchema as unknown as z.ZodType<PersonId, string> });

export function subscriptionRoutes(use: NoticeUseCases): Route[] {
  return [...ofSubscriptions(use), ...ofMutes(use)];
}

function ofSubscriptions(use: NoticeUseCases): Route[] {
  return [
    route({
      who: 'reader',
      method: 'get',
      path: routes.subscriptions,
      tag: 'readers',
      summary: 'Read what the caller has asked to be told of',
      query: subscriptionsQuerySchema,
      answers: { 200: { description: 'Newest first, with how mail comes', schema: subscriptionsSchema } },
      handle: async ({ person, query }) => ({ status: 200, body: await use.subscriptions(person, query) }),
    }),
    route({
      who: 'reader',
      method: 'put',
      path: routes.subscriptions,
      tag: 'readers',
      summary: 'Ask to be told of a discussion, of answers, or of an author',
      description: 'Asked again, it is the same one, and only `mail` may change. What is not in sight is 404.',
      body: subscriptionPutSchema,
      answers: { 200: { description: 'As it stands', schema: subscriptionSchema } },
      handle: async ({ site, person, body, caller }) => ({
        status: 200,
        body: await use.subscribe(
          person,
          body.kind === 'thread' ? { ...body, thread: ownPageOnly(body.thread, site, caller) } : body,
        ),
      }),
    }),
    route({
      who: 'reader',
      method: 'delete',
      path: routes.subscription,
      tag: 'readers',
      summary: 'Be told of it no more',
      description: 'Also where it never was, or is no longer.',
      params: subscriptionParams,
      answers: { 204: { description: 'It is gone', schema: null } },
      async handle({ person, params }) {
        await use.unsubscribe(person, params.subscriptionId);
        return { status: 204 };
      },
    }),
  ];
}

function ofMutes(use: NoticeUseCases): Route[] {
  return [
    route({
      who: 'reader',
      method: 'get',
      path: routes.mutes,
      tag: 'readers',
      summary: 'Read whom the caller has muted',
      answers: { 200: { description: 'Newest first', schema: mutesSchema } },
      handle: async ({ person }) => ({ status: 200, body: await use.mutes(person) }),
    }),
    route({
      who: 'reader',
      method: 'put',
      path: routes.mute,
      tag: 'readers',
      summary: 'Hear nothing more of an author',
      description:
        'What was told before stays. Doing it twice changes nothing; an author of whom nothing is in sight is 404.',
      params: muteParams,
      answers: { 204: { description: 'They are muted', schema: null } },
      async handle({ person, params }) {
        await use.mute(person, params.personId);
        return { status: 204 };
      },
    }),
    route({
      who: 'reader',
      method: 'delete',
      path: routes.mute,
      tag: 'readers',
      summary: 'Hear of an author again',
      params: muteParams,
      answers: { 204: { description: 'They are not muted', schema: null } },
      async handle({ person, params }) {
        await use.unmute(person, params.personId);
        return { status: 204 };
      },
    }),
  ];
}
