/** Accounts from elsewhere that readers of a site sign in with: the site's own, and those of providers. For the console. */
import { z } from 'zod';
import { SITE_KEYS_MAX } from './limits.ts';
import { idSchema, momentSchema, namedSchema } from './shapes.ts';

/** POST keys: a secret that is made here and told once, or the public half of a key pair on Ed25519 (RFC 8037). */
export const siteKeyCreateSchema = z.discriminatedUnion('alg', [
  z.strictObject({ alg: z.literal('HS256') }),
  z.strictObject({
    alg: z.literal('EdDSA'),
    jwk: z.strictObject({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    }),
  }),
]);
export type SiteKeyCreate = z.infer<typeof siteKeyCreateSchema>;

export const siteKeyAddedSchema = z.strictObject({
  kid: idSchema.describe('What tokens say in their header'),
  secret: z.string().nullable().describe('Shown this once; null where the site has the private key itself'),
});
export type SiteKeyAdded = z.infer<typeof siteKeyAddedSchema>;

const siteKeySchema = z.strictObject({
  kid: idSchema,
  alg: z.enum(['HS256', 'EdDSA']),
  at: momentSchema,
  by: namedSchema,
  revoked: z.strictObject({ at: momentSchema, by: namedSchema }).nullable(),
});

/** PUT providers: a provider as the console sends it. */
export const providerPutSchema = z.strictObject({
  name: z.string().trim().min(1).max(50).describe('What readers read: "Sign in with …"'),
  issuer: z.url({ protocol: /^https?$/ }).max(500),
  clientId: z.string().min(1).max(300),
  clientSecret: z
    .string()
    .min(1)
    .max(500)
    .nullable()
    .optional()
    .describe('Left out, the one there is stays; null for a client that has none'),
});
export type ProviderPut = z.infer<typeof providerPutSchema>;

/** POST providers/check: where a provider would be asked to describe itself. */
export const providerCheckSchema = providerPutSchema.pick({ issuer: true });
export type ProviderCheck = z.infer<typeof providerCheckSchema>;

/** What came of it. */
export const PROVIDER_FOUND = [
  'right',
  'unreachable',
  'not-there',
  'not-json',
  'other-issuer',
  'incomplete',
  'no-code-flow',
] as const;
export const providerCheckedSchema = z.strictObject({
  found: z.enum(PROVIDER_FOUND),
  url: z.string().describe('Where it was asked'),
  detail: z
    .string()
    .nullable()
    .describe('Why it was not reached, the status it answered, the issuer it says it is, or what is missing'),
});
export type ProviderChecked = z.infer<typeof providerCheckedSchema>;

const providerSchema = z.strictObject({
  id: idSchema,
  name: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  hasSecret: z.boolean(),
  at: momentSchema,
  by: namedSchema,
});

/** GET sign-in of the console. No secret is in it. */
export const siteAccountsSchema = z.strictObject({
  audience: z.string().describe('The `aud` of tokens'),
  issuer: z.string().describe('The `iss` of tokens'),
  returnUrl: z.string().describe('Address that a provider has to send people back to'),
  keys: z.array(siteKeySchema).describe(`The oldest first; ${SITE_KEYS_MAX} at most are in force`),
  providers: z.array(providerSchema),
  mayChange: z.boolean().describe('Whether the caller may change them'),
});
export type SiteAccountsView = z.infer<typeof siteAccountsSchema>;
