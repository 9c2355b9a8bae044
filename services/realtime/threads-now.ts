import type { ThreadChanges } from '../../shared/comment.ts';
import type { ThreadId } from '../../shared/ids.ts';
import type { Site } from '../../shared/site.ts';
import { createLru } from '../lru.ts';
import { createSharedRead } from '../shared-read.ts';
import type { ThreadState } from '../storage/threads.ts';
import { rooms } from './broadcast.ts';

export interface ThreadsNowDeps {
  seqsOf: (threadIds: readonly ThreadId[]) => Promise<ReadonlyMap<string, number>>;
  statesOf: (threadIds: readonly ThreadId[]) => Promise<ReadonlyMap<ThreadId, ThreadState>>;
  /** The same as `GET changes` answers. */
  changesOf: (from: { site: Site; threadId: ThreadId; since: number }) => Promise<ThreadChanges>;
  now: () => Date;
}

/** What a thread's state is believed for, if nothing is told in its room meanwhile, milliseconds: another process may have changed it. */
const BELIEVED_MS = 2000;
const REMEMBERED = 2000;
/** Longer than this, what was missed is asked for over HTTP, where it is packed: changes, and characters of their JSON. */
const CHANGES_MAX = 24;
const MISSED_MAX = 16 * 1024;

interface ThreadNow {
  seq: number;
  state: ThreadState;
  /** What is missed since which number: read once for all who come back from there. */
  missed: Map<number, Promise<string | null>>;
}

/** Where threads are. Only good for who is in the room of a thread already: what comes from then on they hear. */
export interface ThreadsNow {
  at: (threadId: ThreadId) => Promise<Pick<ThreadNow, 'seq' | 'state'>>;
  /** What has changed since a number, as JSON of `ThreadChanges`; null if that is too long for a socket. */
  missed: (site: Site, threadId: ThreadId, since: number) => Promise<string | null>;
  /** Something is told in a room, or nobody is in it any more: what is known of a thread with that name is from before. */
  changed: (room: string) => void;
}

/** There are many who ask, and all do in the same moment after a restart: so they share what answers them. */
export function createThreadsNow(deps: ThreadsNowDeps): ThreadsNow {
  const known = createLru<ThreadNow>(REMEMBERED, BELIEVED_MS, () => deps.now().getTime());
  /** Rooms whose threads are being read, as long as nothing is told in them meanwhile. */
  const unchanged = new Set<string>();
  const read = createSharedRead<ThreadId, ThreadNow>(async (ids) => {
    for (const id of ids) unchanged.add(rooms.thread(id));
    try {
      const [seqs, states] = await Promise.all([deps.seqsOf(ids), deps.statesOf(ids)]);
      const threads = new Map(
        ids.map((id) => [id, { seq: seqs.get(id) ?? 0, state: states.get(id) ?? {}, missed: new Map() }]),
      );
      // What was read while it changed may be from before: good for who joined before that, and hears it, and no longer.
      for (const [id, now] of threads) if (unchanged.has(rooms.thread(id))) known.set(rooms.thread(id), now);
      return threads;
    } finally {
      unchanged.clear();
    }
  });
  const at = async (threadId: ThreadId): Promise<ThreadNow> => known.get(rooms.thread(threadId)) ?? read(threadId);

  return {
    at,
    async missed(site, threadId, since) {
      const { seq, missed } = await at(threadId);
      // Nor is it read for nothing: after a long break of many that costs most, and whoever says they know what has not been yet could
      // have it read for a number of their own each time.
      if (since > seq || seq - since > CHANGES_MAX) return null;
      const shared = missed.get(since);
      if (shared !== undefined) return shared;
      const reading = deps.changesOf({ site, threadId, since }).then((changes) => {
        const json = JSON.stringify(changes);
        return json.length > MISSED_MAX ? null : json;
      });
      missed.set(since, reading);
      reading.catch(() => missed.delete(since));
      return reading;
    },
    changed(room) {
      unchanged.delete(room);
      known.delete(room);
    },
  };
}
