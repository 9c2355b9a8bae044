import { describe, expect, test } from '@jest/globals';
import {
  draftOf,
  entriesOf,
  faultsIn,
  isChanged,
  isDefault,
  rebase,
  settingsOf,
  type RulesDraft,
  withDefault,
} from '../../client-widget/console/rules-draft.ts';
import { z } from 'zod';
import { FIELDS, NUMBERS, valueAt } from '../../client-widget/console/rules-values.ts';
import { siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';

const words = (lists: Partial<SiteSettings['words']>) => ({ refuse: [], hold: [], mask: [], allow: [], ...lists });
const settings = (change: Partial<SiteSettings> = {}): SiteSettings => ({ ...siteSettingsSchema.parse({}), ...change });
const edit = (from: SiteSettings, lists: Partial<RulesDraft['lists']>, rest: Partial<RulesDraft> = {}): RulesDraft => {
  const draft = draftOf(from);
  return { ...draft, ...rest, lists: { ...draft.lists, ...lists } };
};
const editNumbers = (from: SiteSettings, numbers: Partial<RulesDraft['numbers']>, lists = {}): RulesDraft =>
  edit(from, lists, { numbers: { ...draftOf(from).numbers, ...numbers } });

test('a form that nobody touched stands for the settings it was made from', () => {
  const saved = settings({
    maxLinks: 7,
    premod: true,
    deniedHosts: ['a.fr'],
    words: words({ hold: ['patate', 'sale con*'] }),
    severityLevels: { mild: 'mask', strong: 'hold', extreme: 'reject' },
    nudge: true,
    refusals: { level: 'hold', min: 5, share: 80, strikes: 0 },
    heat: { on: true, perMinute: 500, times: 9, everySeconds: 90, min: 40, share: 25 },
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
  for (const maxLinks of ['', ' ', 'deux', '1,5', '1 5']) {
    const sent = settingsOf(editNumbers(settings(), { maxLinks }), settings());
    expect(JSON.parse(JSON.stringify(sent))).toMatchObject({ maxLinks: null });
  }
});

test('a number may be written as its hint writes it', () => {
  for (const perMinute of ['10000', '10 000', '10\u202f000', '10,000', ' 10000 ']) {
    const { heat } = settingsOf(editNumbers(settings(), { 'heat.perMinute': perMinute }), settings());
    expect(heat.perMinute).toBe(10_000);
  }
});

/** Places of the schema that hold a value, as "heat.on"; a list is one value. */
function placesIn(
  { properties = {} }: z.core.JSONSchema.BaseSchema,
  within = '',
): [string, z.core.JSONSchema.BaseSchema][] {
  return Object.entries(properties).flatMap(([key, schema]) => {
    const place = `${within}${key}`;
    return typeof schema === 'boolean' || schema.properties === undefined
      ? [[place, schema as z.core.JSONSchema.BaseSchema]]
      : placesIn(schema, `${place}.`);
  });
}

describe('every setting of the schema', () => {
  const places = placesIn(z.toJSONSchema(siteSettingsSchema, { io: 'output' }));

  test('is in the draft, and nothing else is', () => {
    expect([...FIELDS].sort()).toEqual(places.map(([place]) => place).sort());
  });

  test('goes through the draft', () => {
    const saved = settings();
    const { lists, numbers, switches, choices } = draftOf(saved);
    const draft: RulesDraft = {
      lists: mapped(lists, () => 'ail'),
      numbers: mapped(numbers, (number) => String(Number(number) + 1)),
      switches: mapped(switches, (on, field) => field === 'heat.on' || !on),
      choices: mapped(choices, (choice) => (choice === 'hold' ? 'suspect' : 'hold')),
    };
    const sent = settingsOf(draft, saved);
    // That heat is on is what its numbers depend on.
    const kept = FIELDS.filter(
      (field) => JSON.stringify(valueAt(sent, field)) === JSON.stringify(valueAt(saved, field)),
    );
    expect(kept).toEqual(['heat.on']);
    expect(draftOf(sent)).toEqual(draft);
  });

  test('has the range the form shows, if it is a number', () => {
    const ranges = places
      .filter(([, { type }]) => type === 'integer')
      .map(([place, s]) => [place, [s.minimum, s.maximum]]);
    expect(Object.fromEntries(ranges)).toEqual(NUMBERS);
  });
});

function mapped<Key extends string, Value>(
  values: Readonly<Record<Key, Value>>,
  next: (value: Value, key: Key) => Value,
): Record<Key, Value> {
  const entries = Object.entries(values) as [Key, Value][];
  return Object.fromEntries(entries.map(([key, value]) => [key, next(value, key)])) as Record<Key, Value>;
}

describe('numbers that nothing depends on', () => {
  test('stay as they were saved, whatever was typed before', () => {
    const saved = settings();
    const typed = editNumbers(saved, { 'heat.min': 'beaucoup', 'refusals.min': '', 'refusals.strikes': '7' });
    const draft: RulesDraft = {
      ...typed,
      switches: { ...typed.switches, 'heat.on': false },
      choices: { ...typed.choices, 'refusals.level': 'pass' },
    };
    expect(settingsOf(draft, saved)).toEqual({
      ...saved,
      heat: { ...saved.heat, on: false },
      refusals: { ...saved.refusals, level: 'pass', strikes: 7 },
    });
    const again: RulesDraft = { ...draft, switches: typed.switches, choices: typed.choices };
    expect(settingsOf(again, saved).heat.min).toBeNaN();
  });
});

describe('a change somebody else has saved meanwhile', () => {
  const saved = settings({ words: words({ hold: ['navet', 'radis'] }), maxLinks: 2 });
  const theirs = settings({
    words: words({ hold: ['navet', 'radis', 'poireau'], mask: ['ail'] }),
    maxLinks: 9,
    severityLevels: { mild: 'pass', strong: 'hold', extreme: 'hold' },
    nudge: true,
    heat: { ...settings().heat, times: 9 },
  });

  test('is taken over where we changed nothing', () => {
    expect(settingsOf(rebase(draftOf(saved), saved, theirs), theirs)).toEqual(theirs);
  });

  test('is joined with ours: lists by entry, values by ours', () => {
    const draft = editNumbers(saved, { maxLinks: '5' }, { 'words.hold': 'navet\npatate' });
    const merged = settingsOf(rebase(draft, saved, theirs), theirs);
    expect(merged.words).toEqual(words({ hold: ['navet', 'poireau', 'patate'], mask: ['ail'] }));
    expect(merged).toMatchObject({ maxLinks: 5, severityLevels: { mild: 'pass' }, nudge: true, heat: { times: 9 } });
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
      { path: 'settings.heat.share', code: 'invalid', message: 'non plus' },
      { path: 'settings.maxLinks', code: 'invalid', message: 'non' },
    ],
    sent,
  );
  expect([...faults]).toEqual([
    ['words.hold', [{ message: 'trop long', entry: 'x'.repeat(90) }]],
    ['deniedHosts', [{ message: '« a b » …', entry: null }]],
    ['words.mask', [{ message: 'trop', entry: null }]],
    ['heat.share', [{ message: 'non plus', entry: null }]],
    ['maxLinks', [{ message: 'non', entry: null }]],
  ]);
});

test('any setting goes back to its default alone', () => {
  const defaults = siteSettingsSchema.parse({});
  const own = siteSettingsSchema.parse({
    ...{ maxLinks: 9, nudge: true, allowedHosts: ['a.example'], readers: { votes: 'none' } },
  });
  const fields = ['maxLinks', 'nudge', 'allowedHosts', 'readers.votes'] as const;
  let draft = draftOf(own);
  for (const field of fields) {
    expect([field, isDefault(draft, defaults, field)]).toEqual([field, false]);
    draft = { ...draft, ...withDefault(draft, defaults, field) };
    expect([field, isDefault(draft, defaults, field)]).toEqual([field, true]);
  }
  expect(settingsOf(draft, own)).toEqual(defaults);
});
