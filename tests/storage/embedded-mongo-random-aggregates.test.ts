import { afterAll, beforeAll, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';
import { Random } from '../support/random.ts';
import { pipeline as randomPipeline, withNumbers } from '../support/random-pipelines.ts';
import { document, indexes } from '../support/random-queries.ts';
import { aggregate, Refused } from '../support/reference-aggregate.ts';
import { isPlain, Unsure } from '../support/reference-values.ts';
import type { Doc } from '../support/reference-matcher.ts';

const { EJSON, serialize, deserialize } = mongoose.mongo.BSON;
const SEED = Number(process.env['SEED'] ?? 1);
const ROUNDS = Number(process.env['ROUNDS'] ?? 2);
const PIPELINES = Number(process.env['PIPELINES'] ?? 250);
const TYPED = { promoteValues: false, promoteLongs: false };

let store: TestStore;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(() => store.close());

/** Types and the order of fields count. */
const text = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

/** Partners that $lookup finds through an index come in its order. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (name !== 'found' || !Array.isArray(inner)) return [name, settled(inner)];
      const partners = inner as Doc[];
      return [name, partners.toSorted((left, right) => Number(left['_id']) - Number(right['_id']))];
    }),
  );
}

function expected(docs: readonly Doc[], stages: readonly Doc[], foreign: readonly Doc[]): string | undefined {
  try {
    const results = aggregate(docs, stages, { foreign });
    // Through BSON and back, so that numbers are of one form.
    return text(settled(deserialize(serialize({ results }), TYPED)['results']));
  } catch (error) {
    // A pipeline that has enough may stop before the document that cannot be computed.
    if (error instanceof Refused) return stages.some((stage) => '$limit' in stage) ? undefined : 'refused';
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

async function outcome(name: string, stages: readonly Doc[]): Promise<string> {
  try {
    return text(
      settled(
        await store.db
          .collection(name)
          .aggregate(stages as Doc[], TYPED)
          .toArray(),
      ),
    );
  } catch (error) {
    if ((error as { code?: unknown }).code === undefined || (error as { code: unknown }).code === 1) throw error;
    return 'refused';
  }
}

/** What was asked, and both answers from shortly before the place where they part. */
function difference(about: string, found: string, wanted: string): string {
  const at = Math.max(0, [...found].findIndex((letter, i) => letter !== wanted[i]) - 80);
  return `${about}\nfound …${found.slice(at, at + 300)}\nwanted …${wanted.slice(at, at + 300)}`;
}

async function fill(name: string, docs: readonly Doc[], random?: Random): Promise<void> {
  const collection = store.db.collection(name);
  await collection.insertMany(docs);
  if (random === undefined) return;
  for (const { key, options } of indexes(random)) {
    if (Object.keys(options).length === 0) await collection.createIndex(key).catch(() => undefined);
  }
  await collection.createIndex({ n: 1 });
}

test(`random pipelines agree with a reference, with and without indexes (SEED=${SEED})`, async () => {
  let compared = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const random = new Random(SEED + round);
    const make = (count: number): Doc[] =>
      Array.from({ length: count }, (_, id) =>
        deserialize(serialize(withNumbers(random, document(random, id))), TYPED),
      );
    const [docs, foreign] = [make(30), make(12)];
    await store.db.dropDatabase();
    await fill('plain', docs);
    await fill('indexed', docs, random);
    await fill('foreign', foreign, round % 2 === 0 ? random : undefined);
    for (let i = 0; i < PIPELINES; i++) {
      // Without an order of its own a query may come in that of an index.
      const stages = [{ $sort: { _id: 1 } }, ...randomPipeline(random)];
      const wanted = expected(docs, stages, foreign);
      const [found, other] = await Promise.all([outcome('plain', stages), outcome('indexed', stages)]);
      const about = text({ seed: SEED + round, i, stages });
      if (wanted !== undefined) {
        compared++;
        if (found !== wanted) throw new Error(difference(about, found, wanted));
      }
      if (other !== found) throw new Error(difference(`with indexes: ${about}`, other, found));
    }
  }
  expect(compared).toBeGreaterThan((ROUNDS * PIPELINES) / 2);
});
