import type { SeenOrigin } from '../../shared/console-sites.ts';

/** Origins of each kind that are remembered for a site; those not seen for the longest time make room. */
const KEPT = 20;
/** A longer one is nothing an operator would look for. */
const LONGEST = 300;

export interface OriginWatch {
  /** A page of an origin asked for something of a site, and was let or was not. */
  note(siteId: string, origin: string, isAllowed: boolean): void;
  /** What was seen of a site, the last first. */
  of(siteId: string): { seen: SeenOrigin[]; refused: SeenOrigin[] };
  /** Since when it is watched. */
  since: Date;
}

interface Seen {
  count: number;
  lastAt: Date;
}
type Origins = Map<string, Seen>;

/**
 * Which pages use which site, so that an origin somebody forgot to allow is found at a glance. Kept in memory, a few per site and
 * nothing of persons; each process tells of what it has answered itself. Of pages that come ready from the cache, one in two
 * seconds is noted, which is enough for when they were last seen.
 */
export function createOriginWatch(now: () => Date): OriginWatch {
  const sites = new Map<string, { seen: Origins; refused: Origins }>();
  const since = now();
  const list = (origins: Origins | undefined): SeenOrigin[] =>
    [...(origins ?? [])]
      .map(([origin, { count, lastAt }]) => ({ origin, count, lastAt: lastAt.toISOString() }))
      .reverse();
  return {
    since,
    note(siteId, origin, isAllowed) {
      if (origin.length > LONGEST) return;
      const of = sites.get(siteId) ?? { seen: new Map<string, Seen>(), refused: new Map<string, Seen>() };
      sites.set(siteId, of);
      const origins = isAllowed ? of.seen : of.refused;
      const count = (origins.get(origin)?.count ?? 0) + 1;
      // Allowed by now, it is none that is refused.
      if (isAllowed) of.refused.delete(origin);
      origins.delete(origin);
      origins.set(origin, { count, lastAt: now() });
      if (origins.size > KEPT) origins.delete(origins.keys().next().value ?? '');
    },
    of(siteId) {
      const of = sites.get(siteId);
      return { seen: list(of?.seen), refused: list(of?.refused) };
    },
  };
}
