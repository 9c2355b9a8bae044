import { combine, OverflowError, rawDouble } from '../bson/arithmetic.ts';
import { compareValues, keyOf } from '../bson/key.ts';
import { toDouble } from '../bson/number.ts';
import { BSON, detach, isNumber, type RawValue } from '../bson/raw.ts';
import { BsonWriter, toRaw } from '../bson/writer.ts';

/** Gathers one value over the documents of a group. `add` returns how many more bytes it keeps. */
export interface Accumulator {
  add(value: RawValue | undefined): number;
  result(): RawValue;
}

const NULL: RawValue = { type: BSON.null, buf: Buffer.alloc(0), at: 0, end: 0 };

function plus(left: RawValue, right: RawValue): RawValue {
  try {
    return combine('+', left, right);
  } catch (error) {
    if (error instanceof OverflowError) return rawDouble(toDouble(left) + toDouble(right));
    throw error;
  }
}

/** Small integers, the common case, are added as numbers. */
function sum(): Accumulator {
  let whole = 0;
  let other: RawValue | undefined;
  return {
    add(value) {
      if (value === undefined || !isNumber(value.type)) return 0;
      if (value.type === BSON.int) whole += value.buf.readInt32LE(value.at);
      else other = other === undefined ? detach(value) : plus(other, value);
      return 0;
    },
    result() {
      const ints = toRaw(whole > 0x7fffffff || whole < -0x80000000 ? BigInt(whole) : whole);
      return other === undefined ? ints : plus(other, ints);
    },
  };
}

function average(): Accumulator {
  const total = sum();
  let count = 0;
  return {
    add(value) {
      if (value !== undefined && isNumber(value.type)) count++;
      return total.add(value);
    },
    result: () => (count === 0 ? NULL : rawDouble(toDouble(total.result()) / count)),
  };
}

function extreme(sign: 1 | -1): Accumulator {
  let best: RawValue | undefined;
  return {
    add(value) {
      if (value === undefined || value.type === BSON.null || value.type === BSON.undefined) return 0;
      if (best === undefined || sign * compareValues(value, best) > 0) best = detach(value);
      return 0;
    },
    result: () => best ?? NULL,
  };
}

function first(): Accumulator {
  let kept: RawValue | undefined;
  return {
    add(value) {
      kept ??= value === undefined ? NULL : detach(value);
      return 0;
    },
    result: () => kept ?? NULL,
  };
}

function last(): Accumulator {
  let kept: RawValue = NULL;
  return {
    add(value) {
      kept = value === undefined ? NULL : detach(value);
      return 0;
    },
    result: () => kept,
  };
}

function list(values: readonly RawValue[]): RawValue {
  const writer = new BsonWriter(256).begin(BSON.array);
  values.forEach((value, i) => writer.raw(String(i), value));
  const buf = writer.end().finish();
  return { type: BSON.array, buf, at: 0, end: buf.length };
}

function push(): Accumulator {
  const values: RawValue[] = [];
  return {
    add(value) {
      if (value === undefined) return 0;
      values.push(detach(value));
      return value.end - value.at + 64;
    },
    result: () => list(values),
  };
}

function addToSet(): Accumulator {
  const values = new Map<string, RawValue>();
  return {
    add(value) {
      if (value === undefined) return 0;
      const key = keyOf(value).toString('latin1');
      if (values.has(key)) return 0;
      values.set(key, detach(value));
      return value.end - value.at + key.length + 100;
    },
    result: () => list([...values.values()]),
  };
}

function count(): Accumulator {
  let n = 0;
  return {
    add() {
      n++;
      return 0;
    },
    result: () => toRaw(n),
  };
}

/** The accumulators of `$group`, by name. */
export const ACCUMULATORS: ReadonlyMap<string, () => Accumulator> = new Map<string, () => Accumulator>([
  ['$sum', sum],
  ['$avg', average],
  ['$min', () => extreme(-1)],
  ['$max', () => extreme(1)],
  ['$first', first],
  ['$last', last],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$count', count],
]);
