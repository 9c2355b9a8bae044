import type { Random } from './random.ts';
import { filter, scalar } from './random-queries.ts';
import type { Doc } from './reference-matcher.ts';

const FIELDS = ['$a', '$b', '$c', '$n', '$n', '$m', '$a.x', '$b.x', '$b.x.y', '$missing'];
const COMPARISONS = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$cmp'];

function number(random: Random, depth: number): unknown {
  if (depth === 0 || random.chance(0.4)) return random.pick<unknown>(['$n', '$m', '$n', 1, 2, 2.5, -3, 2_147_483_647]);
  const operator = random.pick(['$add', '$subtract', '$multiply', '$divide', '$mod']);
  return { [operator]: [number(random, depth - 1), number(random, depth - 1)] };
}

/** A random expression over the fields `document` makes; most of them are of fitting types. */
export function expression(random: Random, depth = 2): unknown {
  if (depth === 0 || random.chance(0.25))
    return random.chance(0.7) ? random.pick(FIELDS) : { $literal: scalar(random) };
  const inner = (): unknown => expression(random, depth - 1);
  return random.pick<() => unknown>([
    () => number(random, depth),
    () => number(random, depth),
    () => ({ [random.pick(COMPARISONS)]: [inner(), inner()] }),
    () => ({ [random.pick(['$and', '$or'])]: [inner(), inner()] }),
    () => ({ $not: [inner()] }),
    () => ({ $cond: [inner(), inner(), inner()] }),
    () => ({ $ifNull: [inner(), inner()] }),
    () => ({ $concat: [random.pick(['$s', 'x']), random.pick(['$s', 'y', '$missing'])] }),
    () => ({ $size: { $ifNull: ['$list', []] } }),
    () => ({ $in: [inner(), '$list'] }),
    () => ({ $arrayElemAt: ['$list', random.below(5) - 2] }),
    () => ({ $isArray: [inner()] }),
    () => ({ $concatArrays: ['$list', [inner()]] }),
    () => ({ $type: [inner()] }),
    () => ({ $map: { input: '$list', in: { $ifNull: ['$$this', inner()] } } }),
    () => ({ $filter: { input: '$list', cond: { $gte: ['$$this', inner()] } } }),
    // In a list, so that a stage does not take it for fields inside a field.
    () => [{ p: inner(), q: inner() }],
    () => [inner(), inner()],
  ])();
}

/** For $project, to which a bare number says that a field is kept. */
function computed(random: Random): unknown {
  const made = expression(random);
  return typeof made === 'number' ? { $literal: made } : made;
}

function group(random: Random): Doc {
  const argument = (): unknown => random.pick<unknown>(['$n', '$m', '$n', '$a', '$b', 1, { $add: ['$n', '$m'] }]);
  return {
    _id: random.pick<unknown>(['$k', '$a', '$n', null, { k: '$k', s: '$s' }, '$missing']),
    sum: { $sum: argument() },
    avg: { $avg: argument() },
    least: { [random.pick(['$min', '$max'])]: argument() },
    edge: { [random.pick(['$first', '$last'])]: argument() },
    all: { [random.pick(['$push', '$addToSet'])]: argument() },
    count: { $count: {} },
  };
}

function stage(random: Random): Doc {
  return random.pick<() => Doc>([
    () => ({ $match: filter(random) }),
    () => ({ $match: { $expr: expression(random) } }),
    () => ({ $unwind: random.pick(['$list', '$c', '$a']) }),
    () => ({ $set: { v: expression(random), [random.pick(['n', 'w'])]: expression(random) } }),
    () => ({ $sort: { [random.pick(['n', 'a', 'k'])]: random.pick([1, -1]), _id: 1 } }),
    () => ({
      $lookup: {
        from: 'foreign',
        localField: random.pick(['n', 'a', 'list', 'b.x']),
        foreignField: random.pick(['n', 'list', 'a']),
        as: 'found',
      },
    }),
    () => ({ $limit: 5 + random.below(10) }),
    () => ({ $skip: random.below(4) }),
  ])();
}

/** A random pipeline; what it gives is in a certain order, but for the elements of sets. */
export function pipeline(random: Random): Doc[] {
  const stages = random.list(3, () => stage(random));
  const last = random.pick<() => Doc[]>([
    () => [],
    () => [{ $project: { v: computed(random), w: computed(random) } }],
    () => [{ $group: group(random) }],
    () => [{ $group: group(random) }],
    () => [{ $count: 'n' }],
    () => [{ $facet: { some: [{ $limit: 3 }], grouped: [{ $group: group(random) }], counted: [{ $count: 'n' }] } }],
  ])();
  return [...stages, ...last];
}

/** A document with fields of every kind, some of them of the types that expressions compute with. */
export function withNumbers(random: Random, doc: Doc): Doc {
  const strings = ['', 'a', 'b', 'é'];
  return {
    ...doc,
    k: random.below(3),
    n: random.below(8),
    m: random.pick([1, 2.5, -4, 3]),
    s: random.pick(strings),
    list: random.list(4, () => random.below(5)),
  };
}
