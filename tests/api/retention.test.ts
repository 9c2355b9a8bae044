import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { BulkView } from '../../shared/bulk.ts';
import type { CommentId, PersonId, SiteId } from '../../shared/ids.ts';
import type { ErasureState, OwnExport, OwnList } from '../../shared/own.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import type { RetentionSettings, WipePreview } from '../../shared/site-retention.ts';
import { parseSitesFile } from '../../services/sites/sites-file.ts';
import { demoSite } from '../../services/sites/sites.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { tribune } from '../support/command.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { flawsInAudit } from '../support/trails.ts';
import { until } from '../support/until.ts';

const DAY = 24 * 3_600_000;
const now = (): Date => new Date(Date.now() + ahead);

let ahead = 0;
let app: TestApp;
let second: TestApp;
let store: Store;
let connection: mongoose.Connection;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  const words = { refuse: ['zarbi'], hold: [], mask: [], allow: [] };
  const retention = { refusedDays: 0, addressDays: 0, withdrawnDays: 3 };
  app = await bootApp({}, { now, site: { words, retention } });
  // Everything here is done by two nodes at once.
  second = await bootApp({}, { now, over: app });
  store = await openStore(app.storeUri);
  connection = await mongoose.createConnection(app.storeUri).asPromise();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterAll(async () => {
  await app.app.settled();
  expect(await flawsInAudit(app.storeUri)).toEqual([]);
  await connection.close();
  await store.close();
  await second.close();
  await app.close();
});

const guest = (): Promise<Reader> => Reader.guest(app.url, 'Tristan Quatremare', `thread-${randomUUID()}`);
const ask = async <Body>(reader: Reader, at: string): Promise<Body> =>
  (await request<Body>(app.url + at, 'GET', { headers: reader.auth })).body;

/** So many days later; sessions of moderators do not last so long. */
async function later(days: number): Promise<void> {
  ahead += days * DAY;
  const again = async (who: Moderator): Promise<Moderator> => {
    const body = { name: who.name, password: 'correct horse battery' };
    const { headers } = await request(app.url + path(routes.session, {}), 'POST', { body });
    return who.at(headers.get('set-cookie')?.split(';')[0] ?? '');
  };
  [ines, noe] = [await again(ines), await again(noe)];
}

async function keep(retention: Partial<RetentionSettings>, confirmed: { count?: number } = {}) {
  const at = path(routes.siteModeration, { siteId: SITE });
  const { version, settings } = (await ines.ask<SiteModeration>('GET', at)).body;
  const body = { version, settings: { ...settings, retention: { ...settings.retention, ...retention } }, ...confirmed };
  return ines.ask<ProblemDocument>('PUT', at, { body });
}

/** Shortens the days three times, each time another way: nothing goes before its number was said. */
async function shortenEachWay({
  byRule,
  appealed,
  isWiped,
}: {
  byRule: string;
  appealed: string;
  isWiped: (id: string) => Promise<boolean>;
}): Promise<void> {
  // As old as years: the command line goes by the clock of this machine.
  for (const [_id, day] of Object.entries({ [byRule]: '2017-01-01', [appealed]: '2020-01-01' }))
    await connection
      .collection<{ _id: string }>('comments')
      .updateOne({ _id }, { $set: { 'mod.outcome.at': new Date(day) } });
  const days = (at: string): number => Math.ceil((now().getTime() - Date.parse(at)) / DAY);

  const set = (...args: string[]) => tribune('site', 'set', SITE, ...args, '--uri', app.storeUri);
  const to2018 = `retention.refusedDays=${days('2018-01-01')}`;
  expect(await set('--confirm', 'x', to2018)).toMatchObject({ code: 2 });
  for (const wrong of [[], ['--confirm', '2']])
    expect(await set(...wrong, to2018)).toMatchObject({ code: 1, err: expect.stringContaining('Say --confirm 1 if') });
  expect(await set('--confirm', '1', to2018)).toMatchObject({ code: 0 });
  await inTime(() => isWiped(byRule), 'the oldest is wiped');

  const to2025 = { refusedDays: days('2025-01-01') };
  for (const wrong of [{}, { count: 2 }]) {
    const { status, body } = await keep(to2025, wrong);
    expect([status, body.code, body.count]).toEqual([409, 'confirm-number', 1]);
  }
  expect(await isWiped(appealed)).toBe(false);
  expect((await keep(to2025, { count: 1 })).status).toBe(200);
  await inTime(() => isWiped(appealed), 'the next is wiped');

  const { refused } = (await preview(30)).body;
  expect(refused).toBeGreaterThan(0);
  const { id, name, lang, origins } = demoSite();
  const declared = { id, name, lang, origins, settings: { retention: { refusedDays: 30 } } };
  const third = await bootApp({}, { now, over: app, sitesFile: parseSitesFile(JSON.stringify({ sites: [declared] })) });
  expect(third.logged).toMatchObject([{ level: 'warn', about: { site: SITE, days: 30, count: refused } }]);
  third.expectLogged(/SITES_FILE shortens retention.refusedDays/);
  await third.close();
}

const preview = (refusedDays: number) =>
  ines.ask<WipePreview & ProblemDocument>('GET', path(routes.siteRetention, { siteId: SITE }, { refusedDays }));

/** A site in which nothing was due is looked at again a minute later, and here no minute passes by itself. */
const inTime = (condition: () => Promise<boolean>, what: string) =>
  until(() => {
    ahead += 61_000;
    return condition();
  }, what);

/** Every document of every collection, as text. */
async function wholeDatabase(): Promise<string> {
  const collections = await connection.listCollections();
  const docs = await Promise.all(collections.map(({ name }) => connection.collection(name).find().toArray()));
  return JSON.stringify(docs);
}

it('counts exactly what a setting would wipe, and wipes a comment only as it was found', async () => {
  const author = await guest();
  const { id } = (await author.post('quel connard, ce morse')).body;
  await ines.decideNow(id, { action: 'refuse', codes: ['abuse'] });
  const byRule = (await author.post('quel zarbi, ce morse')).body.id;
  await later(31);
  const fresh = (await author.post('quel connard, ce phoque')).body.id;
  await ines.decideNow(fresh, { action: 'spam' });
  for (const [days, refused] of [
    [0, 0],
    [32, 0],
    [31, 2],
    [1, 2],
  ] as const)
    expect((await preview(days)).body).toEqual({ refused });
  for (const days of [-1, 1.5, 3651]) expect((await preview(days)).status).toBe(400);

  const due = new Date(now().getTime() - 30 * DAY);
  // Not before those concerned have been told of the refusal.
  const ids = await until(async () => {
    const found = await store.comments.refusedUntil(SITE as SiteId, due, 10);
    return found.includes(id) ? found : undefined;
  }, 'the refusal is told');
  expect(ids).toEqual([id, byRule]);
  // Between the look and the wipe somebody publishes one of them.
  expect((await ines.decideNow(byRule, { action: 'approve' })).status).toBe(200);
  const wipe = () => store.comments.wipeRefused([...ids, fresh], { until: due, at: now() });
  expect([await wipe(), await wipe()]).toEqual([1, 0]);
  expect((await ines.card(byRule)).text).toBe('quel zarbi, ce morse');
  expect((await ines.card(fresh)).text).toBe('quel connard, ce phoque');

  // A decision made from what was there a moment before does not get through either.
  const [doc] = await store.comments.byIds([id]);
  if (doc === undefined) throw new Error('no comment');
  const seen = { v: doc.mod.v, rev: doc.rev, wiped: false };
  const event = { ...(await store.modEvents.ofComment(id))[0]!, id: 'late', seq: doc.mod.v + 1 };
  const left = { vis: 'visible' as const, review: 'closed' as const };
  expect(await store.comments.change(id, seen, { left, event })).toBeNull();
});

it('wipes words, name and what the rules saw once the days are over, and nothing is decided about it any more', async () => {
  const author = await guest();
  const post = async (text: string): Promise<string> => (await author.post(text)).body.id;
  const appealed = await post('quel connard, ce papillon bleu');
  await ines.decideNow(appealed, { action: 'refuse', codes: ['abuse'], note: 'Restons courtois.' });
  await author.appeal(appealed, 'Ce papillon bleu en est un.');
  await noe.decideNow(appealed, { action: 'uphold' });
  const byRule = await post('quel zarbi, ce papillon jaune');
  const open = await post('quel connard, ce papillon noir');
  await ines.decideNow(open, { action: 'spam' });
  await author.appeal(open, 'Ce papillon noir ne vend rien.');
  const many = [await post('quel connard, ce papillon gris'), await post('quel connard, ce papillon brun')];
  const act = { action: 'refuse', codes: ['spam'] };
  const bulk = await ines.ask<BulkView>('POST', path(routes.bulk, {}), {
    body: { select: { ids: many }, act, count: 2 },
  });
  const bulkIs = (state: BulkView['state']): Promise<BulkView> =>
    until(async () => {
      const { body } = await ines.ask<BulkView>('GET', path(routes.bulkItem, { bulkId: bulk.body.id }));
      return body.state === state ? body : undefined;
    }, `the act is ${state}`);
  await bulkIs('done');
  await later(31);
  // What a killed process leaves: some are done.
  const wipeFirst = () => store.comments.wipeRefused([many[0] as CommentId], { until: now(), at: now() });
  await inTime(async () => (await wipeFirst()) === 1, 'one is wiped');
  const isWiped = async (id: string): Promise<boolean> => (await ines.card(id)).wipedAt !== undefined;
  await shortenEachWay({ byRule, appealed, isWiped });
  await inTime(async () => (await Promise.all([appealed, byRule, ...many].map(isWiped))).every(Boolean), 'it is wiped');
  // The appeal that waits keeps its words.
  expect((await wholeDatabase()).match(/papillon \w+/g)).toEqual(
    expect.not.arrayContaining(['papillon bleu', 'papillon jaune', 'papillon gris', 'papillon brun']),
  );
  expect(await ines.card(open)).toMatchObject({ queue: 'appeal', text: 'quel connard, ce papillon noir' });
  expect(await ines.card(appealed)).toMatchObject({
    ...{ text: '', author: { name: '' }, undo: null, appeal: { text: '' }, verdict: { level: 'hold', hits: [] } },
    outcome: { kind: 'refused', codes: ['abuse'], note: 'Restons courtois.' },
  });

  const refusals = [
    await ines.decideNow(appealed, { action: 'approve' }),
    await ines.decide(many[1] ?? '', { action: 'approve', expectedV: 1, expectedRev: 1 }),
    await author.appeal(byRule, 'Un mot de tous les jours.'),
    await ines.ask<ProblemDocument>('POST', path(routes.reviewUndo, { commentId: appealed }), {
      body: { eventId: (await store.comments.byIds([appealed as CommentId]))[0]?.mod.last?.eventId },
    }),
  ];
  expect(refusals.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([409, 'comment-wiped']));
  expect(refusals[0]?.body).toMatchObject({ card: { id: appealed, text: '' } });
  await ines.ask('POST', path(routes.bulkUndo, { bulkId: bulk.body.id }));
  expect(await bulkIs('undone')).toMatchObject({ done: 0, skipped: { 'comment-wiped': 2 } });

  const { items } = await ask<OwnList>(author, path(routes.ownComments, {}));
  const own = items.find(({ id }) => id === appealed);
  expect(own).toMatchObject({ state: 'refused', body: [], reasons: ['abuse'], appealableUntil: null });
  expect((await author.mine()).body.comments.map(({ id }) => id)).toEqual([open]);
  const { comments } = await ask<OwnExport>(author, routes.ownExport);
  expect(comments.find(({ id }) => id === appealed)).toMatchObject({ name: '', text: '', revisions: [] });
  expect((await author.withdraw(appealed)).status).toBe(204);
  expect((await ines.decideNow(appealed, { action: 'approve' })).body.code).toBe('invalid-transition');

  // Upheld, the days begin.
  await noe.decideNow(open, { action: 'uphold' });
  await later(31);
  await inTime(async () => isWiped(open), 'it is wiped, too');
  expect(await wholeDatabase()).not.toContain('papillon');
});

it('wipes what is taken back after the days of the site, which its author is told', async () => {
  const author = await guest();
  const { id } = (await author.post('un avis sur les grenouilles')).body;
  expect((await ask<ErasureState>(author, routes.erasure)).days).toBe(3);
  await author.withdraw(id);
  await later(2);
  expect((await ines.card(id)).text).toBe('un avis sur les grenouilles');
  await later(2);
  await inTime(async () => (await ines.card(id)).wipedAt !== undefined, 'it is wiped');
  expect((await ines.card(id)).author.name).toBe('Tristan Quatremare');
});

it('forgets the address of a guest some days after their last comment, and no other', async () => {
  const [gone, stays] = [await guest(), await guest()];
  const send = (reader: Reader, address: string) =>
    reader.send({
      ...{ thread: { key: reader.thread }, author: { name: reader.name, email: `${address}@example.org` } },
      text: `un avis numéro ${randomUUID()}`,
    });
  await send(gone, 'perdue');
  await send(stays, 'gardee');
  await later(50);
  await stays.post('un avis de plus');
  await later(11);
  expect((await keep({ addressDays: 60 })).status).toBe(200);
  const addressOf = async ({ personId }: Reader) => (await store.people.byId(personId as PersonId))?.email;
  await inTime(async () => (await addressOf(gone)) === null, 'the address is forgotten');
  expect(await addressOf(stays)).toBe('gardee@example.org');
  // Given again, it is kept again, at once: this process does not remember it.
  await send(gone, 'perdue');
  expect(await addressOf(gone)).toBe('perdue@example.org');
  await later(61);
  await inTime(async () => (await addressOf(stays)) === null, 'the other one, too');
});
