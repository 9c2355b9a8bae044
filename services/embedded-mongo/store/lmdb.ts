import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { CommandError } from '../errors.ts';
import { flush } from './flush.ts';
import { KeptCounts } from './kept-counts.ts';

/** Virtual only: the file grows as data comes. */
const MAP_BYTES = 128 * 1024 ** 3;
const PAGE_BYTES = 8_192;

/** A half-open byte range; without an end it runs to the end of the table. */
export interface KeyRange {
  readonly start: Buffer;
  readonly end: Buffer | undefined;
}

interface Options {
  /** Leaves syncing to the operating system: for a copy that is synced as a whole before it is used. */
  readonly noSync?: boolean;
}

/**
 * What the operating system says when a file cannot grow: ENOSPC, EDQUOT, EFBIG. Where a part of what is written still
 * fits, it says nothing, and LMDB answers for it with EIO ("short write, filesystem full?" in mdb_page_flush).
 */
const NO_ROOM = /no space left|quota exceeded|file too large|input\/output error/i;

/**
 * One table of the LMDB environment. All collections and indexes live in the same three tables, told apart by a
 * prefix of their keys, because a dropped or closed lmdb handle crashes the process: so none is ever dropped, and
 * each use passes the guard that the environment is still open.
 */
export class Table {
  /** How many keys some of its ranges hold. */
  readonly counts = new KeptCounts();
  private readonly database: Database<Buffer, Buffer>;
  private readonly environment: Environment;

  constructor(environment: Environment, database: Database<Buffer, Buffer>) {
    this.environment = environment;
    this.database = database;
  }

  /** The value, copied; undefined when there is none. */
  get(key: Buffer): Buffer | undefined {
    this.environment.guard();
    return this.database.getBinary(key);
  }

  has(key: Buffer): boolean {
    this.environment.guard();
    return this.database.doesExist(key);
  }

  /** Only inside `Environment.write`. */
  put(key: Buffer, value: Buffer): void {
    this.environment.guardWrite();
    if (this.counts.concerns(key) && !this.database.doesExist(key)) this.counts.changed(key, 1);
    this.database.putSync(key, value);
  }

  /** Puts an entry behind all others, which fills pages to the brim. Only inside `Environment.write`. */
  append(key: Buffer, value: Buffer): void {
    this.environment.guardWrite();
    this.counts.changed(key, 1);
    this.database.putSync(key, value, { append: true });
  }

  /** Only inside `Environment.write`. */
  remove(key: Buffer): void {
    this.environment.guardWrite();
    if (this.counts.concerns(key) && this.database.doesExist(key)) this.counts.changed(key, -1);
    this.database.removeSync(key);
  }

  /**
   * The keys of a range. The iterator holds a read transaction while it is open: it must be used up or returned
   * before control goes back to the event loop.
   */
  keys(range: KeyRange, reverse = false, limit?: number): Iterator<Buffer> {
    this.environment.guard();
    return this.database.getKeys(rangeOptions(range, reverse, limit))[Symbol.iterator]();
  }

  /** Keys and values of a range; the same caution as for `keys`. */
  entries(range: KeyRange, reverse = false, limit?: number): Iterator<{ key: Buffer; value: Buffer }> {
    this.environment.guard();
    return this.database.getRange(rangeOptions(range, reverse, limit))[Symbol.iterator]();
  }

  /** At most `limit` entries of a range, read at once. */
  list(range: KeyRange, limit: number): { key: Buffer; value: Buffer }[] {
    this.environment.guard();
    return [...this.database.getRange(rangeOptions(range, false, limit))];
  }

  /**
   * The key that has `before` others of a range before it; undefined when there are not so many. They are passed over inside LMDB,
   * and as many beyond the end of the range where it is shorter.
   */
  keyAfter(range: KeyRange, before: number, reverse = false): Buffer | undefined {
    this.environment.guard();
    const [key] = this.database.getKeys({ ...rangeOptions(range, reverse, 1), offset: before });
    return key;
  }

  /** How many keys a range holds, counted inside LMDB. */
  count(range: KeyRange): number {
    this.environment.guard();
    return this.database.getKeysCount(rangeOptions(range, false, undefined));
  }
}

/** What comes after one of its keys in a range. */
export function keysBehind({ end }: KeyRange, key: Buffer): KeyRange {
  return { start: Buffer.concat([key, Buffer.from([0])]), end };
}

function rangeOptions({ start, end }: KeyRange, reverse: boolean, limit: number | undefined): Record<string, unknown> {
  const size = limit === undefined ? {} : { limit };
  if (!reverse) return { start, ...(end === undefined ? {} : { end }), ...size };
  return {
    reverse: true,
    ...(end === undefined ? {} : { start: end, exclusiveStart: true }),
    end: start,
    inclusiveEnd: true,
    ...size,
  };
}

/** The LMDB environment of a store folder: its tables, and synchronous, durable write transactions. */
export class Environment {
  readonly catalogue: Table;
  readonly documents: Table;
  readonly indexes: Table;
  private readonly root: RootDatabase<Buffer, Buffer>;
  private state: 'open' | 'writing' | 'closed' = 'open';

  constructor(folder: string, options: Options = {}) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const settings = {
      path: folder,
      mapSize: MAP_BYTES,
      pageSize: PAGE_BYTES,
      maxDbs: 8,
      noSubdir: false,
      encoding: 'binary' as const,
      keyEncoding: 'binary' as const,
      // Commits return after their fsync; nothing is visible before it is durable.
      overlappingSync: false,
      safeRestore: true,
      noSync: options.noSync ?? false,
      cache: false,
    };
    this.root = open<Buffer, Buffer>(settings);
    const table = (name: string): Table =>
      new Table(this, this.root.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' }));
    this.catalogue = table('catalogue');
    this.documents = table('documents');
    this.indexes = table('indexes');
    for (const named of [folder, dirname(folder)]) flush(named);
  }

  /** @throws CommandError 91 once the environment is closed */
  guard(): void {
    if (this.state === 'closed') throw new CommandError(91, 'the store is closed');
  }

  guardWrite(): void {
    if (this.state !== 'writing') throw new Error('a write outside of a write transaction');
  }

  /**
   * Runs `work` in one write transaction and returns after its fsync; when `work` throws, nothing is written.
   * @throws CommandError 14031 when the disk is full; what is there can still be read
   */
  write<T>(work: () => T): T {
    this.guard();
    if (this.state === 'writing') throw new Error('write transactions do not nest');
    this.state = 'writing';
    try {
      return this.root.transactionSync(work);
    } catch (error) {
      for (const table of [this.catalogue, this.documents, this.indexes]) table.counts.clear();
      if (!(error instanceof Error) || !NO_ROOM.test(error.message)) throw error;
      throw new CommandError(14031, 'the disk of the store is full: free some space and try again');
    } finally {
      this.state = 'open';
    }
  }

  async close(): Promise<void> {
    if (this.state === 'closed') return;
    this.state = 'closed';
    await this.root.close();
  }
}
