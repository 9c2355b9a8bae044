import { randomUUID } from 'node:crypto';
import { deserialize } from 'bson';
import { fromObject } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { parseIndexSpec } from './index-spec.ts';
import { type Index, prefixOf } from './secondary-index.ts';
import type { Environment } from './lmdb.ts';

/** A collection in memory. */
export interface Collection {
  readonly id: number;
  readonly prefix: Buffer;
  readonly db: string;
  readonly name: string;
  readonly namespace: string;
  readonly uuid: string;
  /** Without the _id index, which is the order of the documents themselves. */
  indexes: Index[];
  count: number;
  bytes: number;
  /** Counters changed since they were written. */
  dirty: boolean;
  /** Set when it is dropped: cursors on it end. */
  dropped: boolean;
}

interface StoredIndex {
  readonly id: number;
  readonly spec: Uint8Array;
  readonly multikey: boolean;
  readonly ready: boolean;
}

interface StoredCollection {
  readonly id: number;
  readonly db: string;
  readonly name: string;
  readonly uuid: string;
  readonly indexes: readonly StoredIndex[];
}

const NEXT_ID = Buffer.from('next-id');
const COLLECTIONS = 'collection/';
const COUNTS = 'count/';
const GARBAGE = 'garbage/';

/** What the store holds: collections, their indexes and counters. Changes only inside write transactions. */
export class Catalogue {
  private readonly environment: Environment;
  private readonly byNamespace = new Map<string, Collection>();
  private nextId = 1;

  constructor(environment: Environment) {
    this.environment = environment;
    this.load();
  }

  /** Reads everything anew: at the start, and after a transaction was rolled back. */
  load(): void {
    const { catalogue } = this.environment;
    const before = new Map(this.byNamespace);
    this.byNamespace.clear();
    this.nextId = Number(catalogue.get(NEXT_ID)?.toString() ?? 1);
    for (const { value } of entriesOf(this.environment, COLLECTIONS)) {
      const collection = this.revive(deserialize(value, { promoteBuffers: true }) as StoredCollection);
      const known = before.get(collection.namespace);
      // Cursors hold on to the object: the same collection keeps it.
      this.byNamespace.set(
        collection.namespace,
        known?.id === collection.id ? Object.assign(known, collection) : collection,
      );
    }
  }

  private revive(stored: StoredCollection): Collection {
    const counts = this.environment.catalogue.get(Buffer.from(COUNTS + stored.id));
    return {
      id: stored.id,
      prefix: prefixOf(stored.id),
      db: stored.db,
      name: stored.name,
      namespace: `${stored.db}.${stored.name}`,
      uuid: stored.uuid,
      indexes: stored.indexes.map(({ id, spec, multikey, ready }) => {
        const index = parseIndexSpec(Buffer.from(spec), id);
        return Object.assign(index, { multikey, ready });
      }),
      count: counts?.readDoubleLE(0) ?? 0,
      bytes: counts?.readDoubleLE(8) ?? 0,
      dirty: false,
      dropped: false,
    };
  }

  find(namespace: string): Collection | undefined {
    return this.byNamespace.get(namespace);
  }

  all(): Collection[] {
    return [...this.byNamespace.values()];
  }

  inDatabase(db: string): Collection[] {
    return this.all().filter((collection) => collection.db === db);
  }

  /** The collection, created when it does not exist. @throws CommandError 73 for an invalid name */
  ensure(db: string, name: string): Collection {
    return this.find(`${db}.${name}`) ?? this.create(db, name);
  }

  private create(db: string, name: string): Collection {
    checkName(db, name);
    const id = this.takeId();
    const collection = this.revive({ id, db, name, uuid: randomUUID(), indexes: [] });
    this.byNamespace.set(collection.namespace, collection);
    this.save(collection);
    return collection;
  }

  /** Forgets a collection at once; its documents and keys are swept away in the background. */
  drop(collection: Collection): void {
    collection.dropped = true;
    this.byNamespace.delete(collection.namespace);
    const { catalogue } = this.environment;
    catalogue.remove(Buffer.from(COLLECTIONS + collection.namespace));
    catalogue.remove(Buffer.from(COUNTS + collection.id));
    for (const { id } of [collection, ...collection.indexes])
      catalogue.put(Buffer.from(GARBAGE + id), Buffer.from([1]));
  }

  /** A number no collection or index has had. */
  takeId(): number {
    const id = this.nextId++;
    this.environment.catalogue.put(NEXT_ID, Buffer.from(String(this.nextId)));
    return id;
  }

  addIndex(collection: Collection, index: Index): void {
    collection.indexes = [...collection.indexes, index];
    this.save(collection);
  }

  dropIndex(collection: Collection, index: Index): void {
    collection.indexes = collection.indexes.filter((other) => other !== index);
    this.save(collection);
    this.environment.catalogue.put(Buffer.from(GARBAGE + index.id), Buffer.from([1]));
  }

  /** Writes a collection's description (not its counters). */
  save(collection: Collection): void {
    const stored: StoredCollection = {
      id: collection.id,
      db: collection.db,
      name: collection.name,
      uuid: collection.uuid,
      indexes: collection.indexes.map(({ id, spec, multikey, ready }) => ({ id, spec, multikey, ready })),
    };
    this.environment.catalogue.put(Buffer.from(COLLECTIONS + collection.namespace), fromObject({ ...stored }));
  }

  /** Writes the counters that changed; runs once in each transaction, before its commit. */
  saveCounts(): void {
    for (const collection of this.byNamespace.values()) {
      if (!collection.dirty) continue;
      const counts = Buffer.alloc(16);
      counts.writeDoubleLE(collection.count, 0);
      counts.writeDoubleLE(collection.bytes, 8);
      this.environment.catalogue.put(Buffer.from(COUNTS + collection.id), counts);
      collection.dirty = false;
    }
  }

  /** Numbers of dropped collections and indexes whose data is still there. */
  garbage(): number[] {
    return entriesOf(this.environment, GARBAGE).map(({ key }) => Number(key.toString().slice(GARBAGE.length)));
  }

  collected(id: number): void {
    this.environment.catalogue.remove(Buffer.from(GARBAGE + id));
  }
}

function entriesOf(environment: Environment, prefix: string): { key: Buffer; value: Buffer }[] {
  const start = Buffer.from(prefix);
  const end = Buffer.from(prefix);
  end[end.length - 1]! += 1;
  const found: { key: Buffer; value: Buffer }[] = [];
  const entries = environment.catalogue.entries({ start, end });
  for (let next = entries.next(); next.done !== true; next = entries.next()) found.push(next.value);
  return found;
}

function checkName(db: string, name: string): void {
  const invalid = (why: string): CommandError =>
    new CommandError(73, `Invalid namespace specified '${db}.${name}'${why}`);
  if (db === '' || db.length > 63 || /[/\\. "$*<>:|?\0]/.test(db)) throw invalid(': bad database name');
  if (name === '' || name.startsWith('.') || name.endsWith('.') || name.includes('$') || name.includes('\0'))
    throw invalid('');
  if (name.startsWith('system.')) throw invalid(': system collections are not supported');
  if (Buffer.byteLength(db) + Buffer.byteLength(name) + 1 > 255) throw invalid(': too long');
}
