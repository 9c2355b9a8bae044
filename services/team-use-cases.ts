import { requireAccess } from './auth/access.ts';
import { changeRole, readTeam, removeMember } from './auth/members.ts';
import { requireSecondFactors, resetSecondFactor } from './auth/requirement.ts';
import type { TeamUseCases } from './http/team-routes.ts';
import type { Parts } from './use-cases.ts';
import type { Scope } from '../shared/identity.ts';
import { Problem } from '../shared/problem.ts';
import { routes } from '../shared/routes.ts';

/** What the console does with the team. */
export function teamUseCases(
  { store, roles, team, sites, sessions, now }: Parts,
  at: { publicUrl: () => string },
): TeamUseCases {
  const deps = { moderators: store.moderators, changes: store.teamChanges, events: store.teamEvents, roles };
  const securing = { moderators: store.moderators, teamEvents: store.teamEvents, sessions, now };
  /** @throws Problem `unknown-site` */
  const requireKnown = async (scope: Scope | undefined): Promise<void> => {
    for (const site of scope ?? []) if ((await sites.byId(site)) === null) throw new Problem('unknown-site');
  };
  return {
    async read(by) {
      requireAccess(by, 'team.read');
      return readTeam(deps, by);
    },
    async invite(by, ask) {
      requireAccess(by, 'team.invite');
      await requireKnown(ask.sites);
      const { code, expiresAt } = await team.invite(by, ask);
      return { url: `${at.publicUrl()}${routes.console}#invite=${code}`, expiresAt };
    },
    // Who may is asked there, of the version of the team that the change follows on.
    async changeRole(by, change) {
      await requireKnown(change.sites);
      return changeRole(deps, by, change);
    },
    remove: (by, memberId) => removeMember(deps, by, memberId),
    requireSecondFactors: (by, required) => requireSecondFactors(securing, by, required),
    resetSecondFactor: (by, memberId) => resetSecondFactor(securing, by, memberId),
  };
}
