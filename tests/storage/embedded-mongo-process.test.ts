import { type ChildProcess, spawn } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  FolderVersionError,
  startStore,
  type StoreChild,
  StoreInUseError,
} from '../../services/embedded-mongo/child.ts';
import { startOf } from '../../services/embedded-mongo/store/process-identity.ts';
import { connect, errorOf, silent, STORE_ENTRY, storeFolder } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';

/** The built module of who starts the store's process. */
const CHILD = resolve(import.meta.dirname, '../../dist/services/embedded-mongo/child.js');

let folder: { path: string; remove: () => Promise<void> };
beforeEach(async () => {
  folder = await storeFolder();
});
afterEach(() => folder.remove());

const start = (path = folder.path): Promise<StoreChild> => startStore({ path, entry: STORE_ENTRY, log: silent });

async function write(store: StoreChild, _id: string): Promise<number> {
  const client = await connect(store.uri);
  const things = client.db().collection<{ _id: string }>('things');
  await things.insertOne({ _id });
  const count = await things.countDocuments();
  await client.close();
  return count;
}

const socketOf = (store: StoreChild): string => decodeURIComponent(store.uri.slice('mongodb://'.length).split('/')[0]!);

describe('the folder', () => {
  test('keeps its data from one start to the next', async () => {
    const first = await start();
    expect(await write(first, 'a')).toBe(1);
    await first.stop();
    const second = await start();
    expect(await write(second, 'b')).toBe(2);
    await second.stop();
  });

  test('is served by one process only; the second one learns which', async () => {
    const first = await start();
    const error = await errorOf(start());
    expect(error).toBeInstanceOf(StoreInUseError);
    expect(error).toMatchObject({ folder: folder.path, pid: first.pid });
    expect(await write(first, 'still served')).toBe(1);
    await first.stop();
  });

  test('goes to exactly one of several that start at once', async () => {
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => start()));
    const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(winners).toHaveLength(1);
    expect(await write(winners[0]!, 'x')).toBe(1);
    await winners[0]!.stop();
  });

  test('of a newer format is refused', async () => {
    await (await start()).stop();
    writeFileSync(join(folder.path, 'format.json'), JSON.stringify({ version: 99 }));
    const error = await errorOf(start());
    expect(error).toBeInstanceOf(FolderVersionError);
    expect(error).toMatchObject({ version: 99 });
  });

  test('and its socket are private', async () => {
    const store = await start();
    const socket = socketOf(store);
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700);
    expect(statSync(socket).mode & 0o777).toBe(0o600);
    await store.stop();
  });

  test('with a path too long for a socket is served from a private folder elsewhere', async () => {
    const store = await start(join(folder.path, 'x'.repeat(110)));
    const socket = socketOf(store);
    expect(socket.length).toBeLessThan(108);
    expect(statSync(join(socket, '..')).mode & 0o777).toBe(0o700);
    expect(await write(store, 'x')).toBe(1);
    await store.stop();
  });
});

describe('the child', () => {
  test('is started again when it dies, at the same address, and says so', async () => {
    const exits: unknown[] = [];
    const store = await startStore({
      path: folder.path,
      entry: STORE_ENTRY,
      log: silent,
      onExit: (how) => exits.push(how),
    });
    const news: string[] = [];
    store.onDown(() => news.push('down'));
    store.onUp(() => news.push('up'));
    const client = await connect(store.uri);
    const things = client.db().collection<{ _id: string }>('things');
    await things.insertOne({ _id: 'before' });
    const { pid, uri } = store;
    process.kill(pid, 'SIGKILL');
    await until(() => news.includes('up'), 'the store is up again');
    expect(news).toEqual(['down', 'up']);
    expect(exits).toEqual([{ code: null, signal: 'SIGKILL' }]);
    expect(store.uri).toBe(uri);
    expect(store.pid).not.toBe(pid);
    expect(await until(() => things.findOne({ _id: 'before' }).catch(() => undefined), 'an answer')).toEqual({
      _id: 'before',
    });
    await client.close();
    await store.stop();
    expect(startOf(store.pid)).toBeUndefined();
  });

  test('goes when its parent is killed, and its lock blocks nobody', async () => {
    const script = `
      import { startStore } from ${JSON.stringify(CHILD)};
      const log = { info() {}, warn() {}, error() {} };
      const store = await startStore({ path: ${JSON.stringify(folder.path)}, entry: ${JSON.stringify(STORE_ENTRY)}, log });
      console.log(store.pid);
      setInterval(() => undefined, 1000);`;
    const parent: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    parent.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const pid = Number(await until(() => /^\d+\n/.exec(output)?.[0], 'the child listens'));
    parent.kill('SIGKILL');
    const store = await start();
    expect(await write(store, 'x')).toBe(1);
    expect(startOf(pid)).toBeUndefined();
    await store.stop();
  });

  test('cannot start where there is nothing to start', async () => {
    await expect(
      startStore({ path: folder.path, entry: join(folder.path, 'nothing.js'), log: silent }),
    ).rejects.toThrow();
  });
});
