import { createHash } from 'node:crypto';
import { chmodSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Catalogue } from './catalogue.ts';
import { flush } from './flush.ts';
import { dataFile } from './folder.ts';
import { checkFormat } from './format.ts';
import { Environment, type Table } from './lmdb.ts';
import { lockFolder } from './lock.ts';
import { checkPages } from './page-check.ts';

/** The store is not compacted, and is as it was; the message says why. */
export class CompactionError extends Error {
  override readonly name = 'CompactionError';
}

export type CompactionStep = 'checking pages' | 'copying' | 'verifying the copy' | 'putting the copy in place';
export type CompactionProgress = (step: CompactionStep, done: number, total: number) => void;

/** The copy under construction, beside the file it will replace: a rename works only within a file system. */
const COPY = 'compact.new';
/** Copied per transaction. */
const BATCH_BYTES = 8 * 1024 * 1024;
/** Room for the copy beyond the pages in use: trees filled differently, and the pages each batch gives up. */
const MARGIN = 1.1;
const MARGIN_BYTES = 32 * 1024 * 1024;

/** Removes the copy of a compaction that was cut short; the store itself was never touched by it. */
export function removeUnfinishedCompaction(folder: string): void {
  rmSync(join(folder, COPY), { recursive: true, force: true });
}

/**
 * Rewrites a store without its free pages and dropped data. All entries go, in order, into a copy beside; the copy is
 * read back, compared and checked page by page, flushed, and renamed over the file. Killed at any moment the folder
 * holds either the old file or the whole new one.
 * @returns bytes of the file before and after
 * @throws StoreInUseError, FolderVersionError; CompactionError for a damaged store or too little room
 */
export async function compactStore(
  folder: string,
  progress: CompactionProgress,
): Promise<{ before: number; after: number }> {
  const lock = await lockFolder(folder);
  try {
    checkFormat(folder);
    removeUnfinishedCompaction(folder);
    const before = statSync(dataFile(folder)).size;
    try {
      refuseUnsound(folder, progress);
      await copyAll(folder, progress);
      progress('putting the copy in place', 0, 1);
      putInPlace(folder);
    } finally {
      removeUnfinishedCompaction(folder);
    }
    return { before, after: statSync(dataFile(folder)).size };
  } finally {
    lock.release();
  }
}

function refuseUnsound(folder: string, progress: CompactionProgress): void {
  const pages = checkPages(dataFile(folder), (done, total) => progress('checking pages', done, total));
  if (pages.findings.count > 0)
    throw new CompactionError(
      `The store is damaged: ${pages.findings.texts[0] ?? ''}. Run 'store check' for all of it.`,
    );
  const needed = Math.ceil(pages.used * pages.pageSize * MARGIN) + MARGIN_BYTES;
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < needed)
    throw new CompactionError(
      `The copy needs up to ${megabytes(needed)} of free space and the file system has ${megabytes(bavail * bsize)}. Please make room.`,
    );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

async function copyAll(folder: string, progress: CompactionProgress): Promise<void> {
  const source = new Environment(folder);
  const place = join(folder, COPY);
  try {
    const dropped = new Set(new Catalogue(source).garbage());
    // Nobody relies on the copy before it is flushed as a whole.
    const copy = new Environment(place, { noSync: true });
    const wanted = await using(copy, () => copyEntries(source, copy, dropped, progress));
    flush(dataFile(place));
    const again = new Environment(place);
    const count = (done: number): void => progress('verifying the copy', done, wanted.entries);
    const found = await using(again, () => digest(again, count));
    if (found !== wanted.digest) throw new CompactionError('The copy differs from the store. Nothing was changed.');
    const { findings } = checkPages(dataFile(place), () => undefined);
    if (findings.count > 0)
      throw new CompactionError(`The copy is not sound: ${findings.texts[0] ?? ''}. Nothing was changed.`);
  } finally {
    await source.close();
  }
}

/** Does something synchronous with an environment and closes it, whatever happens. */
async function using<T>(environment: Environment, work: () => T): Promise<T> {
  try {
    return work();
  } finally {
    await environment.close();
  }
}

type TableName = 'catalogue' | 'documents' | 'indexes';
const TABLES: readonly TableName[] = ['catalogue', 'documents', 'indexes'];

/** Everything but what belongs to dropped collections and indexes, which a running store would sweep away. */
function* liveEntries(
  environment: Environment,
  name: TableName,
  dropped: ReadonlySet<number>,
): Generator<{ key: Buffer; value: Buffer }> {
  const entries = environment[name].entries({ start: Buffer.alloc(0), end: undefined });
  for (let next = entries.next(); next.done !== true; next = entries.next()) {
    const { key } = next.value;
    const isDropped = name === 'catalogue' ? key.toString().startsWith('garbage/') : dropped.has(key.readUInt32BE(0));
    if (!isDropped) yield next.value;
  }
}

class EntryHash {
  private readonly hash = createHash('sha256');
  private readonly lengths = Buffer.alloc(8);

  add(table: TableName, key: Buffer, value: Buffer): void {
    this.lengths.writeUInt32LE(key.length, 0);
    this.lengths.writeUInt32LE(value.length, 4);
    this.hash.update(table).update(this.lengths).update(key).update(value);
  }

  digest(): string {
    return this.hash.digest('hex');
  }
}

function copyEntries(
  source: Environment,
  copy: Environment,
  dropped: ReadonlySet<number>,
  progress: CompactionProgress,
): { digest: string; entries: number } {
  const hash = new EntryHash();
  const everything = { start: Buffer.alloc(0), end: undefined };
  const total = TABLES.reduce((sum, name) => sum + source[name].count(everything), 0);
  let entries = 0;
  for (const name of TABLES) {
    const live = liveEntries(source, name, dropped);
    const see = (key: Buffer, value: Buffer): void => {
      hash.add(name, key, value);
      entries++;
    };
    for (let more = true; more;) {
      more = copy.write(() => copyBatch(live, copy[name], see));
      progress('copying', entries, total);
    }
  }
  return { digest: hash.digest(), entries };
}

/** Copies until the batch is full; false when there is no more. */
function copyBatch(
  live: Generator<{ key: Buffer; value: Buffer }>,
  into: Table,
  see: (key: Buffer, value: Buffer) => void,
): boolean {
  for (let room = BATCH_BYTES; room > 0;) {
    const next = live.next();
    if (next.done === true) return false;
    const { key, value } = next.value;
    into.append(key, value);
    see(key, value);
    room -= key.length + value.length;
  }
  return true;
}

function digest(environment: Environment, progress: (done: number) => void): string {
  const hash = new EntryHash();
  let done = 0;
  for (const name of TABLES) {
    for (const { key, value } of liveEntries(environment, name, new Set())) {
      hash.add(name, key, value);
      progress(++done);
    }
  }
  return hash.digest();
}

function putInPlace(folder: string): void {
  const [from, to] = [dataFile(join(folder, COPY)), dataFile(folder)];
  chmodSync(from, statSync(to).mode & 0o777);
  flush(from);
  renameSync(from, to);
  flush(folder);
}
