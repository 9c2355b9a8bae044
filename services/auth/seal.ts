import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_LENGTH = 12;
const TAG_LENGTH = 16;

export interface Seal {
  /** A secret as it may be stored: nonce, ciphertext and tag, base64url. */
  close: (secret: string, about: string) => string;
  /** @throws Error if it was not sealed with this key, about the same, or was changed since */
  open: (sealed: string, about: string) => string;
}

/**
 * Seals what has to be read again and must not be read out of the database (AES-256-GCM, NIST SP 800-38D). The key follows from
 * the service's own (HKDF, RFC 5869), one for each purpose; `about` is whom or what a secret belongs to, so that it cannot be
 * moved to another.
 */
export function createSeal(serviceKey: string, purpose: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', serviceKey, '', `tribune seal ${purpose}`, 32));
  return {
    close(secret, about) {
      const iv = randomBytes(IV_LENGTH);
      const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(about));
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, text, cipher.getAuthTag()]).toString('base64url');
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_LENGTH), { authTagLength: TAG_LENGTH })
        .setAAD(Buffer.from(about))
        .setAuthTag(bytes.subarray(-TAG_LENGTH));
      const text = decipher.update(bytes.subarray(IV_LENGTH, -TAG_LENGTH));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
