import { Schema, type Connection } from 'mongoose';
import type { BulkAction, BulkView } from '../../shared/bulk.ts';
import type { Scope } from '../../shared/identity.ts';
import type { CommentId, SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';

/** One act on many comments. Its numbers are summed from its parts. */
export interface BulkDoc {
  _id: string;
  /** Hash of all that was asked for, to tell one request under a key from another. */
  said: string;
  /** The sites its comments are of; left out on acts from before that was kept, which only those with all sites see. */
  sites?: SiteId[];
  /** Names its parts: those of a request that was not the first with its key belong to nobody. */
  parts: string;
  by: { id: string; name: string; mayDecideEscalated: boolean };
  /** Who takes it back; absent until somebody does. */
  undoneBy?: { id: string; name: string; mayUndoOthers: boolean };
  at: Date;
  act: BulkAction;
  state: BulkView['state'];
  total: number;
  /** Until when whoever works on it is believed to be alive; a lapsed one is anybody's to go on with. */
  leaseUntil: Date;
}

/** What a part of the work came to. */
export interface Tally {
  done: number;
  skipped: Record<string, number>;
}

/** Some of its comments, as they were when it began. */
export interface BulkPartDoc {
  _id: string;
  /** The `parts` of its act. */
  of: string;
  items: { id: CommentId; v: number; rev: number }[];
  /** Absent until the part is done. */
  did?: Tally;
  /** Absent until it is taken back. */
  undid?: Tally;
}

const bulkSchema = new Schema<BulkDoc>(
  {
    _id: { type: String, required: true },
    said: { type: String, required: true },
    sites: { type: [String], default: undefined },
    parts: { type: String, required: true },
    by: { type: Schema.Types.Mixed, required: true },
    undoneBy: Schema.Types.Mixed,
    at: { type: Date, required: true },
    act: { type: Schema.Types.Mixed, required: true },
    state: { type: String, required: true },
    total: { type: Number, required: true },
    leaseUntil: { type: Date, required: true },
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'bulk' },
);
bulkSchema.index({ at: -1, _id: -1 }, { name: 'newest' });
bulkSchema.index({ state: 1, leaseUntil: 1 }, { name: 'state' });

const partSchema = new Schema<BulkPartDoc>(
  {
    _id: { type: String, required: true },
    of: { type: String, required: true },
    items: { type: Schema.Types.Mixed, required: true },
    did: Schema.Types.Mixed,
    undid: Schema.Types.Mixed,
  },
  { versionKey: false, strict: 'throw', minimize: false, collection: 'bulk_parts' },
);
partSchema.index({ of: 1, _id: 1 }, { name: 'of' });

export type BulkStore = ReturnType<typeof bulkStore>;

/** Acts on many comments, and how far they have come. */
export function bulkStore(connection: Connection) {
  const Bulk = connection.model('Bulk', bulkSchema);
  const Part = connection.model('BulkPart', partSchema);
  return {
    byId: (id: string): Promise<BulkDoc | null> => Bulk.findById(id).lean<BulkDoc>().exec(),
    /** The newest acts about nothing but the sites they have to be within, and about any of the others. */
    newest: (limit: number, { within, about }: { within: Scope; about: Scope }): Promise<BulkDoc[]> =>
      Bulk.find({
        ...(within === null ? {} : { sites: { $exists: true, $not: { $elemMatch: { $nin: [...within] } } } }),
        // Those from before their sites were kept may be about any.
        ...(about === null ? {} : { $or: [{ sites: { $in: [...about] } }, { sites: { $exists: false } }] }),
      })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean<BulkDoc[]>()
        .exec(),
    /** Stores the parts first: an act that is there is there as a whole. Answers the act that has this id, which may be another. */
    async insert(doc: BulkDoc, parts: BulkPartDoc[]): Promise<BulkDoc> {
      if (parts.length > 0) await Part.insertMany(parts, { ordered: false });
      try {
        await Bulk.create(doc);
        return doc;
      } catch (error) {
        const first = duplicateKey(error) === null ? null : await Bulk.findById(doc._id).lean<BulkDoc>().exec();
        if (first === null) throw error;
        await Part.deleteMany({ of: doc.parts }).exec();
        return first;
      }
    },
    /** Begins to take an act back; null unless it is done. */
    beginUndo: (id: string, by: NonNullable<BulkDoc['undoneBy']>, leaseUntil: Date): Promise<BulkDoc | null> =>
      Bulk.findOneAndUpdate(
        { _id: id, state: 'done' },
        { $set: { state: 'undoing', undoneBy: by, leaseUntil } },
        { returnDocument: 'after' },
      )
        .lean<BulkDoc>()
        .exec(),
    /** What nobody works on any more, though it is not finished. */
    lapsed: (now: Date): Promise<BulkDoc[]> =>
      Bulk.find({ state: { $in: ['running', 'undoing'] }, leaseUntil: { $lte: now } })
        .limit(10)
        .lean<BulkDoc[]>()
        .exec(),
    /** Takes a lapsed act up, or goes on with one's own; false if somebody else did. */
    async lease(id: string, from: Date, until: Date): Promise<boolean> {
      const { matchedCount } = await Bulk.updateOne(
        { _id: id, leaseUntil: from },
        { $set: { leaseUntil: until } },
      ).exec();
      // Matched, not modified: within one millisecond it is leased until the same moment again.
      return matchedCount === 1;
    },
    finish: async (id: string, from: 'running' | 'undoing', to: 'done' | 'undone'): Promise<void> => {
      await Bulk.updateOne({ _id: id, state: from }, { $set: { state: to } }).exec();
    },
    /** The first part that is still to be done, or to be taken back. */
    nextPart: (of: string, what: 'did' | 'undid'): Promise<BulkPartDoc | null> =>
      Part.findOne({ of, [what]: { $exists: false } })
        .sort({ _id: 1 })
        .lean<BulkPartDoc>()
        .exec(),
    tally: async (partId: string, what: 'did' | 'undid', tally: Tally): Promise<void> => {
      await Part.updateOne({ _id: partId }, { $set: { [what]: tally } }).exec();
    },
    tallies: async (of: string, what: 'did' | 'undid'): Promise<Tally[]> => {
      const parts = await Part.find({ of, [what]: { $exists: true } }, { did: 1, undid: 1 })
        .lean<Pick<BulkPartDoc, 'did' | 'undid'>[]>()
        .exec();
      return parts.flatMap((part) => part[what] ?? []);
    },
  };
}
