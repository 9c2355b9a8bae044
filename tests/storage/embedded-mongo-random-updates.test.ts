import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';
import { Random } from '../support/random.ts';
import { document, filter, indexes, scalar } from '../support/random-queries.ts';
import { type RandomUpdate, update as randomUpdate } from '../support/random-updates.ts';
import { type Doc, matches } from '../support/reference-matcher.ts';
import { Refused, update } from '../support/reference-update.ts';
import { Unsure } from '../support/reference-values.ts';
import { sideBySide } from '../support/side-by-side.ts';

const { EJSON, serialize, deserialize } = mongoose.mongo.BSON;
const SEED = Number(process.env['SEED'] ?? 1);
const ROUNDS = Number(process.env['ROUNDS'] ?? 2);
const UPDATES = Number(process.env['UPDATES'] ?? 500);
const TYPED = { promoteValues: false, promoteLongs: false };

let store: TestStore;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());

type Collection = ReturnType<TestStore['db']['collection']>;

/** Types and the order of fields count. */
const text = (doc: unknown): string => EJSON.stringify(doc, { relaxed: false });
const typed = (doc: Doc): Doc => deserialize(serialize(doc), TYPED);

function expected(
  doc: Doc,
  { changes, arrayFilters }: RandomUpdate,
  position: number | undefined,
): Doc | number | undefined {
  try {
    return typed(update(doc, changes, { ...(arrayFilters === undefined ? {} : { arrayFilters }), position }));
  } catch (error) {
    if (error instanceof Refused) return error.code;
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

async function outcome(
  collection: Collection,
  query: Doc,
  { changes, arrayFilters }: RandomUpdate,
): Promise<Doc | number> {
  const options = {
    returnDocument: 'after' as const,
    ...TYPED,
    ...(arrayFilters === undefined ? {} : { arrayFilters: [...arrayFilters] }),
  };
  try {
    return (await collection.findOneAndUpdate(query, changes, options)) as Doc;
  } catch (error) {
    const { code } = error as { code?: number };
    if (code === undefined) throw error;
    // Read with types kept, the code is an Int32.
    return Number(code);
  }
}

/** Turns `a.x` into `a.$.x` now and then, with a query that says which element is meant. */
function positional(
  random: Random,
  doc: Doc,
  asked: RandomUpdate,
): { query: Doc; asked: RandomUpdate; position?: number } {
  const query = { _id: doc['_id'] };
  const list = doc['c'];
  if (!random.chance(0.15) || !Array.isArray(list) || list.length === 0) return { query, asked };
  const sought = random.pick<unknown>([scalar(random), list.at(-1)]);
  const position = list.findIndex((element) => matches({ c: [element] }, { c: sought }));
  if (position < 0 || Array.isArray(sought)) return { query, asked };
  return {
    query: { ...query, c: sought },
    asked: { changes: { $set: { 'c.$': 7 } }, arrayFilters: undefined },
    position,
  };
}

test(`random updates agree with a reference, with and without indexes (SEED=${SEED})`, async () => {
  await sideBySide(ROUNDS, 4, async (round) => {
    const random = new Random(SEED + round);
    const [plain, indexed] = [store.db.collection(`plain${round}`), store.db.collection(`indexed${round}`)];
    for (const { key, options } of indexes(random)) await indexed.createIndex(key, options);
    const docs = new Map<number, Doc>();
    for (let i = 0; i < UPDATES; i++) {
      const id = random.below(20);
      const doc = docs.get(id) ?? typed(document(random, id));
      if (!docs.has(id)) {
        await plain.insertOne(doc);
        // Two arrays side by side cannot be indexed together: such documents stay out of the indexed collection.
        await indexed
          .insertOne(doc as { _id: never })
          .catch((error: { code?: number }) => expect(error.code).toBe(171));
        docs.set(id, doc);
      }
      const { query, asked, position } = positional(random, doc, randomUpdate(random));
      const wanted = expected(doc, asked, position);
      const found = await outcome(plain, query, asked);
      const about = { seed: SEED + round, i, doc, query, asked };
      if (wanted !== undefined && text(found) !== text(wanted)) throw new Error(text({ ...about, found, wanted }));
      if (typeof found === 'object') docs.set(id, found);
      const other =
        (await indexed.findOne({ _id: id as never })) === null ? null : await outcome(indexed, query, asked);
      if (other === 171 || other === null) await indexed.deleteOne({ _id: id as never });
      else if (text(other) !== text(found)) throw new Error(text({ ...about, found, indexed: other }));
    }
    expect(text(await plain.find({}, TYPED).sort({ _id: 1 }).toArray())).toBe(
      text([...docs.values()].sort((left, right) => Number(left['_id']) - Number(right['_id']))),
    );
    expect(await store.db.command({ validate: indexed.collectionName })).toMatchObject({ valid: true, errors: [] });
  });
});

test(`random multi-updates and deletes find what a reference finds (SEED=${SEED})`, async () => {
  const random = new Random(SEED);
  const collection = store.db.collection('many');
  for (const { key, options } of indexes(random)) await collection.createIndex(key, options).catch(() => undefined);
  for (let i = 0; i < UPDATES / 5; i++) {
    await collection.deleteMany({});
    const docs = Array.from({ length: 12 }, (_, id) => document(random, id));
    const inserted = await collection.insertMany(docs as never[], { ordered: false }).catch((error: unknown) => {
      return (error as { result: { insertedIds: Record<number, unknown> } }).result;
    });
    const there = new Set(Object.values(inserted.insertedIds));
    const query = filter(random);
    const present = docs.filter((doc) => there.has(doc['_id']));
    const hits = present.filter((doc) => matches(doc, query)).map((doc) => doc['_id']);
    const { matchedCount } = await collection.updateMany(query, { $set: { mark: i } });
    const marked = (await collection.find({ mark: i }).sort({ _id: 1 }).toArray()).map(({ _id }) => _id as unknown);
    const about = { seed: SEED, i, query };
    expect({ ...about, marked, matchedCount }).toEqual({ ...about, marked: hits, matchedCount: hits.length });
    expect({ ...about, deleted: (await collection.deleteMany(query)).deletedCount }).toEqual({
      ...about,
      deleted: hits.length,
    });
  }
});
