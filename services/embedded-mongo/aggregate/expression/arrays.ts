import { toDouble } from '../../bson/number.ts';
import { isNumber, type RawValue } from '../../bson/raw.ts';
import { elementsOf } from '../../bson/value.ts';
import { CommandError } from '../../errors.ts';
import { compareLoosely, holds } from './logic.ts';
import { isArray, isNullish, kindOf, type MakeOperator, NULL, operands, rawArray, rawBool, rawInt } from './scope.ts';

/** A number that must be a whole one of 32 bits. */
export function int32(value: RawValue, code: number, what: string): number {
  const number = isNumber(value.type) ? toDouble(value) : NaN;
  if (!Number.isInteger(number) || Math.abs(number) > 0x7fffffff)
    throw new CommandError(code, `${what} must be representable as a 32-bit integer, but is ${kindOf(value)}`);
  return number;
}

const size: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => {
    const value = argument!(scope);
    if (!isArray(value))
      throw new CommandError(17124, `The argument to $size must be an array, but was of type: ${kindOf(value)}`);
    return rawInt(elementsOf(value).length);
  };
};

const isIn: MakeOperator = (given, compile, name) => {
  const [needle, haystack] = operands(name, given, compile, 2);
  return (scope) => {
    const list = haystack!(scope);
    if (!isArray(list))
      throw new CommandError(40081, `$in requires an array as a second argument, found: ${kindOf(list)}`);
    const wanted = needle!(scope);
    return rawBool(elementsOf(list).some((one) => compareLoosely(one, wanted) === 0));
  };
};

const arrayElemAt: MakeOperator = (given, compile, name) => {
  const [array, index] = operands(name, given, compile, 2);
  return (scope) => {
    const [list, at] = [array!(scope), index!(scope)];
    if (isNullish(list) || isNullish(at)) return NULL;
    if (!isArray(list))
      throw new CommandError(28689, `$arrayElemAt's first argument must be an array, but is ${kindOf(list)}`);
    if (!isNumber(at.type))
      throw new CommandError(28690, `$arrayElemAt's second argument must be a numeric value, but is ${kindOf(at)}`);
    return elementsOf(list).at(int32(at, 28691, "$arrayElemAt's second argument"));
  };
};

function end(at: 0 | -1): MakeOperator {
  return (given, compile, name) => {
    const [array] = operands(name, given, compile, 1);
    return (scope) => {
      const list = array!(scope);
      if (isNullish(list)) return NULL;
      if (!isArray(list)) throw new CommandError(28689, `${name}'s argument must be an array, but is ${kindOf(list)}`);
      return elementsOf(list).at(at);
    };
  };
}

const isArrayOperator: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => rawBool(isArray(argument!(scope)));
};

const concatArrays: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => {
    const values: RawValue[] = [];
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) return NULL;
      if (!isArray(value)) throw new CommandError(28664, `$concatArrays only supports arrays, not ${kindOf(value)}`);
      values.push(...elementsOf(value));
    }
    return rawArray(values);
  };
};

const reverseArray: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => {
    const value = argument!(scope);
    if (isNullish(value)) return NULL;
    if (!isArray(value))
      throw new CommandError(
        34435,
        `The argument to $reverseArray must be an array, but was of type: ${kindOf(value)}`,
      );
    return rawArray(elementsOf(value).reverse());
  };
};

const slice: MakeOperator = (given, compile, name) => {
  const [array, first, second] = operands(name, given, compile, 2, 3);
  return (scope) => {
    const [list, from, most] = [array!(scope), first!(scope), second?.(scope)];
    if (isNullish(list) || isNullish(from) || (second !== undefined && isNullish(most))) return NULL;
    if (!isArray(list))
      throw new CommandError(28724, `First argument to $slice must be an array, but is ${kindOf(list)}`);
    const values = elementsOf(list);
    const start = int32(from, 28726, 'Second argument to $slice');
    if (most === undefined) return rawArray(start >= 0 ? values.slice(0, start) : values.slice(start));
    const count = int32(most, 28728, 'Third argument to $slice');
    if (count <= 0) throw new CommandError(28729, `Third argument to $slice must be positive: ${count}`);
    const at = start < 0 ? Math.max(0, values.length + start) : start;
    return rawArray(values.slice(at, at + count));
  };
};

const range: MakeOperator = (given, compile, name) => {
  const [first, second, third] = operands(name, given, compile, 2, 3);
  return (scope) => {
    const whole = (value: RawValue | undefined, code: number, what: string): number => {
      if (value === undefined || !isNumber(value.type))
        throw new CommandError(code, `$range requires a numeric ${what} value, found value of type: ${kindOf(value)}`);
      return int32(value, code + 1, `$range requires a ${what} value that`);
    };
    const start = whole(first!(scope), 34443, 'starting');
    const stop = whole(second!(scope), 34445, 'ending');
    const step = third === undefined ? 1 : whole(third(scope), 34447, 'step');
    if (step === 0) throw new CommandError(34449, '$range requires a non-zero step value');
    const length = Math.max(0, Math.ceil((stop - start) / step));
    if (length > 2_000_000) throw new CommandError(146, '$range would use too much memory');
    return rawArray(Array.from({ length }, (_, i) => rawInt(start + i * step)));
  };
};

const indexOfArray: MakeOperator = (given, compile, name) => {
  const [array, sought, first, last] = operands(name, given, compile, 2, 4);
  return (scope) => {
    const list = array!(scope);
    if (isNullish(list)) return NULL;
    if (!isArray(list))
      throw new CommandError(40090, `$indexOfArray requires an array as a first argument, found: ${kindOf(list)}`);
    const wanted = sought!(scope);
    const bound = (evaluate: typeof first, otherwise: number): number => {
      const value = evaluate?.(scope);
      if (evaluate === undefined) return otherwise;
      const index = value === undefined ? NaN : int32(value, 40096, '$indexOfArray bounds');
      if (!(index >= 0)) throw new CommandError(40097, '$indexOfArray requires a nonnegative index');
      return index;
    };
    const values = elementsOf(list);
    const [from, to] = [bound(first, 0), Math.min(bound(last, values.length), values.length)];
    for (let i = from; i < to; i++) if (compareLoosely(values[i], wanted) === 0) return rawInt(i);
    return rawInt(-1);
  };
};

function elementsTruth(code: number, judge: (values: RawValue[]) => boolean): MakeOperator {
  return (given, compile, name) => {
    const [argument] = operands(name, given, compile, 1);
    return (scope) => {
      const value = argument!(scope);
      if (!isArray(value)) throw new CommandError(code, `${name}'s argument must be an array, but is ${kindOf(value)}`);
      return rawBool(judge(elementsOf(value)));
    };
  };
}

/** Operators on arrays. */
export const ARRAYS: readonly (readonly [string, MakeOperator])[] = [
  ['$size', size],
  ['$in', isIn],
  ['$arrayElemAt', arrayElemAt],
  ['$first', end(0)],
  ['$last', end(-1)],
  ['$isArray', isArrayOperator],
  ['$concatArrays', concatArrays],
  ['$reverseArray', reverseArray],
  ['$slice', slice],
  ['$range', range],
  ['$indexOfArray', indexOfArray],
  ['$anyElementTrue', elementsTruth(17041, (values) => values.some(holds))],
  ['$allElementsTrue', elementsTruth(17040, (values) => values.every(holds))],
];
