import { randomBytes } from 'node:crypto';
import { CommandError } from '../errors.ts';
import { BsonWriter } from '../bson/writer.ts';
import type { Source } from '../query/source.ts';

/** A batch stays below MongoDB's document limit. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
export const IDLE_MS = 10 * 60 * 1000;

/** An open cursor: a stream of documents and the one that did not fit into the last batch. */
export class Cursor {
  readonly id: bigint;
  readonly namespace: string;
  lastUsed = Date.now();
  busy = false;
  private readonly source: Source;
  private held: Buffer | undefined;
  private over = false;

  constructor(namespace: string, source: Source) {
    this.id = (randomBytes(8).readBigUInt64LE() & 0x7fffffffffffffffn) | 1n;
    this.namespace = namespace;
    this.source = source;
  }

  /** The next documents: at most `most` of them (0: none at all) and 16 MB. */
  async next(most: number): Promise<{ docs: Buffer[]; over: boolean }> {
    const docs: Buffer[] = [];
    let bytes = 0;
    if (this.held !== undefined && most > 0) {
      docs.push(this.held);
      bytes = this.held.length;
      this.held = undefined;
    }
    if (!this.over && docs.length < most) {
      this.over = await this.source.pull((doc) => {
        if (docs.length > 0 && bytes + doc.length > MAX_BATCH_BYTES) {
          this.held = doc;
          return false;
        }
        docs.push(doc);
        bytes += doc.length + 8;
        return docs.length < most;
      });
    }
    return { docs, over: this.over && this.held === undefined };
  }
}

/** The open cursors of all connections. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();

  get size(): number {
    return this.open.size;
  }

  /** The first batch of a source as a reply; a cursor stays open for the rest unless `single` is asked for. */
  async first(namespace: string, source: Source, batchSize: number, single: boolean): Promise<Buffer> {
    const cursor = new Cursor(namespace, source);
    const { docs, over } = await cursor.next(batchSize);
    const stays = !over && !single;
    if (stays) this.open.set(cursor.id, cursor);
    return cursorReply('firstBatch', docs, stays ? cursor.id : 0n, namespace);
  }

  /** The next batch. @throws CommandError 43 for a cursor that is gone, 13 for one of another collection */
  async more(id: bigint, namespace: string, batchSize: number): Promise<Buffer> {
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        13,
        `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`,
      );
    }
    if (cursor.busy) throw new CommandError(237, `cursor id ${id} is already in use`);
    cursor.busy = true;
    try {
      const { docs, over } = await cursor.next(batchSize);
      if (over) this.open.delete(id);
      return cursorReply('nextBatch', docs, over ? 0n : id, namespace);
    } catch (error) {
      this.open.delete(id);
      throw error;
    } finally {
      cursor.busy = false;
      cursor.lastUsed = Date.now();
    }
  }

  /** Closes a cursor; false when there is none of that number. */
  kill(id: bigint, namespace: string): boolean {
    return this.open.get(id)?.namespace === namespace && this.open.delete(id);
  }

  /** Closes cursors nobody has asked for ten minutes. */
  expire(now = Date.now()): void {
    for (const [id, cursor] of this.open) if (!cursor.busy && now - cursor.lastUsed > IDLE_MS) this.open.delete(id);
  }
}

function cursorReply(
  batch: 'firstBatch' | 'nextBatch',
  docs: readonly Buffer[],
  id: bigint,
  namespace: string,
): Buffer {
  const size = docs.reduce((sum, doc) => sum + doc.length + 8, 200 + namespace.length * 3);
  return new BsonWriter(size)
    .begin()
    .begin(undefined, 'cursor')
    .documents(batch, docs)
    .long('id', id)
    .string('ns', namespace)
    .end()
    .double('ok', 1)
    .end()
    .finish();
}
