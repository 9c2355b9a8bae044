import mongoose from 'mongoose';
import { compare, type Doc, matches, sort } from './reference-matcher.ts';
import { copy, isPlain, type Kind, kindOf, Unsure, whole } from './reference-values.ts';

const { Long, Double, Int32 } = mongoose.mongo;

/** MongoDB's pipelines over plain arrays, written from its manual to be obvious: the measure of the embedded store. */
export type Collections = Readonly<Record<string, readonly Doc[]>>;

/** The pipeline is refused. */
export class Refused extends Error {}
const same = (left: unknown, right: unknown): boolean => order(left, right) === 0;

/** The total order; missing comes below null. */
function order(left: unknown, right: unknown): number {
  if (left === undefined || right === undefined) return Number(right === undefined) - Number(left === undefined);
  return compare(left, right);
}

function integer(value: bigint, int: boolean): unknown {
  if (int && BigInt.asIntN(32, value) === value) return new Int32(Number(value));
  return BigInt.asIntN(64, value) === value ? Long.fromBigInt(value) : new Double(Number(value));
}

/** The widest kind of some numbers. */
function widest(values: readonly unknown[]): Kind {
  const kinds = values.map(kindOf);
  if (kinds.includes(undefined)) throw new Refused();
  if (kinds.includes('decimal')) throw new Unsure();
  return kinds.includes('double') ? 'double' : kinds.includes('long') ? 'long' : 'int';
}

function computed(
  values: readonly unknown[],
  onDoubles: (a: number, b: number) => number,
  onWhole: (a: bigint, b: bigint) => bigint,
): unknown {
  const kind = widest(values);
  if (kind === 'double') return new Double(values.map(Number).reduce(onDoubles));
  return integer(values.map(whole).reduce(onWhole), kind === 'int');
}

const truth = (value: unknown): boolean =>
  !(
    value === undefined ||
    value === null ||
    value === false ||
    (kindOf(value) !== undefined && compare(value, 0) === 0)
  );

/** What a path leads to: an array on the way gives an array. */
function follow(value: unknown, parts: readonly string[]): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (Array.isArray(value))
    return value
      .filter(isPlain)
      .map((one) => follow(one, parts))
      .filter((one) => one !== undefined);
  return isPlain(value) && Object.hasOwn(value, part) ? follow(value[part], rest) : undefined;
}

type Variables = Readonly<Record<string, unknown>>;
type Operator = (values: unknown[]) => unknown;

const compared =
  (says: (order: number) => boolean): Operator =>
  ([left, right]) =>
    says(order(left, right));

/** Null when any operand is null or missing. */
const strict =
  (compute: Operator): Operator =>
  (values) =>
    values.some((value) => value === null || value === undefined) ? null : compute(values);

const OPERATORS: Record<string, Operator> = {
  $eq: compared((by) => by === 0),
  $ne: compared((by) => by !== 0),
  $gt: compared((by) => by > 0),
  $gte: compared((by) => by >= 0),
  $lt: compared((by) => by < 0),
  $lte: compared((by) => by <= 0),
  $cmp: ([left, right]) => new Int32(Math.sign(order(left, right))),
  $and: (values) => values.every(truth),
  $or: (values) => values.some(truth),
  $not: ([value]) => !truth(value),
  $add: strict((values) => {
    if (values.some((value) => value instanceof Date)) throw new Unsure();
    return computed(
      values,
      (a, b) => a + b,
      (a, b) => a + b,
    );
  }),
  $multiply: strict((values) =>
    computed(
      values,
      (a, b) => a * b,
      (a, b) => a * b,
    ),
  ),
  $subtract: strict((values) => {
    if (values.some((value) => value instanceof Date)) throw new Unsure();
    return computed(
      values,
      (a, b) => a - b,
      (a, b) => a - b,
    );
  }),
  $divide: strict((values) => {
    widest(values);
    if (compare(values[1], 0) === 0) throw new Refused();
    return new Double(Number(values[0]) / Number(values[1]));
  }),
  $mod: strict((values) => {
    const kind = widest(values);
    if (compare(values[1], 0) === 0) throw new Refused();
    return kind === 'double'
      ? new Double(Number(values[0]) % Number(values[1]))
      : integer(whole(values[0]) % whole(values[1]), kind === 'int');
  }),
  $concat: strict((values) => {
    if (!values.every((value) => typeof value === 'string')) throw new Refused();
    return values.join('');
  }),
  $size: ([value]) => {
    if (!Array.isArray(value)) throw new Refused();
    return new Int32(value.length);
  },
  $in: ([value, list]) => {
    if (!Array.isArray(list)) throw new Refused();
    return list.some((one) => same(one, value));
  },
  $arrayElemAt: strict(([list, at]) => {
    if (!Array.isArray(list)) throw new Refused();
    return list.at(Number(at)) as unknown;
  }),
  $isArray: ([value]) => Array.isArray(value),
  $concatArrays: strict((values) => {
    if (!values.every(Array.isArray)) throw new Refused();
    return values.flatMap((value) => value as unknown[]);
  }),
  $type: ([value]) => typeOf(value),
};

function typeOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (isPlain(value)) return 'object';
  const kind = kindOf(value);
  if (kind !== undefined) return kind;
  return typeof value === 'string' ? 'string' : typeof value === 'boolean' ? 'bool' : 'objectId';
}

/** The value of an expression; undefined for missing. */
export function evaluate(expression: unknown, doc: Doc, variables: Variables = {}): unknown {
  if (typeof expression === 'string' && expression.startsWith('$$')) {
    const [name = '', ...path] = expression.slice(2).split('.');
    return follow(name === 'ROOT' ? doc : variables[name], path);
  }
  if (typeof expression === 'string' && expression.startsWith('$')) return follow(doc, expression.slice(1).split('.'));
  if (Array.isArray(expression)) return expression.map((one) => evaluate(one, doc, variables) ?? null);
  if (!isPlain(expression)) return expression;
  const [[name, operand] = ['', undefined]] = Object.entries(expression);
  if (!name.startsWith('$')) {
    const fields = Object.entries(expression).map(([field, one]) => [field, evaluate(one, doc, variables)] as const);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (name === '$literal') return operand;
  if (name === '$map' || name === '$filter') return loop(name, operand as Doc, doc, variables);
  const operands = (Array.isArray(operand) ? operand : [operand]) as unknown[];
  if (name === '$and' || name === '$or') {
    // The rest is not looked at once it is decided.
    const decides = operands.some((one) => truth(evaluate(one, doc, variables)) === (name === '$or'));
    return decides === (name === '$or');
  }
  if (name === '$ifNull') {
    const values = operands.slice(0, -1);
    const chosen = values.find((one) => (evaluate(one, doc, variables) ?? null) !== null) ?? operands.at(-1);
    return evaluate(chosen, doc, variables);
  }
  if (name === '$cond')
    return evaluate(truth(evaluate(operands[0], doc, variables)) ? operands[1] : operands[2], doc, variables);
  return OPERATORS[name]!(operands.map((one) => evaluate(one, doc, variables)));
}

function loop(name: string, { input, in: body, cond }: Doc, doc: Doc, variables: Variables): unknown {
  const list = evaluate(input, doc, variables);
  if (list === null || list === undefined) return null;
  if (!Array.isArray(list)) throw new Refused();
  const inside = (value: unknown): Variables => ({ ...variables, this: value });
  if (name === '$map') return list.map((one) => evaluate(body, doc, inside(one)) ?? null);
  return list.filter((one) => truth(evaluate(cond, doc, inside(one)))) as unknown;
}

const numbers = (values: readonly unknown[]): unknown[] => values.filter((value) => kindOf(value) !== undefined);
const present = (values: readonly unknown[]): unknown[] => values.filter((value) => value !== undefined);
const something = (values: readonly unknown[]): unknown[] => present(values).filter((value) => value !== null);

/** MongoDB keeps what rounding loses, so that its sum is the exact one, rounded once. */
function exactSum(doubles: readonly number[]): number {
  let bits = 0;
  for (const double of doubles) while (!Number.isInteger(double * 2 ** bits)) bits++;
  return Number(doubles.reduce((sum, double) => sum + BigInt(double * 2 ** bits), 0n)) / 2 ** bits;
}

/** The sum of all numbers among the values, from 0 on. Where doubles would round, the reference does not know. */
function total(values: readonly unknown[]): unknown {
  const all = [new Int32(0), ...numbers(values)];
  const kind = widest(all);
  if (kind !== 'double')
    return integer(
      all.map(whole).reduce((a, b) => a + b),
      kind === 'int',
    );
  if (all.some((value) => Number.isFinite(Number(value)) && Math.abs(Number(value)) >= 2 ** 50)) throw new Unsure();
  const [infinite, finite] = [
    all.map(Number).filter((one) => !Number.isFinite(one)),
    all.map(Number).filter(Number.isFinite),
  ];
  return new Double(infinite.length > 0 ? infinite.reduce((a, b) => a + b) : exactSum(finite));
}

const ACCUMULATORS: Record<string, (values: unknown[]) => unknown> = {
  $sum: total,
  $avg: (values) => {
    const count = numbers(values).length;
    return count === 0 ? null : new Double(Number(total(values)) / count);
  },
  $min: (values) =>
    something(values).reduce((best, one) => (best === undefined || compare(one, best) < 0 ? one : best), undefined) ??
    null,
  $max: (values) =>
    something(values).reduce((best, one) => (best === undefined || compare(one, best) > 0 ? one : best), undefined) ??
    null,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => present(values),
  $addToSet: (values) =>
    present(values).reduce<unknown[]>((all, one) => (all.some((other) => same(one, other)) ? all : [...all, one]), []),
  $count: (values) => new Int32(values.length),
};

function group(docs: readonly Doc[], { _id, ...fields }: Doc): Doc[] {
  const groups: { id: unknown; docs: Doc[] }[] = [];
  for (const doc of docs) {
    const id = evaluate(_id, doc) ?? null;
    const known = groups.find((one) => same(one.id, id));
    if (known === undefined) groups.push({ id, docs: [doc] });
    else known.docs.push(doc);
  }
  return groups.map((one) => {
    const results = Object.entries(fields).map(([name, given]) => {
      const [[accumulator, expression]] = Object.entries(given as Doc) as [[string, unknown]];
      return [name, ACCUMULATORS[accumulator]!(one.docs.map((doc) => evaluate(expression, doc)))] as const;
    });
    return { _id: one.id, ...Object.fromEntries(results) };
  });
}

function unwind(docs: readonly Doc[], path: string): Doc[] {
  const name = path.slice(1);
  return docs.flatMap((doc) => {
    const value = doc[name];
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value.map((one: unknown) => ({ ...doc, [name]: one })) : [doc];
  });
}

function set(doc: Doc, fields: Doc): Doc {
  const after = { ...doc };
  for (const [name, expression] of Object.entries(fields)) {
    const value = evaluate(expression, doc);
    if (value === undefined) delete after[name];
    else after[name] = value;
  }
  return after;
}

/** Joined by each of the local values; nothing at all joins like null. */
function lookup(docs: readonly Doc[], { from, localField, foreignField, as }: Doc, collections: Collections): Doc[] {
  return docs.map((doc) => {
    const found = follow(doc, (localField as string).split('.'));
    const values = found === undefined ? [] : Array.isArray(found) ? (found as unknown[]) : [found];
    const sought = { [foreignField as string]: { $in: values.length === 0 ? [null] : values } };
    return { ...doc, [as as string]: collections[from as string]!.filter((one) => matches(one, sought)) };
  });
}

/** Runs a pipeline. @throws Refused, Unsure */
export function aggregate(docs: readonly Doc[], pipeline: readonly Doc[], collections: Collections): Doc[] {
  return pipeline.reduce<Doc[]>(
    (before, stage) => {
      const [[name, given]] = Object.entries(stage) as [[string, never]];
      switch (name) {
        case '$match':
          return before.filter((doc) =>
            '$expr' in (given as Doc) ? truth(evaluate(given['$expr'], doc)) : matches(doc, given),
          );
        case '$sort':
          return sort(before, Object.entries(given));
        case '$skip':
          return before.slice(given);
        case '$limit':
          return before.slice(0, given);
        case '$group':
          return group(before, given);
        case '$count':
          return before.length === 0 ? [] : [{ [given]: new Int32(before.length) }];
        case '$unwind':
          return unwind(before, given);
        case '$set':
          return before.map((doc) => set(doc, given));
        case '$project':
          return before.map((doc) => ({ _id: doc['_id'], ...set({}, {}), ...(evaluate(given, doc) as Doc) }));
        case '$lookup':
          return lookup(before, given, collections);
        case '$facet':
          return [
            Object.fromEntries(
              Object.entries(given as Doc).map(([facet, inner]) => [
                facet,
                aggregate(before, inner as Doc[], collections),
              ]),
            ),
          ];
        default:
          throw new Error(`the reference does not know ${name}`);
      }
    },
    docs.map((doc) => copy(doc)),
  );
}
