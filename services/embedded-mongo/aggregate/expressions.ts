import { deserialize, Long } from 'bson';
import { Context, evalExpr } from 'mingo/core';
import * as operators from 'mingo/operators/expression';
import { BSON, bytesOf, ElementCursor, findField, type RawValue } from '../bson/raw.ts';
import { toRaw } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { isTruthy } from '../query/operands.ts';

/** An expression ready to run on a document; undefined when it leads to nothing. */
export type Expression = (doc: Buffer) => RawValue | undefined;

const KNOWN = new Set(Object.keys(operators));
/** Would run code or need state this server does not have. */
const REFUSED = new Set(['$function', '$accumulator', '$where', '$rand', '$sampleRate', '$meta']);
const VARIABLES = new Set(['$$ROOT', '$$CURRENT', '$$REMOVE', '$$NOW']);
const context = Context.init({ expression: operators as unknown as Parameters<Context['addExpressionOps']>[0] });

const OPTIONS = {
  context,
  scriptEnabled: false,
  useStrictMode: true,
  idKey: '_id',
  processingMode: 0,
  failOnError: true,
};

/**
 * Compiles an aggregation expression. Field paths and literals are answered from the raw bytes, types kept;
 * operators are computed by mingo over decoded documents.
 * @throws CommandError 168 for an operator it does not know
 */
export function compileExpression(expression: RawValue): Expression {
  if (expression.type === BSON.string) {
    const text = expression.buf.toString('utf8', expression.at + 4, expression.end - 1);
    if (!text.startsWith('$')) return () => expression;
    if (!text.startsWith('$$')) return fieldPath(text.slice(1), viaMingo(expression));
    if (text === '$$ROOT' || text === '$$CURRENT')
      return (doc) => ({ type: BSON.object, buf: doc, at: 0, end: doc.length });
    if (text === '$$REMOVE') return () => undefined;
  } else if (expression.type !== BSON.object && expression.type !== BSON.array) return () => expression;
  if (expression.type === BSON.object) {
    const cursor = new ElementCursor(expression.buf, expression.at);
    if (cursor.next() && cursor.name === '$literal') {
      const literal = cursor.value();
      return () => literal;
    }
  }
  checkOperators(expression, new Set());
  return viaMingo(expression);
}

/** An `$expr` as a condition on documents. */
export function parseExpression(expression: RawValue): (doc: Buffer) => boolean {
  const own = copyOf(expression);
  const evaluate = compileExpression(own);
  return (doc) => {
    const value = evaluate(doc);
    return value !== undefined && isTruthy(value);
  };
}

function copyOf({ type, buf, at, end }: RawValue): RawValue {
  const copy = Buffer.from(buf.subarray(at, end));
  return { type, buf: copy, at: 0, end: copy.length };
}

/** Follows a path through documents only; an array on the way is a matter for mingo. */
function fieldPath(path: string, otherwise: Expression): Expression {
  if (path === '' || path.split('.').includes(''))
    throw new CommandError(40353, "FieldPath must not end with a '.' or be empty.");
  const parts = path.split('.').map((part) => Buffer.from(part));
  return (doc) => {
    let at = 0;
    let value: RawValue | undefined;
    for (let i = 0; i < parts.length; i++) {
      value = findField(doc, at, parts[i]!);
      if (value === undefined || i === parts.length - 1) return value;
      if (value.type === BSON.array) return otherwise(doc);
      if (value.type !== BSON.object) return undefined;
      at = value.at;
    }
    return value;
  };
}

function viaMingo(expression: RawValue): Expression {
  const decoded = decodeValue(expression);
  return (doc) => {
    let result: unknown;
    try {
      result = evalExpr(deserialize(doc), decoded, OPTIONS);
    } catch (error) {
      throw new CommandError(40066, `expression failed: ${(error as Error).message}`);
    }
    return result === undefined ? undefined : toRaw(fitting(result));
  };
}

/** Integers too large for 32 bits become Longs, as MongoDB would have them. */
function fitting(value: unknown): unknown {
  if (typeof value === 'number' && Number.isSafeInteger(value) && (value > 0x7fffffff || value < -0x80000000)) {
    return Long.fromNumber(value);
  }
  return value;
}

function decodeValue({ type, buf, at, end }: RawValue): unknown {
  const wrapped = Buffer.alloc(end - at + 8);
  wrapped.writeInt32LE(wrapped.length);
  wrapped[4] = type;
  wrapped[5] = 0x76;
  buf.copy(wrapped, 7, at, end);
  return deserialize(wrapped)['v'];
}

/** @throws CommandError 168 for an unknown operator, 17276 for an unknown variable, anywhere in the expression */
function checkOperators(expression: RawValue, variables: ReadonlySet<string>): void {
  if (expression.type === BSON.string) {
    const text = expression.buf.toString('utf8', expression.at + 4, expression.end - 1);
    if (!text.startsWith('$$')) return;
    const name = text.split('.')[0]!;
    if (!VARIABLES.has(name) && !variables.has(name))
      throw new CommandError(17276, `Use of undefined variable: ${name.slice(2)}`);
    return;
  }
  if (expression.type !== BSON.object && expression.type !== BSON.array) return;
  const cursor = new ElementCursor(expression.buf, expression.at);
  while (cursor.next()) {
    const { name } = cursor;
    if (expression.type === BSON.object && name.startsWith('$')) {
      if (name === '$literal') continue;
      if (REFUSED.has(name)) throw new CommandError(238, `${name} is not supported`);
      if (!KNOWN.has(name)) throw new CommandError(168, `Unrecognized expression '${name}'`);
    }
    checkOperators(cursor.value(), bindings(name, cursor.value(), variables));
  }
}

/** The variables an operator binds for what is inside it. */
function bindings(name: string, operand: RawValue, outer: ReadonlySet<string>): ReadonlySet<string> {
  if (!['$let', '$map', '$filter', '$reduce', '$sortArray'].includes(name) || operand.type !== BSON.object)
    return outer;
  const inner = new Set([...outer, '$$this', '$$value']);
  const as = findField(operand.buf, operand.at, Buffer.from('as'));
  if (as?.type === BSON.string) inner.add(`$$${as.buf.toString('utf8', as.at + 4, as.end - 1)}`);
  const vars = findField(operand.buf, operand.at, Buffer.from('vars'));
  if (vars?.type === BSON.object) {
    const cursor = new ElementCursor(bytesOf(vars), 0);
    while (cursor.next()) inner.add(`$$${cursor.name}`);
  }
  return inner;
}
