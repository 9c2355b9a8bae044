import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readAuthorFacts } from '../../services/moderation/author-facts.ts';
import { isSameHeat, nextHeat, roomLeft, type HeatCounts } from '../../services/moderation/heat.ts';
import { heatRule } from '../../services/moderation/rules/heat.ts';
import { refusalsRule } from '../../services/moderation/rules/refusals.ts';
import { repeatRule } from '../../services/moderation/rules/repeat.ts';
import type { PersonDoc } from '../../services/storage/people.ts';
import type { Heat } from '../../services/storage/threads.ts';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { ReasonCode } from '../../shared/moderation.ts';
import { heatSettingsSchema, refusalSettingsSchema } from '../../shared/site-phases.ts';
import { siteSettingsSchema } from '../../shared/site.ts';
import { moderationContext } from '../support/moderation-context.ts';

describe('nearly the same text', () => {
  const body = 'Achetez vos fenêtres chez nous, les prix sont les plus bas.';
  const none = { own: 0, thread: 0, site: 0 };

  test.each([
    [none, none, []],
    [none, { own: 1, thread: 0, site: 0 }, ['near-own suspect']],
    [none, { own: 0, thread: 1, site: 1 }, ['near-thread suspect', 'near-site suspect']],
    [none, { own: 0, thread: 0, site: 2 }, ['near-site suspect']],
    [none, { own: 0, thread: 0, site: 3 }, ['near-site hold']],
    // The same to the letter and nearly the same are one campaign.
    [{ own: 0, thread: 0, site: 1 }, { own: 0, thread: 0, site: 2 }, ['site hold', 'near-site hold']],
  ])('%j exactly, %j nearly', (same, near, expected) => {
    const found = repeatRule.check(moderationContext({ body, repeats: { ...same, near } }));
    expect(found.map(({ level, detail }) => `${String(detail?.['where'])} ${level}`)).toEqual(expected);
  });

  test('of a few words is no repeat', () => {
    const repeats = { ...none, near: { own: 1, thread: 4, site: 9 } };
    expect(repeatRule.check(moderationContext({ body: 'Tout à fait d’accord !', repeats }))).toEqual([]);
  });
});

describe('who was refused before', () => {
  const check = (refusals: object, settings: object = {}) =>
    refusalsRule
      .check(
        moderationContext({
          author: { published: null, refusals: { decided: 0, refused: 0, strikes: 0, ...refusals } },
          settings: { refusals: refusalSettingsSchema.parse(settings) },
        }),
      )
      .map(({ detail, level }) => `${String(detail?.['record'])} ${level}`);

  test.each([
    ['nothing decided', {}, {}, []],
    ['one refusal is no record', { decided: 1, refused: 1 }, {}, []],
    ['two of two are too few to tell', { decided: 2, refused: 2 }, {}, []],
    ['two of four', { decided: 4, refused: 2 }, {}, ['refused-often suspect']],
    ['three of seven', { decided: 7, refused: 3 }, {}, []],
    ['forty of a hundred', { decided: 100, refused: 40 }, {}, []],
    ['forty of a hundred on a strict site', { decided: 100, refused: 40 }, { share: 40 }, ['refused-often suspect']],
    ['held where the site wants it', { decided: 3, refused: 3 }, { level: 'hold' }, ['refused-often hold']],
    ['let pass where the site wants it', { decided: 9, refused: 9 }, { level: 'pass' }, []],
    ['strikes', { decided: 30, refused: 3, strikes: 3 }, {}, ['strikes hold']],
    ['two strikes', { decided: 30, refused: 3, strikes: 2 }, {}, []],
    ['no strikes where the site wants none', { decided: 30, refused: 9, strikes: 9 }, { strikes: 0 }, []],
    ['both', { decided: 3, refused: 3, strikes: 3 }, {}, ['refused-often suspect', 'strikes hold']],
  ])('%s', (_, refusals, settings, expected) => {
    expect(check(refusals, settings)).toEqual(expected);
  });

  test('of somebody nobody asked about there is nothing to say', () => {
    expect(refusalsRule.check(moderationContext())).toEqual([]);
  });

  const nobody: PersonDoc = {
    ...{ _id: 'p' as PersonId, siteId: 'demo' as SiteId, kind: 'guest', name: null, email: null },
    createdAt: new Date('2026-02-01T12:00:00Z'),
  };

  test.each([
    ['nothing is asked', { level: 'pass', strikes: 0 }, [], []],
    ['refusals alone', {}, ['spam'], ['refusalsOf']],
    ['approvals, too, where they can matter', {}, ['spam', 'abuse'], ['refusalsOf', 'countApproved']],
    ['approvals are no matter of strikes', { level: 'pass' }, ['spam', 'abuse', 'hate'], ['refusalsOf']],
  ] as const)('only what is needed is looked up: %s', async (_name, settings, codes, expected) => {
    const asked: string[] = [];
    const answer = <T>(name: string, value: T): Promise<T> => {
      asked.push(name);
      return Promise.resolve(value);
    };
    const comments = {
      countByAuthor: () => answer('countByAuthor', 1),
      refusalsOf: () =>
        answer<ReasonCode[][]>(
          'refusalsOf',
          codes.map((code) => [code]),
        ),
      countApproved: () => answer('countApproved', 4),
    };
    const facts = await readAuthorFacts(comments, {
      settings: siteSettingsSchema.parse({ refusals: settings }),
      author: nobody,
      now: new Date('2026-03-01T12:00:00Z'),
    });
    expect(asked).toEqual(expected);
    const strikes = codes.filter((code) => code !== 'spam').length;
    const decided = codes.length + (asked.includes('countApproved') ? 4 : 0);
    expect(facts.refusals).toEqual(expected.length === 0 ? undefined : { decided, refused: codes.length, strikes });
  });
});

describe('heat', () => {
  const settings = heatSettingsSchema.parse({});
  const counts = (some: Partial<HeatCounts>): HeatCounts => ({
    ...{ minute: 0, cooling: 0, past: 0, troubling: 0, shown: 0, people: 9 },
    ...some,
  });
  const slow: Heat = { slow: { perMinute: 80, every: 30 } };
  const premod: Heat = { premod: { refused: 15, of: 20 } };

  test.each<[string, Heat | undefined, Partial<HeatCounts>, Heat | null]>([
    ['a quiet thread', undefined, { minute: 3, past: 20, troubling: 1, shown: 12 }, null],
    ['a lively one', undefined, { minute: 59, past: 100 }, null],
    ['one that takes off', undefined, { minute: 60, past: 100 }, { slow: { perMinute: 60, every: 30 } }],
    ['one that always is so lively', undefined, { minute: 90, past: 5000 }, null],
    [
      'lively, and now four times that',
      undefined,
      { minute: 400, past: 6000 },
      { slow: { perMinute: 400, every: 30 } },
    ],
    ['slow, and still busy', slow, { cooling: 30 }, slow],
    ['slow, and cooled down', slow, { cooling: 29 }, null],
    ['a few refusals', undefined, { troubling: 9, shown: 4 }, null],
    ['many among many', undefined, { troubling: 30, shown: 100 }, null],
    ['half of twenty', undefined, { troubling: 10, shown: 10 }, { premod: { refused: 10, of: 20 } }],
    ['half of twenty, of two people', undefined, { troubling: 10, shown: 10, people: 2 }, null],
    ['all of two people', undefined, { troubling: 300, people: 2 }, null],
    [
      'half of twenty, of three people',
      undefined,
      { troubling: 10, shown: 10, people: 3 },
      { premod: { refused: 10, of: 20 } },
    ],
    ['held, and two people go on', premod, { troubling: 6, shown: 10, people: 2 }, premod],
    ['held, and one goes on', premod, { troubling: 60, shown: 10, people: 1 }, null],
    ['held, and still as bad', premod, { troubling: 6, shown: 10 }, premod],
    ['held, and nothing new in sight', premod, { troubling: 5, shown: 0 }, premod],
    ['held, and what was held is old', premod, { troubling: 4, shown: 0 }, null],
    ['held, and most of it was approved', premod, { troubling: 6, shown: 40 }, null],
    [
      'both at once',
      undefined,
      { minute: 70, troubling: 40, shown: 20 },
      { slow: { perMinute: 70, every: 30 }, premod: { refused: 40, of: 60 } },
    ],
    ['one of two cools down', { ...slow, ...premod }, { cooling: 80, troubling: 0 }, slow],
  ])('%s', (_, before, some, expected) => {
    expect(nextHeat(before, counts(some), settings)).toEqual(expected);
  });

  test('switched off, ends whatever was', () => {
    expect(nextHeat({ ...slow, ...premod }, counts({ cooling: 900 }), { ...settings, on: false })).toBeNull();
  });

  test('takes a new pace over from the settings while it lasts', () => {
    const next = nextHeat(slow, counts({ cooling: 90 }), { ...settings, everySeconds: 60 });
    expect(next).toEqual({ slow: { perMinute: 80, every: 60 } });
    expect(isSameHeat(slow, next)).toBe(false);
  });

  const someCounts = fc.record({
    ...{
      minute: fc.nat(200),
      more: fc.nat(200),
      past: fc.nat(4000),
      troubling: fc.nat(60),
      shown: fc.nat(60),
      people: fc.nat(9),
    },
  });
  test('once on, stays on at the same counts: nothing flaps', () => {
    fc.assert(
      fc.property(someCounts, ({ more, ...some }) => {
        // One of those in the last minute is the one being posted, which may be refused and never be stored.
        const seen = { ...some, cooling: Math.max(0, some.minute - 1) + more };
        const first = nextHeat(undefined, seen, settings);
        expect(isSameHeat(first ?? undefined, nextHeat(first ?? undefined, seen, settings))).toBe(true);
      }),
    );
  });

  test('what fits into the room that is left never makes an ordinary thread hot', () => {
    fc.assert(
      fc.property(someCounts, fc.nat(1000), ({ more: _, ...some }, share) => {
        const left = roomLeft(some, settings);
        // Of what comes, some is troubling; all of it is in the last minute.
        const come = left === 0 ? 0 : share % left;
        const next = { ...some, cooling: 0, minute: some.minute + come, troubling: some.troubling + come };
        if (left > 0) expect(nextHeat(undefined, next, settings)).toBeNull();
      }),
    );
  });

  test('less of everything never makes it hotter', () => {
    fc.assert(
      fc.property(fc.constantFrom(undefined, slow, premod), someCounts, (before, { more, ...some }) => {
        const seen = { ...some, cooling: some.minute + more };
        const hot = nextHeat(before, seen, settings);
        const cooler = nextHeat(before, { ...seen, minute: 0, cooling: 0, troubling: 0 }, settings);
        expect(cooler).toBeNull();
        expect(hot?.slow !== undefined).toBe(
          before?.slow ? seen.cooling >= 30 : seen.minute >= 60 && seen.minute * 60 >= seen.past * 4,
        );
      }),
    );
  });

  test('holds everything, or remembers why it was slow', () => {
    const check = (heat?: Heat) =>
      heatRule.check(moderationContext(heat === undefined ? {} : { heat })).map(({ level, detail }) => [level, detail]);
    expect(check()).toEqual([]);
    expect(check(slow)).toEqual([['note', { heat: 'slow', perMinute: 80, every: 30 }]]);
    expect(check({ ...slow, ...premod })).toEqual([
      ['hold', { heat: 'premod', refused: 15, of: 20 }],
      ['note', { heat: 'slow', perMinute: 80, every: 30 }],
    ]);
  });
});

test('a site that stores one setting of a group has the defaults of the others', () => {
  const settings = siteSettingsSchema.parse({ heat: { perMinute: 10 }, refusals: { strikes: 0 } });
  expect(settings.heat).toEqual({ on: true, perMinute: 10, times: 4, everySeconds: 30, min: 20, share: 50 });
  expect(settings.refusals).toEqual({ level: 'suspect', min: 3, share: 50, strikes: 0 });
  expect(siteSettingsSchema.parse({})).toMatchObject({ heat: { on: true }, refusals: { level: 'suspect' } });
});
