import { deserialize, Long, serialize } from 'bson';
import { BSON, findField, type RawValue } from './raw.ts';

const VALUE = Buffer.from('v');

/** Writes a BSON document piece by piece; raw values and documents are spliced in without decoding. */
export class BsonWriter {
  private buf: Buffer;
  private length = 0;
  private readonly open: number[] = [];

  constructor(size = 1_024) {
    this.buf = Buffer.allocUnsafe(size);
  }

  /** How many bytes are written so far. */
  get size(): number {
    return this.length;
  }

  /** Opens the outermost document, or one nested as field `name`. */
  begin(type: number = BSON.object, name?: string): this {
    if (name !== undefined) this.header(type, name);
    this.open.push(this.length);
    this.reserve(4);
    this.length += 4;
    return this;
  }

  end(): this {
    this.reserve(1);
    this.buf[this.length++] = 0;
    const at = this.open.pop() ?? 0;
    this.buf.writeInt32LE(this.length - at, at);
    return this;
  }

  /** Type byte and name of an element, whose value must follow. */
  header(type: number, name: string): void {
    this.reserve(name.length * 3 + 2);
    this.buf[this.length++] = type;
    this.length += this.buf.write(name, this.length);
    this.buf[this.length++] = 0;
  }

  raw(name: string, value: RawValue): this {
    this.header(value.type, name);
    this.copy(value.buf, value.at, value.end);
    return this;
  }

  document(name: string, doc: Buffer): this {
    this.header(BSON.object, name);
    this.copy(doc, 0, doc.length);
    return this;
  }

  int(name: string, value: number): this {
    this.header(BSON.int, name);
    this.reserve(4);
    this.length = this.buf.writeInt32LE(value, this.length);
    return this;
  }

  double(name: string, value: number): this {
    this.header(BSON.double, name);
    this.reserve(8);
    this.length = this.buf.writeDoubleLE(value, this.length);
    return this;
  }

  long(name: string, value: bigint): this {
    this.header(BSON.long, name);
    this.reserve(8);
    this.length = this.buf.writeBigInt64LE(value, this.length);
    return this;
  }

  bool(name: string, value: boolean): this {
    this.header(BSON.bool, name);
    this.reserve(1);
    this.buf[this.length++] = value ? 1 : 0;
    return this;
  }

  string(name: string, value: string): this {
    this.header(BSON.string, name);
    this.reserve(value.length * 3 + 5);
    const written = this.buf.write(value, this.length + 4);
    this.buf.writeInt32LE(written + 1, this.length);
    this.length += written + 4;
    this.buf[this.length++] = 0;
    return this;
  }

  null(name: string): this {
    this.header(BSON.null, name);
    return this;
  }

  /** All fields of a JavaScript object. */
  fields(object: Readonly<Record<string, unknown>>): this {
    const bytes = fromObject(object);
    this.copy(bytes, 4, bytes.length - 1);
    return this;
  }

  /** An array of whole documents. */
  documents(name: string, docs: readonly Buffer[]): this {
    this.begin(BSON.array, name);
    for (let i = 0; i < docs.length; i++) this.document(String(i), docs[i]!);
    return this.end();
  }

  copy(from: Buffer, at: number, end: number): void {
    this.reserve(end - at);
    from.copy(this.buf, this.length, at, end);
    this.length += end - at;
  }

  /** The finished bytes; the writer must not be used afterwards. */
  finish(): Buffer {
    return this.buf.subarray(0, this.length);
  }

  private reserve(by: number): void {
    if (this.length + by <= this.buf.length) return;
    const next = Buffer.allocUnsafe(Math.max(this.buf.length * 2, this.length + by));
    this.buf.copy(next, 0, 0, this.length);
    this.buf = next;
  }
}

/** A JavaScript object as BSON. */
export function fromObject(object: Readonly<Record<string, unknown>>): Buffer {
  const bytes = serialize(object, { ignoreUndefined: true });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A JavaScript value (bigint becomes a Long) as a raw one. */
export function toRaw(value: unknown): RawValue {
  const bytes = fromObject({ v: typeof value === 'bigint' ? Long.fromBigInt(value) : value });
  return findField(bytes, 0, VALUE) ?? { type: BSON.undefined, buf: bytes, at: 0, end: 0 };
}

/** A raw value as JavaScript with every BSON type kept (Long, Int32, Double as objects). */
export function toTyped(value: RawValue): unknown {
  const bytes = new BsonWriter(value.end - value.at + 16).begin().raw('v', value).end().finish();
  return deserialize(bytes, { promoteValues: false, promoteLongs: false, bsonRegExp: true })['v'];
}
