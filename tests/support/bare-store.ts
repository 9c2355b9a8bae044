import { afterAll, beforeAll } from '@jest/globals';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootStore } from './app.ts';

/** The store of a suite, without a service over it: whoever imports it has it opened before its first test and removed after its last. */
export let store: Store;
/** Where it is, for what the service itself never does to it. */
export let storeUri: string;
let database: ReturnType<typeof bootStore>;

beforeAll(async () => {
  database = bootStore();
  storeUri = database.uri;
  store = await openStore(storeUri);
});
afterAll(async () => {
  await store.close();
  await database.remove();
});
