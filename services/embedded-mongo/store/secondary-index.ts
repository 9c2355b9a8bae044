import { KeyWriter, MAX_KEY_BYTES } from '../bson/key.ts';
import { BSON, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { matches } from '../query/match.ts';
import { arrayDepth, keysAt, type Path, type PathKeys } from '../query/path.ts';
import type { Place } from './comparison.ts';

export interface IndexField {
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** An index as createIndexes described it, with the number that prefixes its keys. */
export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly partial: { readonly raw: Buffer; readonly filter: Filter } | undefined;
  /** What decides about a document's keys; undefined where that cannot be told. */
  readonly places: readonly Place[] | undefined;
  readonly expireAfterSeconds: number | undefined;
  /** The specification as given, for listIndexes. */
  readonly spec: Buffer;
  /** Once a document had an array on an indexed path: no intersected bounds and no sort order from here on. */
  multikey: boolean;
  /** False while it is being built: kept up to date by writes, not yet used by queries. */
  ready: boolean;
}

/** The keys one document has in one index. */
export interface IndexKeys {
  /** Complete keys: prefix, values, and for a non-unique index the document's key and that key's length. */
  readonly keys: Buffer[];
  readonly multikey: boolean;
}

const writer = new KeyWriter();
const NO_KEYS: IndexKeys = { keys: [], multikey: false };

/** Four bytes in front of every key of an index or a collection. */
export function prefixOf(id: number): Buffer {
  const prefix = Buffer.allocUnsafe(4);
  prefix.writeUInt32BE(id);
  return prefix;
}

/**
 * The keys a document has in an index; none when the index is partial or sparse and leaves it out.
 * @throws CommandError 171 for two arrays side by side, 17280 for a value too long to be a key
 */
export function indexKeys(index: Index, doc: Buffer, docKey: Buffer): IndexKeys {
  if (index.partial !== undefined && !matches(index.partial.filter, doc)) return NO_KEYS;
  const found = index.fields.map((field) => keysAt(doc, field.path));
  if (index.sparse && found.every((field) => field.missing)) return NO_KEYS;
  const multikey = found.some((field) => field.multikey);
  if (!multikey)
    return {
      keys: [
        oneKey(
          index,
          found.map((field) => field.values[0]!),
          docKey,
        ),
      ],
      multikey,
    };
  refuseParallelArrays(index, doc, found);
  const seen = new Map<string, Buffer>();
  for (const values of combinations(found)) {
    const key = oneKey(index, values, docKey);
    seen.set(key.toString('latin1'), key);
  }
  return { keys: [...seen.values()], multikey };
}

function oneKey(index: Index, values: readonly RawValue[], docKey: Buffer): Buffer {
  writer.reset().uint32(index.id);
  for (let i = 0; i < values.length; i++) writer.field(values[i]!, index.fields[i]!.direction);
  if (writer.length > MAX_KEY_BYTES) {
    throw new CommandError(
      17280,
      `WiredTigerIndex::insert: key too large to index, failing ${index.name} ${writer.length}`,
    );
  }
  if (!index.unique) appendDocKey(docKey);
  return writer.take();
}

/** The document's key and, last, its length: so a key alone tells its document. */
function appendDocKey(docKey: Buffer): void {
  writer.bytes(docKey, 0, docKey.length);
  writer.byte(docKey.length >> 8);
  writer.byte(docKey.length & 0xff);
}

/** The document's key out of a key of a non-unique index. */
export function docKeyIn(key: Buffer): Buffer {
  const end = key.length - 2;
  return key.subarray(end - key.readUInt16BE(end), end);
}

function* combinations(found: readonly PathKeys[], at = 0): Generator<RawValue[]> {
  const field = found[at];
  if (field === undefined) {
    yield [];
    return;
  }
  for (const value of field.values) for (const rest of combinations(found, at + 1)) yield [value, ...rest];
}

function refuseParallelArrays(index: Index, doc: Buffer, found: readonly PathKeys[]): void {
  const arrays = new Set<string>();
  for (let i = 0; i < found.length; i++) {
    if (!found[i]!.multikey) continue;
    const { path } = index.fields[i]!;
    arrays.add(
      path.text
        .split('.')
        .slice(0, arrayDepth(doc, path) + 1)
        .join('.'),
    );
  }
  if (arrays.size > 1) {
    throw new CommandError(171, `cannot index parallel arrays [${[...arrays].reverse().join('] [')}]`);
  }
}

/** Whether a raw index specification value asks for ascending (1) or descending (-1) order; undefined for others. */
export function directionOf(value: RawValue): 1 | -1 | undefined {
  const number =
    value.type === BSON.int
      ? value.buf.readInt32LE(value.at)
      : value.type === BSON.double
        ? value.buf.readDoubleLE(value.at)
        : value.type === BSON.long
          ? Number(value.buf.readBigInt64LE(value.at))
          : NaN;
  return number > 0 ? 1 : number < 0 ? -1 : undefined;
}
