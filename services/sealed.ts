import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Of what is kept or handed out where others may read it, and only this service may (AES-256-GCM). */
export interface Sealing {
  /**
   * In letters, digits, "-" and "_". The same text is never sealed the same way twice.
   * @param about whom or what it belongs to: it opens for nothing else, so that it cannot be moved to another
   */
  seal(text: string, about?: string): string;
  /** What was sealed; null for anything else, and for what was sealed for another purpose. */
  open(sealed: string, about?: string): string | null;
}

/** @param purpose keeps what was sealed for one thing from being taken for another */
export function createSealing(serviceKey: string, purpose: string): Sealing {
  const key = Buffer.from(hkdfSync('sha256', serviceKey, '', `sealed:${purpose}`, 32));
  return {
    seal(text, about = '') {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed, about = '') {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
        return Buffer.concat([text, decipher.final()]).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}
