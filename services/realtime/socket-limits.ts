import { Problem } from '../../shared/problem.ts';

/** Connections from one address prefix. */
const PER_ADDRESS = 20;
const ROOMS_MAX = 50;
const EVENTS_PER_SECOND = 10;
/** Everything a connection sends, heartbeats and requests to connect among it. */
const PACKETS_PER_SECOND = 20;
/** A socket that listens nowhere by then is closed: within ten seconds, timers and the way there included. Milliseconds. */
export const IDLE_MS = 9_000;
/** How often it is looked for such sockets, milliseconds. */
export const IDLE_CHECK_MS = 1000;

const METER = Symbol('meter');

/** As Engine.IO reads it. */
interface Packet {
  type: string;
  data?: unknown;
}

/** What the limits need to know of a connection, which exists before anybody has said who they are. */
export interface Connection {
  [METER]?: Meter;
  close(discard: true): unknown;
  on(event: 'packet', listener: (this: Connection, packet: Packet) => void): unknown;
  on(event: 'close', listener: (this: never) => void): unknown;
}

/** What the limits need to know of a socket. */
interface Limited {
  readonly id: string;
  rooms: Set<string>;
  disconnect(close: true): unknown;
}

export interface SocketLimits {
  /** Watches a new connection from its first packet on; closes it if it is one too many of its address. */
  connect(connection: Connection, address: string | null): void;
  /** Has a socket that was let in looked at later: by then it has to listen somewhere. */
  enter(socket: Limited): void;
  /** @throws Problem `rate-limited` when a socket is in as many rooms as it may be */
  room(socket: Limited): void;
  /** Closes which of the sockets have listened nowhere for too long. To be called every `IDLE_CHECK_MS`. */
  sweep(sockets: ReadonlyMap<string, Limited>): void;
}

/**
 * Bounds on what one client can make the service hold and do. There are many connections and most do nothing, so all share their
 * listeners and their clock, and each has one small object of its own.
 */
export function createSocketLimits(): SocketLimits {
  const open = new Map<string, number>();
  /** Ids of sockets by when they came, a list for each look at them; the first is looked at next. */
  const waiting: string[][] = Array.from({ length: IDLE_MS / IDLE_CHECK_MS }, () => []);

  function take(this: Connection, packet: Packet): void {
    if (this[METER]?.takes(isEvent(packet.data)) === false || isOfNoClient(packet)) this.close(true);
  }
  function closed(this: Connection): void {
    const address = this[METER]?.address ?? null;
    if (address === null) return;
    const left = (open.get(address) ?? 1) - 1;
    if (left === 0) open.delete(address);
    else open.set(address, left);
  }
  return {
    connect(connection, address) {
      const before = address === null ? 0 : (open.get(address) ?? 0);
      if (before >= PER_ADDRESS) {
        connection.close(true);
        return;
      }
      connection[METER] = new Meter(address);
      connection.on('packet', take);
      if (address === null) return;
      open.set(address, before + 1);
      connection.on('close', closed);
    },
    enter({ id }) {
      waiting.at(-1)?.push(id);
    },
    room(socket) {
      if (socket.rooms.size > ROOMS_MAX) throw new Problem('rate-limited', { retryAfter: 1 });
    },
    sweep(sockets) {
      const due = waiting.shift() ?? [];
      waiting.push([]);
      for (const id of due) {
        const socket = sockets.get(id);
        // A room beyond the socket's own means that somebody listens.
        if (socket !== undefined && socket.rooms.size <= 1) socket.disconnect(true);
      }
    },
  };
}

/** What a packet takes of an allowance, which grows by as many a millisecond as packets may come a second. */
const COST = 1000;

/** What a connection may still send: allowances that grow by the second, up to twice what a second brings. Whole, small numbers take no memory. */
class Meter {
  #packets = PACKETS_PER_SECOND * 2 * COST;
  #events = EVENTS_PER_SECOND * 2 * COST;
  #at = uptime();
  readonly address: string | null;

  /** @param address that the connection counts for; null if for none */
  constructor(address: string | null) {
    this.address = address;
  }

  /** Takes one; false when there is none left. */
  takes(isEvent: boolean): boolean {
    const now = uptime();
    const passed = Math.min(now - this.#at, 2000);
    this.#at = now;
    this.#packets = Math.min(PACKETS_PER_SECOND * 2 * COST, this.#packets + passed * PACKETS_PER_SECOND) - COST;
    this.#events = Math.min(EVENTS_PER_SECOND * 2 * COST, this.#events + passed * EVENTS_PER_SECOND);
    if (isEvent) this.#events -= COST;
    return this.#packets >= 0 && this.#events >= 0;
  }
}

/** Whole milliseconds since this process began. */
function uptime(): number {
  return Math.floor(performance.now());
}

/** Socket.IO's packet of type 2. */
function isEvent(data: unknown): boolean {
  return typeof data === 'string' && data.startsWith('2');
}

/** An event has a name in front of all it says; what it names its answer by may stand before. */
const NAMED = /^2\d*\["/;

/**
 * What no client of ours says, and would be waited for or passed over for as long as it comes: bytes, which Socket.IO announces in packets
 * of type 5 and 6; an event without a name; and that a line is opened, or closed, which whoever closes it does.
 */
function isOfNoClient({ type, data }: Packet): boolean {
  if (data === undefined) return type === 'open' || type === 'close';
  if (type === 'open' || typeof data !== 'string' || /^[56]/.test(data)) return true;
  return isEvent(data) && !NAMED.test(data);
}
