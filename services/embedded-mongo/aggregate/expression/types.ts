import { Decimal128, ObjectId } from 'bson';
import { rawDecimal, rawDouble, exactOf } from '../../bson/arithmetic.ts';
import { toDouble, truncated } from '../../bson/number.ts';
import { BSON, isNumber, type RawValue } from '../../bson/raw.ts';
import { stringOf } from '../../bson/value.ts';
import { toRaw } from '../../bson/writer.ts';
import { CommandError } from '../../errors.ts';
import { isTruthy } from '../../query/operands.ts';
import { millisecondsOf } from './dates.ts';
import {
  isNullish,
  kindOf,
  type MakeOperator,
  NULL,
  operands,
  rawBool,
  rawDate,
  rawInt,
  rawLong,
  rawString,
} from './scope.ts';
import { textOf } from './strings.ts';

type Convert = (value: RawValue) => RawValue | undefined;

const FAILED = 241;

function integer(value: RawValue, int: boolean): RawValue | undefined {
  if (value.type === BSON.bool) return int ? rawInt(value.buf[value.at]!) : rawLong(BigInt(value.buf[value.at]!));
  let whole = isNumber(value.type) ? truncated(value) : undefined;
  if (value.type === BSON.string) {
    const text = stringOf(value);
    whole = /^[+-]?\d{1,19}$/.test(text) ? BigInt(text) : undefined;
  } else if (value.type === BSON.date && !int) whole = value.buf.readBigInt64LE(value.at);
  if (whole === undefined || BigInt.asIntN(int ? 32 : 64, whole) !== whole) return undefined;
  return int ? rawInt(Number(whole)) : rawLong(whole);
}

const NUMERAL = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;

function double(value: RawValue): RawValue | undefined {
  if (value.type === BSON.bool) return rawDouble(value.buf[value.at]!);
  if (isNumber(value.type)) return rawDouble(toDouble(value));
  if (value.type === BSON.date) return rawDouble(millisecondsOf(value));
  if (value.type !== BSON.string || !NUMERAL.test(stringOf(value))) return undefined;
  return rawDouble(Number(stringOf(value)));
}

function decimal(value: RawValue): RawValue | undefined {
  if (value.type === BSON.decimal) return value;
  if (value.type === BSON.bool) return rawDecimal(BigInt(value.buf[value.at]!), 0);
  if (value.type === BSON.date) return rawDecimal(BigInt(millisecondsOf(value)), 0);
  if (value.type === BSON.string && NUMERAL.test(stringOf(value))) return toRaw(Decimal128.fromString(stringOf(value)));
  if (!isNumber(value.type)) return undefined;
  const exact = exactOf(value);
  if (exact !== undefined) return rawDecimal(exact.digits, exact.exponent);
  return toRaw(Decimal128.fromString(String(toDouble(value))));
}

function text(value: RawValue): RawValue | undefined {
  if (value.type === BSON.bool) return rawString(value.buf[value.at] === 1 ? 'true' : 'false');
  if (value.type === BSON.objectId) return rawString(value.buf.toString('hex', value.at, value.end));
  const known = [BSON.string, BSON.date, BSON.int, BSON.long, BSON.decimal, BSON.double] as readonly number[];
  return known.includes(value.type) ? rawString(textOf(value)) : undefined;
}

function date(value: RawValue): RawValue | undefined {
  if (value.type === BSON.string) {
    const written = stringOf(value);
    if (!/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d))?$/.test(written)) return undefined;
    const time = new Date(written).getTime();
    return Number.isNaN(time) ? undefined : rawDate(BigInt(time));
  }
  if (isNumber(value.type) && value.type !== BSON.int) {
    const whole = truncated(value);
    return whole === undefined ? undefined : rawDate(whole);
  }
  const known = [BSON.date, BSON.timestamp, BSON.objectId] as readonly number[];
  return known.includes(value.type) ? rawDate(BigInt(millisecondsOf(value))) : undefined;
}

function objectId(value: RawValue): RawValue | undefined {
  if (value.type === BSON.objectId) return value;
  if (value.type !== BSON.string || !/^[0-9a-f]{24}$/i.test(stringOf(value))) return undefined;
  return toRaw(new ObjectId(stringOf(value)));
}

/** A conversion; what cannot be converted is error 241 (ConversionFailure). */
function converting(convert: Convert): MakeOperator {
  return (given, compile, name) => {
    const [argument] = operands(name, given, compile, 1);
    return (scope) => {
      const value = argument!(scope);
      if (isNullish(value)) return NULL;
      const converted = convert(value);
      if (converted === undefined)
        throw new CommandError(FAILED, `Unsupported conversion from ${kindOf(value)} in ${name} with no onError value`);
      return converted;
    };
  };
}

const type: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => rawString(kindOf(argument!(scope)));
};

const isNumberOperator: MakeOperator = (given, compile, name) => {
  const [argument] = operands(name, given, compile, 1);
  return (scope) => {
    const value = argument!(scope);
    return rawBool(value !== undefined && isNumber(value.type));
  };
};

/** Operators that ask for a type or change it. */
export const TYPES: readonly (readonly [string, MakeOperator])[] = [
  ['$type', type],
  ['$isNumber', isNumberOperator],
  ['$toBool', converting((value) => rawBool(isTruthy(value)))],
  ['$toInt', converting((value) => integer(value, true))],
  ['$toLong', converting((value) => integer(value, false))],
  ['$toDouble', converting(double)],
  ['$toDecimal', converting(decimal)],
  ['$toString', converting(text)],
  ['$toDate', converting(date)],
  ['$toObjectId', converting(objectId)],
];
