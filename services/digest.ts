import { createHash } from 'node:crypto';

/** A short text that stands for several things together: the same for the same, and never again for others. */
export function digest(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
