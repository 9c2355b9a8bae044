import type { ConsoleWebhooks, DeadCall } from '../shared/console-webhooks.ts';
import { Problem } from '../shared/problem.ts';
import { requireAccess } from './auth/access.ts';
import { pageOf, readCursor } from './cursor.ts';
import type { ConsoleWebhookUseCases } from './http/console-webhook-routes.ts';
import { LETTER_STATES } from './storage/letters.ts';
import type { WebhookCallDoc } from './storage/webhook-calls.ts';
import type { Parts } from './use-cases.ts';

const PAGE = 50;

/** What the console does with what chats are told. */
export function consoleWebhookUseCases({ store: { webhookCalls }, now }: Parts): ConsoleWebhookUseCases {
  return {
    async read(by, cursor) {
      requireAccess(by, 'mail.read');
      const [counts, found] = await Promise.all([
        Promise.all(LETTER_STATES.map(async (state) => [state, await webhookCalls.count(state)] as const)),
        webhookCalls.dead({ place: readCursor(cursor), limit: PAGE + 1 }),
      ]);
      const { docs, next } = pageOf(found, PAGE, ({ doneAt, _id }) => ({ at: doneAt, id: _id }));
      return { calls: Object.fromEntries(counts) as ConsoleWebhooks['calls'], dead: docs.map(viewOf), next };
    },
    async retry(by, callId) {
      requireAccess(by, 'mail.change');
      if (!(await webhookCalls.retry(callId, now()))) throw new Problem('not-found');
    },
    async drop(by, callId) {
      requireAccess(by, 'mail.change');
      if (!(await webhookCalls.drop(callId, now()))) throw new Problem('not-found');
    },
  };
}

function viewOf({ _id, siteId, url, error = '', attempts, createdAt, doneAt }: WebhookCallDoc): DeadCall {
  return {
    ...{ id: _id, site: siteId, to: new URL(url).host, error, attempts },
    ...{ createdAt: createdAt.toISOString(), diedAt: (doneAt ?? createdAt).toISOString() },
  };
}
