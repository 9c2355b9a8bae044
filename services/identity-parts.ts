import { createGuests, type Guests } from './auth/guests.ts';
import { createReaders, type Readers } from './identity/readers.ts';
import { createReaderSessions, type ReaderSessions } from './identity/reader-sessions.ts';
import { createSealing } from './sealed.ts';
import { createSiteAccounts, type SiteAccounts } from './sites/site-accounts.ts';
import type { Store } from './storage/store.ts';

/** What tells who readers are. */
export interface IdentityParts {
  guests: Guests;
  readerSessions: ReaderSessions;
  readers: Readers;
  siteAccounts: SiteAccounts;
}

export function createIdentityParts(store: Store, deps: { serviceKey: string; now: () => Date }): IdentityParts {
  const guests = createGuests({ ...store, ...deps });
  const readerSessions = createReaderSessions({ sessions: store.readerSessions, ...deps });
  return {
    ...{ guests, readerSessions, readers: createReaders({ guests, sessions: readerSessions }) },
    siteAccounts: createSiteAccounts({
      ...{ accounts: store.siteAccounts, sealing: createSealing(deps.serviceKey, 'site-accounts') },
      ...deps,
    }),
  };
}
