import { idKeyOf } from '../bson/key.ts';
import { BSON, ElementCursor, findField, type RawValue } from '../bson/raw.ts';
import { BsonWriter, toTyped } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { keysAt } from '../query/path.ts';
import type { Catalogue, Collection } from './catalogue.ts';
import { Comparison } from './comparison.ts';
import { keyPattern } from './index-spec.ts';
import { type Index, indexKeys } from './secondary-index.ts';
import type { Environment } from './lmdb.ts';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const ID = Buffer.from('_id');
const EMPTY = Buffer.alloc(0);

/** The _id of a document; undefined when it has none. */
export function idOf(doc: Buffer): RawValue | undefined {
  return findField(doc, 0, ID);
}

/**
 * Reads and writes documents together with their index entries. Writers run inside a write transaction; each checks
 * everything first (unique keys, sizes) and writes after, so that one that throws a CommandError has written nothing.
 */
export class Documents {
  private readonly environment: Environment;
  private readonly catalogue: Catalogue;

  constructor(environment: Environment, catalogue: Catalogue) {
    this.environment = environment;
    this.catalogue = catalogue;
  }

  get(collection: Collection, docKey: Buffer): Buffer | undefined {
    return this.environment.documents.get(Buffer.concat([collection.prefix, docKey]));
  }

  /** @throws CommandError 11000 when the _id or a unique key is taken */
  insert(collection: Collection, doc: Buffer): void {
    const id = idOf(doc);
    if (id === undefined) throw new CommandError(53, 'document has no _id');
    checkId(id);
    checkSize(doc);
    const docKey = idKeyOf(id);
    const key = Buffer.concat([collection.prefix, docKey]);
    if (this.environment.documents.has(key)) throw duplicateId(collection, id);
    const entries = collection.indexes.map((index) => ({ index, ...indexKeys(index, doc, docKey) }));
    for (const { index, keys } of entries) this.checkUnique(collection, index, keys, docKey, doc);
    this.environment.documents.put(key, doc);
    for (const { index, keys, multikey } of entries) {
      for (const entry of keys) this.putEntry(index, entry, docKey);
      if (multikey) this.markMultikey(collection, index);
    }
    collection.count++;
    collection.bytes += doc.length;
    collection.dirty = true;
  }

  /** Puts `next` in the place of `previous`, whose _id it keeps. */
  replace(collection: Collection, docKey: Buffer, previous: Buffer, next: Buffer): void {
    checkSize(next);
    const changes: { index: Index; removed: Buffer[]; added: Buffer[]; multikey: boolean }[] = [];
    const versions = new Comparison(previous, next);
    for (const index of collection.indexes) {
      if (versions.isSame(index.places)) continue;
      const before = indexKeys(index, previous, docKey).keys;
      const after = indexKeys(index, next, docKey);
      const added = after.keys.filter((key) => !before.some((other) => other.equals(key)));
      const removed = before.filter((key) => !after.keys.some((other) => other.equals(key)));
      if (added.length === 0 && removed.length === 0) continue;
      this.checkUnique(collection, index, added, docKey, next);
      changes.push({ index, removed, added, multikey: after.multikey });
    }
    this.environment.documents.put(Buffer.concat([collection.prefix, docKey]), next);
    for (const { index, removed, added, multikey } of changes) {
      for (const key of removed) this.environment.indexes.remove(key);
      for (const key of added) this.putEntry(index, key, docKey);
      if (multikey) this.markMultikey(collection, index);
    }
    collection.bytes += next.length - previous.length;
    collection.dirty = true;
  }

  remove(collection: Collection, docKey: Buffer, doc: Buffer): void {
    for (const index of collection.indexes) {
      for (const key of indexKeys(index, doc, docKey).keys) this.removeEntry(index, key, docKey);
    }
    this.environment.documents.remove(Buffer.concat([collection.prefix, docKey]));
    collection.count--;
    collection.bytes -= doc.length;
    collection.dirty = true;
  }

  /** Adds one document to an index under construction. @throws CommandError 11000 */
  addToIndex(collection: Collection, index: Index, docKey: Buffer, doc: Buffer): void {
    const { keys, multikey } = indexKeys(index, doc, docKey);
    this.checkUnique(collection, index, keys, docKey, doc);
    for (const key of keys) this.putEntry(index, key, docKey);
    if (multikey) this.markMultikey(collection, index);
  }

  private putEntry(index: Index, key: Buffer, docKey: Buffer): void {
    this.environment.indexes.put(key, index.unique ? docKey : EMPTY);
  }

  private removeEntry(index: Index, key: Buffer, docKey: Buffer): void {
    // While a unique index is being built, the key may already be another document's.
    if (index.unique && !index.ready && this.environment.indexes.get(key)?.equals(docKey) !== true) return;
    this.environment.indexes.remove(key);
  }

  private markMultikey(collection: Collection, index: Index): void {
    if (index.multikey) return;
    index.multikey = true;
    this.catalogue.save(collection);
  }

  private checkUnique(
    collection: Collection,
    index: Index,
    keys: readonly Buffer[],
    docKey: Buffer,
    doc: Buffer,
  ): void {
    if (!index.unique) return;
    for (const key of keys) {
      const owner = this.environment.indexes.get(key);
      if (owner !== undefined && !owner.equals(docKey)) throw duplicateKey(collection, index, doc, docKey, key);
    }
  }
}

function checkSize(doc: Buffer): void {
  if (doc.length <= MAX_DOCUMENT_BYTES) return;
  throw new CommandError(
    10334,
    `BSONObj size: ${doc.length} is invalid. Size must be between 0 and ${MAX_DOCUMENT_BYTES}`,
  );
}

/** @throws CommandError 2 or 53 for an _id MongoDB does not take */
export function checkId(id: RawValue): void {
  if (id.type === BSON.array) throw new CommandError(53, "The '_id' value cannot be of type array");
  if (id.type === BSON.regex) throw new CommandError(53, "The '_id' value cannot be of type regex");
  if (id.type === BSON.undefined) throw new CommandError(53, "The '_id' value cannot be of type undefined");
  if (id.type !== BSON.object) return;
  const cursor = new ElementCursor(id.buf, id.at);
  if (cursor.next() && cursor.name.startsWith('$')) {
    throw new CommandError(
      52,
      `_id fields may not contain '$'-prefixed fields: ${cursor.name} is not valid for storage.`,
    );
  }
}

function duplicateId(collection: Collection, id: RawValue): CommandError {
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${collection.namespace} index: _id_ dup key: { _id: ${shown(id)} }`,
    { keyPattern: { _id: 1 }, keyValue: { _id: toTyped(id) } },
  );
}

function duplicateKey(collection: Collection, index: Index, doc: Buffer, docKey: Buffer, key: Buffer): CommandError {
  const values = index.fields.map(({ path }) => {
    const { values: found } = keysAt(doc, path);
    // Of several keys, the one that clashed.
    return found.find((value) => found.length === 1 || holds(index, doc, docKey, key, value, path.text)) ?? found[0]!;
  });
  const text = index.fields.map(({ path }, i) => `${path.text}: ${shown(values[i]!)}`).join(', ');
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${collection.namespace} index: ${index.name} dup key: { ${text} }`,
    {
      keyPattern: toTyped(keyPattern(index)),
      keyValue: Object.fromEntries(index.fields.map(({ path }, i) => [path.text, toTyped(values[i]!)])),
    },
  );
}

function holds(index: Index, _doc: Buffer, docKey: Buffer, key: Buffer, value: RawValue, path: string): boolean {
  if (index.fields.length > 1) return key.includes(idKeyOf(value));
  const alone = new BsonWriter(value.end - value.at + 64).begin();
  const parts = path.split('.');
  for (const part of parts.slice(0, -1)) alone.begin(BSON.object, part);
  alone.raw(parts.at(-1)!, value);
  for (let i = 0; i < parts.length; i++) alone.end();
  return indexKeys(index, alone.finish(), docKey).keys[0]?.equals(key) === true;
}

/** A value in the style of MongoDB's messages. */
function shown(value: RawValue): string {
  if (value.type === BSON.string) return JSON.stringify(value.buf.toString('utf8', value.at + 4, value.end - 1));
  if (value.type === BSON.objectId) return `ObjectId('${value.buf.toString('hex', value.at, value.end)}')`;
  if (value.type === BSON.null) return 'null';
  const typed = toTyped(value);
  const text = typed instanceof Date ? `new Date(${typed.getTime()})` : typed;
  return typeof text === 'string' ? text : JSON.stringify(text);
}
