const LEAST = 0.2;
const MOST = 2;

/**
 * What a reader's report counts for: as much as their reports have turned out right before. Two of either kind are assumed of
 * everybody (Laplace's rule with a pseudo-count of 2), so that a stranger counts 1 and nobody is judged by a single report.
 */
export function reporterWeight({ upheld, dismissed }: { upheld: number; dismissed: number }): number {
  return Math.min(MOST, Math.max(LEAST, (2 * (upheld + 2)) / (upheld + dismissed + 4)));
}
