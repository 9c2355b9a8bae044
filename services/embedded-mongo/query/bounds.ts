import { keyOf, prefixEnd, RANK, rankOf } from '../bson/key.ts';
import { toDouble } from '../bson/number.ts';
import { BSON, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { toRaw } from '../bson/writer.ts';
import type { KeyRange } from '../store/lmdb.ts';
import type { Filter, Leaf, Predicate } from './filter.ts';

/** One end of a range over encoded values; `inclusive` takes in everything that starts with the key. */
interface Edge {
  readonly key: Buffer;
  readonly inclusive: boolean;
}

/** Where the values of one indexed field may lie. */
export type FieldBounds =
  | { readonly kind: 'points'; readonly points: readonly Buffer[]; readonly exact: boolean; readonly leaf: Leaf }
  | {
      readonly kind: 'range';
      readonly low: Edge;
      readonly high: Edge;
      readonly exact: boolean;
      readonly leaves: readonly Leaf[];
    };

const NULLS = [Buffer.from([RANK.undefined]), Buffer.from([RANK.null])];
const EMPTY_ARRAY = Buffer.from([RANK.undefined]);
const LOWEST_NUMBER = keyOf(toRaw(-Infinity));

/** The leaves of a filter that must all hold. */
export function conjuncts(filter: Filter): Leaf[] {
  if (filter.kind === 'leaf') return [filter];
  return filter.kind === 'and' ? filter.parts.flatMap((part) => conjuncts(part)) : [];
}

/** Whether a leaf says that the field is there and not null (so that a sparse index holds every match). */
export function excludesMissing({ predicate }: Leaf): boolean {
  switch (predicate.op) {
    case '$eq':
      return !isNull(predicate.operand);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return !isNull(predicate.operand) && !isExtreme(predicate.operand);
    case '$in':
      return !predicate.members.some(({ operand }) => isNull(operand));
    case '$exists':
    case '$regex':
      return true;
    case 'other':
      return false;
  }
}

function isNull(operand: RawValue): boolean {
  return operand.type === BSON.null || operand.type === BSON.undefined;
}

function isExtreme(operand: RawValue): boolean {
  return operand.type === BSON.minKey || operand.type === BSON.maxKey;
}

/**
 * The tightest bounds the leaves (all on one path) give for a field. On a multikey index a document may meet two
 * ranges with two different array elements, so only one leaf counts there.
 */
export function boundsOf(
  leaves: readonly Leaf[],
  multikey: boolean,
  hulls: readonly Range[] = [],
): FieldBounds | undefined {
  for (const leaf of leaves) {
    const points = pointsOf(leaf.predicate, multikey);
    if (points !== undefined) return { kind: 'points', ...points, leaf };
  }
  const ranges = [...leaves.flatMap((leaf) => rangeOf(leaf)), ...hulls];
  if (ranges.length === 0) return undefined;
  if (multikey) return ranges[0];
  return ranges.reduce((left, right) => ({
    kind: 'range',
    low: higher(left.low, right.low),
    high: lower(left.high, right.high),
    exact: left.exact && right.exact,
    leaves: [...left.leaves, ...right.leaves],
  }));
}

export type Range = Extract<FieldBounds, { kind: 'range' }>;

/** The `$or`s of a filter one branch of which must hold. */
export function alternatives(filter: Filter): (readonly Filter[])[] {
  if (filter.kind === 'or') return [filter.parts];
  return filter.kind === 'and' ? filter.parts.flatMap((part) => alternatives(part)) : [];
}

/**
 * The stretch that takes in what every branch of an `$or` says of a path; undefined when one says nothing. It lets a
 * page behind a place, `$or: [{ at: { $lt: x } }, { at: x, _id: { $lt: y } }]`, start at that place.
 */
export function hullOf(branches: readonly Filter[], path: string, multikey: boolean): Range | undefined {
  let hull: Range | undefined;
  for (const branch of branches) {
    const onPath = conjuncts(branch).filter((leaf) => leaf.path.text === path);
    const bounds = boundsOf(onPath, multikey);
    const edges = bounds?.kind === 'points' ? around(bounds.points) : bounds;
    if (edges === undefined) return undefined;
    const low = hull === undefined || higher(hull.low, edges.low) === hull.low ? edges.low : hull.low;
    const high = hull === undefined || lower(hull.high, edges.high) === hull.high ? edges.high : hull.high;
    hull = { kind: 'range', low, high, exact: false, leaves: [] };
  }
  return hull;
}

function around(points: readonly Buffer[]): { low: Edge; high: Edge } | undefined {
  const sorted = [...points].sort((left, right) => Buffer.compare(left, right));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { low: { key: first, inclusive: true }, high: { key: last, inclusive: true } };
}

function pointsOf(predicate: Predicate, multikey: boolean): { points: Buffer[]; exact: boolean } | undefined {
  if (predicate.op === '$eq') return pointsOfValue(predicate.operand, predicate.key, multikey);
  if (predicate.op !== '$in' || predicate.patterns) return undefined;
  const all = new Map<string, Buffer>();
  let exact = true;
  for (const { operand, key } of predicate.members) {
    const one = pointsOfValue(operand, key, multikey);
    exact &&= one.exact;
    for (const point of one.points) all.set(point.toString('latin1'), point);
  }
  return { points: [...all.values()].sort((left, right) => Buffer.compare(left, right)), exact };
}

function pointsOfValue(operand: RawValue, key: Buffer, multikey: boolean): { points: Buffer[]; exact: boolean } {
  if (isNull(operand)) return { points: NULLS, exact: !multikey };
  if (operand.type !== BSON.array) return { points: [key], exact: true };
  // An index holds the elements of an array; only an array within an array is there as a whole.
  const cursor = new ElementCursor(operand.buf, operand.at);
  const first = cursor.next() ? keyOf(cursor.value()) : EMPTY_ARRAY;
  return { points: [first, key], exact: false };
}

function rangeOf(leaf: Leaf): Range[] {
  const { predicate } = leaf;
  if (predicate.op === '$regex') {
    if (predicate.prefix === undefined) return [];
    const whole = keyOf(toRaw(predicate.prefix));
    const key = whole.subarray(0, whole.length - 1);
    return [
      { kind: 'range', low: { key, inclusive: true }, high: { key, inclusive: true }, exact: false, leaves: [leaf] },
    ];
  }
  if (predicate.op !== '$gt' && predicate.op !== '$gte' && predicate.op !== '$lt' && predicate.op !== '$lte') return [];
  const { op, operand, key } = predicate;
  if (isNull(operand) || isExtreme(operand) || operand.type === BSON.array) return [];
  if (isNumber(operand.type) && Number.isNaN(toDouble(operand))) return [];
  const bracket = Buffer.from([rankOf(operand.type)]);
  const edge = { key, inclusive: op === '$gte' || op === '$lte' };
  const floor = isNumber(operand.type) ? LOWEST_NUMBER : bracket;
  const upwards = op === '$gt' || op === '$gte';
  return [
    {
      kind: 'range',
      low: upwards ? edge : { key: floor, inclusive: true },
      high: upwards ? { key: bracket, inclusive: true } : edge,
      exact: true,
      leaves: [leaf],
    },
  ];
}

function startOf({ key, inclusive }: Edge): Buffer {
  return inclusive ? key : (prefixEnd(key) ?? key);
}

function endOf({ key, inclusive }: Edge): Buffer {
  return inclusive ? (prefixEnd(key) ?? key) : key;
}

function higher(left: Edge, right: Edge): Edge {
  return Buffer.compare(startOf(left), startOf(right)) >= 0 ? left : right;
}

function lower(left: Edge, right: Edge): Edge {
  return Buffer.compare(endOf(left), endOf(right)) <= 0 ? left : right;
}

function inverted(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length);
  for (let i = 0; i < key.length; i++) result[i] = key[i]! ^ 0xff;
  return result;
}

/** The key range behind `prefix` for a range over a field of this direction. */
export function rangeBehind(prefix: Buffer, { low, high }: Range, direction: 1 | -1): KeyRange {
  const [first, last] =
    direction > 0
      ? [low, high]
      : [
          { key: inverted(high.key), inclusive: high.inclusive },
          { key: inverted(low.key), inclusive: low.inclusive },
        ];
  return {
    start: startOf({ key: Buffer.concat([prefix, first.key]), inclusive: first.inclusive }),
    end: endOf({ key: Buffer.concat([prefix, last.key]), inclusive: last.inclusive }),
  };
}

/** A point as it stands in the keys of a field of this direction. */
export function pointKey(point: Buffer, direction: 1 | -1): Buffer {
  return direction > 0 ? point : inverted(point);
}
