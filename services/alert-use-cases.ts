import { routes } from '../shared/routes.ts';
import type { Alert } from './moderation/alerts.ts';
import type { AlertDeps } from './moderation/watch-alerts.ts';
import type { AlertLetterDeps } from './notifications/letters/alert.ts';
import type { Parts } from './use-cases.ts';

/** What measuring the queues, and writing what came of it, is built from. */
export function alertDeps(
  { store, sites, mailOffered, now }: Parts,
  { publicUrl }: { publicUrl: () => string },
): AlertDeps & AlertLetterDeps {
  return {
    ...store,
    sites: sites.all,
    siteById: sites.byId,
    consoleUrl: (alert: Alert) =>
      `${publicUrl()}${routes.console}#queue${alert.kind === 'mark' ? `=${alert.queue}` : ''}`,
    isMailOffered: mailOffered,
    now,
  };
}
