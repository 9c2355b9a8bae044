import { Manager, type Socket } from 'socket.io-client';
import type { ClientToServer, HandshakeAuth, ServerToClient } from '../../shared/realtime.ts';
import { FIRST_WAIT_MS, JITTER, LONGEST_WAIT_MS, pauseBefore } from './pause.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

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

/**
 * Opens the socket to the service. However the connection ends, but for `close`, it comes back by itself with growing,
 * jittered pauses. The library sees to that when the line breaks; after a refused handshake, or when the service hung up,
 * it gives the socket up, and the way back is kept here.
 */
export function openSocket({ origin, auth, refused }: LiveOptions): LiveConnection {
  const manager = new Manager<ServerToClient, ClientToServer>(origin || location.origin, {
    transports: ['websocket'],
    reconnectionDelay: FIRST_WAIT_MS,
    reconnectionDelayMax: LONGEST_WAIT_MS,
    randomizationFactor: JITTER,
  });
  const socket = manager.socket('/', {
    auth: (give) => void Promise.resolve(auth()).then(give, () => give({})),
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  let since = Infinity;
  const comeBack = (): void => {
    if (socket.active) return;
    clearTimeout(timer);
    timer = setTimeout(() => socket.connect(), pauseBefore(++attempts));
  };
  socket.on('connect', () => {
    since = Date.now();
  });
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    if (!socket.active) refused?.(error.data?.code);
    comeBack();
  });
  socket.on('disconnect', () => {
    // A service that lets in and throws out at once is to be left alone as one that does not let in.
    if (Date.now() - since > LONGEST_WAIT_MS) attempts = 0;
    comeBack();
  });
  return {
    socket,
    wake() {
      if (socket.active) return;
      clearTimeout(timer);
      socket.connect();
    },
    close() {
      socket.off().disconnect();
      clearTimeout(timer);
    },
  };
}
