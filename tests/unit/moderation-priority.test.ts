import { describe, expect, test } from '@jest/globals';
import type { Hit, Level, Verdict } from '../../shared/moderation.ts';
import { priorityOf } from '../../services/moderation/priority.ts';

function verdict(level: Level, ...severities: string[]): Verdict {
  const hits = severities.map((severity): Hit => ({
    ruleId: 'lexicon',
    ruleV: 1,
    phase: 'lexicon',
    level,
    field: 'body',
    detail: { severity },
  }));
  return { rev: 1, rulesetV: 1, level, ms: 0, hits, errors: [] };
}

describe('priority', () => {
  test('is the sum of its parts', () => {
    const { total, parts } = priorityOf(verdict('hold', 'strong'), { flagWeight: 1.5, reach: 99 });
    expect(parts).toEqual({ level: 40, severity: 10, reasons: 2, flags: 15, reach: 8 });
    expect(total).toBe(75);
  });

  test('rises with the level and the severity, and counts the gravest word only', () => {
    const total = (level: Level, ...severities: string[]): number => priorityOf(verdict(level, ...severities)).total;
    expect(total('hold')).toBeGreaterThan(total('suspect'));
    expect(total('hold', 'extreme')).toBeGreaterThan(total('hold', 'strong'));
    expect(total('hold', 'extreme', 'strong')).toBe(total('hold', 'extreme'));
  });

  test('no part can drown the others', () => {
    const { parts } = priorityOf(verdict('pass'), { flagWeight: 1e9, reach: Number.MAX_SAFE_INTEGER });
    expect(parts.flags).toBe(50);
    expect(parts.reach).toBe(20);
  });
});
