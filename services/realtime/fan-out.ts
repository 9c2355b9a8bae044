import type { Socket as NetSocket } from 'node:net';
import type { Server } from 'socket.io';

/** Events that wait for a client which does not read them; with one more it has to go, and to catch up when it comes back. */
const WAITING_MAX = 256;

/**
 * What of a connection tells whether nothing is under way on it: part of `engine.io` and `ws`, neither of which hands it out by its
 * types. Without any of it the event takes the ordinary way.
 */
interface Line {
  readyState: string;
  upgrading?: boolean;
  writeBuffer: readonly unknown[];
  transport: { name: string; writable: boolean; socket?: { readyState: number; _socket?: NetSocket | null } };
}

const WS_OPEN = 1;

/**
 * Sends an event to all who are in a room of this process. It is written as a WebSocket frame once, and straight to every
 * connection on which nothing is under way, which is nearly all: what Socket.IO does for each socket in between (a packet, three
 * events and two callbacks) costs more than the writing. A connection that still has something to send, or has no WebSocket, gets
 * it from Socket.IO, behind what came before.
 */
export function createFanOut(io: Pick<Server, 'of'>): (room: string, name: string, payload: unknown) => void {
  const { adapter, sockets } = io.of('/');
  return (room, name, payload) => {
    let frame: Buffer | null = null;
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id);
      if (socket === undefined) continue;
      const line = socket.conn as unknown as Line;
      const idle = idleSocketOf(line);
      if (idle !== null) idle.write((frame ??= eventFrame(name, payload)));
      else if (line.writeBuffer.length < WAITING_MAX) socket.emit(name, payload);
      else socket.disconnect(true);
    }
  };
}

/** Where bytes may be written without getting in between others; null where that is not so. */
function idleSocketOf({ readyState, upgrading, writeBuffer, transport }: Line): NetSocket | null {
  if (readyState !== 'open' || upgrading === true || writeBuffer.length > 0 || !transport.writable) return null;
  const webSocket = transport.name === 'websocket' ? transport.socket : undefined;
  const { _socket: socket } = webSocket ?? {};
  // What the system has not taken of earlier bytes: a client that reads slowly, or not at all.
  return webSocket?.readyState === WS_OPEN && socket?.writable === true && socket.writableLength === 0 ? socket : null;
}

/** A whole text frame of a server (RFC 6455, 5.2) with an event of the default namespace: Engine.IO's "4", Socket.IO's "2". */
function eventFrame(name: string, payload: unknown): Buffer {
  const text = Buffer.from(`42${JSON.stringify([name, payload])}`);
  const { length } = text;
  const head =
    length < 126
      ? Buffer.from([0x81, length])
      : length < 0x1_0000
        ? Buffer.from([0x81, 126, length >> 8, length & 255])
        : Buffer.from([0x81, 127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (length >>> shift) & 255)]);
  return Buffer.concat([head, text]);
}
