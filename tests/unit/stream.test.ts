import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, it } from '@jest/globals';
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
