import type { Connection, mongo } from 'mongoose';
import type { CommentId } from '../../shared/ids.ts';
import { commentSchema, type Claim, type CommentDoc, type Flags, type Moderation } from './comment-schema.ts';
import { duplicateKey } from './duplicate-key.ts';
import type { ModEvent } from './mod-events.ts';
import { plain } from './plain.ts';

/** What a change leaves of the moderation part, beside its version and its outbox. What is left out is gone. */
export type Left = Pick<Moderation, 'vis' | 'review'> & { [Name in (typeof MAY_GO)[number]]?: Moderation[Name] };

const MAY_GO = [
  'queue',
  'queuedAt',
  'firstQueuedAt',
  'priority',
  'priorityParts',
  'snooze',
  'claim',
  'outcome',
  'last',
  'appeal',
  'flagged',
  'pin',
  'feature',
  'tellAt',
  'wipeAt',
] as const;

/** A new text with what the rules say of it. Reports were about the text before, so they go with that. */
export interface NewText {
  fields: Pick<
    CommentDoc,
    'rev' | 'text' | 'body' | 'textHash' | 'shingle' | 'revs' | 'lang' | 'editedAt' | 'mentions'
  >;
  verdict: Moderation['verdict'];
  troubling: boolean;
}

/** What a change makes of a comment. */
export interface Change {
  left: Left;
  event: ModEvent;
  newText?: NewText;
}

/** What a comment must still be when a change arrives. */
export interface Guard {
  v: number;
  rev: number;
  /** Whether its words were wiped, which makes no new version. */
  wiped: boolean;
  /** Nobody else may be at it at this moment; `must`: whoever changes it must be. */
  claim?: { by: string; at: Date; must: boolean };
}

type Filter = mongo.Filter<CommentDoc>;
type Update = mongo.UpdateFilter<CommentDoc>;
const AFTER = { returnDocument: 'after' } as const;

function holds({ v, rev, wiped, claim }: Guard): Filter {
  const same = { 'mod.v': v, rev, 'mod.wipedAt': { $exists: wiped } };
  if (claim === undefined) return same;
  const mine = { 'mod.claim.by.id': claim.by, ...(claim.must ? { 'mod.claim.until': { $gt: claim.at } } : {}) };
  return { ...same, $or: claim.must ? [mine] : [mine, ...free(claim.at)] };
}

function free(at: Date): Filter[] {
  return [{ 'mod.claim': { $exists: false } }, { 'mod.claim.until': { $lte: at } }];
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

  return {
    /**
     * The one way a comment's standing changes: applies only if the comment still is what the change was made from.
     * @returns the comment after the update; null if the guard did not hold; 'key-reused' if the Idempotency-Key of the act was
     *   used for another comment; 'slot-taken' if its slot among the pinned or featured is another comment's by now
     */
    async change(
      id: CommentId,
      guard: Guard,
      change: Change,
    ): Promise<CommentDoc | 'key-reused' | 'slot-taken' | null> {
      const { left, event, newText } = change;
      const isCalm = newText?.troubling === false;
      const gone = [
        ...MAY_GO.filter((name) => left[name] === undefined),
        ...(newText === undefined ? [] : ['flags']),
        ...(isCalm ? ['troubling'] : []),
      ];
      const update: Update = {
        $set: {
          ...newText?.fields,
          ...(newText === undefined ? {} : { 'mod.verdict': newText.verdict }),
          ...(newText?.troubling === true ? { 'mod.troubling': true } : {}),
          ...Object.fromEntries(Object.entries(left).map(([name, value]) => [`mod.${name}`, value])),
          'mod.v': event.seq,
          'mod.outboxAt': event.at,
          ...(left.vis === 'visible' ? { listed: true } : {}),
        },
        $unset: Object.fromEntries(gone.map((name) => [`mod.${name}`, 1])),
        $push: { 'mod.outbox': event },
      };
      try {
        return await comments.findOneAndUpdate({ _id: id, ...holds(guard) }, update, AFTER);
      } catch (error) {
        const keys = duplicateKey(error);
        if (keys?.includes('mod.last.idem')) return 'key-reused';
        if (keys?.includes('mod.pin.slot') || keys?.includes('mod.feature.slot')) return 'slot-taken';
        throw error;
      }
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

    /** Claims what waits and nobody else is at, or renews a claim; null if somebody is, or it waits no more. */
    claim: (id: CommentId, claim: Claim): Promise<CommentDoc | null> =>
      comments.findOneAndUpdate(
        { _id: id, 'mod.queue': { $exists: true }, $or: [{ 'mod.claim.by.id': claim.by.id }, ...free(claim.at)] },
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
