import type { ThreadRef } from '../../shared/comment.ts';
import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { createLru } from '../lru.ts';
import { FACTS, threadIdOf, type ThreadDoc, type ThreadFacts } from '../storage/threads.ts';

/** What whoever writes in a thread needs of it. `lang` is null until somebody has said it. */
export interface EnsuredThread {
  id: ThreadId;
  lang: string | null;
  closed: boolean;
}

/** Makes sure of a thread. */
export type EnsureThread = (siteId: SiteId, ref: ThreadRef) => Promise<EnsuredThread>;

export interface ThreadMemory {
  ensure: EnsureThread;
  /** Hears that this process has closed a thread, or reopened it. */
  changed: (id: ThreadId, closed: boolean) => void;
}

type Known = ThreadFacts & { closed: boolean };

/**
 * Threads come into being with their first comment or reaction, with what that writer said about the article. What they left
 * out, a later one may add; what was said stays. Whether a thread is closed is read along, so that no post asks for it.
 */
export function createThreadMemory(deps: {
  threads: {
    ensure(doc: ThreadDoc): Promise<ThreadDoc>;
    fill(id: ThreadId, facts: ThreadFacts): Promise<ThreadDoc | null>;
  };
  /** The title as it may be shown to others; null if it may not. */
  fitTitle: (siteId: SiteId, title: string) => Promise<string | null>;
  now: () => Date;
}): ThreadMemory {
  // Threads are never removed while the service runs, so what was made once need not be looked up again.
  const known = createLru<Known>(10_000, 600_000, () => deps.now().getTime());
  let changes = 0;

  async function ensure(siteId: SiteId, ref: ThreadRef): Promise<EnsuredThread> {
    const id = threadIdOf(siteId, ref.key);
    const since = changes;
    const remembered = known.get(id);
    const title = ref.title?.replace(/[\p{Cc}\p{Cs}]+/gu, ' ') ?? null;
    const said: ThreadFacts = {
      url: ref.url ?? null,
      // A title that is known stays, so that another one need not be looked at.
      title: title === null || (remembered?.title ?? null) !== null ? null : await deps.fitTitle(siteId, title),
      lang: ref.lang ?? null,
    };
    const there =
      remembered ??
      knownOf(await deps.threads.ensure({ _id: id, siteId, key: ref.key, ...said, createdAt: deps.now() }));
    const adds = FACTS.some((fact) => there[fact] === null && said[fact] !== null);
    const filled = adds ? await deps.threads.fill(id, said) : null;
    const facts = filled === null ? there : knownOf(filled);
    // What was read while something was closed may be from before: good for who asked then, and no longer.
    if (facts !== remembered && since === changes) known.set(id, facts);
    return { id, lang: facts.lang, closed: facts.closed };
  }

  return {
    ensure,
    changed(id, closed) {
      changes += 1;
      const remembered = known.get(id);
      if (remembered !== undefined) known.set(id, { ...remembered, closed });
    },
  };
}

function knownOf({ url, title, lang, closed }: ThreadDoc): Known {
  return { url, title, lang, closed: closed !== undefined };
}
