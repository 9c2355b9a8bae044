import { Manager, type Socket } from 'socket.io-client';
import type { ClientToServer, HandshakeAuth, ServerToClient } from '../../shared/realtime.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
const JITTER = 0.5;

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

/** Milliseconds to wait before an attempt, the first being 1: doubled each time, and apart from everybody else's. */
export function pauseBefore(attempt: number, random: () => number = Math.random): number {
  const pause = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
  return Math.round(pause * (1 + JITTER * (2 * random() - 1)));
}
