import type { SiteId, ThreadId } from '../../shared/ids.ts';
import type { Site } from '../../shared/site.ts';
import { createLru } from '../lru.ts';
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
  roomLeft,
  type HeatCounts,
} from './heat.ts';
import { createHotList } from './hot-list.ts';

/** Comments counted at most; what is told from them is told from so many, too. */
const COUNTED_MAX = 1000;

/** How long a count of an ordinary thread is believed, for what others post there meanwhile; milliseconds. */
const BELIEVED_MS = 1000;

export interface HeatDeps {
  comments: Pick<CommentStore, 'countPosted' | 'countShown' | 'countTroubling'>;
  threads: {
    byId(id: ThreadId): Promise<ThreadDoc | null>;
    hot(limit: number): Promise<ThreadDoc[]>;
    setHeat(id: ThreadId, from: StoredHeat | undefined, to: Heat | null, at: Date): Promise<boolean>;
  };
  siteById: (id: string) => Promise<Site | null>;
  /** Hears of every change, once, from whoever wrote it. */
  changed: (threadId: ThreadId, heat: Heat | null) => Promise<void>;
  /** Hears why a thread could not be looked at after a comment; the next comment has it looked at again. */
  failed: (threadId: ThreadId, cause: unknown) => void;
  now: () => Date;
}

export interface HeatWatch {
  /** How hot a thread is for the comment that is about to be posted. In a hot thread all is counted anew, and that comment with it. */
  measure: (site: Site, threadId: ThreadId) => Promise<Heat | null>;
  /** Has a thread looked at after one more comment or decision; comes back at once. Whoever measures it then waits for that. */
  follow: (of: { siteId: SiteId; threadId: ThreadId; createdAt: Date }) => void;
  /** Lets threads cool down in which nobody writes any more. */
  sweep: () => Promise<void>;
  /** Resolves when everything that is followed has been looked at. */
  idle: () => Promise<void>;
}

/**
 * Watches over threads that boil over. Nothing is accumulated: every answer is counted anew from the comments, and what is
 * stored is only what it comes to, so nodes agree and a restart changes nothing. What begins is found after the comment that
 * has set it off is stored, so that nobody waits for a count in an ordinary thread; what is hot is counted before.
 */
export function createHeatWatch(deps: HeatDeps): HeatWatch {
  const list = createHotList((limit) => deps.threads.hot(limit), deps.now);
  const room = createLru<{ left: number }>(10_000, BELIEVED_MS, () => deps.now().getTime());
  const underWay = new Map<ThreadId, { done: Promise<void>; again: boolean }>();

  async function settle(
    site: Site,
    { _id, heat: before }: Pick<ThreadDoc, '_id' | 'heat'>,
    posting: number,
  ): Promise<Heat | null> {
    const now = deps.now();
    const { heat: settings } = site.settings;
    const counts = settings.on ? await count(deps, { site, threadId: _id, before, now, posting }) : NOTHING;
    const next = nextHeat(before, counts, settings);
    if (before === undefined) room.set(_id, { left: roomLeft(counts, settings) });
    if (isSameHeat(before, next)) return next;
    // Two that notice at once: one of them writes it, and tells.
    if (await deps.threads.setHeat(_id, before, next, now)) {
      list.changed(_id, next !== null);
      await deps.changed(_id, next);
    }
    return next;
  }

  async function look(siteId: SiteId, threadId: ThreadId): Promise<void> {
    const site = await deps.siteById(siteId);
    // What is hot is measured with every comment, and with every round.
    if (site?.settings.heat.on !== true || !(await isOrdinary(threadId))) return;
    await settle(site, { _id: threadId }, 0);
  }

  async function isOrdinary(threadId: ThreadId): Promise<boolean> {
    return list.excludes(threadId) || (await deps.threads.byId(threadId))?.heat === undefined;
  }

  /** Looks until nothing has come in between; never fails. */
  async function lookOn(siteId: SiteId, threadId: ThreadId, entry: { again: boolean }): Promise<void> {
    try {
      do {
        entry.again = false;
        await look(siteId, threadId);
      } while (entry.again);
    } catch (cause) {
      deps.failed(threadId, cause);
    } finally {
      underWay.delete(threadId);
    }
  }

  return {
    async measure(site, threadId) {
      // Switched off, nothing is asked; what was hot before, the sweep lets go.
      if (!site.settings.heat.on) return null;
      await underWay.get(threadId)?.done;
      if (list.excludes(threadId)) return null;
      const thread = await deps.threads.byId(threadId);
      return thread?.heat === undefined ? null : settle(site, thread, 1);
    },
    follow({ siteId, threadId, createdAt }) {
      // Nothing that is counted in an ordinary thread is about comments as old as that, whatever is decided about them.
      if (deps.now().getTime() - createdAt.getTime() > REFUSAL_MINUTES * MINUTE_MS) return;
      const entry = underWay.get(threadId);
      if (entry !== undefined) {
        entry.again = true;
        return;
      }
      // As long as what has come since cannot make the difference, it is not counted again.
      const known = room.get(threadId);
      if (known !== undefined && (known.left -= 1) > 0) return;
      const begun = { again: false, done: Promise.resolve() };
      underWay.set(threadId, begun);
      begun.done = lookOn(siteId, threadId, begun);
    },
    async sweep() {
      for (const thread of await list.read()) {
        const site = await deps.siteById(thread.siteId);
        if (site !== null) await settle(site, thread, 0);
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.all([...underWay.values()].map(({ done }) => done));
    },
  };
}

const NOTHING: HeatCounts = { minute: 0, cooling: 0, past: 0, troubling: 0, shown: 0, people: 0 };

interface CountedAt {
  site: Site;
  threadId: ThreadId;
  before: Heat | undefined;
  now: Date;
  /** Comments about to be posted, which no count can know of. */
  posting: number;
}

/** Counts only what can make a difference: in an ordinary thread that is one short count. */
async function count(deps: HeatDeps, at: CountedAt): Promise<HeatCounts> {
  if (at.before === undefined) {
    const few = await countFew(deps, at);
    if (few !== null) return { ...NOTHING, minute: few, troubling: few };
  }
  const [speed, trouble] = await Promise.all([countSpeed(deps, at), countTrouble(deps, at)]);
  return { ...NOTHING, ...speed, ...trouble };
}

/** All comments of the time that is looked at, if they are too few to make a thread hot whatever they are; otherwise null. */
async function countFew({ comments }: HeatDeps, { site, threadId, now, posting }: CountedAt): Promise<number | null> {
  const { heat } = site.settings;
  const enough = Math.min(heat.perMinute, fewestTroubling(undefined, heat));
  const since = new Date(now.getTime() - REFUSAL_MINUTES * MINUTE_MS);
  const few = posting + (await comments.countPosted(threadId, { since, limit: enough }));
  return few < enough ? few : null;
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
  const { comments: troubling, people } = await comments.countTroubling(threadId, since, COUNTED_MAX);
  if (troubling < fewestTroubling(before, site.settings.heat)) return { troubling, people };
  return { troubling, people, shown: await comments.countShown(threadId, since) };
}
