import type { SiteId, ThreadId } from '../../shared/ids.ts';
import { Problem } from '../../shared/problem.ts';
import { newId } from '../ids.ts';
import type { ThreadActStore } from '../storage/thread-acts.ts';
import { threadIdOf, type ThreadDoc, type ThreadStore } from '../storage/threads.ts';

interface KeepDeps {
  threads: Pick<ThreadStore, 'clearActs'>;
  threadActs: Pick<ThreadActStore, 'append'>;
}

export interface CloseDeps extends KeepDeps {
  threads: KeepDeps['threads'] & Pick<ThreadStore, 'byId' | 'ensure' | 'setClosed'>;
  /** Called once the change is stored; must not fail. */
  changed: (id: ThreadId, closed: boolean) => void;
  now: () => Date;
}

/** How often an act is tried again when others are faster. */
const ATTEMPTS = 8;
/** Left-overs are taken up once they are this old; the process that wrote them is faster. Milliseconds. */
const LEFT_OVER_AFTER_MS = 2000;
const AT_ONCE = 100;

/**
 * Closes a thread to new comments and edits, or reopens it; nobody need have written there yet. One guarded update with its
 * act. What is so already is left as it is: of two who close it at once, the first has closed it.
 * @throws Problem `stale-version` if others are faster again and again
 */
export async function setClosed(
  deps: CloseDeps,
  by: { id: string; name: string },
  { siteId, key, closed }: { siteId: SiteId; key: string; closed: boolean },
): Promise<ThreadDoc> {
  const id = threadIdOf(siteId, key);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const nothing = { url: null, title: null, lang: null };
    const thread =
      (await deps.threads.byId(id)) ??
      (await deps.threads.ensure({ _id: id, siteId, key, ...nothing, createdAt: deps.now() }));
    if ((thread.closed !== undefined) === closed) return thread;
    const act = closed ? ('closed' as const) : ('reopened' as const);
    const seq = (thread.acts?.v ?? 0) + 1;
    const after = await deps.threads.setClosed({ _id: newId(), siteId, threadId: id, seq, act, at: deps.now(), by });
    if (after === null) continue;
    deps.changed(id, closed);
    await keepActs(deps, after);
    return after;
  }
  throw new Problem('stale-version');
}

/** Moves what was done about a thread from the outbox of its write to where it is kept. Repeating it is harmless. */
async function keepActs(deps: KeepDeps, { _id, acts }: ThreadDoc): Promise<void> {
  const outbox = acts?.outbox ?? [];
  await deps.threadActs.append(outbox);
  await deps.threads.clearActs(
    _id,
    outbox.map((act) => act._id),
  );
}

/** Does so for what a crash or another process has left. */
export async function keepLeftOverActs(
  deps: KeepDeps & { threads: Pick<ThreadStore, 'withActs'>; now: () => Date },
): Promise<void> {
  const until = new Date(deps.now().getTime() - LEFT_OVER_AFTER_MS);
  for (const thread of await deps.threads.withActs(until, AT_ONCE)) await keepActs(deps, thread);
}
