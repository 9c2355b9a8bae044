import { toDouble } from '../bson/number.ts';
import { BSON, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';
import type { ValueTest } from './path.ts';

export type BitsOperator = '$bitsAllSet' | '$bitsAnySet' | '$bitsAllClear' | '$bitsAnyClear';

/** A number that is a whole one, not negative, and fits in 64 bits. @throws CommandError 9 */
function wholeNumber(value: RawValue, where: string): bigint {
  const double = toDouble(value);
  if (!Number.isInteger(double) || Math.abs(double) >= 2 ** 63)
    throw new CommandError(9, `Expected an integer: ${where}: ${double}`);
  if (double < 0) throw new CommandError(9, `Expected a non-negative number in: ${where}: ${double}`);
  return value.type === BSON.long ? value.buf.readBigInt64LE(value.at) : BigInt(double);
}

/** The places an operand names: of a bit mask, of bytes, or as a list. @throws CommandError 2, 9 */
function positionsOf(name: string, operand: RawValue): number[] {
  if (isNumber(operand.type)) {
    const mask = wholeNumber(operand, name);
    return Array.from({ length: 64 }, (_, i) => i).filter((i) => (mask >> BigInt(i)) & 1n);
  }
  if (operand.type === BSON.binary) {
    const bytes = bytesIn(operand);
    return Array.from({ length: bytes.length * 8 }, (_, i) => i).filter((i) => isSetIn(bytes, i));
  }
  if (operand.type !== BSON.array)
    throw new CommandError(2, `${name} takes an Array, a number, or a BinData but received another type`);
  const cursor = new ElementCursor(operand.buf, operand.at);
  const positions: number[] = [];
  while (cursor.next()) {
    const where = `Failed to parse bit position. ${cursor.name}`;
    if (!isNumber(cursor.type)) throw new CommandError(2, `${where}: Expected a number`);
    const position = wholeNumber(cursor.value(), where);
    if (position > 0x7fffffffn) throw new CommandError(9, `${where}: cannot be represented as a 32-bit integer`);
    positions.push(Number(position));
  }
  return positions;
}

function bytesIn({ buf, at, end }: RawValue): Buffer {
  return buf.subarray(at + 5, end);
}

function isSetIn(bytes: Buffer, position: number): boolean {
  return ((bytes[position >> 3] ?? 0) >> (position & 7)) % 2 === 1;
}

/** Reads the bits of a value; undefined for one that has none. Beyond 64 bits a number goes on with its sign. */
function bitsOf(value: RawValue): ((position: number) => boolean) | undefined {
  if (value.type === BSON.binary) {
    const bytes = bytesIn(value);
    return (position) => isSetIn(bytes, position);
  }
  let whole: bigint;
  if (value.type === BSON.int) whole = BigInt(value.buf.readInt32LE(value.at));
  else if (value.type === BSON.long) whole = value.buf.readBigInt64LE(value.at);
  else {
    const double = value.type === BSON.double ? toDouble(value) : NaN;
    if (!Number.isInteger(double) || double >= 2 ** 63 || double < -(2 ** 63)) return undefined;
    whole = BigInt(double);
  }
  return (position) => ((whole >> BigInt(Math.min(position, 63))) & 1n) === 1n;
}

/** The test of a bitwise predicate. Source: MongoDB src/mongo/db/matcher/expression_leaf.cpp, BitTestMatchExpression. */
export function bitsTest(name: BitsOperator, operand: RawValue): ValueTest {
  const positions = positionsOf(name, operand);
  const wanted = name.endsWith('Set');
  const all = name.startsWith('$bitsAll');
  return (value) => {
    const isSet = value === undefined ? undefined : bitsOf(value);
    if (isSet === undefined) return false;
    const meets = (position: number): boolean => isSet(position) === wanted;
    return all ? positions.every(meets) : positions.some(meets);
  };
}
