import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { bootEmbedded, errorOf, type TestStore } from '../support/embedded-store.ts';

let store: TestStore;
let things: ReturnType<TestStore['db']['collection']>;
let count = 0;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());
beforeEach(() => {
  things = store.db.collection(`indexed${count++}`);
});

interface Stage {
  stage: string;
  indexName?: string;
  inputStage?: Stage;
}

interface Explained {
  stage: string;
  indexName?: string;
  keys: number;
  docs: number;
  sorts: boolean;
}

async function explain(
  filter: Record<string, unknown>,
  sort: Record<string, 1 | -1> = {},
  limit = 0,
): Promise<Explained> {
  const { queryPlanner, executionStats } = (await things
    .find(filter)
    .sort(sort)
    .limit(limit)
    .explain('executionStats')) as unknown as {
    queryPlanner: { winningPlan: Stage };
    executionStats: { totalKeysExamined: number; totalDocsExamined: number };
  };
  const top = queryPlanner.winningPlan;
  const fetch = top.stage === 'SORT' ? top.inputStage! : top;
  const scan = fetch.stage === 'FETCH' ? fetch.inputStage! : fetch;
  return {
    stage: scan.stage,
    ...(scan.indexName === undefined ? {} : { indexName: scan.indexName }),
    keys: executionStats.totalKeysExamined,
    docs: executionStats.totalDocsExamined,
    sorts: top.stage === 'SORT',
  };
}

async function fill(): Promise<void> {
  await things.insertMany(
    Array.from({ length: 300 }, (_, i) => ({
      _id: i as never,
      thread: `t${i % 3}`,
      state: i % 10 ? 'shown' : 'held',
      at: i,
      tags: [i % 7, 'x'],
    })),
  );
}

test('a page in order reads only as many keys as it shows', async () => {
  await things.createIndex({ thread: 1, state: 1, at: -1 });
  await fill();
  expect(await explain({ thread: 't1', state: 'shown' }, { at: -1 }, 20)).toEqual({
    stage: 'IXSCAN',
    indexName: 'thread_1_state_1_at_-1',
    keys: 20,
    docs: 20,
    sorts: false,
  });
  // What is passed over is counted by its keys.
  const further = things.find({ thread: 't1', state: 'shown' }).sort({ at: -1 }).skip(30).limit(20);
  expect(await further.explain('executionStats')).toMatchObject({
    executionStats: { nReturned: 20, totalKeysExamined: 50, totalDocsExamined: 20 },
  });
  // The other way round, behind a point in time, and over a list of states merged in order.
  expect(await explain({ thread: 't1', state: 'shown' }, { at: 1 }, 20)).toMatchObject({
    stage: 'IXSCAN',
    keys: 20,
    sorts: false,
  });
  expect(await explain({ thread: 't1', state: 'shown', at: { $lt: 100, $gte: 50 } }, { at: -1 })).toMatchObject({
    docs: 15,
    sorts: false,
  });
  const both = { thread: 't1', state: { $in: ['held', 'shown'] } };
  expect(await explain(both, { at: -1 }, 20)).toMatchObject({ stage: 'IXSCAN', keys: 20, sorts: false });
  expect((await things.find(both).sort({ at: -1 }).limit(5).toArray()).map(({ at }) => Number(at))).toEqual([
    298, 295, 292, 289, 286,
  ]);
  // The page behind a place, as it is asked for when many may share the same moment.
  const behind = { thread: 't1', state: 'shown', $or: [{ at: { $lt: 100 } }, { at: 100, _id: { $lt: 100 } }] };
  expect(await explain(behind, { at: -1 }, 5)).toMatchObject({ stage: 'IXSCAN', sorts: false, docs: 5 });
  expect(await explain({ state: 'shown' })).toMatchObject({ stage: 'COLLSCAN' });
  expect(await explain({ _id: 5 })).toMatchObject({ stage: 'IXSCAN', indexName: '_id_', docs: 1 });
});

test('a unique index refuses the second of two, and says which key', async () => {
  await things.createIndex({ site: 1, name: -1 }, { unique: true });
  await things.insertOne({ _id: 1 as never, site: 's', name: 'n' });
  const wanted = {
    code: 11000,
    codeName: 'DuplicateKey',
    keyPattern: { site: 1, name: -1 },
    keyValue: { site: 's', name: 'n' },
  };
  const { codeName: _codeName, ...inWrite } = wanted;
  expect(await errorOf(things.insertOne({ site: 's', name: 'n' }))).toMatchObject(inWrite);
  await things.insertOne({ _id: 2 as never, site: 's', name: 'm' });
  const error = await errorOf(things.updateOne({ _id: 2 as never }, { $set: { name: 'n' } }));
  expect(error).toMatchObject(inWrite);
  expect(error.message).toContain(
    `E11000 duplicate key error collection: tribune.${things.collectionName} index: site_1_name_-1 dup key: { site: "s", name: "n" }`,
  );
  expect(await errorOf(things.findOneAndUpdate({ _id: 2 as never }, { $set: { name: 'n' } }))).toMatchObject(wanted);
  expect(await errorOf(things.insertOne({ _id: 1 as never }))).toMatchObject({
    code: 11000,
    keyPattern: { _id: 1 },
    keyValue: { _id: 1 },
  });
  // The key is free again once its document is gone or has another.
  await things.updateOne({ _id: 1 as never }, { $set: { name: 'other' } });
  await things.insertOne({ site: 's', name: 'n' });
  expect(await store.db.command({ validate: things.collectionName })).toMatchObject({ valid: true });
});

test('one of many concurrent inserts of the same unique key wins', async () => {
  await things.createIndex({ key: 1 }, { unique: true, sparse: true });
  const results = await Promise.allSettled(
    Array.from({ length: 20 }, (_, by) => things.insertOne({ key: 'same', by })),
  );
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await things.insertMany([{ other: 1 }, { other: 2 }]);
  const upserts = Array.from({ length: 10 }, () =>
    things.updateOne({ key: 'up' }, { $inc: { n: 1 } }, { upsert: true }),
  );
  await Promise.all(upserts);
  expect(await things.findOne({ key: 'up' })).toMatchObject({ n: 10 });
});

test('a partial index holds and answers its part only', async () => {
  await things.createIndex({ at: 1 }, { partialFilterExpression: { state: 'held' }, name: 'held' });
  await things.createIndex({ slug: 1 }, { unique: true, partialFilterExpression: { live: true } });
  await fill();
  expect(await explain({ state: 'held' }, { at: 1 }, 5)).toMatchObject({
    stage: 'IXSCAN',
    indexName: 'held',
    keys: 5,
    sorts: false,
  });
  expect(await explain({ state: { $in: ['held', 'shown'] } }, { at: 1 })).toMatchObject({ stage: 'COLLSCAN' });
  expect(await things.countDocuments({ state: 'held', at: { $gte: 100 } })).toBe(20);
  await things.updateOne({ _id: 10 as never }, { $set: { state: 'shown' } });
  expect(await things.countDocuments({ state: 'held' })).toBe(29);
  await things.insertMany([
    { slug: 'a', live: false },
    { slug: 'a', live: true },
  ]);
  expect(await errorOf(things.insertOne({ slug: 'a', live: true }))).toMatchObject({ code: 11000 });
});

test('arrays are indexed by element', async () => {
  await things.createIndex({ tags: 1 });
  await fill();
  expect(await explain({ tags: 3 })).toMatchObject({ stage: 'IXSCAN', indexName: 'tags_1', docs: 43 });
  expect(await things.countDocuments({ tags: { $in: [1, 'x'] } })).toBe(300);
  expect(
    await errorOf(things.createIndex({ tags: 1, more: 1 }).then(() => things.insertOne({ tags: [1], more: [2] }))),
  ).toMatchObject({ code: 171 });
});

test('an index is built over what is there, or not at all', async () => {
  await things.insertMany(Array.from({ length: 1_500 }, (_, i) => ({ i, half: i >> 1 })));
  await things.createIndex({ i: 1 }, { unique: true });
  expect(await errorOf(things.createIndex({ half: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
  expect((await things.indexes()).map(({ name }) => name)).toEqual(['_id_', 'i_1']);
  expect(await store.db.command({ validate: things.collectionName })).toMatchObject({ valid: true });
  await things.createIndex({ i: 1 }, { unique: true });
  expect(await errorOf(things.createIndex({ i: 1 }))).toMatchObject({ code: 86 - 1 });
  await things.dropIndex('i_1');
  expect(await errorOf(things.dropIndex('i_1'))).toMatchObject({ code: 27, codeName: 'IndexNotFound' });
  expect(await explain({ i: 5 })).toMatchObject({ stage: 'COLLSCAN', docs: 1_500 });
});

test('long scans let other queries through', async () => {
  const text = 'x'.repeat(200);
  for (let i = 0; i < 20; i++) await things.insertMany(Array.from({ length: 1_000 }, () => ({ text })));
  let done = false;
  let answered = 0;
  const scan = things.countDocuments({ text: /nothing/ }).finally(() => (done = true));
  while (!done) {
    await store.db.command({ ping: 1 });
    if (!done) answered++;
  }
  expect(await scan).toBe(0);
  expect(answered).toBeGreaterThan(3);
  const hurried = things.countDocuments({ text: /nothing/ }, { maxTimeMS: 1 });
  expect(await errorOf(hurried)).toMatchObject({ code: 50, codeName: 'MaxTimeMSExpired' });
});
