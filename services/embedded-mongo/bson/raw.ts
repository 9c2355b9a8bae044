import { CommandError } from '../errors.ts';

/** BSON element types (source: https://bsonspec.org/spec.html). */
export const BSON = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binary: 0x05,
  undefined: 0x06,
  objectId: 0x07,
  bool: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  dbPointer: 0x0c,
  code: 0x0d,
  symbol: 0x0e,
  codeWithScope: 0x0f,
  int: 0x10,
  timestamp: 0x11,
  long: 0x12,
  decimal: 0x13,
  minKey: 0xff,
  maxKey: 0x7f,
} as const;

/** One BSON value where it lies: its type and the bytes `at`..`end` of `buf`; nothing is decoded or copied. */
export interface RawValue {
  readonly type: number;
  readonly buf: Buffer;
  readonly at: number;
  readonly end: number;
}

/** Where the value of this type that starts at `at` ends. Trusts the bytes: incoming ones passed `validate`. */
export function valueEnd(buf: Buffer, type: number, at: number): number {
  switch (type) {
    case BSON.double:
    case BSON.date:
    case BSON.timestamp:
    case BSON.long:
      return at + 8;
    case BSON.string:
    case BSON.code:
    case BSON.symbol:
      return at + 4 + buf.readInt32LE(at);
    case BSON.object:
    case BSON.array:
    case BSON.codeWithScope:
      return at + buf.readInt32LE(at);
    case BSON.binary:
      return at + 5 + buf.readInt32LE(at);
    case BSON.objectId:
      return at + 12;
    case BSON.bool:
      return at + 1;
    case BSON.int:
      return at + 4;
    case BSON.decimal:
      return at + 16;
    case BSON.undefined:
    case BSON.null:
    case BSON.minKey:
    case BSON.maxKey:
      return at;
    case BSON.regex:
      return cstringEnd(buf, cstringEnd(buf, at));
    case BSON.dbPointer:
      return at + 4 + buf.readInt32LE(at) + 12;
    default:
      throw new CommandError(22, `Unrecognized BSON type ${type}`);
  }
}

/** The position just behind the zero byte of the C string that starts at `at`. */
export function cstringEnd(buf: Buffer, at: number): number {
  let end = at;
  while (buf[end] !== 0) {
    if (end >= buf.length) throw new CommandError(22, 'Invalid BSON: unterminated name');
    end++;
  }
  return end + 1;
}

/**
 * Walks the elements of the document or array at `docAt`, one at a time, without allocating:
 * `while (cursor.next()) { cursor.type; cursor.at; }`.
 */
export class ElementCursor {
  readonly buf: Buffer;
  type = 0;
  nameAt = 0;
  nameEnd = 0;
  at = 0;
  end: number;

  constructor(buf: Buffer, docAt: number) {
    this.buf = buf;
    this.end = docAt + 4;
  }

  /** Steps to the next element; false at the end of the document. */
  next(): boolean {
    const type = this.buf[this.end]!;
    if (type === 0) return false;
    this.type = type;
    this.nameAt = this.end + 1;
    this.at = cstringEnd(this.buf, this.nameAt);
    this.nameEnd = this.at - 1;
    this.end = valueEnd(this.buf, type, this.at);
    return true;
  }

  get name(): string {
    return this.buf.toString('utf8', this.nameAt, this.nameEnd);
  }

  value(): RawValue {
    return { type: this.type, buf: this.buf, at: this.at, end: this.end };
  }
}

/** The field `name` (UTF-8 bytes) of the document at `docAt`, or undefined. */
export function findField(buf: Buffer, docAt: number, name: Buffer): RawValue | undefined {
  const length = name.length;
  let at = docAt + 4;
  for (let type = buf[at]!; type !== 0; type = buf[at]!) {
    const nameAt = at + 1;
    let i = 0;
    while (i < length && buf[nameAt + i] === name[i]) i++;
    const found = i === length && buf[nameAt + i] === 0;
    const valueAt = found ? nameAt + i + 1 : cstringEnd(buf, nameAt + i);
    at = valueEnd(buf, type, valueAt);
    if (found) return { type, buf, at: valueAt, end: at };
  }
  return undefined;
}

/** A whole document in a buffer as a value. */
export function documentValue(buf: Buffer, at = 0): RawValue {
  return { type: BSON.object, buf, at, end: at + buf.readInt32LE(at) };
}

/** The bytes of a value (of an object or array: the document itself), sharing memory. */
export function bytesOf(value: RawValue): Buffer {
  return value.buf.subarray(value.at, value.end);
}

export function isNumber(type: number): boolean {
  return type === BSON.int || type === BSON.double || type === BSON.long || type === BSON.decimal;
}

/** A copy of the value that keeps no larger buffer alive. */
export function detach(value: RawValue): RawValue {
  const buf = Buffer.from(bytesOf(value));
  return { type: value.type, buf, at: 0, end: buf.length };
}
