import { z } from 'zod';
import { routes } from '../../shared/routes.ts';
import { idSchema } from '../../shared/shapes.ts';
import { mePutSchema, meSchema, ownSessionsSchema, type Me, type OwnSessions } from '../../shared/sign-in.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';

/** Who the caller is, and where they are signed in. `session` is the one that asks; null for a guest. */
export interface SessionUseCases {
  me(person: PersonDoc): Promise<Me>;
  rename(person: PersonDoc, name: string): Promise<Me>;
  sessions(person: PersonDoc, session: string | null): Promise<OwnSessions>;
  end(person: PersonDoc, sessionId: string): Promise<void>;
  endOthers(person: PersonDoc, session: string | null): Promise<OwnSessions>;
}

export function sessionRoutes(use: SessionUseCases): Route[] {
  return [
    route({
      who: 'reader',
      method: 'get',
      path: routes.me,
      tag: 'readers',
      summary: 'Read who the caller is',
      answers: { 200: { description: 'The caller', schema: meSchema } },
      handle: async ({ person }) => ({ status: 200, body: await use.me(person) }),
    }),
    route({
      who: 'reader',
      method: 'put',
      path: routes.me,
      tag: 'readers',
      summary: 'Change the name that stands above the comments of who has signed in',
      description: 'Of those that come from now on; a guest says a name with each comment, and has none of their own.',
      body: mePutSchema,
      answers: { 200: { description: 'The caller, with that name', schema: meSchema } },
      handle: async ({ person, body }) => ({ status: 200, body: await use.rename(person, body.name) }),
    }),
    route({
      who: 'reader',
      method: 'get',
      path: routes.ownSessions,
      tag: 'readers',
      summary: 'List the browsers the caller is signed in with',
      answers: { 200: { description: 'None for a guest', schema: ownSessionsSchema } },
      handle: async ({ person, session }) => ({ status: 200, body: await use.sessions(person, session) }),
    }),
    route({
      who: 'reader',
      method: 'delete',
      path: routes.ownSession,
      tag: 'readers',
      summary: 'Sign out, here or elsewhere',
      description: 'Its access tokens end with it, and its sockets within seconds. Doing it twice changes nothing.',
      params: z.strictObject({ sessionId: idSchema }),
      answers: { 204: { description: 'It has ended', schema: null } },
      async handle({ person, params }) {
        await use.end(person, params.sessionId);
        return { status: 204 };
      },
    }),
    route({
      who: 'reader',
      method: 'delete',
      path: routes.ownSessions,
      tag: 'readers',
      summary: 'Sign out everywhere but here',
      answers: { 200: { description: 'What is left', schema: ownSessionsSchema } },
      handle: async ({ person, session }) => ({ status: 200, body: await use.endOthers(person, session) }),
    }),
  ];
}
