import { backOff } from '../back-off.ts';
import type { Logger } from '../logger.ts';
import type { Outbound, OutboundAnswer, OutboundFault } from '../outbound.ts';
import type { WebhookCallDoc, WebhookCallStore } from '../storage/webhook-calls.ts';

export interface CallWebhooksDeps {
  webhookCalls: Pick<WebhookCallStore, 'take' | 'tried' | 'finish'>;
  outbound: Pick<Outbound, 'call'>;
  log: Pick<Logger, 'warn'>;
  now: () => Date;
}

/** Longer than a call takes at most: only who was killed loses it. */
const LEASE_MS = 30_000;
/** Calls under way at a time. */
const AT_ONCE = 10;
const TRIES = 8;
/** An alert that lasts is told again after four hours; nothing older needs to be. */
const LONGEST_PAUSE_MS = 3_600_000;

/** Faults that another try does not mend: somebody has to change the address. */
const FOR_GOOD: readonly OutboundFault[] = ['not-callable', 'not-public', 'redirected'];

/** Tells chats what is due, until nothing is. It may be killed anywhere: what was taken up is anybody's when its lease lapses. */
export async function callWebhooks(deps: CallWebhooksDeps): Promise<void> {
  for (;;) {
    const taken: WebhookCallDoc[] = [];
    while (taken.length < AT_ONCE) {
      const now = deps.now();
      const call = await deps.webhookCalls.take({ now, until: new Date(now.getTime() + LEASE_MS) });
      if (call === null) break;
      taken.push(call);
    }
    if (taken.length === 0) return;
    await Promise.all(taken.map((call) => callOne(deps, call)));
  }
}

async function callOne({ webhookCalls, outbound, log, now }: CallWebhooksDeps, call: WebhookCallDoc): Promise<void> {
  const outcome = outcomeOf(await outbound.call({ url: call.url, method: 'POST', body: call.body }));
  const tries = call.attempts + 1;
  if (outcome.kind === 'taken') return webhookCalls.finish(call._id, { state: 'sent', at: now() });
  if (outcome.kind === 'refused' || tries >= TRIES) {
    log.warn({ site: call.siteId, why: outcome.why }, 'a chat could not be told; it waits in the console, under mail');
    return webhookCalls.finish(call._id, { state: 'dead', error: outcome.why, at: now() });
  }
  return webhookCalls.tried(call._id, {
    dueAt: new Date(now().getTime() + backOff(tries, LONGEST_PAUSE_MS)),
    error: outcome.why,
  });
}

/** What an answer means: taken, for good not, or perhaps later. */
export function outcomeOf(answer: OutboundAnswer): { kind: 'taken' } | { kind: 'refused' | 'later'; why: string } {
  if (!answer.ok) return { kind: FOR_GOOD.includes(answer.fault) ? 'refused' : 'later', why: answer.detail };
  const { status } = answer;
  if (status >= 200 && status < 300) return { kind: 'taken' };
  // RFC 9110: a client error is ours, but for those that are about the moment.
  const isOfTheMoment = status >= 500 || [408, 425, 429].includes(status);
  return { kind: isOfTheMoment ? 'later' : 'refused', why: `answered ${status}` };
}
