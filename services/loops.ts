import { alertDeps } from './alert-use-cases.ts';
import { tellDeps } from './comment-use-cases.ts';
import { resumeErasures, type EraseDeps } from './compliance/erase.ts';
import { createRetention } from './compliance/retention.ts';
import { wipeWithdrawn } from './compliance/wipe-withdrawn.ts';
import { closeDeps } from './discussion-use-cases.ts';
import { startLoop } from './loop.ts';
import { resumeBulk, type BulkDeps } from './moderation/carry-out-bulk.ts';
import { tell } from './moderation/tell.ts';
import { createAlertWatch } from './moderation/watch-alerts.ts';
import { wake } from './moderation/wake.ts';
import { callWebhooks } from './notifications/call-webhooks.ts';
import type { Deliverer } from './notifications/deliver.ts';
import { forgetUnused } from './notifications/mail-address.ts';
import { keepLeftOver } from './people/keep-acts.ts';
import { retentionDeps } from './own-use-cases.ts';
import { moderateDeps } from './review-use-cases.ts';
import { resumeRemovals, type RemoveDeps } from './sites/remove-site.ts';
import { createCloseAged } from './threads/close-aged.ts';
import { keepLeftOverActs } from './threads/close.ts';
import type { Parts } from './use-cases.ts';

/** What somebody waits for. Milliseconds, as the others. */
const SWEEP_MS = 1000;
/** What a killed process has left, which is taken up after more than a second anyway, and what deals in days. */
const SLOW_MS = 5000;
const CLOCK_MS = 30_000;

/** What happens by itself, again and again, on every node: each may be killed anywhere, and another one goes on. */
export function startLoops(
  parts: Parts,
  {
    bulk,
    erasing,
    removing,
    delivery,
    publicUrl,
  }: {
    bulk: BulkDeps;
    erasing: EraseDeps;
    removing: RemoveDeps;
    delivery: Deliverer | null;
    publicUrl: () => string;
  },
): { stop(): Promise<void> } {
  const { store, relay, counter, heat, log, now } = parts;
  const loops = [
    startLoop('relay', SWEEP_MS, () => relay.sweep(now()), log),
    startLoop('told', SWEEP_MS, () => parts.fanOut.sweep(), log),
    startLoop('snoozed', SWEEP_MS, () => wake({ ...moderateDeps(parts), ...store, log }), log),
    startLoop('bulk', SLOW_MS, () => resumeBulk(bulk), log),
    startLoop('erasures', SLOW_MS, () => resumeErasures(erasing), log),
    startLoop('removed sites', SLOW_MS, () => resumeRemovals(removing), log),
    startLoop('withdrawn texts', SLOW_MS, () => wipeWithdrawn({ ...store, now }), log),
    startLoop('retention', SWEEP_MS, createRetention(retentionDeps(parts)), log),
    startLoop('decided', SWEEP_MS, () => tell(tellDeps(parts)), log),
    startLoop('sanctions', SLOW_MS, () => keepLeftOver({ ...store, now }), log),
    startLoop('discussions', SLOW_MS, () => keepLeftOverActs({ ...store, now }), log),
    startLoop('aged discussions', SWEEP_MS, createCloseAged({ ...closeDeps(parts), sites: parts.sites.all }), log),
    startLoop('unused addresses', SLOW_MS, () => forgetUnused({ ...store, now }), log),
    startLoop('alerts', SWEEP_MS, createAlertWatch(alertDeps(parts, { publicUrl })), log),
    startLoop('webhooks', SWEEP_MS, () => callWebhooks({ ...store, outbound: parts.outbound, log, now }), log),
    ...(delivery === null ? [] : [startLoop('letters', SWEEP_MS, () => Promise.resolve(delivery.sweep()), log)]),
    startLoop('votes', SWEEP_MS, () => counter.sweep(now()), log),
    startLoop('clock', CLOCK_MS, store.clock.look, log),
    startLoop('heat', SWEEP_MS, () => heat.sweep(), log),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
