import type { Site } from '../../shared/site.ts';
import { digest } from '../digest.ts';
import type { AlertStateStore, PendingAlerts } from '../storage/alert-states.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { LetterDoc, LetterStore } from '../storage/letters.ts';
import type { WebhookCallDoc, WebhookCallStore } from '../storage/webhook-calls.ts';
import { webhookBody } from './alert-words.ts';
import { alertsDue, NOTHING_TOLD, type Alert } from './alerts.ts';

export interface AlertDeps {
  sites: () => Promise<Site[]>;
  comments: Pick<CommentStore, 'queueFigures'>;
  alertStates: AlertStateStore;
  letters: Pick<LetterStore, 'put'>;
  webhookCalls: Pick<WebhookCallStore, 'put'>;
  /** Where an alert leads, as a whole address. */
  consoleUrl: (alert: Alert) => string;
  /** Whether there is anything to mail with. */
  isMailOffered: boolean;
  now: () => Date;
}

/** How often the queues are measured, milliseconds. */
const EVERY_MS = 60_000;

/**
 * Measures the queues of every site that wants alerts, once a minute, and puts what is to be told into the outboxes. What was decided on
 * is written with the decision; whoever is killed before it is in the outboxes has it put there by the next round of any node.
 * @returns a task for a loop
 */
export function createAlertWatch(deps: AlertDeps): () => Promise<void> {
  let measuredAt = -Infinity;
  return async () => {
    const now = deps.now();
    if (now.getTime() - measuredAt < EVERY_MS) return;
    for (const site of await deps.sites()) if (wantsAlerts(site)) await watchSite(deps, site, now);
    measuredAt = now.getTime();
  };
}

function wantsAlerts({ settings: { alerts } }: Site): boolean {
  const isAsked = alerts.olderThanMinutes > 0 || alerts.longerThan > 0 || alerts.digest;
  return isAsked && alerts.emails.length + alerts.webhooks.length > 0;
}

async function watchSite(deps: AlertDeps, site: Site, now: Date): Promise<void> {
  const state = await deps.alertStates.of(site.id);
  // First what a node has left behind; its place is taken by what is decided on next.
  if (state?.pending !== undefined) await carryOut(deps, site, state.pending);
  const before = { v: state?.v ?? 0, told: state?.told ?? NOTHING_TOLD };
  const loads = await deps.comments.queueFigures([site.id]);
  const { alerts, told } = alertsDue(site.settings.alerts, { loads, told: before.told, now });
  if (alerts.length === 0) {
    if (JSON.stringify(told) !== JSON.stringify(before.told))
      await deps.alertStates.advance(site.id, { ...before, told });
    return;
  }
  const pending = { id: `${site.id}:${before.v + 1}`, at: now, alerts };
  if (await deps.alertStates.advance(site.id, { v: before.v, told, pending })) await carryOut(deps, site, pending);
}

/** Everything has a name made of what it is, so that doing this again does nothing. */
async function carryOut(deps: AlertDeps, site: Site, { id, at, alerts }: PendingAlerts): Promise<void> {
  const { emails, webhooks } = site.settings.alerts;
  for (const [index, alert] of alerts.entries()) {
    const name = `alert:${id}:${index}`;
    for (const url of webhooks) await deps.webhookCalls.put(callOf(deps, { name, site, alert, url, at }));
    if (deps.isMailOffered) await deps.letters.put(emails.map((to) => letterOf({ name, site, alert, to, at })));
  }
  await deps.alertStates.done(site.id, id);
}

interface Told {
  /** Of the alert, the same whoever carries it out. */
  name: string;
  site: Site;
  alert: Alert;
  at: Date;
}

function callOf(deps: AlertDeps, { name, site, alert, url, at }: Told & { url: string }): WebhookCallDoc {
  return {
    _id: `${name}:${digest([url])}`,
    ...{ siteId: site.id, url, body: webhookBody(alert, site, deps.consoleUrl(alert)) },
    ...{ state: 'waiting', dueAt: at, attempts: 0, createdAt: at },
  };
}

function letterOf({ name, site, alert, to, at }: Told & { to: string }): LetterDoc {
  // Of its own: what becomes of mail to the team is no reader's matter, who may have the same address.
  const key = `alert:${digest([site.id, to])}`;
  return {
    _id: `${name}:${key}`,
    ...{ siteId: site.id, personId: null, key, to, lang: site.lang, what: { kind: 'alert', alert } },
    ...{ state: 'waiting', dueAt: at, attempts: 0, createdAt: at },
  };
}
