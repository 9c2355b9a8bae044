import type { ThreadId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import type { ThreadDoc } from '../storage/threads.ts';

/** What a thread is called, and where it is. */
export type NamedThread = Pick<ThreadDoc, '_id' | 'key' | 'url' | 'title'>;

export interface NamedThreads {
  /** Those that are there, in no order. */
  byIds: (ids: ThreadId[]) => Promise<NamedThread[]>;
}

/** A thread as lists name it; all is empty as long as nobody has said anything of it. */
export type ThreadName = Pick<ThreadDoc, 'key' | 'url' | 'title'>;

/** How the threads are called that some documents are about, all asked for at once. */
export async function threadsOf(
  threads: NamedThreads,
  docs: readonly { threadId: string }[],
): Promise<(id: string) => ThreadName> {
  const ids = [...new Set(docs.map(({ threadId }) => threadId as ThreadId))];
  const found = ids.length === 0 ? [] : await threads.byIds(ids);
  const byId = new Map<string, NamedThread>(found.map((thread) => [thread._id, thread]));
  return (id) => {
    const { key = '', url = null, title = null } = byId.get(id) ?? {};
    return { key, url, title };
  };
}

const REMEMBERED = 10_000;
const REMEMBERED_MS = 600_000;

/** Names of threads, for every card of a comment. What was once said of a thread stays, so nobody need ask for it twice. */
export function createNamedThreads(deps: {
  threads: { byIds(ids: ThreadId[]): Promise<ThreadDoc[]> };
  now: () => Date;
}): NamedThreads {
  const named = createLru<NamedThread>(REMEMBERED, REMEMBERED_MS, () => deps.now().getTime());
  return {
    async byIds(ids) {
      const known = ids.flatMap((id) => named.get(id) ?? []);
      const there = new Set(known.map(({ _id }) => _id));
      const missing = ids.filter((id) => !there.has(id));
      if (missing.length === 0) return known;
      const found = (await deps.threads.byIds(missing)).map(({ _id, key, url, title }) => ({ _id, key, url, title }));
      // What has been left out so far somebody may still add.
      for (const thread of found) if (thread.url !== null && thread.title !== null) named.set(thread._id, thread);
      return [...known, ...found];
    },
  };
}
