import { Schema, type Connection } from 'mongoose';
import type { DISCUSSION_ACTS } from '../../shared/discussion.ts';
import type { Scope } from '../../shared/identity.ts';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import { newestOfSites } from './of-sites.ts';
import { behind, type Place } from './place.ts';

/** One time a thread was closed or reopened. Acts are appended and never changed. */
export interface ThreadActDoc {
  _id: string;
  siteId: SiteId;
  threadId: ThreadId;
  /** Equal to the thread's `acts.v` after the act. */
  seq: number;
  act: (typeof DISCUSSION_ACTS)[number];
  at: Date;
  by: { id: string; name: string };
}

const actSchema = new Schema<ThreadActDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    threadId: { type: String, required: true },
    seq: { type: Number, required: true },
    act: { type: String, required: true },
    at: { type: Date, required: true },
    by: { type: Schema.Types.Mixed, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'thread_acts' },
);
actSchema.index({ threadId: 1, seq: 1 }, { name: 'thread_seq', unique: true });
actSchema.index({ at: -1, _id: -1 }, { name: 'newest' });
actSchema.index({ 'by.id': 1, at: -1, _id: -1 }, { name: 'actor_at' });
actSchema.index({ siteId: 1, at: -1, _id: -1 }, { name: 'site_at' });

/** Which acts; everything narrows. `to` is the first moment that is out of it. */
export interface ThreadActFilter {
  sites?: Scope;
  actorId?: string;
  from?: Date;
  to?: Date;
}

export type ThreadActStore = ReturnType<typeof threadActStore>;

export function threadActStore(connection: Connection) {
  const Act = connection.model('ThreadAct', actSchema);
  return {
    /** Appends; what is there already is left alone. */
    async append(acts: readonly ThreadActDoc[]): Promise<void> {
      for (const act of acts) {
        try {
          await insertPlain<ThreadActDoc>(Act, [act]);
        } catch (error) {
          if (duplicateKey(error)?.includes('_id') !== true) throw error;
        }
      }
    },
    /** One page, newest first. */
    page(
      { sites, actorId, from, to }: ThreadActFilter,
      { place, limit }: { place: Place | null; limit: number },
    ): Promise<ThreadActDoc[]> {
      const which = {
        ...(actorId === undefined ? {} : { 'by.id': actorId }),
        at: { $gte: from ?? new Date(0), ...(to === undefined ? {} : { $lt: to }) },
        ...behind<ThreadActDoc>('at', place),
      };
      return newestOfSites(sites, limit, (site) =>
        Act.find({ ...site, ...which })
          .sort({ at: -1, _id: -1 })
          .limit(limit)
          .lean<ThreadActDoc[]>()
          .exec(),
      );
    },
  };
}
