import type { Server, Socket } from 'socket.io';
import { directLineOf, eventFrame, waitingFor } from './line.ts';

/**
 * What waits for a client that does not read: bytes of frames, which all who wait for one share, and events that Socket.IO has
 * written for it alone, or that are kept while it is let in. With more than that it has to go, and to catch up when it comes back.
 */
const WAITING_BYTES_MAX = 1024 * 1024;
const WAITING_MAX = 64;

interface News {
  name: string;
  payload: unknown;
}

/** An event whose payload is written already. */
export interface WrittenNews {
  name: string;
  json: string;
}

export interface FanOut {
  /** Sends an event to all who are in a room of this process. */
  tell(room: string, name: string, payload: unknown): void;
  /** Keeps for a socket what its rooms are told while it is being let in. */
  hold(id: string): void;
  /** Tells a socket that has just been let in what there is to say first, and then what was kept for it. */
  release(socket: Pick<Socket, 'id' | 'conn' | 'emit' | 'disconnect'>, first: WrittenNews | null): void;
  /** The socket is not let in after all. */
  drop(id: string): void;
  /** Cuts all who are in a room, and whoever of them is just being let in. */
  cut(room: string): void;
}

/**
 * News is written as a WebSocket frame once, and straight to every connection for which nothing waits in Socket.IO, which is nearly all:
 * what Socket.IO does for each socket in between (a packet, three events and two callbacks) costs more than the writing, and its frame is
 * another one for each. Where something waits there, or there is no WebSocket, the event goes by Socket.IO, behind what came before.
 */
export function createFanOut(io: Pick<Server, 'of'>): FanOut {
  const { adapter, sockets } = io.of('/');
  /** What is kept for whom; null for who is to be cut as soon as they are in. */
  const held = new Map<string, News[] | null>();
  return {
    tell(room, name, payload) {
      let frame: Buffer | null = null;
      for (const id of adapter.rooms.get(room) ?? []) {
        const socket = sockets.get(id);
        if (socket === undefined) {
          const kept = held.get(id);
          if (kept && kept.length < WAITING_MAX) kept.push({ name, payload });
          continue;
        }
        const direct = directLineOf(socket.conn);
        if (direct !== null && direct.writableLength < WAITING_BYTES_MAX)
          direct.write((frame ??= eventFrame(name, JSON.stringify(payload))));
        else if (direct === null && waitingFor(socket.conn) < WAITING_MAX) socket.emit(name, payload);
        else socket.disconnect(true);
      }
    },
    hold: (id) => void held.set(id, []),
    release(socket, first) {
      const kept = held.get(socket.id) ?? null;
      held.delete(socket.id);
      if (kept === null || kept.length === WAITING_MAX) {
        socket.disconnect(true);
        return;
      }
      const tell = ({ name, json }: WrittenNews): void => {
        const direct = directLineOf(socket.conn);
        if (direct === null) socket.emit(name, JSON.parse(json));
        else direct.write(eventFrame(name, json));
      };
      if (first !== null) tell(first);
      for (const { name, payload } of kept) tell({ name, json: JSON.stringify(payload) });
    },
    drop: (id) => void held.delete(id),
    cut(room) {
      for (const id of [...(adapter.rooms.get(room) ?? [])]) {
        if (held.has(id)) held.set(id, null);
        sockets.get(id)?.disconnect(true);
      }
    },
  };
}
