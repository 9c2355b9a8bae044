import { prefixEnd } from '../bson/key.ts';
import { validate } from '../bson/validate.ts';
import type { Collection } from './catalogue.ts';
import { indexKeys, prefixOf } from './secondary-index.ts';
import type { Environment } from './lmdb.ts';

export interface CheckResult {
  readonly errors: string[];
  readonly documents: number;
  /** Keys each index holds, by its number. */
  readonly keys: Map<number, number>;
}

/**
 * Whether documents and indexes of a collection agree: each document is sound BSON and has all of its keys, no index
 * holds a key too many, and the counter is right. Synchronous, so that nothing changes meanwhile.
 */
export function checkCollection(environment: Environment, collection: Collection): CheckResult {
  const errors: string[] = [];
  const expected = new Map<number, number>(collection.indexes.map(({ id }) => [id, 0]));
  let documents = 0;
  let bytes = 0;
  const entries = environment.documents.entries({ start: collection.prefix, end: prefixEnd(collection.prefix) });
  for (let next = entries.next(); next.done !== true; next = entries.next()) {
    const { key, value } = next.value;
    documents++;
    bytes += value.length;
    const docKey = key.subarray(4);
    if (validate(value, 0, value.length) !== value.length)
      errors.push(`document ${docKey.toString('hex')} is cut short`);
    for (const index of collection.indexes) {
      if (!index.ready) continue;
      for (const wanted of indexKeys(index, value, docKey).keys) {
        expected.set(index.id, (expected.get(index.id) ?? 0) + 1);
        const owner = environment.indexes.get(wanted);
        if (owner === undefined || (index.unique && !owner.equals(docKey)))
          errors.push(`index ${index.name} lacks a key of ${docKey.toString('hex')}`);
      }
    }
  }
  const keys = new Map<number, number>();
  for (const { id, name, ready } of collection.indexes) {
    const start = prefixOf(id);
    const held = environment.indexes.count({ start, end: prefixEnd(start) });
    keys.set(id, held);
    if (ready && held !== expected.get(id))
      errors.push(`index ${name} holds ${held} keys instead of ${expected.get(id) ?? 0}`);
  }
  if (documents !== collection.count)
    errors.push(`the counter says ${collection.count}, there are ${documents} documents`);
  if (bytes !== collection.bytes) errors.push(`the size says ${collection.bytes}, the documents have ${bytes} bytes`);
  return { errors, documents, keys };
}
