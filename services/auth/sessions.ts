import type { ModeratorId } from '../../shared/ids.ts';
import type { ModeratorView, Scope, SocketTicket } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { SessionsEnded } from '../storage/moderators.ts';
import type { Agent } from './agent.ts';
import { createHolders } from './holders.ts';
import type { Member, Roles } from './roles.ts';
import { hashSecret, newSecret } from './tokens.ts';

/** Who holds a session, and what holds of it. */
export interface Holding extends Member {
  /** When they last proved to be who they are. */
  provenAt: Date;
  /** The team requires a second factor and they have none: nothing is theirs to do but setting one up. */
  mustSetUp: boolean;
}
/** Who holds a session; else why nobody does: it is over, or whose it was is no member any more. */
export type Holder = Holding | 'token-invalid' | 'token-expired';

/** A session that has just begun: whose, and the secret for the cookie. */
export interface Session {
  moderator: ModeratorView;
  secret: string;
  expiresAt: Date;
  mustSetUp: boolean;
}

const SESSION_MS = 12 * 3_600_000;
const TICKET_MS = 30_000;
/** How long a sign-in, or the password or a passkey shown since, is proof enough to change how somebody signs in. */
const PROOF_MS = 10 * 60_000;
/** How exactly is kept when somebody was last active: a write for every request would be too much for that. */
const SEEN_MS = 5 * 60_000;

export interface SessionsDeps {
  grants: {
    byHashes(hashes: readonly string[]): Promise<GrantDoc[]>;
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { at: Date }): Promise<GrantDoc | null>;
    remove(hash: string): Promise<void>;
    touch(hash: string, now: { provenAt: Date } | { seenAt: Date }): Promise<void>;
  };
  moderators: { seen(id: ModeratorId, at: Date): Promise<void> };
  roles: Pick<Roles, 'members' | 'changes'>;
  /** Whether everybody in the team has to have a second factor. */
  isRequired: () => Promise<boolean>;
  now: () => Date;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Sessions of the console, by the hash of their secret. */
export function createSessions(deps: SessionsDeps) {
  const { grants, now } = deps;
  let changes = 0;

  /** Who holds each of some sessions as of now. */
  async function holdersOf(hashes: readonly string[]): Promise<Map<string, Holder>> {
    const sessions = new Map((await grants.byHashes(hashes)).map((grant) => [grant._id, grant]));
    const ids = [...new Set([...sessions.values()].flatMap(({ subjectId }) => subjectId ?? []))];
    const [members, isRequired] = await Promise.all([deps.roles.members(ids), deps.isRequired()]);
    return new Map(hashes.map((hash) => [hash, holderBy(sessions.get(hash), { members, isRequired, at: now() })]));
  }

  const holderOf = createHolders({
    lookUp: holdersOf,
    // A look-up from before the team, or how somebody signs in, was changed is nobody's answer afterwards.
    version: () => `${String(deps.roles.changes())} ${String(changes)}`,
    serves: (holder) => typeof holder !== 'string',
    now: () => now().getTime(),
  });

  const put = async (secret: string, ttlMs: number, of: Pick<GrantDoc, 'kind' | 'subjectId' | 'agent'>) => {
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + ttlMs);
    await grants.insert({ _id: hashSecret(secret), siteId: null, createdAt, expiresAt, usedAt: null, ...of });
    return expiresAt;
  };

  return {
    /** Who holds a session, as of the last two seconds at least. */
    holderOf,
    /** Has every session looked up anew, since this process has changed how somebody signs in. */
    forget: (): void => void (changes += 1),

    /** Begins a session of a member, under a secret of its own. */
    async begin(
      moderator: ModeratorView,
      { agent, mustSetUp }: { agent: Agent; mustSetUp: boolean },
    ): Promise<Session> {
      const secret = newSecret();
      const expiresAt = await put(secret, SESSION_MS, { kind: 'session', subjectId: moderator.id, agent });
      return { moderator, secret, expiresAt, mustSetUp };
    },

    /**
     * @param settingUp whether this is about setting up a second factor, which also who has to have one may
     * @throws Problem `token-invalid`, `token-expired`, `second-factor-needed`
     */
    async bySession(secret: string, { settingUp = false } = {}): Promise<ModeratorView> {
      const hash = hashSecret(secret);
      const holder = await holderOf(hash);
      if (typeof holder === 'string') throw new Problem(holder);
      if (holder.mustSetUp && !settingUp) throw new Problem('second-factor-needed');
      const at = now();
      // A hint for colleagues and for its holder: no request waits for it, and none fails because of it.
      if (at.getTime() - (holder.seenAt?.getTime() ?? 0) > SEEN_MS) {
        holder.seenAt = at;
        const noted = [deps.moderators.seen(holder.view.id as ModeratorId, at), grants.touch(hash, { seenAt: at })];
        Promise.all(noted).catch(() => undefined);
      }
      return holder.view;
    },

    /** @throws Problem `proof-required` if it is too long ago that the holder of a session proved to be who they are */
    async requireProof(secret: string): Promise<void> {
      const holder = await holderOf(hashSecret(secret));
      if (typeof holder === 'string') throw new Problem(holder);
      if (now().getTime() - holder.provenAt.getTime() > PROOF_MS) throw new Problem('proof-required');
    },
    /** They have just proved it. */
    async prove(secret: string): Promise<void> {
      await grants.touch(hashSecret(secret), { provenAt: now() });
      changes += 1;
    },

    /**
     * On which sites whoever holds one of some sessions, by the hashes of their secrets, has their role as of now; nothing of one
     * that lets nobody work.
     */
    async scopesOf(sessionHashes: readonly string[]): Promise<Map<string, Scope>> {
      const holders = await holdersOf(sessionHashes);
      return new Map([...holders].flatMap(([hash, holder]) => (mayWork(holder) ? [[hash, holder.view.sites]] : [])));
    },

    async end(sessionHash: string): Promise<void> {
      await grants.remove(sessionHash);
      changes += 1;
    },

    /** A ticket that opens one socket within half a minute, since a script cannot read the session's cookie. */
    async ticket(sessionSecret: string): Promise<SocketTicket> {
      const ticket = newSecret();
      const expiresAt = await put(ticket, TICKET_MS, { kind: 'ticket', subjectId: hashSecret(sessionSecret) });
      return { ticket, expiresAt: expiresAt.toISOString() };
    },

    /**
     * Uses up a ticket; answers the moderator and the session it belongs to.
     * @throws Problem `token-invalid`
     */
    async byTicket(ticket: string): Promise<{ moderator: ModeratorView; sessionHash: string }> {
      const sessionHash = (await grants.use(hashSecret(ticket), 'ticket', { at: now() }))?.subjectId ?? null;
      const holder = sessionHash === null ? undefined : (await holdersOf([sessionHash])).get(sessionHash);
      if (sessionHash === null || holder === undefined || !mayWork(holder)) throw new Problem('token-invalid');
      return { moderator: holder.view, sessionHash };
    },
  };
}

function holderBy(
  session: GrantDoc | undefined,
  { members, isRequired, at }: { members: ReadonlyMap<string, Member>; isRequired: boolean; at: Date },
): Holder {
  if (session?.kind !== 'session' || session.subjectId === null) return 'token-invalid';
  if (session.expiresAt <= at) return 'token-expired';
  const member = members.get(session.subjectId);
  if (member === undefined || isOver(session, member.ended)) return 'token-invalid';
  const mustSetUp = isRequired && !member.hasSecondFactor;
  return { ...member, provenAt: session.provenAt ?? session.createdAt, mustSetUp };
}

function mayWork(holder: Holder): holder is Holding {
  return typeof holder !== 'string' && !holder.mustSetUp;
}

/** Whether a session is one of those that its member has ended all together. */
export function isOver({ _id, createdAt }: Pick<GrantDoc, '_id' | 'createdAt'>, ended: SessionsEnded | null): boolean {
  return ended !== null && createdAt <= ended.at && _id !== ended.but;
}
