import type { Site } from '../../shared/site.ts';
import type { ThreadStore } from '../storage/threads.ts';
import { setClosed, type CloseDeps } from './close.ts';

export interface CloseAgedDeps extends CloseDeps {
  threads: CloseDeps['threads'] & Pick<ThreadStore, 'neverSteered'>;
  sites: () => Promise<Site[]>;
}

const DAY_MS = 24 * 3_600_000;
/** Closed at once; the next run takes the next. */
const AT_ONCE = 100;
/** Who closes them, for the audit and for moderators. */
const BY_ITSELF = { id: 'policy', name: 'Tribune' };

/**
 * Closes discussions that began so many days ago as their site has decided. What a moderator has closed or reopened is left to
 * moderators. Several nodes may do it at once, and be killed anywhere.
 * @returns one run, for a loop
 */
export function createCloseAged(deps: CloseAgedDeps): () => Promise<void> {
  // Threads begin in order, so those before were seen to. It is only kept to look at few; a new process looks at all once.
  const seenUpTo = new Map<string, Date>();
  return async () => {
    for (const { id: siteId, settings } of await deps.sites()) {
      if (settings.closeAfterDays === 0) continue;
      const upTo = new Date(deps.now().getTime() - settings.closeAfterDays * DAY_MS);
      const after = seenUpTo.get(siteId) ?? new Date(0);
      const aged = await deps.threads.neverSteered(siteId, { after, upTo }, AT_ONCE);
      for (const { key } of aged) await setClosed(deps, BY_ITSELF, { siteId, key, closed: true });
      // Where many began at the same moment, only those of a whole run are known to be done.
      const last = aged.at(-1)?.createdAt;
      if (aged.length < AT_ONCE) seenUpTo.set(siteId, upTo);
      else if (last !== undefined) seenUpTo.set(siteId, new Date(last.getTime() - 1));
    }
  };
}
