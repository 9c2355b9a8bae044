import { randomBytes } from 'node:crypto';
import { CommandError } from '../errors.ts';
import { BsonWriter } from '../bson/writer.ts';
import type { Source } from '../query/source.ts';

/** A batch stays below MongoDB's document limit. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
/** A cursor outside of any session, and without noCursorTimeout, dies when nobody has asked for it this long. */
export const IDLE_MS = 10 * 60_000;
/** A session, and every cursor in it, dies when no command has named it this long (logicalSessionTimeoutMinutes). */
export const SESSION_MS = 30 * 60_000;

/** What keeps a cursor alive while nobody asks for more. */
export interface CursorLife {
  /** The session's id, or undefined for a command that named none. */
  readonly session: string | undefined;
  readonly noTimeout: boolean;
}

const ALONE: CursorLife = { session: undefined, noTimeout: false };

/** An open cursor: a stream of documents and the one that did not fit into the last batch. */
export class Cursor {
  readonly namespace: string;
  readonly life: CursorLife;
  lastUsed: number;
  busy = false;
  private readonly source: Source;
  private held: Buffer | undefined;
  private over = false;

  constructor(namespace: string, source: Source, life: CursorLife, now: number) {
    this.namespace = namespace;
    this.source = source;
    this.life = life;
    this.lastUsed = now;
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

/** What a cursor is opened for. */
export interface Opening {
  readonly namespace: string;
  readonly batchSize: number;
  /** The first batch is all there will be. */
  readonly single?: boolean;
  readonly life?: CursorLife;
}

/** The open cursors of all connections. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  /** When each session that has cursors was last named. */
  private readonly sessions = new Map<string, number>();
  private readonly clock: () => number;

  /** `clock` gives milliseconds; the system's date may be set, so the default is one that only grows. */
  constructor(clock: () => number = () => performance.now()) {
    this.clock = clock;
  }

  get size(): number {
    return this.open.size;
  }

  /** The first batch of a source as a reply; a cursor stays open for the rest unless `single` is asked for. */
  async first(source: Source, { namespace, batchSize, single = false, life = ALONE }: Opening): Promise<Buffer> {
    const cursor = new Cursor(namespace, source, life, this.clock());
    const { docs, over } = await cursor.next(batchSize);
    if (over || single) return cursorReply('firstBatch', docs, 0n, namespace);
    // Not drawn before: most questions are answered whole.
    const id = (randomBytes(8).readBigUInt64LE() & 0x7fffffffffffffffn) | 1n;
    cursor.lastUsed = this.clock();
    this.open.set(id, cursor);
    if (life.session !== undefined) this.sessions.set(life.session, this.clock());
    return cursorReply('firstBatch', docs, id, namespace);
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
      cursor.lastUsed = this.clock();
    }
  }

  /** Closes a cursor; false when there is none of that number. */
  kill(id: bigint, namespace: string): boolean {
    return this.open.get(id)?.namespace === namespace && this.open.delete(id);
  }

  /** Keeps the cursors of sessions alive; sessions without any are not remembered. */
  refreshSessions(named: readonly string[]): void {
    for (const session of named) if (this.sessions.has(session)) this.sessions.set(session, this.clock());
  }

  /** Ends sessions with the cursors in them. */
  endSessions(ended: ReadonlySet<string>): void {
    for (const session of ended) this.sessions.delete(session);
    for (const [id, { life }] of this.open)
      if (life.session !== undefined && ended.has(life.session)) this.open.delete(id);
  }

  /** Closes the cursors whose time is up: idle ones outside of sessions, and those of idle sessions. */
  expire(): void {
    const now = this.clock();
    const idle = [...this.sessions].filter(([, used]) => now - used > SESSION_MS).map(([session]) => session);
    const working = new Set([...this.open.values()].flatMap(({ busy, life }) => (busy ? [life.session] : [])));
    this.endSessions(new Set(idle.filter((session) => !working.has(session))));
    const inUse = new Set([...this.open.values()].map(({ life }) => life.session));
    for (const session of this.sessions.keys()) if (!inUse.has(session)) this.sessions.delete(session);
    for (const [id, { busy, lastUsed, life }] of this.open) {
      const lasting = busy || life.noTimeout || life.session !== undefined;
      if (!lasting && now - lastUsed > IDLE_MS) this.open.delete(id);
    }
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
