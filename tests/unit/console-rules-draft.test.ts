import { describe, expect, test } from '@jest/globals';
import {
  draftOf,
  entriesOf,
  faultsIn,
  isChanged,
  rebase,
  settingsOf,
  type RulesDraft,
} from '../../client-widget/console/rules-draft.ts';
import { siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';

const words = (lists: Partial<SiteSettings['words']>) => ({ refuse: [], hold: [], mask: [], allow: [], ...lists });
const settings = (change: Partial<SiteSettings> = {}): SiteSettings => ({ ...siteSettingsSchema.parse({}), ...change });
const edit = (from: SiteSettings, lists: Partial<RulesDraft['lists']>, rest: Partial<RulesDraft> = {}): RulesDraft => {
  const draft = draftOf(from);
  return { ...draft, ...rest, lists: { ...draft.lists, ...lists } };
};

test('a form that nobody touched stands for the settings it was made from', () => {
  const saved = settings({
    maxLinks: 7,
    premod: true,
    deniedHosts: ['a.fr'],
    words: words({ hold: ['patate', 'sale con*'] }),
    severityLevels: { mild: 'mask', strong: 'hold', extreme: 'reject' },
  });
  expect(settingsOf(draftOf(saved), saved)).toEqual(saved);
  expect(isChanged(draftOf(saved), saved)).toBe(false);
});

test('what the form does not show is kept', () => {
  const saved = { ...settings(), later: { something: 1 } };
  expect(settingsOf(edit(saved, { 'words.mask': 'navet' }), saved)).toEqual({
    ...saved,
    words: words({ mask: ['navet'] }),
  });
});

test('entries are lines; empty ones and the space around are none, and change nothing', () => {
  expect(entriesOf(' patate \r\n\r\n\n sale  con\t\nنمر')).toEqual(['patate', 'sale  con', 'نمر']);
  const saved = settings({ words: words({ hold: ['patate'] }) });
  expect(isChanged(edit(saved, { 'words.hold': '\n patate\n\n' }), saved)).toBe(false);
  expect(isChanged(edit(saved, { 'words.hold': 'patates' }), saved)).toBe(true);
});

test('what is no number arrives as none, so that it is refused', () => {
  for (const maxLinks of ['', ' ', 'deux', '1,5']) {
    const draft = { ...draftOf(settings()), numbers: { maxLinks, newcomerHold: '0' } };
    expect(JSON.parse(JSON.stringify(settingsOf(draft, settings())))).toMatchObject({ maxLinks: null });
  }
});

describe('a change somebody else has saved meanwhile', () => {
  const saved = settings({ words: words({ hold: ['navet', 'radis'] }), maxLinks: 2 });
  const theirs = settings({
    words: words({ hold: ['navet', 'radis', 'poireau'], mask: ['ail'] }),
    maxLinks: 9,
    severityLevels: { mild: 'pass', strong: 'hold', extreme: 'hold' },
  });

  test('is taken over where we changed nothing', () => {
    expect(settingsOf(rebase(draftOf(saved), saved, theirs), theirs)).toEqual(theirs);
  });

  test('is joined with ours: lists by entry, values by ours', () => {
    const draft = edit(saved, { 'words.hold': 'navet\npatate' }, { numbers: { maxLinks: '5', newcomerHold: '0' } });
    const merged = settingsOf(rebase(draft, saved, theirs), theirs);
    expect(merged.words).toEqual(words({ hold: ['navet', 'poireau', 'patate'], mask: ['ail'] }));
    expect(merged).toMatchObject({ maxLinks: 5, severityLevels: { mild: 'pass' } });
  });

  test('adds what both added once', () => {
    const draft = edit(saved, { 'words.hold': 'navet\nradis\npoireau' });
    expect(settingsOf(rebase(draft, saved, theirs), theirs).words.hold).toEqual(['navet', 'radis', 'poireau']);
  });
});

test('faults come to their field, and name the line that their sentence does not', () => {
  const sent = settings({ words: words({ hold: ['ok', 'x'.repeat(90)] }), deniedHosts: ['a b'] });
  const faults = faultsIn(
    [
      { path: 'settings.words.hold.1', code: 'too-long', limit: 80, message: 'trop long' },
      { path: 'settings.deniedHosts.0', code: 'invalid-host', entry: 'a b', message: '« a b » …' },
      { path: 'settings.words.mask', code: 'too-many', limit: 500, message: 'trop' },
      { path: 'settings.maxLinks', code: 'invalid', message: 'non' },
    ],
    sent,
  );
  expect([...faults]).toEqual([
    ['words.hold', [{ message: 'trop long', entry: 'x'.repeat(90) }]],
    ['deniedHosts', [{ message: '« a b » …', entry: null }]],
    ['words.mask', [{ message: 'trop', entry: null }]],
    ['maxLinks', [{ message: 'non', entry: null }]],
  ]);
});
