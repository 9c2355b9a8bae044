import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { PersonId } from '../../shared/ids.ts';
import type { ErasureState, ErasureView, OwnExport, OwnList } from '../../shared/own.ts';
import { ownExportSchema } from '../../shared/own.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Mutes, Subscriptions } from '../../shared/subscription.ts';
import { exportOwn } from '../../services/compliance/export-own.ts';
import type { KeptDeps } from '../../services/compliance/kept.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { flatten, Moderator, Reader, request } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { flawsInAudit } from '../support/trails.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let ahead = 0;
let app: TestApp;
let store: Store;
let connection: mongoose.Connection;
let ines: Moderator;

beforeAll(async () => {
  app = await bootApp({}, { now: () => new Date(Date.now() + ahead) });
  store = await openStore(app.storeUri);
  connection = await mongoose.createConnection(app.storeUri).asPromise();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await connection.close();
  await store.close();
  await app.close();
});

const guest = (name: string, thread = `t-${randomUUID()}`): Promise<Reader> => Reader.guest(app.url, name, thread);
const ask = <Body>(reader: Reader, method: string, at: string, body?: unknown) =>
  request<Body>(app.url + at, method, { headers: reader.auth, ...(body === undefined ? {} : { body }) });
const list = (reader: Reader, query: Record<string, string | number | undefined> = {}) =>
  ask<OwnList & ProblemDocument>(reader, 'GET', path(routes.ownComments, {}, query));
const erasure = async (reader: Reader) => (await ask<ErasureState>(reader, 'GET', routes.erasure)).body;
const erase = (reader: Reader, what: ErasureView['what'], count: number) =>
  ask<ErasureView & ProblemDocument>(reader, 'POST', routes.erasure, { what, count });
const at = (reader: Reader, thread: string): Reader => Object.assign(Object.create(reader) as Reader, { thread });
// Nobody may ask for it as often as this looks.
const ended = ({ personId }: Reader) =>
  until(async () => (await store.erasures.byId(personId as PersonId))?.state === 'done', 'the erasure is done');

/** Every document of every collection, as text. */
async function wholeDatabase(): Promise<string> {
  const collections = await connection.listCollections();
  const docs = await Promise.all(collections.map(({ name }) => connection.collection(name).find().toArray()));
  return docs.map((of, i) => `${collections[i]?.name ?? ''} ${JSON.stringify(of)}`).join('\n');
}

describe('a reader’s own comments', () => {
  it('are listed across discussions, newest first, with what became of each', async () => {
    const lea = await guest('Léa');
    const other = `t-${randomUUID()}`;
    const first = (await lea.post('un premier mot')).body.id;
    const refused = (await at(lea, other).post('un mot de trop')).body.id;
    await ines.decideNow(refused, { action: 'refuse', codes: ['abuse'], note: 'Restons courtois.' });
    const held = (await lea.post('quel connard ce maire')).body.id;
    await lea.withdraw(first);
    const page = (await list(lea, { limit: 2 })).body;
    expect(page.items).toMatchObject([
      { id: held, state: 'held', thread: { key: lea.thread } },
      { id: refused, state: 'refused', reasons: ['abuse'], note: 'Restons courtois.', thread: { key: other } },
    ]);
    const rest = (await list(lea, { limit: 2, cursor: page.next ?? '' })).body;
    expect(rest).toMatchObject({ items: [{ id: first, state: 'withdrawn' }], next: null });
    expect((await list(lea, { cursor: 'nowhere' })).body.code).toBe('cursor-invalid');
    expect((await list(await guest('Noé'))).body).toEqual({ items: [], next: null });
  });
});

describe('the export', () => {
  it('holds all that is kept about a reader, and nothing of others', async () => {
    const zoe = await guest('Zoé Lambert');
    const luc = await guest('Luc', zoe.thread);
    await zoe.send({
      ...{ thread: { key: zoe.thread }, author: { name: 'Zoé', email: 'zoe@example.org' } },
      text: 'sous un autre nom',
    });
    const { id, rev } = (await zoe.post('une première *version*')).body;
    await zoe.edit(id, 'une seconde version', rev);
    const answer = (await luc.post('je vous réponds', { parentId: id })).body.id;
    await zoe.report(answer, { reason: 'spam', note: 'de la réclame' });
    await zoe.react('like');
    await ask(zoe, 'PUT', path(routes.vote, { siteId: 'demo', commentId: answer }), { vote: 'up' });
    await ask(zoe, 'PUT', routes.subscriptions, { kind: 'answers', mail: true });
    await ask(zoe, 'PUT', routes.subscriptions, { kind: 'author', authorId: luc.personId, mail: false });
    await ask(zoe, 'PUT', path(routes.mute, { personId: luc.personId }));
    await ines.ask('POST', path(routes.personSanctions, { personId: zoe.personId }), {
      body: {
        kind: 'warn',
        codes: ['abuse'],
        note: 'Doucement.',
        remark: 'à suivre',
        expectedV: 0,
        commentId: id,
        rev: 1,
      },
    });
    await app.app.settled();
    const { status, headers, body } = await ask<OwnExport>(zoe, 'GET', routes.ownExport);
    expect([status, headers.get('content-disposition')]).toEqual([
      200,
      expect.stringMatching(/^attachment; .*\.json"$/),
    ]);
    expect(ownExportSchema.safeParse(body).error).toBeUndefined();
    expect(body).toMatchObject({
      person: { id: zoe.personId, name: 'Zoé Lambert', email: 'zoe@example.org', names: [{ name: 'Zoé' }, {}] },
      comments: [
        {
          id,
          state: 'published',
          text: 'une seconde version',
          revisions: [{ rev: 1, text: 'une première *version*' }],
        },
        { name: 'Zoé', text: 'sous un autre nom', revisions: [] },
      ],
      reactions: [{ value: 'like', thread: { key: zoe.thread } }],
      votes: [{ commentId: answer, vote: 'up', reaction: null }],
      ratings: [],
      reports: [{ commentId: answer, reason: 'spam', note: 'de la réclame', outcome: null }],
      notifications: [{ kind: 'comment', reasons: ['reply'], excerpt: 'je vous réponds' }],
      subscriptions: [
        { kind: 'author', author: { name: 'Luc' } },
        { kind: 'answers', mail: true },
      ],
      mutes: [{ name: 'Luc' }],
      sanctions: [{ act: 'imposed', kind: 'warn', codes: ['abuse'], note: 'Doucement.' }],
    });
    expect(JSON.stringify(body)).not.toMatch(/à suivre|Inès/);
    const { body: nothing } = await ask<OwnExport>(await guest('Personne'), 'GET', routes.ownExport);
    expect(nothing).toMatchObject({ person: { name: null }, comments: [], sanctions: [] });
    for (let i = 1; i < 5; i += 1) await ask(zoe, 'GET', routes.ownExport);
    expect((await ask<ProblemDocument>(zoe, 'GET', routes.ownExport)).body.code).toBe('rate-limited');
  });

  it('is read as it is taken, however much there is', async () => {
    const lea = await guest('Léa');
    const [doc] = await store.comments.byIds([(await lea.post('un mot')).body.id]);
    if (doc === undefined) throw new Error('no comment');
    let read = 0;
    const ofAuthor: KeptDeps['comments']['ofAuthor'] = (_, { limit }) => {
      read += limit;
      return Promise.resolve(read > 20_000 ? [] : Array.from({ length: limit }, () => doc));
    };
    const reading = { comments: { ...store.comments, ofAuthor }, named: store.threads, now: () => new Date() };
    const deps = { ...store, ...reading } as unknown as KeptDeps;
    const person = await store.people.byId(lea.personId as PersonId);
    if (person === null) throw new Error('no person');
    let taken = 0;
    for await (const piece of exportOwn(deps, person, new Date())) {
      taken += piece.split('"id"').length - 1;
      if (read <= 20_000) expect(read - taken).toBeLessThan(1);
    }
    expect(taken).toBe(20_000 + 1); // with the person's own id
  });
});

describe('deleting all comments', () => {
  it('asks for the number, takes every one back, keeps what hangs below, and is the same when asked again', async () => {
    const lea = await guest('Léa');
    const luc = await guest('Luc', lea.thread);
    const parent = (await lea.post('au-dessus')).body.id;
    await luc.post('en dessous', { parentId: parent });
    for (let i = 0; i < 30; i += 1) await at(lea, `${lea.thread}-${i % 3}`).post(`commentaire numéro ${i}`);
    expect(await erasure(lea)).toEqual({ count: 31, days: 7, erasure: null });
    const wrong = await erase(lea, 'comments', 30);
    expect([wrong.status, wrong.body.code, wrong.body.count]).toEqual([409, 'confirm-number', 31]);
    const all = await Promise.all([erase(lea, 'comments', 31), erase(lea, 'comments', 31)]);
    expect(all.map(({ status, body }) => [status, body.total])).toEqual([
      [202, 31],
      [202, 31],
    ]);
    await ended(lea);
    await app.app.settled();
    expect(await erasure(lea)).toMatchObject({ count: 0, erasure: { state: 'done', total: 31, done: 31 } });
    expect(flatten((await luc.page()).body).map(({ state, author }) => [state, author?.name])).toEqual([
      ['removed', undefined],
      ['published', 'Luc'],
    ]);
    expect((await at(lea, `${lea.thread}-0`).page()).body.count).toBe(0);
    // The reader goes on; what they write afterwards is not part of it.
    await lea.post('un mot de plus');
    expect(await erasure(lea)).toMatchObject({ count: 1, erasure: { done: 31 } });
    // Moderators, and nobody else, can read the texts for some days.
    expect((await ines.card(parent)).text).toBe('au-dessus');
  });

  it('goes on where a killed process left it', async () => {
    const lea = await guest('Léa');
    const ids = await Promise.all([1, 2, 3, 4].map(async (i) => (await lea.post(`mot numéro ${i}`)).body.id));
    await lea.withdraw(ids[1] ?? '');
    const asked = new Date(Date.now() + ahead);
    // What a killed process leaves: the request, some of it done, and a lease nobody renews.
    await store.erasures.begin({
      ...{ _id: lea.personId as PersonId, siteId: 'demo' as never, what: 'comments', at: asked, total: 4 },
      ...{ state: 'running', leaseUntil: new Date(asked.getTime() - 1) },
    });
    await ended(lea);
    expect((await list(lea)).body.items.map(({ state }) => state)).toEqual(Array(4).fill('withdrawn'));
  });
});

describe('who asks to be forgotten', () => {
  it('is nobody at once, and nothing of them is found anywhere; the audit accounts for all', async () => {
    const zoe = await guest('Zénobie Quatremare');
    const luc = await guest('Luc', zoe.thread);
    await zoe.send({
      ...{ thread: { key: zoe.thread }, author: { name: 'Zénobie Quatremare', email: 'zenobie@example.org' } },
      text: 'un papillon bleu',
    });
    const { id, rev } = (await zoe.post('un papillon gris')).body;
    await zoe.edit(id, 'un papillon jaune', rev);
    await luc.post('quelle bête ?', { parentId: id });
    const held = (await zoe.post('quel connard, ce papillon')).body.id;
    await ines.decideNow(held, { action: 'refuse', codes: ['abuse'] });
    await zoe.appeal(held, 'Ce papillon en est un.');
    const ofLuc = (await luc.post('tout autre chose')).body.id;
    await zoe.report(ofLuc, { reason: 'spam', note: 'un papillon publicitaire' });
    await zoe.react('like');
    await ask(zoe, 'PUT', path(routes.vote, { siteId: 'demo', commentId: ofLuc }), { vote: 'up' });
    await ask(zoe, 'PUT', routes.subscriptions, { kind: 'thread', thread: { key: zoe.thread }, mail: false });
    await ask(luc, 'PUT', routes.subscriptions, { kind: 'author', authorId: zoe.personId, mail: false });
    await ask(luc, 'PUT', path(routes.mute, { personId: zoe.personId }));
    const warned = await ines.ask('POST', path(routes.personSanctions, { personId: zoe.personId }), {
      body: { kind: 'warn', codes: ['abuse'], note: 'Zénobie, doucement.', expectedV: 0, commentId: id, rev: 2 },
    });
    expect(warned.status).toBe(201);
    await ines.ask('POST', path(routes.personNotes, { personId: zoe.personId }), {
      body: { text: 'Mme Quatremare ?' },
    });
    await app.app.settled();
    const socket = await listen(app.url, { site: 'demo', token: zoe.token }, zoe.thread);
    expect(await wholeDatabase()).toMatch(/Quatremare[^]*papillon|papillon[^]*Quatremare/);

    expect((await erase(zoe, 'everything', 4)).body.code).toBe('confirm-number');
    expect((await erase(zoe, 'everything', 3)).status).toBe(202);
    expect((await ask<ProblemDocument>(zoe, 'GET', routes.me)).body.code).toBe('token-invalid');
    await until(() => !socket.socket.connected, 'the socket is cut');
    await app.app.settled();
    expect(await wholeDatabase()).not.toMatch(/Quatremare|Zénobie|zenobie|papillon/i);
    expect(flatten((await luc.page()).body).map(({ state, author }) => [state, author?.name])).toEqual([
      ['published', 'Luc'],
      ['removed', undefined],
      ['published', 'Luc'],
    ]);
    expect((await luc.page()).body.reactions.like).toBe(0);
    await until(
      async () => (await store.votes.allOf(zoe.personId as PersonId, { place: null, limit: 9 })).length === 0,
      'the vote is gone',
    );
    expect(await store.subscriptions.countOf(zoe.personId as PersonId)).toBe(0);
    expect((await ask<Subscriptions>(luc, 'GET', routes.subscriptions)).body.items).toEqual([]);
    expect((await ask<Mutes>(luc, 'GET', routes.mutes)).body.items).toEqual([]);
    // What readers reported counts as before, said by nobody.
    const card = await ines.card(ofLuc);
    expect(card.flags?.count).toBe(1);
    expect(JSON.stringify(await store.reports.ofComment(ofLuc, 9))).not.toContain(zoe.personId);
    expect(await store.sanctions.ofPerson(zoe.personId as PersonId, 9)).toMatchObject([{ kind: 'warn', note: null }]);
    expect(await flawsInAudit(app.storeUri)).toEqual([]);
    // Once nothing of theirs can be on its way any more it is looked at again, and over.
    ahead += 2 * MINUTE;
    const job = () => store.erasures.byId(zoe.personId as PersonId);
    await until(async () => (await job())?.state === 'done', 'the erasure is done');
    expect(await job()).not.toHaveProperty('alias');
  });

  it('is not marked any more where others have named them', async () => {
    const ugo = await guest('Ugo Ferrand');
    const luc = await guest('Luc', ugo.thread);
    await ugo.post('un avis de plus');
    await luc.send({
      ...{ thread: { key: luc.thread }, author: { name: 'Luc' }, text: 'Comme le dit @Ugo Ferrand, en effet.' },
      mentions: [ugo.personId],
    });
    await app.app.settled();
    const marked = async (): Promise<boolean> => JSON.stringify((await luc.page()).body).includes('"mention":true');
    expect(await marked()).toBe(true);
    expect((await erase(ugo, 'everything', 1)).status).toBe(202);
    await app.app.settled();
    await until(async () => !(await marked()), 'the mark is gone');
    expect(JSON.stringify((await luc.page()).body)).toContain('@Ugo Ferrand');
  });
});

it('wipes what was withdrawn some days later, where nobody is forgotten', async () => {
  expect(await wholeDatabase()).toContain('commentaire numéro');
  // The last of the suite: no session of a moderator lasts so long.
  ahead += 8 * DAY;
  await until(async () => !(await wholeDatabase()).includes('commentaire numéro'), 'the texts are wiped');
  expect(await flawsInAudit(app.storeUri)).toEqual([]);
});
