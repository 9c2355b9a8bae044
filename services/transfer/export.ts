import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { toExtendedJson } from '../embedded-mongo/bson/extended-json.ts';
import { fromOrdered, toOrderedMap } from '../embedded-mongo/bson/ordered.ts';
import type { RawAccess, RawCollection } from '../storage/raw-access.ts';
import { writeBsonFile } from './bson-file.ts';
import { writeChecksums } from './checksums.ts';
import { DumpError } from './dump-error.ts';
import { fileNameOf, PRELUDE } from './dump-folder.ts';

/** Databases of MongoDB's own housekeeping. */
const INTERNAL = new Set(['admin', 'config', 'local']);

export interface ExportOptions {
  readonly source: RawAccess;
  readonly out: string;
  readonly gzip: boolean;
  /** Only this database; all but MongoDB's own otherwise. */
  readonly db: string | undefined;
  /** Written into the prelude beside the server's version. */
  readonly toolVersion: string;
  readonly progress: (namespace: string, done: number, total: number) => void;
}

export interface Exported {
  readonly collections: readonly { readonly namespace: string; readonly documents: number }[];
  /** What was left out, with the reason: views and the like. */
  readonly skipped: readonly string[];
}

/**
 * Writes a dump in mongodump's layout. It grows under the name `OUT.partial` and gets its own when it is complete and
 * flushed, so a dump that is there is whole. Each collection is read once, as it is at that time.
 * @throws DumpError when the place is taken or there is nothing to write
 */
export async function exportDump(options: ExportOptions): Promise<Exported> {
  const out = resolve(options.out);
  if (existsSync(out) && readdirSync(out).length > 0)
    throw new DumpError(`${out} is not empty. Please give a new folder for the dump.`);
  const partial = `${out}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(dirname(out), { recursive: true });
  mkdirSync(partial, { mode: 0o700 });
  try {
    const exported = await writeAll(options, partial);
    if (exported.collections.length === 0) throw new DumpError('There are no collections to export.');
    await writeChecksums(partial);
    if (existsSync(out)) rmSync(out, { recursive: true });
    renameSync(partial, out);
    return exported;
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

async function writeAll(options: ExportOptions, folder: string): Promise<Exported> {
  const { source, toolVersion, gzip } = options;
  const collections: Exported['collections'][number][] = [];
  const skipped: string[] = [];
  const dbs = options.db === undefined ? await source.databases() : [options.db];
  for (const db of dbs.filter((name) => !INTERNAL.has(name))) {
    for (const collection of await source.collections(db)) {
      const namespace = `${db}.${collection.name}`;
      const type = toOrderedMap(collection.description).get('type');
      if (type !== 'collection' || collection.name.startsWith('system.')) {
        skipped.push(`${namespace} (${type === 'collection' ? 'system' : String(type)})`);
        continue;
      }
      mkdirSync(join(folder, db), { recursive: true, mode: 0o700 });
      collections.push({ namespace, documents: await writeCollection(options, join(folder, db), db, collection) });
    }
  }
  const prelude = { ServerVersion: await source.serverVersion(), ToolVersion: toolVersion };
  await writeText(join(folder, PRELUDE), JSON.stringify(prelude), gzip);
  return { collections, skipped };
}

async function writeCollection(
  { source, gzip, progress }: ExportOptions,
  folder: string,
  db: string,
  collection: RawCollection,
): Promise<number> {
  const { name } = collection;
  const base = join(folder, fileNameOf(name));
  const indexes = await source.indexes(db, name);
  await writeText(`${base}.metadata.json`, metadataText(collection, indexes), gzip);
  const total = await source.count(db, name);
  let done = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const doc of source.documents(db, name)) {
      yield doc;
      progress(`${db}.${name}`, ++done, total);
    }
  };
  progress(`${db}.${name}`, 0, total);
  await writeBsonFile(`${base}.bson${gzip ? '.gz' : ''}`, counted(), gzip);
  return done;
}

/** The fields and their order are mongodump's (source: mongodump/metadata_dump.go). */
function metadataText({ name, description }: RawCollection, indexes: readonly Buffer[]): string {
  const described = toOrderedMap(description);
  const options = described.get('options');
  const info = described.get('info');
  const uuid =
    info instanceof Map ? (info.get('uuid') as { toString(encoding: 'hex'): string } | undefined) : undefined;
  const metadata = new Map<string, unknown>();
  if (options instanceof Map && options.size > 0) metadata.set('options', options);
  metadata.set(
    'indexes',
    indexes.map((index) => toOrderedMap(index)),
  );
  if (uuid !== undefined) metadata.set('uuid', uuid.toString('hex').replaceAll('-', ''));
  metadata.set('collectionName', name);
  metadata.set('type', 'collection');
  return toExtendedJson(fromOrdered(metadata));
}

async function writeText(path: string, text: string, gzip: boolean): Promise<void> {
  const once = async function* (): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(text));
  };
  await writeBsonFile(gzip ? `${path}.gz` : path, once(), gzip);
}
