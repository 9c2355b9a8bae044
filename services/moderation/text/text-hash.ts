import { createHash } from 'node:crypto';

/** SHA-256 (base64url) of the canonical form: equal for texts that differ only in case, accents, spacing or lookalikes. */
export function textHash(text: string): string {
  return createHash('sha256').update(text.normalize('NFKC').toLowerCase().trim()).digest('base64url');
}
