import { describe, expect, test } from '@jest/globals';
import type { BulkView } from '../../shared/bulk.ts';
import { NO_ACTS, toldOf, withAct } from '../../client-widget/console/bulk-acts.ts';
import { actOf } from '../../client-widget/console/bulk-draft.ts';
import type { BulkDraft } from '../../client-widget/console/bulk-draft.ts';

const NOW = new Date('2026-03-01T12:00:00Z');

const act = (state: BulkView['state'], done = 0, change: Partial<BulkView> = {}): BulkView => ({
  ...{ id: 'a', by: { id: 'me', name: 'Inès' }, at: NOW.toISOString(), act: { action: 'spam' }, state },
  ...{ total: 10, done, skipped: {} },
  ...change,
});
const draft = (change: Partial<BulkDraft>): BulkDraft => ({
  ...{ action: 'approve', codes: [], note: '', remark: '', until: '', typed: '' },
  ...change,
});
const made = (change: Partial<BulkDraft>, count: number | null = null) => actOf(draft(change), { count, now: NOW });

describe('an act on many', () => {
  test('only goes on, in whatever order its news comes', () => {
    const news = [act('running', 3), act('running', 7), act('done', 10), act('undoing', 2), act('undone', 10)];
    const late = [...news].reverse().reduce((acts, one) => withAct(acts, one), NO_ACTS);
    expect(late.list).toEqual([act('undone', 10)]);
    news.reduce((acts, one) => {
      const after = withAct(acts, one);
      expect(after.list).toEqual([one]);
      return after;
    }, NO_ACTS);
  });

  test('is told of until the end is seen if it is mine, and while it is under way if it is not', () => {
    const noe = { by: { id: 'noe', name: 'Noé' }, id: 'b' };
    const begun = withAct(withAct(NO_ACTS, act('running')), act('running', 0, noe));
    expect(toldOf(begun, 'me').map(({ id }) => id)).toEqual(['b', 'a']);
    const ended = withAct(withAct(begun, act('done', 10)), act('done', 10, noe));
    expect(toldOf(ended, 'me').map(({ id }) => id)).toEqual(['a']);
    // What ended before this window opened is not news, but what I have just done is, however fast it was.
    expect(toldOf(withAct(NO_ACTS, act('done', 10)), 'me')).toEqual([]);
    expect(toldOf(withAct(withAct(NO_ACTS, act('done', 10)), act('running'), true), 'me')).toEqual([act('done', 10)]);
  });
});

describe('what is asked before', () => {
  test('says what is missing', () => {
    expect(made({ action: null })).toEqual({ fault: 'noAction' });
    expect(made({ action: 'refuse' })).toEqual({ fault: 'noCode' });
    expect(made({ action: 'snooze', until: '2020-01-01T10:00' })).toEqual({ fault: 'wrongMoment' });
    expect(made({ remark: 'x'.repeat(1001) })).toEqual({ fault: 'tooLong' });
  });

  test('takes the number however its digits are grouped, and no other', () => {
    for (const typed of ['12345', '12 345', '12,345', '12\u202f345', ' 12.345 '])
      expect(made({ typed }, 12345)).toEqual({ act: { action: 'approve' } });
    for (const typed of ['', '1234', '123456', '-12345', 'all'])
      expect(made({ typed }, 12345)).toEqual({ fault: 'wrongNumber' });
  });

  test('sends only what belongs to the act', () => {
    const all = { codes: ['spam'], note: ' À l’auteur ', remark: ' Vague de spam ' } as const;
    expect(made({ ...all, action: 'spam' })).toEqual({ act: { action: 'spam', remark: 'Vague de spam' } });
    expect(made({ ...all, action: 'refuse' })).toEqual({
      act: { action: 'refuse', codes: ['spam'], note: 'À l’auteur', remark: 'Vague de spam' },
    });
  });
});
