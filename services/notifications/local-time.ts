/** A moment as the clock on the wall says it. */
interface Wall {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes far longer than asking it. There are some 400 zones, so that all of them may stay. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en', {
    ...{ timeZone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' },
  });
  clocks.set(timeZone, made);
  return made;
}

function wallAt(at: Date, timeZone: string): Wall {
  const wall: Wall = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of clockOf(timeZone).formatToParts(at))
    if (type in wall) wall[type as keyof Wall] = Number(value);
  return wall;
}

function asIfUtc({ year, month, day, hour, minute }: Wall): number {
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** Minutes since midnight on the wall; where the clock is set, it may say the same twice, and skip some. */
export function minutesOfDay(at: Date, timeZone: string): number {
  const { hour, minute } = wallAt(at, timeZone);
  return hour * 60 + minute;
}

/** The first moment after `at` when the clock of the zone says a full hour. */
export function nextFullHour(at: Date, timeZone: string): Date {
  const whole = Math.floor(at.getTime() / MINUTE_MS) * MINUTE_MS;
  return new Date(whole + (60 - wallAt(at, timeZone).minute) * MINUTE_MS);
}

/**
 * The first moment after `at` when it is so many minutes since midnight on the wall. A time that is skipped that day, since clocks are
 * put forward, comes as late after the skip as it stands in it.
 */
export function nextTimeOfDay(at: Date, minutes: number, timeZone: string): Date {
  const { year, month, day } = wallAt(at, timeZone);
  for (let days = 0; ; days += 1) {
    const wanted = Date.UTC(year, month - 1, day + days) + minutes * MINUTE_MS;
    const next = momentsOf(wanted, timeZone).find((moment) => moment > at.getTime());
    if (next !== undefined) return new Date(next);
  }
}

/** The moments when the wall says `wanted`, which is a moment as if the zone were UTC; two where clocks are put back, the earlier first. */
function momentsOf(wanted: number, timeZone: string): number[] {
  const offsetAt = (moment: number): number =>
    asIfUtc(wallAt(new Date(moment), timeZone)) - Math.floor(moment / MINUTE_MS) * MINUTE_MS;
  // No zone is set twice within two days: before and after are the two offsets it can be.
  const [before, after] = [offsetAt(wanted - DAY_MS), offsetAt(wanted + DAY_MS)];
  const moments = [wanted - before, wanted - after].filter((moment) => moment + offsetAt(moment) === wanted);
  return moments.length > 0 ? moments.sort((a, b) => a - b) : [wanted - before];
}
