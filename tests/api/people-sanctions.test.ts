import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PersonCard, SanctionOrder } from '../../shared/people.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { ReaderStanding, StandingAnswer } from '../../shared/standing.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, type Reply } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';
import { unlike } from '../support/unlike.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const THREAD = 'sanctions';

let app: TestApp;
let store: Store;
let now = new Date('2026-03-01T12:00:00Z');
let owner: Moderator;
let moderator: Moderator;
let lea: Reader;
let cause = '';

beforeAll(async () => {
  app = await bootApp({}, { now: () => now });
  store = await openStore(app.storeUri);
  owner = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  moderator = await owner.invite('Inès Faure');
});
afterAll(async () => {
  await store.close();
  await app.close();
});
beforeEach(async () => {
  lea = await Reader.guest(app.url, 'Léa Marchand', THREAD);
  cause = (await lea.post(`Un premier avis sur la halle, ${unlike()}`)).body.id;
});

type Kind = SanctionOrder['kind'];
const inHours = (hours: number): string => new Date(now.getTime() + hours * HOUR).toISOString();
const inDays = (days: number): string => new Date(now.getTime() + days * DAY).toISOString();

const sanction = (
  by: Moderator,
  kind: Kind,
  more: Partial<Record<'expectedV' | 'until' | 'note' | 'remark' | 'commentId' | 'rev' | 'codes', unknown>> = {},
  key: string = randomUUID(),
): Promise<Reply<PersonCard & ProblemDocument>> =>
  by.ask('POST', path(routes.personSanctions, { personId: lea.personId }), {
    body: { kind, expectedV: 0, commentId: cause, rev: 1, codes: ['abuse'], ...more },
    headers: { 'Idempotency-Key': key },
  });
const lift = (by: Moderator, sanctionId: string, key: string = randomUUID(), remark = 'erreur') =>
  by.ask<PersonCard & ProblemDocument>('POST', path(routes.personLift, { personId: lea.personId, sanctionId }), {
    body: { remark },
    headers: { 'Idempotency-Key': key },
  });
const card = async (): Promise<PersonCard> =>
  (await owner.ask<PersonCard>('GET', path(routes.person, { personId: lea.personId }))).body;
const readWarning = (sanctionId: string) =>
  request<StandingAnswer>(app.url + path(routes.warningRead, { sanctionId }), 'POST', { headers: lea.auth });
const standing = async (): Promise<ReaderStanding | null> => (await lea.mine()).body.standing;
const post = (lang = 'fr') =>
  lea.send<ProblemDocument & { standing: ReaderStanding }>(
    { thread: { key: THREAD }, author: { name: lea.name }, text: `Encore un mot là-dessus, ${unlike()}` },
    undefined,
    { 'Accept-Language': lang },
  );

describe('a warning', () => {
  it('keeps its reader from posting until they have confirmed it, and is over then', async () => {
    const { status, body } = await sanction(moderator, 'warn', { note: 'Restons courtois.', remark: 'déjà vu' });
    expect(status).toBe(201);
    expect(body.sanctions).toMatchObject([
      {
        ...{ kind: 'warn', by: { name: 'Inès Faure' }, at: now.toISOString(), codes: ['abuse'], until: null },
        ...{ note: 'Restons courtois.', remark: 'déjà vu', comment: { id: cause, rev: 1 }, ended: null },
      },
    ]);
    const refused = await post();
    expect([refused.status, refused.body.code]).toEqual([403, 'warning-unread']);
    expect(refused.body.detail).toContain('insultes envers d’autres personnes');
    const { warning } = refused.body.standing;
    expect(warning).toEqual({
      ...{ id: body.sanctions[0]?.id, at: now.toISOString(), codes: ['abuse'], note: 'Restons courtois.' },
    });
    expect(await standing()).toEqual({ warning, premod: null, barred: null });

    for (let twice = 0; twice < 2; twice += 1) expect((await readWarning(warning?.id ?? '')).body.standing).toBeNull();
    expect((await post()).status).toBe(201);
    expect((await card()).sanctions[0]?.ended).toMatchObject({ how: 'read', by: null });
  });

  it('is confirmed by its own reader alone', async () => {
    const id = (await sanction(moderator, 'warn')).body.sanctions[0]?.id ?? '';
    const other = await Reader.guest(app.url, 'Paul Riou', THREAD);
    await request(app.url + path(routes.warningRead, { sanctionId: id }), 'POST', { headers: other.auth });
    expect((await post()).body.code).toBe('warning-unread');
  });
});

describe('reading first', () => {
  it('holds every comment, with a reason that says so, until its end', async () => {
    await sanction(moderator, 'premod', { until: inHours(1) });
    expect(await standing()).toMatchObject({ warning: null, barred: null, premod: { until: inHours(1) } });
    const held = await post();
    expect(held.status).toBe(202);
    const { items } = (await moderator.queue({ limit: 100 })).body;
    const hits = items.find(({ author }) => author.id === lea.personId)?.verdict.hits;
    expect(hits).toContainEqual(
      expect.objectContaining({
        ruleId: 'sanction',
        level: 'hold',
        detail: expect.objectContaining({ by: 'Inès Faure' }),
      }),
    );
    now = new Date(now.getTime() + HOUR);
    expect((await post()).status).toBe(201);
    expect(await standing()).toBeNull();
    expect((await card()).sanctions[0]?.ended).toMatchObject({ how: 'expired', at: now.toISOString() });
  });
});

describe('a suspension', () => {
  it('refuses every post, says why and until when in the reader’s language, and ends to the second', async () => {
    const end = inHours(2);
    await sanction(moderator, 'suspend', { until: end, codes: ['hate', 'spam'], note: 'Deux heures de pause.' });
    const french = await post('fr');
    expect([french.status, french.body.code, french.body.until]).toEqual([403, 'suspended', end]);
    expect(french.body.detail).toContain('propos haineux et publicité');
    expect(french.body.detail).toContain('mars 2026');
    expect((await post('en')).body.detail).toMatch(/until March 1, 2026 at \d+:00\sPM UTC.*hateful remarks and adver/);
    expect((await post('ar')).body.detail).toContain('عبارات كراهية');
    expect(french.body.standing.barred).toMatchObject({ until: end, note: 'Deux heures de pause.' });
    now = new Date(Date.parse(end) - 1000);
    expect((await post()).status).toBe(403);
    now = new Date(end);
    expect((await post()).status).toBe(201);
  });

  it('leaves what was sent before it answered as it was', async () => {
    const key = randomUUID();
    const first = await lea.post('Sent before, and sent again after.', { key });
    await sanction(moderator, 'suspend', { until: inDays(1) });
    const again = await lea.post('Sent before, and sent again after.', { key });
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it('has an end that is to come, and not more than a year away', async () => {
    for (const [end, code] of [[now.toISOString(), 'in-the-past'] as const, [inDays(366), 'too-far-ahead'] as const]) {
      const { status, body } = await sanction(owner, 'suspend', { until: end });
      expect([status, body.errors?.[0]]).toMatchObject([400, { path: 'until', code }]);
    }
    expect((await sanction(owner, 'suspend')).status).toBe(400);
    expect((await sanction(owner, 'ban', { until: inDays(1) })).status).toBe(400);
  });
});

describe('a ban', () => {
  it('has no end, and lifting it lets the reader post at once', async () => {
    const { body } = await sanction(owner, 'ban');
    expect((await post()).body.code).toBe('banned');
    const before = now;
    now = new Date(now.getTime() + 399 * DAY);
    expect((await post()).body.code).toBe('banned');
    now = before; // a moderator's session would be over long since
    const lifted = await lift(owner, body.sanctions[0]?.id ?? '');
    expect(lifted.status).toBe(200);
    expect(lifted.body.sanctions[0]?.ended).toMatchObject({
      ...{ how: 'lifted', by: { name: 'Noé Garnier' }, remark: 'erreur', at: now.toISOString() },
    });
    expect((await post()).status).toBe(201);
    expect(await store.people.byId(lea.personId as never)).toMatchObject({ sanctions: { standing: [], outbox: [] } });
  });

  it('stays on its reader’s card while it is in force, however much was done since', async () => {
    const { body } = await sanction(owner, 'ban', { note: 'Assez.' });
    const ban = body.sanctions[0];
    for (let expectedV = 1; expectedV <= 101; expectedV += 1) {
      expect((await sanction(moderator, 'warn', { expectedV })).status).toBe(201);
    }
    const { sanctions } = await card();
    expect(sanctions.filter(({ ended }) => ended === null).map(({ kind }) => kind)).toEqual(['warn', 'ban']);
    expect(sanctions.at(-1)).toEqual({ ...ban, remark: null });
    expect((await lift(owner, ban?.id ?? '')).status).toBe(200);
    expect((await card()).sanctions.map(({ kind }) => kind)).not.toContain('ban');
  }, 30_000);

  it('is told to every tab of its reader and to nobody else', async () => {
    const mine = await listen(app.url, { site: 'demo', token: lea.token }, THREAD);
    const stranger = await listen(app.url, { site: 'demo' }, THREAD);
    await sanction(owner, 'ban');
    const news = await mine.hear('standing:changed');
    expect(news.standing?.barred).toMatchObject({ until: null, codes: ['abuse'] });
    expect(JSON.stringify(news)).not.toContain('Noé');
    expect(stranger.heard.map(({ name }) => name)).not.toContain('standing:changed');
    mine.close();
    stranger.close();
  });
});

describe('who may', () => {
  it('moderators warn, read first and suspend for seven days; the rest takes an admin', async () => {
    const asked: [Moderator, Kind, string | undefined, number][] = [
      [moderator, 'warn', undefined, 201],
      [moderator, 'premod', inDays(300), 201],
      [moderator, 'suspend', inDays(7), 201],
      [moderator, 'suspend', new Date(Date.parse(inDays(7)) + 1000).toISOString(), 403],
      [moderator, 'ban', undefined, 403],
      [owner, 'suspend', inDays(365), 201],
      [owner, 'ban', undefined, 201],
    ];
    for (const [by, kind, end, status] of asked) {
      const { v } = await card();
      const reply = await sanction(by, kind, { expectedV: v, ...(end === undefined ? {} : { until: end }) });
      expect([kind, end, reply.status]).toEqual([kind, end, status]);
    }
  });

  it('a moderator neither lifts nor shortens what took an admin', async () => {
    const id = (await sanction(owner, 'suspend', { until: inDays(30) })).body.sanctions[0]?.id ?? '';
    expect((await lift(moderator, id)).body.code).toBe('not-allowed');
    expect((await sanction(moderator, 'suspend', { expectedV: 1, until: inDays(1) })).body.code).toBe('not-allowed');
    expect((await lift(owner, id)).status).toBe(200);
  });

  it('nobody without a session', async () => {
    const asks: [string, string][] = [
      ['GET', `${routes.people}?site=demo`],
      ['GET', path(routes.person, { personId: lea.personId })],
      ['GET', path(routes.personComments, { personId: lea.personId })],
      ['GET', routes.sanctions],
      ['POST', path(routes.personSanctions, { personId: lea.personId })],
      ['POST', path(routes.personLift, { personId: lea.personId, sanctionId: 'x' })],
      ['POST', path(routes.personNotes, { personId: lea.personId })],
    ];
    for (const [method, at] of asks)
      expect([
        at,
        (await request(app.url + at, method, { headers: lea.auth, body: method === 'GET' ? undefined : {} })).status,
      ]).toEqual([at, 401]);
  });
});

describe('there is one of each kind', () => {
  it('a second replaces the first, and the history keeps both', async () => {
    await sanction(moderator, 'suspend', { until: inDays(1) });
    const { body } = await sanction(moderator, 'suspend', { expectedV: 1, until: inDays(5) });
    expect(body.sanctions.map(({ until: end, ended }) => [end, ended?.how ?? null])).toEqual([
      [inDays(5), null],
      [inDays(1), 'replaced'],
    ]);
    const person = await store.people.byId(lea.personId as never);
    expect(person?.sanctions?.standing).toHaveLength(1);
  });

  it('of many at the same time one is done, and the others are told', async () => {
    const replies = await Promise.all(
      Array.from({ length: 8 }, (_, i) => sanction(i % 2 === 0 ? owner : moderator, 'premod')),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(7).fill(409)]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toBe('sanctions-changed');
    expect((await card()).sanctions).toHaveLength(1);
  });

  it('sent again with its key, it is the same one; with another request it is refused', async () => {
    const key = randomUUID();
    const replies = await Promise.all(Array.from({ length: 5 }, () => sanction(moderator, 'warn', {}, key)));
    expect(replies.map(({ status }) => status)).toEqual(Array<number>(5).fill(201));
    expect(new Set(replies.map(({ body }) => body.sanctions[0]?.id)).size).toBe(1);
    expect((await sanction(moderator, 'premod', {}, key)).body.code).toBe('idempotency-key-reused');
    const id = replies[0]?.body.sanctions[0]?.id ?? '';
    const liftKey = randomUUID();
    expect((await lift(moderator, id, liftKey)).status).toBe(200);
    expect((await lift(moderator, id, liftKey)).status).toBe(200);
    expect((await lift(moderator, id)).body.code).toBe('sanction-over');
    expect((await sanction(moderator, 'warn', {}, key)).status).toBe(201);
    expect((await card()).v).toBe(2);
  });
});

it('is for a comment of this very reader, in a text there was', async () => {
  const other = await Reader.guest(app.url, 'Paul Riou', THREAD);
  const theirs = (await other.post(`Un autre avis que le sien. ${unlike()}`)).body.id;
  for (const [wrong, at] of [
    [{ commentId: theirs }, 'commentId'] as const,
    [{ commentId: 'none' }, 'commentId'] as const,
    [{ rev: 2 }, 'rev'] as const,
  ]) {
    const { status, body } = await sanction(owner, 'warn', wrong);
    expect([status, body.errors?.[0]?.path]).toEqual([400, at]);
  }
  expect((await card()).v).toBe(0);
});

it('keeps what was done for good, by whom and when, even after a crash between the two writes', async () => {
  const begun = now.toISOString();
  const id = (await sanction(owner, 'ban')).body.sanctions[0]?.id ?? '';
  await lift(moderator, id);
  await lift(owner, id);
  const log = async (query: Record<string, string>) =>
    (
      await moderator.ask<{ items: { act: string; by: { name: string }; sanctionId: string }[] }>(
        'GET',
        path(routes.sanctions, {}, query),
      )
    ).body.items;
  expect(
    (await log({ by: owner.view.id, from: begun }))
      .filter(({ sanctionId }) => sanctionId === id)
      .map(({ act }) => act)
      .sort(),
  ).toEqual(['imposed', 'lifted']);
  expect((await log({ by: moderator.view.id, from: begun })).filter(({ sanctionId }) => sanctionId === id)).toEqual([]);
  expect(await log({ to: '2020-01-01T00:00:00Z' })).toEqual([]);

  // As if the process had died after the person was written.
  const person = await store.people.byId(lea.personId as never);
  const [act] = await store.sanctions.ofPerson(lea.personId as never, 1);
  if (person === null || act === undefined) throw new Error('nothing to go on from');
  await store.people.sanction(person._id, [], { ...act, _id: 'left-over', seq: 3, act: 'read' });
  now = new Date(now.getTime() + 5000);
  await until(async () => (await store.sanctions.ofPerson(person._id, 1))[0]?._id === 'left-over', 'kept');
  await until(async () => (await store.people.byId(person._id))?.sanctions?.outboxAt === undefined, 'emptied');
});

describe('another process over the same store', () => {
  it('hears of a sanction within a minute, and of its end at once', async () => {
    const second = await bootApp({}, { now: () => now, over: app });
    const there = Object.assign(Object.create(Object.getPrototypeOf(lea) as object) as Reader, lea, {
      url: second.url,
    });
    expect((await there.post(`Depuis l’autre. ${unlike()}`)).status).toBe(201);
    const id = (await sanction(owner, 'ban')).body.sanctions[0]?.id ?? '';
    now = new Date(now.getTime() + 61_000);
    expect((await there.post(`Toujours là ? ${unlike()}`)).status).toBe(403);
    await lift(owner, id);
    expect((await there.post(`De retour. ${unlike()}`)).status).toBe(201);
    await second.close();
  });
});
