import mongoose from 'mongoose';
import { isPlain } from './reference-values.ts';

const { Long, Decimal128, Double, Int32, ObjectId } = mongoose.mongo;

/**
 * MongoDB's queries over plain arrays, written from its manual to be obvious and not fast: the measure the embedded
 * store is held against. Documents are JavaScript objects with BSON's classes where types matter.
 */
export type Doc = Record<string, unknown>;

const MISSING = Symbol('missing');

/** A number as an exact fraction, so that 2^53 + 1 and 0.1 (decimal) compare as they are. */
function fraction(value: unknown): { top: bigint; bottom: bigint } | 'NaN' | 'Infinity' | '-Infinity' {
  if (value instanceof Long) return { top: value.toBigInt(), bottom: 1n };
  if (value instanceof Decimal128) {
    const text = value.toString();
    if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return text;
    const [digits = '0', exponent = '0'] = text.toLowerCase().split('e');
    const [whole = '0', decimals = ''] = digits.split('.');
    const shift = Number(exponent) - decimals.length;
    const top = BigInt(whole + decimals);
    return shift >= 0 ? { top: top * 10n ** BigInt(shift), bottom: 1n } : { top, bottom: 10n ** BigInt(-shift) };
  }
  const number = Number(value);
  if (Number.isNaN(number)) return 'NaN';
  if (!Number.isFinite(number)) return number > 0 ? 'Infinity' : '-Infinity';
  let bottom = 1n;
  let scaled = number;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    bottom *= 2n;
  }
  return { top: BigInt(scaled), bottom };
}

function isNumber(value: unknown): boolean {
  return (
    typeof value === 'number' ||
    value instanceof Long ||
    value instanceof Decimal128 ||
    value instanceof Double ||
    value instanceof Int32
  );
}

/** The comparison order of types (manual: "Comparison/Sort Order"). */
function rank(value: unknown): number {
  if (value === MISSING || value === null || value === undefined) return 2;
  if (isNumber(value)) return 3;
  if (typeof value === 'string') return 4;
  if (isPlain(value)) return 5;
  if (Array.isArray(value)) return 6;
  if (value instanceof ObjectId) return 8;
  if (typeof value === 'boolean') return 9;
  if (value instanceof Date) return 10;
  throw new Error(`the reference does not know a ${typeof value}`);
}

function compareNumbers(left: unknown, right: unknown): number {
  const [a, b] = [fraction(left), fraction(right)];
  const order = ['NaN', '-Infinity', 'finite', 'Infinity'];
  const [x, y] = [a, b].map((one) => order.indexOf(typeof one === 'string' ? one : 'finite'));
  if (x !== y || typeof a === 'string' || typeof b === 'string') return x! - y!;
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The total order over values. */
export function compare(left: unknown, right: unknown): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (isNumber(left)) return compareNumbers(left, right);
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right as string));
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof Date) return left.getTime() - (right as Date).getTime();
  if (left instanceof ObjectId) return Buffer.compare(left.id, (right as typeof left).id);
  if (Array.isArray(left))
    return compareLists(
      left.map((v) => ['', v]),
      (right as unknown[]).map((v) => ['', v]),
    );
  if (isPlain(left)) return compareLists(Object.entries(left), Object.entries(right as Doc));
  return 0;
}

/** Field by field: type, then name, then value; the shorter one is less. */
function compareLists(left: [string, unknown][], right: [string, unknown][]): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [[nameA, a], [nameB, b]] = [left[i]!, right[i]!];
    const order = rank(a) - rank(b) || Buffer.compare(Buffer.from(nameA), Buffer.from(nameB)) || compare(a, b);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

interface Found {
  readonly value: unknown;
  /** Reached by its place in an array: such an array is not entered again. */
  readonly placed: boolean;
}

/** Everything a dotted path leads to, arrays on the way entered. */
function reach(value: unknown, parts: readonly string[]): Found[] {
  const [part, ...rest] = parts;
  if (part === undefined) return [{ value, placed: false }];
  if (!isPlain(value)) return [{ value: MISSING, placed: false }];
  if (!(part in value)) return [{ value: MISSING, placed: false }];
  const next = value[part];
  return rest.length > 0 && Array.isArray(next) ? reachInto(next, rest) : reach(next, rest);
}

function reachInto(array: readonly unknown[], parts: readonly string[]): Found[] {
  const [part, ...rest] = parts;
  return array.flatMap((element, i) => {
    const found = isPlain(element) ? reach(element, parts) : [];
    if (String(i) !== part) return found;
    if (rest.length === 0) return [...found, { value: element, placed: true }];
    // An array within an array is looked into by place only.
    if (Array.isArray(element)) return [...found, ...reach({ ...element }, rest)];
    return isPlain(element) ? [...found, ...reach(element, rest)] : found;
  });
}

/** The values a comparison sees: each value, and the elements of an array as well. */
function candidates(doc: Doc, path: string): unknown[] {
  return reach(doc, path.split('.')).flatMap(({ value, placed }) =>
    Array.isArray(value) && !placed ? [...(value as unknown[]), value] : [value],
  );
}

type Operator = (value: unknown, operand: unknown) => boolean;

const isNaN_ = (value: unknown): boolean => isNumber(value) && fraction(value) === 'NaN';

/** Ranges compare only values of one type; NaN only equals itself. */
function ranged(holds: (order: number) => boolean): Operator {
  return (value, operand) => {
    if (rank(value) !== rank(operand)) return false;
    if (isNaN_(value) || isNaN_(operand)) return holds(0) && isNaN_(value) && isNaN_(operand);
    return holds(compare(value, operand));
  };
}

const COMPARISONS: Record<string, Operator> = {
  $eq: (value, operand) => compare(value, operand) === 0,
  $gt: ranged((order) => order > 0),
  $gte: ranged((order) => order >= 0),
  $lt: ranged((order) => order < 0),
  $lte: ranged((order) => order <= 0),
  $in: (value, operand) => (operand as unknown[]).some((one) => compare(value, one) === 0),
  $mod: (value, operand) => {
    const [divisor, remainder] = operand as [number, number];
    if (!isNumber(value)) return false;
    const exact = fraction(value);
    // Only what fits in 64 bits has a remainder.
    const whole = typeof exact === 'object' ? exact.top / exact.bottom : 2n ** 64n;
    return BigInt.asIntN(64, whole) === whole && whole % BigInt(divisor) === BigInt(remainder);
  },
  $regex: (value, operand) => typeof value === 'string' && new RegExp(operand as string).test(value),
  $type: (value, operand) => typeNames(value).includes(operand as string),
};

function typeNames(value: unknown): string[] {
  if (value === MISSING) return [];
  if (value === null) return ['null'];
  if (value instanceof Long) return ['long', 'number'];
  if (value instanceof Decimal128) return ['decimal', 'number'];
  if (value instanceof Int32) return ['int', 'number'];
  if (typeof value === 'number') return [Number.isInteger(value) && !Object.is(value, -0) ? 'int' : 'double', 'number'];
  if (value instanceof Double) return ['double', 'number'];
  if (typeof value === 'string') return ['string'];
  if (Array.isArray(value)) return ['array'];
  if (value instanceof ObjectId) return ['objectId'];
  if (typeof value === 'boolean') return ['bool'];
  return value instanceof Date ? ['date'] : ['object'];
}

function test(doc: Doc, path: string, operator: string, operand: unknown): boolean {
  const whole = reach(doc, path.split('.')).map(({ value }) => value);
  switch (operator) {
    case '$ne':
      return !test(doc, path, '$eq', operand);
    case '$nin':
      return !test(doc, path, '$in', operand);
    case '$not':
      return !all(doc, path, operand as Doc);
    case '$exists':
      return whole.some((value) => value !== MISSING) === operand;
    case '$size':
      return whole.some((value) => Array.isArray(value) && value.length === operand);
    case '$all':
      return (operand as unknown[]).length > 0 && (operand as unknown[]).every((one) => test(doc, path, '$eq', one));
    case '$elemMatch':
      return whole.some(
        (value) => Array.isArray(value) && value.some((element) => elementMatches(element, operand as Doc)),
      );
    default:
      return candidates(doc, path).some((value) => COMPARISONS[operator]!(value, operand));
  }
}

function elementMatches(element: unknown, condition: Doc): boolean {
  if (Object.keys(condition)[0]!.startsWith('$')) {
    return Object.entries(condition).every(([operator, operand]) => {
      if (operator === '$ne') return !COMPARISONS['$eq']!(element, operand);
      return COMPARISONS[operator]!(element, operand);
    });
  }
  if (Array.isArray(element)) return matches({ ...element }, condition);
  return isPlain(element) && matches(element, condition);
}

function all(doc: Doc, path: string, operators: Doc): boolean {
  return Object.entries(operators).every(([operator, operand]) => test(doc, path, operator, operand));
}

function isOperators(value: unknown): value is Doc {
  return isPlain(value) && Object.keys(value)[0]?.startsWith('$') === true;
}

/** Whether a document matches a filter. */
export function matches(doc: Doc, filter: Doc): boolean {
  return Object.entries(filter).every(([name, given]) => {
    if (name === '$and') return (given as Doc[]).every((part) => matches(doc, part));
    if (name === '$or') return (given as Doc[]).some((part) => matches(doc, part));
    if (name === '$nor') return !(given as Doc[]).some((part) => matches(doc, part));
    return isOperators(given) ? all(doc, name, given) : test(doc, name, '$eq', given);
  });
}

/** What a sort looks at: of an array the least element ascending, the greatest descending. */
function sortValue(doc: Doc, path: string, direction: number): unknown {
  const values = reach(doc, path.split('.')).flatMap(({ value, placed }) =>
    Array.isArray(value) && !placed ? (value.length === 0 ? [EMPTY] : (value as unknown[])) : [value],
  );
  if (values.length === 0) return null;
  return values.reduce((best, value) => (direction * order(value, best) < 0 ? value : best));
}

const EMPTY = Symbol('empty array');

/** An empty array sorts below null. */
function order(left: unknown, right: unknown): number {
  if (left === EMPTY || right === EMPTY) return Number(right === EMPTY) - Number(left === EMPTY);
  return compare(left, right);
}

/** Sorts documents by `[path, direction]` pairs; ties keep their order. */
export function sort(docs: readonly Doc[], by: readonly (readonly [string, 1 | -1])[]): Doc[] {
  return [...docs].sort((left, right) => {
    for (const [path, direction] of by) {
      const result = direction * order(sortValue(left, path, direction), sortValue(right, path, direction));
      if (result !== 0) return result;
    }
    return 0;
  });
}
