import type { Account, PasswordChange, Proof } from '../../shared/account.ts';
import type { ModeratorId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { ModeratorDoc, SessionsEnded } from '../storage/moderators.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import { hasSecondFactor } from './second-factors.ts';
import { isOver, type Sessions } from './sessions.ts';
import { hashSecret } from './tokens.ts';

export interface AccountDeps {
  grants: {
    byHash(hash: string): Promise<GrantDoc | null>;
    sessionsOf(memberId: string, at: Date): Promise<GrantDoc[]>;
  };
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    setPassword(id: ModeratorId, from: string, to: string, ended: SessionsEnded): Promise<boolean>;
    endSessions(id: ModeratorId, ended: SessionsEnded): Promise<boolean>;
  };
  sessions: Pick<Sessions, 'end' | 'forget' | 'prove'>;
  passwords: Passwords;
  passkeys: Pick<Passkeys, 'prove'>;
  isRequired: () => Promise<boolean>;
  now: () => Date;
}

/** A member of the team at one of their sessions, by its secret. */
export interface AtSession {
  id: string;
  session: string;
}

/** @throws Problem `token-invalid` for who is gone */
export async function ownDoc(
  deps: { moderators: Pick<AccountDeps['moderators'], 'byId'> },
  id: string,
): Promise<ModeratorDoc> {
  const doc = await deps.moderators.byId(id as ModeratorId);
  if (doc?.password == null) throw new Problem('token-invalid');
  return doc;
}

/** How a member signs in, and where they have. */
export async function readAccount(deps: AccountDeps, { id, session }: AtSession): Promise<Account> {
  const [doc, required, grants] = await Promise.all([
    ownDoc(deps, id),
    deps.isRequired(),
    deps.grants.sessionsOf(id, deps.now()),
  ]);
  const { totp, passkeys = [], recovery = [], ended = null } = doc;
  return {
    required,
    totpSince: totp?.since.toISOString() ?? null,
    passkeys: passkeys.map(({ id: _id, name, createdAt, usedAt }) => ({
      ...{ id: _id, name, createdAt: createdAt.toISOString() },
      lastUsedAt: usedAt?.toISOString() ?? null,
    })),
    recoveryCodesLeft: hasSecondFactor(doc) ? recovery.length : null,
    sessions: grants
      .filter((grant) => !isOver(grant, ended))
      .map(({ _id, agent, createdAt, seenAt }) => ({
        ...{ id: _id, browser: agent?.browser ?? null, system: agent?.system ?? null },
        ...{ createdAt: createdAt.toISOString(), lastUsedAt: (seenAt ?? createdAt).toISOString() },
        isThis: _id === hashSecret(session),
      })),
  };
}

/**
 * Another password. In the same write every other session is over.
 * @throws Problem `wrong-password`, also if somebody else has changed it meanwhile
 */
export async function changePassword(
  deps: AccountDeps,
  { id, session }: AtSession,
  { current, password }: PasswordChange,
): Promise<void> {
  const doc = await ownDoc(deps, id);
  if (doc.password === null || !(await deps.passwords.verify(current, doc.password)))
    throw new Problem('wrong-password');
  const fresh = await deps.passwords.hash(password);
  const ended = { at: deps.now(), but: hashSecret(session) };
  if (!(await deps.moderators.setPassword(doc._id, doc.password, fresh, ended))) throw new Problem('wrong-password');
  await deps.sessions.prove(session);
}

/** Ends a session of one's own; false for others', and for those that are over, to which nothing happens. */
export async function endOwnSession(deps: AccountDeps, { id }: AtSession, sessionHash: string): Promise<boolean> {
  const grant = await deps.grants.byHash(sessionHash);
  if (grant?.kind !== 'session' || grant.subjectId !== id) return false;
  await deps.sessions.end(sessionHash);
  return true;
}

export async function endOtherSessions(deps: AccountDeps, { id, session }: AtSession): Promise<void> {
  await deps.moderators.endSessions(id as ModeratorId, { at: deps.now(), but: hashSecret(session) });
  deps.sessions.forget();
}

/**
 * Shows that whoever is at a session is still its member.
 * @throws Problem `wrong-password`, `passkey-refused`, `challenge-over`
 */
export async function proveOneself(deps: AccountDeps, { id, session }: AtSession, proof: Proof): Promise<void> {
  const doc = await ownDoc(deps, id);
  if ('passkey' in proof) await deps.passkeys.prove(proof.passkey, doc._id);
  else if (!(await deps.passwords.verify(proof.password, doc.password))) throw new Problem('wrong-password');
  await deps.sessions.prove(session);
}
