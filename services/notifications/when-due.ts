import type { MailView } from '../../shared/mail.ts';
import { minutesOfDay, nextFullHour, nextTimeOfDay } from './local-time.ts';

/** When somebody wants mail, by the clock of their zone. */
export type MailTimes = Pick<MailView, 'frequency' | 'dailyAt' | 'quiet' | 'timeZone'>;

/** So long everything waits: what is decided back, or taken back, at once is not told. */
const SETTLES_MS = 8000;
/** Letters that come at once to one address within an hour by the clock; the others come together when it is over. */
export const AT_ONCE_AN_HOUR = 10;

/**
 * When a letter is due that is made now.
 * @param earlier how many letters have been made for the address since `capSince(now)`
 */
export function whenDue(times: MailTimes, { now, earlier }: { now: Date; earlier: number }): Date {
  return pastQuiet(times, byFrequency(times, { now, earlier }));
}

function byFrequency(
  { frequency, dailyAt, timeZone }: MailTimes,
  { now, earlier }: { now: Date; earlier: number },
): Date {
  const settled = new Date(now.getTime() + SETTLES_MS);
  switch (frequency) {
    case 'instant':
      return earlier < AT_ONCE_AN_HOUR ? settled : hourAfter(settled);
    case 'hourly':
      return nextFullHour(settled, timeZone);
    case 'daily':
      return nextTimeOfDay(settled, minutesIn(dailyAt), timeZone);
  }
}

/** The moment itself, or the end of the quiet hours it falls into. */
export function pastQuiet({ quiet, timeZone }: MailTimes, at: Date): Date {
  if (quiet === null) return at;
  const [from, to, now] = [minutesIn(quiet.from), minutesIn(quiet.to), minutesOfDay(at, timeZone)];
  const isQuiet = from < to ? from <= now && now < to : from !== to && (from <= now || now < to);
  return isQuiet ? nextTimeOfDay(at, to, timeZone) : at;
}

/** Since when the letters count that come at once: the beginning of the hour. */
export function capSince(now: Date): Date {
  return new Date(hourAfter(now).getTime() - HOUR_MS);
}

const HOUR_MS = 3_600_000;

function hourAfter(at: Date): Date {
  return new Date((Math.floor(at.getTime() / HOUR_MS) + 1) * HOUR_MS);
}

/** Of "HH:MM". */
function minutesIn(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}
