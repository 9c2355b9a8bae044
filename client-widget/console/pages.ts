import type { JSX } from 'preact';
import type { Role } from '../../shared/identity.ts';
import type { ConsoleSentences } from '../../shared/messages/console/sentences.ts';
import { AccountPage } from './account-page.tsx';
import { AuditPage } from './audit-page.tsx';
import { MailPage } from './mail-page.tsx';
import type { PageProps } from './page.tsx';
import { PeoplePage } from './people-page.tsx';
import { RulesPage } from './rules-page.tsx';
import { SearchPage } from './search-page.tsx';
import { SitesPage } from './sites-page.tsx';
import { TeamPage } from './team-page.tsx';

export type PageId = keyof ConsoleSentences['pages'];

interface ConsolePage {
  /** In the address: `#team`, perhaps with parameters (see PageProps); its sentence is `words.pages[id]`. */
  id: PageId;
  /** Null for the desk, which is always there and only steps behind the other pages. */
  Page: ((props: PageProps) => JSX.Element) | null;
  /** Whom it is offered to; left out, everybody. What may be read and done there is for the service to say. */
  for?: readonly Role[];
  /** Left out of the navigation: it is in the menu behind one's name. */
  inMenu?: true;
}

/** Every page of the console, in the order of its navigation. */
export const PAGES: readonly ConsolePage[] = [
  { id: 'queue', Page: null },
  { id: 'search', Page: SearchPage },
  { id: 'people', Page: PeoplePage },
  { id: 'rules', Page: RulesPage },
  { id: 'sites', Page: SitesPage },
  { id: 'audit', Page: AuditPage },
  { id: 'team', Page: TeamPage },
  { id: 'mail', Page: MailPage, for: ['admin', 'owner'] },
  { id: 'account', Page: AccountPage, inMenu: true },
];

/** The desk is the first, shown for any address that names no page. */
export const PAGE_IDS = PAGES.map(({ id }) => id) as [PageId, ...PageId[]];
