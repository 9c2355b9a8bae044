import type { HotThread, HotThreads } from '../../shared/heat.ts';
import type { Scope } from '../../shared/identity.ts';
import type { Site } from '../../shared/site.ts';
import type { ThreadDoc } from '../storage/threads.ts';
import { paceOf } from '../threads/pace.ts';

/** Threads named at once; where more boil over, the list is not what helps. */
const NAMED = 20;

/** What boils over now, for moderators: where, since when, and what set it off. */
export async function readHotThreads(
  deps: {
    threads: { hot(limit: number, sites: Scope): Promise<ThreadDoc[]> };
    siteById: (id: string) => Promise<Site | null>;
  },
  sites: Scope,
): Promise<HotThreads> {
  const found = await deps.threads.hot(NAMED, sites);
  return { threads: await Promise.all(found.map(async (thread) => view(thread, await deps.siteById(thread.siteId)))) };
}

function view(thread: ThreadDoc, site: Site | null): HotThread {
  const { _id, siteId, key, url, title, heat, heatAt, createdAt } = thread;
  return {
    id: _id,
    site: { id: siteId, name: site?.name ?? siteId },
    ...{ key, url, title },
    since: (heatAt ?? createdAt).toISOString(),
    pace: paceOf(thread, site),
    perMinute: heat?.slow?.perMinute ?? null,
    refused: heat?.premod?.refused ?? null,
    of: heat?.premod?.of ?? null,
  };
}
