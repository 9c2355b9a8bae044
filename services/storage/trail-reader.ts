import mongoose from 'mongoose';
import type { CommentDoc, Moderation } from './comment-schema.ts';
import type { ModEventDoc } from './mod-events.ts';

/** Longer than any start of a child, shorter than patience. */
const SELECTION_TIMEOUT_MS = 10_000;
const BATCH = 1000;
const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

/** What of a comment its events must account for. */
export interface TrailHead extends Pick<CommentDoc, '_id' | 'siteId' | 'threadId'> {
  mod: Pick<Moderation, 'v' | 'vis' | 'review' | 'queue' | 'snooze' | 'outcome' | 'pin' | 'feature' | 'outbox'>;
}

const HEAD = {
  ...{ siteId: 1, threadId: 1, 'mod.v': 1, 'mod.vis': 1, 'mod.review': 1, 'mod.queue': 1, 'mod.snooze': 1 },
  ...{ 'mod.outcome': 1, 'mod.pin': 1, 'mod.feature': 1, 'mod.outbox': 1 },
} as const;

/**
 * Every comment and its events as they are stored, for whoever verifies them. It makes no index and changes nothing, unlike the
 * store itself: what is wrong must stay as it is found.
 */
export class TrailReader {
  private readonly client: Client;

  private constructor(client: Client) {
    this.client = client;
  }

  /** @throws the driver's error when nothing answers, or the URI cannot be read */
  static async open(uri: string): Promise<TrailReader> {
    const client = new MongoClient(uri, { serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS, maxPoolSize: 4 });
    await client.connect();
    return new TrailReader(client);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  private get comments() {
    return this.client.db().collection<TrailHead>('comments');
  }

  private get events() {
    return this.client.db().collection<ModEventDoc>('mod_events');
  }

  /** How many comments and events there are, by the collections' counters. */
  async counts(): Promise<{ comments: number; events: number }> {
    const [comments, events] = await Promise.all([
      this.comments.estimatedDocumentCount(),
      this.events.estimatedDocumentCount(),
    ]);
    return { comments, events };
  }

  /** Every comment in the order of ids, a batch in memory at a time. */
  everyHead(): AsyncIterable<TrailHead> {
    return this.comments.find({}, { projection: HEAD, batchSize: BATCH }).sort({ _id: 1 });
  }

  /** Every event in the order of its comment's id and its place there, a batch in memory at a time. */
  everyEvent(): AsyncIterable<ModEventDoc> {
    return this.events.find({}, { batchSize: BATCH }).sort({ commentId: 1, seq: 1 });
  }

  byId(id: TrailHead['_id']): Promise<TrailHead | null> {
    return this.comments.findOne({ _id: id }, { projection: HEAD });
  }

  ofComment(commentId: string): Promise<ModEventDoc[]> {
    return this.events.find({ commentId }).sort({ seq: 1 }).toArray();
  }
}
