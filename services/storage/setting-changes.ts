import type { Connection } from 'mongoose';
import type { SiteSettings } from '../../shared/site.ts';
import { changeStore, type ChangeDoc, type ChangeStore } from './changes.ts';

/** One change of a site's settings; the newest one of a site *is* its settings. */
export type SettingChangeDoc = ChangeDoc<SiteSettings>;
export type SettingChangeStore = ChangeStore<SiteSettings>;

export function settingChangeStore(connection: Connection): SettingChangeStore {
  return changeStore(connection, { model: 'SettingChange', collection: 'setting_changes' });
}
