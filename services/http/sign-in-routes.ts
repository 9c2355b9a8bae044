import { routes } from '../../shared/routes.ts';
import {
  accessAnswerSchema,
  challengeRequestSchema,
  challengeSchema,
  sessionTokenRequestSchema,
  signedInSchema,
  signInAttemptSchema,
  signInCodeSchema,
  signInLinkCheckedSchema,
  signInLinkCheckSchema,
  signInLinkSchema,
  signInMailSchema,
  signInSiteSchema,
  signInWaysSchema,
  type Access,
  type Challenge,
  type SessionTokenRequest,
  type SignedIn,
  type SignInAttempt,
  type SignInCode,
  type SignInLink,
  type SignInLinkChecked,
  type SignInMail,
  type SignInSite,
  type SignInWays,
} from '../../shared/sign-in.ts';
import type { Site } from '../../shared/site.ts';
import type { Caller } from '../sites/sites.ts';
import type { PersonDoc } from '../storage/people.ts';
import { route, type Route } from './call.ts';
import { siteParams } from './thread-routes.ts';

/** Where somebody signs in, from which network, with what, and as which guest. */
export interface Entering {
  site: Site;
  guest: PersonDoc | null;
  userAgent: string;
  address: string | null;
}

/** How readers sign in, and have a token as long as they are. `address` is the network it is asked for from. */
export interface SignInUseCases {
  ways(site: Site): Promise<SignInWays>;
  askByMail(from: { site: Site; address: string | null; caller: Caller }, input: SignInMail): Promise<SignInAttempt>;
  enterByCode(from: Entering, input: SignInCode): Promise<SignedIn>;
  checkLink(from: { site: Site; address: string | null }, secret: string): Promise<SignInLinkChecked>;
  enterByLink(from: Entering, input: SignInLink): Promise<SignedIn>;
  enterBySite(from: Entering, input: SignInSite): Promise<SignedIn>;
  challenge(from: { address: string | null }, session: string): Promise<Challenge>;
  token(from: { site: Site; address: string | null; caller: Caller }, input: SessionTokenRequest): Promise<Access>;
}

const GUEST_BECOMES =
  'The guest whose token is sent along becomes the reader, unless who signs in is known already. The same request again is answered as the first time.';

export function signInRoutes(use: SignInUseCases): Route[] {
  return [
    route({
      who: 'anyone',
      method: 'get',
      path: routes.signIn,
      tag: 'readers',
      summary: 'Read how readers of a site can sign in',
      params: siteParams,
      answers: { 200: { description: 'The ways in that are offered', schema: signInWaysSchema } },
      handle: async ({ site }) => ({ status: 200, body: await use.ways(site) }),
    }),
    route({
      who: 'anyone',
      method: 'post',
      path: routes.signInMail,
      tag: 'readers',
      summary: 'Have a letter sent to sign in with',
      description: 'Whether anybody has the address is not told: the answer is the same, and so is the letter.',
      params: siteParams,
      body: signInMailSchema,
      answers: { 202: { description: 'It is on its way', schema: signInAttemptSchema } },
      handle: async ({ site, address, caller, body }) => ({
        status: 202,
        body: await use.askByMail({ site, address, caller }, body),
      }),
    }),
    route({
      who: 'perhaps-reader',
      method: 'post',
      path: routes.signInCode,
      tag: 'readers',
      summary: 'Sign in with the code of a letter',
      description: GUEST_BECOMES,
      params: siteParams,
      body: signInCodeSchema,
      answers: { 201: { description: 'Signed in', schema: signedInSchema } },
      handle: async ({ site, person: guest, userAgent, address, body }) => ({
        status: 201,
        body: await use.enterByCode({ site, guest, userAgent, address }, body),
      }),
    }),
    route({
      who: 'anyone',
      method: 'post',
      path: routes.signInLinkCheck,
      tag: 'readers',
      summary: 'Ask whom a link would sign in',
      description: 'Nothing is used up: whoever opens a link is asked before they are somebody.',
      params: siteParams,
      body: signInLinkCheckSchema,
      answers: { 200: { description: 'Who it would be', schema: signInLinkCheckedSchema } },
      handle: async ({ site, address, body }) => ({
        status: 200,
        body: await use.checkLink({ site, address }, body.secret),
      }),
    }),
    route({
      who: 'perhaps-reader',
      method: 'post',
      path: routes.signInLink,
      tag: 'readers',
      summary: 'Sign in with the link of a letter, or of who comes back from a provider',
      description: GUEST_BECOMES,
      params: siteParams,
      body: signInLinkSchema,
      answers: { 201: { description: 'Signed in', schema: signedInSchema } },
      handle: async ({ site, person: guest, userAgent, address, body }) => ({
        status: 201,
        body: await use.enterByLink({ site, guest, userAgent, address }, body),
      }),
    }),
    route({
      who: 'perhaps-reader',
      method: 'post',
      path: routes.signInSite,
      tag: 'readers',
      summary: "Sign in with a token that the site's own server has made",
      description: `${GUEST_BECOMES} A token is good once, within five minutes: see docs/identity.md.`,
      params: siteParams,
      body: signInSiteSchema,
      answers: { 201: { description: 'Signed in', schema: signedInSchema } },
      handle: async ({ site, person: guest, userAgent, address, body }) => ({
        status: 201,
        body: await use.enterBySite({ site, guest, userAgent, address }, body),
      }),
    }),
    route({
      who: 'anyone',
      method: 'post',
      path: routes.sessionChallenge,
      tag: 'readers',
      summary: "Have something to sign with a session's key",
      params: siteParams,
      body: challengeRequestSchema,
      answers: { 200: { description: 'To be signed within a minute', schema: challengeSchema } },
      handle: async ({ address, body }) => ({ status: 200, body: await use.challenge({ address }, body.session) }),
    }),
    route({
      who: 'anyone',
      method: 'post',
      path: routes.sessionToken,
      tag: 'readers',
      summary: 'Have an access token made for a session',
      description: 'Whatever is wrong with session, challenge or signature, the answer is the same: `session-ended`.',
      params: siteParams,
      body: sessionTokenRequestSchema,
      answers: { 200: { description: 'A token, and who they are', schema: accessAnswerSchema } },
      handle: async ({ site, address, caller, body }) => ({
        status: 200,
        body: await use.token({ site, address, caller }, body),
      }),
    }),
  ];
}
