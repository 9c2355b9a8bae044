import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { SessionKey } from '../../shared/sign-in.ts';
import { Problem } from '../../shared/problem.ts';

type Coordinates = Pick<SessionKey, 'x' | 'y'>;

/**
 * A public key with a thumbprint that stands for it (RFC 7638).
 * @throws Problem `validation-failed` if it is no point on the curve
 */
export function thumbprintOf({ kty, crv, x, y }: SessionKey): string {
  try {
    keyOf({ x, y });
  } catch (cause) {
    throw new Problem('validation-failed', { errors: [{ path: 'key', code: 'invalid' }], cause });
  }
  return hash('sha256', JSON.stringify({ crv, kty, x, y }), 'base64url');
}

/** Whether a signature over a text is of this key: ECDSA on P-256 with SHA-256, as r and s in base64url. */
export function isSignedBy(key: Coordinates, text: string, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  return (
    bytes.length === 64 &&
    bytes.toString('base64url') === signature &&
    verify('sha256', Buffer.from(text), { key: keyOf(key), dsaEncoding: 'ieee-p1363' }, bytes)
  );
}

function keyOf({ x, y }: Coordinates): KeyObject {
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
}
