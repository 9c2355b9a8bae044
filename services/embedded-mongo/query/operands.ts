import { toDouble } from '../bson/number.ts';
import { BSON, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { elementsOf, stringOf } from '../bson/value.ts';
import { CommandError } from '../errors.ts';

/** The members of an array operand. @throws CommandError 2 when it is none */
export function arrayOperand(operand: RawValue, name: string): RawValue[] {
  if (operand.type !== BSON.array) throw new CommandError(2, `${name} needs an array`);
  return elementsOf(operand);
}

/** The operand of `$size`. @throws CommandError 9 */
export function sizeOperand(operand: RawValue): number {
  const size = toDouble(operand);
  if (Number.isNaN(size)) throw new CommandError(9, 'Failed to parse $size. Expected a number');
  if (!Number.isInteger(size)) throw new CommandError(9, 'Failed to parse $size. Expected an integer');
  if (size < 0) throw new CommandError(9, `Failed to parse $size. Expected a non-negative number in: $size: ${size}`);
  return size;
}

/** How many elements an array has. */
export function countElements(array: RawValue): number {
  const cursor = new ElementCursor(array.buf, array.at);
  let count = 0;
  while (cursor.next()) count++;
  return count;
}

/** Truth as MongoDB sees a value: false, 0, null and undefined are false. */
export function isTruthy({ type, buf, at, end }: RawValue): boolean {
  if (type === BSON.bool) return buf[at] === 1;
  if (type === BSON.null || type === BSON.undefined) return false;
  if (isNumber(type)) return toDouble({ type, buf, at, end }) !== 0;
  return true;
}

/** Whether a document has a field of this name. */
export function hasField(value: RawValue, name: string): boolean {
  const cursor = new ElementCursor(value.buf, value.at);
  while (cursor.next()) if (cursor.name === name) return true;
  return false;
}

/** The `$options` beside a `$regex`. */
export function findOption(around: RawValue): RawValue | undefined {
  const cursor = new ElementCursor(around.buf, around.at);
  while (cursor.next()) if (cursor.name === '$options') return cursor.value();
  return undefined;
}

/** Pattern and flags of a `$regex` operand. @throws CommandError 2 */
export function regexParts(operand: RawValue): { source: string; flags: string } {
  if (operand.type === BSON.string) return { source: stringOf(operand), flags: '' };
  if (operand.type !== BSON.regex) throw new CommandError(2, '$regex has to be a string');
  const [source = '', flags = ''] = operand.buf.toString('utf8', operand.at, operand.end).split('\0');
  return { source, flags };
}
