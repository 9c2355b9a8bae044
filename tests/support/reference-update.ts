import mongoose from 'mongoose';
import { compare, type Doc, matches, sort } from './reference-matcher.ts';
import { copy, isPlain, kindOf, Unsure, whole } from './reference-values.ts';

const { Long, Double, Int32 } = mongoose.mongo;

/** MongoDB's updates over plain objects, written from its manual to be obvious: the measure of the embedded store. */
export interface UpdateOptions {
  readonly arrayFilters?: readonly Doc[];
  /** The element of which array the positional `$` means. */
  readonly position?: number | undefined;
  readonly inserting?: boolean;
}

/** The update is refused, with MongoDB's code. */
export class Refused extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`refused with ${code}`);
    this.code = code;
  }
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return Array.isArray(value) || isPlain(value);
}

function computed(op: '+' | '*', left: unknown, right: unknown): unknown {
  const kinds = [kindOf(left), kindOf(right)];
  if (kinds.includes('decimal')) throw new Unsure();
  if (kinds.includes('double'))
    return new Double(op === '+' ? Number(left) + Number(right) : Number(left) * Number(right));
  const result = op === '+' ? whole(left) + whole(right) : whole(left) * whole(right);
  if (kinds.includes('long') || BigInt.asIntN(32, result) !== result) {
    if (BigInt.asIntN(64, result) !== result) throw new Refused(2);
    return Long.fromBigInt(result);
  }
  return new Int32(Number(result));
}

interface Place {
  readonly holder: Holder;
  readonly key: string;
}

type Missing = 'create' | 'ignore' | 'check';

/** The paths a path with `$`, `$[]` or `$[identifier]` means in a document before it is changed. */
function meant(root: Doc, path: string, options: UpdateOptions): string[] {
  const follow = (value: unknown, parts: readonly string[]): string[] => {
    const [part, ...rest] = parts as [string, ...string[]];
    if (!parts.some((one) => one.startsWith('$'))) return [parts.join('.')];
    if (part.startsWith('$[') && !Array.isArray(value)) throw new Refused(2);
    if (part === '$' && options.position === undefined) throw new Refused(2);
    if (part.startsWith('$')) return chosen(value as unknown[], part).flatMap((at) => under(value, String(at), rest));
    return under(value, part, rest);
  };
  const under = (value: unknown, key: string, rest: readonly string[]): string[] => {
    if (rest.length === 0) return [key];
    const dynamic = rest.some((one) => one.startsWith('$['));
    const child = isHolder(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    if (dynamic && !isHolder(child)) throw new Refused(2);
    return follow(child, rest).map((one) => `${key}.${one}`);
  };
  const chosen = (array: readonly unknown[], part: string): number[] => {
    if (part === '$') return [options.position!];
    const name = part.slice(2, -1);
    const filter = options.arrayFilters?.find((one) => Object.keys(one)[0]!.split('.')[0] === name);
    return array.flatMap((element, at) => (name === '' || matches({ [name]: element }, filter!) ? [at] : []));
  };
  return follow(root, path.split('.'));
}

/** The place a path without `$` means; undefined when there is nothing to do. */
function place(root: Doc, path: string, missing: Missing): Place | undefined {
  const parts = path.split('.');
  const last = parts.pop()!;
  let holder: Holder = root;
  const there = (key: string): boolean =>
    Array.isArray(holder) ? /^\d+$/.test(key) && Number(key) < holder.length : Object.hasOwn(holder, key);
  const absent = (key: string): boolean => {
    if (Array.isArray(holder) && !/^\d+$/.test(key) && missing !== 'ignore') throw new Refused(28);
    return missing !== 'create';
  };
  for (const part of parts) {
    if (!there(part)) {
      if (absent(part)) return undefined;
      put({ holder, key: part }, {});
    }
    const child = holder[part];
    if (!isHolder(child)) {
      if (missing === 'ignore') return undefined;
      throw new Refused(28);
    }
    holder = child;
  }
  return !there(last) && absent(last) ? undefined : { holder, key: last };
}

function has({ holder, key }: Place): boolean {
  return Object.hasOwn(holder, key);
}

function put({ holder, key }: Place, value: unknown): void {
  if (Array.isArray(holder)) while (holder.length < Number(key)) holder.push(null);
  holder[key] = value;
}

function drop({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder[Number(key)] = null;
  else delete holder[key];
}

const same = (left: unknown, right: unknown): boolean => compare(left, right) === 0;

function pushed(array: readonly unknown[], operand: unknown): unknown[] {
  if (!isPlain(operand) || !('$each' in operand)) return [...array, operand];
  const { $each, $position = array.length, $sort, $slice } = operand;
  const at = Number($position) < 0 ? Math.max(0, array.length + Number($position)) : Number($position);
  let list: unknown[] = [...array.slice(0, at), ...($each as unknown[]), ...array.slice(at)];
  if (typeof $sort === 'number') list = [...list].sort((left, right) => $sort * compare(left, right));
  else if ($sort !== undefined) {
    const wrapped = list.map((value) => ({ value, by: isPlain(value) ? value : {} }));
    list = sort(
      wrapped,
      Object.entries($sort as Doc).map(([name, way]) => [`by.${name}`, way as 1 | -1]),
    ).map((one) => one['value']);
  }
  if ($slice === undefined) return list;
  return Number($slice) >= 0 ? list.slice(0, Number($slice)) : list.slice(Number($slice));
}

function pulls(element: unknown, condition: unknown): boolean {
  if (!isPlain(condition)) return same(element, condition);
  const first = Object.keys(condition)[0];
  if (first?.startsWith('$') === true) return matches({ v: [element] }, { v: { $elemMatch: condition } });
  return isPlain(element) && matches(element, condition);
}

type Change = (place: Place, operand: unknown) => void;

function onArray(code: number, change: (array: unknown[], operand: unknown) => unknown[]): Change {
  return (place, operand) => {
    const value = has(place) ? place.holder[place.key] : [];
    if (!Array.isArray(value)) throw new Refused(code);
    put(place, change(value, operand));
  };
}

function arithmetic(op: '+' | '*'): Change {
  return (place, operand) => {
    if (!has(place)) return put(place, op === '+' ? operand : computed('*', operand, 0));
    const value = place.holder[place.key];
    if (kindOf(value) === undefined) throw new Refused(14);
    put(place, computed(op, value, operand));
  };
}

function extreme(sign: number): Change {
  return (place, operand) => {
    if (!has(place) || sign * compare(operand, place.holder[place.key]) > 0) put(place, operand);
  };
}

const bit: Change = (place, operand) => {
  const [[name, mask]] = Object.entries(operand as Record<string, number>) as [[string, number]];
  const value = has(place) ? place.holder[place.key] : 0;
  const kind = kindOf(value);
  if (kind !== 'int' && kind !== 'long') throw new Refused(2);
  const [a, b] = [whole(value), BigInt(mask)];
  const result = name === 'and' ? a & b : name === 'or' ? a | b : a ^ b;
  put(place, kind === 'long' ? Long.fromBigInt(result) : new Int32(Number(result)));
};

const OPERATORS: Record<string, readonly [Missing, Change]> = {
  $set: ['create', (place, operand) => put(place, copy(operand))],
  $setOnInsert: ['create', (place, operand) => put(place, copy(operand))],
  $unset: ['ignore', (place) => drop(place)],
  $inc: ['create', arithmetic('+')],
  $mul: ['create', arithmetic('*')],
  $min: ['create', extreme(-1)],
  $max: ['create', extreme(1)],
  $bit: ['create', bit],
  $push: ['create', onArray(2, pushed)],
  $addToSet: [
    'create',
    onArray(2, (array, operand) => {
      const values = isPlain(operand) && '$each' in operand ? (operand['$each'] as unknown[]) : [operand];
      return values.reduce<unknown[]>(
        (all, one) => (all.some((other) => same(other, one)) ? all : [...all, one]),
        array,
      );
    }),
  ],
  $pull: ['check', onArray(2, (array, operand) => array.filter((element) => !pulls(element, operand)))],
  $pullAll: [
    'check',
    onArray(2, (array, operand) => array.filter((one) => !(operand as unknown[]).some((other) => same(one, other)))),
  ],
  $pop: ['check', onArray(14, (array, operand) => (operand === 1 ? array.slice(0, -1) : array.slice(1)))],
};

function rename(root: Doc, from: string, to: string): void {
  const source = from.split('.');
  let holder: unknown = root;
  for (const part of source.slice(0, -1)) {
    if (!isPlain(holder) || !Object.hasOwn(holder, part)) {
      if (Array.isArray(holder)) throw new Refused(2);
      return;
    }
    holder = holder[part];
  }
  if (Array.isArray(holder)) throw new Refused(2);
  if (!isPlain(holder) || !Object.hasOwn(holder, source.at(-1)!)) return;
  const value = holder[source.at(-1)!];
  delete holder[source.at(-1)!];
  const target = place(root, to, 'create')!;
  if (Array.isArray(target.holder)) throw new Refused(2);
  put(target, value);
}

/** MongoDB visits the paths of an update in the order of their names. */
function byPath([, left]: readonly [string, string, unknown], [, right]: readonly [string, string, unknown]): number {
  const [a, b] = [left.split('.'), right.split('.')];
  const at = a.findIndex((part, i) => part !== b[i]);
  if (at < 0 || b[at] === undefined) return a.length - b.length;
  const numbers = [a[at]!, b[at]].map(Number);
  if (numbers.every(Number.isInteger)) return numbers[0]! - numbers[1]!;
  return a[at]! < b[at] ? -1 : 1;
}

type Step = readonly [operator: string, path: string, operand: unknown];

/** Whether two changes use one place in ways that do not go together; `means` gives the places of a path. */
function clash(steps: readonly Step[], means: (path: string) => string[]): boolean {
  const uses = new Map<string, 'value' | 'list' | 'document'>();
  for (const [name, path, operand] of steps) {
    for (const asked of name === '$rename' ? [path, operand as string] : [path]) {
      const parts = asked.split('.');
      for (const one of means(asked)) {
        for (let length = 1; length <= parts.length; length++) {
          const start = one.split('.').slice(0, length).join('.');
          const use = length === parts.length ? 'value' : parts[length]!.startsWith('$[') ? 'list' : 'document';
          const before = uses.get(start);
          if (before !== undefined && (before !== use || use === 'value')) return true;
          uses.set(start, use);
        }
      }
    }
  }
  return false;
}

function applied(doc: Doc, steps: readonly Step[], options: UpdateOptions): Doc {
  const after = copy(doc);
  for (const [name, path, operand] of steps) {
    if (name === '$rename') rename(after, operand as string, path);
    else if (name !== '$setOnInsert' || options.inserting === true) {
      const [missing, change] = OPERATORS[name]!;
      for (const one of meant(doc, path, options)) {
        const found = place(after, one, missing);
        if (found !== undefined) change(found, operand);
      }
    }
  }
  return after;
}

/** The document after an update with operators. @throws Refused, Unsure (which of several refusals comes first) */
export function update(doc: Doc, changes: Doc, options: UpdateOptions = {}): Doc {
  const steps = Object.entries(changes)
    .flatMap(([name, fields]) =>
      Object.entries(fields as Doc).map(([path, operand]): Step =>
        name === '$rename' ? [name, operand as string, path] : [name, path, operand],
      ),
    )
    .sort(byPath);
  if (clash(steps, (path) => [path])) throw new Refused(40);
  const clashes = clash(steps, (path) => {
    try {
      return meant(doc, path, options);
    } catch {
      return [];
    }
  });
  if (!clashes) return applied(doc, steps, options);
  try {
    applied(doc, steps, options);
  } catch {
    throw new Unsure();
  }
  throw new Refused(40);
}
