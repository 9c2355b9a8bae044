import type { AuditHours, AuditPeople, AuditPerson } from '../../shared/audit.ts';
import type { Scope } from '../../shared/identity.ts';
import { DECISION_TYPES } from '../../shared/moderation-terms.ts';
import type { EventType } from '../../shared/moderation.ts';
import { Problem } from '../../shared/problem.ts';
import type { Tally } from '../storage/audit-queries.ts';
import type { ModEventStore } from '../storage/mod-events.ts';

type Asked = Pick<ModEventStore, 'decisionsOfPeople' | 'undoneOfPeople' | 'countsByHour'>;

const HOUR_MS = 3_600_000;
const HOURS = 24;
const DAY_MS = 24 * HOUR_MS;
const USUAL_DAYS = 30;
const MOST_DAYS = 366;
const SLICE_MS = 7 * DAY_MS;
/** More than any team has; who decided less than all of them has no row. */
const MOST_PEOPLE = 200;

/**
 * Who decided what, how much of it was taken back, and how long they looked.
 * @throws Problem `validation-failed` for a longer time than a year
 */
export async function readPeople(
  deps: { events: Asked; now: () => Date },
  asked: { from?: string | undefined; to?: string | undefined },
  sites: Scope,
): Promise<AuditPeople> {
  const to = asked.to === undefined ? deps.now() : new Date(asked.to);
  const from = asked.from === undefined ? new Date(to.getTime() - USUAL_DAYS * DAY_MS) : new Date(asked.from);
  if (to.getTime() - from.getTime() > MOST_DAYS * DAY_MS)
    throw new Problem('validation-failed', { errors: [{ path: 'from', code: 'invalid' }] });
  const [tallies, undone] = await Promise.all([
    tally(deps.events, { from, to, sites }),
    deps.events.undoneOfPeople(DECISION_TYPES, { from, to, sites }),
  ]);
  const undoneBy = new Map(undone.map(({ _id, count }) => [_id, count]));
  const byActor = new Map<string, Tally[]>();
  for (const one of tallies) {
    const own = byActor.get(one._id.actor) ?? [];
    byActor.set(one._id.actor, own);
    own.push(one);
  }
  const items = [...byActor].map(([id, own]) => personOf(id, own, undoneBy.get(id) ?? 0));
  items.sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  return { from: from.toISOString(), to: to.toISOString(), items: items.slice(0, MOST_PEOPLE) };
}

/** One slice after the other: what a year holds would keep the store at it for too long at a time. */
async function tally(events: Asked, { from, to, sites }: { from: Date; to: Date; sites: Scope }): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (let at = from.getTime(); at < to.getTime(); at += SLICE_MS) {
    const slice = { from: new Date(at), to: new Date(Math.min(at + SLICE_MS, to.getTime())), sites };
    tallies.push(...(await events.decisionsOfPeople(DECISION_TYPES, slice)));
  }
  return tallies;
}

function personOf(id: string, tallies: readonly Tally[], undone: number): AuditPerson {
  const decisions: AuditPerson['decisions'] = {};
  const times: { value: number; count: number }[] = [];
  for (const { _id, count } of tallies) {
    decisions[_id.type] = (decisions[_id.type] ?? 0) + count;
    if (_id.seconds !== null) times.push({ value: _id.seconds, count });
  }
  const median = medianOf(times);
  return {
    ...{ id, name: tallies.at(-1)?.name ?? '', decisions, undone },
    total: tallies.reduce((sum, { count }) => sum + count, 0),
    medianOpenMs: median === null ? null : median * 1000,
  };
}

/** The value that half of all are at most, by nearest rank; null for none. Each value counts `count` times. */
export function medianOf(values: readonly { value: number; count: number }[]): number | null {
  const total = values.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { value, count } of [...values].sort((a, b) => a.value - b.value)) {
    passed += count;
    if (passed * 2 >= total) return value;
  }
  return null;
}

/** Decisions of people in each of the last 24 hours as the clock counts them. */
export async function readHours(deps: { events: Asked; now: () => Date }, sites: Scope): Promise<AuditHours> {
  const now = deps.now().getTime();
  const to = new Date(now - (now % HOUR_MS) + HOUR_MS);
  const from = new Date(to.getTime() - HOURS * HOUR_MS);
  const counts = await deps.events.countsByHour(DECISION_TYPES, { from, to, sites });
  const hours = Array.from({ length: HOURS }, (_, hour) => ({
    from: new Date(from.getTime() + hour * HOUR_MS).toISOString(),
    ...{ approved: 0, refused: 0, other: 0 },
  }));
  for (const { _id, count } of counts) {
    const hour = hours[_id.hour];
    if (hour !== undefined) hour[kindOf(_id.type)] += count;
  }
  return { hours };
}

function kindOf(type: EventType): 'approved' | 'refused' | 'other' {
  if (type === 'approved' || type === 'overturned') return 'approved';
  return type === 'rejected' || type === 'appeal_upheld' ? 'refused' : 'other';
}
