import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, HandshakeAuth, ServerToClient } from '../../shared/realtime.ts';

export type LiveSocket = Socket<ServerToClient, ClientToServer>;

/**
 * Opens the socket to the service. It reconnects by itself with growing, jittered pauses; `auth` is asked anew before
 * every attempt, so that a token or ticket gained meanwhile is used.
 * @param origin '' for the page's own origin
 */
export function openSocket(origin: string, auth: () => HandshakeAuth | Promise<HandshakeAuth>): LiveSocket {
  return io(origin || location.origin, {
    transports: ['websocket'],
    auth: (give) => void Promise.resolve(auth()).then(give, () => give({})),
    reconnectionDelay: 500,
    reconnectionDelayMax: 20_000,
    randomizationFactor: 0.5,
  });
}
