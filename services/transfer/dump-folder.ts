import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { fromExtendedJson } from '../embedded-mongo/bson/extended-json.ts';
import { toOrderedMap } from '../embedded-mongo/bson/ordered.ts';
import { DumpError } from './dump-error.ts';

/**
 * The folder mongodump writes and mongorestore reads: `DB/COLLECTION.bson` and `DB/COLLECTION.metadata.json`, each
 * perhaps with `.gz`, and `prelude.json` beside the databases (source: mongo-tools 100.12, mongodump/prepare.go).
 */
export const PRELUDE = 'prelude.json';
const LONGEST_NAME = 238;
const CUT_NAME = 208;

/**
 * A collection's file name without its ending. Percent-encoded like Go's url.PathEscape; a name too long for a file
 * system is cut and told apart by its SHA-1.
 */
export function fileNameOf(collection: string): string {
  const escaped = encodeURIComponent(collection)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%(24|26|2B|3D|3A|40)/g, (code) => decodeURIComponent(code));
  if (escaped.length <= LONGEST_NAME) return escaped;
  const hash = createHash('sha1').update(collection).digest('base64url');
  return `${escaped.slice(0, CUT_NAME)}%24${hash}`;
}

/** A collection found in a dump. */
export interface DumpedCollection {
  readonly db: string;
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
  readonly options: ReadonlyMap<string, unknown>;
  /** Index specifications as maps, without the one of _id. */
  readonly indexes: readonly Map<string, unknown>[];
}

/** All collections of a dump. @throws DumpError when it is none, or a file of it cannot be read */
export function readDumpFolder(folder: string): DumpedCollection[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new DumpError(`There is no folder ${folder}. Please give the folder of a dump.`);
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => collectionsIn(join(folder, name), name));
  if (found.length > 0) return found;
  if (readdirSync(folder).some((name) => /\.bson(\.gz)?$/.test(name)))
    throw new DumpError(`${folder} is one database of a dump. Please give the folder around it.`);
  throw new DumpError(`${folder} holds no dump: there is no DATABASE/COLLECTION.bson in it.`);
}

function collectionsIn(folder: string, db: string): DumpedCollection[] {
  return readdirSync(folder)
    .filter((name) => /\.bson(\.gz)?$/.test(name))
    .sort()
    .map((name) => {
      const base = name.replace(/\.bson(\.gz)?$/, '');
      const file = join(folder, name);
      return { db, file, bytes: statSync(file).size, ...metadataOf(folder, base) };
    });
}

function metadataOf(folder: string, base: string): Pick<DumpedCollection, 'name' | 'options' | 'indexes'> {
  const path = ['.metadata.json', '.metadata.json.gz'].map((end) => join(folder, base + end)).find(existsSync);
  // mongodump wrote none for a collection dumped alone to standard output; its name is the file's then.
  if (path === undefined) return { name: nameIn(folder, base), options: new Map(), indexes: [] };
  try {
    const bytes = readFileSync(path);
    const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
    const { collectionName, options, indexes } = Object.fromEntries(toOrderedMap(fromExtendedJson(text)));
    return {
      name: typeof collectionName === 'string' ? collectionName : nameIn(folder, base),
      options: options instanceof Map ? (options as Map<string, unknown>) : new Map<string, unknown>(),
      indexes: (Array.isArray(indexes) ? (indexes as Map<string, unknown>[]) : []).filter(
        (index) => index.get('name') !== '_id_',
      ),
    };
  } catch (error) {
    throw new DumpError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

function nameIn(folder: string, base: string): string {
  try {
    return decodeURIComponent(base);
  } catch {
    throw new DumpError(`${join(folder, base)}.bson has a name cut short, and no metadata that has the whole one.`);
  }
}
