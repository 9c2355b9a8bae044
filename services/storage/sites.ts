import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import { siteSettingsSchema, type Site, type SiteSettings } from '../../shared/site.ts';
import type { SettingChangeStore } from './setting-changes.ts';
import { duplicateKey } from './duplicate-key.ts';

interface SiteDoc {
  _id: string;
  name: string;
  lang: string;
  origins: string[];
  /** What the site began with; its newest change counts from then on, see setting-changes.ts. */
  settings: Partial<SiteSettings>;
}

const siteSchema = new Schema<SiteDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    lang: { type: String, required: true },
    origins: { type: [String], required: true },
    settings: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'sites' },
);

export function siteStore(connection: Connection, changes: Pick<SettingChangeStore, 'newest'>) {
  const SiteModel = connection.model('Site', siteSchema);
  const toSite = async ({ _id, ...rest }: SiteDoc): Promise<Site> => ({
    ...rest,
    id: _id as SiteId,
    settings: siteSettingsSchema.parse((await changes.newest(_id as SiteId))?.after ?? rest.settings),
  });
  return {
    all: async (): Promise<Site[]> =>
      Promise.all((await SiteModel.find({}).lean<SiteDoc[]>().exec()).map((doc) => toSite(doc))),
    /** Inserts; a site of the same id is left as it is. */
    async insert(site: Omit<Site, 'settings'> & { settings: Partial<SiteSettings> }): Promise<void> {
      const { id, ...rest } = site;
      try {
        await SiteModel.create({ ...rest, _id: id });
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
  };
}
