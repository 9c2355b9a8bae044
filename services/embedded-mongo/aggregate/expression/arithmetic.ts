import {
  bigintOf,
  combine,
  exactOf,
  type Operation,
  OverflowError,
  rawDecimal,
  rawDouble,
} from '../../bson/arithmetic.ts';
import { toDouble, truncated } from '../../bson/number.ts';
import { BSON, isNumber, type RawValue } from '../../bson/raw.ts';
import { CommandError } from '../../errors.ts';
import { isNullish, kindOf, type MakeOperator, NULL, operands, rawDate, rawInt, rawLong } from './scope.ts';

function isInteger(value: RawValue): boolean {
  return value.type === BSON.int || value.type === BSON.long;
}

/** An integer of the narrower type it fits in; beyond 64 bits a double, as MongoDB does. */
function narrowed(value: bigint, int: boolean): RawValue {
  if (int && value >= -0x80000000n && value <= 0x7fffffffn) return rawInt(Number(value));
  return BigInt.asIntN(64, value) === value ? rawLong(value) : rawDouble(Number(value));
}

/** Two numbers combined; what leaves the 64 bits becomes a double. */
export function computed(op: Operation, left: RawValue, right: RawValue): RawValue {
  try {
    return combine(op, left, right);
  } catch (error) {
    if (!(error instanceof OverflowError)) throw error;
    return combine(op, rawDouble(toDouble(left)), rawDouble(toDouble(right)));
  }
}

/** A sum or product over a list: integers stay together as long as nothing wider comes. */
function folded(op: '+' | '*', values: readonly RawValue[]): RawValue {
  const leading = values.findIndex((value) => !isInteger(value));
  const integers = leading < 0 ? values : values.slice(0, leading);
  let total = op === '+' ? 0n : 1n;
  let result: RawValue | undefined;
  for (const value of integers) {
    if (result !== undefined) {
      result = computed(op, result, value);
      continue;
    }
    const next = op === '+' ? total + bigintOf(value) : total * bigintOf(value);
    if (BigInt.asIntN(64, next) === next) total = next;
    else result = rawDouble(op === '+' ? Number(total) + toDouble(value) : Number(total) * toDouble(value));
  }
  result ??= narrowed(
    total,
    integers.every(({ type }) => type === BSON.int),
  );
  return values.slice(integers.length).reduce((sum, value) => computed(op, sum, value), result);
}

const add: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => {
    const values: RawValue[] = [];
    let dates = 0;
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) return NULL;
      if (value.type === BSON.date) {
        if (++dates > 1) throw new CommandError(16612, 'only one date allowed in an $add expression');
        values.push({ ...value, type: BSON.long });
      } else if (isNumber(value.type)) values.push(value);
      else throw new CommandError(14, `$add only supports numeric or date types, not ${kindOf(value)}`);
    }
    const sum = folded('+', values);
    return dates > 0 ? toDate(sum) : sum;
  };
};

function toDate(value: RawValue): RawValue {
  const rounded = value.type === BSON.double ? rawDouble(Math.round(toDouble(value))) : value;
  const milliseconds = truncated(rounded);
  if (milliseconds === undefined) throw new CommandError(15, 'date overflow');
  return rawDate(milliseconds);
}

const multiply: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => {
    const values: RawValue[] = [];
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) return NULL;
      if (!isNumber(value.type))
        throw new CommandError(14, `$multiply only supports numeric types, not ${kindOf(value)}`);
      values.push(value);
    }
    return folded('*', values);
  };
};

const subtract: MakeOperator = (given, compile, name) => {
  const [first, second] = operands(name, given, compile, 2);
  return (scope) => {
    const [left, right] = [first!(scope), second!(scope)];
    if (isNullish(left) || isNullish(right)) return NULL;
    if (isNumber(left.type) && isNumber(right.type)) return computed('-', left, right);
    if (left.type !== BSON.date || !(right.type === BSON.date || isNumber(right.type)))
      throw new CommandError(14, `can't $subtract ${kindOf(right)} from ${kindOf(left)}`);
    const from: RawValue = { ...left, type: BSON.long };
    if (right.type === BSON.date) return computed('-', from, { ...right, type: BSON.long });
    return toDate(computed('-', from, right));
  };
};

function dividing(op: '/' | '%', zero: number): MakeOperator {
  return (given, compile, name) => {
    const [first, second] = operands(name, given, compile, 2);
    return (scope) => {
      const [left, right] = [first!(scope), second!(scope)];
      if (isNullish(left) || isNullish(right)) return NULL;
      if (!isNumber(left.type) || !isNumber(right.type)) {
        const code = op === '/' ? 14 : 16611;
        throw new CommandError(code, `${name} only supports numeric types, not ${kindOf(left)} and ${kindOf(right)}`);
      }
      if (toDouble(right) === 0) throw new CommandError(zero, `can't ${name} by zero`);
      return computed(op, left, right);
    };
  };
}

/** An operator on one number; null for null. */
function onNumber(code: number, change: (value: RawValue) => RawValue): MakeOperator {
  return (given, compile, name) => {
    const [argument] = operands(name, given, compile, 1);
    return (scope) => {
      const value = argument!(scope);
      if (isNullish(value)) return NULL;
      if (!isNumber(value.type))
        throw new CommandError(code, `${name} only supports numeric types, not ${kindOf(value)}`);
      return change(value);
    };
  };
}

function absolute(value: RawValue): RawValue {
  if (isInteger(value)) {
    const whole = bigintOf(value);
    if (whole === -(2n ** 63n)) throw new CommandError(28680, "can't take $abs of long long min");
    return narrowed(whole < 0n ? -whole : whole, value.type === BSON.int);
  }
  if (value.type === BSON.double) return rawDouble(Math.abs(toDouble(value)));
  const exact = exactOf(value);
  if (exact === undefined) return toDouble(value) < 0 ? computed('*', value, rawInt(-1)) : value;
  return rawDecimal(exact.digits < 0n ? -exact.digits : exact.digits, exact.exponent);
}

type Rounding = 'down' | 'up' | 'cut' | 'even';

/** digits / unit as an integer, rounded this way. */
function divided(digits: bigint, unit: bigint, how: Rounding): bigint {
  const whole = digits / unit;
  const rest = digits % unit;
  if (rest === 0n || how === 'cut') return whole;
  if (how === 'down') return rest < 0n ? whole - 1n : whole;
  if (how === 'up') return rest > 0n ? whole + 1n : whole;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const away = twice > unit || (twice === unit && whole % 2n !== 0n);
  return away ? whole + (digits < 0n ? -1n : 1n) : whole;
}

function halfEven(double: number): number {
  const floor = Math.floor(double);
  const rest = double - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

const DOUBLES: Readonly<Record<Rounding, (double: number) => number>> = {
  down: Math.floor,
  up: Math.ceil,
  cut: Math.trunc,
  even: halfEven,
};

function toWhole(value: RawValue, how: Rounding): RawValue {
  if (isInteger(value)) return value;
  if (value.type === BSON.double) return rawDouble(DOUBLES[how](toDouble(value)));
  const exact = exactOf(value);
  if (exact === undefined || exact.exponent >= 0) return value;
  return rawDecimal(divided(exact.digits, 10n ** BigInt(-exact.exponent), how), 0);
}

/** `$round` and `$trunc` take a number of places: of doubles only 0 is promised, so that nothing is off by a bit. */
function toPlaces(how: Rounding): MakeOperator {
  return (given, compile, name) => {
    const [number, places] = operands(name, given, compile, 1, 2);
    return (scope) => {
      const value = number!(scope);
      const by = places === undefined ? rawInt(0) : places(scope);
      if (isNullish(value) || isNullish(by)) return NULL;
      if (!isNumber(value.type))
        throw new CommandError(51081, `${name} only supports numeric types, not ${kindOf(value)}`);
      const place = isNumber(by.type) ? truncated(by) : undefined;
      if (place === undefined || Number(place) !== toDouble(by) || place < -20n || place > 100n)
        throw new CommandError(51082, 'precision argument must be an integral value between -20 and 100');
      if (place === 0n || (isInteger(value) && place > 0n)) return toWhole(value, how);
      if (value.type === BSON.double) throw new CommandError(238, `${name} of a double to a place is not supported`);
      const { digits, exponent } = exactOf(value) ?? { digits: 0n, exponent: 0 };
      if (exactOf(value) === undefined || exponent >= -Number(place)) return value;
      const cut = divided(digits, 10n ** BigInt(-Number(place) - exponent), how);
      if (value.type === BSON.decimal) return rawDecimal(cut, -Number(place));
      return narrowed(cut * 10n ** -place, value.type === BSON.int);
    };
  };
}

function squareRoot(value: RawValue): RawValue {
  if (value.type === BSON.decimal) throw new CommandError(238, '$sqrt of a decimal is not supported');
  const double = toDouble(value);
  if (double < 0) throw new CommandError(28714, "$sqrt's argument must be greater than or equal to 0");
  return rawDouble(Math.sqrt(double));
}

/** Operators that compute. */
export const ARITHMETIC: readonly (readonly [string, MakeOperator])[] = [
  ['$add', add],
  ['$subtract', subtract],
  ['$multiply', multiply],
  ['$divide', dividing('/', 2)],
  ['$mod', dividing('%', 16610)],
  ['$abs', onNumber(28765, absolute)],
  ['$floor', onNumber(28765, (value) => toWhole(value, 'down'))],
  ['$ceil', onNumber(28765, (value) => toWhole(value, 'up'))],
  ['$round', toPlaces('even')],
  ['$trunc', toPlaces('cut')],
  ['$sqrt', onNumber(28765, squareRoot)],
];
