import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { Problem } from '../../shared/problem.ts';
import { digest } from '../digest.ts';
import type { Redis } from '../redis.ts';

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
  /** The part of it that somebody has used up, 0 for nothing, 1 for all of it. */
  usedBy(who: string | null): Promise<number>;
}

export interface LimitOptions {
  name: string;
  points: number;
  seconds: number;
  /** What all nodes count in; null has each node count for itself. */
  shared: { redis: Redis; serviceKey: string } | null;
}

/** At most `points` acts of one person or address in `seconds`. While the shared memory is away, each node counts for itself. */
export function createLimit({ name, points, seconds, shared }: LimitOptions): Limit {
  const here = { keyPrefix: name, points, duration: seconds };
  const alone = new RateLimiterMemory(here);
  const together =
    shared &&
    new RateLimiterRedis({
      ...here,
      keyPrefix: `tribune:${name}`,
      storeClient: shared.redis.client,
      useRedisPackage: true,
    });

  /** The answer of the shared memory or, where that has none, of this node's own. */
  async function count<T>(who: string, act: (limiter: RateLimiterAbstract, who: string) => Promise<T>): Promise<T> {
    if (shared === null || together === null) return act(alone, who);
    try {
      // Nobody who looks into the shared memory reads names or addresses there.
      return await shared.redis.ask(() => act(together, digest([shared.serviceKey, name, who])));
    } catch (reason) {
      if (reason instanceof RateLimiterRes) throw reason;
      return act(alone, who);
    }
  }

  return {
    async take(who) {
      if (who === null) return;
      try {
        await count(who, (limiter, by) => limiter.consume(by));
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason;
        throw new Problem('rate-limited', { retryAfter: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) });
      }
    },
    async charge(who, cost) {
      if (cost > 0) await count(who, (limiter, by) => limiter.penalty(by, cost));
    },
    async giveBack(who) {
      if (who !== null) await count(who, (limiter, by) => limiter.reward(by));
    },
    async usedBy(who) {
      if (who === null) return 0;
      const used = await count(who, (limiter, by) => limiter.get(by));
      return Math.min(1, (used?.consumedPoints ?? 0) / points);
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
