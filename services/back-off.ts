const FIRST_MS = 30_000;

/**
 * How long to wait before something that has failed is tried again: half a minute, two, eight, half an hour, and so on.
 * @param tries how often it has failed, from 1 on
 * @param longestMs no pause is longer, milliseconds
 */
export function backOff(tries: number, longestMs: number): number {
  return Math.min(longestMs, FIRST_MS * 4 ** (tries - 1));
}
