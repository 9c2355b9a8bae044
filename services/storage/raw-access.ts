import { createRequire } from 'node:module';
import mongoose from 'mongoose';
import { InsertError } from './insert-error.ts';

/** Longer than any start of a child, shorter than patience. */
const SELECTION_TIMEOUT_MS = 10_000;
const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

/** A collection as listCollections describes it. */
export interface RawCollection {
  readonly name: string;
  /** The whole description as BSON: `type`, `options`, `info` and more. */
  readonly description: Buffer;
}

/** What the driver uses to send documents it has encoded already; not public, so its shape is checked. */
interface Sequence {
  push(document: object, bytes: Uint8Array): number;
}
type SequenceClass = new (field: string) => Sequence;

/**
 * The class is asked of the driver mongoose itself uses. It is the only way to insert bytes as they are: decoding and
 * encoding would reorder names that look like numbers, and change deprecated types.
 */
function sequenceClass(): SequenceClass {
  const mongoosesOwn = createRequire(createRequire(import.meta.url).resolve('mongoose'));
  const { DocumentSequence } = mongoosesOwn('mongodb/lib/cmap/commands.js') as { DocumentSequence?: SequenceClass };
  const prototype = DocumentSequence?.prototype as Partial<Sequence> | undefined;
  if (DocumentSequence === undefined || typeof prototype?.push !== 'function')
    throw new Error('this version of the MongoDB driver has no DocumentSequence');
  return DocumentSequence;
}

interface InsertReply {
  readonly n?: number;
  readonly writeErrors?: readonly { readonly index: number; readonly errmsg: string }[];
  readonly writeConcernError?: { readonly errmsg: string };
}

/** A database server by its URI, read and written as BSON bytes; for moving whole databases. */
export class RawAccess {
  private readonly client: Client;
  private readonly Sequence = sequenceClass();

  private constructor(client: Client) {
    this.client = client;
  }

  /** @throws the driver's error when nothing answers, or the URI cannot be read */
  static async open(uri: string): Promise<RawAccess> {
    // An option given here would win over the URI's own.
    const patience = /[?&]serverSelectionTimeoutMS=/i.test(uri)
      ? {}
      : { serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS };
    const client = new MongoClient(uri, { ...patience, maxPoolSize: 4 });
    await client.connect();
    return new RawAccess(client);
  }

  close(): Promise<void> {
    return this.client.close();
  }

  /** The database the URI names; 'test' when it names none. */
  get defaultDatabase(): string {
    return this.client.db().databaseName;
  }

  async serverVersion(): Promise<string> {
    const { version } = await this.client.db('admin').command({ buildInfo: 1 });
    return String(version);
  }

  async databases(): Promise<string[]> {
    const { databases } = await this.client.db('admin').admin().listDatabases({ nameOnly: true });
    return databases.map(({ name }) => name);
  }

  async collections(db: string): Promise<RawCollection[]> {
    const found: RawCollection[] = [];
    for await (const raw of this.client.db(db).listCollections({}, { raw: true }) as AsyncIterable<unknown>) {
      const description = bufferOf(raw);
      const { name } = mongoose.mongo.BSON.deserialize(description) as { name: string };
      found.push({ name, description });
    }
    return found;
  }

  /** Index specifications, the one of _id among them. */
  async indexes(db: string, collection: string): Promise<Buffer[]> {
    const cursor = this.client.db(db).collection(collection).listIndexes({ raw: true });
    const specs: Buffer[] = [];
    for await (const raw of cursor as AsyncIterable<unknown>) specs.push(bufferOf(raw));
    return specs;
  }

  /** How many documents there are, by the collection's counter. */
  count(db: string, collection: string): Promise<number> {
    return this.client.db(db).collection(collection).estimatedDocumentCount();
  }

  /** Every document, a batch in memory at a time. */
  async *documents(db: string, collection: string): AsyncGenerator<Buffer> {
    const cursor = this.client.db(db).collection(collection).find({}, { raw: true, batchSize: 1_000 });
    for await (const raw of cursor as AsyncIterable<unknown>) yield bufferOf(raw);
  }

  /** Inserts documents in order. @throws InsertError for the first that is refused; those before it are in */
  async insert(db: string, collection: string, docs: readonly Buffer[]): Promise<void> {
    const documents = new this.Sequence('documents');
    for (const doc of docs) documents.push({}, doc);
    const command = { insert: collection, documents, ordered: true, bypassDocumentValidation: true };
    const reply = (await this.client.db(db).command(command)) as InsertReply;
    const [refused] = reply.writeErrors ?? [];
    if (refused !== undefined) throw new InsertError(refused.index, refused.errmsg);
    if (reply.writeConcernError !== undefined) throw new Error(reply.writeConcernError.errmsg);
    if (reply.n !== docs.length) throw new Error(`${reply.n ?? 0} of ${docs.length} documents were taken`);
  }

  /** `options` and `specs` as maps, which keep the order of names. */
  async create(db: string, collection: string, options: ReadonlyMap<string, unknown>): Promise<void> {
    await this.client.db(db).command({ create: collection, ...Object.fromEntries(options) });
  }

  async createIndexes(db: string, collection: string, specs: readonly ReadonlyMap<string, unknown>[]): Promise<void> {
    await this.client.db(db).command({ createIndexes: collection, indexes: specs });
  }

  async drop(db: string, collection: string): Promise<void> {
    await this.client.db(db).dropCollection(collection);
  }
}

function bufferOf(raw: unknown): Buffer {
  const bytes = raw as Uint8Array;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
