import type { Connection, mongo } from 'mongoose';
import type { CommentId } from '../../shared/ids.ts';
import { free, holds, updateOf, type Change, type Guard } from './comment-change.ts';
import { commentSchema, type Claim, type CommentDoc, type Flags, type Moderation } from './comment-schema.ts';
import { duplicateKey, duplicates } from './duplicate-key.ts';
import { plain } from './plain.ts';

const AFTER = { returnDocument: 'after' } as const;

type Filter = mongo.Filter<CommentDoc>;

/**
 * What became of a change: the comment after it; null if it was not any more what the change was made from; 'key-reused' if the
 * Idempotency-Key of the act was used for another comment; 'slot-taken' if its slot among the pinned or featured is another comment's
 * by now.
 */
type Changed = CommentDoc | 'key-reused' | 'slot-taken' | null;

/** Whether an event was stored with a comment: it is in the outbox until everybody is told of it, and stands as the last act for longer. */
function isIn({ mod }: CommentDoc, { id }: Change['event']): boolean {
  return mod.last?.eventId === id || mod.outbox.some((event) => event.id === id);
}

/** How comments change: each function is one guarded update of one document, or finishes one that was begun. */
export function commentChanges(connection: Connection) {
  const Comment = connection.model('Comment', commentSchema);
  const comments = plain<CommentDoc>(Comment);

  const unmarkEmpty = async (which: Filter): Promise<void> => {
    await comments.updateMany(
      { 'mod.outboxAt': { $exists: true }, ...which, 'mod.outbox': { $size: 0 } },
      { $unset: { 'mod.outboxAt': 1 } },
    );
  };

  /** Updates many, each by itself; answers which of them a unique index has refused, by their places. */
  const updateEach = async (
    updates: { filter: Filter; update: mongo.UpdateFilter<CommentDoc> }[],
  ): Promise<Set<number>> => {
    try {
      await comments.bulkWrite(
        updates.map((updateOne) => ({ updateOne })),
        { ordered: false },
      );
      return new Set();
    } catch (error) {
      const refused = duplicates(error);
      if (refused === null) throw error;
      return refused;
    }
  };

  const change = async (id: CommentId, guard: Guard, what: Change): Promise<Changed> => {
    try {
      return await comments.findOneAndUpdate({ _id: id, ...holds(guard) }, updateOf(what), AFTER);
    } catch (error) {
      const keys = duplicateKey(error);
      if (keys?.includes('mod.last.idem')) return 'key-reused';
      if (keys?.includes('mod.pin.slot') || keys?.includes('mod.feature.slot')) return 'slot-taken';
      throw error;
    }
  };

  return {
    /** The one way a comment's standing changes: applies only if the comment still is what the change was made from. */
    change,
    /**
     * The same of many comments with two commands, each by itself and in no order.
     * @returns what became of each, in the order they are given; a comment that has changed once more meanwhile as it is by now
     */
    async changeAll(changes: readonly { id: CommentId; guard: Guard; change: Change }[]): Promise<Changed[]> {
      const refused = await updateEach(
        changes.map(({ id, guard, change: what }) => ({
          filter: { _id: id, ...holds(guard) },
          update: updateOf(what),
        })),
      );
      const docs = await comments.find({ _id: { $in: changes.map(({ id }) => id) } }).toArray();
      const byId = new Map(docs.map((doc) => [doc._id, doc]));
      return Promise.all(
        changes.map(async ({ id, guard, change: what }, i) => {
          // By itself it is said which index has refused it.
          if (refused.has(i)) return change(id, guard, what);
          const doc = byId.get(id);
          return doc !== undefined && isIn(doc, what.event) ? doc : null;
        }),
      );
    },

    /**
     * Writes down what the reports of one text come to. Neither an event nor a new version: a moderator's decision on its way is
     * not out of date for it. Of several writers the one that counted most wins. Null if more was counted before, or the comment
     * changed meanwhile.
     * @param priority where that leaves it in its queue, if it is in one
     */
    countFlags: (
      { _id, rev, mod }: CommentDoc,
      flags: Flags,
      priority: Pick<Moderation, 'priority' | 'priorityParts'>,
    ): Promise<CommentDoc | null> =>
      Comment.findOneAndUpdate(
        {
          _id,
          rev,
          'mod.v': mod.v,
          $or: [{ 'mod.flags': { $exists: false } }, { 'mod.flags.count': { $lte: flags.count } }],
        },
        {
          $set: {
            'mod.flags': flags,
            ...Object.fromEntries(Object.entries(priority).map(([name, value]) => [`mod.${name}`, value])),
          },
        },
        { returnDocument: 'after' },
      )
        .lean<CommentDoc>()
        .exec(),

    /** Comments about which something was decided that may be told by now, longest ago first. */
    toTell: (until: Date, limit: number): Promise<CommentDoc[]> =>
      Comment.find({ 'mod.tellAt': { $lte: until } })
        .sort({ 'mod.tellAt': 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Everything is told of these comments as they are at these versions; of those that have changed since, nothing is said. */
    async told(docs: readonly CommentDoc[]): Promise<void> {
      if (docs.length === 0) return;
      await Comment.bulkWrite(
        docs.map(({ _id, mod }) => ({
          updateOne: { filter: { _id, 'mod.v': mod.v }, update: { $unset: { 'mod.tellAt': 1 } } },
        })),
        { ordered: false },
      );
    },

    /**
     * Claims what waits and nobody else is at, or renews a claim; null if somebody is, or it waits no more.
     * @param v the version it must still be at; any, if left out
     */
    claim: (id: CommentId, claim: Claim, v?: number): Promise<CommentDoc | null> =>
      comments.findOneAndUpdate(
        {
          ...{ _id: id, 'mod.queue': { $exists: true } },
          ...(v === undefined ? {} : { 'mod.v': v }),
          $or: [{ 'mod.claim.by.id': claim.by.id }, ...free(claim.at)],
        },
        { $set: { 'mod.claim': claim } },
        AFTER,
      ),
    /** Gives up a moderator's claim, from whichever window; null if there is none. */
    release: (id: CommentId, moderatorId: string): Promise<CommentDoc | null> =>
      Comment.findOneAndUpdate(
        { _id: id, 'mod.claim.by.id': moderatorId },
        { $unset: { 'mod.claim': 1 } },
        { returnDocument: 'after' },
      )
        .lean<CommentDoc>()
        .exec(),
    /** What one window of a console has claimed, or renewed last, by a moment. */
    async claimedBy(desk: string, by: Date): Promise<CommentId[]> {
      const claimed = await Comment.find(
        { 'mod.claim': { $exists: true }, 'mod.claim.until': { $gt: by }, 'mod.claim.desk': desk },
        { _id: 1 },
      )
        .lean<{ _id: CommentId }[]>()
        .exec();
      return claimed.map(({ _id }) => _id);
    },
    /** Gives up such a claim; null if it is another one by now. */
    releaseFrom: (id: CommentId, desk: string, by: Date): Promise<CommentDoc | null> =>
      Comment.findOneAndUpdate(
        { _id: id, 'mod.claim.desk': desk, 'mod.claim.at': { $lte: by } },
        { $unset: { 'mod.claim': 1 } },
        { returnDocument: 'after' },
      )
        .lean<CommentDoc>()
        .exec(),

    /** Comments whose outbox has waited since before `until`, oldest first. */
    withOutbox: (until: Date, limit: number): Promise<CommentDoc[]> =>
      Comment.find({ 'mod.outboxAt': { $lte: until } })
        .sort({ 'mod.outboxAt': 1 })
        .limit(limit)
        .lean<CommentDoc[]>()
        .exec(),
    /** Finishes what a crash left between taking the last event out of an outbox and unmarking it. */
    unmarkEmptyOutboxes: (until: Date): Promise<void> => unmarkEmpty({ 'mod.outboxAt': { $lte: until } }),
    /** Takes relayed events out of the outboxes of their comments; `outboxAt` goes with the last one of a comment. */
    async clearOutbox(relayed: { id: CommentId; eventId: string }[]): Promise<void> {
      // Nearly always it is the only event there, and one update per comment does it, all in one commit.
      const only = relayed.map(({ id, eventId }) => ({
        updateOne: {
          filter: { _id: id, 'mod.outbox.0.id': eventId, 'mod.outbox.1': { $exists: false } },
          update: { $set: { 'mod.outbox': [] }, $unset: { 'mod.outboxAt': 1 as const } },
        },
      }));
      const { matchedCount } = await comments.bulkWrite(only, { ordered: false });
      if (matchedCount === relayed.length) return;
      const oneOfSeveral = relayed.map(({ id, eventId }) => ({
        updateOne: {
          filter: { _id: id, 'mod.outbox.id': eventId },
          update: { $pull: { 'mod.outbox': { id: eventId } } },
        },
      }));
      await comments.bulkWrite(oneOfSeveral, { ordered: false });
      await unmarkEmpty({ _id: { $in: relayed.map(({ id }) => id) } });
    },
  };
}
