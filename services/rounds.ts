import type { bulkDeps } from './bulk-use-cases.ts';
import { startLoop } from './loop.ts';
import { resumeBulk } from './moderation/bulk.ts';
import { wake } from './moderation/wake.ts';
import { keepLeftOver } from './people/keep-acts.ts';
import { moderateDeps } from './review-use-cases.ts';
import type { Parts } from './use-cases.ts';

const SWEEP_MS = 1000;

/** What is looked at every second, whoever left it: a crash, another process, or the time that has passed. */
export function startRounds(parts: Parts, bulk: ReturnType<typeof bulkDeps>): { stop(): Promise<void> } {
  const { store, relay, heat, now, log } = parts;
  const rounds = [
    startLoop('relay', SWEEP_MS, () => relay.sweep(now()), log),
    startLoop('snoozed', SWEEP_MS, () => wake({ ...moderateDeps(parts), ...store, log }), log),
    startLoop('sanctions', SWEEP_MS, () => keepLeftOver({ ...store, now }), log),
    startLoop('bulk', SWEEP_MS, () => resumeBulk(bulk), log),
    startLoop('heat', SWEEP_MS, () => heat.sweep(), log),
  ];
  return {
    async stop() {
      await Promise.all(rounds.map((round) => round.stop()));
    },
  };
}
