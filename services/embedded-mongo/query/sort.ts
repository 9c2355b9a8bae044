import { KeyWriter } from '../bson/key.ts';
import { toDouble } from '../bson/number.ts';
import { BSON, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import { sortInSlices } from './pace.ts';
import { keysAt, type Path, pathOf } from './path.ts';

export interface SortField {
  readonly path: Path;
  readonly direction: 1 | -1;
}

/** MongoDB's limit for a sort in memory (internalQueryMaxBlockingSortMemoryUsageBytes). */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

/** Up to this limit what cannot be among the first is dropped early. */
const SHORT = 2_000;

/** Parses `{ a: 1, b: -1 }`. @throws CommandError 15974, 15975, 2 for what is no sort order */
export function parseSort(value: RawValue | undefined): SortField[] {
  if (value === undefined) return [];
  if (value.type !== BSON.object) throw new CommandError(14, 'sort must be an object');
  const fields: SortField[] = [];
  const cursor = new ElementCursor(value.buf, value.at);
  while (cursor.next()) {
    const { name } = cursor;
    if (cursor.type === BSON.object) throw new CommandError(238, `$meta sort is not supported: ${name}`);
    const direction = isNumber(cursor.type) ? toDouble(cursor.value()) : NaN;
    if (Number.isNaN(direction)) throw new CommandError(15974, `Illegal key in $sort specification: ${name}`);
    if (direction !== 1 && direction !== -1)
      throw new CommandError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (name === '' || name.split('.').includes(''))
      throw new CommandError(15998, 'FieldPath field names may not be empty strings.');
    if (name.startsWith('$') && name !== '$natural')
      throw new CommandError(
        16410,
        `FieldPath field names may not start with '$'. Consider using $getField or $setField.`,
      );
    fields.push({ path: pathOf(name), direction });
  }
  return fields;
}

const writer = new KeyWriter();

/** One memcmp-ordered key for a document in a sort order: of several values the lowest, or the highest descending. */
export function sortKey(doc: Buffer, sort: readonly SortField[]): Buffer {
  writer.reset();
  for (const { path, direction } of sort) {
    const start = writer.length;
    let best: Buffer | undefined;
    const { values } = keysAt(doc, path);
    for (const value of values) {
      writer.length = start;
      writer.field(value, direction);
      if (values.length === 1) continue;
      const key = writer.buf.subarray(start, writer.length);
      if (best === undefined || Buffer.compare(key, best) < 0) best = Buffer.from(key);
    }
    if (best === undefined) continue;
    writer.length = start;
    writer.bytes(best, 0, best.length);
  }
  return writer.take();
}

interface Entry {
  readonly key: Buffer;
  readonly order: number;
  readonly doc: Buffer;
}

function compare(left: Entry, right: Entry): number {
  return Buffer.compare(left.key, right.key) || left.order - right.order;
}

/** Sorts documents, keeping only the first `limit` of them (0: all); ties stay in the order they came. */
export class Sorter {
  private entries: Entry[] = [];
  private bytes = 0;
  private count = 0;
  private worst: Entry | undefined;
  private readonly sort: readonly SortField[];
  private readonly limit: number;

  constructor(sort: readonly SortField[], limit: number) {
    this.sort = sort;
    this.limit = limit;
  }

  /** @throws CommandError 292 when what must be kept exceeds 100 MB */
  add(doc: Buffer): void {
    const entry = { key: sortKey(doc, this.sort), order: this.count++, doc };
    if (this.worst !== undefined && compare(entry, this.worst) > 0) return;
    this.entries.push(entry);
    this.bytes += doc.length + entry.key.length + 100;
    if (this.limit > 0 && this.entries.length >= 2 * this.limit + 100) {
      // Sorting a great many at once would keep others waiting: it is put off as long as there is room.
      if (this.limit <= SHORT || this.bytes > MAX_SORT_BYTES / 2) this.shrink();
    }
    if (this.bytes > MAX_SORT_BYTES) {
      throw new CommandError(292, `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes`);
    }
  }

  private shrink(): void {
    this.entries.sort(compare);
    this.entries.length = this.limit;
    this.worst = this.entries[this.limit - 1];
    this.bytes = this.entries.reduce((sum, { doc, key }) => sum + doc.length + key.length + 100, 0);
  }

  /** The documents in order. */
  take(): Buffer[] {
    return this.kept(this.entries.sort(compare));
  }

  /** The same, without keeping others waiting while many are sorted. */
  async takeInSlices(): Promise<Buffer[]> {
    return this.kept(await sortInSlices(this.entries, compare));
  }

  private kept(entries: readonly Entry[]): Buffer[] {
    return (this.limit > 0 ? entries.slice(0, this.limit) : entries).map(({ doc }) => doc);
  }
}
