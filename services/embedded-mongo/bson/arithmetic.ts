import { Decimal128 } from 'bson';
import { decimalParts, toDouble } from './number.ts';
import { BSON, type RawValue } from './raw.ts';
import { toRaw } from './writer.ts';

const INT_MAX = 0x7fffffffn;
const LONG_MAX = 0x7fffffffffffffffn;

/** The operation would leave the 64-bit range. */
export class OverflowError extends Error {
  override readonly name = 'OverflowError';
}

/** An integer as a raw int32 if `small` says so and it fits, else a Long. @throws OverflowError */
export function rawInteger(value: bigint, small: boolean): RawValue {
  if (small && value <= INT_MAX && value >= -INT_MAX - 1n) return toRaw(Number(value));
  if (value > LONG_MAX || value < -LONG_MAX - 1n) throw new OverflowError();
  return toRaw(value);
}

/** A number as a raw double, also when it is whole. */
export function rawDouble(value: number): RawValue {
  const buf = Buffer.allocUnsafe(8);
  buf.writeDoubleLE(value);
  return { type: BSON.double, buf, at: 0, end: 8 };
}

/** The value of an int or Long. */
export function bigintOf(value: RawValue): bigint {
  return value.type === BSON.int ? BigInt(value.buf.readInt32LE(value.at)) : value.buf.readBigInt64LE(value.at);
}

export type Operation = '+' | '-' | '*' | '/' | '%';

const ON_DOUBLES: Readonly<Record<Operation, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
};

const ON_INTEGERS: Readonly<Record<Exclude<Operation, '/'>, (a: bigint, b: bigint) => bigint>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '%': (a, b) => a % b,
};

/**
 * Computes with MongoDB's types: a Decimal128 makes the result one, else a double, else a Long, else an int32 that
 * grows to a Long when it must. Division always leaves the integers. The divisor of '/' and '%' must not be 0.
 * @throws OverflowError beyond 64 bits
 */
export function combine(op: Operation, left: RawValue, right: RawValue): RawValue {
  if (left.type === BSON.decimal || right.type === BSON.decimal) return combineDecimals(op, left, right);
  if (op === '/' || left.type === BSON.double || right.type === BSON.double)
    return rawDouble(ON_DOUBLES[op](toDouble(left), toDouble(right)));
  const small = left.type === BSON.int && right.type === BSON.int;
  return rawInteger(ON_INTEGERS[op](bigintOf(left), bigintOf(right)), small);
}

/** A finite number as digits × 10^exponent. */
export interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}

/** A number taken apart exactly; of a double the 15 digits MongoDB keeps. Undefined for what is not finite. */
export function exactOf(value: RawValue): Exact | undefined {
  if (value.type === BSON.decimal) {
    const parts = decimalParts(value);
    return typeof parts === 'string'
      ? undefined
      : { digits: parts.negative ? -parts.digits : parts.digits, exponent: parts.exponent };
  }
  return value.type === BSON.double ? exactDouble(toDouble(value), 15) : { digits: bigintOf(value), exponent: 0 };
}

/** A double rounded to this many significant digits; undefined for what is not finite. */
export function exactDouble(double: number, digits: number): Exact | undefined {
  if (!Number.isFinite(double)) return undefined;
  const [mantissa = '0', exponent = '0'] = double.toExponential(digits - 1).split('e');
  const trimmed = mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa;
  const fraction = trimmed.split('.')[1]?.length ?? 0;
  return { digits: BigInt(trimmed.replace('.', '')), exponent: Number(exponent) - fraction };
}

function combineDecimals(op: Operation, left: RawValue, right: RawValue): RawValue {
  const [a, b] = [exactOf(left), exactOf(right)];
  if (a === undefined || b === undefined)
    return toRaw(Decimal128.fromString(String(ON_DOUBLES[op](toDouble(left), toDouble(right)))));
  if (op === '*') return rawDecimal(a.digits * b.digits, a.exponent + b.exponent);
  if (op === '/') return quotient(a, b);
  if (op === '%') {
    const exponent = Math.min(a.exponent, b.exponent);
    return rawDecimal(scaled(a, exponent) % scaled(b, exponent), exponent);
  }
  // Beyond 80 digits apart the smaller one cannot reach the 34 digits kept.
  const exponent = Math.max(Math.min(a.exponent, b.exponent), Math.max(a.exponent, b.exponent) - 80);
  const [x, y] = [scaled(a, exponent), scaled(b, exponent)];
  return rawDecimal(op === '+' ? x + y : x - y, exponent);
}

/** Division to 34 digits; a quotient that comes out even keeps the shorter form, as IEEE 754 prefers. */
function quotient(a: Exact, b: Exact): RawValue {
  const shift = Math.max(0, 40 + b.digits.toString().length - a.digits.toString().length);
  const dividend = a.digits * 10n ** BigInt(shift);
  let digits = dividend / b.digits;
  let exponent = a.exponent - b.exponent - shift;
  if (dividend % b.digits !== 0n) digits = digits * 10n + (digits < 0n || dividend * b.digits < 0n ? -1n : 1n);
  else for (; exponent < a.exponent - b.exponent && digits % 10n === 0n; exponent++) digits /= 10n;
  return rawDecimal(digits, dividend % b.digits === 0n ? exponent : exponent - 1);
}

function scaled({ digits, exponent }: Exact, to: number): bigint {
  return exponent >= to ? digits * 10n ** BigInt(exponent - to) : digits / 10n ** BigInt(to - exponent);
}

/** digits × 10^exponent as a Decimal128, rounded to its 34 digits, half to even. */
export function rawDecimal(digits: bigint, exponent: number): RawValue {
  const negative = digits < 0n;
  let magnitude = negative ? -digits : digits;
  let shift = exponent;
  const excess = magnitude.toString().length - 34;
  if (excess > 0) {
    const unit = 10n ** BigInt(excess);
    const rest = magnitude % unit;
    magnitude /= unit;
    if (rest * 2n > unit || (rest * 2n === unit && magnitude % 2n === 1n)) magnitude++;
    shift += excess;
  }
  return toRaw(Decimal128.fromString(`${negative ? '-' : ''}${magnitude}E${shift}`));
}
