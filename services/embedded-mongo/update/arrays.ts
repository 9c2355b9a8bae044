import { compareValues, keyOf } from '../bson/key.ts';
import { toDouble } from '../bson/number.ts';
import { BSON, bytesOf, documentValue, ElementCursor, isNumber, type RawValue } from '../bson/raw.ts';
import { Branch, type Node, rawOf } from '../bson/tree.ts';
import { CommandError } from '../errors.ts';
import { matches } from '../query/match.ts';
import { equality, isOperatorObject, parseOperators, passes } from '../query/operators.ts';
import { parseFilter } from '../query/parse.ts';
import { parseSort, sortKey } from '../query/sort.ts';
import { typeName } from '../query/types.ts';
import type { Change, MakeChange } from './fields.ts';
import { splitPath, visitPath } from './path.ts';

/** The elements of a raw array. */
function elements(array: RawValue): RawValue[] {
  const cursor = new ElementCursor(array.buf, array.at);
  const values: RawValue[] = [];
  while (cursor.next()) values.push(cursor.value());
  return values;
}

/** A change on the array at a path; `missing` says what an absent one becomes (undefined: nothing happens). */
function onArray(
  path: string,
  missing: 'empty' | undefined,
  refusal: (type: string) => CommandError,
  change: (nodes: Node[]) => Node[],
): Change {
  const parts = splitPath(path);
  return {
    path,
    apply: (root, context) =>
      visitPath(root, parts, missing === 'empty' ? 'create' : 'viable', context, (parent, name) => {
        const at = parent.indexOf(name);
        if (at < 0) {
          const made = new Branch(BSON.array);
          made.refill(change([]));
          parent.set(name, made);
          return;
        }
        const node = parent.nodes[at]!;
        if (node.type !== BSON.array) throw refusal(typeName(node.type));
        const array = parent.openAt(at);
        array.refill(change([...array.nodes]));
      }),
  };
}

interface PushModifiers {
  readonly each: readonly RawValue[];
  readonly position: number | undefined;
  readonly slice: number | undefined;
  readonly order: ((nodes: Node[]) => Node[]) | undefined;
}

function integerOf(name: string, value: RawValue): number {
  const number = toDouble(value);
  if (!isNumber(value.type) || !Number.isInteger(number))
    throw new CommandError(
      2,
      `The value for ${name} must be an integer value but was given type: ${typeName(value.type)}`,
    );
  return number;
}

function pushModifiers(operand: RawValue): PushModifiers {
  if (!isEach(operand)) return { each: [operand], position: undefined, slice: undefined, order: undefined };
  let each: RawValue[] = [];
  let position: number | undefined;
  let slice: number | undefined;
  let order: PushModifiers['order'];
  const cursor = new ElementCursor(operand.buf, operand.at);
  while (cursor.next()) {
    const value = cursor.value();
    const { name } = cursor;
    if (name === '$each') {
      if (value.type !== BSON.array)
        throw new CommandError(
          2,
          `The argument to $each in $push must be an array but it was of type: ${typeName(value.type)}`,
        );
      each = elements(value);
    } else if (name === '$position') position = integerOf(name, value);
    else if (name === '$slice') slice = integerOf(name, value);
    else if (name === '$sort') order = ordering(value);
    else throw new CommandError(2, `Unrecognized clause in $push: ${name}`);
  }
  return { each, position, slice, order };
}

function isEach(operand: RawValue): boolean {
  if (operand.type !== BSON.object) return false;
  const cursor = new ElementCursor(operand.buf, operand.at);
  while (cursor.next()) if (cursor.name === '$each') return true;
  return false;
}

/** `$sort: 1` orders whole elements, `$sort: { a: -1 }` by fields in them. */
function ordering(value: RawValue): (nodes: Node[]) => Node[] {
  if (value.type === BSON.object) {
    const fields = parseSort(value);
    if (fields.length === 0) throw new CommandError(2, 'The $sort pattern is empty when it should be a set of fields.');
    return (nodes) =>
      nodes
        .map((node) => ({ node, key: sortKey(node.type === BSON.object ? bytesOf(rawOf(node)) : NOTHING, fields) }))
        .sort((left, right) => Buffer.compare(left.key, right.key))
        .map(({ node }) => node);
  }
  const direction = isNumber(value.type) ? toDouble(value) : NaN;
  if (direction !== 1 && direction !== -1) throw new CommandError(2, 'The $sort element value must be either 1 or -1');
  return (nodes) => [...nodes].sort((left, right) => direction * compareValues(rawOf(left), rawOf(right)));
}

const NOTHING = Buffer.from([5, 0, 0, 0, 0]);

const push: MakeChange = (path, operand) => {
  const { each, position, slice, order } = pushModifiers(operand);
  const refusal = (type: string): CommandError =>
    new CommandError(2, `The field '${path}' must be an array but is of type ${type}`);
  return onArray(path, 'empty', refusal, (nodes) => {
    const at = position === undefined ? nodes.length : position < 0 ? Math.max(0, nodes.length + position) : position;
    nodes.splice(Math.min(at, nodes.length), 0, ...each);
    const ordered = order === undefined ? nodes : order(nodes);
    if (slice === undefined) return ordered;
    return slice >= 0 ? ordered.slice(0, slice) : ordered.slice(slice);
  });
};

const addToSet: MakeChange = (path, operand) => {
  let values = [operand];
  if (isEach(operand)) {
    const cursor = new ElementCursor(operand.buf, operand.at);
    while (cursor.next()) {
      if (cursor.name !== '$each')
        throw new CommandError(2, `Found unexpected fields after $each in $addToSet: ${cursor.name}`);
      if (cursor.type !== BSON.array)
        throw new CommandError(
          14,
          `The argument to $each in $addToSet must be an array but it was of type ${typeName(cursor.type)}`,
        );
      values = elements(cursor.value());
    }
  }
  const keyed = values.map((value) => ({ value, key: keyOf(value).toString('latin1') }));
  const refusal = (type: string): CommandError =>
    new CommandError(2, `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${type}`);
  return onArray(path, 'empty', refusal, (nodes) => {
    const present = new Set(nodes.map((node) => keyOf(rawOf(node)).toString('latin1')));
    for (const { value, key } of keyed) {
      if (present.has(key)) continue;
      present.add(key);
      nodes.push(value);
    }
    return nodes;
  });
};

function notAnArray(operator: string): () => CommandError {
  return () => new CommandError(2, `Cannot apply ${operator} to a non-array value`);
}

const pull: MakeChange = (path, operand) => {
  const refusal = notAnArray('$pull');
  if (operand.type === BSON.object && !isOperatorObject(operand)) {
    const own = documentValue(Buffer.from(bytesOf(operand)));
    const filter = parseFilter(own.buf, own.at);
    return onArray(path, undefined, refusal, (nodes) =>
      nodes.filter((node) => node.type !== BSON.object || !matches(filter, bytesOf(rawOf(node)))),
    );
  }
  const test = operand.type === BSON.object ? parseOperators(operand, parseFilter) : equality(operand);
  return onArray(path, undefined, refusal, (nodes) => nodes.filter((node) => !passes(test, rawOf(node))));
};

const pullAll: MakeChange = (path, operand) => {
  if (operand.type !== BSON.array)
    throw new CommandError(2, `$pullAll requires an array argument but was given a ${typeName(operand.type)}`);
  const unwanted = new Set(elements(operand).map((value) => keyOf(value).toString('latin1')));
  return onArray(path, undefined, notAnArray('$pullAll'), (nodes) =>
    nodes.filter((node) => !unwanted.has(keyOf(rawOf(node)).toString('latin1'))),
  );
};

const pop: MakeChange = (path, operand) => {
  const end = toDouble(operand);
  if (!isNumber(operand.type)) throw new CommandError(9, `Expected a number in: ${path}`);
  if (end !== 1 && end !== -1) throw new CommandError(9, `$pop expects 1 or -1, found: ${end}`);
  const refusal = (type: string): CommandError =>
    new CommandError(14, `Path '${path}' contains an element of non-array type '${type}'`);
  return onArray(path, undefined, refusal, (nodes) => (end === 1 ? nodes.slice(0, -1) : nodes.slice(1)));
};

/** The operators that change an array, by name. */
export const ARRAY_OPERATORS: ReadonlyMap<string, MakeChange> = new Map<string, MakeChange>([
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
  ['$pop', pop],
]);
