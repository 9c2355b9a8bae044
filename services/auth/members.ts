import type { ModeratorId } from '../../shared/ids.ts';
import { ROLES, type ModeratorView, type Role } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import type { RoleChange, Team, TeamMember } from '../../shared/team.ts';
import type { ModeratorDoc } from '../storage/moderators.ts';
import type { TeamChangeStore } from '../storage/team-changes.ts';
import type { TeamEventStore } from '../storage/team-events.ts';
import { may, requireAccess, requireGiving, rolesGivenBy } from './access.ts';
import type { Roles } from './roles.ts';
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
  roles: Pick<Roles, 'roleOf' | 'member' | 'record'>;
}

/** Who is in the team, and what was changed about it. Who has a second factor is for those to know who can take it away. */
export async function readTeam(deps: MembersDeps, by: ModeratorView): Promise<Team> {
  const [docs, changes, events, required] = await Promise.all([
    deps.moderators.all(),
    deps.changes.newest(CHANGES_SHOWN),
    deps.events.newest(CHANGES_SHOWN),
    deps.events.isRequired(),
  ]);
  const mayChange = may(by.role, 'team.secure');
  const roles = await Promise.all(docs.map((doc) => deps.roles.roleOf(doc)));
  const members = docs.flatMap((doc, index) => {
    const role = roles[index] ?? null;
    return role === null ? [] : [toMember(doc, role, mayChange)];
  });
  const rank = ({ role }: TeamMember): number => ROLES.length - ROLES.indexOf(role);
  return {
    members: members.sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
    changes: changes.map(({ _id, at, ...change }) => ({ version: _id, at: at.toISOString(), ...change })),
    events: events.map(({ _id, at, ...event }) => ({ id: _id, at: at.toISOString(), ...event })),
    secondFactor: { required, mayChange },
    mayGive: rolesGivenBy(by.role),
  };
}

/**
 * Gives a member another role. Sent again it changes nothing more.
 * @throws Problem `member-gone`, `member-changed` with the `role` they have now; see also `requireMayChange`
 */
export async function changeRole(
  deps: MembersDeps,
  by: ModeratorView,
  { memberId, before, role }: RoleChange & { memberId: ModeratorId },
): Promise<TeamMember> {
  const doc = await memberDoc(deps, memberId);
  await deps.roles.record(async () => {
    const now = await deps.roles.roleOf(doc);
    if (now === null) throw new Problem('member-gone');
    const actor = await requireMayChange(deps, by, { id: memberId, roles: [now, role] });
    if (now === role) return null;
    if (now !== before) throw new Problem('member-changed', { extensions: { role: now } });
    return { by: actor, member: { id: memberId, name: doc.name }, before: now, after: role };
  });
  return toMember(doc, role, may(by.role, 'team.secure'));
}

/**
 * Takes a member out of the team: their sessions hold no more from then on, and their name is free for whoever is invited
 * next. What they did keeps their name. Sent again it changes nothing more.
 * @throws Problem `member-gone` for who never was a member; see also `requireMayChange`
 */
export async function removeMember(deps: MembersDeps, by: ModeratorView, memberId: ModeratorId): Promise<void> {
  const doc = await memberDoc(deps, memberId);
  await deps.roles.record(async () => {
    const now = await deps.roles.roleOf(doc);
    const actor = await requireMayChange(deps, by, { id: memberId, roles: now === null ? [] : [now] });
    return now === null ? null : { by: actor, member: { id: memberId, name: doc.name }, before: now, after: null };
  });
  await deps.moderators.retire(memberId);
}

/**
 * Asked anew of every version of the team a change might follow on, since whoever decides may have lost the right to.
 * @throws Problem `token-invalid` if they are no member any more, `not-allowed`, `own-membership`, `owner-only`
 */
async function requireMayChange(
  deps: MembersDeps,
  by: ModeratorView,
  member: { id: ModeratorId; roles: Role[] },
): Promise<{ id: string; name: string }> {
  const actor = (await deps.roles.member(by.id))?.view;
  if (actor === undefined) throw new Problem('token-invalid');
  requireAccess(actor, 'team.change');
  if (actor.id === member.id) throw new Problem('own-membership');
  requireGiving(actor, ...member.roles);
  return { id: actor.id, name: actor.name };
}

async function memberDoc(deps: MembersDeps, id: ModeratorId): Promise<ModeratorDoc> {
  const doc = await deps.moderators.byId(id);
  if (doc === null) throw new Problem('member-gone');
  return doc;
}

function toMember(doc: ModeratorDoc, role: Role, saysFactor: boolean): TeamMember {
  return {
    ...{ id: doc._id, name: doc.name, role, since: doc.createdAt.toISOString() },
    lastActiveAt: doc.seenAt?.toISOString() ?? null,
    hasSecondFactor: saysFactor ? hasSecondFactor(doc) : null,
  };
}
