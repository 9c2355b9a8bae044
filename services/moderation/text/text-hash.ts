import { hash } from 'node:crypto';
import { canonicalText } from './canonical.ts';

/** SHA-256 (base64url) of the canonical form: equal for texts that differ only in case, accents, spacing or lookalikes. */
export function textHash(text: string): string {
  return hash('sha256', canonicalText(text), 'base64url');
}
