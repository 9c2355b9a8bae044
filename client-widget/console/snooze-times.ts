import { SNOOZE_MAX_DAYS } from '../../shared/limits.ts';

export type SnoozeName = 'hour' | 'evening' | 'morning' | 'week';

export interface SnoozeTime {
  name: SnoozeName;
  at: Date;
}

const HOUR = 3_600_000;
const EVENING = 18;
const MORNING = 8;

/** Moments until which a comment may be put aside, by the clock of this place; the evening only while it is still to come. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const evening = at(now, 0, EVENING);
  // Monday is the first day of the week; on a Monday the next one is meant.
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { name: 'hour', at: new Date(now.getTime() + HOUR) },
    ...(evening.getTime() - now.getTime() > HOUR ? [{ name: 'evening' as const, at: evening }] : []),
    { name: 'morning', at: at(now, 1, MORNING) },
    { name: 'week', at: at(now, toMonday, MORNING) },
  ];
}

function at(now: Date, days: number, hour: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
}

/** What a field for a moment says ("2026-03-01T14:00", of this place); null if it cannot be waited for. */
export function ownMoment(value: string, now: Date): Date | null {
  const moment = new Date(value);
  const ahead = moment.getTime() - now.getTime();
  return ahead > 0 && ahead <= SNOOZE_MAX_DAYS * 24 * HOUR ? moment : null;
}

/** A moment as such a field wants it. */
export function fieldValue(moment: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
