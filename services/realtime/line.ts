import type { Socket as NetSocket } from 'node:net';

/**
 * What of a connection tells whether nothing is under way on it: part of `engine.io` and `ws`, neither of which hands it out by its
 * types. Without any of it everything takes the ordinary way.
 */
interface Line {
  readyState: string;
  upgrading?: boolean;
  writeBuffer: readonly unknown[];
  transport: { name: string; socket?: { readyState: number; _socket?: NetSocket | null } };
}

const WS_OPEN = 1;

/** The system's socket under a connection; null where it has no WebSocket that is open. */
export function netSocketOf(connection: unknown): NetSocket | null {
  const { readyState, upgrading, transport } = connection as Line;
  const webSocket = transport.name === 'websocket' && upgrading !== true ? transport.socket : undefined;
  const { _socket: socket } = webSocket ?? {};
  return readyState === 'open' && webSocket?.readyState === WS_OPEN && socket?.writable === true ? socket : null;
}

/**
 * Where bytes may be written without getting in between others, or before them; null where that is not so. What a WebSocket is given to
 * send is written whole and at once, also when the system has not taken it yet, as nothing is compressed.
 */
export function directLineOf(connection: unknown): NetSocket | null {
  return (connection as Line).writeBuffer.length > 0 ? null : netSocketOf(connection);
}

/** How many events wait for a client in Socket.IO. */
export function waitingFor(connection: unknown): number {
  return (connection as Line).writeBuffer.length;
}

/** A whole text frame of a server (RFC 6455, 5.2) with an event of the default namespace: Engine.IO's "4", Socket.IO's "2". */
export function eventFrame(name: string, json: string): Buffer {
  const text = Buffer.from(`42["${name}",${json}]`);
  const { length } = text;
  const head =
    length < 126
      ? Buffer.from([0x81, length])
      : length < 0x1_0000
        ? Buffer.from([0x81, 126, length >> 8, length & 255])
        : Buffer.from([0x81, 127, 0, 0, 0, 0, ...[24, 16, 8, 0].map((shift) => (length >>> shift) & 255)]);
  return Buffer.concat([head, text]);
}
