import type { ModeratorId } from '../../shared/ids.ts';
import type { ModeratorView } from '../../shared/identity.ts';
import { Problem } from '../../shared/problem.ts';
import { newId } from '../ids.ts';
import type { ModeratorDoc, SessionsEnded } from '../storage/moderators.ts';
import type { TeamEventStore } from '../storage/team-events.ts';
import { requireAccess } from './access.ts';
import { hasSecondFactor } from './second-factors.ts';
import type { Sessions } from './sessions.ts';

export interface RequirementDeps {
  moderators: {
    byId(id: ModeratorId): Promise<ModeratorDoc | null>;
    resetFactors(id: ModeratorId, ended: SessionsEnded): Promise<boolean>;
  };
  teamEvents: Pick<TeamEventStore, 'record' | 'isRequired'>;
  sessions: Pick<Sessions, 'forget'>;
  now: () => Date;
}

/**
 * Has everybody need a second factor, or nobody: the setting is the newest record of it. Who has none can do nothing from then on but
 * set one up. Sent again it changes nothing more.
 * @throws Problem `not-allowed`; `own-second-factor-first`, so that nobody shuts themselves out
 */
export async function requireSecondFactors(deps: RequirementDeps, by: ModeratorView, required: boolean): Promise<void> {
  requireAccess(by, 'team.secure');
  if ((await deps.teamEvents.isRequired()) === required) return;
  const own = await deps.moderators.byId(by.id as ModeratorId);
  if (required && (own === null || !hasSecondFactor(own))) throw new Problem('own-second-factor-first');
  await deps.teamEvents.record({
    ...{ _id: newId(), at: deps.now(), what: required ? 'required' : 'optional' },
    ...{ by: { id: by.id, name: by.name }, member: null, left: null },
  });
  deps.sessions.forget();
}

/**
 * Takes a member's second factor away, authenticator app, passkeys and recovery codes, for who has lost them; the password alone lets
 * them in again. Their sessions are over. Who has none is left alone.
 * @throws Problem `not-allowed`, `own-membership`, `member-gone`
 */
export async function resetSecondFactor(
  deps: RequirementDeps,
  by: ModeratorView,
  memberId: ModeratorId,
): Promise<void> {
  requireAccess(by, 'team.secure');
  if (by.id === memberId) throw new Problem('own-membership');
  const doc = await deps.moderators.byId(memberId);
  if (doc?.password == null) throw new Problem('member-gone');
  if (!hasSecondFactor(doc)) return;
  // Recorded first: a crash in between leaves a record of what then has to be done again, and never the reverse.
  await deps.teamEvents.record({
    ...{ _id: newId(), at: deps.now(), what: 'reset', by: { id: by.id, name: by.name } },
    ...{ member: { id: doc._id, name: doc.name }, left: null },
  });
  await deps.moderators.resetFactors(doc._id, { at: deps.now(), but: null });
  deps.sessions.forget();
}
