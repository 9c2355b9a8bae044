import { CommandError } from '../errors.ts';
import { compareDecimalToDouble, decimalParts, type DecimalParts, toDouble } from './number.ts';
import { BSON, ElementCursor, type RawValue } from './raw.ts';

/** First byte of an encoded value: MongoDB's canonical type order (source: bsontypes.h, canonicalizeBSONType). */
export const RANK = { minKey: 1, undefined: 2, null: 5, number: 10, string: 15, array: 25, maxKey: 127 } as const;

const RANKS: Readonly<Record<number, number>> = {
  [BSON.minKey]: 1,
  [BSON.undefined]: 2,
  [BSON.null]: 5,
  [BSON.int]: 10,
  [BSON.double]: 10,
  [BSON.long]: 10,
  [BSON.decimal]: 10,
  [BSON.string]: 15,
  [BSON.symbol]: 15,
  [BSON.object]: 20,
  [BSON.array]: 25,
  [BSON.binary]: 30,
  [BSON.objectId]: 35,
  [BSON.bool]: 40,
  [BSON.date]: 45,
  [BSON.timestamp]: 47,
  [BSON.regex]: 50,
  [BSON.dbPointer]: 55,
  [BSON.code]: 60,
  [BSON.codeWithScope]: 65,
  [BSON.maxKey]: 127,
};

/** The place of a BSON type in MongoDB's comparison order; types that compare with each other share one. */
export function rankOf(type: number): number {
  return RANKS[type] ?? 0;
}

/** Keys longer than this are refused, never cut: LMDB takes about 4,000 bytes and a key may hold an _id beside. */
export const MAX_KEY_BYTES = 1_900;

/**
 * Writes values in one memcmp-ordered form that serves sorting, ranges, uniqueness and comparison. Every value is
 * prefix-free, so that the complement of its bytes sorts in the opposite direction.
 */
export class KeyWriter {
  buf = Buffer.allocUnsafe(4_096);
  length = 0;

  reset(): this {
    this.length = 0;
    return this;
  }

  /** The bytes written so far, copied. */
  take(): Buffer {
    return Buffer.from(this.buf.subarray(0, this.length));
  }

  byte(value: number): void {
    if (this.length >= this.buf.length) this.grow(1);
    this.buf[this.length++] = value;
  }

  uint32(value: number): void {
    this.grow(4);
    this.length = this.buf.writeUInt32BE(value, this.length);
  }

  bytes(from: Buffer, at: number, end: number): void {
    this.grow(end - at);
    from.copy(this.buf, this.length, at, end);
    this.length += end - at;
  }

  /** Zero-terminated bytes, with 0 and 1 inside escaped so that order and prefix-freedom hold. */
  text(from: Buffer, at: number, end: number): void {
    this.grow(2 * (end - at) + 1);
    const buf = this.buf;
    let to = this.length;
    for (let i = at; i < end; i++) {
      const byte = from[i]!;
      if (byte <= 1) {
        buf[to++] = 1;
        buf[to++] = byte + 1;
      } else buf[to++] = byte;
    }
    buf[to++] = 0;
    this.length = to;
  }

  double(value: number): void {
    this.grow(8);
    const buf = this.buf;
    const at = this.length;
    this.length += 8;
    if (Number.isNaN(value)) {
      buf.fill(0, at, at + 8);
      return;
    }
    buf.writeDoubleBE(value === 0 ? 0 : value, at);
    if (buf[at]! & 0x80) this.invert(at);
    else buf[at]! |= 0x80;
  }

  /** Complements everything from `at` on: the same values in descending order. */
  invert(at: number): void {
    for (let i = at; i < this.length; i++) this.buf[i]! ^= 0xff;
  }

  /** Appends a value, its rank first. */
  value(value: RawValue): void {
    const rank = rankOf(value.type);
    this.byte(rank);
    if (rank === RANK.number) this.number(value);
    else this.payload(value);
  }

  /** Appends a value for an index or sort field, descending ones complemented. */
  field(value: RawValue, direction: 1 | -1): void {
    const at = this.length;
    this.value(value);
    if (direction < 0) this.invert(at);
  }

  private payload({ type, buf, at, end }: RawValue): void {
    switch (type) {
      case BSON.string:
      case BSON.symbol:
      case BSON.code:
        return this.text(buf, at + 4, end - 1);
      case BSON.object:
      case BSON.array:
        return this.nested(buf, at, type === BSON.object);
      case BSON.binary:
        this.uint32(buf.readInt32LE(at));
        return this.bytes(buf, at + 4, end);
      case BSON.objectId:
      case BSON.bool:
        return this.bytes(buf, at, end);
      case BSON.date:
      case BSON.timestamp:
        this.grow(8);
        this.length = this.buf.writeBigUInt64BE(
          type === BSON.date ? BigInt.asUintN(64, buf.readBigInt64LE(at)) ^ (1n << 63n) : buf.readBigUInt64LE(at),
          this.length,
        );
        return undefined;
      default:
        // Regular expressions, pointers and scoped code: only equality matters; their bytes decide the order.
        if (end > at) this.text(buf, at, end);
        return undefined;
    }
  }

  private nested(buf: Buffer, docAt: number, named: boolean): void {
    const cursor = new ElementCursor(buf, docAt);
    while (cursor.next()) {
      if (!named) {
        this.value(cursor.value());
        continue;
      }
      this.byte(rankOf(cursor.type));
      this.text(buf, cursor.nameAt, cursor.nameEnd);
      if (rankOf(cursor.type) === RANK.number) this.number(cursor.value());
      else this.payload(cursor.value());
    }
    this.byte(0);
  }

  /** Double, then a byte that says whether the exact value lies below (0x7f), on (0x80) or above it (0x81). */
  private number(value: RawValue): void {
    const double = toDouble(value);
    if (value.type === BSON.int || value.type === BSON.double || !Number.isFinite(double)) {
      const parts = value.type === BSON.decimal && !Number.isNaN(double) ? decimalParts(value) : undefined;
      if (typeof parts === 'object') return this.inexact(parts, double < 0 ? -Number.MAX_VALUE : Number.MAX_VALUE);
      this.double(double);
      return this.byte(0x80);
    }
    if (value.type === BSON.long && Number.isSafeInteger(double)) {
      this.double(double);
      return this.byte(0x80);
    }
    return this.inexact(exactParts(value), double);
  }

  private inexact(parts: DecimalParts, double: number): void {
    this.double(double);
    const side = compareDecimalToDouble(parts, double);
    this.byte(0x80 + side);
    if (side === 0) return;
    // Two exact values beside the same double, on the same side, are ordered by their decimal form.
    const digits = parts.digits.toString();
    const at = this.length;
    this.grow(2);
    this.length = this.buf.writeUInt16BE(parts.exponent + digits.length + 20_000, this.length);
    for (const digit of digits.replace(/0+$/, '')) this.byte(digit.charCodeAt(0));
    this.byte(0);
    if (parts.negative) this.invert(at);
  }

  private grow(by: number): void {
    if (this.length + by <= this.buf.length) return;
    const next = Buffer.allocUnsafe(Math.max(this.buf.length * 2, this.length + by));
    this.buf.copy(next, 0, 0, this.length);
    this.buf = next;
  }
}

function exactParts(value: RawValue): DecimalParts {
  if (value.type === BSON.decimal) {
    const parts = decimalParts(value);
    if (typeof parts === 'object') return parts;
  }
  const long = value.buf.readBigInt64LE(value.at);
  return { negative: long < 0n, digits: long < 0n ? -long : long, exponent: 0 };
}

const writer = new KeyWriter();

/** The key of one value, ascending. */
export function keyOf(value: RawValue): Buffer {
  writer.reset().value(value);
  return writer.take();
}

/** The key under which a document with this _id is stored. @throws CommandError 17280 when it is too long */
export function idKeyOf(id: RawValue): Buffer {
  const key = keyOf(id);
  if (key.length > MAX_KEY_BYTES) throw new CommandError(17280, `_id is too large to be a key: ${key.length} bytes`);
  return key;
}

/** MongoDB's total order over values: below zero, zero, above zero. */
export function compareValues(left: RawValue, right: RawValue): number {
  return Buffer.compare(keyOf(left), keyOf(right));
}

/** The smallest key above every key that starts with `prefix`; undefined when there is none. */
export function prefixEnd(prefix: Buffer): Buffer | undefined {
  const end = Buffer.from(prefix);
  for (let i = end.length - 1; i >= 0; i--) {
    if (end[i]! < 0xff) {
      end[i]!++;
      return end.subarray(0, i + 1);
    }
  }
  return undefined;
}
