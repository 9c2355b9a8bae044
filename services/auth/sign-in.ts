import type { ModeratorId } from '../../shared/ids.ts';
import type { PasskeyProof, SignInStep } from '../../shared/identity.ts';
import { Problem, type ProblemCode } from '../../shared/problem.ts';
import { nameSkeleton } from '../comments/names.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';
import type { TeamEventStore } from '../storage/team-events.ts';
import type { Agent } from './agent.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import type { Roles } from './roles.ts';
import type { Sealing } from '../sealed.ts';
import { hasSecondFactor, secondFactorsOf } from './second-factors.ts';
import type { Session, Sessions } from './sessions.ts';
import { hashSecret, newSecret } from './tokens.ts';
import { stepOf } from './totp.ts';

/** How long there is between the password and the second factor, milliseconds. */
const STEP_MS = 5 * 60_000;

export interface SignInDeps {
  grants: {
    byHash(hash: string): Promise<GrantDoc | null>;
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { at: Date }): Promise<GrantDoc | null>;
  };
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    byNameKey(nameKey: string): Promise<ModeratorDoc | null>;
    useTotp(id: ModeratorId, secret: string, step: number): Promise<boolean>;
    useRecovery(id: ModeratorId, hash: string): Promise<boolean>;
    retire(id: ModeratorId): Promise<void>;
  };
  roles: Pick<Roles, 'join'>;
  sessions: Pick<Sessions, 'begin'>;
  passwords: Pick<Passwords, 'verify'>;
  passkeys: Pick<Passkeys, 'prove'>;
  seal: Pick<Sealing, 'open'>;
  teamEvents: Pick<TeamEventStore, 'record' | 'isRequired'>;
  serviceKey: string;
  now: () => Date;
}

/** Somebody is in, or knows the password and has to show more. */
export type Entered = { session: Session; recoveryCodesLeft?: number } | Extract<SignInStep, { next: 'second-factor' }>;

export type SignIn = ReturnType<typeof createSignIn>;

/** How the members of the team sign in: by password, with a second factor where they have one, or by a passkey alone. */
export function createSignIn(deps: SignInDeps) {
  const { grants, moderators, now } = deps;

  /** @throws Problem as given if they are not, or no longer, in the team */
  async function letIn(
    doc: ModeratorDoc,
    { agent, refusal }: { agent: Agent; refusal: ProblemCode },
  ): Promise<Session> {
    const post = await deps.roles.join(doc);
    if (post === null) {
      await moderators.retire(doc._id);
      throw new Problem(refusal);
    }
    const mustSetUp = !hasSecondFactor(doc) && (doc.owesFactor === true || (await deps.teamEvents.isRequired()));
    return deps.sessions.begin({ id: doc._id, name: doc.name, ...post }, { agent, mustSetUp });
  }

  /** From the right password on. The challenge is no session: nothing can be done by it but showing the second factor. */
  async function afterPassword(
    doc: ModeratorDoc,
    how: { agent: Agent; refusal: 'sign-in-failed' | 'setup-link-used' },
  ): Promise<Entered> {
    const ways = secondFactorsOf(doc);
    if (ways.length === 0) return { session: await letIn(doc, how) };
    const challenge = newSecret();
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + STEP_MS);
    const [_id, kind] = [hashSecret(challenge), 'second-step' as const];
    await grants.insert({ _id, kind, subjectId: doc._id, siteId: null, createdAt, expiresAt, usedAt: null });
    return { next: 'second-factor', challenge, expiresAt: expiresAt.toISOString(), ways };
  }

  /** @throws Problem `challenge-over` */
  async function memberOf(challenge: string): Promise<ModeratorDoc> {
    const step = await grants.byHash(hashSecret(challenge));
    if (step?.kind !== 'second-step' || step.usedAt !== null || step.expiresAt <= now())
      throw new Problem('challenge-over');
    const doc = await moderators.byId(step.subjectId as ModeratorId);
    if (doc === null) throw new Problem('challenge-over');
    return doc;
  }

  /** @throws Problem `challenge-over` to all but the first who meets it */
  async function meet(challenge: string): Promise<void> {
    if ((await grants.use(hashSecret(challenge), 'second-step', { at: now() })) === null)
      throw new Problem('challenge-over');
  }

  async function useTotp({ _id, totp }: ModeratorDoc, code: string): Promise<boolean> {
    if (totp === undefined) return false;
    const step = stepOf(deps.seal.open(totp.secret, _id), code.replace(/\s/g, ''), now());
    return step !== null && moderators.useTotp(_id, totp.secret, step);
  }

  /** How many are left; null for a code that is none of theirs. */
  async function useRecovery({ _id, name, recovery = [] }: ModeratorDoc, code: string): Promise<number | null> {
    const hash = recoveryCodeHash(deps.serviceKey, _id, code);
    if (!recovery.includes(hash)) return null;
    const left = recovery.length - 1;
    // Recorded before it counts, under an id that follows from the code: a crash in between leaves none that was used unseen.
    const what = { what: 'recovery-code' as const, by: { id: _id, name }, member: null, left };
    await deps.teamEvents.record({ _id: `recovery-code:${hash}`, at: now(), ...what });
    return (await moderators.useRecovery(_id, hash)) ? left : null;
  }

  return {
    afterPassword,
    /** Whose turn it is to show a second factor. */
    memberOf,

    /** @throws Problem `sign-in-failed`, whichever of name and password is wrong, and whatever else the member has */
    async byPassword(from: { name: string; password: string; agent: Agent }): Promise<Entered> {
      const doc = await moderators.byNameKey(nameSkeleton(from.name));
      if (!(await deps.passwords.verify(from.password, doc?.password ?? null)) || doc === null)
        throw new Problem('sign-in-failed');
      return afterPassword(doc, { agent: from.agent, refusal: 'sign-in-failed' });
    },

    /** @throws Problem `challenge-over`, `wrong-code`; after that the challenge still stands */
    async byCode(from: {
      challenge: string;
      way: 'code' | 'recovery-code';
      code: string;
      agent: Agent;
    }): Promise<{ session: Session; recoveryCodesLeft?: number }> {
      const doc = await memberOf(from.challenge);
      const left = from.way === 'recovery-code' ? await useRecovery(doc, from.code) : null;
      if (from.way === 'recovery-code' ? left === null : !(await useTotp(doc, from.code)))
        throw new Problem('wrong-code');
      await meet(from.challenge);
      const session = await letIn(doc, { agent: from.agent, refusal: 'sign-in-failed' });
      return { session, ...(left === null ? {} : { recoveryCodesLeft: left }) };
    },

    /**
     * By a passkey: as the second factor for a challenge, else alone.
     * @throws Problem `challenge-over`, `passkey-refused`
     */
    async byPasskey(from: { challenge: string | undefined; proof: PasskeyProof; agent: Agent }): Promise<Session> {
      const expected = from.challenge === undefined ? null : (await memberOf(from.challenge))._id;
      const doc = await deps.passkeys.prove(from.proof, expected);
      if (from.challenge !== undefined) await meet(from.challenge);
      return letIn(doc, { agent: from.agent, refusal: 'sign-in-failed' });
    },
  };
}
