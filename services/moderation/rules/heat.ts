import type { Finding, Rule } from '../context.ts';

/**
 * The thread boils over. Nothing is said against the comment: slowed down it is only remembered, and where too much was
 * refused everything waits for a person.
 */
export const heatRule: Rule = {
  id: 'heat',
  v: 1,
  phase: 'heat',
  onError: 'open',
  budgetMs: 1,
  check({ heat }) {
    const findings: Finding[] = [];
    if (heat?.premod !== undefined) {
      const { refused, of } = heat.premod;
      findings.push({ level: 'hold', field: 'body', detail: { heat: 'premod', refused, of } });
    }
    if (heat?.slow !== undefined) {
      const { perMinute, every } = heat.slow;
      findings.push({ level: 'note', field: 'body', detail: { heat: 'slow', perMinute, every } });
    }
    return findings;
  },
};
