import { Problem } from '../../shared/problem.ts';

/** Connections from one address prefix. */
const PER_ADDRESS = 20;
const ROOMS_MAX = 50;
const EVENTS_PER_SECOND = 10;
/** Everything a connection sends, heartbeats and requests to connect among it. */
const PACKETS_PER_SECOND = 20;
/** A socket that listens nowhere by then is closed: within ten seconds, timers and the way there included. Milliseconds. */
export const IDLE_MS = 9_000;

/** What the limits need to know of a connection, which exists before anybody has said who they are. */
export interface Connection {
  close(discard: true): unknown;
  on(event: 'packet', listener: (packet: { data?: unknown }) => void): unknown;
  once(event: 'close', listener: () => void): unknown;
}

/** What the limits need to know of a socket. */
interface Limited {
  rooms: Set<string>;
  disconnect(close: true): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  use(middleware: (event: unknown, next: (error?: Error) => void) => void): unknown;
}

export interface SocketLimits {
  /** Watches a new connection from its first packet on; closes it if it is one too many of its address. */
  connect(connection: Connection, address: string | null): void;
  /** Watches a socket that has said who it is. */
  enter(socket: Limited): void;
  /** @throws Problem `rate-limited` when a socket is in as many rooms as it may be */
  room(socket: Limited): void;
}

/** Bounds on what one client can make the service hold and do. */
export function createSocketLimits(): SocketLimits {
  const open = new Map<string, number>();
  return {
    connect(connection, address) {
      if (address !== null && !count(open, connection, address)) {
        connection.close(true);
        return;
      }
      const take = createBucket(PACKETS_PER_SECOND);
      connection.on('packet', ({ data }) => {
        if (!take() || isBinary(data)) connection.close(true);
      });
    },
    enter(socket) {
      const take = createBucket(EVENTS_PER_SECOND);
      socket.use((_event, next) => {
        if (take()) next();
        else socket.disconnect(true);
      });
      // A room beyond the socket's own means that somebody listens.
      const timer = setTimeout(() => {
        if (socket.rooms.size <= 1) socket.disconnect(true);
      }, IDLE_MS);
      timer.unref();
      socket.once('disconnect', () => clearTimeout(timer));
    },
    room(socket) {
      if (socket.rooms.size > ROOMS_MAX) throw new Problem('rate-limited', { retryAfter: 1 });
    },
  };
}

/** Counts a connection as long as it lasts; false if its address has as many as it may. */
function count(open: Map<string, number>, connection: Connection, address: string): boolean {
  const before = open.get(address) ?? 0;
  if (before >= PER_ADDRESS) return false;
  open.set(address, before + 1);
  connection.once('close', () => {
    const left = (open.get(address) ?? 1) - 1;
    if (left === 0) open.delete(address);
    else open.set(address, left);
  });
  return true;
}

/** No client of ours sends bytes. Socket.IO announces them in packets of type 5 and 6, and would wait for them. */
function isBinary(data: unknown): boolean {
  return data !== undefined && (typeof data !== 'string' || /^[56]/.test(data));
}

/** Takes one of `perSecond`, with a burst of twice as many; false when there is none left. */
function createBucket(perSecond: number): () => boolean {
  let left = perSecond * 2;
  let last = Date.now();
  return () => {
    const now = Date.now();
    left = Math.min(perSecond * 2, left + ((now - last) / 1000) * perSecond) - 1;
    last = now;
    return left >= 0;
  };
}
