import { createHmac, hash, randomBytes } from 'node:crypto';

/** 32 random bytes, base64url: a secret that cannot be guessed. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret. A fast hash is enough, since the secret itself has 256 random bits. */
export function hashSecret(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/**
 * A secret that follows from the service's own key and a request, so that the same request again gets the same one and an
 * answer that was lost on the way can be given again.
 */
export function deriveSecret(serviceKey: string, ...request: string[]): string {
  return createHmac('sha256', serviceKey).update(JSON.stringify(request)).digest('base64url');
}
