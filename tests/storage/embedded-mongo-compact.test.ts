import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { endStarted, serveAlone, startTribune, tribune } from '../support/command.ts';
import { connect, storeFolder } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';

let folder: { path: string; remove: () => Promise<void> };
let store: string;
beforeAll(async () => {
  folder = await storeFolder();
  store = join(folder.path, 'store');
});
afterAll(() => {
  endStarted();
  return folder.remove();
});

/** Adds documents, most of which go again; some of what is dropped is never swept away. */
let round = 0;
async function churn(): Promise<void> {
  round++;
  const alone = await serveAlone('--path', store);
  const client = await connect(alone.uri);
  const things = client.db('shop').collection<{ _id: string; n: number; body: string }>('things');
  await things.createIndex({ n: 1 });
  for (let i = 0; i < 10; i++) {
    const docs = Array.from({ length: 1_000 }, (_, j) => ({
      _id: `${round}/${i}/${j}`,
      n: j,
      body: 'lorem '.repeat(40),
    }));
    await things.insertMany(docs);
  }
  await things.deleteMany({ n: { $gt: 100 } });
  await client
    .db('shop')
    .collection('gone')
    .insertMany(Array.from({ length: 3_000 }, (_, x) => ({ x })));
  await client.db('shop').collection('gone').drop();
  alone.child.kill('SIGKILL');
  await alone.code;
  await client.close(true);
}

async function contentOf(path: string): Promise<string> {
  const { code, out } = await tribune('store', 'check', path);
  expect([code, out]).toEqual([0, expect.stringContaining('is sound.')]);
  return /content {2}SHA-256 (\w+)/.exec(out)?.[1] ?? '';
}

describe('compacting', () => {
  test('gives free space back and changes nothing', async () => {
    await churn();
    const before = await contentOf(store);
    const size = statSync(join(store, 'data.mdb')).size;
    const { code, out, err } = await tribune('store', 'compact', store);
    expect([code, out]).toEqual([0, expect.stringMatching(/[\d.]+ MB before, [\d.]+ (MB|kB) after\.\n$/)]);
    for (const step of ['checking pages', 'copying', 'verifying the copy', 'putting the copy in place'])
      expect(err).toContain(step);
    expect(statSync(join(store, 'data.mdb')).size).toBeLessThan(size / 4);
    expect(await contentOf(store)).toBe(before);
    const again = await tribune('store', 'compact', store);
    expect(again.code).toBe(0);
    expect(await contentOf(store)).toBe(before);
  });

  test('leaves a store that serves reads and writes as before', async () => {
    const alone = await serveAlone('--path', store);
    const client = await connect(alone.uri);
    const things = client.db('shop').collection<{ _id: string; n: number }>('things');
    expect(await things.countDocuments({ n: 7 })).toBe(10);
    await things.insertOne({ _id: 'new', n: 7 });
    expect(await things.countDocuments({ n: 7 })).toBe(11);
    expect(await client.db('shop').command({ validate: 'things' })).toMatchObject({ valid: true });
    await client.close();
    expect(await alone.stop()).toBe(0);
  });

  test('is refused while the store is served', async () => {
    const alone = await serveAlone('--path', store);
    const { code, err } = await tribune('store', 'compact', store);
    expect([code, err]).toEqual([1, expect.stringContaining(`in use by process ${alone.child.pid}`)]);
    await alone.stop();
  });

  test.each(['checking pages', 'copying', 'verifying the copy', 'putting the copy in place'])(
    'killed while %s, it has lost nothing, and the next start tidies up',
    async (step) => {
      await churn();
      const before = await contentOf(store);
      const running = startTribune('store', 'compact', store);
      await until(() => running.err().includes(step), step);
      running.child.kill('SIGKILL');
      await running.code;
      const alone = await serveAlone('--path', store);
      expect(existsSync(join(store, 'compact.new'))).toBe(false);
      await alone.stop();
      expect(await contentOf(store)).toBe(before);
    },
  );

  test('starts anew over what a killed one left', async () => {
    mkdirSync(join(store, 'compact.new'));
    writeFileSync(join(store, 'compact.new', 'data.mdb'), 'half a copy');
    const before = await contentOf(store);
    expect((await tribune('store', 'compact', store)).code).toBe(0);
    expect(existsSync(join(store, 'compact.new'))).toBe(false);
    expect(await contentOf(store)).toBe(before);
  });
});
