import type { DeadCall } from '../shared/console-webhooks.ts';
import type { ConsoleWebhookUseCases } from './http/console-webhook-routes.ts';
import { deadView, outboxUseCases } from './outbox-use-cases.ts';
import { siteAccess } from './site-access.ts';
import type { WebhookCallDoc } from './storage/webhook-calls.ts';
import type { Parts } from './use-cases.ts';

/** What the console does with what chats are told. */
export function consoleWebhookUseCases(parts: Parts): ConsoleWebhookUseCases {
  const { store, now } = parts;
  const access = siteAccess(parts);
  const outbox = outboxUseCases<WebhookCallDoc>(store.webhookCalls, {
    requireSite: access.ofCall,
    asked: access.asked,
    now,
  });
  return {
    async read(by, cursor) {
      const { counts, docs, next } = await outbox.page(by, cursor);
      return { calls: counts, dead: docs.map(viewOf), next };
    },
    retry: (by, id) => outbox.retry(by, id),
    drop: (by, id) => outbox.drop(by, id),
  };
}

function viewOf(call: WebhookCallDoc): DeadCall {
  return { ...deadView(call), site: call.siteId, to: new URL(call.url).host };
}
