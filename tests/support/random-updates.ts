import type { Random } from './random.ts';
import { scalar, value } from './random-queries.ts';
import type { Doc } from './reference-matcher.ts';

const PATHS = ['a', 'b', 'c', 'd', 'a.x', 'b.x', 'b.x.y', 'c.0', 'c.2', 'd.e', 'a.0.x', 'b.1'];
const ARRAY_PATHS = ['a', 'b', 'c', 'c', 'd', 'a.x', 'b.x', 'c.0'];
/** A field that is mostly a whole number. */
const COUNTS = ['n', 'n', 'n', 'n', 'n', 'n'];
const MANY_PATHS = ['a.$[]', 'b.$[].x', 'c.$[e]', 'c.$[]', 'c.$[e].x', 'a.$[e].x', 'd.$[]', 'c.$[f]', 'c.$[].y'];

export interface RandomUpdate {
  readonly changes: Doc;
  readonly arrayFilters: readonly Doc[] | undefined;
}

function push(random: Random): unknown {
  if (random.chance(0.4)) return value(random, 1);
  return {
    $each: random.list(3, () => value(random, 1)),
    ...(random.chance(0.4) ? { $position: random.below(5) - 2 } : {}),
    ...(random.chance(0.4) ? { $slice: random.below(7) - 3 } : {}),
    ...(random.chance(0.4) ? { $sort: random.pick([1, -1, { x: 1 }, { x: -1, y: 1 }]) } : {}),
  };
}

function pullCondition(random: Random): unknown {
  return random.pick([
    () => scalar(random),
    () => ({ $gte: random.below(4) }),
    () => ({ $in: random.list(3, () => scalar(random)) }),
    () => ({ x: scalar(random) }),
    () => ({ x: { $gte: random.below(3) } }),
    () => random.list(2, () => scalar(random)),
  ])();
}

const MAKERS: readonly (readonly [string, (random: Random) => unknown, readonly string[]])[] = [
  ['$set', (random) => value(random), [...PATHS, ...MANY_PATHS]],
  ['$set', (random) => value(random), PATHS],
  ['$unset', () => '', [...PATHS, ...MANY_PATHS]],
  ['$inc', (random) => random.pick([1, -3, 2.5, 2_147_483_647]), [...PATHS, ...COUNTS, ...MANY_PATHS]],
  ['$mul', (random) => random.pick([2, -1, 0.5]), [...PATHS, 'n']],
  ['$min', (random) => scalar(random), [...PATHS, ...MANY_PATHS]],
  ['$max', (random) => scalar(random), PATHS],
  ['$bit', (random) => ({ [random.pick(['and', 'or', 'xor'])]: random.below(16) }), [...PATHS, ...COUNTS, ...COUNTS]],
  ['$push', push, ARRAY_PATHS],
  ['$push', push, [...ARRAY_PATHS, 'a.$[]', 'b.$[].x']],
  [
    '$addToSet',
    (random) => (random.chance(0.5) ? value(random, 1) : { $each: random.list(3, () => scalar(random)) }),
    ARRAY_PATHS,
  ],
  ['$pull', pullCondition, [...ARRAY_PATHS, 'a.$[]']],
  ['$pullAll', (random) => random.list(3, () => scalar(random)), ARRAY_PATHS],
  ['$pop', (random) => random.pick([1, -1]), ARRAY_PATHS],
  ['$rename', (random) => random.pick(['d', 'e', 'd.f', 'b.x']), PATHS],
  ['$setOnInsert', (random) => scalar(random), PATHS],
];

const overlaps = (left: string, right: string): boolean =>
  left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);

/** An update of one to three changes whose paths do not clash, unless by the elements that `$[]` means. */
export function update(random: Random): RandomUpdate {
  const changes: Record<string, Doc> = {};
  const taken: string[] = [];
  for (let i = 0; i < 1 + random.below(3); i++) {
    const [name, make, paths] = random.pick(MAKERS);
    const path = random.pick(paths);
    const operand = make(random);
    const touched = name === '$rename' ? [path, operand as string] : [path];
    if (touched.some((one, at) => taken.some((other) => overlaps(one, other)) || (at > 0 && overlaps(one, path))))
      continue;
    taken.push(...touched);
    changes[name] = { ...changes[name], [path]: operand };
  }
  if (taken.length === 0) changes['$set'] = { a: scalar(random) };
  const filters = ['e', 'f']
    .filter((name) => taken.some((path) => path.includes(`$[${name}]`)))
    .map((name) =>
      random.pick<Doc>([
        { [name]: { $gte: random.below(4) } },
        { [`${name}.x`]: scalar(random) },
        { [name]: scalar(random) },
      ]),
    );
  return { changes, arrayFilters: filters.length === 0 ? undefined : filters };
}
