import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkPages } from '../../services/embedded-mongo/store/page-check.ts';
import { Environment } from '../../services/embedded-mongo/store/lmdb.ts';
import { endStarted, serveAlone, tribune } from '../support/command.ts';
import { connect, storeFolder } from '../support/embedded-store.ts';
import { Random } from '../support/random.ts';

const PAGE = 8_192;
const nothing = (): void => undefined;
let folder: { path: string; remove: () => Promise<void> };
let sound: string;

/** A store with small and large documents, indexes of every kind, and free pages. */
beforeAll(async () => {
  folder = await storeFolder();
  sound = join(folder.path, 'sound');
  const alone = await serveAlone('--path', sound);
  const client = await connect(alone.uri);
  const things = client.db('shop').collection<{ _id: number; u: number; tags: string[]; body: string }>('things');
  await things.createIndex({ u: 1 }, { unique: true });
  await things.createIndex({ tags: 1, u: -1 });
  const body = (i: number): string => 'lorem '.repeat(i % 50 === 0 ? 5_000 : 10);
  await things.insertMany(
    Array.from({ length: 3_000 }, (_, i) => ({ _id: i, u: i, tags: ['a', `t${i % 9}`], body: body(i) })),
  );
  await things.deleteMany({ _id: { $lt: 1_000 } });
  await client.db('shop').collection('gone').insertOne({ x: 1 });
  await client.db('shop').collection('gone').drop();
  await client.close();
  await alone.stop();
});
afterAll(() => {
  endStarted();
  return folder.remove();
});

let copies = 0;
function copy(): string {
  const path = join(folder.path, `copy-${++copies}`);
  cpSync(sound, path, { recursive: true });
  return path;
}

describe('a sound store', () => {
  test('is found sound, with what it holds and a hash of it', async () => {
    const { code, out, err } = await tribune('store', 'check', sound);
    expect(out).toContain('shop.things: 2000 documents');
    expect(out).toMatch(/content {2}SHA-256 [0-9a-f]{64}\n/);
    expect(out).toContain(`${sound} is sound.`);
    expect([code, err]).toEqual([0, expect.stringContaining('checking pages')]);
    const pages = checkPages(join(sound, 'data.mdb'), nothing);
    expect(pages.lost).toBe(0);
    expect(pages.free).toBeGreaterThan(0);
  });

  test('that is being served is left alone', async () => {
    const alone = await serveAlone('--path', sound);
    const { code, err } = await tribune('store', 'check', sound);
    expect([code, err]).toEqual([1, expect.stringContaining(`in use by process ${alone.child.pid}`)]);
    await alone.stop();
  });
});

describe('damage to pages', () => {
  const damage: [string, (file: Buffer, page: number) => void, RegExp][] = [
    ['another page number', (file, page) => file.writeUInt32LE(1, page * PAGE), /says it is page 1/],
    ['another kind', (file, page) => file.writeUInt16LE(32, page * PAGE + 18), /of a kind/],
    ['a transaction to come', (file, page) => file.writeUInt32LE(99_999, page * PAGE + 8), /never completed/],
    ['impossible bounds', (file, page) => file.writeUInt16LE(9_000, page * PAGE + 20), /impossible bounds/],
    ['a node outside', (file, page) => file.writeUInt16LE(8_166, page * PAGE + 24), /node 0 lies outside/],
    ['zeros', (file, page) => file.fill(0, page * PAGE, (page + 1) * PAGE), /page 0|of a kind/],
  ];
  test.each(damage)('%s is found', async (_what, harm, message) => {
    const path = copy();
    const file = readFileSync(join(path, 'data.mdb'));
    harm(file, leafOf(file));
    writeFileSync(join(path, 'data.mdb'), file);
    const { code, out } = await tribune('store', 'check', path);
    expect([code, out]).toEqual([1, expect.stringMatching(message)]);
    expect(out).toMatch(/WRONG tree \w+, page \d+: /);
    const compaction = await tribune('store', 'compact', path);
    expect([compaction.code, compaction.err]).toEqual([1, expect.stringContaining('The store is damaged')]);
  });

  test('a file cut off is found', async () => {
    const path = copy();
    const file = readFileSync(join(path, 'data.mdb'));
    writeFileSync(join(path, 'data.mdb'), file.subarray(0, PAGE * 20));
    expect((await tribune('store', 'check', path)).code).toBe(1);
    writeFileSync(join(path, 'data.mdb'), 'no store at all');
    const { code, out } = await tribune('store', 'check', path);
    expect([code, out]).toEqual([1, expect.stringContaining('no LMDB meta page')]);
  });

  test('of any kind at all never makes the check itself fail', () => {
    const path = join(copy(), 'data.mdb');
    const file = readFileSync(path);
    const random = new Random(7);
    for (let round = 0; round < 150; round++) {
      const harmed = Buffer.from(file);
      for (let i = 0; i < 40; i++) {
        const page = random.below(file.length / PAGE);
        harmed[page * PAGE + random.below(i % 2 === 0 ? 64 : PAGE)] = random.below(256);
      }
      writeFileSync(path, harmed);
      expect(() => checkPages(path, nothing)).not.toThrow();
    }
  });
});

/** A leaf page of the documents: the largest used leaf that is not of the tables. */
function leafOf(file: Buffer): number {
  const text = Buffer.from('lorem lorem');
  for (let page = 2; page < file.length / PAGE; page++) {
    const bytes = file.subarray(page * PAGE, (page + 1) * PAGE);
    if (bytes.readUInt16LE(18) === 2 && bytes.includes(text) && isReachable(file, page)) return page;
  }
  throw new Error('no leaf page with documents');
}

/** Free pages keep their old content: only a used one does harm when it is broken. */
function isReachable(file: Buffer, page: number): boolean {
  const path = join(folder.path, 'probe.mdb');
  const probe = Buffer.from(file);
  probe.writeUInt16LE(64, page * PAGE + 18);
  writeFileSync(path, probe);
  return checkPages(path, nothing).findings.count > 0;
}

describe('damage to content', () => {
  const firstOf = (table: Environment['documents'], id: number): { key: Buffer; value: Buffer } => {
    const start = Buffer.from([0, 0, 0, id]);
    return table.list({ start, end: Buffer.from([0, 0, 0, id + 1]) }, 1)[0]!;
  };
  /** Numbers as they were given out: the collection, then its indexes on u and tags. */
  const [THINGS, U, TAGS] = [1, 2, 3] as const;
  const damage: [string, (environment: Environment) => void, string][] = [
    [
      'a lost document',
      ({ documents }) => documents.remove(firstOf(documents, THINGS).key),
      'the counter says 2000, there are 1999 documents',
    ],
    [
      'a lost key',
      ({ indexes }) => indexes.remove(firstOf(indexes, TAGS).key),
      'shop.things: index tags_1_u_-1 lacks a key of',
    ],
    [
      'a key of another document',
      ({ indexes }) => indexes.put(firstOf(indexes, U).key, Buffer.from('x')),
      'index u_1 lacks a key of',
    ],
    [
      'a key too many',
      ({ indexes }) => indexes.put(Buffer.from([0, 0, 0, TAGS, 255]), Buffer.alloc(0)),
      'index tags_1_u_-1 holds 4001 keys instead of 4000',
    ],
    [
      'a document that is no BSON',
      ({ documents }) => documents.put(firstOf(documents, THINGS).key, Buffer.from('abc')),
      'Invalid BSON',
    ],
    [
      'keys of nobody',
      ({ indexes }) => indexes.put(Buffer.from([0, 0, 0, 200, 1]), Buffer.alloc(0)),
      '1 index keys under number 200 belong to nothing',
    ],
    [
      'a catalogue that is no BSON',
      ({ catalogue }) => catalogue.put(Buffer.from('collection/shop.things'), Buffer.from('x')),
      'the catalogue cannot be read',
    ],
  ];
  test.each(damage)('%s is found', async (_what, harm, message) => {
    const path = copy();
    const environment = new Environment(path);
    environment.write(() => harm(environment));
    await environment.close();
    const { code, out } = await tribune('store', 'check', path);
    expect([code, out]).toEqual([1, expect.stringContaining(message)]);
  });

  test('changes the hash even where it breaks nothing', async () => {
    const path = copy();
    const hashes = async (): Promise<string | undefined> =>
      /content {2}SHA-256 (\w+)/.exec((await tribune('store', 'check', path)).out)?.[1];
    const before = await hashes();
    const environment = new Environment(path);
    environment.write(() => {
      const { key, value } = firstOf(environment.documents, THINGS);
      value[value.length - 4]! ^= 1;
      environment.documents.put(key, value);
    });
    await environment.close();
    expect(await hashes()).not.toBe(before);
  });
});
