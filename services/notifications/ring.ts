import type { EventBus, EventOf } from '../events.ts';
import type { NotificationStore } from '../storage/notifications.ts';
import { toViews, type InboxDeps } from './inbox.ts';

export interface RingDeps extends Pick<InboxDeps, 'comments' | 'threads'> {
  notifications: Pick<NotificationStore, 'unreadOf'>;
  /** Whether anybody listens as this person: for nobody nothing is looked up. Who comes later asks for it all. */
  isHeard: (personId: string) => boolean;
  bus: EventBus;
}

/**
 * Rings the bells of those who listen: the new item with the absolute number of unread ones, so that a client that hears it twice
 * counts it once. What is out of sight again is not announced.
 */
export async function ring(deps: RingDeps, { told }: EventOf<'notification.rows'>): Promise<void> {
  const rows = told.map(({ row }) => row).filter(({ personId }) => deps.isHeard(personId));
  if (rows.length === 0) return;
  const [items, unread] = await Promise.all([
    toViews(deps, rows),
    deps.notifications.unreadOf(rows.map(({ personId }) => personId)),
  ]);
  const personOf = new Map(rows.map(({ _id, personId }) => [_id, personId]));
  for (const item of items) {
    const personId = personOf.get(item.id);
    if (personId === undefined) continue;
    await deps.bus.publish({ type: 'notification.created', personId, item, unread: unread.get(personId) ?? 0 });
  }
}

/** Tells those who listen how many unread ones are left behind their bells. */
export async function recount(deps: RingDeps, { personIds }: EventOf<'notification.recounted'>): Promise<void> {
  const heard = personIds.filter(deps.isHeard);
  if (heard.length === 0) return;
  const unread = await deps.notifications.unreadOf(heard);
  for (const personId of heard)
    await deps.bus.publish({ type: 'notification.read', personId, ids: [], unread: unread.get(personId) ?? 0 });
}
