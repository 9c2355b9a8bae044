import type { ServerToClient } from '../../shared/realtime.ts';
import { openSocket } from '../kit/live.ts';

export interface LiveListener {
  /** Called with every change, and once more after each reconnection: news may have been missed in between. */
  onState: (isLive: boolean) => void;
  onOpened: ServerToClient['review:opened'];
  onClosed: ServerToClient['review:closed'];
}

const RETRY_MS = 5_000;

/**
 * Listens to the news of the review queue until the returned function is called. Every attempt asks for a ticket of its
 * own, since a ticket opens one connection only.
 *
 * @param ticket resolves to null when none is to be had; the connection is then tried again later
 */
export function listen(ticket: () => Promise<string | null>, listener: LiveListener): () => void {
  let retry: ReturnType<typeof setTimeout> | undefined;
  const socket = openSocket('', async () => {
    const value = await ticket();
    return value === null ? {} : { ticket: value };
  });

  // After a refusal, or when the server hung up, the library leaves it to us to come back.
  const lost = (): void => {
    listener.onState(false);
    clearTimeout(retry);
    if (!socket.active) retry = setTimeout(() => socket.connect(), RETRY_MS);
  };

  socket.on('connect', () => listener.onState(true));
  socket.on('disconnect', lost);
  socket.on('connect_error', lost);
  socket.on('review:opened', listener.onOpened);
  socket.on('review:closed', listener.onClosed);

  return () => {
    clearTimeout(retry);
    socket.off();
    socket.disconnect();
  };
}
