import { createPasskeys } from './auth/passkeys.ts';
import type { Passwords } from './auth/passwords.ts';
import { createRescue } from './auth/rescue.ts';
import { createSealing } from './sealed.ts';
import { createSessions } from './auth/sessions.ts';
import { createSignIn } from './auth/sign-in.ts';
import { createTeam } from './auth/team.ts';
import type { Parts } from './use-cases.ts';

/** How the members of the team come to be and sign in. */
export function createSignInParts(
  from: Pick<Parts, 'store' | 'roles' | 'serviceKey' | 'now'> & { publicUrl: () => string },
  passwords: Passwords,
): Pick<Parts, 'team' | 'rescue' | 'sessions' | 'signIn' | 'passwords' | 'passkeys' | 'totpSeal'> {
  const { store, serviceKey } = from;
  const totpSeal = createSealing(serviceKey, 'totp');
  const deps = { ...from, grants: store.grants, moderators: store.moderators, passwords };
  const sessions = createSessions({ ...deps, isRequired: store.teamEvents.isRequired });
  const passkeys = createPasskeys(deps);
  const signIn = createSignIn({ ...deps, sessions, passkeys, seal: totpSeal, teamEvents: store.teamEvents });
  const team = createTeam({ ...deps, afterPassword: signIn.afterPassword });
  const rescue = createRescue({
    ...{ ...deps, sessions, teamEvents: store.teamEvents },
    afterPassword: signIn.afterPassword,
  });
  return { team, rescue, sessions, signIn, passwords, passkeys, totpSeal };
}
