import type { ServerToClient } from '../../shared/realtime.ts';
import { openSocket } from '../kit/live.ts';

export interface LiveListener {
  /** Called with every change, and once more after each reconnection: news may have been missed in between. */
  onState: (isLive: boolean) => void;
  onOpened: ServerToClient['review:opened'];
  onClosed: ServerToClient['review:closed'];
  onHeat: ServerToClient['heat:changed'];
}

/**
 * Listens to the news of the review queue until the returned function is called. Every attempt asks for a ticket of its
 * own, since a ticket opens one connection only.
 *
 * @param ticket resolves to null when none is to be had; the connection is then tried again later
 */
export function listen(ticket: () => Promise<string | null>, listener: LiveListener): () => void {
  const { socket, close } = openSocket({
    origin: '',
    async auth() {
      const value = await ticket();
      return value === null ? {} : { ticket: value };
    },
  });
  const lost = (): void => listener.onState(false);
  socket.on('connect', () => listener.onState(true));
  socket.on('disconnect', lost);
  socket.on('connect_error', lost);
  socket.on('review:opened', listener.onOpened);
  socket.on('review:closed', listener.onClosed);
  socket.on('heat:changed', listener.onHeat);
  return close;
}
