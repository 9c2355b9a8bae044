import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { duplicateKey } from './duplicate-key.ts';

/**
 * One change of a site's settings. The newest one of a site *is* its settings, so that a change and its record are one write,
 * and whoever writes the same version second is refused by the unique id.
 */
export interface SettingChangeDoc {
  /** Site and version. */
  _id: string;
  siteId: SiteId;
  /** 1 for a site's first change. */
  version: number;
  at: Date;
  by: { id: string; name: string };
  before: SiteSettings;
  after: SiteSettings;
}

const settingChangeSchema = new Schema<SettingChangeDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    version: { type: Number, required: true },
    at: { type: Date, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    before: { type: Schema.Types.Mixed, required: true },
    after: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'setting_changes' },
);
settingChangeSchema.index({ siteId: 1, version: -1 }, { name: 'site_version', unique: true });

export type SettingChangeStore = ReturnType<typeof settingChangeStore>;

export function settingChangeStore(connection: Connection) {
  const Change = connection.model('SettingChange', settingChangeSchema);
  return {
    /** Appends; 'stale' if somebody else has written this version of the site. */
    async append(change: Omit<SettingChangeDoc, '_id'>): Promise<'appended' | 'stale'> {
      try {
        await Change.create({ ...change, _id: `${change.siteId}:${change.version}` });
        return 'appended';
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        return 'stale';
      }
    },
    newest: (siteId: SiteId): Promise<SettingChangeDoc | null> =>
      Change.findOne({ siteId }).sort({ version: -1 }).lean<SettingChangeDoc>().exec(),
    /** Changes of a site below a version, newest first. */
    page: (siteId: SiteId, { below, limit }: { below: number; limit: number }): Promise<SettingChangeDoc[]> =>
      Change.find({ siteId, version: { $lt: below } })
        .sort({ version: -1 })
        .limit(limit)
        .lean<SettingChangeDoc[]>()
        .exec(),
  };
}
