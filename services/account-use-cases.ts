import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  ownDoc,
  proveOneself,
  readAccount,
  type AtSession,
} from './auth/account.ts';
import {
  addPasskey,
  askForPasskey,
  confirmTotp,
  dropPasskey,
  dropTotp,
  offerTotp,
  renewRecoveryCodes,
} from './auth/own-factors.ts';
import type { AccountUseCases } from './http/account-routes.ts';
import type { Parts } from './use-cases.ts';

/** What a member of the team does about how they sign in themselves. */
export function accountUseCases(
  parts: Parts,
  at: { publicUrl: () => string; endSession: (sessionHash: string) => void },
): AccountUseCases {
  const { store, sessions, limits } = parts;
  const deps = {
    ...parts,
    grants: store.grants,
    moderators: store.moderators,
    seal: parts.totpSeal,
    isRequired: store.teamEvents.isRequired,
  };
  /** What whoever comes upon an open console must not do. */
  const proven =
    <Rest extends unknown[], T>(work: (who: AtSession, ...rest: Rest) => Promise<T>) =>
    async (who: AtSession, ...rest: Rest): Promise<T> => {
      await sessions.requireProof(who.session);
      return work(who, ...rest);
    };
  return {
    read: (who) => readAccount(deps, who),
    // The password it takes is the proof.
    async changePassword(who, change) {
      await limits.proofsOfMember.take(who.id);
      await changePassword(deps, who, change);
    },
    async prove(who, proof) {
      await limits.proofsOfMember.take(who.id);
      await proveOneself(deps, who, proof);
      await limits.proofsOfMember.giveBack(who.id);
    },
    proofOptions: async ({ id }) => parts.passkeys.ask(await ownDoc(deps, id)),
    offerTotp: proven(({ id }) => offerTotp(deps, id, `Tribune ${new URL(at.publicUrl()).hostname}`)),
    confirmTotp: proven(async ({ id }, code: string) => {
      await limits.codesOfMember.take(id);
      const added = await confirmTotp(deps, id, code);
      await limits.codesOfMember.giveBack(id);
      return added;
    }),
    dropTotp: proven(({ id }) => dropTotp(deps, id)),
    renewRecoveryCodes: proven(({ id }) => renewRecoveryCodes(deps, id)),
    passkeyOptions: proven(({ id }) => askForPasskey(deps, id)),
    addPasskey: proven(({ id }, made) => addPasskey(deps, id, made)),
    dropPasskey: proven(({ id }, passkeyId) => dropPasskey(deps, id, passkeyId)),
    async endSession(who, sessionHash) {
      if (await endOwnSession(deps, who, sessionHash)) at.endSession(sessionHash);
    },
    endOtherSessions: (who) => endOtherSessions(deps, who),
  };
}
