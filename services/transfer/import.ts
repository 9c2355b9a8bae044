import { InsertError } from '../storage/insert-error.ts';
import type { RawAccess } from '../storage/raw-access.ts';
import { readBsonFile } from './bson-file.ts';
import { verifyChecksums } from './checksums.ts';
import { DumpError } from './dump-error.ts';
import { readDumpFolder, type DumpedCollection } from './dump-folder.ts';

/** Sent at once: within what every MongoDB takes (48 MB, 100,000 documents), and small in memory. */
const BATCH_BYTES = 4 * 1024 * 1024;
const BATCH_DOCUMENTS = 1_000;

export interface ImportOptions {
  readonly target: RawAccess;
  readonly from: string;
  /** Replace collections that are there, instead of refusing. */
  readonly drop: boolean;
  /** Only this database of the dump. */
  readonly db: string | undefined;
  /** The database to load into; the one of the dump otherwise. */
  readonly as: string | undefined;
  /** `step` is 'reading' in the first pass, over bytes, and 'loading' in the second, over documents. */
  readonly progress: (step: 'reading' | 'loading', namespace: string, done: number, total: number) => void;
}

export interface Imported {
  readonly collections: readonly { readonly namespace: string; readonly documents: number; readonly indexes: number }[];
}

interface Planned extends DumpedCollection {
  readonly into: string;
  readonly documents: number;
}

/**
 * Loads a dump. The whole of it is read and checked before anything is written; a collection is loaded with its
 * indexes or, when that fails, removed again.
 * @throws DumpError saying where the dump is damaged, what is in the way, or which collections were loaded before one
 *   that failed
 */
export async function importDump(options: ImportOptions): Promise<Imported> {
  const planned = await plan(options);
  await refuseTaken(options, planned);
  const collections: Imported['collections'][number][] = [];
  for (const collection of planned) {
    const namespace = `${collection.into}.${collection.name}`;
    try {
      await load(options, collection);
    } catch (error) {
      throw await undone(options, collection, collections, error);
    }
    collections.push({ namespace, documents: collection.documents, indexes: collection.indexes.length + 1 });
  }
  return { collections };
}

/** Reads everything once, writing nothing. */
async function plan({ from, db, as, progress }: ImportOptions): Promise<Planned[]> {
  const all = readDumpFolder(from);
  await verifyChecksums(from);
  const wanted = all.filter((collection) => db === undefined || collection.db === db);
  const dbs = [...new Set(all.map((collection) => collection.db))];
  if (wanted.length === 0) throw new DumpError(`The dump holds no database ${db ?? ''}, but ${dbs.join(', ')}.`);
  if (as !== undefined && db === undefined && dbs.length > 1)
    throw new DumpError(`The dump holds several databases (${dbs.join(', ')}). Please say which one with --db.`);
  const planned: Planned[] = [];
  for (const collection of wanted) {
    const namespace = `${collection.db}.${collection.name}`;
    let documents = 0;
    for await (const { offset } of readBsonFile(collection.file)) {
      documents++;
      progress('reading', namespace, offset, collection.file.endsWith('.gz') ? 0 : collection.bytes);
    }
    planned.push({ ...collection, into: as ?? collection.db, documents });
  }
  return planned;
}

async function refuseTaken({ target, drop }: ImportOptions, planned: readonly Planned[]): Promise<void> {
  const taken: string[] = [];
  for (const into of new Set(planned.map((collection) => collection.into))) {
    const there = new Set((await target.collections(into)).map(({ name }) => name));
    for (const { name } of planned.filter((collection) => collection.into === into && there.has(collection.name)))
      if (drop) await target.drop(into, name);
      else if ((await target.count(into, name)) > 0) taken.push(`${into}.${name}`);
  }
  if (taken.length === 0) return;
  throw new DumpError(
    `These collections are not empty: ${taken.join(', ')}. Nothing was loaded. Give --drop to replace them.`,
  );
}

async function load({ target, progress }: ImportOptions, collection: Planned): Promise<void> {
  const { into, name, file, documents, options, indexes } = collection;
  const there = (await target.collections(into)).some((one) => one.name === name);
  if (!there) await target.create(into, name, options);
  let batch: Buffer[] = [];
  let offsets: number[] = [];
  let [bytes, done] = [0, 0];
  const send = async (): Promise<void> => {
    await target.insert(into, name, batch).catch((error: unknown) => {
      throw error instanceof InsertError
        ? new DumpError(`${file}, offset ${offsets[error.place] ?? 0}: ${error.message}`)
        : error;
    });
    done += batch.length;
    progress('loading', `${into}.${name}`, done, documents);
    [batch, offsets, bytes] = [[], [], 0];
  };
  for await (const { doc, offset } of readBsonFile(file)) {
    batch.push(Buffer.from(doc));
    offsets.push(offset);
    bytes += doc.length;
    if (bytes >= BATCH_BYTES || batch.length >= BATCH_DOCUMENTS) await send();
  }
  if (batch.length > 0) await send();
  const specs = indexes.map(
    (index) => new Map([...index].filter(([option]) => option !== 'ns' && option !== 'background')),
  );
  if (specs.length > 0) await target.createIndexes(into, name, specs);
}

/** Removes the collection that could not be loaded, and says exactly what is there now. */
async function undone(
  { target }: ImportOptions,
  { into, name }: Planned,
  loaded: Imported['collections'],
  cause: unknown,
): Promise<DumpError> {
  const removed = await target.drop(into, name).then(
    () => `${into}.${name} was removed again`,
    () => `${into}.${name} may be there in part; please drop it`,
  );
  const before = loaded.map(({ namespace, documents }) => `${namespace} (${documents} documents)`).join(', ');
  return new DumpError(
    `${into}.${name} could not be loaded: ${(cause as Error).message}\n${removed}. Loaded before it: ${before || 'nothing'}.`,
  );
}
