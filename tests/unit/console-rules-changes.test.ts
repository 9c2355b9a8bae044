import { expect, test } from '@jest/globals';
import { differencesIn } from '../../client-widget/console/rules-changes.ts';
import { siteSettingsSchema, type SiteSettings } from '../../shared/site.ts';

const before: SiteSettings = {
  ...siteSettingsSchema.parse({}),
  words: { refuse: ['ail'], hold: ['navet', 'radis'], mask: ['un', 'deux'], allow: [] },
};

test('nothing is told of what stayed', () => {
  expect(differencesIn({ before, after: structuredClone(before) })).toEqual([]);
});

test('each setting that changed is told once, in the words of its kind', () => {
  const after: SiteSettings = {
    ...before,
    premod: true,
    maxLinks: 0,
    deniedHosts: ['spam.example'],
    words: { refuse: [], hold: ['navet', 'patate', 'نمر'], mask: ['deux', 'un'], allow: [] },
    refusals: { ...before.refusals, level: 'hold' },
    heat: { ...before.heat, on: false, perMinute: 100 },
  };
  expect(differencesIn({ before, after })).toEqual([
    { kind: 'list', field: 'words.refuse', added: [], removed: ['ail'] },
    { kind: 'list', field: 'words.hold', added: ['patate', 'نمر'], removed: ['radis'] },
    { kind: 'list', field: 'words.mask', added: [], removed: [] },
    { kind: 'list', field: 'deniedHosts', added: ['spam.example'], removed: [] },
    { kind: 'choice', field: 'refusals.level', from: 'suspect', to: 'hold' },
    { kind: 'number', field: 'maxLinks', from: 2, to: 0 },
    { kind: 'number', field: 'heat.perMinute', from: 60, to: 100 },
    { kind: 'switch', field: 'premod', from: false, to: true },
    { kind: 'switch', field: 'heat.on', from: true, to: false },
  ]);
});
