import type { Socket as NetSocket } from 'node:net';
import type { Server } from 'socket.io';

/**
 * What waits for a client that does not read: bytes of frames, which all who wait for one share, and events that Socket.IO has
 * written for it alone. With more than that it has to go, and to catch up when it comes back.
 */
const WAITING_BYTES_MAX = 1024 * 1024;
const WAITING_MAX = 64;

/**
 * What of a connection tells whether nothing is under way on it: part of `engine.io` and `ws`, neither of which hands it out by its
 * types. Without any of it the event takes the ordinary way.
 */
interface Line {
  readyState: string;
  upgrading?: boolean;
  writeBuffer: readonly unknown[];
  transport: { name: string; socket?: { readyState: number; _socket?: NetSocket | null } };
}

const WS_OPEN = 1;

/**
 * Sends an event to all who are in a room of this process. It is written as a WebSocket frame once, and straight to every
 * connection for which nothing waits in Socket.IO, which is nearly all: what Socket.IO does for each socket in between (a packet,
 * three events and two callbacks) costs more than the writing, and its frame is another one for each. Where something waits there, or
 * there is no WebSocket, the event goes by Socket.IO, behind what came before.
 */
export function createFanOut(io: Pick<Server, 'of'>): (room: string, name: string, payload: unknown) => void {
  const { adapter, sockets } = io.of('/');
  return (room, name, payload) => {
    let frame: Buffer | null = null;
    for (const id of adapter.rooms.get(room) ?? []) {
      const socket = sockets.get(id);
      if (socket === undefined) continue;
      const line = socket.conn as unknown as Line;
      const direct = directLineOf(line);
      if (direct !== null && direct.writableLength < WAITING_BYTES_MAX)
        direct.write((frame ??= eventFrame(name, payload)));
      else if (direct === null && line.writeBuffer.length < WAITING_MAX) socket.emit(name, payload);
      else socket.disconnect(true);
    }
  };
}

/**
 * Where bytes may be written without getting in between others, or before them; null where that is not so. What a WebSocket is given to
 * send is written whole and at once, also when the system has not taken it yet, as nothing is compressed.
 */
function directLineOf({ readyState, upgrading, writeBuffer, transport }: Line): NetSocket | null {
  if (readyState !== 'open' || upgrading === true || writeBuffer.length > 0) return null;
  const webSocket = transport.name === 'websocket' ? transport.socket : undefined;
  const { _socket: socket } = webSocket ?? {};
  return webSocket?.readyState === WS_OPEN && socket?.writable === true ? socket : null;
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
