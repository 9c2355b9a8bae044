import { REVIEW_QUEUES, type ReviewQueue } from '../../shared/moderation.ts';
import type { AlertSettings } from '../../shared/site-alerts.ts';

/** How much waits in each queue, and since when the oldest does. */
export type Loads = Record<ReviewQueue, { count: number; oldestAt: Date | null }>;

export interface QueueLoad {
  queue: ReviewQueue;
  count: number;
  /** How long the oldest one has waited, whole minutes. */
  oldestMinutes: number;
}

/** What the team is told: a queue that is past a mark, or once a day every queue in which something waits. */
export type Alert = ({ kind: 'mark' } & QueueLoad) | { kind: 'digest'; queues: QueueLoad[] };

/** What a site's team has been told so far. */
export interface AlertsTold {
  /** Queues past a mark: when that was told last, and since when they have been below again. */
  marks: Partial<Record<ReviewQueue, { toldAt: Date; belowSince?: Date }>>;
  /** Day of the last summary, as "2026-03-01" by UTC; null where there is to be none. */
  digestDay: string | null;
}

export const NOTHING_TOLD: AlertsTold = { marks: {}, digestDay: null };

const MINUTE_MS = 60_000;
/** What lasts is told again after so long. */
const AGAIN_MS = 4 * 3_600_000;
/** A queue has to be below its marks for so long to be told of anew: one that goes up and down around a mark is told of once. */
const BELOW_MS = 10 * MINUTE_MS;

/**
 * What is to be told now, and what has been told once it is. Pure: the same measures at the same time give the same.
 * @param told what it was after the last measures
 */
export function alertsDue(
  settings: AlertSettings,
  { loads, told, now }: { loads: Loads; told: AlertsTold; now: Date },
): { alerts: Alert[]; told: AlertsTold } {
  const queues = REVIEW_QUEUES.map((queue) => loadOf(queue, loads[queue], now));
  const alerts: Alert[] = [];
  const marks: AlertsTold['marks'] = {};
  for (const load of queues) {
    const mark = told.marks[load.queue];
    if (isPast(settings, load)) {
      const isDue = mark === undefined || now.getTime() - mark.toldAt.getTime() >= AGAIN_MS;
      marks[load.queue] = { toldAt: isDue ? now : mark.toldAt };
      if (isDue) alerts.push({ kind: 'mark', ...load });
    } else if (mark !== undefined) {
      const belowSince = mark.belowSince ?? now;
      if (now.getTime() - belowSince.getTime() < BELOW_MS) marks[load.queue] = { toldAt: mark.toldAt, belowSince };
    }
  }
  const digest = digestDue(settings, told.digestDay, now);
  if (digest.isDue) alerts.push({ kind: 'digest', queues: queues.filter(({ count }) => count > 0) });
  return { alerts, told: { marks, digestDay: digest.day } };
}

function loadOf(queue: ReviewQueue, { count, oldestAt }: Loads[ReviewQueue], now: Date): QueueLoad {
  const ms = oldestAt === null ? 0 : Math.max(0, now.getTime() - oldestAt.getTime());
  return { queue, count, oldestMinutes: Math.floor(ms / MINUTE_MS) };
}

function isPast({ olderThanMinutes, longerThan }: AlertSettings, { count, oldestMinutes }: QueueLoad): boolean {
  return (olderThanMinutes > 0 && oldestMinutes > olderThanMinutes) || (longerThan > 0 && count > longerThan);
}

/** Once a day from its hour on. Switched on when the hour is over already, it begins the next day. */
function digestDue(
  { digest, digestHour }: AlertSettings,
  last: string | null,
  now: Date,
): { isDue: boolean; day: string | null } {
  if (!digest) return { isDue: false, day: null };
  const today = now.toISOString().slice(0, 10);
  const hour = now.getUTCHours();
  if (last === null && hour > digestHour) return { isDue: false, day: today };
  const isDue = last !== today && hour >= digestHour;
  return { isDue, day: isDue ? today : last };
}
