import {
  consoleMailQuerySchema,
  consoleMailSchema,
  letterParamsSchema,
  type ConsoleMail,
} from '../../shared/console-mail.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import { route, type Route } from './call.ts';

export interface ConsoleMailUseCases {
  read(by: ModeratorView, cursor: string | undefined): Promise<ConsoleMail>;
  retry(by: ModeratorView, letterId: string): Promise<void>;
  drop(by: ModeratorView, letterId: string): Promise<void>;
}

/** The mail the service sends: how much of it, and what could not be sent. */
export function consoleMailRoutes(use: ConsoleMailUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.consoleMail,
      tag: 'console',
      summary: 'Read how much mail waits, was sent, and could not be sent',
      description: 'For admins and owners.',
      query: consoleMailQuerySchema,
      answers: { 200: { description: 'Numbers, and letters that could not be sent', schema: consoleMailSchema } },
      handle: async ({ moderator, query }) => ({ status: 200, body: await use.read(moderator, query.cursor) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.consoleMailRetry,
      tag: 'console',
      summary: 'Send a letter that could not be sent once more',
      description: 'For admins and owners. It has eight tries again, and is only sent if there is still a reason to.',
      params: letterParamsSchema,
      answers: { 204: { description: 'It waits to be sent', schema: null } },
      async handle({ moderator, params }) {
        await use.retry(moderator, params.letterId);
        return { status: 204 };
      },
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.consoleMailDrop,
      tag: 'console',
      summary: 'Drop a letter that could not be sent',
      description: 'For admins and owners.',
      params: letterParamsSchema,
      answers: { 204: { description: 'It is dropped', schema: null } },
      async handle({ moderator, params }) {
        await use.drop(moderator, params.letterId);
        return { status: 204 };
      },
    }),
  ];
}
