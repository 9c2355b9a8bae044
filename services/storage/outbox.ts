import type { Connection, Schema } from 'mongoose';
import type { Scope } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import { ofSites } from './of-sites.ts';
import { behind, type Place } from './place.ts';

/**
 * waiting: to be sent when it is due; sent: whoever it goes out by has taken it; dead: it could not be sent, and waits for somebody
 * to look at it; dropped: there was no reason to send it any more.
 */
export const OUTBOX_STATES = ['waiting', 'sent', 'dead', 'dropped'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** What is to go out once, whatever it is. */
export interface OutboxDoc {
  siteId: SiteId;
  /** Made of whom it is to and what it is about, which is what "once" rests on. */
  _id: string;
  state: OutboxState;
  /** When it is to be taken up next: first when it is due, then when the lease of who sends it lapses, or when it is tried again. */
  dueAt: Date;
  /** How often it was tried without success. */
  attempts: number;
  /** Why it was not sent, the last time. */
  error?: string;
  createdAt: Date;
  /** When it was sent, given up or dropped. */
  doneAt?: Date;
}

/** What is done is kept for so long, seconds. */
const KEPT_S = 30 * 86_400;

/** These fields, as a schema has them. */
export const outboxFields = {
  _id: { type: String, required: true },
  siteId: { type: String, required: true },
  state: { type: String, required: true },
  dueAt: { type: Date, required: true },
  attempts: { type: Number, required: true },
  error: String,
  createdAt: { type: Date, required: true },
  doneAt: Date,
} as const;

/** Gives a schema with these fields the indexes that an outbox goes by. */
export function indexOutbox(schema: Pick<Schema, 'index'>): void {
  schema.index({ dueAt: 1 }, { name: 'due', partialFilterExpression: { state: 'waiting' } });
  schema.index({ state: 1, doneAt: -1, _id: -1 }, { name: 'state' });
  schema.index({ doneAt: 1 }, { name: 'expiry', expireAfterSeconds: KEPT_S });
}

/** Fields that are no longer true, or no longer needed, after one was sent anew or dropped. */
interface Gone<Doc> {
  retried?: keyof Doc & string;
  dropped?: keyof Doc & string;
}

/**
 * What operators ask of an outbox and do with it, whatever goes out by it.
 * @param name of its model, which the connection has already
 */
export function outboxQueries<Doc extends OutboxDoc>(connection: Connection, name: string, gone: Gone<Doc> = {}) {
  const Entry = connection.model<OutboxDoc>(name);
  const without = (field: string | undefined): Record<string, 1> => (field === undefined ? {} : { [field]: 1 });
  return {
    /** How many there are in a state. */
    count: (state: OutboxState, sites?: Scope): Promise<number> =>
      Entry.countDocuments({ state, ...ofSites(sites) }).exec(),
    /** Those that could not be sent, the last given up first. */
    dead: ({ place, limit, sites }: { place: Place | null; limit: number; sites?: Scope }): Promise<Doc[]> =>
      Entry.find({ state: 'dead', ...ofSites(sites), ...behind<OutboxDoc>('doneAt', place) })
        .sort({ doneAt: -1, _id: -1 })
        .limit(limit)
        .lean<Doc[]>()
        .exec(),
    /** Whose site one is of; null for none. */
    siteOf: async (id: string): Promise<SiteId | null> =>
      (await Entry.findById(id, { siteId: 1 }).lean<Pick<OutboxDoc, 'siteId'>>().exec())?.siteId ?? null,
    /** Gives a dead one eight more tries; false if it is none. */
    async retry(id: string, at: Date): Promise<boolean> {
      const { matchedCount } = await Entry.updateOne(
        { _id: id, state: 'dead' },
        { $set: { state: 'waiting', dueAt: at, attempts: 0 }, $unset: { doneAt: 1, ...without(gone.retried) } },
      ).exec();
      return matchedCount === 1;
    },
    /** Drops a dead one; false if it is none. */
    async drop(id: string, at: Date): Promise<boolean> {
      const { matchedCount } = await Entry.updateOne(
        { _id: id, state: 'dead' },
        {
          $set: { state: 'dropped', doneAt: at },
          ...(gone.dropped === undefined ? {} : { $unset: without(gone.dropped) }),
        },
      ).exec();
      return matchedCount === 1;
    },
  };
}
