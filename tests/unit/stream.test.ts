import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from '@jest/globals';
import { createLanes } from '../../services/http/lanes.ts';
import { begun, sendPieces } from '../../services/http/stream.ts';
import { until } from '../support/until.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** Serves what a generator makes. */
async function serve(make: () => AsyncGenerator<string, void>): Promise<string> {
  const app = express();
  app.get('/', async (_req, res) => sendPieces(res, await begun(make())));
  server = createServer(app).listen(0);
  await once(server, 'listening');
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}

it('sends every piece, the first one included', async () => {
  const url = await serve(async function* () {
    for (const piece of ['a', 'b', 'c']) yield await Promise.resolve(piece);
  });
  expect(await (await fetch(url)).text()).toBe('abc');
});

it('is no answer at all when it fails before the first piece', async () => {
  const pieces = (async function* (): AsyncGenerator<string, void> {
    await Promise.reject(new Error('away'));
    yield 'never';
  })();
  await expect(begun(pieces)).rejects.toThrow('away');
});

it('cuts the connection when it breaks off, so that a part is not taken for the whole', async () => {
  const url = await serve(async function* () {
    yield await Promise.resolve('a');
    throw new Error('broken');
  });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
});

it('makes no more than is taken, and ends when the client goes', async () => {
  let made = 0;
  let isOver = false;
  const url = await serve(async function* () {
    try {
      for (;;) {
        made += 1;
        yield await Promise.resolve('x'.repeat(100_000));
      }
    } finally {
      isOver = true;
    }
  });
  const leaving = new AbortController();
  const response = await fetch(url, { signal: leaving.signal });
  expect(response.status).toBe(200);
  // What the sockets and this client's buffer hold, and not one piece after the other.
  await until(async () => {
    const before = made;
    await new Promise((resolve) => setImmediate(resolve));
    return made === before && made > 1;
  }, 'it waits for the client');
  expect(made).toBeLessThan(500);
  leaving.abort();
  await until(() => isOver, 'it ended');
});

it('makes nothing for HEAD', async () => {
  let made = 0;
  const url = await serve(async function* () {
    for (; made < 3; made += 1) yield await Promise.resolve('x');
  });
  expect(await (await fetch(url, { method: 'HEAD' })).text()).toBe('');
  expect(made).toBeLessThan(2);
});

it('is worked on a few at a time for one person, never for who has stopped waiting, and holds nobody else up', async () => {
  const lanes = createLanes(2, 3);
  const later = performance.now() + 60_000;
  const done: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (what: string, who = 'a', till = later): Promise<unknown> =>
    lanes
      .run(who, till, async () => {
        await new Promise<void>((resolve) => ends.push(resolve));
        done.push(what);
      })
      .catch((problem: unknown) => (problem as { code: string }).code);
  const asked = ['one', 'two', 'three'].map((what) => ask(what));
  const given = ask('given up', 'a', performance.now());
  const fifth = ask('five');
  expect(await ask('six')).toBe('rate-limited');
  const other = ask('of another', 'b');
  await until(() => ends.length === 3, 'two of one and one of another are worked on');
  for (let i = 0; i < 5; i += 1) {
    await until(() => ends.length > i, 'the next is worked on');
    ends[i]?.();
  }
  await Promise.all([...asked, fifth, other]);
  expect(await given).toBe('store-unavailable');
  expect(done).toEqual(['one', 'two', 'of another', 'three', 'five']);
});
