import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Environment, keysBehind } from '../../services/embedded-mongo/store/lmdb.ts';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';
import { Random } from '../support/random.ts';

interface Thing {
  _id: number;
  state: string;
  n: number;
  code?: number;
}

let store: TestStore;
let things: ReturnType<typeof collection>;
const collection = (name: string) => store.db.collection<Thing>(name);
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());

async function fill(name: string, count: number): Promise<void> {
  things = collection(name);
  await things.createIndex({ state: 1, n: 1 });
  await things.createIndex({ code: 1 }, { unique: true, sparse: true });
  for (let from = 0; from < count; from += 5000)
    await things.insertMany(
      Array.from({ length: Math.min(5000, count - from) }, (_, i) => ({
        _id: from + i,
        state: stateOf(i),
        n: from + i,
      })),
    );
}

const EMPTY = Buffer.alloc(0);
const key = (n: number): Buffer => Buffer.from([0, 0, 0, 1, n >> 8, n & 255]);

/** The tables of a store, without a server over them. */
async function tables() {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-counts-'));
  const environment = new Environment(folder);
  const close = async (): Promise<void> => {
    await environment.close();
    await rm(folder, { recursive: true });
  };
  return { environment, close };
}

const stateOf = (i: number): string => (i % 3 === 0 ? 'closed' : 'open');
const OPEN = { state: 'open' };
/** By looking at the documents. */
const lookedAt = async (filter: object): Promise<number> =>
  (await things.find(filter, { projection: { _id: 1 }, hint: { $natural: 1 } }).toArray()).length;

test('a count that is asked for again is right whatever was written meanwhile, and what was refused', async () => {
  const random = new Random(7);
  await fill('small', 3000);
  let next = 3000;
  const some = (): number => random.below(next);
  const write = async (): Promise<unknown> => {
    switch (random.below(6)) {
      case 0:
        return things.updateOne({ _id: some() }, { $set: { state: random.pick(['open', 'closed']), n: some() } });
      case 1:
        return things.deleteOne({ _id: some() });
      case 2:
        return things.insertOne({ _id: next++, state: 'open', n: some() });
      case 3:
        return things.updateMany({ state: 'open', n: { $gte: next - 40 } }, { $set: { state: 'closed' } });
      case 4:
        return things.findOneAndUpdate({ _id: some() }, { $set: { state: 'open' } }, { upsert: true });
      default:
        // Some of these find their code taken, or their id.
        return things
          .bulkWrite(
            Array.from({ length: 5 }, () => ({
              updateOne: {
                filter: { _id: some() },
                update: { $set: { code: random.below(9), state: 'open' } },
                upsert: true,
              },
            })),
            { ordered: false },
          )
          .catch(() => undefined);
    }
  };
  const filters = [OPEN, { state: 'closed' }, { state: 'open', n: { $gte: 500 } }, { state: 'open', n: { $lt: 2000 } }];
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? things.countDocuments(random.pick(filters)) : write())),
    );
    for (const filter of filters)
      expect([round, filter, await things.countDocuments(filter)]).toEqual([round, filter, await lookedAt(filter)]);
  }
  await things.drop();
  expect(await things.countDocuments(OPEN)).toBe(0);
  await fill('small', 600);
  expect(await things.countDocuments(OPEN)).toBe(400);
});

test('what is written while they are counted is counted by where it is', async () => {
  const random = new Random(3);
  const { environment, close } = await tables();
  const { indexes } = environment;
  const range = { start: key(0), end: Buffer.from([0, 0, 0, 2]) };
  const write = (): void => {
    environment.write(() => {
      for (let i = 0; i < 40; i += 1) {
        if (random.chance(0.5)) indexes.put(key(random.below(5000)), EMPTY);
        else indexes.remove(key(random.below(5000)));
      }
    });
  };
  for (let i = 0; i < 50; i += 1) write();
  for (let round = 0; round < 100; round += 1) {
    // In leaps, as the command does; after each, somebody writes.
    let last = indexes.keyAfter(range, 9);
    if (last === undefined) throw new Error('too few');
    const counting = indexes.counts.begin(range, 10, last);
    for (let all: number | undefined; all === undefined;) {
      write();
      const rest = keysBehind(range, last);
      const leap = 1 + random.below(200);
      const next = indexes.keyAfter(rest, leap - 1);
      if (next === undefined) all = counting.done(indexes.count(rest));
      else {
        counting.counted(leap, next);
        last = next;
      }
    }
    expect([round, indexes.counts.of(range)]).toEqual([round, indexes.count(range)]);
  }
  await close();
});

test('a transaction that is rolled back makes a count unknown; a key that is there, or was not, changes none', async () => {
  const { environment, close } = await tables();
  const { indexes } = environment;
  const range = { start: key(0), end: Buffer.from([0, 0, 0, 2]) };
  environment.write(() => [1, 2, 3, 4].forEach((n) => indexes.put(key(n), EMPTY)));
  const count = (): number | undefined => indexes.counts.of(range);
  const countAnew = (): void => {
    indexes.counts.begin(range, 1, key(1)).done(indexes.count({ ...range, start: key(2) }));
  };
  expect(count()).toBe(undefined);
  countAnew();
  environment.write(() => {
    indexes.put(key(4), EMPTY);
    indexes.put(key(9), EMPTY);
    indexes.remove(key(7));
    indexes.remove(key(9));
    indexes.remove(key(2));
    indexes.put(key(2), EMPTY);
    indexes.put(Buffer.from([0, 0, 0, 2]), EMPTY);
    indexes.put(Buffer.from([0, 0, 0, 0, 0, 9]), EMPTY);
  });
  expect(count()).toBe(4);
  const failing = (): never =>
    environment.write(() => {
      indexes.put(key(8), EMPTY);
      throw new Error('rolled back');
    });
  const unfinished = indexes.counts.begin(range, 1, key(1));
  expect(failing).toThrow('rolled back');
  expect(count()).toBe(undefined);
  // What was being counted is not believed either.
  unfinished.done(3);
  expect(count()).toBe(undefined);
  countAnew();
  expect(count()).toBe(4);
  const abandoned = indexes.counts.begin(range, 1, key(1));
  abandoned.abandon();
  expect(count()).toBe(4);
  // The ones asked for least recently make room.
  for (let n = 0; n < 64; n += 1) indexes.counts.begin({ start: key(n + 10), end: range.end }, 0, key(n + 10)).done(0);
  expect(count()).toBe(undefined);
  await close();
});
