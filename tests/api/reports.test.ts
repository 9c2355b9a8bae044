import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import type { PersonCard } from '../../shared/people.ts';
import { path, routes } from '../../shared/routes.ts';
import type { ReportNoticeDoc } from '../../services/storage/notifications.ts';
import { createEventBus } from '../../services/events.ts';
import { noticeVerdicts } from '../../services/notifications/verdict-notice.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import { tell } from '../../services/moderation/tell.ts';
import { reporterWeight } from '../../services/people/reporter-record.ts';
import { flawsInAudit } from '../support/trails.ts';
import { bootApp, quiet, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { SHORT_COMMENTS } from '../support/short-comments.ts';
import { until } from '../support/until.ts';
import { unlike } from '../support/unlike.ts';

let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

let app: TestApp;
/** A second service over the same database. */
let other: TestApp;
let store: Store;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  // Unknown readers weigh 1: two bring a comment up, four hide it.
  app = await bootApp({}, { now, site: { review: { claims: 'off', queueReports: 2, hideReports: 4 } } });
  other = await bootApp({}, { now, over: app });
  store = await openStore(app.storeUri);
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterAll(async () => {
  await Promise.all([app.app.settled(), other.app.settled()]);
  expect(await flawsInAudit(app.storeUri)).toEqual([]);
  await store.close();
  await other.close();
  await app.close();
});

const reader = (name = 'Odile'): Promise<Reader> => Reader.guest(app.url, name, `thread-${randomUUID()}`);
const readers = (n: number): Promise<Reader[]> => Promise.all(Array.from({ length: n }, () => reader()));

async function published(text = `un avis ${unlike()}`): Promise<{ author: Reader; id: string }> {
  const author = await reader('Tristan');
  const { status, body } = await author.post(text);
  expect(status).toBe(201);
  return { author, id: body.id };
}

async function reported(id: string, n: number, at = app.url): Promise<Reader[]> {
  const all = await readers(n);
  for (const one of all) expect((await one.report(id, { reason: 'abuse' }, at)).status).toBe(204);
  return all;
}

const typesOf = async (id: string): Promise<string[]> => {
  await Promise.all([app.app.settled(), other.app.settled()]);
  return (await store.modEvents.ofComment(id)).map(({ type }) => type);
};
const outcomesOf = async (id: string) => (await ines.context(id)).reports.map(({ outcome }) => outcome);
/** Waits until everything that was decided has been told, as after the seconds it can be taken back in. */
async function told(id: string): Promise<void> {
  ahead += 8_500;
  await until(async () => (await store.comments.byId(id as CommentId))?.mod.tellAt === undefined, 'it is told');
}

describe('a report', () => {
  it('counts once per person and text, and is not for one’s own comment or what cannot be seen', async () => {
    const { author, id } = await published();
    const one = await reader();
    for (const reason of ['abuse', 'abuse', 'spam']) expect((await one.report(id, { reason })).status).toBe(204);
    expect(await ines.card(id)).toMatchObject({ v: 1, queue: null, flags: { count: 1, weight: 1 } });
    expect(await author.report(id)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    const held = (await author.post('quel connard ce maire')).body.id;
    for (const unseen of [held, 'no-such-comment'])
      expect(await one.report(unseen)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    for (const body of [{}, { reason: 'rude' }, { reason: 'abuse', note: 'x'.repeat(1001) }, { reason: 'abuse', v: 1 }])
      expect((await one.report(id, body)).status).toBe(400);
  });

  it('is shown to moderators with its reason, its words and who says so', async () => {
    const { id } = await published();
    const one = await reader('Ysabeau');
    await one.post('pour signer');
    await one.report(id, { reason: 'hate', note: '\u0000Voir la \u202edeuxième phrase. ' });
    const [report] = (await ines.context(id)).reports;
    expect(report).toMatchObject({
      ...{ by: { id: one.personId, name: 'Ysabeau' }, reason: 'hate', note: 'Voir la deuxième phrase.' },
      ...{ weight: 1, rev: 1, outcome: null },
    });
  });

  it('is counted when it is sent again after everything broke off right behind it', async () => {
    const { id } = await published();
    const one = await reader();
    const of = { commentId: id as CommentId, rev: 1, personId: one.personId as PersonId };
    await store.reports.insert({
      ...of,
      ...{ _id: store.reports.idOf(of), siteId: 'demo' as SiteId, reason: 'abuse', note: null, weight: 1, at: now() },
    });
    expect((await ines.card(id)).flags).toBeNull();
    expect((await one.report(id)).status).toBe(204);
    expect((await ines.card(id)).flags).toEqual({ count: 1, weight: 1 });
  });

  it('weighs no more for being many that come from one address', async () => {
    const { id } = await published();
    const proxied = await bootApp({ TRUST_PROXY: 1 }, { now, over: app });
    const from = async (address: string): Promise<void> => {
      const { auth } = await reader();
      const sent = { body: { reason: 'abuse' }, headers: { ...auth, 'X-Forwarded-For': address } };
      const at = proxied.url + path(routes.report, { siteId: SITE, commentId: id });
      expect((await request(at, 'POST', sent)).status).toBe(204);
    };
    for (let i = 0; i < 5; i += 1) await from('198.51.100.7');
    expect(await ines.card(id)).toMatchObject({ queue: null, vis: 'visible', flags: { count: 5, weight: 1 } });
    await from('203.0.113.9');
    expect(await ines.card(id)).toMatchObject({ queue: 'reported', flags: { count: 6, weight: 2 } });
    await proxied.close();
  });

  it('is one of 30 a minute', async () => {
    const one = await reader();
    const statuses: number[] = [];
    // Unlike one another, or they would be near repeats.
    const texts = [...SHORT_COMMENTS.en, ...SHORT_COMMENTS.de, ...SHORT_COMMENTS.fr].slice(0, 31);
    for (const text of texts) statuses.push((await one.report((await published(text)).id)).status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });
});

describe('reports of a comment', () => {
  it('leave it alone below the threshold: no event, no new version, and a decision on its way still holds', async () => {
    const { id } = await published();
    const { v, rev } = await ines.card(id);
    await reported(id, 1);
    expect(await typesOf(id)).toEqual(['auto_published']);
    const decided = await ines.decide(id, { action: 'approve', expectedV: v, expectedRev: rev });
    expect(decided.status).toBe(200);
  });

  it('bring it before a moderator at the threshold, live, and higher up the more they are', async () => {
    const { author, id } = await published();
    const desk = await listen(app.url, { ticket: await ines.ticket() });
    await reported(id, 2);
    const { card } = await desk.hear('review:opened', (news) => news.card.id === id);
    expect(card).toMatchObject({ queue: 'reported', vis: 'visible', flags: { count: 2, weight: 2 } });
    expect(card.priority?.parts.flags).toBe(20);
    await reported(id, 1);
    expect((await ines.card(id)).priority?.parts.flags).toBe(30);
    expect(await typesOf(id)).toEqual(['auto_published', 'flagged']);
    expect((await author.page()).body.count).toBe(1);
    desk.close();
  });

  it('hide it at the higher one until somebody has looked, which its author hears of', async () => {
    const { author, id } = await published();
    const tab = await listen(app.url, { site: 'demo', token: author.token }, author.thread);
    const all = await reported(id, 4);
    expect(await ines.card(id)).toMatchObject({ queue: 'reported', vis: 'hidden' });
    await tab.hear('comment:removed', ({ comment }) => comment.id === id);
    await tab.hear('comment:decided', ({ comment }) => comment.id === id && comment.state === 'held');
    expect(await typesOf(id)).toEqual(['auto_published', 'flagged', 'flagged']);
    // Sent again by whoever reported it, it is the same report; to anybody else there is nothing to report.
    expect((await all[0]?.report(id))?.status).toBe(204);
    expect((await (await reader()).report(id)).status).toBe(404);
    tab.close();
  });

  it('make one event per threshold, however many come at once through however many services', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await published();
      const all = await readers(12);
      const statuses = await Promise.all(
        all.map(async (one, i) => (await one.report(id, { reason: 'spam' }, i % 2 ? app.url : other.url)).status),
      );
      expect(statuses.every((status) => status === 204 || status === 404)).toBe(true);
      const counted = statuses.filter((status) => status === 204).length;
      expect(await ines.card(id)).toMatchObject({ vis: 'hidden', queue: 'reported', flags: { count: counted } });
      // Where nobody was let between the two, hiding it brings it before a moderator at the same time.
      const flagged = (await typesOf(id)).filter((type) => type === 'flagged');
      expect([1, 2]).toContain(flagged.length);
    }
  });

  it('do not hide what a person approved, and bring it up again by those that came afterwards only', async () => {
    const { id } = await published();
    await reported(id, 3);
    await ines.decideNow(id, { action: 'approve' });
    ahead += 10;
    await reported(id, 1);
    expect(await ines.card(id)).toMatchObject({ queue: null, flags: { count: 4 } });
    await reported(id, 1);
    expect(await ines.card(id)).toMatchObject({ queue: 'reported', vis: 'visible' });
    await reported(id, 6);
    expect(await ines.card(id)).toMatchObject({ queue: 'reported', vis: 'visible', flags: { count: 11 } });
    expect((await typesOf(id)).filter((type) => type === 'flagged')).toHaveLength(2);
  });

  it('are about the text they were made of: an edit begins anew', async () => {
    const { author, id } = await published();
    const [one] = await reported(id, 1);
    expect((await author.edit(id, 'un avis plus doux')).status).toBe(200);
    expect((await ines.card(id)).flags).toBeNull();
    await one?.report(id);
    expect((await ines.card(id)).flags).toEqual({ count: 1, weight: 1 });
    expect((await ines.context(id)).reports.map(({ rev }) => rev)).toEqual([2, 1]);
  });
});

describe('what a moderator decides', () => {
  it('settles the reports after some seconds, and tells each reporter once', async () => {
    const { id } = await published();
    const [one, two] = await reported(id, 2);
    // Either service may be the one that tells, and then its sockets hear of it.
    const auth = { site: 'demo', token: one?.token ?? '' };
    const bells = await Promise.all([app, other].map(({ url }) => listen(url, auth)));
    const heard = () => bells.flatMap((bell) => bell.all('notification:created').map(({ item }) => item));
    await ines.decideNow(id, { action: 'refuse', codes: ['abuse'] });
    expect(await outcomesOf(id)).toEqual([null, null]);
    await told(id);
    expect(await outcomesOf(id)).toEqual(['upheld', 'upheld']);
    await until(() => heard().length > 0, 'the bell rings');
    expect(heard()).toMatchObject([{ kind: 'report', outcome: 'upheld' }]);
    for (const who of [one, two])
      expect((await who?.inbox())?.body).toMatchObject({
        unread: 1,
        items: [{ kind: 'report', outcome: 'upheld', commentId: id }],
      });
    // Who is right weighs more, and who is wrong less.
    const next = await published();
    await one?.report(next.id);
    expect((await ines.card(next.id)).flags?.weight).toBeCloseTo(reporterWeight({ upheld: 1, dismissed: 0 }));
    await ines.decideNow(next.id, { action: 'approve' });
    await told(next.id);
    expect((await one?.inbox())?.body.items[0]).toMatchObject({ kind: 'report', outcome: 'dismissed' });
    const third = await published();
    await one?.report(third.id);
    expect((await ines.card(third.id)).flags?.weight).toBeCloseTo(reporterWeight({ upheld: 1, dismissed: 1 }));
    for (const bell of bells) bell.close();
    // Both services may come to it at once, and one of them rings.
    const row = { _id: 'both', personId: one?.personId ?? '', kind: 'report', outcome: 'upheld' } as const;
    const notice = { ...row, siteId: SITE, threadId: 't', commentId: id, createdAt: now() } as ReportNoticeDoc;
    const news = await Promise.all([1, 2, 3].map(() => store.notifications.putReport(notice, 'upheld')));
    expect(news.filter(Boolean)).toHaveLength(1);
  });

  it('does nothing when it is taken back in time, and is put right when it is taken back late', async () => {
    const { id } = await published();
    const [one] = await reported(id, 2);
    await ines.decideNow(id, { action: 'spam' });
    expect((await ines.undo(id)).status).toBe(200);
    await told(id);
    expect(await outcomesOf(id)).toEqual([null, null]);
    expect((await one?.inbox())?.body).toMatchObject({ unread: 0, items: [] });

    await ines.decideNow(id, { action: 'spam' });
    await told(id);
    expect((await one?.inbox())?.body.unread).toBe(1);
    await ines.undo(id);
    await told(id);
    expect(await outcomesOf(id)).toEqual([null, null]);
    expect((await one?.inbox())?.body).toMatchObject({ unread: 0, items: [] });
  });

  it('counts as what it comes to when somebody else decides otherwise', async () => {
    const { id } = await published();
    const [one] = await reported(id, 2);
    await ines.decideNow(id, { action: 'approve' });
    await told(id);
    expect(await outcomesOf(id)).toEqual(['dismissed', 'dismissed']);
    await noe.decideNow(id, { action: 'refuse', codes: ['abuse'] });
    await told(id);
    expect(await outcomesOf(id)).toEqual(['upheld', 'upheld']);
    expect((await one?.inbox())?.body).toMatchObject({ unread: 1, items: [{ outcome: 'upheld' }] });
    await noe.undo(id);
    await told(id);
    expect(await outcomesOf(id)).toEqual(['dismissed', 'dismissed']);
  });

  it('is told to the author where it is news, in one line that says what holds', async () => {
    const lineOf = async ({ id, author }: { id: string; author: Reader }) => {
      await told(id);
      return (await author.inbox()).body.items.map((item) => item.kind === 'verdict' && [item.outcome, item.codes]);
    };
    const text = `un avis ${unlike()}`;
    const hidden = await published(text);
    await reported(hidden.id, 4);
    expect(await lineOf(hidden)).toEqual([['held', []]]);
    await ines.decideNow(hidden.id, { action: 'approve' });
    expect(await lineOf(hidden)).toEqual([['published', []]]);
    await hidden.author.markRead({ all: true });
    await ines.decideNow(hidden.id, { action: 'refuse', codes: ['abuse'], note: 'Non.' });
    expect(await lineOf(hidden)).toEqual([['refused', ['abuse']]]);
    expect((await hidden.author.inbox()).body).toMatchObject({ unread: 1, items: [{ note: 'Non.', excerpt: text }] });
    await ines.undo(hidden.id);
    expect(await lineOf(hidden)).toEqual([['published', []]]);
    // What was in sight all the time, and what the answer to the post said, is no news.
    const calm = await published();
    await ines.decideNow(calm.id, { action: 'approve' });
    expect(await lineOf(calm)).toEqual([]);
    const author = await reader('Tristan');
    const waiting = { author, id: (await author.post(`quel connard ${unlike()}`)).body.id };
    await ines.decideNow(waiting.id, { action: 'approve' });
    expect(await lineOf(waiting)).toEqual([['published', []]]);
    await ines.undo(waiting.id);
    expect(await lineOf(waiting)).toEqual([]);
  });

  it('is told in the end, wherever the telling broke off, and by several services at once', async () => {
    const { id } = await published();
    const all = await reported(id, 3);
    await ines.decideNow(id, { action: 'refuse', codes: ['abuse'] });
    // Neither service tells yet; this one does, as if it were late already, and fails again and again.
    const late = (): Date => new Date(now().getTime() + 9_000);
    let calls = 0;
    const notice = () => {
      calls += 1;
      return calls % 2 === 1 ? Promise.reject(new Error('killed')) : Promise.resolve();
    };
    const bus = createEventBus();
    const heard: unknown[] = [];
    bus.on('notification.rows', ({ told: [first] }) => {
      heard.push(first?.row);
      if (heard.length === 1) throw new Error('killed');
    });
    const tellAuthors = (comments: readonly CommentDoc[]) => noticeVerdicts({ ...store, bus }, comments);
    for (let run = 0; run < 8; run += 1) await tell({ ...store, notice, tellAuthors, now: late, log: quiet });
    // Said again to who mails and rings, since it failed there, and then no more.
    expect(heard).toEqual(
      Array(2).fill(expect.objectContaining({ kind: 'verdict', outcome: 'refused', commentId: id })),
    );
    await told(id);
    expect(await outcomesOf(id)).toEqual(['upheld', 'upheld', 'upheld']);
    const record = await Promise.all(all.map((one) => store.reports.countOf(one.personId as PersonId, 'upheld', 9)));
    expect(record).toEqual([1, 1, 1]);
    const { body: card } = await ines.ask<PersonCard>('GET', path(routes.person, { personId: all[0]?.personId ?? '' }));
    expect(card.reports).toEqual({ upheld: 1, dismissed: 0, weight: 6 / 5 });
  });
});
