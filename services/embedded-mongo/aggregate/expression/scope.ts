import { BSON, type RawValue } from '../../bson/raw.ts';
import { elementsOf, entriesOf } from '../../bson/value.ts';
import { BsonWriter } from '../../bson/writer.ts';
import { CommandError } from '../../errors.ts';
import { typeName } from '../../query/types.ts';

/** A variable bound by `$let`, `$map` and their kind, the innermost first. */
export interface Frame {
  readonly name: string;
  readonly value: RawValue | undefined;
  readonly outer: Frame | undefined;
}

/** What an expression is evaluated in: the document and the variables around it. */
export interface Scope {
  readonly root: RawValue;
  readonly frame: Frame | undefined;
}

/** A compiled expression; undefined stands for "missing". */
export type Evaluate = (scope: Scope) => RawValue | undefined;

/** Compiles a part of an expression, inside which the variables `bound` are known besides those around it. */
export type Compile = (value: RawValue, bound?: readonly string[]) => Evaluate;

/** Makes an operator from what it was given. */
export type MakeOperator = (operand: RawValue, compile: Compile, name: string) => Evaluate;

export const NULL: RawValue = { type: BSON.null, buf: Buffer.alloc(0), at: 0, end: 0 };
const TRUE: RawValue = { type: BSON.bool, buf: Buffer.from([1]), at: 0, end: 1 };
const FALSE: RawValue = { type: BSON.bool, buf: Buffer.from([0]), at: 0, end: 1 };

export function rawBool(value: boolean): RawValue {
  return value ? TRUE : FALSE;
}

/** Null, undefined or missing: what most operators answer with null. */
export function isNullish(value: RawValue | undefined): value is undefined {
  return value === undefined || value.type === BSON.null || value.type === BSON.undefined;
}

export function isArray(value: RawValue | undefined): value is RawValue {
  return value?.type === BSON.array;
}

/** The type of a value in error messages. */
export function kindOf(value: RawValue | undefined): string {
  return value === undefined ? 'missing' : typeName(value.type);
}

export function rawArray(values: readonly (RawValue | undefined)[]): RawValue {
  const writer = new BsonWriter(values.length * 32 + 64).begin(BSON.array);
  for (let i = 0; i < values.length; i++) writer.raw(String(i), values[i] ?? NULL);
  const buf = writer.end().finish();
  return { type: BSON.array, buf, at: 0, end: buf.length };
}

export function rawObject(fields: Iterable<readonly [string, RawValue]>): RawValue {
  const writer = new BsonWriter(256).begin();
  for (const [name, value] of fields) writer.raw(name, value);
  const buf = writer.end().finish();
  return { type: BSON.object, buf, at: 0, end: buf.length };
}

export function rawString(text: string): RawValue {
  const bytes = Buffer.from(text);
  const buf = Buffer.allocUnsafe(bytes.length + 5);
  buf.writeInt32LE(bytes.length + 1, 0);
  bytes.copy(buf, 4);
  buf[buf.length - 1] = 0;
  return { type: BSON.string, buf, at: 0, end: buf.length };
}

export function rawInt(value: number): RawValue {
  const buf = Buffer.allocUnsafe(4);
  buf.writeInt32LE(value);
  return { type: BSON.int, buf, at: 0, end: 4 };
}

export function rawLong(value: bigint): RawValue {
  const buf = Buffer.allocUnsafe(8);
  buf.writeBigInt64LE(value);
  return { type: BSON.long, buf, at: 0, end: 8 };
}

export function rawDate(milliseconds: bigint): RawValue {
  const { buf } = rawLong(milliseconds);
  return { type: BSON.date, buf, at: 0, end: 8 };
}

/**
 * The operands of an operator: the elements of an array, or the one value given instead of one.
 * @throws CommandError 16020, 28667 when they are too few or too many
 */
export function operands(name: string, given: RawValue, compile: Compile, least: number, most = least): Evaluate[] {
  const list = given.type === BSON.array ? elementsOf(given) : [given];
  if (list.length < least || list.length > most) {
    if (least === most) {
      const message = `Expression ${name} takes exactly ${least} arguments. ${list.length} were passed in.`;
      throw new CommandError(16020, message);
    }
    const bounds = Number.isFinite(most) ? `at least ${least} arguments, and at most ${most}` : `at least ${least}`;
    throw new CommandError(28667, `Expression ${name} takes ${bounds}, but ${list.length} were passed in.`);
  }
  return list.map((one) => compile(one));
}

/**
 * The named arguments of an operator that takes an object.
 * @throws CommandError `code` when it is none, lacks one it needs, or has one it does not know
 */
export function namedOperands(
  name: string,
  given: RawValue,
  { needed, optional = [] }: { readonly needed: readonly string[]; readonly optional?: readonly string[] },
  code: number,
): Map<string, RawValue> {
  if (given.type !== BSON.object) throw new CommandError(code, `${name} only supports an object as its argument`);
  const fields = new Map(entriesOf(given));
  for (const field of fields.keys()) {
    if (!needed.includes(field) && !optional.includes(field))
      throw new CommandError(code, `Unrecognized argument to ${name}: ${field}`);
  }
  for (const field of needed) {
    if (!fields.has(field)) throw new CommandError(code, `Missing '${field}' parameter to ${name}`);
  }
  return fields;
}
