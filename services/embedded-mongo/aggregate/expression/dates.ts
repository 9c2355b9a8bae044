import { ObjectId } from 'bson';
import { BSON, type RawValue } from '../../bson/raw.ts';
import { entriesOf, stringOf } from '../../bson/value.ts';
import { CommandError } from '../../errors.ts';
import {
  type Compile,
  type Evaluate,
  isNullish,
  kindOf,
  type MakeOperator,
  namedOperands,
  NULL,
  operands,
  rawDate,
  rawInt,
  rawLong,
  rawString,
  type Scope,
} from './scope.ts';

const DAY_MS = 86_400_000;

/** Milliseconds of a date, a timestamp or an ObjectId. @throws CommandError 16006 */
export function millisecondsOf(value: RawValue): number {
  if (value.type === BSON.date) return Number(value.buf.readBigInt64LE(value.at));
  if (value.type === BSON.timestamp) return value.buf.readUInt32LE(value.at + 4) * 1_000;
  if (value.type === BSON.objectId)
    return new ObjectId(value.buf.subarray(value.at, value.end)).getTimestamp().getTime();
  throw new CommandError(16006, `can't convert from BSON type ${kindOf(value)} to Date`);
}

/** Minutes east of UTC. Only UTC and fixed offsets are known. @throws CommandError 40485, 238 for named zones */
function offsetOf(zone: RawValue | undefined): number {
  if (zone?.type !== BSON.string)
    throw new CommandError(40517, `timezone must evaluate to a string, found ${kindOf(zone)}`);
  const text = stringOf(zone);
  if (['UTC', 'GMT', 'Z', 'Etc/UTC'].includes(text)) return 0;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(text);
  if (match !== null) return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
  if (/^[A-Z][A-Za-z]*(\/\w+)*$/.test(text)) throw new CommandError(238, `the time zone ${text} is not supported`);
  throw new CommandError(40485, `unrecognized time zone identifier: "${text}"`);
}

/** A date shifted so that its UTC parts are the local ones. */
function local(value: RawValue, offset: number): Date {
  return new Date(millisecondsOf(value) + offset * 60_000);
}

interface Moment {
  readonly date: Evaluate;
  readonly zone: Evaluate | undefined;
}

function momentOf(given: RawValue, compile: Compile, name: string): Moment {
  if (given.type === BSON.object && entriesOf(given).some(([field]) => field === 'date')) {
    const fields = namedOperands(name, given, { needed: ['date'], optional: ['timezone'] }, 40535);
    const zone = fields.get('timezone');
    return { date: compile(fields.get('date')!), zone: zone === undefined ? undefined : compile(zone) };
  }
  const [date] = operands(name, given, compile, 1);
  return { date: date!, zone: undefined };
}

function localAt({ date, zone }: Moment, scope: Scope): Date | undefined {
  const [value, where] = [date(scope), zone?.(scope)];
  if (isNullish(value) || (zone !== undefined && isNullish(where))) return undefined;
  return local(value, zone === undefined ? 0 : offsetOf(where));
}

function dayOfYear(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
}

/** The Thursday of a date's ISO week, which decides its year. */
function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY_MS);
}

const PARTS: Readonly<Record<string, (date: Date) => number>> = {
  $year: (date) => date.getUTCFullYear(),
  $month: (date) => date.getUTCMonth() + 1,
  $dayOfMonth: (date) => date.getUTCDate(),
  $dayOfWeek: (date) => date.getUTCDay() + 1,
  $dayOfYear: dayOfYear,
  $week: (date) => Math.floor((dayOfYear(date) + 6 - date.getUTCDay()) / 7),
  $isoWeek: (date) => Math.ceil(dayOfYear(thursdayOf(date)) / 7),
  $isoWeekYear: (date) => thursdayOf(date).getUTCFullYear(),
  $isoDayOfWeek: (date) => date.getUTCDay() || 7,
  $hour: (date) => date.getUTCHours(),
  $minute: (date) => date.getUTCMinutes(),
  $second: (date) => date.getUTCSeconds(),
  $millisecond: (date) => date.getUTCMilliseconds(),
};

function part(read: (date: Date) => number, name: string): MakeOperator {
  return (given, compile) => {
    const moment = momentOf(given, compile, name);
    return (scope) => {
      const date = localAt(moment, scope);
      if (date === undefined) return NULL;
      return name === '$isoWeekYear' ? rawLong(BigInt(read(date))) : rawInt(read(date));
    };
  };
}

const FORMATS: Readonly<Record<string, readonly [string, number]>> = {
  Y: ['$year', 4],
  m: ['$month', 2],
  d: ['$dayOfMonth', 2],
  H: ['$hour', 2],
  M: ['$minute', 2],
  S: ['$second', 2],
  L: ['$millisecond', 3],
  j: ['$dayOfYear', 3],
  w: ['$dayOfWeek', 1],
  u: ['$isoDayOfWeek', 1],
  U: ['$week', 2],
  V: ['$isoWeek', 2],
  G: ['$isoWeekYear', 4],
};

function formatted(date: Date, format: string, offset: number): string {
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    if (letter === '%') return '%';
    const sign = offset < 0 ? '-' : '+';
    const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
    if (letter === 'z') return `${sign}${String(hours).padStart(2, '0')}${String(minutes).padStart(2, '0')}`;
    if (letter === 'Z') return `${sign}${Math.abs(offset)}`;
    const known = FORMATS[letter];
    if (known === undefined) throw new CommandError(18536, `Invalid format character '%${letter}' in format string`);
    return String(PARTS[known[0]]!(date)).padStart(known[1], '0');
  });
}

const dateToString: MakeOperator = (given, compile, name) => {
  const optional = ['format', 'timezone', 'onNull'];
  const fields = namedOperands(name, given, { needed: ['date'], optional }, 18628);
  const [format, zone, onNull] = optional.map((field) => {
    const value = fields.get(field);
    return value === undefined ? undefined : compile(value);
  });
  const date = compile(fields.get('date')!);
  return (scope) => {
    const [value, wanted, where] = [date(scope), format?.(scope), zone?.(scope)];
    if (isNullish(value)) return onNull === undefined ? NULL : onNull(scope);
    if ((format !== undefined && isNullish(wanted)) || (zone !== undefined && isNullish(where))) return NULL;
    const offset = zone === undefined ? 0 : offsetOf(where);
    if (wanted !== undefined && wanted.type !== BSON.string)
      throw new CommandError(18533, `$dateToString requires that 'format' be a string, found: ${kindOf(wanted)}`);
    const usual = zone === undefined || offset === 0 ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L';
    return rawString(formatted(local(value, offset), wanted === undefined ? usual : stringOf(wanted), offset));
  };
};

/** The start of the unit a date lies in. */
const STARTS = new Map<string, (date: Date) => number>(
  Object.entries({
    year: (date: Date) => Date.UTC(date.getUTCFullYear(), 0, 1),
    quarter: (date: Date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - (date.getUTCMonth() % 3), 1),
    month: (date: Date) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1),
    week: (date: Date) => Math.floor(date.getTime() / DAY_MS - date.getUTCDay()) * DAY_MS,
    day: (date: Date) => Math.floor(date.getTime() / DAY_MS) * DAY_MS,
    hour: (date: Date) => Math.floor(date.getTime() / 3_600_000) * 3_600_000,
    minute: (date: Date) => Math.floor(date.getTime() / 60_000) * 60_000,
    second: (date: Date) => Math.floor(date.getTime() / 1_000) * 1_000,
  }),
);

const dateTrunc: MakeOperator = (given, compile, name) => {
  const optional = ['timezone', 'binSize', 'startOfWeek'];
  const fields = namedOperands(name, given, { needed: ['date', 'unit'], optional }, 5439009);
  if (fields.has('binSize') || fields.has('startOfWeek'))
    throw new CommandError(238, '$dateTrunc with binSize or startOfWeek is not supported');
  const [date, unit] = [compile(fields.get('date')!), compile(fields.get('unit')!)];
  const named = fields.get('timezone');
  const zone = named === undefined ? undefined : compile(named);
  return (scope) => {
    const [value, by, where] = [date(scope), unit(scope), zone?.(scope)];
    if (isNullish(value) || isNullish(by) || (zone !== undefined && isNullish(where))) return NULL;
    const start = by.type === BSON.string ? STARTS.get(stringOf(by)) : undefined;
    if (start === undefined)
      throw new CommandError(9, `$dateTrunc requires 'unit' to be a known time unit, found ${kindOf(by)}`);
    const offset = zone === undefined ? 0 : offsetOf(where);
    return rawDate(BigInt(start(local(value, offset)) - offset * 60_000));
  };
};

/** Operators on dates; time zones other than fixed offsets are refused. */
export const DATES: readonly (readonly [string, MakeOperator])[] = [
  ...Object.entries(PARTS).map(([name, read]) => [name, part(read, name)] as const),
  ['$dateToString', dateToString],
  ['$dateTrunc', dateTrunc],
];
