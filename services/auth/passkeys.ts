import type { NewPasskey, PasskeyOptions } from '../../shared/account.ts';
import type { ModeratorId } from '../../shared/ids.ts';
import type { PasskeyProof } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { ModeratorDoc, Passkey } from '../storage/moderators.ts';
import { hashSecret } from './tokens.ts';

/** How long a browser, and whoever sits before it, has to answer; the challenge holds as long. Milliseconds. */
const CHALLENGE_MS = 5 * 60_000;
/** Machines that reach the service by number can have no passkeys; this one has a name for itself. */
const THIS_MACHINE = /^(127\.0\.0\.1|\[::1\])$/;

export interface PasskeysDeps {
  grants: {
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { at: Date }): Promise<GrantDoc | null>;
  };
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    usePasskey(id: ModeratorId, passkey: Passkey, now: { counter: number; at: Date }): Promise<boolean>;
  };
  /** Where people reach the service. */
  publicUrl: () => string;
  now: () => Date;
}

export type Passkeys = ReturnType<typeof createPasskeys>;

/**
 * Passkeys (WebAuthn Level 3) of this service's own origin. Every one can be found without a name, and asks who holds it for a
 * finger, face or PIN. A challenge is kept here, for one member or, before anybody is known, for none, and is good for one answer.
 */
export function createPasskeys(deps: PasskeysDeps) {
  const { now } = deps;

  async function challenge(kind: 'passkey' | 'new-passkey', of: string | null, { challenge }: PasskeyOptions) {
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + CHALLENGE_MS);
    const rest = { siteId: null, createdAt, expiresAt, usedAt: null };
    await deps.grants.insert({ _id: hashSecret(challenge), kind, subjectId: of, ...rest });
  }
  /**
   * Uses up the challenge that an answer names, for just this purpose and member.
   * @throws Problem `passkey-refused`, `challenge-over`
   */
  async function meet(kind: 'passkey' | 'new-passkey', of: string | null, clientDataJSON: string): Promise<string> {
    const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers');
    const expectedChallenge = await refused(() => String(decodeClientDataJSON(clientDataJSON).challenge));
    const used = await deps.grants.use(hashSecret(expectedChallenge), kind, { at: now() });
    if (used === null) throw new Problem('challenge-over');
    if (used.subjectId !== of) throw new Problem('passkey-refused');
    return expectedChallenge;
  }

  return {
    /** What a browser is asked for to make a new passkey. */
    async askForNew({ _id, name, passkeys = [] }: ModeratorDoc): Promise<PasskeyOptions> {
      const { generateRegistrationOptions } = await library();
      const options = await generateRegistrationOptions({
        rpName: 'Tribune',
        rpID: siteOf(deps.publicUrl()).id,
        userID: new Uint8Array(Buffer.from(_id)),
        userName: name,
        userDisplayName: name,
        timeout: CHALLENGE_MS,
        attestationType: 'none',
        excludeCredentials: passkeys.map(({ id, transports }) => ({ id, transports })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      await challenge('new-passkey', _id, { ...options });
      return { ...options };
    },

    /**
     * A passkey that a browser has made.
     * @throws Problem `passkey-refused`
     */
    async takeNew(memberId: ModeratorId, made: NewPasskey): Promise<Passkey> {
      const { verifyRegistrationResponse } = await library();
      const { id, name, transports, clientDataJSON, attestationObject } = made;
      const site = siteOf(deps.publicUrl());
      await requireNoCertificate(attestationObject);
      const expectedChallenge = await meet('new-passkey', memberId, clientDataJSON);
      const { registrationInfo } = await refused(() =>
        verifyRegistrationResponse({
          response: {
            ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
            response: { clientDataJSON, attestationObject, transports },
          },
          expectedChallenge,
          expectedOrigin: site.origin,
          expectedRPID: site.id,
        }),
      );
      if (registrationInfo === undefined) throw new Problem('passkey-refused');
      const { credential } = registrationInfo;
      const publicKey = Buffer.from(credential.publicKey).toString('base64url');
      return {
        id: credential.id,
        name,
        publicKey,
        counter: credential.counter,
        transports,
        createdAt: now(),
        usedAt: null,
      };
    },

    /** What a browser is asked for to show a passkey: one of a member's, or for null any of whoever sits there. */
    async ask(of: ModeratorDoc | null): Promise<PasskeyOptions> {
      const { generateAuthenticationOptions } = await library();
      const options = await generateAuthenticationOptions({
        rpID: siteOf(deps.publicUrl()).id,
        timeout: CHALLENGE_MS,
        userVerification: 'required',
        allowCredentials: (of?.passkeys ?? []).map(({ id, transports }) => ({ id, transports })),
      });
      await challenge('passkey', of?._id ?? null, { ...options });
      return { ...options };
    },

    /**
     * Whose passkey has answered a challenge.
     * @param expected whom it was asked of; null, if nobody was known yet
     * @throws Problem `passkey-refused`
     */
    async prove(proof: PasskeyProof, expected: ModeratorId | null): Promise<ModeratorDoc> {
      const { verifyAuthenticationResponse } = await library();
      const { id, clientDataJSON, authenticatorData, signature, userHandle } = proof;
      const holder = expected ?? (Buffer.from(userHandle ?? '', 'base64url').toString() as ModeratorId);
      const doc = await deps.moderators.byId(holder);
      const passkey = doc?.passkeys?.find((one) => one.id === id);
      if (doc === null || passkey === undefined) throw new Problem('passkey-refused');
      const site = siteOf(deps.publicUrl());
      const expectedChallenge = await meet('passkey', expected, clientDataJSON);
      // Throws if it has counted backwards, as a copy of it would.
      const { verified, authenticationInfo } = await refused(() =>
        verifyAuthenticationResponse({
          response: {
            ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
            response: { clientDataJSON, authenticatorData, signature },
          },
          expectedChallenge,
          expectedOrigin: site.origin,
          expectedRPID: site.id,
          credential: { ...passkey, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')) },
        }),
      );
      const counted = { counter: authenticationInfo.newCounter, at: now() };
      if (!verified || !(await deps.moderators.usePasskey(doc._id, passkey, counted)))
        throw new Problem('passkey-refused');
      return doc;
    },
  };
}

/** Loaded when somebody needs it: it is large, and most requests and every test do without. */
const library = () => import('@simplewebauthn/server');

/** Whose passkeys these are, as browsers see it: the host people reach the service by, and its origin. */
function siteOf(publicUrl: string): { id: string; origin: string } {
  const url = new URL(publicUrl);
  if (THIS_MACHINE.test(url.hostname)) url.hostname = 'localhost';
  return { id: url.hostname, origin: url.origin };
}

/** Nobody's certificate is asked for, and none is looked at: checking one would call the addresses that stand in it. */
async function requireNoCertificate(attestationObject: string): Promise<void> {
  const { decodeAttestationObject } = await import('@simplewebauthn/server/helpers');
  const bytes = new Uint8Array(Buffer.from(attestationObject, 'base64url'));
  const format = await refused(() => decodeAttestationObject(bytes).get('fmt'));
  if (format !== 'none') throw new Problem('passkey-refused');
}

/** Whatever the library finds wrong with what a browser sent is one thing to whoever sent it. */
async function refused<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new Problem('passkey-refused', { cause });
  }
}
