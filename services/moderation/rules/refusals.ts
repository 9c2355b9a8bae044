import type { Finding, Rule } from '../context.ts';

/**
 * Who was refused before. People's decisions count, never a rule's, so that no rule can feed itself; and only from a number
 * of decisions on, so that nobody is judged by a single evening.
 */
export const refusalsRule: Rule = {
  id: 'refusals',
  v: 1,
  phase: 'author',
  onError: 'suspect',
  budgetMs: 1,
  check({ author: { refusals }, settings: { refusals: asked } }) {
    if (refusals === undefined) return [];
    const { decided, refused, strikes } = refusals;
    const findings: Finding[] = [];
    if (asked.level !== 'pass' && decided >= asked.min && refused * 100 >= decided * asked.share) {
      findings.push({ level: asked.level, field: 'body', detail: { record: 'refused-often', refused, decided } });
    }
    if (asked.strikes > 0 && strikes >= asked.strikes) {
      findings.push({ level: 'hold', field: 'body', detail: { record: 'strikes', strikes, limit: asked.strikes } });
    }
    return findings;
  },
};
