import type { DeadCall } from '../shared/console-webhooks.ts';
import type { ConsoleWebhookUseCases } from './http/console-webhook-routes.ts';
import { deadView, outboxUseCases } from './outbox-use-cases.ts';
import { siteAccess } from './site-access.ts';
import type { WebhookCallDoc } from './storage/webhook-calls.ts';
import type { Parts } from './use-cases.ts';

/** What the console does with what chats are told. */
export function consoleWebhookUseCases({ store, now }: Parts): ConsoleWebhookUseCases {
  const outbox = outboxUseCases<WebhookCallDoc>(store.webhookCalls, { requireSite: siteAccess(store).ofCall, now });
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
