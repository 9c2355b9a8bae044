import type { ModeratorId } from '../../shared/ids.ts';
import { ROLES, type ModeratorView, type Scope } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import type { RoleChange, Team, TeamChange, TeamEvent, TeamMember } from '../../shared/team.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';
import type { TeamChangeDoc, TeamChangeStore } from '../storage/team-changes.ts';
import type { TeamEventDoc, TeamEventStore } from '../storage/team-events.ts';
import { may, requireAccess, requireGiving, rolesGivenBy, seenOf } from './access.ts';
import { isSamePost, isSameScope, type Post, type Roles } from './roles.ts';
import { hasSecondFactor } from './second-factors.ts';

/** Changes, and other events, that are shown; every one is kept. */
const CHANGES_SHOWN = 50;

export interface MembersDeps {
  moderators: {
    all(): Promise<ModeratorDoc[]>;
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    retire(id: ModeratorId): Promise<void>;
  };
  changes: Pick<TeamChangeStore, 'newest'>;
  events: Pick<TeamEventStore, 'newest' | 'isRequired'>;
  roles: Pick<Roles, 'postOf' | 'member' | 'record'>;
}

/**
 * Who is in the team, and what was changed about it, as far as it is about sites of whoever asks. Who has a second factor is for
 * those to know who can take it away.
 */
export async function readTeam(deps: MembersDeps, by: ModeratorView): Promise<Team> {
  const [docs, changes, events, required] = await Promise.all([
    deps.moderators.all(),
    deps.changes.newest(CHANGES_SHOWN),
    deps.events.newest(CHANGES_SHOWN),
    deps.events.isRequired(),
  ]);
  const mayChange = may(by, 'team.secure');
  const posts = await Promise.all(docs.map((doc) => deps.roles.postOf(doc)));
  const members = docs.flatMap((doc, index) => {
    const post = posts[index] ?? null;
    const sites = post === null ? undefined : seenOf(by.sites, post.sites);
    return post === null || sites === undefined ? [] : [toMember(doc, { role: post.role, sites }, mayChange)];
  });
  const rank = ({ role }: TeamMember): number => ROLES.length - ROLES.indexOf(role);
  return {
    members: members.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
    changes: changes.flatMap((change) => changeSeen(by.sites, change)),
    events: events.filter((event) => by.sites === null || isSeen(event, members)).map(toEvent),
    secondFactor: { required, mayChange },
    mayGive: rolesGivenBy(by.role),
  };
}

function changeSeen(scope: Scope, { _id, at, sites, ...change }: TeamChangeDoc): TeamChange[] {
  const before = change.before === null ? undefined : seenOf(scope, sites?.before ?? null);
  const after = change.after === null ? undefined : seenOf(scope, sites?.after ?? null);
  if (before === undefined && after === undefined) return [];
  const seen = { before: before ?? null, after: after ?? null };
  return [{ version: _id, at: at.toISOString(), ...change, sites: seen }];
}

/**
 * Gives a member another role, or the same on other sites. Sent again it changes nothing more.
 * @throws Problem `member-gone`, `member-changed` with the `role` and `sites` they have now; see also `requireMayChange`
 */
export async function changeRole(
  deps: MembersDeps,
  by: ModeratorView,
  { memberId, before, sitesBefore, ...to }: RoleChange & { memberId: ModeratorId },
): Promise<TeamMember> {
  const doc = await memberDoc(deps, memberId);
  let after: Post = { role: to.role, sites: null };
  await deps.roles.record(async () => {
    const now = await deps.roles.postOf(doc);
    if (now === null) throw new Problem('member-gone');
    after = { role: to.role, sites: to.role === 'owner' ? null : to.sites === undefined ? now.sites : to.sites };
    const actor = await requireMayChange(deps, by, { id: memberId, posts: [now, after] });
    if (isSamePost(now, after)) return null;
    if (now.role !== before || (sitesBefore !== undefined && !isSameScope(now.sites, sitesBefore)))
      throw new Problem('member-changed', { extensions: { ...now } });
    return { by: actor, member: { id: memberId, name: doc.name }, ...changeOf(now, after) };
  });
  return toMember(doc, after, may(by, 'team.secure'));
}

/**
 * Takes a member out of the team: their sessions hold no more from then on, and their name is free for whoever is invited
 * next. What they did keeps their name. Sent again it changes nothing more.
 * @throws Problem `member-gone` for who never was a member; see also `requireMayChange`
 */
export async function removeMember(deps: MembersDeps, by: ModeratorView, memberId: ModeratorId): Promise<void> {
  const doc = await memberDoc(deps, memberId);
  await deps.roles.record(async () => {
    const now = await deps.roles.postOf(doc);
    const actor = await requireMayChange(deps, by, { id: memberId, posts: now === null ? [] : [now] });
    return now === null ? null : { by: actor, member: { id: memberId, name: doc.name }, ...changeOf(now, null) };
  });
  await deps.moderators.retire(memberId);
}

function changeOf(before: Post, after: Post | null): Pick<TeamChangeDoc, 'before' | 'after' | 'sites'> {
  const sites = { before: before.sites, after: after?.sites ?? null };
  const limited = sites.before === null && sites.after === null ? {} : { sites };
  return { before: before.role, after: after?.role ?? null, ...limited };
}

/**
 * Asked anew of every version of the team a change might follow on, since whoever decides may have lost the right to.
 * @throws Problem `token-invalid` if they are no member any more, `own-membership`, `owner-only`, `not-allowed` also where it is
 *   about sites that are not theirs
 */
async function requireMayChange(
  deps: MembersDeps,
  by: ModeratorView,
  member: { id: ModeratorId; posts: Post[] },
): Promise<{ id: string; name: string }> {
  const actor = (await deps.roles.member(by.id))?.view;
  if (actor === undefined) throw new Problem('token-invalid');
  requireAccess(actor, 'team.change');
  if (actor.id === member.id) throw new Problem('own-membership');
  requireGiving(actor, ...member.posts);
  return { id: actor.id, name: actor.name };
}

async function memberDoc(deps: MembersDeps, id: ModeratorId): Promise<ModeratorDoc> {
  const doc = await deps.moderators.byId(id);
  if (doc === null) throw new Problem('member-gone');
  return doc;
}

/** Whether an event is about somebody in sight, or by them; what became of whole sites is for who has them all. */
function isSeen({ member, by, site }: TeamEventDoc, members: readonly TeamMember[]): boolean {
  if (site != null) return false;
  const about = member ?? by;
  return members.some(({ id }) => id === about.id);
}

function toEvent({ _id, at, site = null, ...event }: TeamEventDoc): TeamEvent {
  return { id: _id, at: at.toISOString(), ...event, site };
}

function toMember(doc: ModeratorDoc, post: Post, saysFactor: boolean): TeamMember {
  return {
    ...{ id: doc._id, name: doc.name, ...post, since: doc.createdAt.toISOString() },
    lastActiveAt: doc.seenAt?.toISOString() ?? null,
    hasSecondFactor: saysFactor ? hasSecondFactor(doc) : null,
  };
}
