import {
  moderatorSchema,
  setupCheckSchema,
  setupSchema,
  signInSchema,
  socketTicketSchema,
  type SocketTicket,
} from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import type { Session } from '../auth/team.ts';
import { route, type Route } from './call.ts';

export interface ConsoleUseCases {
  redeem(from: { code: string; name: string; password: string; address: string | null }): Promise<Session>;
  checkCode(from: { code: string; address: string | null }): Promise<void>;
  signIn(from: { name: string; password: string; address: string | null }): Promise<Session>;
  signOut(session: string): Promise<void>;
  ticket(session: string): Promise<SocketTicket>;
  /** The Set-Cookie header of a session; null ends it. */
  cookie(session: { secret: string; expiresAt: Date } | null): string;
}

export function consoleRoutes(use: ConsoleUseCases): Route[] {
  const signedIn = (status: number, session: Session) => ({
    status,
    body: session.moderator,
    headers: { 'Set-Cookie': use.cookie(session) },
  });
  return [
    route({
      who: 'visitor',
      method: 'post',
      path: routes.setup,
      tag: 'console',
      summary: 'Redeem the first start’s link or an invitation, and sign in',
      body: setupSchema,
      answers: { 201: { description: 'The new moderator; the session is in the cookie', schema: moderatorSchema } },
      handle: async ({ body, address }) => signedIn(201, await use.redeem({ ...body, address })),
    }),
    route({
      who: 'visitor',
      method: 'post',
      path: routes.setupCheck,
      tag: 'console',
      summary: 'Ask whether a one-time link still works, without using it up',
      body: setupCheckSchema,
      answers: { 204: { description: 'It does', schema: null } },
      async handle({ body, address }) {
        await use.checkCode({ ...body, address });
        return { status: 204 };
      },
    }),
    route({
      who: 'visitor',
      method: 'post',
      path: routes.session,
      tag: 'console',
      summary: 'Sign in',
      body: signInSchema,
      answers: { 200: { description: 'The moderator; the session is in the cookie', schema: moderatorSchema } },
      handle: async ({ body, address }) => signedIn(200, await use.signIn({ ...body, address })),
    }),
    route({
      who: 'moderator',
      method: 'get',
      path: routes.session,
      tag: 'console',
      summary: 'Read who is signed in',
      answers: { 200: { description: 'The moderator', schema: moderatorSchema } },
      handle: ({ moderator }) => Promise.resolve({ status: 200, body: moderator }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.session,
      tag: 'console',
      summary: 'Sign out',
      answers: { 204: { description: 'Signed out; open sockets of the session are closed', schema: null } },
      async handle({ session }) {
        await use.signOut(session);
        return { status: 204, headers: { 'Set-Cookie': use.cookie(null) } };
      },
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.socketTicket,
      tag: 'console',
      summary: 'Get a ticket that opens one socket',
      answers: { 201: { description: 'The ticket, good for half a minute', schema: socketTicketSchema } },
      handle: async ({ session }) => ({ status: 201, body: await use.ticket(session) }),
    }),
  ];
}
