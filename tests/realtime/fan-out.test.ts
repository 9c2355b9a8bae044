import { createServer } from 'node:http';
import type { AddressInfo, Socket as NetSocket } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import { io as connect, type Socket } from 'socket.io-client';
import { createFanOut } from '../../services/realtime/fan-out.ts';
import { until } from '../support/until.ts';

const http = createServer();
const io = new Server(http, { perMessageDeflate: false });
const fanOut = createFanOut(io);
const clients: Socket[] = [];
let url = '';

beforeAll(async () => {
  io.on('connection', (socket) => socket.join('room'));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  // From this end: one that polls would say goodbye on a line of its own, later than the test lasts.
  io.disconnectSockets(true);
  await until(() => clients.every(({ connected }) => !connected), 'all have gone');
  await io.close();
});

async function client(transport: 'websocket' | 'polling'): Promise<{ socket: Socket; heard: unknown[] }> {
  const socket = connect(url, { transports: [transport], reconnection: false });
  clients.push(socket);
  const heard: unknown[] = [];
  socket.on('news', (payload) => heard.push(payload));
  await until(() => io.of('/').sockets.has(socket.id ?? ''), 'the socket is connected');
  return { socket, heard };
}

it('brings every event once and in order, whichever way it took and however long it is', async () => {
  const [direct, polled] = await Promise.all([client('websocket'), client('polling')]);
  // Just under and over each of the lengths at which a frame is written differently, in letters of two bytes as well.
  const payloads = [0, 1, 50, 125, 126, 127, 65_400, 65_535, 65_536, 70_000].map((n) => ({ n, text: 'é'.repeat(n) }));
  const sent: unknown[] = [];
  for (const payload of payloads) {
    fanOut('room', 'news', payload);
    // What Socket.IO sends itself is not to be overtaken, whether it has been written or still waits.
    io.to('room').emit('news', 'between');
    fanOut('room', 'news', 'behind');
    sent.push(payload, 'between', 'behind');
  }
  fanOut('nobody', 'news', 'elsewhere');
  await until(() => direct.heard.length >= sent.length && polled.heard.length >= sent.length, 'all of it');
  expect(direct.heard).toEqual(sent);
  expect(polled.heard).toEqual(sent);
});

it('lets go of a client that does not read, and of nobody else', async () => {
  const [reading, stalled] = await Promise.all([client('websocket'), client('websocket')]);
  const id = stalled.socket.id ?? '';
  const engine = (stalled.socket.io as unknown as { engine: { transport: { ws: { _socket: NetSocket } } } }).engine;
  const line = engine.transport.ws._socket.pause();
  const text = 'x'.repeat(64 * 1024);
  let n = 0;
  while (io.of('/').sockets.has(id)) {
    for (const end = n + 8; n < end; n += 1) fanOut('room', 'news', { n, text });
    await until(() => reading.heard.length === n, 'what came at once');
    expect(n).toBeLessThan(2000);
  }
  fanOut('room', 'news', 'after');
  await until(() => reading.heard.at(-1) === 'after', 'the last');
  expect(reading.heard).toHaveLength(n + 1);
  line.destroy();
});
