import type { ClientToServer, HandshakeAuth, ServerToClient } from '../../shared/realtime.ts';
import { LONGEST_WAIT_MS, pauseBefore } from './pause.ts';
import { connect, type Connection } from './socket.ts';

/** What is heard on the socket: news of the service, and what becomes of the line. */
type Heard = ServerToClient & Record<'connect' | 'disconnect' | 'connect_error', () => void>;

export interface LiveSocket {
  readonly connected: boolean;
  /** Hears what is named; the answer stops it. */
  hear: (listener: Partial<Heard>) => () => void;
  /** Only while it is connected. */
  emit<Name extends keyof ClientToServer>(name: Name, ...what: Parameters<ClientToServer[Name]>): void;
}

export interface LiveOptions {
  /** '' for the page's own origin. */
  origin: string;
  /** Asked anew before every attempt, so that a token or ticket gained meanwhile is used. */
  auth: () => HandshakeAuth | Promise<HandshakeAuth>;
  /** Hears that the service answered the handshake with a problem; the code, if it said one. The next attempt follows. */
  refused?: (code: string | undefined) => void;
}

export interface LiveConnection {
  readonly socket: LiveSocket;
  /** Tries again at once instead of at the end of the present pause: there is something new to say at the handshake. */
  wake: () => void;
  /** Hangs up for good. */
  close: () => void;
}

/** Opens the socket to the service. However the connection ends, but for `close`, it comes back by itself with growing, jittered pauses. */
export function openSocket({ origin, auth, refused }: LiveOptions): LiveConnection {
  const listeners = new Set<Partial<Record<string, (news: never) => void>>>();
  const tell = (name: string, news?: unknown) => [...listeners].forEach((listener) => listener[name]?.(news as never));
  let connection: Connection | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  /** When it was let in, milliseconds since 1970; null while it is not. */
  let since: number | null = null;
  const start = () => {
    clearTimeout(timer);
    connection = connect({
      origin: origin || location.origin,
      auth: async () => auth(),
      opened() {
        since = Date.now();
        tell('connect');
      },
      heard: tell,
      ended(how, code) {
        const lived = since;
        connection = since = null;
        // A service that lets in and throws out at once is to be left alone as one that does not let in.
        if (lived !== null && (how === 'broken' || Date.now() - lived > LONGEST_WAIT_MS)) attempts = 0;
        timer = setTimeout(start, pauseBefore(++attempts));
        if (how === 'refused') refused?.(code);
        tell(lived === null ? 'connect_error' : 'disconnect');
      },
    });
  };
  start();
  return {
    socket: {
      get connected() {
        return since !== null;
      },
      hear(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      emit: (name, ...[what, ack]) => connection?.say(name, what, ack),
    },
    wake() {
      if (connection === null) start();
    },
    close() {
      clearTimeout(timer);
      listeners.clear();
      connection?.close();
      connection = since = null;
    },
  };
}
