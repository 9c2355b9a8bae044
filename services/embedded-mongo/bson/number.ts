import { Decimal128 } from 'bson';
import { BSON, type RawValue } from './raw.ts';

/** A Decimal128 taken apart: value = sign × digits × 10^exponent; or one of the special values. */
export interface DecimalParts {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly exponent: number;
}

/** The decimal at `value`; 'NaN', 'Infinity' or '-Infinity' for the special ones. */
export function decimalParts(value: RawValue): DecimalParts | 'NaN' | 'Infinity' | '-Infinity' {
  const text = new Decimal128(value.buf.subarray(value.at, value.end)).toString();
  if (text === 'NaN' || text === 'Infinity' || text === '-Infinity') return text;
  return parseDecimal(text);
}

/** Takes a decimal numeral such as `-1.50E+3` apart. */
export function parseDecimal(text: string): DecimalParts {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/i.exec(text);
  if (match === null) throw new RangeError(`not a decimal: ${text}`);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  return { negative: sign === '-', digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** The number as a double, rounded to nearest; NaN for what is no number. */
export function toDouble(value: RawValue): number {
  switch (value.type) {
    case BSON.int:
      return value.buf.readInt32LE(value.at);
    case BSON.double:
      return value.buf.readDoubleLE(value.at);
    case BSON.long:
      return Number(value.buf.readBigInt64LE(value.at));
    case BSON.decimal: {
      const parts = decimalParts(value);
      if (typeof parts === 'string') return Number(parts);
      return Number(`${parts.negative ? '-' : ''}${parts.digits}e${parts.exponent}`);
    }
    default:
      return NaN;
  }
}

/** Exact comparison of a finite decimal with a finite double: -1, 0 or 1. */
export function compareDecimalToDouble(parts: DecimalParts, double: number): number {
  const { mantissa, exponent: twos } = takeApart(double);
  let left = parts.negative ? -parts.digits : parts.digits;
  let right = mantissa;
  if (parts.exponent >= 0) left *= 10n ** BigInt(parts.exponent);
  else right *= 10n ** BigInt(-parts.exponent);
  if (twos >= 0) right <<= BigInt(twos);
  else left <<= BigInt(-twos);
  return left < right ? -1 : left > right ? 1 : 0;
}

const scratch = new DataView(new ArrayBuffer(8));

function takeApart(double: number): { mantissa: bigint; exponent: number } {
  scratch.setFloat64(0, double);
  const bits = scratch.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const magnitude = biased === 0 ? fraction : fraction | 0x10000000000000n;
  return { mantissa: bits >> 63n ? -magnitude : magnitude, exponent: (biased === 0 ? 1 : biased) - 1075 };
}

const LONG_LIMIT = 2n ** 63n;

/** The number cut to an integer, exactly; undefined for what is not finite or does not fit in 64 bits. */
export function truncated(value: RawValue): bigint | undefined {
  if (value.type === BSON.int) return BigInt(value.buf.readInt32LE(value.at));
  if (value.type === BSON.long) return value.buf.readBigInt64LE(value.at);
  const double = toDouble(value);
  if (!Number.isFinite(double) || Math.abs(double) > 2 ** 63) return undefined;
  const parts = value.type === BSON.decimal ? decimalParts(value) : undefined;
  const whole = typeof parts === 'object' ? wholeOf(parts) : BigInt(Math.trunc(double));
  return whole < LONG_LIMIT && whole >= -LONG_LIMIT ? whole : undefined;
}

function wholeOf({ negative, digits, exponent }: DecimalParts): bigint {
  const magnitude = exponent >= 0 ? digits * 10n ** BigInt(exponent) : digits / 10n ** BigInt(-exponent);
  return negative ? -magnitude : magnitude;
}

/** The number as an integer if it is one that fits in 64 bits, else undefined. */
export function toInteger(value: RawValue): bigint | undefined {
  return value.type === BSON.double && !Number.isInteger(toDouble(value)) ? undefined : truncated(value);
}
