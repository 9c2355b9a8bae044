import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';
import { Random } from '../support/random.ts';
import { document, filter, indexes, sortOrder } from '../support/random-queries.ts';
import { type Doc, matches, sort } from '../support/reference-matcher.ts';
import { sideBySide } from '../support/side-by-side.ts';

const { EJSON } = mongoose.mongo.BSON;
const SEED = Number(process.env['SEED'] ?? 1);
const ROUNDS = Number(process.env['ROUNDS'] ?? 2);
const QUERIES = Number(process.env['QUERIES'] ?? 120);

let store: TestStore;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());

async function fill(random: Random, round: number): Promise<{ docs: Doc[]; name: string }> {
  const name = `round${round}`;
  const collection = store.db.collection<{ _id: number }>(name);
  const specs = indexes(random);
  // Half of the indexes exist before the documents, half are built over them.
  const create = async (list: typeof specs): Promise<void> => {
    for (const { key, options } of list) await collection.createIndex(key, options);
  };
  await create(specs.slice(0, 2)).catch(() => undefined);
  const docs: Doc[] = [];
  for (let id = 0; id < 60; id++) {
    const doc = document(random, id);
    try {
      await collection.insertOne(doc as { _id: number });
      docs.push(doc);
    } catch (error) {
      // Two arrays side by side cannot be indexed together.
      if ((error as { code?: number }).code !== 171) throw error;
    }
  }
  for (const spec of specs.slice(2)) await create([spec]).catch(() => undefined);
  return { docs, name };
}

const ids = (docs: readonly Doc[]): unknown[] => docs.map((doc) => doc['_id']);

/** The ids as expected, or a failure that shows the question and the documents it is about. */
function agree(found: readonly Doc[], wanted: readonly Doc[], question: unknown): void {
  const [left, right] = [ids(found), ids(wanted)];
  if (JSON.stringify(left) === JSON.stringify(right)) return;
  const about = [...wanted, ...found].filter(({ _id }) => !left.includes(_id) || !right.includes(_id));
  throw new Error(EJSON.stringify({ question, found: left, wanted: right, about }, { relaxed: false }));
}

test(`random queries agree with a reference, with and without indexes (SEED=${SEED})`, async () => {
  await sideBySide(ROUNDS, 4, async (round) => {
    const random = new Random(SEED + round);
    const { docs, name } = await fill(random, round);
    const collection = store.db.collection(name);
    for (let i = 0; i < QUERIES; i++) {
      const query = filter(random);
      const by = sortOrder(random);
      const skip = random.chance(0.3) ? random.below(5) : 0;
      const limit = random.chance(0.5) ? 1 + random.below(8) : 0;
      const wanted = docs.filter((doc) => matches(doc, query));
      const end = limit > 0 ? skip + limit : undefined;
      const question = { seed: SEED + round, i, query, by, skip, limit };
      const [scanned, planned, count] = await Promise.all([
        collection.find(query).hint({ $natural: 1 }).toArray(),
        collection.find(query).sort(by).skip(skip).limit(limit).toArray(),
        collection.countDocuments(query),
      ]);
      agree(scanned, wanted, question);
      agree(planned, sort(wanted, by).slice(skip, end), question);
      if (count !== wanted.length) throw new Error(`${count} counted: ${JSON.stringify(question)}`);
    }
    expect(await store.db.command({ validate: name })).toMatchObject({ valid: true, errors: [] });
  });
});
