import { passkeyOptionsSchema, type PasskeyOptions } from '../../shared/account.ts';
import {
  moderatorSchema,
  passkeyAskSchema,
  rescueSchema,
  setupCheckSchema,
  setupSchema,
  signedInSchema,
  signInCodeSchema,
  signInPasskeySchema,
  signInSchema,
  signInStepSchema,
  socketTicketSchema,
  type PasskeyProof,
  type SignInStep,
  type SocketTicket,
} from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import type { Session } from '../auth/sessions.ts';
import { route, type Answer, type Route } from './call.ts';

/** Who signs in: from where, with what, and in which session until now. */
interface Visitor {
  address: string | null;
  userAgent: string;
  session: string | null;
}
type Begun = { session: Session; recoveryCodesLeft?: number };
type Entered = Begun | SignInStep;

export interface ConsoleUseCases {
  redeem(from: Visitor & { code: string; name: string; password: string }): Promise<Entered>;
  rescue(from: Visitor & { code: string; password: string }): Promise<Entered>;
  checkCode(from: { code: string; address: string | null }): Promise<void>;
  signIn(from: Visitor & { name: string; password: string }): Promise<Entered>;
  signInByCode(from: Visitor & { challenge: string; way: 'code' | 'recovery-code'; code: string }): Promise<Entered>;
  passkeyOptions(from: { address: string | null; challenge: string | undefined }): Promise<PasskeyOptions>;
  signInByPasskey(from: Visitor & { challenge: string | undefined; proof: PasskeyProof }): Promise<Entered>;
  signOut(session: string): Promise<void>;
  ticket(session: string): Promise<SocketTicket>;
  /** The Set-Cookie header of a session; null ends it. */
  cookie(session: { secret: string; expiresAt: Date } | null): string;
}

const SIGNED_IN = { description: 'The moderator; the session is in the cookie', schema: signedInSchema };
const STEP = {
  description:
    'Not in yet. `second-factor`: to be shown next, for the challenge. `set-up`: one has to be set up first; the session in the ' +
    'cookie lets nothing else be done',
  schema: signInStepSchema,
};

/** Ways into the console, all of which begin a session of their own. */
export function consoleRoutes(use: ConsoleUseCases): Route[] {
  const answer = (status: number, entered: Entered): Answer => {
    if ('next' in entered) return { status: 202, body: entered };
    const { session, recoveryCodesLeft } = entered;
    const headers = { 'Set-Cookie': use.cookie(session) };
    if (session.mustSetUp) return { status: 202, body: { next: 'set-up' }, headers };
    return { status, body: { ...session.moderator, recoveryCodesLeft }, headers };
  };
  return [
    route({
      who: 'visitor',
      method: 'post',
      path: routes.setup,
      tag: 'console',
      summary: 'Redeem the first start’s link or an invitation, and sign in',
      body: setupSchema,
      answers: { 201: SIGNED_IN, 202: STEP },
      handle: async ({ body, ...from }) => answer(201, await use.redeem({ ...body, ...visitor(from) })),
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
      path: routes.rescue,
      tag: 'console',
      summary: 'Choose a new password by the link of an owner who has lost everything',
      description: 'The second factor they had goes, and so do their sessions; another one has to be set up next.',
      body: rescueSchema,
      answers: { 200: SIGNED_IN, 202: STEP },
      handle: async ({ body, ...from }) => answer(200, await use.rescue({ ...body, ...visitor(from) })),
    }),
    route({
      who: 'visitor',
      method: 'post',
      path: routes.session,
      tag: 'console',
      summary: 'Sign in by name and password',
      body: signInSchema,
      answers: { 200: SIGNED_IN, 202: STEP },
      handle: async ({ body, ...from }) => answer(200, await use.signIn({ ...body, ...visitor(from) })),
    }),
    route({
      who: 'visitor',
      method: 'post',
      path: routes.sessionCode,
      tag: 'console',
      summary: 'Show a code as the second factor, and sign in',
      description: 'Of an authenticator app, or one of the recovery codes; each works once. Ten wrong ones an hour.',
      body: signInCodeSchema,
      answers: { 200: SIGNED_IN },
      handle: async ({ body, ...from }) => answer(200, await use.signInByCode({ ...body, ...visitor(from) })),
    }),
    ...passkeyRoutes(use, answer),
    ...sessionRoutes(use),
  ];
}

function passkeyRoutes(use: ConsoleUseCases, answer: (status: number, entered: Entered) => Answer): Route[] {
  return [
    route({
      who: 'visitor',
      method: 'post',
      path: routes.sessionPasskeyOptions,
      tag: 'console',
      summary: 'Ask what a browser has to ask a passkey for',
      description: 'Without a challenge, for a sign-in by passkey alone. Good for five minutes and one answer.',
      body: passkeyAskSchema,
      answers: {
        200: { description: 'PublicKeyCredentialRequestOptionsJSON of WebAuthn', schema: passkeyOptionsSchema },
      },
      handle: async ({ body, address }) => ({
        status: 200,
        body: await use.passkeyOptions({ challenge: body.challenge, address }),
      }),
    }),
    route({
      who: 'visitor',
      method: 'post',
      path: routes.sessionPasskey,
      tag: 'console',
      summary: 'Sign in by a passkey, alone or as the second factor',
      body: signInPasskeySchema,
      answers: { 200: SIGNED_IN, 202: STEP },
      handle: async ({ body: { challenge, proof }, ...from }) =>
        answer(200, await use.signInByPasskey({ challenge, proof, ...visitor(from) })),
    }),
  ];
}

function sessionRoutes(use: ConsoleUseCases): Route[] {
  return [
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
      settingUp: true,
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

function visitor({ address, userAgent, session }: Visitor): Visitor {
  return { address, userAgent, session };
}
