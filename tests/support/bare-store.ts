import { afterAll, beforeAll } from '@jest/globals';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootStore } from './app.ts';

/** The store of a suite, without a service over it: whoever imports it has it opened before its first test and removed after its last. */
export let store: Store;
let database: Awaited<ReturnType<typeof bootStore>>;

beforeAll(async () => {
  database = await bootStore();
  store = await openStore(database.uri);
});
afterAll(async () => {
  await store.close();
  await database.remove();
});
