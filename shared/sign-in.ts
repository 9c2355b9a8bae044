/** How readers sign in, stay signed in and leave. Nothing of it is a cookie: see docs/identity.md. */
import { z } from 'zod';
import { addressSchema } from './address-schema.ts';
import { NAME_MAX, SIGN_IN_TRIES, URL_MAX } from './limits.ts';
import { idSchema, langSchema, momentSchema } from './shapes.ts';

const secondsSchema = z.int().min(0).describe('From now on, by whichever clock');

/** GET sign-in: the ways in that this site offers. */
export const signInWaysSchema = z.strictObject({
  mail: z.boolean().describe('By a code, or a link, in a letter'),
  site: z.boolean().describe("By the site's own accounts: its page hands over a token"),
  providers: z
    .array(z.strictObject({ id: idSchema, name: z.string() }))
    .describe('With accounts from elsewhere: the browser is sent to /oidc/start'),
});
export type SignInWays = z.infer<typeof signInWaysSchema>;

/** POST sign-in/mail. */
export const signInMailSchema = z.strictObject({
  address: addressSchema,
  lang: langSchema.optional().describe('Language of the letter; one the service does not know gives English'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(URL_MAX)
    .optional()
    .describe("The page to come back to by the link; there is none unless it is on one of the site's origins"),
});
export type SignInMail = z.infer<typeof signInMailSchema>;

/** It is always the same, whether the address is known or not. */
export const signInAttemptSchema = z.strictObject({
  attempt: idSchema.describe('Goes with the code'),
  expiresInSeconds: secondsSchema,
});
export type SignInAttempt = z.infer<typeof signInAttemptSchema>;

const coordinateSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** The public half of a key that the browser keeps, and whose private half no script can read (RFC 7517, on P-256). */
export const sessionKeySchema = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: coordinateSchema,
  y: coordinateSchema,
});
export type SessionKey = z.infer<typeof sessionKeySchema>;

/** POST sign-in/code. Sent again with the same key it signs in once: a lost answer can be had again. */
export const signInCodeSchema = z.strictObject({
  attempt: idSchema,
  code: z
    .string()
    .regex(/^\d{6}$/)
    .describe(`${SIGN_IN_TRIES} wrong ones, and a new letter is needed`),
  key: sessionKeySchema,
});
export type SignInCode = z.infer<typeof signInCodeSchema>;

const linkSecretSchema = z.string().regex(/^[A-Za-z0-9._-]{20,200}$/);
/** POST sign-in/link/check: what stands behind `#tribune-sign-in=` in the address. Nothing is used up by it. */
export const signInLinkCheckSchema = z.strictObject({ secret: linkSecretSchema });
export const signInLinkCheckedSchema = z.strictObject({
  as: z.string().describe('Who would be signed in: a mail address, or the name the provider gives'),
  via: z.string().nullable().describe('Name of the provider; null for a letter'),
  expiresInSeconds: secondsSchema,
});
export type SignInLinkChecked = z.infer<typeof signInLinkCheckedSchema>;

/** POST sign-in/link. */
export const signInLinkSchema = z.strictObject({ secret: linkSecretSchema, key: sessionKeySchema });
export type SignInLink = z.infer<typeof signInLinkSchema>;

/** POST sign-in/site: a token that the site's own server has made for who is signed in there. */
export const signInSiteSchema = z.strictObject({ jwt: z.string().min(1).max(20_000), key: sessionKeySchema });
export type SignInSite = z.infer<typeof signInSiteSchema>;

/** GET me. */
export const meSchema = z.strictObject({
  id: z.string(),
  site: z.string(),
  kind: z.enum(['guest', 'reader']).describe('reader: somebody who has signed in'),
  name: z.string().nullable().describe('What stands above their comments; null before the first one'),
  address: z.string().nullable().describe('The mail address they sign in with; null for who signs in otherwise'),
});
export type Me = z.infer<typeof meSchema>;

/** PUT me. Held to the same rules as a name that is typed with a comment. */
export const mePutSchema = z.strictObject({ name: z.string().max(NAME_MAX * 4) });
export type MePut = z.infer<typeof mePutSchema>;

/** An access token is taken wherever a guest's token is. When it is over, the session's key has another one made. */
const accessSchema = z.strictObject({ token: z.string(), expiresInSeconds: secondsSchema, person: meSchema });
export type Access = z.infer<typeof accessSchema>;

/** What signing in answers, whichever way. */
export const signedInSchema = accessSchema.extend({ session: idSchema.describe('To be kept beside the key') });
export type SignedIn = z.infer<typeof signedInSchema>;

/** POST reader-session/challenge: answered for any session, whether there is one or not. */
export const challengeRequestSchema = z.strictObject({ session: idSchema });
export const challengeSchema = z.strictObject({ challenge: z.string(), expiresInSeconds: secondsSchema });
export type Challenge = z.infer<typeof challengeSchema>;

/** POST reader-session/token. */
export const sessionTokenRequestSchema = z.strictObject({
  session: idSchema,
  challenge: z.string().max(200),
  signature: z
    .string()
    .regex(/^[A-Za-z0-9_-]{86}$/)
    .describe('Over "tribune-session", the origin of the service and the challenge, one a line; base64url of r and s'),
});
export type SessionTokenRequest = z.infer<typeof sessionTokenRequestSchema>;
export const accessAnswerSchema = accessSchema;

/** A browser somebody is signed in with. */
export const ownSessionSchema = z.strictObject({
  id: idSchema,
  current: z.boolean().describe('Whether it is the one that asks'),
  browser: z.string().nullable().describe('Such as "Firefox"; null for one that is not known'),
  system: z.string().nullable().describe('Such as "Android"'),
  via: z.enum(['mail', 'site', 'provider']),
  provider: z.string().nullable().describe('Id of the provider'),
  createdAt: momentSchema,
  usedAt: momentSchema.describe('Give or take ten minutes'),
});
export type OwnSession = z.infer<typeof ownSessionSchema>;

/** GET me/sessions. DELETE me/sessions ends all but the one that asks, and is answered with what is left. */
export const ownSessionsSchema = z.strictObject({ items: z.array(ownSessionSchema).describe('Last used first') });
export type OwnSessions = z.infer<typeof ownSessionsSchema>;
