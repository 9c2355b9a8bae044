import { toDouble } from '../bson/number.ts';
import { BSON, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { CommandError } from '../errors.ts';

const ALIASES: Readonly<Record<string, readonly number[]>> = {
  double: [BSON.double],
  string: [BSON.string],
  object: [BSON.object],
  array: [BSON.array],
  binData: [BSON.binary],
  undefined: [BSON.undefined],
  objectId: [BSON.objectId],
  bool: [BSON.bool],
  date: [BSON.date],
  null: [BSON.null],
  regex: [BSON.regex],
  dbPointer: [BSON.dbPointer],
  javascript: [BSON.code],
  symbol: [BSON.symbol],
  javascriptWithScope: [BSON.codeWithScope],
  int: [BSON.int],
  timestamp: [BSON.timestamp],
  long: [BSON.long],
  decimal: [BSON.decimal],
  minKey: [BSON.minKey],
  maxKey: [BSON.maxKey],
  number: [BSON.int, BSON.long, BSON.double, BSON.decimal],
};

/** MongoDB's name of a BSON type, as `$type` takes it and error messages show it. */
export function typeName(type: number): string {
  return Object.entries(ALIASES).find(([, types]) => types[0] === type)?.[0] ?? 'missing';
}

/** The BSON types a `$type` operand names: an alias, a number, or an array of them. */
export function typesNamed(operand: RawValue): ReadonlySet<number> {
  if (operand.type !== BSON.array) return new Set(namedBy(operand));
  const cursor = new ElementCursor(operand.buf, operand.at);
  const types = new Set<number>();
  while (cursor.next()) for (const type of namedBy(cursor.value())) types.add(type);
  if (types.size === 0) throw new CommandError(9, '$type must match at least one type');
  return types;
}

function namedBy(operand: RawValue): readonly number[] {
  if (operand.type === BSON.string) {
    const alias = operand.buf.toString('utf8', operand.at + 4, operand.end - 1);
    const types = ALIASES[alias];
    if (types === undefined) throw new CommandError(2, `Unknown type name alias: ${alias}`);
    return types;
  }
  if (!isNumber(operand.type)) throw new CommandError(14, 'type must be represented as a number or a string');
  const code = toDouble(operand);
  const type = code === -1 ? BSON.minKey : code;
  if (!Object.values(ALIASES).some((types) => types[0] === type))
    throw new CommandError(2, `Invalid numerical type code: ${code}`);
  return [type];
}
