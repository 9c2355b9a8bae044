import { Long, Timestamp } from 'bson';
import { combine, OverflowError } from '../bson/arithmetic.ts';
import { compareValues } from '../bson/key.ts';
import { BSON, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { type Branch, rawOf } from '../bson/tree.ts';
import { toRaw } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { typeName } from '../query/types.ts';
import { splitPath, type UpdateContext, valueAt, visitPath } from './path.ts';

/** One change at one path, ready to be applied. */
export interface Change {
  readonly path: string;
  /** Other paths it touches ($rename), for finding conflicts. */
  readonly also?: string;
  readonly apply: (root: Branch, context: UpdateContext) => void;
}

export type MakeChange = (path: string, operand: RawValue) => Change;

/** A change that replaces one value by another; undefined in: missing, undefined out: left alone. */
function replacing(
  path: string,
  next: (value: RawValue | undefined) => RawValue | undefined,
  onlyInsert = false,
): Change {
  const parts = splitPath(path);
  return {
    path,
    apply: (root, context) => {
      if (onlyInsert && !context.inserting) return;
      visitPath(root, parts, 'create', context, (parent, name) => {
        const node = parent.get(name);
        const value = next(node === undefined ? undefined : rawOf(node));
        if (value !== undefined) parent.set(name, value);
      });
    },
  };
}

function arithmetic(operator: string, op: '+' | '*'): MakeChange {
  return (path, operand) => {
    const verb = op === '+' ? 'increment' : 'multiply';
    if (!isNumber(operand.type)) throw new CommandError(14, `Cannot ${verb} with non-numeric argument: {${path}: ...}`);
    const zero = op === '*' ? combine('*', operand, toRaw(0)) : undefined;
    return replacing(path, (value) => {
      if (value === undefined) return zero ?? operand;
      if (!isNumber(value.type)) {
        throw new CommandError(
          14,
          `Cannot apply ${operator} to a value of non-numeric type. The document has the field '${path}' of non-numeric type ${typeName(value.type)}`,
        );
      }
      try {
        return combine(op, value, operand);
      } catch (error) {
        if (error instanceof OverflowError)
          throw new CommandError(
            2,
            `Failed to apply ${operator} operations to current value: it leaves the 64-bit range`,
          );
        throw error;
      }
    });
  };
}

function extreme(sign: 1 | -1): MakeChange {
  return (path, operand) =>
    replacing(path, (value) => (value === undefined || sign * compareValues(operand, value) > 0 ? operand : undefined));
}

const unset: MakeChange = (path) => {
  const parts = splitPath(path);
  return {
    path,
    apply: (root, context) => visitPath(root, parts, 'lenient', context, (parent, name) => void parent.remove(name)),
  };
};

const rename: MakeChange = (from, operand) => {
  if (operand.type !== BSON.string) throw new CommandError(2, `The 'to' field for $rename must be a string: ${from}`);
  const to = operand.buf.toString('utf8', operand.at + 4, operand.end - 1);
  const [source, target] = [splitPath(from), splitPath(to)];
  for (const part of [...source, ...target]) {
    if (part === '$' || part.startsWith('$['))
      throw new CommandError(2, `The source and destination fields for $rename may not be dynamic: ${from}`);
  }
  if (from === to) throw new CommandError(2, `The source and target field for $rename must differ: ${from}`);
  return {
    path: to,
    also: from,
    apply: (root, context) => {
      const value = valueAt(root, source, '$rename');
      if (value === undefined) return;
      visitPath(root, source, 'lenient', context, (parent, name) => void parent.remove(name));
      visitPath(root, target, 'create', context, (parent, name) => {
        if (parent.isArray) throw new CommandError(2, `The destination field cannot be an array element, '${to}'`);
        parent.set(name, value);
      });
    },
  };
};

let lastSecond = 0;
let increment = 0;

/** A server timestamp: seconds, and a counter within the second. */
function nextTimestamp(): RawValue {
  const second = Math.floor(Date.now() / 1000);
  increment = second === lastSecond ? increment + 1 : 1;
  lastSecond = second;
  return toRaw(new Timestamp({ t: second, i: increment }));
}

const currentDate: MakeChange = (path, operand) => {
  if (operand.type === BSON.bool) return replacing(path, () => toRaw(new Date()));
  const cursor = new ElementCursor(operand.buf, operand.at);
  if (operand.type === BSON.object && cursor.next() && cursor.name === '$type' && cursor.type === BSON.string) {
    const kind = operand.buf.toString('utf8', cursor.at + 4, cursor.end - 1);
    if (kind === 'date') return replacing(path, () => toRaw(new Date()));
    if (kind === 'timestamp') return replacing(path, nextTimestamp);
  }
  throw new CommandError(
    2,
    `${typeName(operand.type)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
  );
};

const bit: MakeChange = (path, operand) => {
  if (operand.type !== BSON.object)
    throw new CommandError(2, `The $bit modifier is not compatible with a ${typeName(operand.type)}.`);
  const steps: ((value: bigint) => bigint)[] = [];
  let long = false;
  const cursor = new ElementCursor(operand.buf, operand.at);
  while (cursor.next()) {
    const { name } = cursor;
    if (cursor.type !== BSON.int && cursor.type !== BSON.long)
      throw new CommandError(
        2,
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(cursor.type)}' is not supported here`,
      );
    long ||= cursor.type === BSON.long;
    const mask =
      cursor.type === BSON.int ? BigInt(cursor.buf.readInt32LE(cursor.at)) : cursor.buf.readBigInt64LE(cursor.at);
    if (name === 'and') steps.push((value) => value & mask);
    else if (name === 'or') steps.push((value) => value | mask);
    else if (name === 'xor') steps.push((value) => value ^ mask);
    else
      throw new CommandError(
        2,
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}}`,
      );
  }
  if (steps.length === 0)
    throw new CommandError(
      2,
      `You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}}`,
    );
  return replacing(path, (value) => {
    if (value !== undefined && value.type !== BSON.int && value.type !== BSON.long) {
      throw new CommandError(
        2,
        `Cannot apply $bit to a value of non-integral type: the field '${path}' is of type ${typeName(value.type)}`,
      );
    }
    const before =
      value === undefined
        ? 0n
        : value.type === BSON.int
          ? BigInt(value.buf.readInt32LE(value.at))
          : value.buf.readBigInt64LE(value.at);
    const after = steps.reduce((current, change) => change(current), before);
    return long || value?.type === BSON.long ? toRaw(Long.fromBigInt(after)) : toRaw(Number(after));
  });
};

/** The operators that change a field as a whole, by name. */
export const FIELD_OPERATORS: ReadonlyMap<string, MakeChange> = new Map<string, MakeChange>([
  ['$set', (path, operand) => replacing(path, () => operand)],
  ['$setOnInsert', (path, operand) => replacing(path, () => operand, true)],
  ['$unset', unset],
  ['$inc', arithmetic('$inc', '+')],
  ['$mul', arithmetic('$mul', '*')],
  ['$min', extreme(-1)],
  ['$max', extreme(1)],
  ['$rename', rename],
  ['$currentDate', currentDate],
  ['$bit', bit],
]);
