import type { AuditHours, AuditPeople, AuditPerson } from '../../shared/audit.ts';
import { DECISION_TYPES } from '../../shared/moderation-terms.ts';
import type { EventType } from '../../shared/moderation.ts';
import type { ModEventStore } from '../storage/mod-events.ts';

type Asked = Pick<ModEventStore, 'countsOfPeople' | 'openTimesOfPeople' | 'undoneOfPeople' | 'countsByHour'>;

const HOUR_MS = 3_600_000;
const HOURS = 24;
const USUAL_DAYS = 30;

/** Who decided what, how much of it was taken back, and how long they looked. */
export async function readPeople(
  deps: { events: Asked; now: () => Date },
  asked: { from?: string | undefined; to?: string | undefined },
): Promise<AuditPeople> {
  const to = asked.to === undefined ? deps.now() : new Date(asked.to);
  const from = asked.from === undefined ? new Date(to.getTime() - USUAL_DAYS * 24 * HOUR_MS) : new Date(asked.from);
  const [counts, openTimes, undone] = await Promise.all([
    deps.events.countsOfPeople(DECISION_TYPES, { from, to }),
    deps.events.openTimesOfPeople(DECISION_TYPES, { from, to }),
    deps.events.undoneOfPeople(DECISION_TYPES, { from, to }),
  ]);
  const people = new Map<string, AuditPerson>();
  for (const { _id, name, count } of counts) {
    const person = people.get(_id.actor) ?? nobody(_id.actor, name);
    people.set(_id.actor, person);
    person.decisions[_id.type] = count;
    person.total += count;
  }
  for (const { _id, count } of undone) {
    const person = people.get(_id);
    if (person !== undefined) person.undone = count;
  }
  for (const person of people.values()) {
    const times = openTimes.filter(({ _id }) => _id.actor === person.id);
    const median = medianOf(times.map(({ _id, count }) => ({ value: _id.seconds, count })));
    person.medianOpenMs = median === null ? null : median * 1000;
  }
  const items = [...people.values()].sort((a, b) => b.total - a.total || a.name.localeCompare(b.name));
  return { from: from.toISOString(), to: to.toISOString(), items };
}

function nobody(id: string, name: string): AuditPerson {
  return { id, name, decisions: {}, total: 0, undone: 0, medianOpenMs: null };
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
export async function readHours(deps: { events: Asked; now: () => Date }): Promise<AuditHours> {
  const now = deps.now().getTime();
  const to = new Date(now - (now % HOUR_MS) + HOUR_MS);
  const from = new Date(to.getTime() - HOURS * HOUR_MS);
  const counts = await deps.events.countsByHour(DECISION_TYPES, { from, to });
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
