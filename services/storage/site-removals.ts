import type { Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import type { SiteDoc, SiteRemoval } from './sites.ts';

/** A site that is being removed. */
export interface RemovedSite {
  _id: SiteId;
  removal: SiteRemoval;
}

export type SiteRemovalStore = ReturnType<typeof siteRemovalStore>;

/**
 * Sites that are being removed. It stands in the site's own document, which goes last: so its id is taken until then, and there is
 * no moment at which a site is neither there nor being removed.
 */
export function siteRemovalStore(connection: Connection) {
  const SiteModel = connection.model<SiteDoc>('Site');
  const there = { 'removal.leaseUntil': { $exists: true, $gte: new Date(0) } };
  return {
    byId: (id: SiteId): Promise<RemovedSite | null> =>
      SiteModel.findOne({ _id: id, ...there })
        .lean<RemovedSite>()
        .exec(),
    /** All that are under way, in no order. */
    all: (): Promise<RemovedSite[]> => SiteModel.find(there).lean<RemovedSite[]>().exec(),
    /** Begins; one that is under way stays as it is. */
    async begin({ _id, removal }: RemovedSite): Promise<void> {
      await SiteModel.updateOne({ _id, removal: { $exists: false } }, { $set: { removal } }).exec();
    },
    /** Takes up one that nobody works on, or goes on with one's own; false if somebody else did. */
    async lease({ _id, removal }: RemovedSite, now: Pick<SiteRemoval, 'leaseUntil' | 'left'>): Promise<boolean> {
      const { matchedCount } = await SiteModel.updateOne(
        { _id, 'removal.at': removal.at, 'removal.leaseUntil': removal.leaseUntil },
        { $set: { 'removal.leaseUntil': now.leaseUntil, 'removal.left': now.left } },
      ).exec();
      return matchedCount === 1;
    },
    /** There is no such site any more: its id is free. */
    async finish({ _id, removal }: RemovedSite): Promise<void> {
      await SiteModel.deleteOne({ _id, 'removal.at': removal.at }).exec();
    },
  };
}
