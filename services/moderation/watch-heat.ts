import type { ThreadId } from '../../shared/ids.ts';
import type { Site } from '../../shared/site.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { Heat, StoredHeat, ThreadDoc } from '../storage/threads.ts';
import {
  COOLING_MINUTES,
  fewestTroubling,
  isSameHeat,
  MINUTE_MS,
  nextHeat,
  PAST_MINUTES,
  REFUSAL_MINUTES,
  type HeatCounts,
} from './heat.ts';

/** Hot threads looked at in one round; so many at once are an attack on the whole site. */
const ROUND = 500;

/** Comments counted at most; what is told from them is told from so many, too. */
const COUNTED_MAX = 1000;

export interface HeatDeps {
  comments: Pick<CommentStore, 'countPosted' | 'countShown' | 'countTroubling'>;
  threads: {
    byId(id: ThreadId): Promise<ThreadDoc | null>;
    hot(limit: number): Promise<ThreadDoc[]>;
    setHeat(id: ThreadId, from: StoredHeat | undefined, to: Heat | null, at: Date): Promise<boolean>;
  };
  siteById: (id: string) => Promise<Site | null>;
  /** Hears of every change, once, from whoever wrote it. */
  changed: (thread: ThreadDoc, heat: Heat | null) => Promise<void>;
  now: () => Date;
}

export interface HeatWatch {
  /** How hot a thread is for the comment that is about to be posted, which counts. Writes and tells what has changed. */
  measure: (site: Site, threadId: ThreadId) => Promise<Heat | null>;
  /** Lets threads cool down in which nobody writes any more. */
  sweep: () => Promise<void>;
}

/**
 * Watches over threads that boil over. Nothing is accumulated: every answer is counted anew from the comments, and what is
 * stored is only what it comes to, so nodes agree and a restart changes nothing.
 */
export function createHeatWatch(deps: HeatDeps): HeatWatch {
  async function settle(site: Site, thread: ThreadDoc, posting: number): Promise<Heat | null> {
    const { heat: before } = thread;
    const now = deps.now();
    const { heat: settings } = site.settings;
    const counts = settings.on ? await count(deps, { site, threadId: thread._id, before, now, posting }) : NOTHING;
    const next = nextHeat(before, counts, settings);
    if (isSameHeat(before, next)) return next;
    // Two that notice at once: one of them writes it, and tells.
    if (await deps.threads.setHeat(thread._id, before, next, now)) await deps.changed(thread, next);
    return next;
  }

  return {
    async measure(site, threadId) {
      // Switched off, nothing is asked; what was hot before, the sweep lets go.
      const thread = site.settings.heat.on ? await deps.threads.byId(threadId) : null;
      return thread === null ? null : settle(site, thread, 1);
    },
    async sweep() {
      for (const thread of await deps.threads.hot(ROUND)) {
        const site = await deps.siteById(thread.siteId);
        if (site !== null) await settle(site, thread, 0);
      }
    },
  };
}

const NOTHING: HeatCounts = { minute: 0, cooling: 0, past: 0, troubling: 0, shown: 0 };

interface CountedAt {
  site: Site;
  threadId: ThreadId;
  before: Heat | undefined;
  now: Date;
  /** Comments about to be posted, which no count can know of. */
  posting: number;
}

/** Counts only what can make a difference: in an ordinary thread, two short counts that find little. */
async function count(deps: HeatDeps, at: CountedAt): Promise<HeatCounts> {
  const [speed, trouble] = await Promise.all([countSpeed(deps, at), countTrouble(deps, at)]);
  return { ...NOTHING, ...speed, ...trouble };
}

async function countSpeed(
  { comments }: HeatDeps,
  { site, threadId, before, now, posting }: CountedAt,
): Promise<Partial<HeatCounts>> {
  const { perMinute, times } = site.settings.heat;
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * MINUTE_MS);
  if (before?.slow !== undefined) {
    const cooling = await comments.countPosted(threadId, { since: ago(COOLING_MINUTES), limit: perMinute });
    return { cooling: cooling + posting };
  }
  const minute =
    posting + (await comments.countPosted(threadId, { since: ago(1), limit: Math.max(COUNTED_MAX, perMinute) }));
  if (minute < perMinute) return { minute };
  const limit = Math.ceil((minute * PAST_MINUTES) / times) + 1;
  const past = await comments.countPosted(threadId, { since: ago(PAST_MINUTES + 1), until: ago(1), limit });
  return { minute, past };
}

async function countTrouble(
  { comments }: HeatDeps,
  { site, threadId, before, now }: CountedAt,
): Promise<Partial<HeatCounts>> {
  const since = new Date(now.getTime() - REFUSAL_MINUTES * MINUTE_MS);
  const troubling = await comments.countTroubling(threadId, since, COUNTED_MAX);
  if (troubling < fewestTroubling(before, site.settings.heat)) return { troubling };
  return { troubling, shown: await comments.countShown(threadId, since) };
}
