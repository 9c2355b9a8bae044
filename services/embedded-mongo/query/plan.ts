import { prefixEnd } from '../bson/key.ts';
import type { Collection } from '../store/catalogue.ts';
import type { Index, IndexField } from '../store/secondary-index.ts';
import type { KeyRange } from '../store/lmdb.ts';
import {
  alternatives,
  boundsOf,
  conjuncts,
  hullOf,
  excludesMissing,
  type FieldBounds,
  pointKey,
  rangeBehind,
} from './bounds.ts';
import { EVERYTHING, type Filter, type Leaf } from './filter.ts';
import { implied } from './implication.ts';
import { pathOf } from './path.ts';
import type { SortField } from './sort.ts';

/** A stretch of keys, and how long the part of its keys is that all share (for merging several by what follows). */
export interface Stretch extends KeyRange {
  readonly shared: number;
}

/** How the documents are found. */
export interface Plan {
  /** undefined: the collection itself, in the order of _id. */
  readonly index: Index | undefined;
  readonly stretches: readonly Stretch[];
  readonly reverse: boolean;
  /** The stretches are merged by what follows their shared part, instead of read one after another. */
  readonly merge: boolean;
  /** The documents come in the order asked for. */
  readonly sorted: boolean;
  /** What must still be checked on each document; undefined when the keys say it all. */
  readonly residual: Filter | undefined;
  /** Whether a document can turn up twice. */
  readonly duplicates: boolean;
  /** Fields pinned by equality, and whether a range follows: what makes one plan better than another. */
  readonly pinned: number;
  readonly ranged: boolean;
  /** Whether the bounds are on one value each of a unique key: at most one document. */
  readonly single: boolean;
}

const MAX_STRETCHES = 2_000;
const ID_FIELD: IndexField = { path: pathOf('_id'), direction: 1 };

/** A filter as the planner reads it: what must hold, the `$or`s one branch of which must, and the order asked for. */
interface Asked {
  readonly filter: Filter;
  readonly leaves: readonly Leaf[];
  readonly ors: readonly (readonly Filter[])[];
  readonly sort: readonly SortField[];
}

function askedBy(filter: Filter, sort: readonly SortField[]): Asked {
  return { filter, leaves: conjuncts(filter), ors: alternatives(filter), sort };
}

/** Every plan that can be of use to the query, the plain scan of the collection last. */
export function plansFor(collection: Collection, filter: Filter, sort: readonly SortField[]): Plan[] {
  const asked = askedBy(filter, sort);
  const byId = planOver([ID_FIELD], undefined, collection.id, asked);
  // Nothing is better than the one document that it can be.
  if (byId.single && byId.stretches.length <= 1) return [byId];
  const leading = leadingPaths(asked);
  const plans: Plan[] = [];
  for (const index of collection.indexes) {
    if (!index.ready || !leading.has(index.fields[0]!.path.text) || !covers(index, asked.leaves)) continue;
    const plan = planOver(index.fields, index, index.id, asked);
    if (plan.pinned > 0 || plan.ranged || plan.sorted) plans.push(plan);
  }
  plans.push(byId);
  return plans;
}

/** The plan over one index, whether it helps or not; what the index does not hold is not found. */
export function planWith(index: Index, filter: Filter, sort: readonly SortField[]): Plan {
  return planOver(index.fields, index, index.id, askedBy(filter, sort));
}

/** What an index has to begin with to bound the query, or to be in its order. */
function leadingPaths({ leaves, ors, sort }: Asked): Set<string> {
  const branches = ors.flatMap((or) => or.flatMap((branch) => conjuncts(branch)));
  return new Set([...leaves, ...branches, ...sort.slice(0, 1)].map(({ path }) => path.text));
}

/** Whether the index holds every document the leaves can match. */
function covers(index: Index, leaves: readonly Leaf[]): boolean {
  if (index.sparse) {
    const texts = new Set(index.fields.map(({ path }) => path.text));
    return leaves.some((leaf) => texts.has(leaf.path.text) && excludesMissing(leaf));
  }
  return index.partial === undefined || implied(index.partial.filter, leaves);
}

/** What the leaves say about the leading fields of an index. */
interface Bounded {
  readonly stretches: Stretch[];
  readonly used: FieldBounds[];
  /** Fields pinned to one value, and to a list of values. */
  readonly fixed: Set<string>;
  readonly listed: Set<string>;
  readonly ranged: boolean;
}

function boundLeading(fields: readonly IndexField[], root: Buffer, { leaves, ors }: Asked, multikey: boolean): Bounded {
  let prefixes = [root];
  const [used, fixed, listed]: [FieldBounds[], Set<string>, Set<string>] = [[], new Set(), new Set()];
  for (const { path, direction } of fields) {
    const onPath = leaves.filter((leaf) => leaf.path.text === path.text);
    const hulls = ors.flatMap((branches) => hullOf(branches, path.text, multikey) ?? []);
    const bounds = boundsOf(onPath, multikey, hulls);
    if (bounds === undefined) break;
    if (bounds.kind === 'range') {
      used.push(bounds);
      const ranges = prefixes.map((prefix) => ({ ...rangeBehind(prefix, bounds, direction), shared: prefix.length }));
      return { stretches: ranges, used, fixed, listed, ranged: true };
    }
    if (prefixes.length * bounds.points.length > MAX_STRETCHES) break;
    used.push(bounds);
    (bounds.points.length === 1 ? fixed : listed).add(path.text);
    prefixes = prefixes.flatMap((prefix) =>
      bounds.points.map((point) => Buffer.concat([prefix, pointKey(point, direction)])),
    );
  }
  const stretches = prefixes.map((prefix) => ({ start: prefix, end: prefixEnd(prefix), shared: prefix.length }));
  return { stretches, used, fixed, listed, ranged: false };
}

function planOver(fields: readonly IndexField[], index: Index | undefined, id: number, asked: Asked): Plan {
  const { filter, leaves, sort } = asked;
  const multikey = index?.multikey ?? false;
  const root = Buffer.allocUnsafe(4);
  root.writeUInt32BE(id);
  const { stretches, used, fixed, listed, ranged } = boundLeading(fields, root, asked, multikey);
  stretches.sort((left, right) => Buffer.compare(left.start, right.start));
  const pinned = fixed.size + listed.size;
  const order = multikey ? undefined : orderOf(fields, fixed, listed, sort, stretches.length);
  return {
    index,
    stretches: stretches.filter(({ start, end }) => end === undefined || Buffer.compare(start, end) < 0),
    reverse: order?.reverse ?? false,
    merge: order?.merge ?? false,
    sorted: order !== undefined || sort.length === 0,
    residual: residualOf(filter, used, index, leaves),
    duplicates: multikey,
    pinned,
    ranged,
    single: (index?.unique ?? true) && pinned === fields.length,
  };
}

/** Whether reading the keys in order, or merging them behind the listed fields, gives the order asked for. */
function orderOf(
  fields: readonly IndexField[],
  fixed: ReadonlySet<string>,
  listed: ReadonlySet<string>,
  sort: readonly SortField[],
  stretches: number,
): { reverse: boolean; merge: boolean } | undefined {
  const plain = directionFor(fields, fixed, sort);
  if (plain !== undefined) return { reverse: plain < 0, merge: false };
  if (listed.size === 0 || stretches > 200) return undefined;
  const behind = fields.filter(({ path }) => !fixed.has(path.text) && !listed.has(path.text));
  const rest = sort.filter(({ path }) => !fixed.has(path.text));
  const merged = directionFor(behind, new Set(), rest);
  return merged === undefined ? undefined : { reverse: merged < 0, merge: true };
}

function directionFor(
  fields: readonly IndexField[],
  fixed: ReadonlySet<string>,
  sort: readonly SortField[],
): 1 | -1 | undefined {
  let direction: 1 | -1 | undefined;
  let at = 0;
  for (const { path, direction: wanted } of sort) {
    if (fixed.has(path.text)) continue;
    while (at < fields.length && fields[at]!.path !== path && fixed.has(fields[at]!.path.text)) at++;
    const field = fields[at++];
    if (field === undefined || field.path.text !== path.text) return undefined;
    const needed = field.direction === wanted ? 1 : -1;
    if (direction !== undefined && direction !== needed) return undefined;
    direction = needed;
  }
  return direction ?? 1;
}

/** The filter without the leaves the keys already guarantee. */
function residualOf(
  filter: Filter,
  used: readonly FieldBounds[],
  index: Index | undefined,
  leaves: readonly Leaf[],
): Filter | undefined {
  const settled = new Set<Filter>();
  for (const bounds of used) {
    if (!bounds.exact) continue;
    if (bounds.kind === 'points') settled.add(bounds.leaf);
    else for (const leaf of bounds.leaves) settled.add(leaf);
  }
  if (index?.partial !== undefined) {
    for (const leaf of leaves)
      if (implied({ kind: 'and', parts: [leaf] }, conjuncts(index.partial.filter))) settled.add(leaf);
  }
  const rest = without(filter, settled);
  return rest === EVERYTHING ? undefined : rest;
}

function without(filter: Filter, settled: ReadonlySet<Filter>): Filter {
  if (settled.has(filter)) return EVERYTHING;
  if (filter.kind !== 'and') return filter;
  const parts = filter.parts.map((part) => without(part, settled)).filter((part) => part !== EVERYTHING);
  if (parts.length === 0) return EVERYTHING;
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}
