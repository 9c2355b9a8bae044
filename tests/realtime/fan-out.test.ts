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

/** Keeps a socket at the door for as long as it takes. */
let atDoor: (() => Promise<void>) | null = null;

beforeAll(async () => {
  io.use((socket, next) => {
    if (atDoor === null) return next();
    fanOut.hold(socket.id);
    void socket.join('room');
    void atDoor().then(() => next());
  });
  io.on('connection', (socket) => {
    if (atDoor === null) void socket.join('room');
    else fanOut.release(socket, { name: 'news', json: '"first"' });
  });
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
    fanOut.tell('room', 'news', payload);
    // What Socket.IO sends itself is not to be overtaken, whether it has been written or still waits.
    io.to('room').emit('news', 'between');
    fanOut.tell('room', 'news', 'behind');
    sent.push(payload, 'between', 'behind');
  }
  fanOut.tell('nobody', 'news', 'elsewhere');
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
    for (const end = n + 8; n < end; n += 1) fanOut.tell('room', 'news', { n, text });
    await until(() => reading.heard.length === n, 'what came at once');
    expect(n).toBeLessThan(2000);
  }
  fanOut.tell('room', 'news', 'after');
  await until(() => reading.heard.at(-1) === 'after', 'the last');
  expect(reading.heard).toHaveLength(n + 1);
  line.destroy();
});

it('keeps what is told to who is being let in, behind what is said first, and cuts who is to go by then', async () => {
  atDoor = () => {
    fanOut.tell('room', 'news', 'kept');
    return Promise.resolve();
  };
  for (const transport of ['websocket', 'polling'] as const) {
    const { heard } = await client(transport);
    fanOut.tell('room', 'news', 'behind');
    await until(() => heard.length === 3, 'all of it');
    expect(heard).toEqual(['first', 'kept', 'behind']);
  }
  atDoor = () => {
    fanOut.cut('room');
    return Promise.resolve();
  };
  const gone = connect(url, { transports: ['websocket'], reconnection: false });
  clients.push(gone);
  await new Promise((resolve) => gone.once('disconnect', resolve));
  expect(io.of('/').sockets.size).toBe(0);
});
