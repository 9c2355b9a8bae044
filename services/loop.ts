import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from './logger.ts';

export interface Loop {
  /** Ends the loop after the run that is under way. */
  stop(): Promise<void>;
}

/**
 * Runs a task again and again with a pause between runs; runs never overlap. A failing run is logged and the loop goes on,
 * since what it does must get done sooner or later. Loops of the same period run in the same moments: a process that wakes up
 * once for all of them spends a good deal less than one that wakes up for each.
 * @param everyMs the period, milliseconds; a pause is half of it at least
 */
export function startLoop(name: string, everyMs: number, task: () => Promise<void>, log: Logger): Loop {
  const abort = new AbortController();
  const done = (async () => {
    while (!abort.signal.aborted) {
      await sleep(pauseUntilNext(everyMs), undefined, { signal: abort.signal, ref: false }).catch(() => undefined);
      if (abort.signal.aborted) return;
      await task().catch((cause: unknown) => {
        log.warn({ err: cause, loop: name }, 'periodic task failed; trying again');
      });
    }
  })();
  return {
    stop: () => {
      abort.abort();
      return done;
    },
  };
}

function pauseUntilNext(everyMs: number): number {
  const left = everyMs - (performance.now() % everyMs);
  return left < everyMs / 2 ? left + everyMs : left;
}
