/**
 * Least time between two counts, milliseconds: nobody reads numbers faster. Longer where counting takes long: whoever claims or
 * decides meanwhile would wait for it.
 */
const PAUSE_MS = 1000;
const PAUSE_PER_MS = 25;

export interface FiguresWatch {
  /** Something joined or left a queue: the numbers are counted and told at once, or when the last count is long enough ago. */
  changed: () => void;
  /** Tells what is not told yet without a pause; resolves when everything so far is told or has failed. */
  idle: () => Promise<void>;
}

/** Time as it passes, milliseconds, and something done after some of it unless that is called off. */
export interface Passing {
  now: () => number;
  after: (ms: number, run: () => void) => () => void;
}

const PASSING: Passing = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Tells the numbers of the review queue after changes. They are counted, never added up, and counting has its price in a long
 * queue: however many changes come in, one count is under way at a time, and the last change is always followed by one.
 */
export function createFiguresWatch(
  deps: {
    /** Counts, and tells whoever listens. */
    tell: () => Promise<void>;
    failed: (error: unknown) => void;
  },
  passing = PASSING,
): FiguresWatch {
  let isStale = false;
  let counting: Promise<void> | null = null;
  let restUntil = 0;
  let endRest = (): void => undefined;

  /** Holds whoever comes within the pause, however long after the count they come. */
  function rest(): Promise<void> {
    const left = restUntil - passing.now();
    if (left <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const callOff = passing.after(left, resolve);
      endRest = () => {
        callOff();
        resolve();
      };
    });
  }

  async function count(): Promise<void> {
    while (isStale) {
      await rest();
      isStale = false;
      const started = passing.now();
      try {
        await deps.tell();
      } catch (error) {
        deps.failed(error);
      }
      const ended = passing.now();
      restUntil = ended + Math.max(PAUSE_MS, PAUSE_PER_MS * (ended - started));
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
      while (counting !== null) {
        restUntil = 0;
        endRest();
        await counting;
      }
    },
  };
}
