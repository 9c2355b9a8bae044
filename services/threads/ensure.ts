import type { ThreadRef } from '../../shared/comment.ts';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import { threadIdOf, type ThreadDoc } from '../storage/threads.ts';

/** Makes sure of a thread; answers its id. */
export type EnsureThread = (siteId: SiteId, ref: ThreadRef) => Promise<ThreadId>;

/** Threads come into being with their first comment or reaction, with what that writer said about the article. */
export function createEnsureThread(deps: {
  threads: { ensure(doc: ThreadDoc): Promise<void> };
  now: () => Date;
}): EnsureThread {
  // Threads are never removed while the service runs, so what was made once need not be looked up again.
  const made = createLru<true>(10_000, 600_000, () => deps.now().getTime());
  return async (siteId, ref) => {
    const id = threadIdOf(siteId, ref.key);
    if (made.get(id)) return id;
    await deps.threads.ensure({
      _id: id,
      siteId,
      key: ref.key,
      url: ref.url ?? null,
      title: ref.title?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ') ?? null,
      lang: ref.lang ?? null,
      createdAt: deps.now(),
    });
    made.set(id, true);
    return id;
  };
}
