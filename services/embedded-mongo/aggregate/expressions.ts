import { BSON, bytesOf, documentValue, findField, type RawValue } from '../bson/raw.ts';
import { elementsOf, entriesOf, stringOf } from '../bson/value.ts';
import { toRaw } from '../bson/writer.ts';
import { CommandError } from '../errors.ts';
import { ARITHMETIC } from './expression/arithmetic.ts';
import { ARRAYS } from './expression/arrays.ts';
import { DATES } from './expression/dates.ts';
import { GATHERING } from './expression/gather.ts';
import { holds, LOGIC } from './expression/logic.ts';
import { LOOPS } from './expression/loops.ts';
import { type Evaluate, type Frame, type MakeOperator, rawArray, rawObject, type Scope } from './expression/scope.ts';
import { SETS } from './expression/sets.ts';
import { STRINGS } from './expression/strings.ts';
import { TYPES } from './expression/types.ts';

/** An expression ready to run on a document; undefined when it leads to nothing. */
export type Expression = (doc: Buffer) => RawValue | undefined;

/** Variables a command brings along in `let`. */
export type Variables = ReadonlyMap<string, RawValue>;
export const NO_VARIABLES: Variables = new Map();

const OPERATORS = new Map<string, MakeOperator>([
  ...ARITHMETIC,
  ...LOGIC,
  ...ARRAYS,
  ...SETS,
  ...LOOPS,
  ...STRINGS,
  ...DATES,
  ...TYPES,
  ...GATHERING,
]);

/** Operators MongoDB has and this server refuses, rather than to be wrong about them. */
const REFUSED = new Set([
  ...['$accumulator', '$acos', '$acosh', '$asin', '$asinh', '$atan', '$atan2', '$atanh', '$binarySize'],
  ...['$bitAnd', '$bitNot', '$bitOr', '$bitXor', '$bottom', '$bottomN', '$bsonSize', '$convert', '$cos', '$cosh'],
  ...['$dateAdd', '$dateDiff', '$dateFromParts', '$dateFromString', '$dateSubtract', '$dateToParts'],
  ...['$degreesToRadians', '$denseRank', '$derivative', '$exp', '$firstN', '$function', '$indexOfBytes', '$lastN'],
  ...['$ln', '$log', '$log10', '$maxN', '$median', '$meta', '$minN', '$percentile', '$pow', '$radiansToDegrees'],
  ...['$rand', '$regexFind', '$regexFindAll', '$regexMatch', '$sampleRate', '$sin', '$sinh', '$sortArray'],
  ...['$stdDevPop', '$stdDevSamp', '$tan', '$tanh', '$toHashedIndexKey', '$top', '$topN', '$tsIncrement'],
  ...['$tsSecond', '$zip'],
]);

/**
 * Compiles an aggregation expression. Every operator works on typed values, so that numbers keep their kind.
 * @throws CommandError 168 for an operator MongoDB does not know, 238 for one this server does not have, 17276 for an
 * unknown variable, and each operator's own
 */
export function compileExpression(expression: RawValue, variables: Variables = NO_VARIABLES): Expression {
  let frame: Frame = { name: 'NOW', value: toRaw(new Date()), outer: undefined };
  for (const [name, value] of variables) frame = { name, value, outer: frame };
  const evaluate = compile(expression, new Set(['NOW', ...variables.keys()]));
  return (doc) => evaluate({ root: documentValue(doc), frame });
}

/** An `$expr` as a condition on documents. */
export function parseExpression(expression: RawValue, variables: Variables = NO_VARIABLES): (doc: Buffer) => boolean {
  const buf = Buffer.from(bytesOf(expression));
  const evaluate = compileExpression({ type: expression.type, buf, at: 0, end: buf.length }, variables);
  return (doc) => holds(evaluate(doc));
}

/** The variables of a command's `let`. @throws CommandError 4890500 for one that needs a document */
export function parseVariables(given: RawValue | undefined): Variables {
  const variables = new Map<string, RawValue>();
  const empty = Buffer.from([5, 0, 0, 0, 0]);
  for (const [name, value] of given === undefined ? [] : entriesOf(given)) {
    if (readsDocument(value))
      throw new CommandError(4890500, 'Command let Expression tried to access a field, but this is not allowed');
    const result = compileExpression(value, variables)(empty);
    if (result !== undefined) variables.set(name, result);
  }
  return variables;
}

function readsDocument(value: RawValue): boolean {
  if (value.type === BSON.string) return /^\$(?!\$)|^\$\$(ROOT|CURRENT)/.test(stringOf(value));
  if (value.type === BSON.array) return elementsOf(value).some(readsDocument);
  return (
    value.type === BSON.object && entriesOf(value).some(([name, inner]) => name !== '$literal' && readsDocument(inner))
  );
}

function compile(value: RawValue, known: ReadonlySet<string>): Evaluate {
  switch (value.type) {
    case BSON.string: {
      const text = stringOf(value);
      return text.startsWith('$') ? reference(text, known) : () => value;
    }
    case BSON.array: {
      const parts = elementsOf(value).map((element) => compile(element, known));
      return (scope) => rawArray(parts.map((part) => part(scope)));
    }
    case BSON.object:
      return objectOrOperator(value, known);
    default:
      return () => value;
  }
}

function objectOrOperator(value: RawValue, known: ReadonlySet<string>): Evaluate {
  const fields = entriesOf(value);
  const [first] = fields;
  if (first?.[0].startsWith('$') === true) {
    if (fields.length > 1)
      throw new CommandError(15983, 'an object representing an expression must have exactly one field');
    return operation(first[0], first[1], known);
  }
  const computed = fields.map(([name, inner]) => {
    if (name.startsWith('$')) throw new CommandError(16410, `FieldPath field names may not start with '$': ${name}`);
    if (name.includes('.')) throw new CommandError(16412, `FieldPath field names may not contain '.': ${name}`);
    return [name, compile(inner, known)] as const;
  });
  return (scope) => {
    const present: [string, RawValue][] = [];
    for (const [name, evaluate] of computed) {
      const result = evaluate(scope);
      if (result !== undefined) present.push([name, result]);
    }
    return rawObject(present);
  };
}

function operation(name: string, given: RawValue, known: ReadonlySet<string>): Evaluate {
  if (name === '$literal') return () => given;
  const make = OPERATORS.get(name);
  if (make !== undefined)
    return make(
      given,
      (value, bound = []) => compile(value, bound.length > 0 ? new Set([...known, ...bound]) : known),
      name,
    );
  if (REFUSED.has(name)) throw new CommandError(238, `the expression ${name} is not supported`);
  throw new CommandError(168, `Unrecognized expression '${name}'`);
}

function reference(text: string, known: ReadonlySet<string>): Evaluate {
  const isVariable = text.startsWith('$$');
  const [first = '', ...rest] = text.slice(isVariable ? 2 : 1).split('.');
  const path = (isVariable ? rest : [first, ...rest]).map((part) => Buffer.from(part));
  if (path.some((part) => part.length === 0) || (first === '' && !isVariable))
    throw new CommandError(40353, "FieldPath must not end with a '.' or be empty.");
  if (!isVariable || first === 'ROOT' || (first === 'CURRENT' && !known.has(first)))
    return ({ root }) => follow(root, path, 0);
  if (first === 'REMOVE') return () => undefined;
  if (!known.has(first)) throw new CommandError(17276, `Use of undefined variable: ${first}`);
  return ({ frame }) => follow(bound(frame, first), path, 0);
}

function bound(frame: Scope['frame'], name: string): RawValue | undefined {
  for (let at = frame; at !== undefined; at = at.outer) if (at.name === name) return at.value;
  return undefined;
}

/**
 * Follows a path. An array on the way gives an array of what its objects lead to; arrays within arrays are passed over.
 * Source: MongoDB src/mongo/db/pipeline/expression.cpp, ExpressionFieldPath::evaluatePath.
 */
function follow(value: RawValue | undefined, path: readonly Buffer[], i: number): RawValue | undefined {
  if (value === undefined || i === path.length) return value;
  if (value.type === BSON.object) return follow(findField(value.buf, value.at, path[i]!), path, i + 1);
  // Also of the path's own variable: `$$list.x` goes through the list.
  if (value.type !== BSON.array) return undefined;
  const found: RawValue[] = [];
  for (const element of elementsOf(value)) {
    const inner = element.type === BSON.object ? follow(element, path, i) : undefined;
    if (inner !== undefined) found.push(inner);
  }
  return rawArray(found);
}
