import { z } from 'zod';
import { siteIdSchema } from './comment.ts';
import { NAME_MAX, NAME_MIN, PASSWORD_MAX, PASSWORD_MIN, SCOPE_MAX } from './limits.ts';
import { momentSchema } from './shapes.ts';

/** POST guests answers this. The token is shown once and is the guest's only proof of who they are. */
export const guestSchema = z.strictObject({ personId: z.string(), token: z.string() });
export type Guest = z.infer<typeof guestSchema>;

export const ROLES = ['moderator', 'admin', 'owner'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The sites a member of the team has their role on; null for all there are, and those that are still to come. */
export const scopeSchema = z.array(siteIdSchema).min(1).max(SCOPE_MAX).readonly().nullable();
export type Scope = z.infer<typeof scopeSchema>;

const credentialsSchema = z.strictObject({
  name: z.string().trim().min(NAME_MIN).max(NAME_MAX),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});

/** POST setup: redeems a one-time link; the first makes the owner, an invitation makes a moderator. */
export const setupSchema = credentialsSchema.extend({ code: z.string().min(20).max(100) });
/** POST setup/check: the code in the body, so that no log of addresses ever holds it. */
export const setupCheckSchema = setupSchema.pick({ code: true });
/** POST rescue: redeems a link that the machine of the service has printed for an owner. */
export const rescueSchema = setupSchema.pick({ code: true, password: true });
export const signInSchema = z.strictObject({ name: z.string().max(200), password: z.string().max(PASSWORD_MAX) });

export const moderatorSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: roleSchema,
  sites: scopeSchema,
});
export type ModeratorView = z.infer<typeof moderatorSchema>;

/** What can be shown beside a password: a passkey, a code of an authenticator app, one of the codes for who has lost those. */
export const SECOND_FACTOR_WAYS = ['passkey', 'code', 'recovery-code'] as const;
export type SecondFactorWay = (typeof SECOND_FACTOR_WAYS)[number];

/** Signed in. After a recovery code, with how many are left. */
export const signedInSchema = moderatorSchema.extend({ recoveryCodesLeft: z.number().int().optional() });
export type SignedIn = z.infer<typeof signedInSchema>;

/**
 * Name and password were right, and are not enough: a second factor has to be shown, by what the `challenge` is for, or one has
 * to be set up, in a session that lets nothing else be done.
 */
export const signInStepSchema = z.discriminatedUnion('next', [
  z.strictObject({
    next: z.literal('second-factor'),
    challenge: z.string(),
    expiresAt: momentSchema,
    ways: z.array(z.enum(SECOND_FACTOR_WAYS)),
  }),
  z.strictObject({ next: z.literal('set-up') }),
]);
export type SignInStep = z.infer<typeof signInStepSchema>;

const challengeSchema = z.string().min(1).max(100);

/** POST session/code: a code of the authenticator app, or one of the recovery codes. */
export const signInCodeSchema = z.strictObject({
  challenge: challengeSchema,
  way: z.enum(['code', 'recovery-code']),
  code: z.string().min(1).max(40),
});

const bytesSchema = (max: number): z.ZodString =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);

/** A passkey's answer to a challenge (WebAuthn's AuthenticationResponseJSON, what is looked at of it); bytes are base64url. */
export const passkeyProofSchema = z.strictObject({
  id: bytesSchema(1400),
  clientDataJSON: bytesSchema(4000),
  authenticatorData: bytesSchema(4000),
  signature: bytesSchema(8000),
  userHandle: bytesSchema(100).optional(),
});
export type PasskeyProof = z.infer<typeof passkeyProofSchema>;

/** POST session/passkey/options: without a challenge of the sign-in, the passkey alone is to let somebody in. */
export const passkeyAskSchema = z.strictObject({ challenge: challengeSchema.optional() }).prefault({});
/** POST session/passkey. */
export const signInPasskeySchema = z.strictObject({ challenge: challengeSchema.optional(), proof: passkeyProofSchema });

export const inviteSchema = z.strictObject({ url: z.string(), expiresAt: momentSchema });
export type Invite = z.infer<typeof inviteSchema>;

export const socketTicketSchema = z.strictObject({ ticket: z.string(), expiresAt: momentSchema });
export type SocketTicket = z.infer<typeof socketTicketSchema>;
