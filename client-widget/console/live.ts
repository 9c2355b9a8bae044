import type { BulkView } from '../../shared/bulk.ts';
import type { ServerToClient } from '../../shared/realtime.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { openSocket } from '../kit/live.ts';

export interface LiveListener {
  /** Called with every change, and once more after each reconnection: news may have been missed in between. */
  onState: (isLive: boolean) => void;
  /** What became of a comment: it joined the queue, changed within it, or left it. */
  onCard: (card: ReviewCard) => void;
  onClaimed: ServerToClient['review:claimed'];
  onFigures: ServerToClient['review:figures'];
  onHeat: ServerToClient['heat:changed'];
  onSiteRemoved: ServerToClient['site:removed'];
  onBulk: (bulk: BulkView) => void;
}

/**
 * Listens to the news of the review queue until the returned function is called. Every attempt asks for a ticket of its
 * own, since a ticket opens one connection only.
 *
 * @param who `ticket` resolves to null when none is to be had, and the connection is then tried again later; `desk` names this
 *   window, whose claims end with its socket
 */
export function listen(
  who: { ticket: () => Promise<string | null>; desk: string },
  listener: LiveListener,
): () => void {
  const { socket, close } = openSocket({
    origin: '',
    async auth() {
      const ticket = await who.ticket();
      return ticket === null ? {} : { ticket, desk: who.desk };
    },
  });
  const lost = (): void => listener.onState(false);
  const card = (news: { card: ReviewCard }): void => listener.onCard(news.card);
  socket.hear({
    connect: () => listener.onState(true),
    disconnect: lost,
    connect_error: lost,
    'review:opened': card,
    'review:closed': card,
    'review:claimed': listener.onClaimed,
    'review:figures': listener.onFigures,
    'heat:changed': listener.onHeat,
    'site:removed': listener.onSiteRemoved,
    'bulk:progress': listener.onBulk,
  });
  return close;
}
