import { toDouble, truncated } from '../bson/number.ts';
import { KeyWriter, keyOf, rankOf } from '../bson/key.ts';
import { BSON, isNumber, type RawValue } from '../bson/raw.ts';
import type { RangeOperator } from './filter.ts';
import type { ValueTest } from './path.ts';

const scratch = new KeyWriter();

/** Compares a value's key with another key, without copying. */
function compareWithKey(value: RawValue, key: Buffer): number {
  scratch.reset().value(value);
  return scratch.buf.compare(key, 0, key.length, 0, scratch.length);
}

function isNull(value: RawValue | undefined): boolean {
  return value === undefined || value.type === BSON.null || value.type === BSON.undefined;
}

/** Whether the type is one whose double says everything about it. */
function isPlainNumber(type: number): boolean {
  return type === BSON.int || type === BSON.double;
}

/** Equality as MongoDB sees it: 5, Long(5) and 5.0 are equal, null equals missing. */
export function equalTest(operand: RawValue, key: Buffer): ValueTest {
  const { type, buf, at, end } = operand;
  if (isNull(operand)) return isNull;
  if (type === BSON.string || type === BSON.objectId || type === BSON.bool) {
    return (value) =>
      value !== undefined &&
      value.type === type &&
      value.end - value.at === end - at &&
      value.buf.compare(buf, at, end, value.at, value.end) === 0;
  }
  const rank = rankOf(type);
  const plain = isPlainNumber(type) ? toDouble(operand) : NaN;
  return (value) => {
    if (value === undefined || rankOf(value.type) !== rank) return false;
    if (isPlainNumber(value.type) && !Number.isNaN(plain)) return toDouble(value) === plain;
    return compareWithKey(value, key) === 0;
  };
}

const HOLDS: Readonly<Record<RangeOperator, (order: number) => boolean>> = {
  $gt: (order) => order > 0,
  $gte: (order) => order >= 0,
  $lt: (order) => order < 0,
  $lte: (order) => order <= 0,
};

/** A range; only values of the operand's own kind compare ("type bracketing"), null with missing. */
export function rangeTest(op: RangeOperator, operand: RawValue, key: Buffer): ValueTest {
  const holds = HOLDS[op];
  const { type } = operand;
  if (isNull(operand)) return (value) => holds(0) && isNull(value);
  const rank = rankOf(type);
  if (type === BSON.minKey || type === BSON.maxKey) {
    return (value) => value === undefined || rankOf(value.type) !== rank || holds(0);
  }
  if (isNumber(type)) return numberRange(holds, operand, key);
  return (value) => value !== undefined && rankOf(value.type) === rank && holds(compareWithKey(value, key));
}

function numberRange(holds: (order: number) => boolean, operand: RawValue, key: Buffer): ValueTest {
  const double = toDouble(operand);
  if (Number.isNaN(double)) {
    return (value) => value !== undefined && isNumber(value.type) && holds(0) && Number.isNaN(toDouble(value));
  }
  const plain = isPlainNumber(operand.type);
  return (value) => {
    if (value === undefined || !isNumber(value.type)) return false;
    if (plain && isPlainNumber(value.type)) {
      const other = toDouble(value);
      return !Number.isNaN(other) && holds(other - double || (other === double ? 0 : other < double ? -1 : 1));
    }
    return !Number.isNaN(toDouble(value)) && holds(compareWithKey(value, key));
  };
}

/** Membership; few members are tried in turn, many through a set of keys. */
export function memberTest(members: readonly { operand: RawValue; key: Buffer }[]): ValueTest {
  if (members.length <= 8) {
    const tests = members.map(({ operand, key }) => equalTest(operand, key));
    return (value, trace) => tests.some((test) => test(value, trace));
  }
  const keys = new Set(members.map(({ key }) => key.toString('latin1')));
  const hasNull = members.some(({ operand }) => isNull(operand));
  return (value) => (isNull(value) ? hasNull : value !== undefined && keys.has(keyOf(value).toString('latin1')));
}

/** `$mod`: both sides cut to integers, as MongoDB does. */
export function modTest(divisor: bigint, remainder: bigint): ValueTest {
  return (value) => {
    if (value === undefined || !isNumber(value.type)) return false;
    const whole = truncated(value);
    return whole !== undefined && whole % divisor === remainder;
  };
}

/** `$size`: the array has exactly this many elements. */
export function sizeTest(size: number, count: (array: RawValue) => number): ValueTest {
  return (value) => value !== undefined && value.type === BSON.array && count(value) === size;
}

/** `$type`: any of these BSON types. */
export function typeTest(types: ReadonlySet<number>): ValueTest {
  return (value) => value !== undefined && types.has(value.type);
}

/** `$regex`: strings and symbols that match, and a stored regular expression of the same text. */
export function patternTest(pattern: RegExp, source: string, flags: string): ValueTest {
  const stored = Buffer.from(`${source}\0${flags}\0`);
  return (value) => {
    if (value === undefined) return false;
    if (value.type === BSON.string || value.type === BSON.symbol) {
      return pattern.test(value.buf.toString('utf8', value.at + 4, value.end - 1));
    }
    return value.type === BSON.regex && value.buf.subarray(value.at, value.end).equals(stored);
  };
}
