import { describe, expect, it } from '@jest/globals';
import { alertText, webhookBody } from '../../services/moderation/alert-words.ts';
import { alertsDue, NOTHING_TOLD, type Alert, type AlertsTold, type Loads } from '../../services/moderation/alerts.ts';
import { backOff } from '../../services/back-off.ts';
import { outcomeOf } from '../../services/notifications/call-webhooks.ts';
import { writeAlert } from '../../services/notifications/letters/alert.ts';
import type { SiteId } from '../../shared/ids.ts';
import { REVIEW_QUEUES, type ReviewQueue } from '../../shared/moderation.ts';
import { alertSettingsSchema, type AlertSettings } from '../../shared/site-alerts.ts';
import { siteSettingsSchema, type Site } from '../../shared/site.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Seven in the morning by UTC. */
const SEVEN = Date.parse('2026-03-01T07:00:00Z');

/** Measures a site again and again, and says what is told each time, as "premod 3" or "digest". */
function watch(settings: Partial<AlertSettings>) {
  let told: AlertsTold = NOTHING_TOLD;
  return (ms: number, waiting: Partial<Record<ReviewQueue, { count: number; since: number }>>): string[] => {
    const now = new Date(SEVEN + ms);
    const loads = Object.fromEntries(
      REVIEW_QUEUES.map((queue) => {
        const { count = 0, since = null } = waiting[queue] ?? {};
        return [queue, { count, oldestAt: since === null ? null : new Date(SEVEN + since) }];
      }),
    ) as Loads;
    // As it comes back from the database.
    const due = alertsDue(
      { ...alertSettingsSchema.parse({}), ...settings },
      { loads, told: structuredClone(told), now },
    );
    told = due.told;
    return due.alerts.map((alert) => (alert.kind === 'digest' ? 'digest' : `${alert.queue} ${alert.count}`));
  };
}

describe('a queue that is too old or too long', () => {
  it('is told of when it passes the mark, each queue by itself, and not at the mark', () => {
    const measure = watch({ olderThanMinutes: 30, longerThan: 2 });
    expect(measure(0, { premod: { count: 2, since: -30 * MINUTE } })).toEqual([]);
    expect(measure(MINUTE, { premod: { count: 2, since: -30 * MINUTE } })).toEqual(['premod 2']);
    expect(
      measure(2 * MINUTE, { premod: { count: 2, since: -30 * MINUTE }, reported: { count: 3, since: 0 } }),
    ).toEqual(['reported 3']);
  });

  it('is told of again every four hours while it lasts, and otherwise only after it was below for ten minutes', () => {
    const measure = watch({ longerThan: 2 });
    const past = { premod: { count: 3, since: 0 } };
    expect(measure(0, past)).toEqual(['premod 3']);
    expect(measure(4 * HOUR - 1, past)).toEqual([]);
    expect(measure(4 * HOUR, past)).toEqual(['premod 3']);
    // Up and down around the mark.
    expect(measure(4 * HOUR + MINUTE, {})).toEqual([]);
    expect(measure(4 * HOUR + 10 * MINUTE, {})).toEqual([]);
    expect(measure(4 * HOUR + 10 * MINUTE + 1, past)).toEqual([]);
    expect(measure(5 * HOUR, {})).toEqual([]);
    expect(measure(5 * HOUR + 9 * MINUTE, {})).toEqual([]);
    expect(measure(5 * HOUR + 10 * MINUTE, {})).toEqual([]);
    expect(measure(5 * HOUR + 11 * MINUTE, past)).toEqual(['premod 3']);
  });

  it('is told of by no mark that is 0', () => {
    expect(watch({})(0, { premod: { count: 9999, since: -1e9 } })).toEqual([]);
  });
});

describe('a summary', () => {
  it('comes once a day from its hour on, whenever somebody is there to tell', () => {
    const measure = watch({ digest: true, digestHour: 8 });
    const told = [0, 59 * MINUTE, HOUR, HOUR + 1, 10 * HOUR, 24 * HOUR, 30 * HOUR, 50 * HOUR].map((ms) =>
      measure(ms, {}),
    );
    expect(told.map(([what]) => what)).toEqual([
      ...[undefined, undefined, 'digest', undefined, undefined, undefined, 'digest', 'digest'],
    ]);
  });

  it('begins the next day if it is wanted later than its hour', () => {
    const measure = watch({ digest: true, digestHour: 6 });
    expect([0, 16 * HOUR, 23 * HOUR].map((ms) => measure(ms, {}))).toEqual([[], [], ['digest']]);
  });
});

const site: Site = {
  ...{ id: 'gazette' as SiteId, name: 'La <Gazette>', lang: 'fr-CA', origins: [], closed: false },
  settings: siteSettingsSchema.parse({ alerts: { emails: ['lise@site.example'] } }),
};
const mark: Alert = { kind: 'mark', queue: 'premod', count: 14, oldestMinutes: 130 };
const digest: Alert = {
  kind: 'digest',
  queues: [
    { queue: 'premod', count: 1, oldestMinutes: 1 },
    { queue: 'appeal', count: 2, oldestMinutes: 3000 },
  ],
};

describe('an alert', () => {
  it('is said in the language of the site, or in English', () => {
    expect(alertText(mark, site)).toMatchObject({
      subject: 'La <Gazette>\u00a0: 14 commentaires attendent',
      lines: ['14 commentaires retenus attendent un modérateur, le plus ancien depuis 2\u00a0heures.'],
    });
    expect(alertText(digest, { ...site, lang: 'de' })).toMatchObject({
      subject: 'La <Gazette>: what waits today',
      lines: [
        '3 comments wait.',
        '1 held comment waits for a moderator, for 1 minute.',
        '2 appeals wait for an answer, the oldest for 2 days.',
      ],
    });
    expect(alertText({ kind: 'digest', queues: [] }, site).lines).toEqual(['Aucun commentaire n’attend.']);
  });

  it('is posted to chats as text, with the numbers for programs', () => {
    const english = { ...site, name: 'Gazette', lang: 'en' };
    expect(JSON.parse(webhookBody(mark, english, 'https://t.example/console#queue=premod'))).toEqual({
      text: 'Gazette: 14 held comments wait for a moderator, the oldest for 2 hours.\nhttps://t.example/console#queue=premod',
      ...{ site: 'gazette', queue: 'premod', count: 14, oldestMinutes: 130 },
      url: 'https://t.example/console#queue=premod',
    });
    expect(JSON.parse(webhookBody(digest, english, 'https://t.example/console#queue'))).toMatchObject({
      ...{ queue: null, count: 3, oldestMinutes: 3000 },
    });
  });

  it('is mailed with where that is set, and not to whom it is not any more', async () => {
    const deps = { siteById: () => Promise.resolve(site), consoleUrl: () => 'https://t.example/console#queue=premod' };
    const letter = { siteId: site.id, to: 'lise@site.example', what: { kind: 'alert' as const, alert: mark } };
    const mail = await writeAlert(deps, letter);
    expect(mail?.subject).toBe('La <Gazette>\u00a0: 14 commentaires attendent');
    expect(mail?.text).toContain('https://t.example/console#queue=premod');
    expect(mail?.text).toContain('Alertes à l’équipe');
    expect(mail?.html).toContain('La &lt;Gazette&gt;');
    expect(mail?.html).not.toContain('<Gazette>');
    expect(await writeAlert(deps, { ...letter, to: 'noe@site.example' })).toBeNull();
  });
});

describe('what a chat answers', () => {
  it.each([
    ['taken', [200, 204]],
    ['later', [408, 429, 500, 503]],
    ['refused', [400, 401, 404, 410]],
  ])('is %s', (kind, statuses) => {
    for (const status of statuses) expect(outcomeOf({ ok: true, type: '', status, body: '' })).toMatchObject({ kind });
  });

  it('is asked for again after ever longer, if that may help', () => {
    const failed = (fault: 'not-public' | 'redirected' | 'unreachable' | 'too-slow') =>
      outcomeOf({ ok: false, fault, detail: 'why' }).kind;
    expect([failed('not-public'), failed('redirected')]).toEqual(['refused', 'refused']);
    expect([failed('unreachable'), failed('too-slow')]).toEqual(['later', 'later']);
    expect([1, 2, 3, 4, 5, 8].map((tries) => backOff(tries, 3_600_000) / 1000)).toEqual([
      30, 120, 480, 1920, 3600, 3600,
    ]);
  });
});
