import mongoose from 'mongoose';
import type { Random } from './random.ts';
import type { Doc } from './reference-matcher.ts';

const { Long, Decimal128, Double, ObjectId } = mongoose.mongo;
const PATHS = ['a', 'b', 'c', 'a.x', 'b.x', 'b.x.y', 'c.0', 'c.1', 'b.0.x', 'a.x.1'];
const IDS = [1, 2, 3].map((n) => new ObjectId(String(n).repeat(24)));

/** Scalars few enough to meet again, of all the kinds that compare in surprising ways. */
export function scalar(random: Random): unknown {
  const kinds: (() => unknown)[] = [
    () => random.below(6),
    () => random.below(6),
    () => random.pick(['', 'a', 'ab', 'abc', 'b', 'B', 'é', 'a\u0000b']),
    () => random.pick(['a', 'ab', 'b']),
    () => null,
    () => random.chance(0.5),
    () => new Double(random.pick([0, -0, 1, 2.5, NaN, Infinity, -1e300])),
    () => Long.fromBigInt(random.pick([0n, 1n, 5n, 9_007_199_254_740_993n, 9_007_199_254_740_992n, -7n])),
    () => Decimal128.fromString(random.pick(['0', '1', '2.5', '0.1', '1E+3', 'NaN', '9007199254740993', '5.00'])),
    () => new Date(random.pick([0, 1_000, -1_000, 1_700_000_000_000])),
    () => random.pick(IDS),
  ];
  return random.pick(kinds)();
}

/** A value up to two levels deep. */
export function value(random: Random, depth = 2): unknown {
  if (depth > 0 && random.chance(0.22)) return random.list(3, () => value(random, depth - 1));
  if (depth > 0 && random.chance(0.22)) {
    const fields = random.list(2, () => [random.pick(['x', 'y', '0']), value(random, depth - 1)] as const);
    return Object.fromEntries(fields);
  }
  return scalar(random);
}

export function document(random: Random, id: number): Doc {
  const doc: Doc = { _id: id };
  for (const name of ['a', 'b', 'c']) if (random.chance(0.85)) doc[name] = value(random);
  return doc;
}

function comparison(random: Random): Doc {
  const operator = random.pick(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin']);
  if (operator === '$in' || operator === '$nin') return { [operator]: random.list(4, () => value(random, 1)) };
  return { [operator]: operator === '$eq' || operator === '$ne' ? value(random, 1) : scalar(random) };
}

function condition(random: Random): Doc {
  const makers: (() => Doc)[] = [
    () => comparison(random),
    () => comparison(random),
    () => ({ $gte: random.below(4), $lt: 2 + random.below(4) }),
    () => ({ $exists: random.chance(0.5) }),
    () => ({ $size: random.below(4) }),
    () => ({
      $type: random.pick([
        'int',
        'double',
        'long',
        'decimal',
        'number',
        'string',
        'array',
        'object',
        'null',
        'bool',
        'date',
      ]),
    }),
    () => ({ $mod: [2 + random.below(3), random.below(2)] }),
    () => ({ $regex: random.pick(['^a', '^ab', 'b', '^a.c', '^ab?']) }),
    () => ({ $all: random.list(2, () => scalar(random)) }),
    () => ({ $not: comparison(random) }),
    () => ({ $elemMatch: { $gte: random.below(3), $lte: 2 + random.below(3) } }),
    () => ({
      $elemMatch: { [random.pick(['x', 'y', '0'])]: random.chance(0.5) ? scalar(random) : comparison(random) },
    }),
  ];
  return random.pick(makers)();
}

/** What asks for the page behind a place in an order. */
function behindPlace(random: Random): Doc {
  const [first, second] = [random.pick(PATHS), random.pick(PATHS)];
  const [operator, place] = [random.pick(['$lt', '$gt']), scalar(random)];
  const behind = [{ [first]: { [operator]: place } }, { [first]: place, [second]: { [operator]: scalar(random) } }];
  return { ...(random.chance(0.5) ? { [random.pick(PATHS)]: scalar(random) } : {}), $or: behind };
}

/** A random filter over the fields `document` makes. */
export function filter(random: Random, depth = 2): Doc {
  if (depth > 0 && random.chance(0.1)) return behindPlace(random);
  if (depth > 0 && random.chance(0.25)) {
    const parts = [filter(random, depth - 1), ...random.list(1, () => filter(random, depth - 1))];
    return { [random.pick(['$and', '$or', '$nor'])]: parts };
  }
  const fields = [0, ...random.list(1, () => 0)].map(() => {
    const path = random.pick(PATHS);
    return [path, random.chance(0.25) ? value(random, 1) : condition(random)] as const;
  });
  return Object.fromEntries(fields);
}

export function sortOrder(random: Random): [string, 1 | -1][] {
  const paths = [...new Set([random.pick(PATHS), ...random.list(1, () => random.pick(PATHS))])];
  return [...paths.map((path): [string, 1 | -1] => [path, random.pick([1, -1])]), ['_id', 1]];
}

/** Index specifications of every kind the store has; a set that does not clash. */
export function indexes(random: Random): { key: Record<string, 1 | -1>; options: Doc }[] {
  const made = new Map<string, { key: Record<string, 1 | -1>; options: Doc }>();
  for (let i = 0; i < 5; i++) {
    const paths = [...new Set([random.pick(PATHS), ...random.list(2, () => random.pick(PATHS))])];
    const key = Object.fromEntries(paths.map((path) => [path, random.pick([1, -1] as const)]));
    const options: Doc[] = [
      {},
      {},
      { sparse: true },
      {
        partialFilterExpression: {
          [random.pick(PATHS)]: random.pick([{ $exists: true }, { $gt: 1 }, 'a', { $lte: 4 }]),
        },
      },
    ];
    made.set(paths.join(), { key, options: random.pick(options) });
  }
  return [...made.values()];
}
