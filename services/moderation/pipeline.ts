import type { Hit, Level, Verdict } from '../../shared/moderation.ts';
import { LEVELS } from '../../shared/moderation.ts';
import type { ModerationContext, Policy, Rule } from './context.ts';

type Failure = Verdict['errors'][number];

const onErrorLevel: Readonly<Record<Rule['onError'], Level>> = { open: 'pass', suspect: 'suspect', hold: 'hold' };

/** The graver of two levels. */
export function maxLevel(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
}

/**
 * Folds every rule of the policy over one comment. All rules always run, so that the person who reviews the comment sees
 * every reason at once. A rule that throws never loses the comment: it is noted in `errors` and its `onError` level counts.
 *
 * @param now a clock in milliseconds, monotonic; handed in so that the fold stays pure
 */
export function runPipeline(policy: Policy, context: ModerationContext, now: () => number): Verdict {
  const frozen = Object.freeze({ ...context });
  const started = now();
  const hits: Hit[] = [];
  const errors: Failure[] = [];
  let level: Level = 'pass';
  for (const rule of policy.rules) {
    const begun = now();
    try {
      for (const finding of rule.check(frozen)) {
        hits.push({ ruleId: rule.id, ruleV: rule.v, phase: rule.phase, ...finding });
        level = maxLevel(level, finding.level);
      }
    } catch (error) {
      errors.push({ phase: rule.phase, kind: kindOf(error) });
      level = maxLevel(level, onErrorLevel[rule.onError]);
    }
    // Too slow is worth an operator's look, but says nothing about the comment: the level stays.
    if (now() - begun > rule.budgetMs) errors.push({ phase: rule.phase, kind: 'over-budget' });
  }
  return { rev: context.rev, rulesetV: policy.rulesetV, level, ms: Math.max(0, now() - started), hits, errors };
}

/** The error's class only: its message could quote the comment. */
function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : 'thrown';
}
