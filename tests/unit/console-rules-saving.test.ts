import { describe, expect, test } from '@jest/globals';
import type { Answer } from '../../client-widget/console/api.ts';
import { draftOf, settingsOf } from '../../client-widget/console/rules-draft.ts';
import { afterSaving } from '../../client-widget/console/use-rules.ts';
import type { RulesState } from '../../client-widget/console/use-rules.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import { siteSettingsSchema } from '../../shared/site.ts';

type Ready = Extract<RulesState, { phase: 'ready' }>;

const rulesOf = (id: string, version: number, maxLinks: number): SiteModeration => ({
  site: { id: id as SiteId, name: id, lang: 'fr', closed: false },
  ...{
    version,
    settings: { ...siteSettingsSchema.parse({}), maxLinks },
    defaults: siteSettingsSchema.parse({}),
    fromFile: [],
  },
  ...{ lastChange: { by: { id: 'nora', name: 'Nora' }, at: '2026-03-01T08:00:00Z' }, mayChange: true },
});
const shown = (saved: SiteModeration, change: Partial<Ready> = {}): Ready => ({
  ...{ phase: 'ready', sites: [], saved, draft: draftOf(saved.settings) },
  ...{ isSaving: true, trouble: null, faults: new Map(), outcome: null },
  ...change,
});
const linksIn = (state: RulesState): unknown => state.phase === 'ready' && state.draft.numbers.maxLinks;

describe('once an attempt to save rules has its answer', () => {
  const saved = rulesOf('one', 1, 2);
  const draft = { ...draftOf(saved.settings), numbers: { ...draftOf(saved.settings).numbers, maxLinks: '5' } };
  const asked = { saved, draft, sent: settingsOf(draft, saved.settings) };
  const taken: Answer<SiteModeration> = { ok: true, value: rulesOf('one', 2, 5) };
  const away: Answer<SiteModeration> = { ok: false, trouble: { kind: 'unreachable' } };

  test('they are shown as saved, and what was typed meanwhile stays', () => {
    expect(afterSaving(shown(saved, { draft }), asked, taken)).toMatchObject({
      ...{ isSaving: false, saved: { version: 2 }, outcome: { kind: 'saved' } },
    });
    const typed = { ...draft, numbers: { ...draft.numbers, maxLinks: '7' } };
    expect(linksIn(afterSaving(shown(saved, { draft: typed }), asked, taken))).toBe('7');
  });

  test('nothing of it is shown of another site, nor over the same rules loaded anew', () => {
    for (const there of [rulesOf('two', 1, 3), rulesOf('one', 4, 3)]) {
      const now = shown(there, { isSaving: false });
      for (const answer of [taken, away]) expect(afterSaving(now, asked, answer)).toBe(now);
    }
    const loading: RulesState = { phase: 'loading' };
    expect(afterSaving(loading, asked, taken)).toBe(loading);
  });

  test('it can be tried again if nobody was reached', () => {
    expect(afterSaving(shown(saved, { draft }), asked, away)).toMatchObject({
      ...{ isSaving: false, saved: { version: 1 }, draft, trouble: { kind: 'unreachable' }, outcome: null },
    });
  });
});
