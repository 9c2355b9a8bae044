import type { Connection } from 'mongoose';
import type { SiteFacts } from '../../shared/console-sites.ts';
import { changeStore, type ChangeDoc, type ChangeStore } from './changes.ts';

/** One change of what a site is, beside its rules; the newest one of a site *is* that. How it began is in its own document. */
export type SiteChangeDoc = ChangeDoc<SiteFacts>;
export type SiteChangeStore = ChangeStore<SiteFacts>;

export function siteChangeStore(connection: Connection): SiteChangeStore {
  return changeStore(connection, { model: 'SiteChange', collection: 'site_changes' });
}
