import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Least pause between two counts, milliseconds: nobody reads numbers faster. Longer where counting takes long: whoever claims or
 * decides meanwhile would wait for it.
 */
const PAUSE_MS = 1000;
const PAUSE_PER_MS = 25;

export interface FiguresWatch {
  /** Something joined or left a queue: the numbers are counted and told soon. */
  changed: () => void;
  /** Resolves when everything so far is told or has failed. */
  idle(): Promise<void>;
}

/**
 * Tells the numbers of the review queue after changes. They are counted, never added up, and counting has its price in a long
 * queue: however many changes come in, one count is under way at a time, and the last change is always followed by one.
 */
export function createFiguresWatch(deps: {
  /** Counts, and tells whoever listens. */
  tell: () => Promise<void>;
  failed: (error: unknown) => void;
}): FiguresWatch {
  let isStale = false;
  let counting: Promise<void> | null = null;

  async function count(): Promise<void> {
    while (isStale) {
      isStale = false;
      const started = performance.now();
      try {
        await deps.tell();
      } catch (error) {
        deps.failed(error);
      }
      if (isStale)
        await sleep(Math.max(PAUSE_MS, PAUSE_PER_MS * (performance.now() - started)), undefined, { ref: false });
    }
  }

  function changed(): void {
    isStale = true;
    counting ??= count().finally(() => {
      counting = null;
      // Changed after the last look at it.
      if (isStale) changed();
    });
  }

  return {
    changed,
    async idle() {
      while (counting !== null) await counting;
    },
  };
}
