import type { PersonId } from '../../shared/ids.ts';
import type { ReportStore } from '../storage/reports.ts';

const LEAST = 0.2;
const MOST = 2;
/** Reports of a reader that are looked at; more of them say nothing new. */
const LOOKED_AT = 1000;

/** How a reader's reports have turned out so far, counted anew, and what their next one weighs. */
export async function readReporterRecord(
  reports: Pick<ReportStore, 'countOf'>,
  personId: PersonId,
): Promise<{ upheld: number; dismissed: number; weight: number }> {
  const [upheld, dismissed] = await Promise.all([
    reports.countOf(personId, 'upheld', LOOKED_AT),
    reports.countOf(personId, 'dismissed', LOOKED_AT),
  ]);
  return { upheld, dismissed, weight: reporterWeight({ upheld, dismissed }) };
}

/**
 * What a reader's report counts for: as much as their reports have turned out right before. Two of either kind are assumed of
 * everybody (Laplace's rule with a pseudo-count of 2), so that a stranger counts 1 and nobody is judged by a single report; and nobody weighs nothing, which would tell them so.
 */
export function reporterWeight({ upheld, dismissed }: { upheld: number; dismissed: number }): number {
  return Math.min(MOST, Math.max(LEAST, (2 * (upheld + 2)) / (upheld + dismissed + 4)));
}
