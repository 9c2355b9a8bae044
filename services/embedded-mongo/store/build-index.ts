import { prefixEnd } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import type { Collection } from './catalogue.ts';
import type { Index } from './secondary-index.ts';
import type { Store } from './store.ts';

/** Documents indexed per transaction, so that other writers and readers get their turn. */
const BATCH = 500;

/**
 * Fills an index that was added to the catalogue. Writes keep it up to date from that moment on; queries use it when
 * it is complete. When a document cannot be indexed the index is dropped again.
 * @throws CommandError 11000, 171, 17280 as a write would; 276 when it is dropped meanwhile
 */
export async function buildIndex(store: Store, namespace: string, id: number): Promise<void> {
  let last: Buffer | undefined;
  try {
    for (let done = false; !done;) {
      done = await store.write(() => {
        const { collection, index } = locate(store, namespace, id);
        last = buildBatch(store, collection, index, last);
        if (last !== undefined) return false;
        index.ready = true;
        store.catalogue.save(collection);
        return true;
      });
    }
  } catch (error) {
    await store.write(() => {
      const collection = store.find(namespace);
      const index = collection?.indexes.find((one) => one.id === id);
      if (collection !== undefined && index !== undefined) store.catalogue.dropIndex(collection, index);
    });
    void store.sweep();
    throw error;
  }
}

function locate(store: Store, namespace: string, id: number): { collection: Collection; index: Index } {
  const collection = store.find(namespace);
  const index = collection?.indexes.find((one) => one.id === id);
  if (collection === undefined || index === undefined)
    throw new CommandError(276, 'Index build aborted: it was dropped');
  return { collection, index };
}

function buildBatch(store: Store, collection: Collection, index: Index, last: Buffer | undefined): Buffer | undefined {
  const start = last === undefined ? collection.prefix : Buffer.concat([last, Buffer.from([0])]);
  const batch = store.environment.documents.list({ start, end: prefixEnd(collection.prefix) }, BATCH);
  for (const { key, value } of batch) store.documents.addToIndex(collection, index, key.subarray(4), value);
  return batch.at(-1)?.key;
}
