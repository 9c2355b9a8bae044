import type { ThreadRef } from '../../shared/comment.ts';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import { FACTS, threadIdOf, type ThreadDoc, type ThreadFacts } from '../storage/threads.ts';

/** Makes sure of a thread; answers its id and the language it is in, if anybody has said. */
export type EnsureThread = (siteId: SiteId, ref: ThreadRef) => Promise<{ id: ThreadId; lang: string | null }>;

/**
 * Threads come into being with their first comment or reaction, with what that writer said about the article. What they left
 * out, a later one may add; what was said stays.
 */
export function createEnsureThread(deps: {
  threads: {
    ensure(doc: ThreadDoc): Promise<ThreadDoc>;
    fill(id: ThreadId, facts: ThreadFacts): Promise<ThreadDoc | null>;
  };
  /** The title as it may be shown to others; null if it may not. */
  fitTitle: (siteId: SiteId, title: string) => Promise<string | null>;
  now: () => Date;
}): EnsureThread {
  // Threads are never removed while the service runs, so what was made once need not be looked up again.
  const known = createLru<ThreadFacts>(10_000, 600_000, () => deps.now().getTime());
  return async (siteId, ref) => {
    const id = threadIdOf(siteId, ref.key);
    const remembered = known.get(id);
    const title = ref.title?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ') ?? null;
    const said: ThreadFacts = {
      url: ref.url ?? null,
      // A title that is known stays, so that another one need not be looked at.
      title: title === null || (remembered?.title ?? null) !== null ? null : await deps.fitTitle(siteId, title),
      lang: ref.lang ?? null,
    };
    const there =
      remembered ?? (await deps.threads.ensure({ _id: id, siteId, key: ref.key, ...said, createdAt: deps.now() }));
    const adds = FACTS.some((fact) => there[fact] === null && said[fact] !== null);
    const facts = (adds ? await deps.threads.fill(id, said) : null) ?? there;
    if (facts !== remembered) known.set(id, { url: facts.url, title: facts.title, lang: facts.lang });
    return { id, lang: facts.lang };
  };
}
