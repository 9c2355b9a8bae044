import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '../../shared/moderation-terms.ts';
import { addressOf, KIND_IDS, KINDS, queryOf, viewIn } from '../../client-widget/console/audit-filter.ts';
import type { AuditView } from '../../client-widget/console/audit-filter.ts';

const read = (fragment: string): AuditView => viewIn(new URLSearchParams(fragment.slice(1)));

describe('what of the audit is in front', () => {
  it('is in the address and comes back from it', () => {
    const views: AuditView[] = [
      { days: 7, kinds: ['approved', 'undone'] },
      { actor: 'someone', site: 'demo', days: null, kinds: KIND_IDS },
      { comment: 'c1', days: null, kinds: KIND_IDS },
      { batch: 'b1', days: 30, kinds: ['refused'] },
    ];
    for (const view of views) expect(read(addressOf(view))).toEqual(view);
    expect(addressOf(read('#audit'))).toBe('#audit');
  });

  it('is at first what people do, and of one comment everything', () => {
    expect(read('#audit').kinds).not.toContain('rules');
    expect(read('#audit=&comment=c1').kinds).toEqual(KIND_IDS);
  });

  it('is never what the service would not understand', () => {
    expect(read('#audit=&actor=%7B%24ne%7D&days=5&kinds=nonsense')).toEqual(read('#audit'));
  });

  it('asks for every type once, or for none of them when all are wanted', () => {
    expect(Object.values(KINDS).flat().sort()).toEqual([...EVENT_TYPES].sort());
    const now = Date.parse('2026-03-08T12:00:00Z');
    expect(queryOf({ days: 7, kinds: ['snoozed'], actor: 'a' }, now).toString()).toBe(
      'actor=a&from=2026-03-01T12%3A00%3A00.000Z&type=snoozed&type=woken',
    );
    expect(queryOf({ days: null, kinds: KIND_IDS }, now).toString()).toBe('');
  });
});
