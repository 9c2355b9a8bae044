import mongoose, { Schema, type Connection } from 'mongoose';
import type { CommentId, PersonId, ThreadId } from '../../shared/ids.ts';
import type { NoticeReason, VerdictOutcome } from '../../shared/notification.ts';
import type { Alert } from '../moderation/alerts.ts';
import { insertPlain } from './insert-plain.ts';
import { indexOutbox, outboxFields, outboxQueries, type OutboxDoc, type OutboxState } from './outbox.ts';
import { behind, type Place } from './place.ts';
import { plain } from './plain.ts';

/** What a letter to a reader is about. No words of others are kept with it: they are read when it is sent, as what was hidden since is not told. */
export type ReaderSubject =
  /** Asks whether the address is theirs. */
  | { kind: 'confirm' }
  | { kind: 'comment'; commentId: CommentId; threadId: ThreadId; reasons: NoticeReason[] }
  /** What became of a comment of their own. */
  | { kind: 'verdict'; commentId: CommentId; threadId: ThreadId; outcome: VerdictOutcome };

/** What a letter is about: the team is told what waits, as it was when that was due. */
export type LetterSubject = ReaderSubject | ApartSubject;
/** What goes to an address and not to a reader with wishes of their own: it goes alone, and at any hour. */
export type ApartSubject = SignInSubject | AlertSubject;
/** A code, and a link, to sign in with: to whoever has the address, who may be nobody here yet. */
export interface SignInSubject {
  kind: 'sign-in';
  attempt: string;
}
export interface AlertSubject {
  kind: 'alert';
  alert: Alert;
}

/** One thing somebody is told by mail. Several that are due together go in one mail. */
export interface LetterDoc<What extends LetterSubject = LetterSubject> extends OutboxDoc {
  /** Null for the team, and for whoever signs in. */
  personId: What extends ReaderSubject ? PersonId : null;
  /** Stands for the address at this site: whoever has the same one is the same reader to mail. */
  key: string;
  /** The address; gone once it is sent or dropped. */
  to?: string;
  /** Language of the mail, BCP 47. */
  lang: string;
  what: What;
  /** The mail it goes in; absent until it is first taken up. What became due later goes in another one. */
  batch?: string;
  /** Present while it is put by: its comment was out of sight when it was to be sent. */
  unseen?: true;
}

const letterSchema = new Schema<LetterDoc>(
  {
    ...outboxFields,
    personId: { type: String, default: null },
    key: { type: String, required: true },
    to: String,
    lang: { type: String, required: true },
    what: { type: Schema.Types.Mixed, required: true },
    batch: String,
    unseen: Boolean,
  },
  { versionKey: false, strict: 'throw', collection: 'letters' },
);
indexOutbox(letterSchema);
letterSchema.index({ key: 1, dueAt: 1 }, { name: 'due_together', partialFilterExpression: { state: 'waiting' } });
letterSchema.index({ key: 1, createdAt: 1 }, { name: 'key' });
letterSchema.index({ batch: 1 }, { name: 'batch', partialFilterExpression: { batch: { $exists: true } } });
letterSchema.index({ personId: 1, createdAt: -1, _id: -1 }, { name: 'person_newest' });
letterSchema.index({ 'what.commentId': 1 }, { name: 'unseen', partialFilterExpression: { unseen: true } });

export type LetterStore = ReturnType<typeof letterStore>;

/** Whether every write that failed did so because there is one of that id. */
function areThere(error: unknown): boolean {
  if (!(error instanceof mongoose.mongo.MongoServerError) || error.code !== 11000) return false;
  const { writeErrors = [] } = error as { writeErrors?: { code: number } | { code: number }[] };
  return [writeErrors].flat().every(({ code }) => code === 11000);
}

/** The outbox of mail: letters that wait, and what became of the others. */
export function letterStore(connection: Connection) {
  const Letter = connection.model('Letter', letterSchema);
  const letters = plain<LetterDoc>(Letter);
  const waiting = { state: 'waiting' } as const;
  const none = { $exists: false };
  return {
    /** Inserts; a letter that is there stays as it is, whatever has become of it. */
    async put(docs: readonly LetterDoc[]): Promise<void> {
      try {
        await insertPlain(Letter, docs);
      } catch (error) {
        if (!areThere(error)) throw error;
      }
    },
    /** How many letters about comments have been made for each of these addresses since then; none is left out. */
    async countSince(keys: readonly string[], since: Date): Promise<Map<string, number>> {
      const counts = await Letter.aggregate<{ _id: string; n: number }>([
        { $match: { key: { $in: keys }, createdAt: { $gte: since }, 'what.kind': { $nin: ['confirm', 'sign-in'] } } },
        { $group: { _id: '$key', n: { $sum: 1 } } },
      ]).exec();
      return new Map(counts.map(({ _id, n }) => [_id, n]));
    },

    /** Letters that are to be taken up by now, the longest due first: those tried before without success, or the others. */
    due: (now: Date, { tried, limit }: { tried: boolean; limit: number }): Promise<LetterDoc[]> =>
      Letter.find({ ...waiting, dueAt: { $lte: now }, attempts: tried ? { $gt: 0 } : 0 })
        .sort({ dueAt: 1 })
        .limit(limit)
        .lean<LetterDoc[]>()
        .exec(),
    /** Letters about comments that are due to some addresses by now and in no mail yet, oldest first; by address. */
    async dueTogether(keys: readonly string[], now: Date, limit: number): Promise<Map<string, string[]>> {
      const due = await letters
        .find({ ...waiting, key: { $in: keys }, dueAt: { $lte: now }, batch: none, 'what.kind': 'comment' })
        .project<{ _id: string; key: string }>({ key: 1 })
        .sort({ createdAt: 1 })
        .limit(limit)
        .toArray();
      const byKey = new Map<string, string[]>(keys.map((key) => [key, []]));
      for (const { _id, key } of due) byKey.get(key)?.push(_id);
      return byKey;
    },
    /**
     * Puts letters that are due and in no mail yet in mails; nobody else takes them up until `until`. Answers which, in the order of
     * the mails.
     */
    async gather(
      mails: readonly { batch: string; ids: readonly string[] }[],
      { now, until }: { now: Date; until: Date },
    ): Promise<LetterDoc[][]> {
      const each = mails.map(({ batch, ids }) => ({
        updateMany: {
          filter: { _id: { $in: ids }, ...waiting, dueAt: { $lte: now }, batch: none },
          update: { $set: { batch, dueAt: until } },
        },
      }));
      await letters.bulkWrite(each, { ordered: false });
      const found = await letters
        .find({ batch: { $in: mails.map(({ batch }) => batch) }, ...waiting })
        .sort({ createdAt: 1, _id: 1 })
        .toArray();
      return mails.map(({ batch }) => found.filter((letter) => letter.batch === batch));
    },
    /**
     * Takes up a mail again whose lease has lapsed, or that is to be tried again. Whoever gets its first letter has it.
     * @returns its letters; null if somebody was faster
     */
    async takeUp(batch: string, { now, until }: { now: Date; until: Date }): Promise<LetterDoc[] | null> {
      const letters = await this.inMail(batch);
      const { matchedCount } = await Letter.updateOne(
        { _id: letters[0]?._id ?? '', ...waiting, dueAt: { $lte: now } },
        { $set: { dueAt: until } },
      ).exec();
      if (matchedCount === 0) return null;
      await Letter.updateMany({ batch, ...waiting }, { $set: { dueAt: until } }).exec();
      return letters;
    },
    /** The letters of a mail that still wait, oldest first. */
    inMail: (batch: string): Promise<LetterDoc[]> =>
      Letter.find({ batch, ...waiting })
        .sort({ createdAt: 1, _id: 1 })
        .lean<LetterDoc[]>()
        .exec(),
    /** Lets letters of a mail wait until `dueAt`; `release` takes them out of it, which no server has been given yet. */
    async putOff(batch: string, { dueAt, release }: { dueAt: Date; release: boolean }): Promise<void> {
      await Letter.updateMany(
        { batch, ...waiting },
        { $set: { dueAt }, ...(release ? { $unset: { batch: 1 } } : {}) },
      ).exec();
    },
    /**
     * Puts a letter by until it is brought back, or `until`; `release` takes it out of its mail, so that it can go in another one.
     */
    async putBy(id: string, { until, release }: { until: Date; release: boolean }): Promise<void> {
      await Letter.updateOne(
        { _id: id, ...waiting },
        { $set: { dueAt: until, unseen: true }, ...(release ? { $unset: { batch: 1 } } : {}) },
      ).exec();
    },
    /** Some of the letters about a comment that are put by. */
    putByAbout: (commentId: CommentId, limit: number): Promise<LetterDoc[]> =>
      Letter.find({ 'what.commentId': commentId, unseen: true, ...waiting })
        .limit(limit)
        .lean<LetterDoc[]>()
        .exec(),
    /** Has letters to a reader that wait for their hour wait for another one; not what is due, under way or put by. */
    async redate(
      { personId, key }: { personId: PersonId; key: string },
      { now, dueAt }: { now: Date; dueAt: Date },
    ): Promise<void> {
      const those = { personId, key, ...waiting, dueAt: { $gt: now }, batch: null, unseen: null };
      await Letter.updateMany({ ...those, 'what.kind': { $in: ['comment', 'verdict'] } }, { $set: { dueAt } }).exec();
    },
    /** Has letters that were put by be due again. */
    async bringBack(ids: readonly string[], dueAt: Date): Promise<void> {
      await Letter.updateMany({ _id: { $in: ids }, unseen: true }, { $set: { dueAt }, $unset: { unseen: 1 } }).exec();
    },
    /** Notes that a mail could not be sent, and when it is tried again. */
    async tried(batch: string, { dueAt, error }: { dueAt: Date; error: string }): Promise<void> {
      await Letter.updateMany({ batch, ...waiting }, { $set: { dueAt, error }, $inc: { attempts: 1 } }).exec();
    },
    /** Ends letters that wait. What went wrong is kept where they are dead, or dropped. */
    async finish(
      ids: readonly string[],
      { state, error, at }: { state: Exclude<OutboxState, 'waiting'>; error?: string; at: Date },
    ): Promise<void> {
      const told = error === undefined ? {} : { error };
      const gone = { ...(state === 'dead' ? {} : { to: 1 }), ...(error === undefined ? { error: 1 } : {}), unseen: 1 };
      await Letter.updateMany(
        { _id: { $in: ids }, ...waiting },
        { $set: { state, doneAt: at, ...told }, $unset: gone },
      ).exec();
    },

    /** A mail that is tried anew is another one; the address goes where nothing is sent any more. */
    ...outboxQueries<LetterDoc>(connection, 'Letter', { retried: 'batch', dropped: 'to' }),
    /** What was written to a person, newest first. */
    ofPerson: (
      personId: PersonId,
      { place, limit }: { place: Place | null; limit: number },
    ): Promise<LetterDoc<ReaderSubject>[]> =>
      Letter.find({ personId, ...behind<LetterDoc>('createdAt', place) })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit)
        .lean<LetterDoc<ReaderSubject>[]>()
        .exec(),
    /** Deletes what was written to a person, for good. */
    async removeOf(personId: PersonId): Promise<void> {
      await Letter.deleteMany({ personId }).exec();
    },
    /** Deletes what somebody was to sign in with at an address. */
    async removeSignIns(key: string): Promise<void> {
      await Letter.deleteMany({ key, 'what.kind': 'sign-in' }).exec();
    },
  };
}
