import { z } from 'zod';
import { passkeyProofSchema } from './identity.ts';
import { PASSKEY_NAME_MAX, PASSWORD_MAX, PASSWORD_MIN } from './limits.ts';
import { cleanText } from './clean-text.ts';
import { momentSchema } from './shapes.ts';

/** A session of one's own: browser and system by name where they are known. */
export const sessionViewSchema = z.strictObject({
  id: z.string(),
  browser: z.string().nullable(),
  system: z.string().nullable(),
  createdAt: momentSchema,
  /** To five minutes. */
  lastUsedAt: momentSchema,
  isThis: z.boolean(),
});
export type SessionView = z.infer<typeof sessionViewSchema>;

export const passkeyViewSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: momentSchema,
  lastUsedAt: momentSchema.nullable(),
});
export type PasskeyView = z.infer<typeof passkeyViewSchema>;

/** GET account: how a member of the team signs in, and where they have. */
export const accountSchema = z.strictObject({
  /** Whether the team requires a second factor of everybody. */
  required: z.boolean(),
  /** Since when an authenticator app is set up. */
  totpSince: momentSchema.nullable(),
  passkeys: z.array(passkeyViewSchema),
  /** How many are left; null for who has no second factor, and so no use for them. */
  recoveryCodesLeft: z.number().int().nullable(),
  /** The one used last first. */
  sessions: z.array(sessionViewSchema),
});
export type Account = z.infer<typeof accountSchema>;

/** PUT account/password. */
export const passwordChangeSchema = z.strictObject({
  current: z.string().max(PASSWORD_MAX),
  password: z.string().min(PASSWORD_MIN).max(PASSWORD_MAX),
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** POST account/totp: what an authenticator app is given, as text and as the address in a QR code. */
export const totpOfferSchema = z.strictObject({ secret: z.string(), address: z.string() });
export type TotpOffer = z.infer<typeof totpOfferSchema>;
/** POST account/totp/confirm. */
export const totpCodeSchema = z.strictObject({ code: z.string().min(1).max(20) });

/** A fresh set of recovery codes, shown this once. */
export const recoveryCodesSchema = z.strictObject({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodesSchema>;
/** What setting up a second factor answers: the codes that come with the first one, none with others. */
export const factorAddedSchema = z.strictObject({ recoveryCodes: z.array(z.string()).nullable() });
export type FactorAdded = z.infer<typeof factorAddedSchema>;

/** What a browser is to be asked for, as WebAuthn has it (PublicKeyCredentialCreationOptionsJSON, …RequestOptionsJSON). */
export const passkeyOptionsSchema = z.looseObject({ challenge: z.string() });
export type PasskeyOptions = z.infer<typeof passkeyOptionsSchema>;

const bytesSchema = z
  .string()
  .max(16_000)
  .regex(/^[A-Za-z0-9_-]+$/);

/** POST account/passkeys: a new passkey (WebAuthn's RegistrationResponseJSON, what is looked at of it); bytes are base64url. */
export const newPasskeySchema = z.strictObject({
  name: z.string().overwrite(cleanText).trim().min(1).max(PASSKEY_NAME_MAX),
  id: bytesSchema.max(1400),
  clientDataJSON: bytesSchema,
  attestationObject: bytesSchema,
  transports: z.array(z.string().max(20)).max(10),
});
export type NewPasskey = z.infer<typeof newPasskeySchema>;

/** POST account/proof: that it is still the same person, by the password or a passkey. */
export const proofSchema = z.union([
  z.strictObject({ password: z.string().max(PASSWORD_MAX) }),
  z.strictObject({ passkey: passkeyProofSchema }),
]);
export type Proof = z.infer<typeof proofSchema>;

/** PUT second-factor: whether everybody in the team has to have one. */
export const requirementSchema = z.strictObject({ required: z.boolean() });
