import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands without being told: SHA-1, six digits, half a minute (RFC 6238). */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** RFC 4226, 4: at least 128 bits, 160 recommended. */
const SECRET_BYTES = 20;
/** Steps a clock may be off, and a code be late. */
const WINDOW = 1;

/** A new secret, base32 as people type it. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator app reads out of a QR code (Key URI Format). */
export function totpAddress(secret: string, { issuer, name }: { issuer: string; name: string }): string {
  return new TOTP({ ...KIND, issuer, label: name, secret }).toString();
}

/** The step a code belongs to, so that it can be told whether it was used before; null for a code that is none of now, or a secret that is not to be had. */
export function stepOf(secret: string | null, code: string, now: Date): number | null {
  if (secret === null) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...KIND, token: code, secret: Secret.fromBase32(secret), timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: KIND.period, timestamp }) + delta;
}
