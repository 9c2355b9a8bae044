import { tellDeps } from './comment-use-cases.ts';
import { startLoop, type Loop } from './loop.ts';
import { resumeBulk, type BulkDeps } from './moderation/bulk.ts';
import { tell } from './moderation/tell.ts';
import { wake } from './moderation/wake.ts';
import { moderateDeps } from './review-use-cases.ts';
import type { Parts } from './use-cases.ts';

const SWEEP_MS = 1000;

/** What comes round again: it was left over, or its time has come. Each may be done by several nodes, and killed anywhere. */
export function startSweeps(parts: Parts, bulk: BulkDeps): Loop[] {
  const { store, relay, heat, log, now } = parts;
  return [
    startLoop('relay', SWEEP_MS, () => relay.sweep(now()), log),
    startLoop('snoozed', SWEEP_MS, () => wake({ ...moderateDeps(parts), ...store, log }), log),
    startLoop('bulk', SWEEP_MS, () => resumeBulk(bulk), log),
    startLoop('decided', SWEEP_MS, () => tell(tellDeps(parts)), log),
    startLoop('heat', SWEEP_MS, () => heat.sweep(), log),
  ];
}
