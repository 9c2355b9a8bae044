import type { NotificationDoc } from '../storage/notifications.ts';

/** A row that was made, and whether one of its reasons was asked for by mail as well. */
export interface Told {
  row: NotificationDoc;
  byMail: boolean;
}
