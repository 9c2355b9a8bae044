import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { crc32c } from '../../services/embedded-mongo/wire/crc32c.ts';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';
import { bson, framed, opMsg, RawWire, section } from '../support/raw-wire.ts';

let store: TestStore;
beforeAll(async () => {
  store = await bootEmbedded();
});
afterAll(async () => {
  // Whatever was sent, the process is the one that was started, and it serves.
  expect(await store.db.command({ ping: 1 })).toEqual({ ok: 1 });
  await store.close();
});

const PING = { ping: 1, $db: 'tribune' };

async function ask(bytes: Buffer): Promise<Record<string, unknown> | undefined> {
  const wire = new RawWire(store.child.uri);
  wire.send(bytes);
  const reply = await wire.reply();
  wire.end();
  return reply;
}

describe('messages', () => {
  test('OP_MSG and the legacy hello are answered', async () => {
    expect(await ask(opMsg([section.body(PING)]))).toEqual({ ok: 1 });
    const query = Buffer.concat([
      Buffer.alloc(4),
      Buffer.from('admin.$cmd\0'),
      Buffer.alloc(8),
      bson({ ismaster: 1, helloOk: true }),
    ]);
    const hello = await ask(framed(2004, query));
    expect(hello).toMatchObject({
      ismaster: true,
      helloOk: true,
      maxWireVersion: 21,
      maxBsonObjectSize: 16 * 1024 * 1024,
      ok: 1,
    });
    expect(hello).not.toHaveProperty('topologyVersion');
    expect(hello).not.toHaveProperty('setName');
  });

  test('a checksum is checked', async () => {
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    expect(await ask(opMsg([section.body(PING)], 1, crc32c))).toEqual({ ok: 1 });
    expect(await ask(opMsg([section.body(PING)], 1, (bytes) => (crc32c(bytes) ^ 1) >>> 0))).toBeUndefined();
  });

  test('document sequences work before and after the body', async () => {
    const body = section.body({ insert: 'sequences', $db: 'tribune' });
    expect(await ask(opMsg([section.sequence('documents', [{ _id: 1 }, { _id: 2 }]), body]))).toEqual({ n: 2, ok: 1 });
    expect(await ask(opMsg([body, section.sequence('documents', [{ _id: 3 }])]))).toEqual({ n: 1, ok: 1 });
  });

  test('come in pieces, or several at once, and are answered in order', async () => {
    const wire = new RawWire(store.child.uri);
    const message = opMsg([section.body(PING)]);
    for (const byte of message) wire.send(Buffer.from([byte]));
    expect(await wire.reply()).toEqual({ ok: 1 });
    wire.send(Buffer.concat([message, opMsg([section.body({ nonsense: 1, $db: 'x' })]), message]));
    expect([await wire.reply(), await wire.reply(), await wire.reply()]).toMatchObject([
      { ok: 1 },
      { code: 59 },
      { ok: 1 },
    ]);
    wire.end();
  });

  test('that want no answer get none', async () => {
    const wire = new RawWire(store.child.uri);
    wire.send(
      opMsg([section.body({ insert: 'silent', documents: [{ _id: 1 }], writeConcern: { w: 0 }, $db: 'tribune' })], 2),
    );
    wire.send(opMsg([section.body(PING)]));
    expect(await wire.reply()).toEqual({ ok: 1 });
    expect(await store.db.collection('silent').countDocuments()).toBe(1);
    wire.end();
  });
});

describe('hostile bytes', () => {
  const body = section.body(PING);
  const long = (length: number): Buffer => framed(2013, Buffer.concat([Buffer.alloc(4), body]), length);
  const closing: [string, Buffer][] = [
    ['a negative length', long(-1)],
    ['a length below the header', long(15)],
    ['a length above 48 MB', long(48_000_001)],
    ['an unknown opcode', framed(1234, Buffer.alloc(20))],
    ['OP_COMPRESSED, which was not negotiated', framed(2012, Buffer.alloc(20))],
    ['an unknown required flag', opMsg([body], 4)],
    ['no body', opMsg([section.sequence('documents', [{ _id: 1 }])])],
    ['two bodies', opMsg([body, body])],
    ['an unknown kind of section', opMsg([Buffer.concat([Buffer.from([9]), bson(PING)])])],
    ['a sequence longer than its message', opMsg([body, section.sequence('documents', [{ _id: 1 }], 5_000)])],
    ['a sequence of negative length', opMsg([body, section.sequence('documents', [{ _id: 1 }], -8 >>> 0)])],
    ['nothing but a header', framed(2013, Buffer.alloc(0))],
    ['an OP_QUERY without an end', framed(2004, Buffer.from('abcdefghijklmnop'))],
  ];
  test.each(closing)('%s closes the connection', async (_name, bytes) => {
    expect(await ask(bytes)).toBeUndefined();
  });

  const lying = (change: (doc: Buffer) => void): Buffer => {
    const doc = bson({ ping: 1, text: 'hello', nested: { a: [1, 2] }, $db: 'tribune' });
    change(doc);
    return opMsg([section.body(doc)]);
  };
  const answered: [string, Buffer][] = [
    ['a document that says it is longer', lying((doc) => doc.writeInt32LE(doc.length + 1, 0))],
    ['a document that says it is shorter', lying((doc) => doc.writeInt32LE(doc.length - 3, 0))],
    ['a string longer than its document', lying((doc) => doc.writeInt32LE(9_999, doc.indexOf('hello') - 4))],
    ['a string of negative length', lying((doc) => doc.writeInt32LE(-2, doc.indexOf('hello') - 4))],
    ['a nested document that runs out', lying((doc) => doc.writeInt32LE(9_999, doc.indexOf('nested') + 7))],
    ['an unknown type', lying((doc) => doc.writeUInt8(0x55, doc.indexOf('text') - 1))],
    ['a document without its last zero', lying((doc) => doc.writeUInt8(1, doc.length - 1))],
  ];
  test.each(answered)('%s is refused as invalid BSON', async (_name, bytes) => {
    expect(await ask(bytes)).toMatchObject({ ok: 0, code: 22, codeName: 'InvalidBSON' });
  });

  test('nesting without end is refused', async () => {
    let doc: Buffer = bson({});
    for (let depth = 0; depth < 5_000; depth++) {
      const next = Buffer.alloc(doc.length + 8);
      next.writeInt32LE(next.length);
      next.write('\u0003a\0', 4, 'latin1');
      doc.copy(next, 7);
      doc = next;
    }
    expect(await ask(opMsg([section.body(doc)]))).toMatchObject({ ok: 0, code: 15 });
  });

  test('a message of 100 MB closes its connection at its first bytes, before anything is kept', async () => {
    const wire = new RawWire(store.child.uri);
    wire.send(long(100_000_000));
    expect(await wire.reply()).toBeUndefined();
  });

  test('half a message and a closed connection harm nobody', async () => {
    const wire = new RawWire(store.child.uri);
    wire.send(long(40_000_000));
    wire.end();
    expect(await ask(opMsg([body]))).toEqual({ ok: 1 });
  });

  test('random bytes harm nobody', async () => {
    const message = opMsg([section.body({ find: 'x', filter: { a: { $gt: 1 }, b: 'text' }, $db: 'tribune' })]);
    for (let i = 4; i < message.length; i++) {
      const broken = Buffer.from(message);
      broken[i]! ^= 0x81;
      const wire = new RawWire(store.child.uri);
      wire.send(broken);
      wire.send(message);
      await wire.reply();
      wire.end();
    }
    expect(await ask(opMsg([body]))).toEqual({ ok: 1 });
  });
});

test('five hundred connections at once are all served, and let go of', async () => {
  const wires = Array.from({ length: 500 }, () => new RawWire(store.child.uri));
  for (const [i, wire] of wires.entries())
    wire.send(
      opMsg([
        section.body({ update: 'crowd', updates: [{ q: { _id: i }, u: { n: i }, upsert: true }], $db: 'tribune' }),
      ]),
    );
  for (const wire of wires) expect(await wire.reply()).toMatchObject({ n: 1, ok: 1 });
  expect(await store.db.collection('crowd').countDocuments()).toBe(500);
  for (const wire of wires) wire.end();
  await until(async () => {
    const { connections } = await store.db.admin().serverStatus();
    return (connections as { current: number }).current < 20;
  }, 'the connections are let go of');
});
