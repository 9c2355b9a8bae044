import type { ModeratorId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import { nameSkeleton } from '../comments/names.ts';
import type { GrantDoc } from '../storage/grants.ts';
import type { ModeratorDoc, SessionsEnded } from '../storage/moderators.ts';
import type { TeamEventStore } from '../storage/team-events.ts';
import type { Agent } from './agent.ts';
import type { Passwords } from './passwords.ts';
import type { Roles } from './roles.ts';
import { hasSecondFactor } from './second-factors.ts';
import type { Sessions } from './sessions.ts';
import type { Entered, SignIn } from './sign-in.ts';
import { hashSecret, newSecret } from './tokens.ts';

const RESCUE_MS = 3_600_000;
/** By whom, in the team's history: whoever is at the machine. */
const AT_THE_MACHINE = { id: 'command-line', name: 'npm run tribune' };

export interface RescueDeps {
  grants: {
    byHash(hash: string): Promise<GrantDoc | null>;
    insert(doc: GrantDoc): Promise<void>;
    use(hash: string, kind: GrantDoc['kind'], by: { at: Date }): Promise<GrantDoc | null>;
    removeUnused(kind: GrantDoc['kind']): Promise<void>;
  };
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    byNameKey(nameKey: string): Promise<ModeratorDoc | null>;
    rescue(id: ModeratorId, to: { password: string; ended: SessionsEnded; owesFactor: boolean }): Promise<boolean>;
  };
  roles: Pick<Roles, 'member'>;
  teamEvents: Pick<TeamEventStore, 'record'>;
  now: () => Date;
}

/** Why somebody is not let in again from the machine: there is none of the name, or others can do it in the console. */
export type NoRescue = 'unknown' | 'no-owner';

/**
 * Makes a one-time link by which an owner who has lost everything is let in again: only the newest one works, for an hour. Nothing is
 * changed before it is used; the team sees that it was made.
 */
export async function makeRescueLink(
  deps: Pick<RescueDeps, 'grants' | 'moderators' | 'roles' | 'teamEvents' | 'now'>,
  name: string,
): Promise<{ code: string; owner: string; expiresAt: Date } | NoRescue> {
  const doc = await deps.moderators.byNameKey(nameSkeleton(name));
  const member = doc === null ? null : await deps.roles.member(doc._id);
  if (doc === null || member === null) return 'unknown';
  if (member.view.role !== 'owner') return 'no-owner';
  const [code, at] = [newSecret(), deps.now()];
  const [hash, expiresAt] = [hashSecret(code), new Date(at.getTime() + RESCUE_MS)];
  // Recorded first: there is no such link that the team does not see.
  await deps.teamEvents.record({
    ...{ _id: `rescue-link:${hash}`, at, what: 'rescue-link', by: AT_THE_MACHINE },
    ...{ member: { id: doc._id, name: doc.name }, left: null },
  });
  await deps.grants.removeUnused('rescue');
  const link = { _id: hash, kind: 'rescue' as const, subjectId: doc._id, siteId: null };
  await deps.grants.insert({ ...link, createdAt: at, expiresAt, usedAt: null });
  return { code, owner: doc.name, expiresAt };
}

export type Rescue = ReturnType<typeof createRescue>;

/** Lets in who comes with such a link. */
export function createRescue(
  deps: RescueDeps & {
    passwords: Passwords;
    sessions: Pick<Sessions, 'forget'>;
    afterPassword: SignIn['afterPassword'];
  },
) {
  /** The link and whose it is, used or not. @throws Problem `setup-link-used` for none, and for one that was not used in time */
  async function linkBy(code: string): Promise<{ link: GrantDoc; doc: ModeratorDoc }> {
    const link = await deps.grants.byHash(hashSecret(code));
    const id = link?.kind === 'rescue' ? (link.subjectId as ModeratorId | null) : null;
    const doc = id === null ? null : await deps.moderators.byId(id);
    const isOwner = id !== null && (await deps.roles.member(id))?.view.role === 'owner';
    if (link === null || doc === null || !isOwner || link.expiresAt <= deps.now()) throw new Problem('setup-link-used');
    return { link, doc };
  }

  return {
    /**
     * Gives the owner another password. Their second factor is gone and their sessions are over in the same write, and who had one has
     * to set up another before anything else. Sent again with the same password it signs in, so that a lost answer loses nothing.
     * @throws Problem `setup-link-used`
     */
    async redeem({ code, password, agent }: { code: string; password: string; agent: Agent }): Promise<Entered> {
      const { link, doc } = await linkBy(code);
      const enter = (as: ModeratorDoc): Promise<Entered> =>
        deps.afterPassword(as, { agent, refusal: 'setup-link-used' });
      if (link.usedAt !== null) {
        if (!(await deps.passwords.verify(password, doc.password))) throw new Problem('setup-link-used');
        return enter(doc);
      }
      const fresh = await deps.passwords.hash(password);
      const at = deps.now();
      // Used up first, so that of two who have it one chooses the password; after a crash right here another one has to be made.
      if ((await deps.grants.use(link._id, 'rescue', { at })) === null) throw new Problem('setup-link-used');
      const who = { id: doc._id, name: doc.name };
      await deps.teamEvents.record({
        _id: `rescued:${link._id}`,
        at,
        what: 'rescued',
        by: who,
        member: who,
        left: null,
      });
      const owesFactor = hasSecondFactor(doc) || doc.owesFactor === true;
      await deps.moderators.rescue(doc._id, { password: fresh, ended: { at, but: null }, owesFactor });
      deps.sessions.forget();
      const now = await deps.moderators.byId(doc._id);
      if (now === null) throw new Problem('setup-link-used');
      return enter(now);
    },
  };
}
