import type { ModeratorId } from '../../shared/ids.ts';
import type { Invite, ModeratorView, Role, SocketTicket } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { cleanName, isReadableName, nameSkeleton, reordersText } from '../comments/names.ts';
import { newId } from '../ids.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';
import { hashPassword, verifyPassword } from './passwords.ts';
import { deriveSecret, hashSecret, newSecret } from './tokens.ts';

const SETUP_MS = 24 * 3_600_000;
const INVITE_MS = 72 * 3_600_000;
const SESSION_MS = 12 * 3_600_000;
const TICKET_MS = 30_000;

export interface TeamDeps {
  grants: {
    byHash(hash: string): Promise<GrantDoc | null>;
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { subjectId?: string; at: Date }): Promise<GrantDoc | null>;
    remove(hash: string): Promise<void>;
    removeUnused(kind: GrantDoc['kind']): Promise<void>;
  };
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    byNameKey(nameKey: string): Promise<ModeratorDoc | null>;
    any(): Promise<boolean>;
    insert(doc: ModeratorDoc): Promise<'inserted' | 'name-taken' | 'link-used'>;
  };
  serviceKey: string;
  now: () => Date;
}

/** A session: who it is, and the secret for the cookie. */
export interface Session {
  moderator: ModeratorView;
  secret: string;
  expiresAt: Date;
}

export type Team = ReturnType<typeof createTeam>;

/** Moderators, how they come to be and how they sign in. */
export function createTeam(deps: TeamDeps) {
  const grant = async (
    kind: GrantDoc['kind'],
    secret: string,
    ttlMs: number,
    subjectId: string | null,
  ): Promise<Date> => {
    const now = deps.now();
    const expiresAt = new Date(now.getTime() + ttlMs);
    await deps.grants.insert({
      _id: hashSecret(secret),
      kind,
      subjectId,
      siteId: null,
      createdAt: now,
      expiresAt,
      usedAt: null,
    });
    return expiresAt;
  };

  const openSession = async (doc: ModeratorDoc): Promise<Session> => {
    const secret = newSecret();
    return { moderator: viewOf(doc), secret, expiresAt: await grant('session', secret, SESSION_MS, doc._id) };
  };

  return {
    /** A code that makes the first moderator, or null once there is one. Only the newest code works. */
    async setupCode(): Promise<string | null> {
      if (await deps.moderators.any()) return null;
      await deps.grants.removeUnused('setup');
      const code = newSecret();
      await grant('setup', code, SETUP_MS, null);
      return code;
    },

    /** A code that makes one more moderator. The same request again gives the same code. */
    async invite(by: ModeratorView, key: string | undefined): Promise<Omit<Invite, 'url'> & { code: string }> {
      const code = key === undefined ? newSecret() : deriveSecret(deps.serviceKey, 'invite', by.id, key);
      return { code, expiresAt: (await grant('invite', code, INVITE_MS, null)).toISOString() };
    },

    /**
     * Whether a code can still be redeemed; nothing is used up.
     * @throws Problem `setup-link-used`
     */
    async checkCode(code: string): Promise<void> {
      const link = await deps.grants.byHash(hashSecret(code));
      const isLink = link?.kind === 'setup' || link?.kind === 'invite';
      if (!isLink || link.usedAt !== null || link.expiresAt <= deps.now()) throw new Problem('setup-link-used');
    },

    /**
     * Redeems a code: makes the moderator and signs them in. Sent again with the same name and password it signs in, so
     * that a lost answer loses nothing.
     * @throws Problem `setup-link-used`, `name-taken`, `validation-failed`
     */
    async redeem({ code, name, password }: { code: string; name: string; password: string }): Promise<Session> {
      const hash = hashSecret(code);
      const link = await deps.grants.byHash(hash);
      if (link === null || (link.kind !== 'setup' && link.kind !== 'invite')) throw new Problem('setup-link-used');
      if (link.usedAt !== null || link.expiresAt <= deps.now())
        return openSession(await madeBy(deps, link, { name, password }));
      const doc = await newModerator(deps, { name, password, role: link.kind === 'setup' ? 'owner' : 'moderator' });
      // The moderator first: the link must not be used up by a name that is taken. That it makes no second one is the
      // unique index's doing, since two requests may both have found it unused.
      const inserted = await deps.moderators.insert({
        ...doc,
        link: hash,
        ...(link.kind === 'setup' ? { first: true } : {}),
      });
      if (inserted !== 'inserted') return openSession(await madeBy(deps, link, { name, password }, inserted));
      await deps.grants.use(hash, link.kind, { subjectId: doc._id, at: deps.now() });
      return openSession(doc);
    },

    /** @throws Problem `sign-in-failed` */
    async signIn({ name, password }: { name: string; password: string }): Promise<Session> {
      const doc = await deps.moderators.byNameKey(nameSkeleton(name));
      if (!(await verifyPassword(password, doc?.password ?? null)) || doc === null) throw new Problem('sign-in-failed');
      return openSession(doc);
    },

    /** @throws Problem `token-invalid`, `token-expired` */
    async bySession(secret: string): Promise<ModeratorView> {
      const session = await deps.grants.byHash(hashSecret(secret));
      if (session?.kind !== 'session' || session.subjectId === null) throw new Problem('token-invalid');
      if (session.expiresAt <= deps.now()) throw new Problem('token-expired');
      const doc = await deps.moderators.byId(session.subjectId as ModeratorId);
      if (doc === null) throw new Problem('token-invalid');
      return viewOf(doc);
    },

    /** Whether a session, by the hash of its secret, still holds. */
    async isOpen(sessionHash: string): Promise<boolean> {
      const session = await deps.grants.byHash(sessionHash);
      return session?.kind === 'session' && session.expiresAt > deps.now();
    },

    signOut: (secret: string): Promise<void> => deps.grants.remove(hashSecret(secret)),

    /** A ticket that opens one socket within half a minute, since a script cannot read the session's cookie. */
    async ticket(sessionSecret: string): Promise<SocketTicket> {
      const ticket = newSecret();
      const expiresAt = await grant('ticket', ticket, TICKET_MS, hashSecret(sessionSecret));
      return { ticket, expiresAt: expiresAt.toISOString() };
    },

    /**
     * Uses up a ticket; answers the moderator and the session it belongs to.
     * @throws Problem `token-invalid`
     */
    async byTicket(ticket: string): Promise<{ moderator: ModeratorView; sessionHash: string }> {
      const used = await deps.grants.use(hashSecret(ticket), 'ticket', { at: deps.now() });
      const session = used?.subjectId ? await deps.grants.byHash(used.subjectId) : null;
      const doc =
        session?.subjectId && session.expiresAt > deps.now()
          ? await deps.moderators.byId(session.subjectId as ModeratorId)
          : null;
      if (doc === null || session === null) throw new Problem('token-invalid');
      return { moderator: viewOf(doc), sessionHash: session._id };
    },
  };
}

function viewOf(doc: ModeratorDoc): ModeratorView {
  return { id: doc._id, name: doc.name, role: doc.role };
}

/** The moderator a link has made, if name and password prove to be theirs. */
async function madeBy(
  deps: TeamDeps,
  link: GrantDoc,
  { name, password }: { name: string; password: string },
  refused: 'name-taken' | 'link-used' = 'link-used',
): Promise<ModeratorDoc> {
  const doc = await deps.moderators.byNameKey(nameSkeleton(name));
  const proven = await verifyPassword(password, doc?.password ?? null);
  if (doc !== null && proven && (doc.link === link._id || doc._id === link.subjectId)) return doc;
  if (refused === 'name-taken') throw new Problem('name-taken', { errors: [{ path: 'name', code: 'invalid' }] });
  throw new Problem('setup-link-used');
}

async function newModerator(
  deps: TeamDeps,
  from: { name: string; password: string; role: Role },
): Promise<ModeratorDoc> {
  const name = cleanName(from.name);
  if (!isReadableName(name) || reordersText(from.name)) {
    throw new Problem('validation-failed', { errors: [{ path: 'name', code: 'invalid' }] });
  }
  const now = deps.now();
  return {
    _id: newId<ModeratorId>(now.getTime()),
    name,
    nameKey: nameSkeleton(name),
    role: from.role,
    password: await hashPassword(from.password),
    createdAt: now,
  };
}
