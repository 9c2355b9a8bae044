import { z } from 'zod';
import {
  inboxSchema,
  markReadSchema,
  unreadSchema,
  type Inbox,
  type MarkRead,
  type Unread,
} from '../../shared/notification.ts';
import { standingAnswerSchema, type StandingAnswer } from '../../shared/standing.ts';
import { routes } from '../../shared/routes.ts';
import { cursorSchema, idSchema } from '../../shared/shapes.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';

export interface ReaderUseCases {
  inbox(person: PersonDoc, cursor: string | undefined): Promise<Inbox>;
  markRead(person: PersonDoc, which: MarkRead): Promise<Unread>;
  readWarning(person: PersonDoc, sanctionId: string): Promise<StandingAnswer>;
}

export function readerRoutes(use: ReaderUseCases): Route[] {
  return [
    route({
      who: 'reader',
      method: 'get',
      path: routes.notifications,
      tag: 'readers',
      summary: "Read the caller's notifications",
      query: z.strictObject({ cursor: cursorSchema.optional() }),
      answers: { 200: { description: 'Newest first, with the number of unread ones', schema: inboxSchema } },
      handle: async ({ person, query }) => ({ status: 200, body: await use.inbox(person, query.cursor) }),
    }),
    route({
      who: 'reader',
      method: 'post',
      path: routes.notificationsRead,
      tag: 'readers',
      summary: 'Mark notifications as read, in every tab',
      description: 'By id, by the comment that was opened, or all. Doing it twice changes nothing.',
      body: markReadSchema,
      answers: { 200: { description: 'What is left unread', schema: unreadSchema } },
      handle: async ({ person, body }) => ({ status: 200, body: await use.markRead(person, body) }),
    }),
    route({
      who: 'reader',
      method: 'post',
      path: routes.warningRead,
      tag: 'readers',
      summary: 'Confirm that the caller has read a warning',
      description: 'They can post again. Doing it twice, or for a warning that was lifted, changes nothing.',
      params: z.strictObject({ sanctionId: idSchema }),
      answers: { 200: { description: 'How the caller stands now', schema: standingAnswerSchema } },
      handle: async ({ person, params }) => ({ status: 200, body: await use.readWarning(person, params.sanctionId) }),
    }),
  ];
}
