import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/**
 * One change of something a site has. The newest one *is* what counts, so that a change and its record are one write, and whoever
 * writes the same version second is refused by the unique id.
 */
export interface ChangeDoc<What> {
  /** Site and version. */
  _id: string;
  siteId: SiteId;
  /** 1 for a site's first change. */
  version: number;
  at: Date;
  by: { id: string; name: string };
  before: What;
  after: What;
}

export interface ChangeStore<What> {
  /** Appends; 'stale' if somebody else has written this version of the site. */
  append(change: Omit<ChangeDoc<What>, '_id'>): Promise<'appended' | 'stale'>;
  newest(siteId: SiteId): Promise<ChangeDoc<What> | null>;
  /** Changes of a site below a version, newest first. */
  page(siteId: SiteId, at: { below: number; limit: number }): Promise<ChangeDoc<What>[]>;
}

/** The changes of one kind: a collection of their own. */
export function changeStore<What>(
  connection: Connection,
  { model, collection }: { model: string; collection: string },
): ChangeStore<What> {
  const schema = new Schema<ChangeDoc<unknown>>(
    {
      _id: { type: String, required: true },
      siteId: { type: String, required: true },
      version: { type: Number, required: true },
      at: { type: Date, required: true },
      by: { type: Schema.Types.Mixed, required: true },
      before: { type: Schema.Types.Mixed, required: true },
      after: { type: Schema.Types.Mixed, required: true },
    },
    { versionKey: false, strict: 'throw', minimize: false, collection },
  );
  schema.index({ siteId: 1, version: -1 }, { name: 'site_version', unique: true });
  const Change = connection.model<ChangeDoc<unknown>>(model, schema);
  return {
    async append(change) {
      try {
        await Change.create({ ...change, _id: `${change.siteId}:${change.version}` });
        return 'appended';
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
        return 'stale';
      }
    },
    newest: (siteId) => Change.findOne({ siteId }).sort({ version: -1 }).lean<ChangeDoc<What>>().exec(),
    page: (siteId, { below, limit }) =>
      Change.find({ siteId, version: { $lt: below } })
        .sort({ version: -1 })
        .limit(limit)
        .lean<ChangeDoc<What>[]>()
        .exec(),
  };
}
