import { hash } from 'node:crypto';
import { Schema, type Connection } from 'mongoose';
import type { Scope } from '../../shared/identity.ts';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import type { DistinctionKind } from '../../shared/moderation.ts';
import { encodeBytes } from '../ids.ts';
import { duplicateKey } from './duplicate-key.ts';
import { ofSites } from './of-sites.ts';
import type { ThreadActDoc } from './thread-acts.ts';

/** What writers say about the article; null until somebody has. */
export interface ThreadFacts {
  url: string | null;
  title: string | null;
  lang: string | null;
}
export const FACTS = ['url', 'title', 'lang'] as const;

/** What a thread that boils over is under, and what set it off. Each part is there as long as it holds. */
export interface Heat {
  /** Each person writes once in so many seconds. */
  slow?: { perMinute: number; every: number };
  /** Everything waits for a moderator. */
  premod?: { refused: number; of: number };
}

/** Heat as it is stored: `v` grows with every change, so that of several who notice one writes it. */
export interface StoredHeat extends Heat {
  v: number;
}

/** What a page of a thread says beside its comments. */
export interface ThreadState {
  /** Left out where the thread is not there yet. */
  siteId?: SiteId;
  /** Absent while the thread is as any other. */
  heat?: Heat;
  /** Who closed it, and when; absent while it is open. */
  closed?: { at: Date; by: { id: string; name: string } };
  /** A comment of it was pinned once, so that there may be one now. */
  hadPins?: true;
  /** The same of comments that were featured. */
  hadFeatured?: true;
}

export interface ThreadDoc extends ThreadFacts, ThreadState {
  _id: ThreadId;
  siteId: SiteId;
  key: string;
  createdAt: Date;
  heat?: StoredHeat;
  /** Since when; present with `heat`. */
  heatAt?: Date;
  /** How often it was closed or reopened, and which of that is not kept where it belongs yet; absent if it never was. */
  acts?: { v: number; outbox: ThreadActDoc[]; outboxAt?: Date };
}

const threadSchema = new Schema<ThreadDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    key: { type: String, required: true },
    url: { type: String, default: null },
    title: { type: String, default: null },
    lang: { type: String, default: null },
    createdAt: { type: Date, required: true },
    heat: Schema.Types.Mixed,
    heatAt: Date,
    closed: Schema.Types.Mixed,
    ...{ hadPins: Boolean, hadFeatured: Boolean },
    acts: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', collection: 'threads' },
);
threadSchema.index({ siteId: 1, createdAt: -1 }, { name: 'site_created' });
const having = (path: string) => ({ partialFilterExpression: { [path]: { $exists: true } } });
threadSchema.index({ heatAt: 1 }, { name: 'heat', ...having('heatAt') });
threadSchema.index({ 'acts.outboxAt': 1 }, { name: 'act_outbox', ...having('acts.outboxAt') });

const STATE = { siteId: 1, heat: 1, closed: 1, hadPins: 1, hadFeatured: 1 } as const;

/** A thread's id follows from its site and key, so reading a thread needs no look-up and creating one cannot race. */
export function threadIdOf(siteId: SiteId, key: string): ThreadId {
  return encodeBytes(hash('sha256', `${siteId}\n${key}`, 'buffer').subarray(0, 16)) as ThreadId;
}

export type ThreadStore = ReturnType<typeof threadStore>;

export function threadStore(connection: Connection) {
  const Thread = connection.model('Thread', threadSchema);
  const byId = (id: ThreadId): Promise<ThreadDoc | null> => Thread.findById(id).lean<ThreadDoc>().exec();
  return {
    byId,
    byIds: (ids: ThreadId[]): Promise<ThreadDoc[]> =>
      Thread.find({ _id: { $in: ids } })
        .lean<ThreadDoc[]>()
        .exec(),
    /** Makes the thread if it is not there, with what its first writer says; answers it as it is. */
    async ensure(doc: ThreadDoc): Promise<ThreadDoc> {
      const { _id, ...rest } = doc;
      try {
        const update = { $setOnInsert: rest };
        const options = { upsert: true, returnDocument: 'after' } as const;
        return (await Thread.findOneAndUpdate({ _id }, update, options).lean<ThreadDoc>().exec()) ?? doc;
      } catch (error) {
        // Two first writers at once: the other one's thread is there now.
        const there = duplicateKey(error) === null ? null : await byId(_id);
        if (there === null) throw error;
        return there;
      }
    },
    /** Nothing of a thread that is not there. */
    stateOf: async (id: ThreadId): Promise<ThreadState> =>
      (await Thread.findById(id, { _id: 0, ...STATE })
        .lean<ThreadState>()
        .exec()) ?? {},
    /** The same of several; those that are not there are left out. */
    statesOf: async (ids: readonly ThreadId[]): Promise<Map<ThreadId, ThreadState>> => {
      const threads = await Thread.find({ _id: { $in: ids } }, STATE)
        .lean<({ _id: ThreadId } & ThreadState)[]>()
        .exec();
      return new Map(threads.map(({ _id, ...state }) => [_id, state]));
    },
    /** Threads that are hot, the longest first. The moment is named only because an index is used for what it is ordered by. */
    hot: (limit: number, sites?: Scope): Promise<ThreadDoc[]> =>
      Thread.find({ heatAt: { $exists: true, $gte: new Date(0) }, ...ofSites(sites) })
        .sort({ heatAt: 1 })
        .limit(limit)
        .lean<ThreadDoc[]>()
        .exec(),
    /**
     * Changes a thread's heat, if it still is what it was judged by; null ends it.
     * @returns whether it was this call that changed it
     */
    async setHeat(_id: ThreadId, from: StoredHeat | undefined, to: Heat | null, at: Date): Promise<boolean> {
      const stands = from === undefined ? { heat: { $exists: false } } : { 'heat.v': from.v };
      const update =
        to === null
          ? { $unset: { heat: 1, heatAt: 1 } }
          : { $set: { heat: { ...to, v: (from?.v ?? 0) + 1 }, ...(from === undefined ? { heatAt: at } : {}) } };
      const { modifiedCount } = await Thread.updateOne({ _id, ...stands }, update).exec();
      return modifiedCount === 1;
    },
    /** Remembers that pages of a thread must look for comments that are set apart so. */
    expect: async (_id: ThreadId, kind: DistinctionKind): Promise<void> => {
      const had = kind === 'pin' ? 'hadPins' : 'hadFeatured';
      await Thread.updateOne({ _id, [had]: { $exists: false } }, { $set: { [had]: true } }).exec();
    },
    /**
     * Closes a thread or reopens it, if nothing was done since `act.seq - 1`, with the act beside it.
     * @returns the thread after the update; null if somebody was faster
     */
    setClosed: (act: ThreadActDoc): Promise<ThreadDoc | null> =>
      Thread.findOneAndUpdate(
        { _id: act.threadId, ...(act.seq === 1 ? { acts: { $exists: false } } : { 'acts.v': act.seq - 1 }) },
        {
          $set: {
            'acts.v': act.seq,
            'acts.outboxAt': act.at,
            ...(act.act === 'closed' ? { closed: { at: act.at, by: act.by } } : {}),
          },
          $push: { 'acts.outbox': act },
          ...(act.act === 'closed' ? {} : { $unset: { closed: 1 } }),
        },
        { returnDocument: 'after' },
      )
        .lean<ThreadDoc>()
        .exec(),
    /** Threads of a site that nobody ever closed or reopened, by when they began: after one moment and up to another. */
    neverSteered: (siteId: SiteId, { after, upTo }: { after: Date; upTo: Date }, limit: number): Promise<ThreadDoc[]> =>
      Thread.find({ siteId, createdAt: { $gt: after, $lte: upTo }, acts: { $exists: false } })
        .sort({ createdAt: 1 })
        .limit(limit)
        .lean<ThreadDoc[]>()
        .exec(),
    /** Threads whose outbox has waited since before `until`, oldest first. */
    withActs: (until: Date, limit: number): Promise<ThreadDoc[]> =>
      Thread.find({ 'acts.outboxAt': { $lte: until } })
        .sort({ 'acts.outboxAt': 1 })
        .limit(limit)
        .lean<ThreadDoc[]>()
        .exec(),
    /** Takes acts that are kept elsewhere now out of the outbox; `outboxAt` goes with the last one. */
    async clearActs(_id: ThreadId, actIds: string[]): Promise<void> {
      await Thread.updateOne({ _id }, { $pull: { 'acts.outbox': { _id: { $in: actIds } } } }).exec();
      await Thread.updateOne({ _id, 'acts.outbox': { $size: 0 } }, { $unset: { 'acts.outboxAt': 1 } }).exec();
    },
    /** Adds what nobody has said yet; answers the thread. */
    async fill(_id: ThreadId, facts: ThreadFacts): Promise<ThreadDoc | null> {
      for (const fact of FACTS)
        if (facts[fact] !== null)
          await Thread.updateOne({ _id, [fact]: null }, { $set: { [fact]: facts[fact] } }).exec();
      return byId(_id);
    },
  };
}
