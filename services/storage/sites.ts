import { Schema, type Connection } from 'mongoose';
import type { SiteFacts } from '../../shared/console-sites.ts';
import type { SiteId } from '../../shared/ids.ts';
import { siteSettingsSchema, type Site, type SiteSettings } from '../../shared/site.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { SettingChangeStore } from './setting-changes.ts';
import type { SiteChangeStore } from './site-changes.ts';

/** How a site began: what it is by its newest changes counts from then on, see site-changes.ts and setting-changes.ts. */
export interface SiteDoc {
  _id: string;
  name: string;
  lang: string;
  origins: string[];
  settings: Partial<SiteSettings>;
  /** Who made it, and when; left out on the demo's, which comes with the service. */
  made?: Made;
  /** Present while it is being removed: to everybody else there is no such site then. */
  removal?: SiteRemoval;
}

export interface SiteRemoval {
  by: { id: string; name: string };
  at: Date;
  /** What it was called when that was decided. */
  name: string;
  /** Comments it had then, and has still. */
  total: number;
  left: number;
  /** Until when whoever works on it is believed to be alive; a lapsed one is anybody's to go on with. */
  leaseUntil: Date;
}

export interface Made {
  by: { id: string; name: string };
  at: Date;
}

/** A site that is to begin. */
export interface NewSite extends Pick<SiteFacts, 'name' | 'lang' | 'origins'> {
  id: SiteId;
  settings: Partial<SiteSettings>;
  made?: Made;
}

/** Every site there is, and whether there are others that are being removed. */
export interface KnownSites {
  sites: Site[];
  isRemoving: boolean;
}

/** What a site was when it began. */
export interface Beginning {
  facts: SiteFacts;
  settings: Partial<SiteSettings>;
  made: Made | null;
}

const siteSchema = new Schema<SiteDoc>(
  {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    lang: { type: String, required: true },
    origins: { type: [String], required: true },
    settings: { type: Schema.Types.Mixed, required: true },
    made: Schema.Types.Mixed,
    removal: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'sites' },
);

siteSchema.index(
  { 'removal.leaseUntil': 1 },
  { name: 'removal', partialFilterExpression: { 'removal.leaseUntil': { $exists: true } } },
);

export type SiteStore = ReturnType<typeof siteStore>;

export function siteStore(
  connection: Connection,
  changed: { settings: Pick<SettingChangeStore, 'newest'>; facts: Pick<SiteChangeStore, 'newest'> },
) {
  const SiteModel = connection.model('Site', siteSchema);
  const toSite = async (doc: SiteDoc): Promise<Site> => {
    const id = doc._id as SiteId;
    const [settings, facts] = await Promise.all([changed.settings.newest(id), changed.facts.newest(id)]);
    const { name, lang, origins, closed } = facts?.after ?? factsAtFirst(doc);
    return { id, name, lang, origins, closed, settings: siteSettingsSchema.parse(settings?.after ?? doc.settings) };
  };
  const standing = { removal: { $exists: false } };
  return {
    async all(): Promise<KnownSites> {
      const docs = await SiteModel.find().lean<SiteDoc[]>().exec();
      const there = docs.filter(({ removal }) => removal === undefined);
      return { sites: await Promise.all(there.map(toSite)), isRemoving: there.length < docs.length };
    },
    /** Inserts; a site of the same id is left as it is, also one that is being removed. */
    async insert({ id, ...rest }: NewSite): Promise<'inserted' | 'there'> {
      try {
        await SiteModel.create({ ...rest, _id: id });
        return 'inserted';
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        return 'there';
      }
    },
    /** What a site was when it began, and who made it; null for none of this id. */
    async beginning(id: SiteId): Promise<Beginning | null> {
      const doc = await SiteModel.findOne({ _id: id, ...standing })
        .lean<SiteDoc>()
        .exec();
      return doc === null ? null : { facts: factsAtFirst(doc), settings: doc.settings, made: doc.made ?? null };
    },
  };
}

function factsAtFirst({ name, lang, origins }: SiteDoc): SiteFacts {
  return { name, lang, origins, closed: false };
}
