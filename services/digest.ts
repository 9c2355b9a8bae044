import { hash } from 'node:crypto';

/** A short text that stands for several things together: the same for the same, and never again for others. */
export function digest(parts: readonly unknown[]): string {
  return hash('sha256', JSON.stringify(parts), 'base64url');
}
