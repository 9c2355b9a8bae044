/** Clocks that are no further apart than this count as one: what is measured over a line is no better. Milliseconds. */
const TOLERATED_MS = 2000;

export interface StoreClock {
  /** The time by the database's clock, or by this machine's where the two agree. */
  now: () => Date;
  /** Asks the database what time it is. Rejects if it does not answer; the time goes on as before. */
  look: () => Promise<void>;
}

/**
 * The clock that all processes over one database go by. What one of them holds for a while, or makes to be good for a while, is another's
 * to judge: with clocks of their own, an hour apart, one would take up what the other is still at, and let in nobody whom the other
 * has just signed in.
 * @param read asks the database
 * @param local this machine's clock, milliseconds since 1970
 */
export function createStoreClock(read: () => Promise<Date>, local: () => number = Date.now): StoreClock {
  let aheadMs = 0;
  return {
    now: () => new Date(local() + aheadMs),
    async look() {
      const asked = local();
      const there = (await read()).getTime();
      const answered = local();
      // It was some time in between, and so this is known as well as that.
      const found = Math.round(there - (asked + answered) / 2);
      if (Math.abs(found - aheadMs) > TOLERATED_MS + answered - asked)
        aheadMs = Math.abs(found) > TOLERATED_MS ? found : 0;
    },
  };
}
