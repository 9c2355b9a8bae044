import type { ModeratorId } from '../../shared/ids.ts';
import type { Invite, ModeratorView, Role, Scope } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { cleanName, isReadableName, nameSkeleton, reordersText } from '../comments/names.ts';
import { newId } from '../ids.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';
import { requireGiving } from './access.ts';
import type { Passwords } from './passwords.ts';
import { isSamePost, postIn, type Roles } from './roles.ts';
import type { Agent } from './agent.ts';
import type { Entered, SignIn } from './sign-in.ts';
import { deriveSecret, hashSecret, newSecret } from './tokens.ts';

const SETUP_MS = 24 * 3_600_000;
const INVITE_MS = 72 * 3_600_000;

export interface TeamDeps {
  grants: {
    byHash(hash: string): Promise<GrantDoc | null>;
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { subjectId?: string; at: Date }): Promise<GrantDoc | null>;
    removeUnused(kind: GrantDoc['kind']): Promise<void>;
  };
  moderators: {
    byNameKey(nameKey: string): Promise<ModeratorDoc | null>;
    any(): Promise<boolean>;
    insert(doc: ModeratorDoc): Promise<'inserted' | 'name-taken' | 'link-used'>;
    retire(id: ModeratorId): Promise<void>;
  };
  roles: Roles;
  passwords: Passwords;
  /** Lets in whoever has just shown their password. */
  afterPassword: SignIn['afterPassword'];
  serviceKey: string;
  now: () => Date;
}

export type Team = ReturnType<typeof createTeam>;

/** Moderators, and how they come to be. */
export function createTeam(deps: TeamDeps) {
  const grant = async (
    kind: GrantDoc['kind'],
    secret: string,
    ttlMs: number,
    of: Partial<Pick<GrantDoc, 'subjectId' | 'invite'>> = {},
  ): Promise<Date> => {
    const now = deps.now();
    const expiresAt = new Date(now.getTime() + ttlMs);
    await deps.grants.insert({
      _id: hashSecret(secret),
      kind,
      subjectId: null,
      siteId: null,
      ...of,
      createdAt: now,
      expiresAt,
      usedAt: null,
    });
    return expiresAt;
  };

  /** @throws Problem `setup-link-used` */
  const linkBy = async (code: string): Promise<GrantDoc> => {
    const link = await deps.grants.byHash(hashSecret(code));
    if (link?.kind === 'setup') return link;
    if (link?.kind === 'invite' && link.invite !== undefined) return link;
    throw new Problem('setup-link-used');
  };
  const isSpent = async ({ usedAt, expiresAt, invite }: GrantDoc): Promise<boolean> =>
    usedAt !== null || expiresAt <= deps.now() || (invite !== undefined && !(await deps.roles.stillGiven(invite)));

  return {
    /** A code that makes the first moderator, or null once there is one. Only the newest code works. */
    async setupCode(): Promise<string | null> {
      if (await deps.moderators.any()) return null;
      await deps.grants.removeUnused('setup');
      const code = newSecret();
      await grant('setup', code, SETUP_MS);
      return code;
    },

    /**
     * A code that makes one more member with a role. The same request again gives the same code.
     * @throws Problem `owner-only`, `not-allowed`, `idempotency-key-reused`
     */
    async invite(
      by: ModeratorView,
      { role, sites, key }: { role: Role; sites: Scope; key: string | undefined },
    ): Promise<Omit<Invite, 'url'> & { code: string }> {
      requireGiving(by, { role, sites });
      const post = { role, ...(sites === null ? {} : { sites }) };
      const code = key === undefined ? newSecret() : deriveSecret(deps.serviceKey, 'invite', by.id, key);
      const made = await grant('invite', code, INVITE_MS, { invite: { by: { id: by.id, name: by.name }, ...post } });
      const link = key === undefined ? null : await deps.grants.byHash(hashSecret(code));
      if (link?.invite !== undefined && !isSamePost(postIn(link.invite), { role, sites }))
        throw new Problem('idempotency-key-reused');
      return { code, expiresAt: (link?.expiresAt ?? made).toISOString() };
    },

    /**
     * Whether a code can still be redeemed; nothing is used up.
     * @throws Problem `setup-link-used`
     */
    async checkCode(code: string): Promise<void> {
      const link = await deps.grants.byHash(hashSecret(code));
      if (await isSpent(link?.kind === 'rescue' ? link : await linkBy(code))) throw new Problem('setup-link-used');
    },

    /**
     * Redeems a code: makes the moderator and signs them in. Sent again with the same name and password it signs in, so
     * that a lost answer loses nothing.
     * @throws Problem `setup-link-used`, `name-taken`, `validation-failed`
     */
    async redeem(from: { code: string; name: string; password: string; agent: Agent }): Promise<Entered> {
      const { name, password, agent } = from;
      const enter = (doc: ModeratorDoc): Promise<Entered> =>
        deps.afterPassword(doc, { agent, refusal: 'setup-link-used' });
      const link = await linkBy(from.code);
      if (await isSpent(link)) return enter(await madeBy(deps, link, { name, password }));
      const doc = await newModerator(deps, link, { name, password });
      // The moderator first: the link must not be used up by a name that is taken. That it makes no second one is the
      // unique index's doing, since two requests may both have found it unused.
      let inserted = await deps.moderators.insert(doc);
      if (inserted === 'name-taken' && (await freeName(deps, doc.nameKey)))
        inserted = await deps.moderators.insert(doc);
      if (inserted !== 'inserted') return enter(await madeBy(deps, link, { name, password }, inserted));
      await deps.grants.use(link._id, link.kind, { subjectId: doc._id, at: deps.now() });
      return enter(doc);
    },
  };
}

/** The moderator a link has made, if name and password prove to be theirs. */
async function madeBy(
  deps: TeamDeps,
  link: GrantDoc,
  { name, password }: { name: string; password: string },
  refused: 'name-taken' | 'link-used' = 'link-used',
): Promise<ModeratorDoc> {
  const doc = await deps.moderators.byNameKey(nameSkeleton(name));
  const proven = await deps.passwords.verify(password, doc?.password ?? null);
  if (doc !== null && proven && (doc.link === link._id || doc._id === link.subjectId)) return doc;
  if (refused === 'name-taken') throw new Problem('name-taken', { errors: [{ path: 'name', code: 'invalid' }] });
  throw new Problem('setup-link-used');
}

/** Whether a name that was taken is free now: of who was removed it is taken away at the latest when somebody wants it. */
async function freeName(deps: TeamDeps, nameKey: string): Promise<boolean> {
  const holder = await deps.moderators.byNameKey(nameKey);
  if (holder === null) return true;
  if (!(await deps.roles.isRemoved(holder))) return false;
  await deps.moderators.retire(holder._id);
  return true;
}

async function newModerator(
  deps: TeamDeps,
  link: GrantDoc,
  from: { name: string; password: string },
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
    role: link.invite?.role ?? 'owner',
    ...(link.invite?.sites === undefined ? {} : { sites: link.invite.sites }),
    password: await deps.passwords.hash(from.password),
    createdAt: now,
    link: link._id,
    ...(link.invite === undefined ? { first: true } : { invitedBy: link.invite.by }),
  };
}
