import type { ThreadId } from '../../shared/ids.ts';
import type { ThreadDoc } from '../storage/threads.ts';

/** Hot threads looked at in one round; so many at once are an attack on the whole site. */
const ROUND = 500;

/** How long a list is believed, milliseconds: what another process found is seen after so long at the latest. */
const BELIEVED_MS = 2000;

export interface HotList {
  /** Reads anew which threads are hot. */
  read(): Promise<ThreadDoc[]>;
  /** Whether a thread is as any other for all that is known; false, too, where it is not known. */
  excludes(id: ThreadId): boolean;
  /** Keeps what this process has just changed. */
  changed(id: ThreadId, isHot: boolean): void;
}

/**
 * Which threads are hot. They are few, and every process reads all of them once a second to let them cool down; so nobody
 * who posts in another thread has to ask.
 */
export function createHotList(hot: (limit: number) => Promise<ThreadDoc[]>, now: () => Date): HotList {
  let known: { ids: Set<ThreadId>; until: number } | null = null;
  let changes = 0;
  return {
    async read() {
      const since = changes;
      const threads = await hot(ROUND);
      // What was read while something changed here may be from before.
      if (since === changes) {
        const isAll = threads.length < ROUND;
        const until = now().getTime() + BELIEVED_MS;
        known = isAll ? { ids: new Set(threads.map(({ _id }) => _id)), until } : null;
      }
      return threads;
    },
    excludes: (id) => known !== null && now().getTime() < known.until && !known.ids.has(id),
    changed(id, isHot) {
      changes += 1;
      if (isHot) known?.ids.add(id);
      else known?.ids.delete(id);
    },
  };
}
