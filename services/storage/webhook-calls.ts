import { Schema, type Connection } from 'mongoose';
import { duplicateKey } from './duplicate-key.ts';
import { insertPlain } from './insert-plain.ts';
import { indexOutbox, outboxFields, outboxQueries, type OutboxDoc } from './outbox.ts';

/** Something a chat is told. */
export interface WebhookCallDoc extends OutboxDoc {
  /** A secret: whoever knows it can post there. */
  url: string;
  /** JSON. */
  body: string;
}

const webhookCallSchema = new Schema<WebhookCallDoc>(
  {
    ...outboxFields,
    url: { type: String, required: true },
    body: { type: String, required: true },
  },
  { versionKey: false, strict: 'throw', collection: 'webhook_calls' },
);
indexOutbox(webhookCallSchema);

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
    ...outboxQueries<WebhookCallDoc>(connection, 'WebhookCall'),
  };
}
