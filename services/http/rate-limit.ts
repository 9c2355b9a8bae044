import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../shared/problem.ts';

export interface Limit {
  /**
   * Counts one act of somebody; null is somebody who is not limited.
   * @throws Problem `rate-limited` with the seconds to wait
   */
  take(who: string | null): Promise<void>;
  /** Counts what an act that was let pass has cost beyond one, once that is known. Refuses nothing by itself. */
  charge(who: string, points: number): Promise<void>;
  /** Undoes one act that was counted and turned out to be none. */
  giveBack(who: string | null): Promise<void>;
}

/** At most `points` acts of one person or address in `seconds`. */
export function createLimit(name: string, points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ keyPrefix: name, points, duration: seconds });
  return {
    async take(who) {
      if (who === null) return;
      try {
        await limiter.consume(who);
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        throw new Problem('rate-limited', { retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
      }
    },
    async charge(who, points) {
      if (points > 0) await limiter.penalty(who, points);
    },
    async giveBack(who) {
      if (who !== null) await limiter.reward(who);
    },
  };
}

/** Counts an act nobody must be refused for; false, when one of the limits is used up, says to do without it. */
export async function isWithin(...acts: readonly (readonly [limit: Limit, who: string | null])[]): Promise<boolean> {
  try {
    for (const [limit, who] of acts) await limit.take(who);
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}
