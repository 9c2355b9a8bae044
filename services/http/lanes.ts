import { Problem } from '../../shared/problem.ts';

export interface Lanes {
  /**
   * Does somebody's work when it is its turn among what else they asked for, or never, if that comes too late.
   * @param until the moment, as `performance.now()` counts, from which nobody waits for it any more
   * @throws Problem `rate-limited` when too much of theirs waits, `store-unavailable` when it has waited too long
   */
  run<T>(who: string, until: number, work: () => Promise<T>): Promise<T>;
}

interface Lane {
  running: number;
  waiting: (() => void)[];
}

/**
 * Keeps whoever asks for much, all at once, from keeping the database from everybody else: so much of one person is worked on
 * at a time, also when the answer was given up, and so much waits. A browser sends six requests at a time.
 */
export function createLanes(atOnce = 8, waitingMax = 200): Lanes {
  const lanes = new Map<string, Lane>();

  async function enter(lane: Lane): Promise<void> {
    if (lane.running < atOnce) lane.running += 1;
    else if (lane.waiting.length >= waitingMax) throw new Problem('rate-limited', { retryAfter: 1 });
    else await new Promise<void>((resolve) => lane.waiting.push(resolve));
  }

  function leave(who: string, lane: Lane): void {
    const next = lane.waiting.shift(); // takes over this one's place
    if (next !== undefined) next();
    else if ((lane.running -= 1) === 0) lanes.delete(who);
  }

  return {
    async run(who, until, work) {
      const lane = lanes.get(who) ?? { running: 0, waiting: [] };
      lanes.set(who, lane);
      await enter(lane);
      try {
        if (performance.now() > until) throw new Problem('store-unavailable', { retryAfter: 2 });
        return await work();
      } finally {
        leave(who, lane);
      }
    },
  };
}
