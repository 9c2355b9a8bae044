import { Schema, type Connection } from 'mongoose';
import type { SiteId } from '../../shared/ids.ts';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import type { LetterState } from './letters.ts';
import { behind, type Place } from './place.ts';

/** Something a chat is told. Its states are those of a letter. */
export interface WebhookCallDoc {
  /** Made of what is told and where, which is what "once" rests on. */
  _id: string;
  siteId: SiteId;
  /** A secret: whoever knows it can post there. */
  url: string;
  /** JSON. */
  body: string;
  state: LetterState;
  /** When it is to be taken up next: first at once, then when the lease of who calls lapses, or when it is tried again. */
  dueAt: Date;
  /** How often it was tried without success. */
  attempts: number;
  /** Why it was not taken, the last time. */
  error?: string;
  createdAt: Date;
  doneAt?: Date;
}

/** What is done is kept for so long, seconds. */
const KEPT_S = 30 * 86_400;

const webhookCallSchema = new Schema<WebhookCallDoc>(
  {
    _id: { type: String, required: true },
    siteId: { type: String, required: true },
    url: { type: String, required: true },
    body: { type: String, required: true },
    state: { type: String, required: true },
    dueAt: { type: Date, required: true },
    attempts: { type: Number, required: true },
    error: String,
    createdAt: { type: Date, required: true },
    doneAt: Date,
  },
  { versionKey: false, strict: 'throw', collection: 'webhook_calls' },
);
webhookCallSchema.index({ dueAt: 1 }, { name: 'due', partialFilterExpression: { state: 'waiting' } });
webhookCallSchema.index({ state: 1, doneAt: -1, _id: -1 }, { name: 'state' });
webhookCallSchema.index({ doneAt: 1 }, { name: 'expiry', expireAfterSeconds: KEPT_S });

export type WebhookCallStore = ReturnType<typeof webhookCallStore>;

/** The outbox of what chats are told. */
export function webhookCallStore(connection: Connection) {
  const Call = connection.model('WebhookCall', webhookCallSchema);
  const waiting = { state: 'waiting' } as const;
  return {
    /** Inserts; one that is there stays as it is. */
    async put(doc: WebhookCallDoc): Promise<void> {
      try {
        await insertPlain(Call, [doc]);
      } catch (error) {
        if (duplicateKey(error) === null) throw error;
      }
    },
    /** Takes up one that is due; nobody else does until `until`. Null if there is none. */
    take: ({ now, until }: { now: Date; until: Date }): Promise<WebhookCallDoc | null> =>
      Call.findOneAndUpdate({ ...waiting, dueAt: { $lte: now } }, { $set: { dueAt: until } }, { sort: { dueAt: 1 } })
        .lean<WebhookCallDoc>()
        .exec(),
    /** Notes that it was not taken, and when it is tried again. */
    async tried(id: string, { dueAt, error }: { dueAt: Date; error: string }): Promise<void> {
      await Call.updateOne({ _id: id, ...waiting }, { $set: { dueAt, error }, $inc: { attempts: 1 } }).exec();
    },
    /** Ends one that waits. */
    async finish(
      id: string,
      { state, error, at }: { state: 'sent' | 'dead'; error?: string; at: Date },
    ): Promise<void> {
      const told = error === undefined ? { $unset: { error: 1 } } : {};
      const set = { state, doneAt: at, ...(error === undefined ? {} : { error }) };
      await Call.updateOne({ _id: id, ...waiting }, { $set: set, ...told }).exec();
    },
    /** How many there are in a state. */
    count: (state: LetterState): Promise<number> => Call.countDocuments({ state }).exec(),
    /** Those that were given up, the last first. */
    dead: ({ place, limit }: { place: Place | null; limit: number }): Promise<WebhookCallDoc[]> =>
      Call.find({ state: 'dead', ...behind<WebhookCallDoc>('doneAt', place) })
        .sort({ doneAt: -1, _id: -1 })
        .limit(limit)
        .lean<WebhookCallDoc[]>()
        .exec(),
    /** Gives a dead one eight more tries; false if it is none. */
    async retry(id: string, at: Date): Promise<boolean> {
      const { matchedCount } = await Call.updateOne(
        { _id: id, state: 'dead' },
        { $set: { ...waiting, dueAt: at, attempts: 0 }, $unset: { doneAt: 1 } },
      ).exec();
      return matchedCount === 1;
    },
    /** Drops a dead one; false if it is none. */
    async drop(id: string, at: Date): Promise<boolean> {
      const set = { state: 'dropped', doneAt: at } as const;
      const { matchedCount } = await Call.updateOne({ _id: id, state: 'dead' }, { $set: set }).exec();
      return matchedCount === 1;
    },
  };
}
