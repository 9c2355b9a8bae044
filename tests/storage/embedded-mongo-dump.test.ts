import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStore } from '../../services/embedded-mongo/child.ts';
import { fileNameOf } from '../../services/transfer/dump-folder.ts';
import { endStarted, serveAlone, tribune, tribuneByItself } from '../support/command.ts';
import { connect, silent, STORE_ENTRY, storeFolder } from '../support/embedded-store.ts';
import { everyType } from '../support/every-type.ts';
import { bson, opMsg, section } from '../support/raw-wire.ts';

const ODD = "odd/näme (x)!*'?&=+~";
let folder: { path: string; remove: () => Promise<void> };
const at = (...names: string[]): string => join(folder.path, ...names);
/** What was written, byte for byte. */
const original: Buffer[] = everyType();

beforeAll(async () => {
  folder = await storeFolder();
  const alone = await serveAlone('--path', at('store'));
  const client = await connect(alone.uri);
  const types = client.db('shop').collection('types');
  await insertRaw(alone.uri, 'types', original);
  await types.createIndex(
    new Map([
      ['b', 1],
      ['0', -1],
      ['a.c', 1],
    ]),
    { name: 'numbers and dots', sparse: true },
  );
  await types.createIndex({ when: 1 }, { expireAfterSeconds: 2_000_000_000 });
  await types.createIndex({ u: -1 }, { unique: true, partialFilterExpression: { u: { $gt: 5.5, $exists: true } } });
  await client
    .db('shop')
    .collection<{ _id: number; text: string }>(ODD)
    .insertMany(Array.from({ length: 3_500 }, (_, i) => ({ _id: i, text: 'x'.repeat(i) })));
  await client.db('shop').createCollection('empty');
  await client.db('other').collection('things').insertOne({ x: 1 });
  await client.close();
  await alone.stop();
});
afterAll(() => {
  endStarted();
  return folder.remove();
});

/** Past the driver, which would change some of it. */
async function insertRaw(uri: string, collection: string, docs: readonly Buffer[]): Promise<void> {
  const socket = createConnection(Number(new URL(uri).port), '127.0.0.1');
  for (const doc of docs) {
    const sequence = Buffer.concat([Buffer.from('.....documents\0'), doc]);
    sequence.writeUInt8(1);
    sequence.writeInt32LE(sequence.length - 1, 1);
    socket.write(opMsg([section.body({ insert: collection, $db: 'shop' }), sequence]));
    const reply = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
    expect(reply.includes('writeErrors')).toBe(false);
  }
  socket.destroy();
}

const read = (dump: string, ...path: string[]): Buffer => readFileSync(at(dump, ...path));
const withoutUuid = (text: string): string => text.replace(/"uuid":"[0-9a-f]{32}"/, '');

describe('a dump', () => {
  test('has the layout, names and metadata of mongodump', async () => {
    const { code, out } = await tribuneByItself('store', 'export', '--path', at('store'), '--out', at('dump'));
    expect([code, out]).toEqual([0, expect.stringContaining(`shop.${ODD}: 3500 documents\n`)]);
    expect(readdirSync(at('dump')).sort()).toEqual(['SHA256SUMS', 'other', 'prelude.json', 'shop']);
    const name = 'odd%2Fn%C3%A4me%20%28x%29%21%2A%27%3F&=+~';
    expect(readdirSync(at('dump', 'shop')).sort()).toEqual(
      ['empty', name, 'types'].flatMap((base) => [`${base}.bson`, `${base}.metadata.json`]).sort(),
    );
    expect(JSON.parse(read('dump', 'prelude.json').toString())).toEqual({
      ServerVersion: '7.0.14',
      ToolVersion: '100.12.0',
    });
    expect(withoutUuid(read('dump', 'shop', 'types.metadata.json').toString())).toBe(
      '{"indexes":[{"v":{"$numberInt":"2"},"key":{"_id":{"$numberInt":"1"}},"name":"_id_"},' +
        '{"v":{"$numberInt":"2"},"key":{"b":{"$numberInt":"1"},"0":{"$numberInt":"-1"},"a.c":{"$numberInt":"1"}},"name":"numbers and dots","sparse":true},' +
        '{"v":{"$numberInt":"2"},"key":{"when":{"$numberInt":"1"}},"name":"when_1","expireAfterSeconds":{"$numberInt":"2000000000"}},' +
        '{"v":{"$numberInt":"2"},"key":{"u":{"$numberInt":"-1"}},"name":"u_-1","unique":true,"partialFilterExpression":{"u":{"$gt":{"$numberDouble":"5.5"},"$exists":true}}}],' +
        ',"collectionName":"types","type":"collection"}',
    );
  });

  test('holds every BSON type as it was written', () => {
    const bytes = read('dump', 'shop', 'types.bson');
    for (const doc of original) expect(bytes.includes(doc)).toBe(true);
    expect(bytes).toHaveLength(original.reduce((sum, doc) => sum + doc.length, 0));
    expect(read('dump', 'shop', 'empty.bson')).toHaveLength(0);
  });

  test.each([
    ['plain', []],
    ['compressed', ['--gzip']],
  ])('loaded again, %s, is the same byte for byte', async (kind, flags) => {
    const [first, second, store] = [`first-${kind}`, `second-${kind}`, `store-${kind}`];
    expect((await tribune('store', 'export', '--path', at('store'), '--out', at(first), ...flags)).code).toBe(0);
    const loaded = await tribune('store', 'import', '--from', at(first), '--path', at(store));
    expect([loaded.code, loaded.out]).toEqual([0, expect.stringContaining('shop.types: ')]);
    expect((await tribune('store', 'export', '--path', at(store), '--out', at(second), ...flags)).code).toBe(0);
    const files = readdirSync(at(first), { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
    expect(files).toHaveLength(9);
    for (const file of files) {
      const [a, b] = [first, second].map((dump) =>
        file.endsWith('.gz') ? gunzipSync(read(dump, file)) : read(dump, file),
      );
      expect([file, withoutUuid(a!.toString('latin1'))]).toEqual([file, withoutUuid(b!.toString('latin1'))]);
    }
    const hashes = await Promise.all([at('store'), at(store)].map((path) => tribune('store', 'check', path)));
    const [one, two] = hashes.map(({ out }) => /content .*/.exec(out)?.[0]);
    expect(one).toBe(two);
  });

  test('is made while the service runs, through its socket', async () => {
    const service = await startStore({ path: at('store-plain'), entry: STORE_ENTRY, log: silent });
    const { code, err } = await tribune(
      'store',
      'export',
      '--path',
      at('store-plain'),
      '--out',
      at('hot'),
      '--db',
      'shop',
    );
    expect([code, err]).toEqual([0, expect.stringContaining(`Process ${service.pid} serves this store`)]);
    expect(readdirSync(at('hot')).sort()).toEqual(['SHA256SUMS', 'prelude.json', 'shop']);
    const refused = await tribune('store', 'import', '--from', at('hot'), '--path', at('store-plain'), '--drop');
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('in use by process')]);
    await service.stop();
  });

  test('never replaces anything, and is not there in part', async () => {
    const { code, err } = await tribune('store', 'export', '--path', at('store'), '--out', at('dump'));
    expect([code, err]).toEqual([1, expect.stringContaining('is not empty')]);
    const none = await tribune('store', 'export', '--path', at('store'), '--out', at('none'), '--db', 'nothing');
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('no collections to export')]);
    expect([existsSync(at('none')), existsSync(at('none.partial'))]).toEqual([false, false]);
  });

  test('gives a long name a short file, told apart by its hash', () => {
    expect(fileNameOf('a'.repeat(238))).toBe('a'.repeat(238));
    expect(fileNameOf('é'.repeat(100))).toMatch(/^(%C3%A9){34}%C3%%24[\w-]{27}$/);
  });
});

describe('loading', () => {
  let targets = 0;
  const target = (): string => at(`target-${++targets}`);
  /** A dump of one collection with these bytes. */
  function dumpOf(bytes: Buffer, name = 'c.bson', metadata?: string): string {
    const path = at(`made-${++targets}`);
    mkdirSync(join(path, 'db'), { recursive: true });
    writeFileSync(join(path, 'db', name), bytes);
    writeFileSync(join(path, 'db', 'b.bson'), bson({ _id: 1 }));
    if (metadata !== undefined) writeFileSync(join(path, 'db', 'c.metadata.json'), metadata);
    return path;
  }
  const three = [1, 2, 3].map((_id) => bson({ _id, text: 'abc' }));
  const offset = three[0]!.length * 2;

  test.each<[string, () => Buffer, string, RegExp]>([
    ['cut off', () => Buffer.concat(three).subarray(0, -3), 'c.bson', /cut off inside of a document, after \d+ bytes/],
    [
      'with an impossible length',
      () => Buffer.concat([...three.slice(0, 2), Buffer.from([3, 0, 0, 0, 0])]),
      'c.bson',
      /cannot be 3 bytes long/,
    ],
    [
      'with broken BSON',
      () => Buffer.concat([...three.slice(0, 2), Buffer.from('0c0000001261000000000000', 'hex')]),
      'c.bson',
      /Invalid BSON/,
    ],
    [
      'cut off, compressed',
      () => gzipSync(Buffer.concat(three).subarray(0, -3)),
      'c.bson.gz',
      /cut off inside of a document/,
    ],
  ])('a dump %s says where, and loads nothing', async (_what, bytes, name, message) => {
    const path = target();
    const { code, err } = await tribune('store', 'import', '--from', dumpOf(bytes(), name), '--path', path);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(err).toContain(`/db/${name}, offset ${offset}: `);
    const { out } = await tribune('store', 'check', path);
    expect(out).not.toContain('documents,');
  });

  test('a byte that is another one, where BSON itself would not show it, is told and nothing is loaded', async () => {
    const out = at('flipped');
    const load = () => tribune('store', 'import', '--from', out, '--path', at('store-of-flipped'));
    expect((await tribune('store', 'export', '--path', at('store'), '--out', out, '--db', 'other')).code).toBe(0);
    const file = join(out, 'other', 'things.bson');
    const bytes = readFileSync(file);
    const last = bytes.length - 5;
    bytes[last] = (bytes[last] ?? 0) ^ 0x40;
    writeFileSync(file, bytes);
    const { code, err } = await load();
    expect([code, err]).toEqual([1, expect.stringContaining('things.bson is damaged')]);
    // Nor is anything that was laid beside it.
    bytes[last] ^= 0x40;
    for (const name of ['things.bson', 'other-things.bson']) writeFileSync(join(out, 'other', name), bytes);
    expect(await load()).toMatchObject({ code: 1, err: expect.stringContaining('other-things.bson was not exported') });
  });

  test('a compressed file cut off, or metadata that is no JSON, is refused', async () => {
    const cut = dumpOf(gzipSync(Buffer.concat(three)).subarray(0, -10), 'c.bson.gz');
    const first = await tribune('store', 'import', '--from', cut, '--path', target());
    expect([first.code, first.err]).toEqual([1, expect.stringContaining('unexpected end of file')]);
    const bad = dumpOf(Buffer.concat(three), 'c.bson', '{"indexes":[');
    const second = await tribune('store', 'import', '--from', bad, '--path', target());
    expect([second.code, second.err]).toEqual([1, expect.stringContaining('c.metadata.json cannot be read')]);
    const none = await tribune('store', 'import', '--from', folder.path, '--path', target());
    expect([none.code, none.err]).toEqual([1, expect.stringContaining('holds no dump')]);
  });

  test('stops at a document or index that cannot be, and says what was loaded and what was not', async () => {
    const path = target();
    const twice = dumpOf(Buffer.concat([...three, three[1]!]));
    const { code, err } = await tribune('store', 'import', '--from', twice, '--path', path);
    expect([code, err]).toEqual([1, expect.stringContaining(`c.bson, offset ${three[0]!.length * 3}: E11000`)]);
    expect(err).toContain('db.c was removed again. Loaded before it: db.b (1 documents).');
    const { out } = await tribune('store', 'check', path);
    expect(out).toContain('db.b: 1 documents');
    expect(out).not.toContain('db.c');
    const index = '{"indexes":[{"v":2,"key":{"text":1},"name":"text_1","unique":true}],"collectionName":"c"}';
    const unique = await tribune(
      'store',
      'import',
      '--from',
      dumpOf(Buffer.concat(three), 'c.bson', index),
      '--path',
      path,
      '--drop',
    );
    expect([unique.code, unique.err]).toEqual([1, expect.stringContaining('db.c was removed again')]);
  });

  test('refuses collections that hold something, unless told to replace them', async () => {
    const path = target();
    const dump = dumpOf(Buffer.concat(three));
    const load = (...flags: string[]) => tribune('store', 'import', '--from', dump, '--path', path, ...flags);
    expect((await load()).code).toBe(0);
    const again = await load();
    expect([again.code, again.err]).toEqual([
      1,
      expect.stringContaining('not empty: db.b, db.c. Nothing was loaded. Give --drop'),
    ]);
    expect((await load('--drop')).out).toContain('db.c: 3 documents, 1 indexes');
    expect((await load('--as', 'copy')).out).toContain('copy.c: 3 documents');
    const { out } = await tribune('store', 'check', path);
    expect(out.match(/: 3 documents/g)).toHaveLength(2);
  });
});
