import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

/** Documents that hold every BSON type and the values that are easily changed on the way, as bytes. */
export function everyType(): Buffer[] {
  const { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Double, Int32, Long, MaxKey, MinKey, Timestamp } = BSON;
  const values: unknown[] = [
    new Int32(5),
    new Double(5),
    Long.fromNumber(5),
    Decimal128.fromString('5'),
    Decimal128.fromString('5.00'),
    Long.fromString('9007199254740993'),
    Long.MIN_VALUE,
    new Double(-0),
    new Double(NaN),
    new Double(-Infinity),
    Decimal128.fromString('-0E-6176'),
    Decimal128.fromString('NaN'),
    Decimal128.fromString('-Infinity'),
    new Date(-1),
    new Date(253_402_300_800_000),
    '',
    'zero\0inside',
    'ärger \u{1f600}',
    true,
    false,
    null,
    new Binary(Buffer.from([0, 255]), 0),
    new Binary(Buffer.alloc(16, 7), 4),
    new Binary(Buffer.from('x'), 0x80),
    new BSONRegExp('^a.*$', 'imx'),
    new Timestamp({ t: 4_000_000_000, i: 7 }),
    new MinKey(),
    new MaxKey(),
    new Code('return 1'),
    new Code('return x', { x: new Int32(1) }),
    new BSONSymbol('old'),
    new BSON.ObjectId('0123456789abcdef01234567'),
    [],
    {},
    [[], [{ a: [] }]],
    new Map([
      ['b', 1],
      ['0', 2],
      ['__proto__', 3],
      ['', 4],
      ['$dollar', 5],
      ['a.b', 6],
    ]),
  ];
  const docs = values.map((value, i) =>
    Buffer.from(
      BSON.serialize(
        new Map<string, unknown>([
          ['_id', i],
          ['2', 1],
          ['v', value],
          ['1', 1],
        ]),
      ),
    ),
  );
  return [...docs, ...deprecated(docs.length)];
}

/** Types the driver can no longer write: undefined and DBPointer; and a name that comes twice. */
function deprecated(from: number): Buffer[] {
  const bodies = ['\u0006v\0', '\u000cv\0\u0003\0\0\0ab\0' + 'x'.repeat(12), '\u000av\0\u0008v\0\u0001'];
  return bodies.map((body, i) => {
    const id = Buffer.alloc(4);
    id.writeInt32LE(from + i);
    const doc = Buffer.concat([Buffer.from('....\u0010_id\0'), id, Buffer.from(body, 'latin1'), Buffer.from([0])]);
    doc.writeInt32LE(doc.length);
    return doc;
  });
}
