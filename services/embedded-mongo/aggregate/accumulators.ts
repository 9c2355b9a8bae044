import { combine, bigintOf, exactDouble, rawDecimal, rawDouble } from '../bson/arithmetic.ts';
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

/**
 * Adds numbers as MongoDB does: integers exactly, doubles with the rounding errors kept in a second double, decimals
 * apart, so that the order of the documents hardly matters.
 * Source: MongoDB src/mongo/util/summation.h (DoubleDoubleSummation) and accumulator_sum.cpp.
 */
class Summation {
  private integers = 0n;
  private small = 0;
  private high = 0;
  private low = 0;
  private plain = 0;
  private decimals: RawValue | undefined;
  private kind: 'int' | 'long' | 'double' = 'int';
  count = 0;

  add(value: RawValue): void {
    this.count++;
    switch (value.type) {
      case BSON.int:
        this.small += value.buf.readInt32LE(value.at);
        if (Math.abs(this.small) > 2 ** 51) this.settle();
        return;
      case BSON.long:
        this.integers += bigintOf(value);
        if (this.kind === 'int') this.kind = 'long';
        return;
      case BSON.double:
        this.kind = 'double';
        return this.addDouble(toDouble(value));
      default:
        this.decimals = this.decimals === undefined ? detach(value) : combine('+', this.decimals, value);
    }
  }

  private settle(): void {
    this.integers += BigInt(this.small);
    this.small = 0;
  }

  private addDouble(double: number): void {
    this.plain += double;
    const sum = this.high + double;
    const part = sum - this.high;
    this.low += this.high - (sum - part) + (double - part);
    this.high = sum;
  }

  /** Everything but the decimals as a double and what is missing from it. */
  private parts(): readonly [number, number] {
    this.settle();
    const whole = Number(this.integers);
    const rest = Number(this.integers - BigInt(whole));
    const high = this.high + whole;
    const part = high - this.high;
    const low = this.low + (this.high - (high - part) + (whole - part)) + rest;
    return Number.isFinite(high) && Number.isFinite(low) ? [high, low] : [this.plain + whole, 0];
  }

  private inDecimal(): RawValue {
    this.settle();
    if (this.kind !== 'double') return combine('+', this.decimals!, rawDecimal(this.integers, 0));
    return this.parts().reduce<RawValue>((sum, part) => {
      const exact = exactDouble(part, 34);
      return combine('+', sum, exact === undefined ? rawDouble(part) : rawDecimal(exact.digits, exact.exponent));
    }, this.decimals!);
  }

  total(): RawValue {
    if (this.decimals !== undefined) return this.inDecimal();
    const [high, low] = this.parts();
    if (this.kind === 'double' || BigInt.asIntN(64, this.integers) !== this.integers) return rawDouble(high + low);
    const fits = this.kind === 'int' && BigInt.asIntN(32, this.integers) === this.integers;
    return toRaw(fits ? Number(this.integers) : this.integers);
  }

  mean(): RawValue {
    if (this.count === 0) return NULL;
    if (this.decimals !== undefined) return combine('/', this.inDecimal(), rawDecimal(BigInt(this.count), 0));
    const [high, low] = this.parts();
    return rawDouble((high + low) / this.count);
  }
}

function summing(read: (summation: Summation) => RawValue): Accumulator {
  const summation = new Summation();
  return {
    add(value) {
      if (value !== undefined && isNumber(value.type)) summation.add(value);
      return 0;
    },
    result: () => read(summation),
  };
}

export function sum(): Accumulator {
  return summing((summation) => summation.total());
}

export function average(): Accumulator {
  return summing((summation) => summation.mean());
}

/** The greatest value (1) or the least (-1); null and missing do not count. */
export function extreme(sign: 1 | -1): Accumulator {
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
