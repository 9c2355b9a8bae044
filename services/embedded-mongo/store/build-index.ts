import { prefixEnd } from '../bson/key.ts';
import { CommandError } from '../errors.ts';
import { BuildProgress } from './build-progress.ts';
import type { Collection } from './catalogue.ts';
import type { Index } from './secondary-index.ts';
import type { Store } from './store.ts';

/** Documents indexed per transaction, so that other writers and readers get their turn. */
const BATCH = 500;

/**
 * Fills an index that was added to the catalogue. Writes keep it up to date from that moment on; queries use it when
 * it is complete. What takes long tells how far it is (see BuildProgress). When a document cannot be indexed the index
 * is dropped again.
 * @throws CommandError 11000, 171, 17280 as a write would; 276 when it is dropped meanwhile
 */
export async function buildIndex(
  store: Store,
  namespace: string,
  id: number,
  clock: () => number = () => performance.now(),
): Promise<void> {
  const progress = new BuildProgress(nameOf(store, namespace, id), store.note, clock);
  let last: Buffer | undefined;
  try {
    for (let done = false; !done;) {
      done = await store.write(() => {
        const { collection, index } = locate(store, namespace, id);
        const batch = nextBatch(store, collection, last);
        for (const { key, value } of batch) store.documents.addToIndex(collection, index, key.subarray(4), value);
        last = batch.at(-1)?.key;
        progress.add(batch.length, collection.count);
        if (last !== undefined) return false;
        index.ready = true;
        store.catalogue.save(collection);
        return true;
      }, 'many');
    }
    progress.done();
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

function nextBatch(store: Store, collection: Collection, last: Buffer | undefined): { key: Buffer; value: Buffer }[] {
  const start = last === undefined ? collection.prefix : Buffer.concat([last, Buffer.from([0])]);
  return store.environment.documents.list({ start, end: prefixEnd(collection.prefix) }, BATCH);
}

function nameOf(store: Store, namespace: string, id: number): string {
  return `${namespace}.${store.find(namespace)?.indexes.find((one) => one.id === id)?.name ?? id}`;
}
