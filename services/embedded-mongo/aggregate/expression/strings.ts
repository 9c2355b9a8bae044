import { toDouble } from '../../bson/number.ts';
import { BSON, isNumber, type RawValue } from '../../bson/raw.ts';
import { stringOf } from '../../bson/value.ts';
import { toTyped } from '../../bson/writer.ts';
import { CommandError } from '../../errors.ts';
import { int32 } from './arrays.ts';
import {
  isNullish,
  kindOf,
  type MakeOperator,
  namedOperands,
  NULL,
  operands,
  rawArray,
  rawInt,
  rawString,
} from './scope.ts';

/**
 * A value as MongoDB writes it into a string. @throws CommandError 16007 for what has no text, 238 for a double whose
 * 16 digits are not the shortest way to write it
 */
export function textOf(value: RawValue | undefined): string {
  if (isNullish(value)) return '';
  switch (value.type) {
    case BSON.string:
    case BSON.symbol:
    case BSON.code:
      return stringOf(value);
    case BSON.date:
      return new Date(Number(value.buf.readBigInt64LE(value.at))).toISOString();
    case BSON.int:
      return String(toDouble(value));
    case BSON.long:
      return String(value.buf.readBigInt64LE(value.at));
    case BSON.decimal:
      return String(toTyped(value));
    case BSON.double: {
      const text = String(toDouble(value));
      if (/e/.test(text) || text.replace(/\D/g, '').length > 15)
        throw new CommandError(238, 'the text of such a double is not supported');
      return text.replace('Infinity', 'inf').replace('NaN', 'nan');
    }
    default:
      throw new CommandError(16007, `can't convert from BSON type ${kindOf(value)} to String`);
  }
}

const concat: MakeOperator = (given, compile, name) => {
  const parts = operands(name, given, compile, 0, Infinity);
  return (scope) => {
    let text = '';
    for (const part of parts) {
      const value = part(scope);
      if (isNullish(value)) return NULL;
      if (value.type !== BSON.string)
        throw new CommandError(16702, `$concat only supports strings, not ${kindOf(value)}`);
      text += stringOf(value);
    }
    return rawString(text);
  };
};

/** MongoDB changes the case of ASCII letters only. */
function recased(pattern: RegExp, change: (text: string) => string): MakeOperator {
  return (given, compile, name) => {
    const [argument] = operands(name, given, compile, 1);
    return (scope) => rawString(textOf(argument!(scope)).replace(pattern, change));
  };
}

const compareCase: MakeOperator = (given, compile, name) => {
  const [left, right] = operands(name, given, compile, 2);
  return (scope) => {
    const [a, b] = [left!(scope), right!(scope)].map((value) =>
      Buffer.from(textOf(value).replace(/[a-z]+/g, (letters) => letters.toUpperCase())),
    );
    return rawInt(Buffer.compare(a!, b!));
  };
};

function requireString(value: RawValue | undefined, name: string, code: number): string {
  if (value?.type !== BSON.string)
    throw new CommandError(code, `${name} requires a string argument, found: ${kindOf(value)}`);
  return stringOf(value);
}

function lengthIn(unit: 'bytes' | 'points'): MakeOperator {
  return (given, compile, name) => {
    const [argument] = operands(name, given, compile, 1);
    return (scope) => {
      const text = requireString(argument!(scope), name, unit === 'bytes' ? 34473 : 34471);
      return rawInt(unit === 'bytes' ? Buffer.byteLength(text) : [...text].length);
    };
  };
}

const substringPoints: MakeOperator = (given, compile, name) => {
  const [string, first, second] = operands(name, given, compile, 3);
  return (scope) => {
    const points = [...textOf(string!(scope))];
    const [start, length] = [first!(scope), second!(scope)].map((value) => {
      if (value === undefined || !isNumber(value.type))
        throw new CommandError(34450, `${name}: starting index and length must be numbers`);
      return int32(value, 34451, `${name}: a number`);
    });
    if (start! < 0) throw new CommandError(34455, `${name}: the starting index must be nonnegative integer.`);
    if (length! < 0) throw new CommandError(34454, `${name}: length must be a nonnegative integer.`);
    return rawString(points.slice(start, start! + length!).join(''));
  };
};

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

const substringBytes: MakeOperator = (given, compile, name) => {
  const [string, first, second] = operands(name, given, compile, 3);
  return (scope) => {
    const bytes = Buffer.from(textOf(string!(scope)));
    const [from, count] = [first!(scope), second!(scope)].map((value) => {
      if (value === undefined || !isNumber(value.type))
        throw new CommandError(16034, `${name}: starting index and length must be numeric types`);
      return Math.trunc(toDouble(value));
    });
    if (from! < 0) throw new CommandError(50752, `${name}: starting index must be non-negative`);
    const to = count! < 0 ? bytes.length : Math.min(from! + count!, bytes.length);
    if (isContinuation(bytes[from!]))
      throw new CommandError(28656, `${name}: Invalid range, starting index is in the middle of a UTF-8 character.`);
    if (isContinuation(bytes[to]))
      throw new CommandError(28657, `${name}: Invalid range, ending index is in the middle of a UTF-8 character.`);
    return rawString(from! >= bytes.length ? '' : bytes.toString('utf8', from, to));
  };
};

const split: MakeOperator = (given, compile, name) => {
  const [string, separator] = operands(name, given, compile, 2);
  return (scope) => {
    const [text, by] = [string!(scope), separator!(scope)];
    if (isNullish(text) || isNullish(by)) return NULL;
    const parted = requireString(by, name, 40086);
    if (parted === '') throw new CommandError(40087, '$split requires a non-empty separator');
    return rawArray(requireString(text, name, 40085).split(parted).map(rawString));
  };
};

const indexOfPoints: MakeOperator = (given, compile, name) => {
  const [string, sought] = operands(name, given, compile, 2);
  return (scope) => {
    const text = string!(scope);
    if (isNullish(text)) return NULL;
    const whole = requireString(text, name, 40093);
    const at = whole.indexOf(requireString(sought!(scope), name, 40094));
    return rawInt(at < 0 ? -1 : [...whole.slice(0, at)].length);
  };
};

/** What MongoDB's manual lists as white space for `$trim`. */
const BLANK = '\0 \t\n\v\f\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a';

function trimming(left: boolean, right: boolean): MakeOperator {
  return (given, compile, name) => {
    const fields = namedOperands(name, given, { needed: ['input'], optional: ['chars'] }, 50694);
    const input = compile(fields.get('input')!);
    const named = fields.get('chars');
    const chars = named === undefined ? undefined : compile(named);
    return (scope) => {
      const [text, set] = [input(scope), chars?.(scope)];
      if (isNullish(text) || (chars !== undefined && isNullish(set))) return NULL;
      const unwanted = new Set(set === undefined ? BLANK : requireString(set, name, 50700));
      const points = [...requireString(text, name, 50699)];
      let [from, to] = [0, points.length];
      while (left && from < to && unwanted.has(points[from]!)) from++;
      while (right && to > from && unwanted.has(points[to - 1]!)) to--;
      return rawString(points.slice(from, to).join(''));
    };
  };
}

function replacing(all: boolean): MakeOperator {
  return (given, compile, name) => {
    const fields = namedOperands(name, given, { needed: ['input', 'find', 'replacement'] }, 51746);
    const parts = ['input', 'find', 'replacement'].map((field) => compile(fields.get(field)!));
    return (scope) => {
      const values = parts.map((part) => part(scope));
      const isMissing = values.some((value) => isNullish(value));
      const texts = values.map((value) => (isNullish(value) ? '' : requireString(value, name, 51745)));
      if (isMissing) return NULL;
      const [input, find, replacement] = texts;
      return rawString(all ? input!.replaceAll(find!, () => replacement!) : input!.replace(find!, () => replacement!));
    };
  };
}

/** Operators on text. */
export const STRINGS: readonly (readonly [string, MakeOperator])[] = [
  ['$concat', concat],
  ['$toLower', recased(/[A-Z]+/g, (letters) => letters.toLowerCase())],
  ['$toUpper', recased(/[a-z]+/g, (letters) => letters.toUpperCase())],
  ['$strcasecmp', compareCase],
  ['$strLenBytes', lengthIn('bytes')],
  ['$strLenCP', lengthIn('points')],
  ['$substr', substringBytes],
  ['$substrBytes', substringBytes],
  ['$substrCP', substringPoints],
  ['$split', split],
  ['$indexOfCP', indexOfPoints],
  ['$trim', trimming(true, true)],
  ['$ltrim', trimming(true, false)],
  ['$rtrim', trimming(false, true)],
  ['$replaceOne', replacing(false)],
  ['$replaceAll', replacing(true)],
];
