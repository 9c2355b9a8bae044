import { createPublicKey, type KeyObject } from 'node:crypto';
import { errors, jwtVerify } from 'jose';
import { normalAddress } from '../../shared/address.ts';
import { Problem } from '../../shared/problem.ts';
import type { SiteKey } from '../storage/site-accounts.ts';
import { strictObject } from './strict-json.ts';

/** How far two clocks may be apart, seconds; and how long a token is good for at most. */
const LEEWAY_S = 60;
const LIFE_S = 300;
const NAME_MAX = 200;
/** Printable, without spaces: what accounts are really called by machines. */
const SUBJECT = /^(?!(?:__proto__|constructor|prototype)$)[\x21-\x7e]{1,255}$/;
/** What a header needs to say: without letters beyond ASCII and without escapes, two programs cannot read it as two things. */
const HEADER = /^[\x20-\x5b\x5d-\x7e]*$/;
/** A compact JWS (RFC 7515, 7.1): three parts, none empty, in the alphabet of URLs and without padding. */
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

export interface SiteTokenDeps {
  keyOf: (kid: string) => Promise<SiteKey | null>;
  secretOf: (key: SiteKey) => string | null;
  now: () => Date;
}

/** What a site says about who is signed in there. */
export interface Vouched {
  /** Used once. */
  jti: string;
  subject: string;
  name: string | null;
  /** Verified by the site. */
  address: string | null;
  /** After this nothing can come of the token any more. */
  overAt: Date;
}

/**
 * Checks a token of a site (RFC 7519). Which key and algorithm it is checked with follows from the key's id alone: keys that a token brings,
 * and the algorithm it would like, count for nothing (RFC 8725, 3.1).
 * @throws Problem `site-token-refused`, whatever is wrong
 */
export async function readSiteToken(
  deps: SiteTokenDeps,
  jwt: string,
  { issuer, audience }: { issuer: string; audience: string },
): Promise<Vouched> {
  const key = await keyFor(deps, jwt);
  if (key === null) throw new Problem('site-token-refused');
  try {
    const { payload } = await jwtVerify(jwt, key.material, {
      ...{ algorithms: key.algorithms, issuer, audience, currentDate: deps.now() },
      ...{ clockTolerance: LEEWAY_S, maxTokenAge: LIFE_S, requiredClaims: ['exp', 'iat', 'jti', 'sub', 'aud', 'iss'] },
    });
    const vouched = vouchedBy(payload);
    if (vouched !== null) return vouched;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw new Problem('site-token-refused');
}

async function keyFor(
  deps: SiteTokenDeps,
  jwt: string,
): Promise<{ material: KeyObject | Uint8Array; algorithms: string[] } | null> {
  if (!COMPACT.test(jwt)) return null;
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  // A byte may be written in several ways: only one of them is taken.
  if (Buffer.from(signature, 'base64url').toString('base64url') !== signature) return null;
  const texts = [header, payload].map((part) => Buffer.from(part, 'base64url').toString('utf8'));
  if (!HEADER.test(texts[0] ?? '')) return null;
  const [said, claims] = texts.map(strictObject);
  if (said == null || claims == null || typeof said['kid'] !== 'string' || !isPlain(said)) return null;
  const key = await deps.keyOf(said['kid']);
  if (key === null) return null;
  if (key.alg === 'EdDSA') {
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.x ?? '' };
    return { material: createPublicKey({ key: jwk, format: 'jwk' }), algorithms: ['EdDSA', 'Ed25519'] };
  }
  const secret = deps.secretOf(key);
  return secret === null ? null : { material: Buffer.from(secret), algorithms: ['HS256'] };
}

/** Whether a header is that of a token itself: of no other kind (RFC 8725, 3.11), packed, or around another one. */
function isPlain({ typ = 'JWT', cty, zip }: Record<string, unknown>): boolean {
  return typeof typ === 'string' && /^(?:application\/)?jwt$/i.test(typ) && cty === undefined && zip === undefined;
}

/** What is to be believed of what is said; null if it is not in order. */
function vouchedBy({ aud, exp, iat, jti, sub, ...claims }: Record<string, unknown>): Vouched | null {
  if (!Number.isSafeInteger(exp) || !Number.isSafeInteger(iat)) return null;
  const [over, since] = [Number(exp), Number(iat)];
  if (over <= since || over - since > LIFE_S) return null;
  if (typeof aud !== 'string' || typeof sub !== 'string' || typeof jti !== 'string') return null;
  if (!SUBJECT.test(sub) || !SUBJECT.test(jti)) return null;
  return { jti, subject: sub, ...claimedOf(claims), overAt: new Date((over + 2 * LEEWAY_S) * 1000) };
}

/** A name, and an address that was verified: `true` and nothing that only looks like it. */
export function claimedOf(claims: Record<string, unknown>): Pick<Vouched, 'name' | 'address'> {
  const { name, email } = claims;
  const isVerified = claims['email_verified'] === true && typeof email === 'string';
  return {
    name: typeof name === 'string' && name !== '' && name.length <= NAME_MAX ? name : null,
    address: isVerified ? normalAddress(email) : null,
  };
}
