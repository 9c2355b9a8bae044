import type { HeatSettings } from '../../shared/site-phases.ts';
import type { Heat } from '../storage/threads.ts';

export const MINUTE_MS = 60_000;

/** How far back "in its last hour" and the share of refusals look, minutes. */
export const PAST_MINUTES = 60;
export const REFUSAL_MINUTES = 10;

/**
 * A thread that was slowed down goes on being so until half as many comments as set it off take this long, minutes: the
 * rate that ends it is a quarter of the one that begins it, so that it does not flap.
 */
export const COOLING_MINUTES = 2;

/**
 * So many different people it takes that a share of refusals says something about a discussion, rather than about somebody
 * who wants to have it held; and half of them, so that it goes on being held.
 */
export const PEOPLE = 3;
const PEOPLE_STILL = Math.ceil(PEOPLE / 2);

/** What was counted in a thread just now. Counts end where it makes no more difference. */
export interface HeatCounts {
  /** Comments in the last minute, the one that is being posted among them. */
  minute: number;
  /** Comments in the last minutes of `COOLING_MINUTES`. */
  cooling: number;
  /** Comments in the hour before the last minute. */
  past: number;
  /** Comments of the last ten minutes that were held for their content or refused, and those that are in sight. */
  troubling: number;
  shown: number;
  /** Different people who wrote what is troubling. */
  people: number;
}

/**
 * How hot a thread is now, from how hot it was and what was counted; null if it is as any other. Pure. Whatever begins
 * needs more than what keeps it going: what an hour's waves do in between changes nothing.
 */
export function nextHeat(before: Heat | undefined, counts: HeatCounts, settings: HeatSettings): Heat | null {
  if (!settings.on) return null;
  const slow = nextSlow(before?.slow, counts, settings);
  const premod = nextPremod(before?.premod, counts, settings);
  if (slow === undefined && premod === undefined) return null;
  return { ...(slow === undefined ? {} : { slow }), ...(premod === undefined ? {} : { premod }) };
}

function nextSlow(before: Heat['slow'], counts: HeatCounts, settings: HeatSettings): Heat['slow'] {
  const every = settings.everySeconds;
  if (before !== undefined) return counts.cooling * 2 >= settings.perMinute ? { ...before, every } : undefined;
  const isFast = counts.minute >= settings.perMinute;
  const isUnusual = counts.minute * PAST_MINUTES >= counts.past * settings.times;
  return isFast && isUnusual ? { perMinute: counts.minute, every } : undefined;
}

function nextPremod(before: Heat['premod'], counts: HeatCounts, settings: HeatSettings): Heat['premod'] {
  const refused = counts.troubling;
  const of = refused + counts.shown;
  const percent = refused * 100;
  if (before !== undefined) {
    const isBad = percent * 2 >= Math.max(of, settings.min) * settings.share;
    return isBad && counts.people >= PEOPLE_STILL ? before : undefined;
  }
  const isBad = of >= settings.min && percent >= of * settings.share;
  return isBad && counts.people >= PEOPLE ? { refused, of } : undefined;
}

/** Fewer troubling comments than this change nothing, whatever else there is: then the rest need not be counted. */
export function fewestTroubling(before: Heat | undefined, { min, share }: HeatSettings): number {
  return Math.ceil((min * share) / (before?.premod === undefined ? 100 : 200));
}

export function isSameHeat(a: Heat | undefined, b: Heat | null): boolean {
  return a?.slow?.every === b?.slow?.every && (a?.premod === undefined) === (b?.premod === undefined);
}

/** How many more comments, of whatever kind, an ordinary thread takes at least before it can become hot; 0 if it may be by now. */
export function roomLeft(
  { minute, troubling }: Pick<HeatCounts, 'minute' | 'troubling'>,
  settings: HeatSettings,
): number {
  return Math.max(0, Math.min(settings.perMinute - minute, fewestTroubling(undefined, settings) - troubling));
}
