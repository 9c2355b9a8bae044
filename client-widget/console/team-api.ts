import type { Invite } from '../../shared/identity.ts';
import { path, routes } from '../../shared/routes.ts';
import type { InviteAsk, RoleChange, Team, TeamMember } from '../../shared/team.ts';
import type { Call } from '../kit/api.ts';
import type { Answer } from './api.ts';

export interface TeamApi {
  /** `key` stays the same however often one invitation is sent. */
  invite(post: InviteAsk, key: string): Promise<Answer<Invite>>;
  team(): Promise<Answer<Team>>;
  /** `before` is the role whoever decides has seen. */
  changeRole(memberId: string, change: RoleChange): Promise<Answer<TeamMember>>;
  removeMember(memberId: string): Promise<Answer<null>>;
  requireSecondFactor(required: boolean): Promise<Answer<null>>;
  resetSecondFactor(memberId: string): Promise<Answer<null>>;
}

/** What the console does with the team. */
export function createTeamApi(ask: <T>(url: string, call?: Call) => Promise<Answer<T>>): TeamApi {
  return {
    invite: (body, idempotencyKey) => ask(routes.invites, { method: 'POST', body, idempotencyKey }),
    team: () => ask(routes.team),
    changeRole: (memberId, body) => ask(path(routes.teamMember, { memberId }), { method: 'PUT', body }),
    removeMember: (memberId) => ask(path(routes.teamMember, { memberId }), { method: 'DELETE' }),
    requireSecondFactor: (required) => ask(routes.secondFactor, { method: 'PUT', body: { required } }),
    resetSecondFactor: (memberId) => ask(path(routes.teamMemberFactor, { memberId }), { method: 'DELETE' }),
  };
}
