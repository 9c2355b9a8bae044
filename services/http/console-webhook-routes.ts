import {
  consoleWebhooksQuerySchema,
  consoleWebhooksSchema,
  callParamsSchema,
  type ConsoleWebhooks,
} from '../../shared/console-webhooks.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface ConsoleWebhookUseCases {
  read(by: ModeratorView, cursor: string | undefined): Promise<ConsoleWebhooks>;
  retry(by: ModeratorView, callId: string): Promise<void>;
  drop(by: ModeratorView, callId: string): Promise<void>;
}

/** What chats are told: how much of it, and what could not be told. */
export function consoleWebhookRoutes(use: ConsoleWebhookUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.consoleWebhooks,
      tag: 'console',
      summary: 'Read how much chats were told, and what could not be told',
      description: 'For admins and owners.',
      query: consoleWebhooksQuerySchema,
      answers: { 200: { description: 'Numbers, and what could not be told', schema: consoleWebhooksSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.read(moderator, query.cursor) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.consoleWebhookRetry,
      tag: 'console',
      summary: 'Tell a chat once more what it could not be told',
      description: 'For admins and owners. It has eight tries again.',
      params: callParamsSchema,
      answers: { 204: { description: 'It waits to be told', schema: null } },
      async handle({ moderator, params }) {
        await use.retry(moderator, params.callId);
        return { status: 204 };
      },
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.consoleWebhookDrop,
      tag: 'console',
      summary: 'Drop what a chat could not be told',
      description: 'For admins and owners.',
      params: callParamsSchema,
      answers: { 204: { description: 'It is dropped', schema: null } },
      async handle({ moderator, params }) {
        await use.drop(moderator, params.callId);
        return { status: 204 };
      },
    }),
  ];
}
