const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago, in the largest whole unit: "12 min" or "12 minutes". Anything below a minute counts as one. */
export function ageOf(iso: string, now: number, lang: string, unitDisplay: 'short' | 'long' = 'short'): string {
  const ms = Math.max(MINUTE, now - Date.parse(iso));
  const [unit, size] =
    ms >= DAY ? (['day', DAY] as const) : ms >= HOUR ? (['hour', HOUR] as const) : (['minute', MINUTE] as const);
  const style: Intl.NumberFormatOptions = { style: 'unit', unit, unitDisplay };
  return new Intl.NumberFormat(lang, style).format(Math.floor(ms / size));
}

/** The clock time, "14:03", as it is written in full moments, too. */
export function timeOf(iso: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(new Date(iso));
}

/** The day, "3 March". */
export function dayOf(iso: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { day: 'numeric', month: 'long' }).format(new Date(iso));
}

/** The day with its year, "3 March 2026". */
export function dateOf(iso: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date(iso));
}

/** Day and time in full, for titles and details. */
export function momentOf(iso: string, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
}

/** Whether both lie on one calendar day of this place. */
export function isSameDay(iso: string, now: number): boolean {
  return new Date(iso).toDateString() === new Date(now).toDateString();
}

/** A moment of the days to come: "Monday 08:00". */
export function soonOf(moment: Date, lang: string): string {
  return new Intl.DateTimeFormat(lang, { weekday: 'long', hour: '2-digit', minute: '2-digit' }).format(moment);
}
