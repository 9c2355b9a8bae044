import { BSON, type RawValue } from '../../bson/raw.ts';
import { elementsOf, entriesOf, stringOf } from '../../bson/value.ts';
import { CommandError } from '../../errors.ts';
import { int32 } from './arrays.ts';
import { checkedName, holds } from './logic.ts';
import {
  isNullish,
  kindOf,
  type MakeOperator,
  namedOperands,
  NULL,
  operands,
  rawArray,
  rawObject,
  rawString,
} from './scope.ts';

/** What `as` names the element; `this` when it says nothing. */
function nameOf(as: RawValue | undefined): string {
  if (as === undefined) return 'this';
  if (as.type !== BSON.string) throw new CommandError(16866, `'as' must be a string, not ${kindOf(as)}`);
  return checkedName(stringOf(as));
}

const map: MakeOperator = (given, compile, name) => {
  const fields = namedOperands(name, given, { needed: ['input', 'in'], optional: ['as'] }, 16879);
  const variable = nameOf(fields.get('as'));
  const input = compile(fields.get('input')!);
  const body = compile(fields.get('in')!, [variable]);
  return ({ root, frame }) => {
    const list = input({ root, frame });
    if (isNullish(list)) return NULL;
    if (list.type !== BSON.array) throw new CommandError(16883, `input to $map must be an array not ${kindOf(list)}`);
    return rawArray(elementsOf(list).map((value) => body({ root, frame: { name: variable, value, outer: frame } })));
  };
};

const filter: MakeOperator = (given, compile, name) => {
  const fields = namedOperands(name, given, { needed: ['input', 'cond'], optional: ['as', 'limit'] }, 28647);
  const variable = nameOf(fields.get('as'));
  const input = compile(fields.get('input')!);
  const test = compile(fields.get('cond')!, [variable]);
  const limited = fields.get('limit');
  const limit = limited === undefined ? undefined : compile(limited);
  return ({ root, frame }) => {
    const list = input({ root, frame });
    if (isNullish(list)) return NULL;
    if (list.type !== BSON.array)
      throw new CommandError(28651, `input to $filter must be an array not ${kindOf(list)}`);
    const most = limit?.({ root, frame });
    const count = isNullish(most) ? Infinity : int32(most, 327391, '$filter: limit');
    if (count < 1) throw new CommandError(327392, '$filter: limit must be greater than 0');
    const kept: RawValue[] = [];
    for (const value of elementsOf(list)) {
      if (kept.length < count && holds(test({ root, frame: { name: variable, value, outer: frame } })))
        kept.push(value);
    }
    return rawArray(kept);
  };
};

const reduce: MakeOperator = (given, compile, name) => {
  const fields = namedOperands(name, given, { needed: ['input', 'initialValue', 'in'] }, 40076);
  const [input, initial] = [compile(fields.get('input')!), compile(fields.get('initialValue')!)];
  const body = compile(fields.get('in')!, ['this', 'value']);
  return ({ root, frame }) => {
    const list = input({ root, frame });
    if (isNullish(list)) return NULL;
    if (list.type !== BSON.array)
      throw new CommandError(40080, `$reduce requires that 'input' be an array, found: ${kindOf(list)}`);
    return elementsOf(list).reduce<RawValue | undefined>((value, element) => {
      const carried = { name: 'value', value, outer: frame };
      return body({ root, frame: { name: 'this', value: element, outer: carried } });
    }, initial({ root, frame }));
  };
};

const mergeObjects: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => {
    const fields = new Map<string, RawValue>();
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) continue;
      if (value.type !== BSON.object)
        throw new CommandError(40400, `$mergeObjects requires object inputs, but input is of type ${kindOf(value)}`);
      for (const [field, inner] of entriesOf(value)) fields.set(field, inner);
    }
    return rawObject(fields);
  };
};

const objectToArray: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => {
    const value = argument!(scope);
    if (isNullish(value)) return NULL;
    if (value.type !== BSON.object)
      throw new CommandError(40390, `$objectToArray requires a document input, found: ${kindOf(value)}`);
    const pairs = entriesOf(value).map(([field, inner]) =>
      rawObject([
        ['k', rawString(field)],
        ['v', inner],
      ]),
    );
    return rawArray(pairs);
  };
};

const arrayToObject: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => {
    const value = argument!(scope);
    if (isNullish(value)) return NULL;
    if (value.type !== BSON.array)
      throw new CommandError(40386, `$arrayToObject requires an array input, found: ${kindOf(value)}`);
    return rawObject(new Map(elementsOf(value).map(pairOf)));
  };
};

/** `{ k, v }` or `[k, v]` as a field. */
function pairOf(pair: RawValue): [string, RawValue] {
  const fields = pair.type === BSON.array ? elementsOf(pair) : [];
  let [key, value] = fields;
  if (pair.type === BSON.object) {
    const named = new Map(entriesOf(pair));
    [key, value] = named.size === 2 ? [named.get('k'), named.get('v')] : [undefined, undefined];
  } else if (fields.length !== 2) key = undefined;
  if (key?.type !== BSON.string || value === undefined)
    throw new CommandError(40391, '$arrayToObject requires an array of key-value pairs');
  const name = stringOf(key);
  if (name.includes('\0')) throw new CommandError(4940400, 'Key field cannot contain an embedded null byte');
  return [name, value];
}

const getField: MakeOperator = (given, compile, name) => {
  const long = given.type === BSON.object && entriesOf(given).some(([field]) => field === 'field');
  const fields = long
    ? namedOperands(name, given, { needed: ['field'], optional: ['input'] }, 3041701)
    : new Map([['field', given]]);
  const key = compile(fields.get('field')!);
  const input = fields.get('input');
  const from = input === undefined ? undefined : compile(input);
  return (scope) => {
    const wanted = key(scope);
    if (wanted?.type !== BSON.string)
      throw new CommandError(
        5654602,
        `$getField requires 'field' to evaluate to type String, but got ${kindOf(wanted)}`,
      );
    const object = from === undefined ? scope.root : from(scope);
    if (isNullish(object)) return object;
    if (object.type !== BSON.object) return undefined;
    const text = stringOf(wanted);
    return entriesOf(object).find(([field]) => field === text)?.[1];
  };
};

/** A field that must be a constant text: `$setField` may name what no path can. */
function constantField(given: RawValue, name: string): string {
  const literal = given.type === BSON.object ? entriesOf(given) : [];
  const value = literal[0]?.[0] === '$literal' ? literal[0][1] : given;
  if (value.type !== BSON.string || (value === given && stringOf(value).startsWith('$')))
    throw new CommandError(4161108, `${name} requires 'field' to be a constant string, not ${kindOf(value)}`);
  return stringOf(value);
}

function setting(takesValue: boolean): MakeOperator {
  return (given, compile, name) => {
    const needed = takesValue ? ['field', 'input', 'value'] : ['field', 'input'];
    const fields = namedOperands(name, given, { needed }, 4161102);
    const field = constantField(fields.get('field')!, name);
    const input = compile(fields.get('input')!);
    const value = takesValue ? compile(fields.get('value')!) : (): undefined => undefined;
    return (scope) => {
      const object = input(scope);
      if (isNullish(object)) return NULL;
      if (object.type !== BSON.object)
        throw new CommandError(4161105, `${name} requires 'input' to evaluate to type Object`);
      const changed = new Map(entriesOf(object));
      const next = value(scope);
      if (next === undefined) changed.delete(field);
      else changed.set(field, next);
      return rawObject(changed);
    };
  };
}

/** Operators that go through arrays with variables, and those that take objects apart. */
export const LOOPS: readonly (readonly [string, MakeOperator])[] = [
  ['$map', map],
  ['$filter', filter],
  ['$reduce', reduce],
  ['$mergeObjects', mergeObjects],
  ['$objectToArray', objectToArray],
  ['$arrayToObject', arrayToObject],
  ['$getField', getField],
  ['$setField', setting(true)],
  ['$unsetField', setting(false)],
];
