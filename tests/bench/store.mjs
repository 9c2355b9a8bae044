// The embedded store under Mongoose, beside raw LMDB, at growing sizes: `npm run bench:store`, or with other sizes
// `npm run bench:store -- --sizes=10000,100000`. Growth should be flat.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { startStore } from '../../dist/services/embedded-mongo/child.js';
import { documentValue } from '../../dist/services/embedded-mongo/bson/raw.js';
import { fromObject } from '../../dist/services/embedded-mongo/bson/writer.js';
import { findSource } from '../../dist/services/embedded-mongo/commands/find.js';
import { TimeBudget } from '../../dist/services/embedded-mongo/query/budget.js';
import { docKeyIn } from '../../dist/services/embedded-mongo/store/secondary-index.js';
import { Store } from '../../dist/services/embedded-mongo/store/store.js';
import { median, memoryMb, percentile, ROOT } from './measure.mjs';

const sizes = (/--sizes=(\S+)/.exec(process.argv.join(' '))?.[1] ?? '10000,100000,1000000').split(',').map(Number);
const [CLIENTS, PAGE, THREADS, ROUNDS, STRETCH_MS] = [16, 20, 500, 3, 3_000];
const ENTRY = join(ROOT, 'dist/bin/embedded-mongo.js');
const SORT = { createdAt: -1, _id: -1 };
const fail = (error) => {
  console.error(error);
  process.exit(1);
};
const quiet = { info: () => undefined, warn: () => undefined, error: fail };
const schema = new mongoose.Schema(
  { _id: String, thread: String, createdAt: Date, v: Number, key: String, text: String },
  { versionKey: false },
);
schema.index({ thread: 1, ...SORT });
schema.index({ key: 1 }, { unique: true });

const rowOf = (i) => ({
  _id: `row-${i}`,
  thread: `thread-${i % THREADS}`,
  createdAt: new Date(1_700_000_000_000 + i * 1000),
  v: 1,
  key: `key-${i}`,
  text: `Le conseil a voté lundi soir la rénovation de la halle, après deux heures de débat (${i}). `.repeat(4),
});
let serial = 0;
const fresh = () => rowOf(10_000_000 + serial++);

/** Calls per second of so many callers, each with the next call after an answer; the median of the rounds. */
async function rate(callers, call) {
  const stretch = async (ms) => {
    const end = performance.now() + ms;
    let done = 0;
    const one = async () => {
      for (; performance.now() < end; done++) await call();
    };
    const started = performance.now();
    await Promise.all(Array.from({ length: callers }, one));
    return done / ((performance.now() - started) / 1000);
  };
  await stretch(1_000);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await stretch(STRETCH_MS));
  return Math.round(median(rounds));
}

async function load(Row, size) {
  const started = performance.now();
  for (let i = 0; i < size; i += 1_000) {
    const rows = Array.from({ length: Math.min(1_000, size - i) }, (_, k) => rowOf(i + k));
    await Row.collection.insertMany(rows, { ordered: false });
    if (process.stderr.isTTY) process.stderr.write(`\r${i + rows.length} of ${size} documents`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  return (performance.now() - started) / 1000;
}

/** The longest anybody waits for one document while others ask for something long. */
async function longestWait(Row, size) {
  let over = false;
  const waits = [];
  const asking = (async () => {
    while (!over) {
      const started = performance.now();
      await Row.findById(`row-${Math.floor(Math.random() * size)}`).lean();
      waits.push(performance.now() - started);
    }
  })();
  await Row.countDocuments({ text: /nowhere to be found/ });
  await Row.aggregate([{ $group: { _id: '$thread', n: { $sum: 1 } } }]);
  over = true;
  await asking;
  return { max: Math.max(...waits), p99: percentile(waits, 0.99) };
}

/** A page from the engine and from LMDB by hand, in this process, microseconds each; in turns, medians. */
async function pages(path, size) {
  const store = new Store(path, fail);
  const collection = store.find('bench.rows');
  const index = collection.indexes.find(({ name }) => name.startsWith('thread_1'));
  const [sort] = [documentValue(fromObject(SORT))];
  const filters = Array.from({ length: THREADS }, (_, i) => documentValue(fromObject({ thread: `thread-${i}` })));
  const engine = async (i) => {
    const docs = [];
    const question = { filter: filters[i % THREADS], sort, limit: PAGE, budget: new TimeBudget(undefined) };
    await findSource(store, 'bench.rows', question).pull((doc) => docs.push(doc) > 0);
    if (docs.length !== PAGE) throw new Error(`a page of ${docs.length}`);
  };
  const { choosePlan } = await import('../../dist/services/embedded-mongo/query/choose.js');
  const { filterOf } = await import('../../dist/services/embedded-mongo/commands/find.js');
  const { parseSort } = await import('../../dist/services/embedded-mongo/query/sort.js');
  const ranges = filters.map(
    (filter) =>
      choosePlan(store, collection, { filter: filterOf(filter), sort: parseSort(sort), limit: PAGE }).stretches[0],
  );
  const raw = async (i) => {
    const docs = [];
    const keys = store.environment.indexes.keys(ranges[i % THREADS], false, PAGE);
    for (let next = keys.next(); next.done !== true; next = keys.next())
      docs.push(store.environment.documents.get(Buffer.concat([collection.prefix, docKeyIn(next.value)])));
    if (docs.length !== PAGE || index === undefined) throw new Error(`a page of ${docs.length}`);
  };
  const time = async (work, count) => {
    const started = performance.now();
    for (let i = 0; i < count; i++) await work(i);
    return ((performance.now() - started) * 1000) / count;
  };
  const [byEngine, byHand] = [[], []];
  await time(engine, 2_000);
  await time(raw, 2_000);
  for (let i = 0; i < 9; i++) {
    byHand.push(await time(raw, 2_000));
    byEngine.push(await time(engine, 2_000));
  }
  // What one durable transaction costs, alone and with as many writes in it as there are clients.
  const put = (n) => {
    const started = performance.now();
    for (let i = 0; i < 200; i++)
      store.environment.write(() => {
        for (let k = 0; k < n; k++) store.environment.documents.put(Buffer.from(`floor-${i}-${k}`), Buffer.alloc(500));
      });
    return Math.round((200 * n * 1000) / (performance.now() - started));
  };
  const floors = { alone: put(1), together: put(CLIENTS) };
  await store.close();
  return { engine: median(byEngine), raw: median(byHand), floors, size };
}

async function measure(size) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-store-'));
  const path = join(folder, 'store');
  let child = await startStore({ path, entry: ENTRY, log: quiet });
  const connect = () =>
    mongoose.createConnection(child.uri.replace(/\/[^/]*$/, '/bench'), { maxPoolSize: 32 }).asPromise();
  let connection = await connect();
  let Row = connection.model('Row', schema, 'rows');
  await Row.createIndexes();
  const loading = await load(Row, size);
  await connection.close();
  await child.stop();
  const opening = performance.now();
  child = await startStore({ path, entry: ENTRY, log: quiet });
  const opened = performance.now() - opening;
  connection = await connect();
  Row = connection.model('Row', schema, 'rows');
  const any = () => Math.floor(Math.random() * size);
  const page = () =>
    Row.find({ thread: `thread-${any() % THREADS}` })
      .sort(SORT)
      .limit(PAGE)
      .lean();
  const update = async () => {
    const _id = `row-${any()}`;
    await Row.findOneAndUpdate({ _id, v: { $gte: 1 } }, { $inc: { v: 1 } }, { returnDocument: 'after' }).lean();
  };
  const insert = () => Row.collection.insertOne(fresh());
  const row = {
    'page of 20, 1 client /s': await rate(1, page),
    [`page of 20, ${CLIENTS} clients /s`]: await rate(CLIENTS, page),
    [`durable insert, ${CLIENTS} clients /s`]: await rate(CLIENTS, insert),
    [`guarded update, ${CLIENTS} clients /s`]: await rate(CLIENTS, update),
  };
  const wait = await longestWait(Row, size);
  const memory = memoryMb([child.pid]);
  await connection.close();
  await child.stop();
  const { engine, raw, floors } = await pages(path, size);
  rmSync(folder, { recursive: true, force: true });
  return {
    ...row,
    'raw LMDB durable puts, alone /s': floors.alone,
    [`raw LMDB durable puts, ${CLIENTS} a commit /s`]: floors.together,
    'engine page µs': engine.toFixed(1),
    'raw LMDB page µs': raw.toFixed(1),
    'engine against raw': `${Math.round((100 * raw) / engine)} %`,
    'longest wait beside long reads ms': wait.max.toFixed(0),
    'the same, p99 ms': wait.p99.toFixed(1),
    'open ms': opened.toFixed(0),
    'anonymous memory MiB': memory.anonymous.toFixed(0),
    'loaded at /s': Math.round(size / loading),
  };
}

const columns = {};
for (const size of sizes) columns[size.toLocaleString('en')] = await measure(size);
const names = Object.keys(Object.values(columns)[0]);
console.table(
  Object.fromEntries(
    names.map((name) => [name, Object.fromEntries(Object.entries(columns).map(([size, row]) => [size, row[name]]))]),
  ),
);
