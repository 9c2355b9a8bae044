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

/** An integer as a raw int32 if both sides were and it fits, else a Long. @throws OverflowError */
function integer(value: bigint, small: boolean): RawValue {
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

function bigintOf(value: RawValue): bigint {
  return value.type === BSON.int ? BigInt(value.buf.readInt32LE(value.at)) : value.buf.readBigInt64LE(value.at);
}

/**
 * Adds or multiplies two numbers with MongoDB's types: a Decimal128 makes the result one, else a double, else a Long,
 * else an int32 that grows to a Long when it must.
 * @throws OverflowError beyond 64 bits
 */
export function combine(op: '+' | '*', left: RawValue, right: RawValue): RawValue {
  if (left.type === BSON.decimal || right.type === BSON.decimal) return combineDecimals(op, left, right);
  if (left.type === BSON.double || right.type === BSON.double) {
    const [a, b] = [toDouble(left), toDouble(right)];
    return rawDouble(op === '+' ? a + b : a * b);
  }
  const [a, b] = [bigintOf(left), bigintOf(right)];
  return integer(op === '+' ? a + b : a * b, left.type === BSON.int && right.type === BSON.int);
}

interface Exact {
  readonly digits: bigint;
  readonly exponent: number;
}

function exactOf(value: RawValue): Exact | undefined {
  if (value.type === BSON.decimal) {
    const parts = decimalParts(value);
    return typeof parts === 'string'
      ? undefined
      : { digits: parts.negative ? -parts.digits : parts.digits, exponent: parts.exponent };
  }
  if (value.type !== BSON.double) return { digits: bigintOf(value), exponent: 0 };
  const double = toDouble(value);
  if (!Number.isFinite(double)) return undefined;
  // MongoDB turns a double into a decimal of 15 significant digits.
  const [mantissa = '0', exponent = '0'] = double.toExponential(14).split('e');
  const trimmed = mantissa.replace(/\.?0+$/, '');
  const fraction = trimmed.split('.')[1]?.length ?? 0;
  return { digits: BigInt(trimmed.replace('.', '')), exponent: Number(exponent) - fraction };
}

function combineDecimals(op: '+' | '*', left: RawValue, right: RawValue): RawValue {
  const [a, b] = [exactOf(left), exactOf(right)];
  if (a === undefined || b === undefined) {
    const result = op === '+' ? toDouble(left) + toDouble(right) : toDouble(left) * toDouble(right);
    return toRaw(Decimal128.fromString(String(result)));
  }
  if (op === '*') return rounded(a.digits * b.digits, a.exponent + b.exponent);
  // Beyond 80 digits apart the smaller one cannot reach the 34 digits kept.
  const exponent = Math.max(Math.min(a.exponent, b.exponent), Math.max(a.exponent, b.exponent) - 80);
  return rounded(scaled(a, exponent) + scaled(b, exponent), exponent);
}

function scaled({ digits, exponent }: Exact, to: number): bigint {
  return exponent >= to ? digits * 10n ** BigInt(exponent - to) : digits / 10n ** BigInt(to - exponent);
}

/** Rounds to the 34 digits of a Decimal128, half to even. */
function rounded(digits: bigint, exponent: number): RawValue {
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
