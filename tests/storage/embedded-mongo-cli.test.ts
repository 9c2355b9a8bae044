import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { endStarted, serveAlone, tribune, tribuneByItself } from '../support/command.ts';
import { connect, storeFolder } from '../support/embedded-store.ts';

let folder: { path: string; remove: () => Promise<void> };
let store: string;
beforeEach(async () => {
  folder = await storeFolder();
  store = join(folder.path, 'store');
});
afterEach(() => {
  endStarted();
  return folder.remove();
});

async function count(uri: string): Promise<number> {
  const client = await connect(uri);
  const things = client.db('test').collection('things');
  await things.insertOne({});
  const found = await things.countDocuments();
  await client.close();
  return found;
}

describe('the store alone', () => {
  test('prints the URI any driver connects with, on a free port by default', async () => {
    const first = await serveAlone('--path', store);
    expect(first.out()).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\/\n$/);
    expect(await count(first.uri)).toBe(1);
    expect(await first.stop()).toBe(0);
    const second = await serveAlone('--path', store, '--port', new URL(first.uri).port);
    expect(second.uri).toBe(first.uri);
    expect(await count(second.uri)).toBe(2);
    second.child.kill('SIGINT');
    expect(await second.code).toBe(0);
  });

  test('listens on a socket file, and takes over the one a killed server left', async () => {
    const socket = join(folder.path, 'a b.sock');
    const first = await serveAlone('--path', store, '--socket', socket);
    expect(first.uri).toBe(`mongodb://${encodeURIComponent(socket)}/`);
    expect(await count(first.uri)).toBe(1);
    first.child.kill('SIGKILL');
    await first.code;
    expect(existsSync(socket)).toBe(true);
    const second = await serveAlone('--path', store, '--socket', socket);
    expect(await count(second.uri)).toBe(2);
    const other = await serveAlone('--path', `${store}-2`, '--socket', socket);
    expect(await other.code).toBe(1);
    expect(other.err()).toContain(`Another server listens on ${socket}`);
    expect(await count(second.uri)).toBe(3);
    await second.stop();
  });

  test('never removes a file that is no socket', async () => {
    const file = join(folder.path, 'precious');
    writeFileSync(file, 'x');
    const alone = await serveAlone('--path', store, '--socket', file);
    expect(await alone.code).toBe(1);
    expect(existsSync(file)).toBe(true);
  });

  test.each<[string, string[], RegExp]>([
    ['no path', [], /--path is missing/],
    ['an unknown option', ['--path', 'x', '--prot', '1'], /--prot/],
    ['a port that is no number', ['--path', 'x', '--port', 'http'], /from 0 .* to 65535, not 'http'/],
    ['a port too high', ['--path', 'x', '--port', '65536'], /65535/],
    ['both port and socket', ['--path', 'x', '--port', '1', '--socket', 'y'], /exclude each other/],
    ['a socket path too long', ['--path', 'x', '--socket', 'y'.repeat(108)], /at most 107 bytes/],
  ])('with %s says how it is used, exit code 2', async (_what, args, message) => {
    const alone = await serveAlone(...args);
    expect(await alone.code).toBe(2);
    expect(alone.err()).toMatch(message);
    expect(alone.err()).toContain('Usage: npm run embedded-mongo -- --path DIR');
    expect(alone.out()).toBe('');
  });

  test('says in a sentence why it cannot start, exit code 1', async () => {
    const first = await serveAlone('--path', store);
    const again = await serveAlone('--path', store);
    expect([await again.code, again.err()]).toEqual([
      1,
      `The store in ${store} is in use by process ${first.child.pid}. Please stop that process first.\n`,
    ]);
    await first.stop();
    const around = await serveAlone('--path', folder.path);
    expect([await around.code, around.err()]).toEqual([
      1,
      `${folder.path} is the data folder; its store is in ${store}. Please give that one.\n`,
    ]);
    const other = join(folder.path, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), '');
    const foreign = await serveAlone('--path', other);
    expect([await foreign.code, foreign.err()]).toEqual([
      1,
      expect.stringContaining('holds other things (letter.txt)'),
    ]);
    writeFileSync(join(store, 'format.json'), JSON.stringify({ version: 99 }));
    const newer = await serveAlone('--path', store);
    expect([await newer.code, newer.err()]).toEqual([1, expect.stringContaining('has format 99, which is newer')]);
    expect(newer.err()).not.toContain('    at ');
  });

  test('with a port in use says which', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => taken.once('listening', done));
    const { port } = taken.address() as AddressInfo;
    const alone = await serveAlone('--path', store, '--port', String(port));
    expect([await alone.code, alone.err()]).toEqual([
      1,
      `Port ${port} is in use. Please give another --port, or 0 for a free one.\n`,
    ]);
    taken.close();
  });
});

describe('the command line', () => {
  test('lists its commands, and explains each', async () => {
    const help = await tribuneByItself('--help');
    expect([help.code, help.err]).toEqual([0, '']);
    const names = ['store check', 'store compact', 'store export', 'store import'];
    for (const name of names) {
      expect(help.out).toContain(`  ${name} `);
      const one = await tribune(...name.split(' '), '--help');
      expect([one.code, one.out]).toEqual([0, expect.stringContaining(`Usage: npm run tribune -- ${name} `)]);
    }
    expect((await tribuneByItself('store', 'chek')).code).toBe(2);
  });

  test.each<[string[], RegExp]>([
    [[], /^Usage: npm run tribune -- COMMAND/],
    [['store', 'chek'], /There is no command 'store chek'/],
    [['store', 'check'], /folder of the store is missing[^]*Usage: npm run tribune -- store check DIR/],
    [['store', 'check', 'a', 'b'], /Unexpected argument 'b'/],
    [['store', 'check', '--fast', 'a'], /--fast/],
    [['store', 'compact'], /folder of the store is missing/],
    [['store', 'export', '--path', 'x'], /--out is missing/],
    [['store', 'export', '--out', 'x'], /either --uri or --path/],
    [['store', 'import', '--from', 'x', '--uri', 'mongodb://a/', '--path', 'x'], /either --uri or --path/],
  ])('%j is not understood, exit code 2', async (args, message) => {
    const { code, out, err } = await tribune(...args);
    expect([code, out + err]).toEqual([2, expect.stringMatching(message)]);
  });

  test.each<[string[], RegExp]>([
    [['store', 'check', '/nowhere/at/all'], /There is no folder \/nowhere\/at\/all/],
    [
      ['store', 'export', '--uri', 'mongodb://u:secret@127.0.0.1:1/?serverSelectionTimeoutMS=200', '--out', '/tmp/x'],
      /No database answers at mongodb:\/\/…@127/,
    ],
    [['store', 'import', '--from', '/nowhere', '--uri', 'nonsense'], /No database answers at nonsense: Invalid scheme/],
  ])('%j fails in words, exit code 1', async (args, message) => {
    const { code, err } = await tribune(...args);
    expect([code, err]).toEqual([1, expect.stringMatching(message)]);
    expect(err).not.toContain('secret');
  });
});
