import { createHash } from 'node:crypto';
import { prefixEnd } from '../bson/key.ts';
import { validate } from '../bson/validate.ts';
import type { Collection } from './catalogue.ts';
import { Findings } from './findings.ts';
import { indexKeys, prefixOf } from './secondary-index.ts';
import type { Environment } from './lmdb.ts';

export interface CheckResult {
  readonly errors: string[];
  readonly documents: number;
  /** Keys each index holds, by its number. */
  readonly keys: Map<number, number>;
}

/** What a check with everything it can do adds. */
export interface FullCheckResult extends CheckResult {
  readonly findings: Findings;
  readonly bytes: number;
  /**
   * SHA-256, hexadecimal, over name, index specifications and documents in the order of their _id: the same for the
   * same content in any folder, whatever its pages look like.
   */
  readonly sha256: string;
}

/**
 * Whether documents and indexes of a collection agree: each document is sound BSON and has all of its keys, no index
 * holds a key too many, and the counters are right. Synchronous, so that nothing changes meanwhile.
 */
export function checkCollection(environment: Environment, collection: Collection): CheckResult {
  return new CollectionCheck(environment, collection).run(() => undefined);
}

/** The same with a hash of the content; `progress` hears of every document. */
export function checkCollectionFully(
  environment: Environment,
  collection: Collection,
  progress: (documents: number) => void,
): FullCheckResult {
  return new CollectionCheck(environment, collection).run(progress);
}

class CollectionCheck {
  private readonly environment: Environment;
  private readonly collection: Collection;
  private readonly findings = new Findings();
  private readonly expected = new Map<number, number>();
  private readonly hash = createHash('sha256');

  constructor(environment: Environment, collection: Collection) {
    this.environment = environment;
    this.collection = collection;
    for (const { id } of collection.indexes) this.expected.set(id, 0);
  }

  run(progress: (documents: number) => void): FullCheckResult {
    const { collection, findings, environment } = this;
    this.hash.update(`${collection.namespace}\0`);
    for (const { spec } of [...collection.indexes].sort((a, b) => (a.name < b.name ? -1 : 1))) this.hash.update(spec);
    let [documents, bytes] = [0, 0];
    const entries = environment.documents.entries({ start: collection.prefix, end: prefixEnd(collection.prefix) });
    for (let next = entries.next(); next.done !== true; next = entries.next()) {
      const { key, value } = next.value;
      documents++;
      bytes += value.length;
      this.hash.update(value);
      this.document(key.subarray(4), value);
      progress(documents);
    }
    const keys = this.countKeys();
    if (documents !== collection.count)
      findings.add(`the counter says ${collection.count}, there are ${documents} documents`);
    if (bytes !== collection.bytes)
      findings.add(`the size says ${collection.bytes}, the documents have ${bytes} bytes`);
    return { errors: findings.texts, findings, documents, bytes, keys, sha256: this.hash.digest('hex') };
  }

  private document(docKey: Buffer, doc: Buffer): void {
    const name = `document ${docKey.toString('hex')}`;
    try {
      if (validate(doc, 0, doc.length) !== doc.length) return this.findings.add(`${name} is cut short`);
    } catch (error) {
      return this.findings.add(`${name}: ${(error as Error).message}`);
    }
    for (const index of this.collection.indexes) {
      if (!index.ready) continue;
      const { keys, multikey } = indexKeys(index, doc, docKey);
      if (multikey && !index.multikey) this.findings.add(`index ${index.name} does not know of the array in ${name}`);
      for (const wanted of keys) {
        this.expected.set(index.id, (this.expected.get(index.id) ?? 0) + 1);
        const owner = this.environment.indexes.get(wanted);
        if (owner === undefined || (index.unique && !owner.equals(docKey)))
          this.findings.add(`index ${index.name} lacks a key of ${docKey.toString('hex')}`);
      }
    }
  }

  private countKeys(): Map<number, number> {
    const counts = new Map<number, number>();
    for (const { id, name, ready } of this.collection.indexes) {
      const start = prefixOf(id);
      const held = this.environment.indexes.count({ start, end: prefixEnd(start) });
      counts.set(id, held);
      const expected = this.expected.get(id) ?? 0;
      if (ready && held !== expected) this.findings.add(`index ${name} holds ${held} keys instead of ${expected}`);
    }
    return counts;
  }
}
