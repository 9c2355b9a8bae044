import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Store } from '../../services/embedded-mongo/store/store.ts';
import { bootEmbedded, storeFolder, type TestStore } from '../support/embedded-store.ts';

let booted: TestStore;
let folder: Awaited<ReturnType<typeof storeFolder>>;
let store: Store;
beforeAll(async () => {
  booted = await bootEmbedded();
  folder = await storeFolder();
  store = new Store(folder.path, (error) => {
    throw error;
  });
});
afterAll(async () => {
  await booted.close();
  await store.close();
  await folder.remove();
});

test('what somebody waits for goes before the rest of a list, and a list goes on beside many who wait', async () => {
  const done: string[] = [];
  const write = (name: string, lane: 'one' | 'many') => store.write(() => void done.push(name), lane);
  const list = Array.from({ length: 6 }, (_, i) => write(`list ${i}`, 'many'));
  await Promise.all([...list, ...Array.from({ length: 5 }, (_, i) => write(`one ${i}`, 'one'))]);
  expect(done).toEqual([
    ...['one 0', 'one 1', 'list 0', 'one 2', 'one 3', 'list 1', 'one 4', 'list 2'],
    ...['list 3', 'list 4', 'list 5'],
  ]);
});

test('a piece of a list that fails for a reason of its own leaves the others of both as they are', async () => {
  const done: string[] = [];
  const failing = store.write(() => {
    throw new Error('broken');
  }, 'many');
  const others = [store.write(() => done.push('list'), 'many'), store.write(() => done.push('one'))];
  await expect(failing).rejects.toThrow('broken');
  await Promise.all(others);
  expect(new Set(done)).toEqual(new Set(['list', 'one']));
});

test('a long list is stored whole and in order, whatever comes between', async () => {
  const things = booted.db.collection<{ _id: number; text: string; n?: number }>('things');
  const text = 'x'.repeat(4_000);
  const many = things.insertMany(Array.from({ length: 3_000 }, (_, _id) => ({ _id, text })));
  const between = Array.from({ length: 50 }, (_, i) => things.insertOne({ _id: -1 - i, text }));
  await Promise.all([many, ...between]);
  expect(await things.countDocuments()).toBe(3_050);
  const updated = things.updateMany({ _id: { $gte: 0 } }, { $inc: { n: 1 } });
  await Promise.all([updated, ...between.map((_, i) => things.updateOne({ _id: -1 - i }, { $inc: { n: 1 } }))]);
  expect(await things.countDocuments({ n: 1 })).toBe(3_050);
});

test.each([
  { ordered: true, n: 700, failed: [700] },
  { ordered: false, n: 1_498, failed: [700, 900] },
])('a list with duplicates, ordered $ordered, says which it did not store', async ({ ordered, n, failed }) => {
  const things = booted.db.collection<{ _id: number }>(`duplicates_${ordered}`);
  const docs = Array.from({ length: 1_500 }, (_, i) => ({ _id: i === 700 || i === 900 ? 5 : i }));
  const reply = (await booted.db.command({ insert: things.collectionName, documents: docs, ordered })) as {
    n: number;
    writeErrors: { index: number; code: number }[];
  };
  expect(reply.n).toBe(n);
  expect(reply.writeErrors.map(({ index, code }) => [index, code])).toEqual(failed.map((index) => [index, 11000]));
  expect(await things.countDocuments()).toBe(n);
});
