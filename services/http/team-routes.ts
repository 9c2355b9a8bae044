import { z } from 'zod';
import type { ModeratorId } from '../../shared/ids.ts';
import { requirementSchema } from '../../shared/account.ts';
import { inviteSchema, type Invite, type ModeratorView } from '../../shared/identity.ts';
import { routes } from '../../shared/routes.ts';
import {
  inviteAskSchema,
  roleChangeSchema,
  teamMemberSchema,
  teamSchema,
  type InviteAsk,
  type RoleChange,
  type Team,
  type TeamMember,
} from '../../shared/team.ts';
import { route, type Route } from './call.ts';

export interface TeamUseCases {
  read(by: ModeratorView): Promise<Team>;
  invite(by: ModeratorView, ask: InviteAsk & { key: string | undefined }): Promise<Invite>;
  changeRole(by: ModeratorView, change: RoleChange & { memberId: ModeratorId }): Promise<TeamMember>;
  remove(by: ModeratorView, memberId: ModeratorId): Promise<void>;
  requireSecondFactors(by: ModeratorView, required: boolean): Promise<void>;
  resetSecondFactor(by: ModeratorView, memberId: ModeratorId): Promise<void>;
}

const memberParams = z.strictObject({
  memberId: z
    .string()
    .regex(/^[0-9a-z]{26}$/)
    .transform((id) => id as ModeratorId),
});

/** The team: who is in it, and who may do what there (see auth/access.ts). */
export function teamRoutes(use: TeamUseCases): Route[] {
  return [
    route({
      who: 'moderator',
      method: 'get',
      path: routes.team,
      tag: 'console',
      summary: 'Read who is in the team, and its newest changes',
      answers: { 200: { description: 'The team', schema: teamSchema } },
      handle: async ({ moderator }) => ({ status: 200, body: await use.read(moderator) }),
    }),
    route({
      who: 'moderator',
      method: 'post',
      path: routes.invites,
      tag: 'console',
      summary: 'Make a one-time link for one more member of the team',
      description:
        'Holds for three days, and only as long as whoever made it may give that role. Without a body it makes a moderator; `sites` limits them to some sites.',
      body: inviteAskSchema,
      idempotent: true,
      answers: { 201: { description: 'The link', schema: inviteSchema } },
      handle: async ({ moderator, body, key }) => ({
        status: 201,
        body: await use.invite(moderator, { ...body, key }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'put',
      path: routes.teamMember,
      tag: 'console',
      summary: 'Give a member of the team another role',
      description:
        'Names the role the member had before; `sites` are those it is for from now on, null for all, and stay where they are left out. If somebody has changed it meanwhile, the answer is 409 with the `role` and `sites` they have now.',
      params: memberParams,
      body: roleChangeSchema,
      answers: { 200: { description: 'The member', schema: teamMemberSchema } },
      handle: async ({ moderator, params, body }) => ({
        status: 200,
        body: await use.changeRole(moderator, { ...params, ...body }),
      }),
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.teamMember,
      tag: 'console',
      summary: 'Remove a member from the team',
      params: memberParams,
      answers: { 204: { description: 'Removed; their sessions have ended, open sockets follow', schema: null } },
      async handle({ moderator, params }) {
        await use.remove(moderator, params.memberId);
        return { status: 204 };
      },
    }),
    route({
      who: 'moderator',
      method: 'put',
      path: routes.secondFactor,
      tag: 'console',
      summary: 'Say whether everybody in the team needs a second factor',
      description: 'For owners who have one themselves. Whoever has none can do nothing from then on but set one up.',
      body: requirementSchema,
      answers: { 204: { description: 'It is so', schema: null } },
      async handle({ moderator, body }) {
        await use.requireSecondFactors(moderator, body.required);
        return { status: 204 };
      },
    }),
    route({
      who: 'moderator',
      method: 'delete',
      path: routes.teamMemberFactor,
      tag: 'console',
      summary: 'Take away a member’s second factor, which they have lost',
      description:
        'For owners. Authenticator app, passkeys and recovery codes go, and every session of the member ends.',
      params: memberParams,
      answers: { 204: { description: 'The password alone lets them in again', schema: null } },
      async handle({ moderator, params }) {
        await use.resetSecondFactor(moderator, params.memberId);
        return { status: 204 };
      },
    }),
  ];
}
