import type { Level, Verdict } from '../../shared/moderation.ts';

/** Why an item stands where it stands in the review queue. The total is the sum of the parts. */
export interface Priority {
  readonly total: number;
  readonly parts: Readonly<Record<'level' | 'severity' | 'reasons' | 'flags' | 'reach', number>>;
}

/** What else is known about the comment when it is queued. */
export interface PriorityFacts {
  /** Weighted reports of readers. */
  readonly flagWeight?: number;
  /** How many people have seen it, or will: the thread's readers, say. */
  readonly reach?: number;
}

const LEVEL_POINTS: Readonly<Record<Level, number>> = { pass: 0, note: 5, suspect: 20, hold: 40, reject: 60 };
const SEVERITY_POINTS: ReadonlyMap<unknown, number> = new Map([
  ['strong', 10],
  ['extreme', 30],
]);

/**
 * Points by which the review queue is sorted, highest first; among equals the oldest comes first, so age is no part.
 * Each part is capped, so that no single one can drown the others.
 */
export function priorityOf(verdict: Verdict, facts: PriorityFacts = {}): Priority {
  const severity = verdict.hits.reduce(
    (most, hit) => Math.max(most, SEVERITY_POINTS.get(hit.detail?.['severity']) ?? 0),
    0,
  );
  const parts = {
    level: LEVEL_POINTS[verdict.level],
    severity,
    reasons: Math.min(10, 2 * new Set(verdict.hits.map((hit) => hit.ruleId)).size),
    flags: Math.min(50, Math.round(10 * (facts.flagWeight ?? 0))),
    reach: Math.min(20, Math.round(4 * Math.log10(1 + Math.max(0, facts.reach ?? 0)))),
  };
  return { total: Object.values(parts).reduce((sum, points) => sum + points, 0), parts };
}
