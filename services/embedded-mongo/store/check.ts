import { createHash } from 'node:crypto';
import { prefixEnd } from '../bson/key.ts';
import { validate } from '../bson/validate.ts';
import { Pace } from '../query/pace.ts';
import type { Collection } from './catalogue.ts';
import { Findings } from './findings.ts';
import { indexKeys, prefixOf } from './secondary-index.ts';
import type { Environment, Table } from './lmdb.ts';

/** What a check of a collection gave. */
export interface CheckResult {
  readonly findings: Findings;
  readonly documents: number;
  readonly bytes: number;
  /** Keys each index holds, by its number. */
  readonly keys: Map<number, number>;
  /**
   * SHA-256, hexadecimal, over name, index specifications and documents in the order of their _id: the same for the
   * same content in any folder, whatever its pages look like.
   */
  readonly sha256: string;
}

/** Entries read at once; between two such pieces others have their turn when theirs is due. */
const PIECE = 500;

/**
 * Whether documents and indexes of a collection agree: each document is sound BSON and has all of its keys, no index
 * holds a key too many, and the counters are right. Gives others their turn, so nobody may write meanwhile.
 * @param progress hears how many documents have been looked at
 */
export function checkCollection(
  environment: Environment,
  collection: Collection,
  progress: (documents: number) => void = () => undefined,
): Promise<CheckResult> {
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

  async run(progress: (documents: number) => void): Promise<CheckResult> {
    const { collection, findings, environment } = this;
    this.hash.update(`${collection.namespace}\0`);
    for (const { spec } of [...collection.indexes].sort((a, b) => (a.name < b.name ? -1 : 1))) this.hash.update(spec);
    let [documents, bytes] = [0, 0];
    await inPieces(environment.documents, collection.prefix, (key, value) => {
      documents++;
      bytes += value.length;
      this.hash.update(value);
      this.document(key.subarray(4), value);
      progress(documents);
    });
    const keys = await this.countKeys();
    if (documents !== collection.count)
      findings.add(`the counter says ${collection.count}, there are ${documents} documents`);
    if (bytes !== collection.bytes)
      findings.add(`the size says ${collection.bytes}, the documents have ${bytes} bytes`);
    return { findings, documents, bytes, keys, sha256: this.hash.digest('hex') };
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

  private async countKeys(): Promise<Map<number, number>> {
    const counts = new Map<number, number>();
    for (const { id, name, ready } of this.collection.indexes) {
      let held = 0;
      await inPieces(this.environment.indexes, prefixOf(id), () => held++);
      counts.set(id, held);
      const expected = this.expected.get(id) ?? 0;
      if (ready && held !== expected) this.findings.add(`index ${name} holds ${held} keys instead of ${expected}`);
    }
    return counts;
  }
}

/** Shows every entry whose key begins so. */
async function inPieces(table: Table, prefix: Buffer, see: (key: Buffer, value: Buffer) => void): Promise<void> {
  const pace = new Pace();
  const end = prefixEnd(prefix);
  for (let start = prefix; ;) {
    const piece = table.list({ start, end }, PIECE);
    for (const { key, value } of piece) see(key, value);
    const last = piece.at(-1);
    if (last === undefined || piece.length < PIECE) return;
    start = Buffer.concat([last.key, Buffer.from([0])]);
    if (pace.late()) await pace.pause();
  }
}
