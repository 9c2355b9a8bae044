import { createChallenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import { digest } from '../digest.ts';
import type { GrantDoc } from '../storage/grants.ts';

/** What speaks for a program rather than a person. None of it says anything alone: newsrooms, schools and hot topics exist. */
export interface Signs {
  /** Whether the author came only now, minutes ago. */
  arrived: boolean;
  /** How much of what an address may write, or of the guests that may be made there, has been used up, 0 to 1. */
  fromAddress: number;
  /** Whether the discussion is slowed down or held because it boils over. */
  hot: boolean;
  /** Whether others have said the same, or nearly. */
  repeats: boolean;
  links: number;
}

/** Signs that must come together before any work is asked. */
const ASKED_FROM = 3;
/** Rounds of PBKDF2 for one try; 256 tries on average. Some tenths of a second on a desk, one or two on a phone. */
const ROUNDS = 2000;
const EXPIRES_MS = 10 * 60_000;

/** How hard the work is that a comment with these signs takes: 0 for none, and each step is twice the one before. */
export function effortOf({ arrived, fromAddress, hot, repeats, links }: Signs): number {
  const busy = fromAddress >= 0.8 ? 2 : fromAddress >= 0.4 ? 1 : 0;
  const score = Number(arrived) + busy + Number(hot) + Number(repeats) + Number(links > 1);
  return Math.max(0, score - ASKED_FROM + 1);
}

const hex = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[0-9a-f]+$/);
/** ALTCHA's payload, second version. */
const payloadSchema = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.int().min(1),
      data: z.strictObject({ for: z.string().max(64) }),
      expiresAt: z.int(),
      keyLength: z.int().min(1).max(64),
      keyPrefix: hex(8),
      nonce: hex(64),
      salt: hex(64),
    }),
    signature: hex(64),
  }),
  solution: z
    .strictObject({ counter: z.int().min(0), derivedKey: hex(128), time: z.number().optional() })
    .transform(({ counter, derivedKey }) => ({ counter, derivedKey })),
});

function payloadOf(proof: string): z.infer<typeof payloadSchema> | null {
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(proof, 'base64').toString('utf8')));
  } catch {
    return null;
  }
}

export interface WorkDeps {
  grants: {
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { at: Date }): Promise<GrantDoc | null>;
  };
  serviceKey: string;
  now: () => Date;
}

/** Asks browsers to calculate where signs say so, by ALTCHA: cheap for one comment, dear for thousands. */
export function createProofOfWork({ grants, serviceKey, now }: WorkDeps) {
  const hmacSignatureSecret = digest([serviceKey, 'proof-of-work']);

  /** Whether it is one of ours, in time, done, for this, and has not been shown before; showing it uses it up. */
  async function isDone(proof: string, what: string): Promise<boolean> {
    const payload = payloadOf(proof);
    if (payload?.challenge.parameters.data.for !== what) return false;
    if (!(await verifySolution({ ...payload, deriveKey, hmacSignatureSecret })).verified) return false;
    const at = now();
    const [_id, kind] = [digest(['proof-of-work', payload.challenge.signature]), 'proof-of-work' as const];
    const expiresAt = new Date(at.getTime() + EXPIRES_MS);
    await grants.insert({ _id, kind, subjectId: null, siteId: null, createdAt: at, expiresAt, usedAt: null });
    return (await grants.use(_id, kind, { at })) !== null;
  }

  return {
    /**
     * Lets pass what shows no signs, or the work it takes: once, and for this site and person alone.
     * @param proof ALTCHA payload, base64
     * @throws Problem `work-needed` with a fresh `challenge`, whatever is wrong with the proof
     */
    async require(of: { siteId: SiteId; personId: PersonId }, signs: Signs, proof: string | undefined): Promise<void> {
      const effort = effortOf(signs);
      if (effort === 0) return;
      const what = digest(['comment', of.siteId, of.personId]);
      if (proof !== undefined && (await isDone(proof, what))) return;
      const challenge = await createChallenge({
        ...{ algorithm: 'PBKDF2/SHA-256', cost: ROUNDS * 2 ** (effort - 1), keyPrefix: '00', data: { for: what } },
        ...{ expiresAt: new Date(Date.now() + EXPIRES_MS), deriveKey, hmacSignatureSecret },
      });
      throw new Problem('work-needed', { extensions: { challenge } });
    },
  };
}

export type ProofOfWork = ReturnType<typeof createProofOfWork>;
