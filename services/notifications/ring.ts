import type { EventBus, EventOf } from '../events.ts';
import type { NotificationStore } from '../storage/notifications.ts';
import { toViews, type InboxDeps } from './inbox.ts';

export interface RingDeps extends Pick<InboxDeps, 'comments' | 'threads'> {
  notifications: Pick<NotificationStore, 'unreadOf'>;
  /** Whether anybody listens as this person: for nobody nothing is looked up. Who comes later asks for it all. */
  isHeard: (personId: string) => boolean;
  bus: EventBus;
}

/** People whose unread items are counted together. */
const AT_ONCE = 100;

/**
 * Rings the bells of those who listen: the new item with the absolute number of unread ones, so that a client that hears it twice
 * counts it once. What is out of sight again is not announced.
 */
export async function ring(deps: RingDeps, { told }: EventOf<'notification.rows'>): Promise<void> {
  const rows = told.map(({ row }) => row).filter(({ personId }) => deps.isHeard(personId));
  if (rows.length === 0) return;
  const items = await toViews(deps, rows);
  const personOf = new Map(rows.map(({ _id, personId }) => [_id, personId]));
  await someAtATime(items, async (some) => {
    const unread = await deps.notifications.unreadOf(some.map(({ id }) => personOf.get(id) ?? ''));
    for (const item of some) {
      const personId = personOf.get(item.id) ?? '';
      await deps.bus.publish({ type: 'notification.created', personId, item, unread: unread.get(personId) ?? 0 });
    }
  });
}

/** Tells those who listen how many unread ones are left behind their bells. */
export async function recount(deps: RingDeps, { personIds }: EventOf<'notification.recounted'>): Promise<void> {
  const heard = personIds.filter(deps.isHeard);
  await someAtATime(heard, async (some) => {
    const unread = await deps.notifications.unreadOf(some);
    for (const personId of some)
      await deps.bus.publish({ type: 'notification.read', personId, ids: [], unread: unread.get(personId) ?? 0 });
  });
}

/** So that the first bells do not wait for the last to be counted. */
async function someAtATime<Item>(items: readonly Item[], work: (some: Item[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) await work(items.slice(from, from + AT_ONCE));
}
