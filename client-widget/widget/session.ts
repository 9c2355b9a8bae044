import type { Access, Challenge, SessionKey, SignedIn } from '../../shared/sign-in.ts';
import { path } from '../../shared/routes.ts';
import { sessionProof, signInRoutes } from '../../shared/sign-in-routes.ts';
import { ApiProblem } from '../kit/api.ts';
import { dropKey, findKey, keepKey, newKeyPair, publicKey, sign } from '../kit/session-key.ts';
import type { Services } from './services.ts';

/** Name of the key that waits while the reader is at a provider's. */
export const UNDER_WAY = 'under-way';

type Asked = Pick<Services, 'api' | 'base' | 'site'>;

/**
 * A fresh access token for a session, in exchange for a signature with its key.
 * @throws ApiProblem `session-ended` where the session or its key is gone; what else goes wrong passes
 */
export async function renew({ api, base, site: siteId }: Asked, session: string): Promise<Access> {
  const pair = await findKey(session);
  const ask = <T>(where: string, body: object) =>
    api<T>(path(where, { siteId }), { method: 'POST', body: { session, ...body } });
  const { challenge } = await ask<Challenge>(signInRoutes.sessionChallenge, {});
  // Without its key nothing signed is right, and the service says so in the reader's language.
  const signature = pair ? await sign(pair, sessionProof(base, challenge)) : 'A'.repeat(86);
  try {
    return await ask<Access>(signInRoutes.sessionToken, { challenge, signature });
  } catch (error) {
    if (error instanceof ApiProblem && error.code === 'session-ended') await dropKey(session);
    throw error;
  }
}

/**
 * Signs in with a new key, whichever way: the page speaks as that reader from then on. Until they sign in again in the same way,
 * an attempt whose answer was lost is the same attempt.
 * @param attempt stays the same as long as what is sent does
 * @param ask sends what proves who they are, with the key
 */
export async function signInWith(
  { identity }: Pick<Services, 'identity'>,
  attempt: string,
  ask: (key: SessionKey, token: string | null) => Promise<SignedIn>,
): Promise<SignedIn> {
  const pair = (await findKey(attempt)) ?? (await newKeyPair());
  await keepKey(attempt, pair);
  const signedIn = await ask(await publicKey(pair), identity.session === null ? identity.token : null);
  await keepKey(signedIn.session, pair);
  await dropKey(attempt);
  identity.signedIn(signedIn);
  return signedIn;
}

/** Signs in with what the site's own server says of who is signed in there. */
const signInBySite = (services: Services, jwt: string): Promise<SignedIn> =>
  signInWith(services, UNDER_WAY, (key, token) =>
    services.api<SignedIn>(path(signInRoutes.signInSite, { siteId: services.site }), {
      method: 'POST',
      token,
      body: { jwt, key },
    }),
  );

/**
 * Follows who is signed in at the site: somebody, whose name there is in what its server says, or nobody (null). Whoever has signed in
 * here in another way stays who they are.
 * @returns whether the page speaks as somebody else now
 */
export async function followSite(services: Services, jwt: string | null): Promise<boolean> {
  const { identity, memory } = services;
  const subject = jwt === null ? null : subjectOf(jwt);
  const { session, subject: before } = memory.profile;
  if (subject === before && (session !== null || subject === null)) return false;
  if (jwt === null) await signOut(services).catch(() => identity.signedOut());
  else await signInBySite(services, jwt);
  memory.update({ subject });
  return true;
}

/** Whom a token is about, as it says itself: only to tell one from another. Whether it may be believed is for the service to say. */
function subjectOf(jwt: string): string | null {
  try {
    const claims = JSON.parse(atob((jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as {
      sub?: string;
    };
    return claims.sub ?? null;
  } catch {
    return null;
  }
}

/** Ends this browser's session, here and at the service. */
export async function signOut({ api, identity }: Services): Promise<void> {
  const { session } = identity;
  if (session === null) return;
  await identity.as((token) =>
    api<null>(path(signInRoutes.ownSession, { sessionId: session }), { method: 'DELETE', token }),
  );
  await dropKey(session);
  identity.signedOut();
}
