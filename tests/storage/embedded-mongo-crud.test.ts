import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { bootEmbedded, errorOf, type TestStore } from '../support/embedded-store.ts';

const { Long, Decimal128, ObjectId, Double, Int32, Binary, UUID } = mongoose.mongo;

type Doc = { _id: unknown } & Record<string, unknown>;

let store: TestStore;
let things: ReturnType<TestStore['db']['collection']> & { readonly collectionName: string };
let count = 0;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());
beforeEach(() => {
  things = store.db.collection(`things${count++}`);
});

async function updated(
  doc: Record<string, unknown>,
  update: Record<string, unknown>,
  options = {},
  filter = {},
): Promise<Doc> {
  await things.deleteMany({});
  await things.insertOne({ _id: 1 as never, ...doc });
  await things.updateOne({ _id: 1 as never, ...filter }, update, options);
  const { _id, ...rest } = (await things.findOne({ _id: 1 as never }, { promoteValues: true })) as Doc;
  expect(_id).toBe(1);
  return rest as Doc;
}

describe('documents', () => {
  test('come back as they went in, every type', async () => {
    const doc = {
      _id: new ObjectId(),
      text: 'é\u0000x',
      long: Long.fromBigInt(9_007_199_254_740_993n),
      decimal: Decimal128.fromString('1.50'),
      double: new Double(5),
      int: new Int32(5),
      date: new Date(-1),
      bytes: new Binary(Buffer.from([1, 2, 3])),
      uuid: new UUID('00112233-4455-6677-8899-aabbccddeeff'),
      pattern: /^a/i,
      list: [1, [2, { z: null }]],
      '10': 'ten',
      '2': 'two',
      __proto__x: true,
    };
    await things.insertOne(doc);
    const found = await things.findOne(
      { _id: doc._id },
      { promoteValues: false, promoteLongs: false, bsonRegExp: false },
    );
    expect(mongoose.mongo.BSON.serialize(found!)).toEqual(mongoose.mongo.BSON.serialize(doc));
  });

  test('keep their field order, and _id goes to the front', async () => {
    await store.db.command({ insert: things.collectionName, documents: [{ b: 1, _id: 'x', a: 2 }] });
    expect(Object.keys((await things.findOne({}))!)).toEqual(['_id', 'b', 'a']);
  });

  test('of more than 16 MB and bad _ids are refused', async () => {
    expect(await errorOf(things.insertOne({ _id: [1] as never }))).toMatchObject({ code: 53 });
    expect(await errorOf(things.insertOne({ _id: /x/ as never }))).toMatchObject({ code: 53 });
    const long = 'x'.repeat(17 * 1024 * 1024);
    await expect(things.insertOne({ long })).rejects.toThrow();
    expect(await errorOf(things.insertOne({ _id: 'k'.repeat(3_000) as never }))).toMatchObject({ code: 17280 });
  });

  test('in an unordered batch stand or fall one by one, in an ordered one up to the first failure', async () => {
    const batch = [{ _id: 1 }, { _id: 1 }, { _id: 2 }] as never[];
    const ordered = await errorOf(things.insertMany(batch));
    expect(ordered).toMatchObject({ code: 11000, insertedCount: 1 });
    const unordered = await errorOf(
      things.insertMany([{ _id: 1 }, { _id: 3 }, { _id: 4 }] as never[], { ordered: false }),
    );
    expect(unordered).toMatchObject({ code: 11000, insertedCount: 2 });
    expect(await things.countDocuments()).toBe(3);
  });

  test('are read in batches, and a killed cursor is gone', async () => {
    await things.insertMany(Array.from({ length: 500 }, (_, i) => ({ _id: i as never, i })));
    const cursor = things.find({}, { batchSize: 7 });
    expect((await cursor.toArray()).map(({ i }) => Number(i))).toEqual(Array.from({ length: 500 }, (_, i) => i));
    const open = await store.db.command({ find: things.collectionName, batchSize: 2 });
    const { id } = open['cursor'] as { id: unknown };
    expect(await store.db.command({ killCursors: things.collectionName, cursors: [id] })).toMatchObject({
      cursorsKilled: [id],
    });
    expect(await errorOf(store.db.command({ getMore: id, collection: things.collectionName }))).toMatchObject({
      code: 43,
    });
  });
});

describe('update operators', () => {
  const cases: [string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown>][] = [
    ['$set', { a: 1 }, { $set: { 'b.c': 2, a: 'x' } }, { a: 'x', b: { c: 2 } }],
    ['$set in an array', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    [
      '$unset',
      { a: 1, b: [1, 2], c: { d: 1, e: 2 } },
      { $unset: { a: '', 'b.0': '', 'c.d': '', z: '' } },
      { b: [null, 2], c: { e: 2 } },
    ],
    ['$inc and $mul', { a: 1, b: 2.5 }, { $inc: { a: 2, n: 5 }, $mul: { b: 2, m: 3 } }, { a: 3, b: 5, m: 0, n: 5 }],
    ['$min and $max', { a: 5, b: 5, c: 5 }, { $min: { a: 3, d: 1 }, $max: { b: 9, c: 4 } }, { a: 3, b: 9, c: 5, d: 1 }],
    ['$rename', { a: 1, b: { c: 2 } }, { $rename: { a: 'x.y', 'b.c': 'z' } }, { b: {}, x: { y: 1 }, z: 2 }],
    ['$push', { a: [1] }, { $push: { a: 2, b: 1 } }, { a: [1, 2], b: [1] }],
    [
      '$push with modifiers',
      { a: [3, 1] },
      { $push: { a: { $each: [2, 9], $sort: -1, $slice: 3 } } },
      { a: [9, 3, 2] },
    ],
    ['$push at a position', { a: [1, 2] }, { $push: { a: { $each: [8, 9], $position: 1 } } }, { a: [1, 8, 9, 2] }],
    [
      '$push sorted by a field',
      { a: [{ n: 2 }] },
      { $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 } } } },
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['$addToSet', { a: [1, 2] }, { $addToSet: { a: { $each: [2, 3, 3] } } }, { a: [1, 2, 3] }],
    [
      '$pull',
      { a: [1, 5, 9], b: [{ n: 1, m: 1 }, { n: 2 }] },
      { $pull: { a: { $gt: 4 }, b: { n: 1 } } },
      { a: [1], b: [{ n: 2 }] },
    ],
    [
      '$pullAll and $pop',
      { a: [1, 2, 1], b: [1, 2], c: [1, 2] },
      { $pullAll: { a: [1] }, $pop: { b: 1, c: -1 } },
      { a: [2], b: [1], c: [2] },
    ],
    ['$bit', { a: 13 }, { $bit: { a: { and: 10 }, b: { or: 5 } } }, { a: 8, b: 5 }],
    [
      '$[]',
      { a: [1, 2], b: [{ n: 1 }, { n: 2 }] },
      { $inc: { 'a.$[]': 1, 'b.$[].n': 10 } },
      { a: [2, 3], b: [{ n: 11 }, { n: 12 }] },
    ],
    ['a replacement of part', { a: { b: 1 } }, { $set: { a: { c: 1 } } }, { a: { c: 1 } }],
    ['$setOnInsert when it exists', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
  ];
  test.each(cases)('%s', async (_name, doc, update, wanted) => {
    expect(await updated(doc, update)).toEqual(wanted);
  });

  test('positional and with array filters', async () => {
    expect(await updated({ a: [1, 2, 3] }, { $set: { 'a.$': 9 } }, {}, { a: 2 })).toEqual({ a: [1, 9, 3] });
    const rows = {
      a: [
        { k: 'x', n: 1 },
        { k: 'y', n: 1 },
      ],
    };
    expect(await updated(rows, { $inc: { 'a.$.n': 1 } }, {}, { a: { $elemMatch: { k: 'y' } } })).toEqual({
      a: [
        { k: 'x', n: 1 },
        { k: 'y', n: 2 },
      ],
    });
    const filters = { arrayFilters: [{ 'e.k': 'x' }] };
    expect(await updated(rows, { $set: { 'a.$[e].n': 7 } }, filters)).toEqual({
      a: [
        { k: 'x', n: 7 },
        { k: 'y', n: 1 },
      ],
    });
  });

  test('keep number types', async () => {
    await things.insertOne({
      _id: 1 as never,
      int: new Int32(2_147_483_647),
      long: Long.fromNumber(1),
      dec: Decimal128.fromString('0.1'),
    });
    await things.updateOne({}, { $inc: { int: 1, long: 1, dec: new Double(0.2) } });
    const raw = await things.findOne({}, { promoteValues: false });
    expect(raw).toMatchObject({ int: Long.fromNumber(2_147_483_648), long: Long.fromNumber(2) });
    expect(String(raw!['dec'])).toBe('0.3');
  });

  test('$currentDate, replacement, upsert and pipelines', async () => {
    await things.updateOne(
      { _id: 1 as never, 'a.b': 5 },
      { $currentDate: { at: true }, $setOnInsert: { first: true } },
      { upsert: true },
    );
    const inserted = await things.findOne({});
    expect(inserted).toEqual({ _id: 1, a: { b: 5 }, first: true, at: expect.any(Date) });
    const replaced = await things.replaceOne({ x: 1 }, { y: 2 }, { upsert: true });
    expect(replaced.upsertedCount).toBe(1);
    expect(await things.findOne({ _id: replaced.upsertedId! })).toEqual({ _id: replaced.upsertedId, y: 2 });
    await things.updateOne({ _id: 1 as never }, [{ $set: { sum: { $add: ['$a.b', 1] } } }, { $unset: 'first' }]);
    expect(await things.findOne({ _id: 1 as never })).toMatchObject({ sum: 6, a: { b: 5 } });
    expect(await things.findOne({ _id: 1 as never })).not.toHaveProperty('first');
  });

  test('array filters choose before the first change, and two changes never meet in one element', async () => {
    const doc = { _id: 1 as never, list: [{ x: 1 }, { x: 2 }] };
    await things.insertOne(doc);
    const arrayFilters = [{ 'one.x': 1 }, { 'two.x': 2 }];
    const asked = { $set: { 'list.$[one].x': 2 }, $inc: { 'list.$[two].n': 5 } };
    await things.updateOne({}, asked, { arrayFilters });
    expect(await things.findOne({})).toEqual({ ...doc, list: [{ x: 2 }, { x: 2, n: 5 }] });
    const meeting = { $set: { 'list.$[].x': 3, 'list.$[two].x': 4 } };
    expect(await errorOf(things.updateOne({}, meeting, { arrayFilters: [{ 'two.x': 2 }] }))).toMatchObject({
      code: 40,
    });
    await things.updateOne({}, meeting, { arrayFilters: [{ 'two.x': 9 }] });
    expect(await things.findOne({})).toEqual({ ...doc, list: [{ x: 3 }, { x: 3, n: 5 }] });
  });

  const refused: [string, Record<string, unknown>, number][] = [
    ['a conflict', { $set: { a: 1 }, $inc: { 'a.b': 1 } }, 40],
    ['an array and an object in one', { $set: { 'list.$[].x': 1 }, $inc: { 'list.x': 1 } }, 40],
    ['a changed _id', { $set: { _id: 2 } }, 66],
    ['$inc of a string', { $inc: { text: 1 } }, 14],
    ['$push on a number', { $push: { n: 1 } }, 2],
    ['a path through a number', { $set: { 'n.x': 1 } }, 28],
    ['an unknown operator', { $frobnicate: { a: 1 } }, 9],
    ['a missing array filter', { $set: { 'list.$[e]': 1 } }, 2],
    ['a positional operator without a match', { $set: { 'list.$': 1 } }, 2],
    ['an empty path', { $set: { '': 1 } }, 56],
    ['$pop by 2', { $pop: { list: 2 } }, 9],
  ];
  test.each(refused)('%s is refused and changes nothing', async (_name, update, code) => {
    const doc = { _id: 1 as never, text: 'x', n: 1, list: [1] };
    await things.insertOne(doc);
    expect(await errorOf(things.updateOne({ _id: 1 as never }, update))).toMatchObject({ code });
    expect(await things.findOne({})).toEqual(doc);
  });
});

describe('findAndModify', () => {
  test('gives the document before or after, in the order asked for', async () => {
    await things.insertMany([{ n: 1 }, { n: 3 }, { n: 2 }]);
    expect(await things.findOneAndUpdate({}, { $set: { taken: true } }, { sort: { n: -1 } })).toMatchObject({ n: 3 });
    expect(
      await things.findOneAndUpdate({ n: 1 }, { $inc: { n: 10 } }, { returnDocument: 'after', projection: { _id: 0 } }),
    ).toEqual({ n: 11 });
    expect(await things.findOneAndDelete({ n: 2 })).toMatchObject({ n: 2 });
    expect(await things.findOneAndUpdate({ n: 99 }, { $set: { x: 1 } })).toBeNull();
    expect(
      await things.findOneAndReplace({ n: 50 }, { m: 1 }, { upsert: true, returnDocument: 'after' }),
    ).toMatchObject({ m: 1 });
  });

  test('lets exactly one of many win', async () => {
    await things.createIndex({ state: 1, at: 1 });
    for (let round = 0; round < 5; round++) {
      await things.insertOne({ _id: round as never, state: 'open', version: 1, by: null });
      const claims = Array.from({ length: 24 }, (_, by) =>
        things.findOneAndUpdate(
          { _id: round as never, state: 'open', version: 1 },
          { $set: { by, state: 'taken' }, $inc: { version: 1 } },
        ),
      );
      const winners = (await Promise.all(claims)).filter((doc) => doc !== null);
      expect(winners).toHaveLength(1);
      expect(await things.findOne({ _id: round as never })).toMatchObject({ state: 'taken', version: 2 });
    }
  });

  test('hands out each document of a queue once', async () => {
    await things.createIndex({ state: 1, n: 1 });
    await things.insertMany(Array.from({ length: 60 }, (_, n) => ({ n, state: 'waiting' })));
    const worker = async (): Promise<number[]> => {
      const taken: number[] = [];
      for (;;) {
        const doc = await things.findOneAndUpdate(
          { state: 'waiting' },
          { $set: { state: 'done' } },
          { sort: { n: 1 } },
        );
        if (doc === null) return taken;
        taken.push(Number(doc['n']));
      }
    };
    const taken = (await Promise.all(Array.from({ length: 8 }, worker))).flat();
    expect(taken.sort((left, right) => left - right)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });
});

describe('counting and grouping', () => {
  test('aggregate, distinct, counts', async () => {
    await things.insertMany(
      Array.from({ length: 20 }, (_, i) => ({ _id: i as never, k: i % 3, tags: ['a', `t${i % 2}`], v: i })),
    );
    const stages = [
      { $match: { v: { $gte: 5 } } },
      { $group: { _id: '$k', n: { $sum: 1 }, sum: { $sum: '$v' }, max: { $max: '$v' }, avg: { $avg: '$v' } } },
      { $sort: { _id: 1 } },
    ];
    expect(await things.aggregate(stages).toArray()).toEqual([
      { _id: 0, n: 5, sum: 60, max: 18, avg: 12 },
      { _id: 1, n: 5, sum: 65, max: 19, avg: 13 },
      { _id: 2, n: 5, sum: 55, max: 17, avg: 11 },
    ]);
    const unwound = [{ $unwind: '$tags' }, { $sortByCount: '$tags' }, { $limit: 1 }];
    expect(await things.aggregate(unwound).toArray()).toEqual([{ _id: 'a', count: 20 }]);
    expect(await things.aggregate([{ $match: { k: 1 } }, { $count: 'n' }]).toArray()).toEqual([{ n: 7 }]);
    expect(
      await things
        .aggregate([{ $match: { _id: 3 } }, { $project: { _id: 0, twice: { $multiply: ['$v', 2] } } }])
        .toArray(),
    ).toEqual([{ twice: 6 }]);
    expect(await things.distinct('tags', { v: { $lt: 3 } })).toEqual(['a', 't0', 't1']);
    expect(await things.countDocuments({ k: 1 }, { skip: 2, limit: 3 })).toBe(3);
    expect(await things.estimatedDocumentCount()).toBe(20);
    expect(await things.countDocuments({ $expr: { $gt: ['$v', 17] } })).toBe(2);
  });
});

describe('what is not there is refused', () => {
  const commands: [Record<string, unknown>, number, string][] = [
    [{ frobnicate: 1 }, 59, 'CommandNotFound'],
    [{ find: 'x', frobnicate: 1 }, 40415, 'Location40415'],
    [{ find: 'x', filter: { a: { $frobnicate: 1 } } }, 2, 'BadValue'],
    [{ find: 'x', filter: { $frobnicate: 1 } }, 2, 'BadValue'],
    [{ find: 'x', filter: 5 }, 14, 'TypeMismatch'],
    [{ find: 'x', collation: { locale: 'fr' } }, 238, 'NotImplemented'],
    [{ find: 'x', txnNumber: Long.fromNumber(1) }, 20, 'IllegalOperation'],
    [{ aggregate: 'x', pipeline: [{ $frobnicate: 1 }], cursor: {} }, 40324, 'Location40324'],
    [{ aggregate: 'x', pipeline: [{ $out: 'y' }], cursor: {} }, 238, 'NotImplemented'],
    [
      { aggregate: 'x', pipeline: [{ $project: { a: { $frobnicate: 1 } } }], cursor: {} },
      168,
      'InvalidPipelineOperator',
    ],
    [{ createIndexes: 'x', indexes: [{ key: { a: 'text' }, name: 't' }] }, 67, 'CannotCreateIndex'],
    [
      { createIndexes: 'x', indexes: [{ key: { a: 1 }, name: 'a', frobnicate: 1 }] },
      197,
      'InvalidIndexSpecificationOption',
    ],
    [{ find: 'x', let: { a: '$b' } }, 4890500, 'Location4890500'],
    [{ dropIndexes: 'absent', index: 'a' }, 26, 'NamespaceNotFound'],
    [{ create: 'x', capped: true, size: 1 }, 238, 'NotImplemented'],
    [{ update: 'x', updates: [{ q: {}, u: { $set: { a: 1 } }, frobnicate: 1 }] }, 40415, 'Location40415'],
  ];
  test.each(commands)('%j', async (command, code, codeName) => {
    const error = await errorOf(
      store.db.command(command).then((reply) => {
        // Writes report a failed statement inside a successful reply.
        const [first] = (reply['writeErrors'] ?? []) as Record<string, unknown>[];
        if (first !== undefined) throw Object.assign(new Error('failed'), first);
      }),
    );
    expect(error).toMatchObject({ code, codeName });
  });

  test('transactions fail loudly', async () => {
    const session = store.client.startSession();
    await expect(session.withTransaction(() => things.insertOne({}, { session }))).rejects.toThrow(
      /retryable writes|Transaction numbers/,
    );
    await session.endSession();
    expect(await things.countDocuments()).toBe(0);
  });
});
