import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { OwnExport } from '../../shared/own.ts';
import { mailKeyOf, viaOf } from '../identity/identity.ts';
import { toOwnSession } from '../identity/reader-sessions.ts';
import type { IdentityStore } from '../storage/identities.ts';
import type { ReaderSessionStore } from '../storage/reader-sessions.ts';

export interface KeptIdentityDeps {
  identities: Pick<IdentityStore, 'ofPerson' | 'remove'>;
  readerSessions: Pick<ReaderSessionStore, 'ofPerson' | 'endAll'>;
  signIns: { removeOf(siteId: SiteId, subject: string): Promise<void> };
  letters: { removeSignIns(key: string): Promise<void> };
  devMail: { removeSignIns(key: string): Promise<void> };
  now: () => Date;
}

/** More than anybody has open. */
const SESSIONS_MAX = 500;

/** What somebody signs in with, and where they are signed in; a part of all that is kept about them (kept.ts). */
export const KEPT_IDENTITY = {
  identities: {
    async *read(deps: KeptIdentityDeps, personId: PersonId): AsyncGenerator<OwnExport['identities']> {
      const docs = await deps.identities.ofPerson(personId);
      yield docs.map(({ issuer, address, at }) => ({ ...viaOf(issuer), address, at: at.toISOString() }));
    },
    /** With what was sent to sign in with, which holds the address, and would make them somebody new. */
    async forget(deps: KeptIdentityDeps, personId: PersonId): Promise<void> {
      for (const identity of await deps.identities.ofPerson(personId)) {
        const { siteId, address } = identity;
        if (address !== null) {
          await deps.signIns.removeOf(siteId, address.toLowerCase());
          const key = mailKeyOf(identity);
          await deps.letters.removeSignIns(key);
          await deps.devMail.removeSignIns(key);
        }
        await deps.identities.remove(identity);
      }
    },
  },
  sessions: {
    async *read(deps: KeptIdentityDeps, personId: PersonId): AsyncGenerator<OwnExport['sessions']> {
      const docs = await deps.readerSessions.ofPerson(personId, { now: deps.now(), limit: SESSIONS_MAX });
      yield docs.map(toOwnSession);
    },
    /** Ended once more; of one that has ended nothing is left but that, and that for an hour. */
    forget: (deps: KeptIdentityDeps, personId: PersonId): Promise<void> =>
      deps.readerSessions.endAll(personId, { but: null, at: deps.now() }),
  },
};
