import type { SiteId, ThreadId } from '../../shared/ids.ts';
import type { ThreadCounts } from '../../shared/counts.ts';
import { createLru } from '../lru.ts';
import { threadIdOf } from '../storage/threads.ts';

/** Lists of articles are read far more often than they change; a number may be so old. Milliseconds. */
const BELIEVED_MS = 10_000;
const REMEMBERED = 20_000;

/** How many comments readers see in each of several threads, in the order asked; a thread nobody wrote in has 0. */
export type CountThreads = (siteId: SiteId, keys: readonly string[]) => Promise<ThreadCounts>;

export function createThreadCounts(deps: {
  comments: { countVisibleOf(threadIds: ThreadId[]): Promise<Map<string, number>> };
  now: () => Date;
}): CountThreads {
  const known = createLru<number>(REMEMBERED, BELIEVED_MS, () => deps.now().getTime());
  return async (siteId, keys) => {
    const threads = keys.map((key) => ({ thread: key, id: threadIdOf(siteId, key) }));
    const found = new Map(threads.map(({ id }) => [id, known.get(id)]));
    const missing = [...found].filter(([, count]) => count === undefined).map(([id]) => id);
    const counted = missing.length === 0 ? new Map<string, number>() : await deps.comments.countVisibleOf(missing);
    for (const id of missing) known.set(id, counted.get(id) ?? 0);
    return { items: threads.map(({ thread, id }) => ({ thread, count: found.get(id) ?? counted.get(id) ?? 0 })) };
  };
}
