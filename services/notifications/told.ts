import type { NotificationDoc } from '../storage/notifications.ts';

/**
 * A row that was made, and whether a subscription behind one of its reasons asks for mail as well. Nobody subscribes to news of
 * their own comments or reports, so there it is false: how such news comes, stands with the person.
 */
export interface Told {
  row: NotificationDoc;
  byMail: boolean;
}
