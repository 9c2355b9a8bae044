import type { ModeratorId } from '../../shared/ids.ts';
import type { ModeratorView, Role, Scope } from '../../shared/identity.ts';
import type { ModeratorDoc, SessionsEnded } from '../storage/moderators.ts';
import type { TeamChangeDoc, TeamChangeStore } from '../storage/team-changes.ts';
import { covers, gives } from './access.ts';
import { hasSecondFactor } from './second-factors.ts';

export interface RolesDeps {
  moderators: { byIds(ids: readonly ModeratorId[]): Promise<ModeratorDoc[]> };
  changes: Pick<TeamChangeStore, 'append' | 'newest' | 'newestOf' | 'newestOfEach'>;
  now: () => Date;
}

/** What is decided about a member; version and time are those of its record. */
export type Decided = Omit<TeamChangeDoc, '_id' | 'at'>;

/** What somebody may do, and on which sites. */
export type Post = Pick<ModeratorView, 'role' | 'sites'>;
interface Invited {
  role: Role;
  sites?: Scope;
}

export interface Member {
  view: ModeratorView;
  /** When they were last active, nearly; null for who has not been yet. */
  seenAt: Date | null;
  hasSecondFactor: boolean;
  /** Which of their sessions they have ended all together, if they have. */
  ended: SessionsEnded | null;
}

export type Roles = ReturnType<typeof createRoles>;

/**
 * Who has which role. A role is what the newest change about a member says, and nothing else keeps it: with the record of
 * the change the change is made, for every session (in another process two seconds later), and no crash can leave one without the
 * other.
 */
export function createRoles(deps: RolesDeps) {
  let changes = 0;

  /** Null for who is no member: removed, or invited and not recorded as joined. */
  const postOf = async (doc: ModeratorDoc): Promise<Post | null> => postBy(doc, await deps.changes.newestOf(doc._id));

  /** Members as of now; who is none is left out. */
  const members = async (ids: readonly string[]): Promise<Map<string, Member>> => {
    const [docs, newest] = await Promise.all([
      deps.moderators.byIds(ids as ModeratorId[]),
      deps.changes.newestOfEach(ids),
    ]);
    return new Map(
      docs.flatMap((doc) => {
        const post = postBy(doc, newest.get(doc._id) ?? null);
        return post === null ? [] : [[doc._id, memberOf(doc, post)]];
      }),
    );
  };

  /** The same of one; null for who is none. */
  const member = async (id: string): Promise<Member | null> => (await members([id])).get(id) ?? null;

  /**
   * Records what `decide` makes of the team as it is, null for nothing. All changes of the team stand in one row: the version
   * is read before anything that is decided by, so a change that came in between has taken it, and this one is decided anew.
   *
   * That is why the last owner is never lost. Only an owner unmakes an owner, nobody changes themselves, and both are asked
   * of the very version the change follows on: whoever unmakes an owner is one, and still is one afterwards. Of two owners who
   * remove each other at once, the second finds that it is no owner any more.
   */
  const record = async (decide: () => Promise<Decided | null>): Promise<void> => {
    for (;;) {
      const [newest] = await deps.changes.newest(1);
      const change = await decide();
      if (change === null) return;
      const next = { ...change, _id: (newest?._id ?? 0) + 1, at: deps.now() };
      // Counted also when it is not known whether it was appended.
      const answer = await deps.changes.append(next).finally(() => (changes += 1));
      // Each time this is refused somebody else has got on, so it ends.
      if (answer === 'appended') return;
    }
  };

  /** Whether whoever has invited may still give that role: a link must not outlive the right to make it. */
  const stillGiven = async ({ by: { id }, ...post }: { by: { id: string } } & Invited): Promise<boolean> => {
    const by = await member(id);
    return by !== null && gives(by.view, postIn(post));
  };

  return {
    postOf,
    member,
    members,
    record,
    stillGiven,
    /** How often this process has changed the team: what was read about a member before says nothing after. */
    changes: (): number => changes,

    /** Whether they were a member and were removed. */
    isRemoved: async ({ _id }: ModeratorDoc): Promise<boolean> => {
      const newest = await deps.changes.newestOf(_id);
      return newest !== null && newest.after === null;
    },

    /** What a member may do; who was invited and is not recorded yet joins with that, once, if the invitation still holds. */
    async join(doc: ModeratorDoc): Promise<Post | null> {
      const { invitedBy: by, role, sites } = doc;
      if (by !== undefined)
        await record(async () => {
          if ((await deps.changes.newestOf(doc._id)) !== null || !(await stillGiven({ by, ...doc }))) return null;
          const scope = sites === undefined ? {} : { sites: { before: null, after: sites } };
          return { by, member: { id: doc._id, name: doc.name }, before: null, after: role, ...scope };
        });
      return postOf(doc);
    },
  };
}

function memberOf(doc: ModeratorDoc, post: Post): Member {
  return {
    view: { id: doc._id, name: doc.name, ...post },
    seenAt: doc.seenAt ?? null,
    hasSecondFactor: hasSecondFactor(doc),
    ended: doc.ended ?? null,
  };
}

/** The role by the newest change, or by what the member began with. */
function postBy(doc: ModeratorDoc, newest: TeamChangeDoc | null): Post | null {
  if (newest === null) return doc.invitedBy === undefined ? postIn(doc) : null;
  return newest.after === null ? null : { role: newest.after, sites: newest.sites?.after ?? null };
}

/** A role as a link or a member keeps it: without sites it is one on all of them. */
export function postIn({ role, sites = null }: Invited): Post {
  return { role, sites };
}

export function isSamePost(a: Post, b: Post): boolean {
  return a.role === b.role && isSameScope(a.sites, b.sites);
}

export function isSameScope(a: Scope, b: Scope): boolean {
  return covers(a, b) && covers(b, a);
}
