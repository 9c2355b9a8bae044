import { Problem } from '../../shared/problem.ts';

/** Sockets from one address prefix. */
const PER_ADDRESS = 20;
const ROOMS_MAX = 50;
const EVENTS_PER_SECOND = 10;
/** A socket that listens nowhere by then is closed, milliseconds. */
const IDLE_MS = 10_000;

/** What the limits need to know of a socket. */
interface Limited {
  rooms: Set<string>;
  disconnect(close: true): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  use(middleware: (event: unknown, next: (error?: Error) => void) => void): unknown;
}

export interface SocketLimits {
  /** Watches a new socket; false if it was one too many of its address and has been closed. */
  enter(socket: Limited, address: string | null): boolean;
  /** @throws Problem `rate-limited` when a socket is in as many rooms as it may be */
  room(socket: Limited): void;
}

/** Bounds on what one client can make the service hold and do. */
export function createSocketLimits(): SocketLimits {
  const open = new Map<string, number>();
  return {
    enter(socket, address) {
      if (address !== null) {
        const count = (open.get(address) ?? 0) + 1;
        if (count > PER_ADDRESS) {
          socket.disconnect(true);
          return false;
        }
        open.set(address, count);
        socket.once('disconnect', () => {
          const left = (open.get(address) ?? 1) - 1;
          if (left === 0) open.delete(address);
          else open.set(address, left);
        });
      }
      limitEvents(socket);
      // A room beyond the socket's own means that somebody listens.
      const timer = setTimeout(() => {
        if (socket.rooms.size <= 1) socket.disconnect(true);
      }, IDLE_MS);
      timer.unref();
      socket.once('disconnect', () => clearTimeout(timer));
      return true;
    },
    room(socket) {
      if (socket.rooms.size > ROOMS_MAX) throw new Problem('rate-limited', { retryAfter: 1 });
    },
  };
}

/** A bucket of events that refills every second; a client that empties it is cut off. */
function limitEvents(socket: Limited): void {
  let left = EVENTS_PER_SECOND * 2;
  let last = Date.now();
  socket.use((_event, next) => {
    const now = Date.now();
    left = Math.min(EVENTS_PER_SECOND * 2, left + ((now - last) / 1000) * EVENTS_PER_SECOND);
    last = now;
    left -= 1;
    if (left < 0) socket.disconnect(true);
    else next();
  });
}
