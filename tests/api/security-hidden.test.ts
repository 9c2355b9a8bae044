import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { addressOf, operationsOf, type ApiDocument, type Operation } from '../support/security/operations.mjs';
import { SigningIn } from '../support/signing-in.ts';
import { listen, type Listener } from '../support/socket.ts';
import { until } from '../support/until.ts';

const THREAD = 'canary';
/** Found in every text and name that must not be seen. */
const CANARY = 'zinzolin';

let app: TestApp;
let author: Reader;
let other: Reader;
let moderator: Moderator;
let stranger: Listener;
let neighbour: Listener;

beforeAll(async () => {
  app = await bootApp();
  author = await Reader.guest(app.url, `Auteur ${CANARY}`, THREAD);
  other = await Reader.guest(app.url, 'Paule', THREAD);
  moderator = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  stranger = await listen(app.url, { site: SITE }, THREAD);
  neighbour = await listen(app.url, { site: SITE, token: other.token }, THREAD);
});
afterAll(async () => {
  stranger.close();
  neighbour.close();
  await app.close();
  expect(app.logged).toEqual([]);
});

/** Everything anybody but the author and the moderators can get hold of, as one text. */
async function everythingPublic(id: string): Promise<string> {
  const get = async (at: string, headers: Record<string, string> = {}): Promise<string> => {
    const { status, body, headers: answered } = await request<unknown>(app.url + at, 'GET', { headers });
    return `${at} ${status} ${JSON.stringify(body)} ${JSON.stringify([...answered])}`;
  };
  const params = { siteId: SITE, commentId: id };
  const reply = { thread: { key: THREAD }, author: { name: 'Paule' }, text: 'une réponse', parentId: id };
  return [
    ...(await Promise.all(
      ['newest', 'oldest'].flatMap((sort) =>
        [1, 20, 100].map((limit) => get(path(routes.comments, { siteId: SITE }, { thread: THREAD, sort, limit }))),
      ),
    )),
    await get(path(routes.comments, { siteId: SITE }, { thread: THREAD }), other.auth),
    await get(path(routes.changes, { siteId: SITE }, { thread: THREAD, since: 0 })),
    (await get(path(routes.comment, params))).replace(id, ''),
    (await get(path(routes.replies, params))).replace(id, ''),
    ...(await Promise.all(
      [routes.feedAtom, routes.feedJson].map((feed) => get(path(feed, { siteId: SITE }, { thread: THREAD }))),
    )),
    ...(await Promise.all(
      [routes.feedAtom, routes.feedJson, routes.recent, routes.voted, routes.active].map((at) =>
        get(path(at, { siteId: SITE })),
      ),
    )),
    await get(path(routes.mine, { siteId: SITE }, { thread: THREAD }), other.auth),
    await get(routes.notifications, other.auth),
    JSON.stringify((await other.send(reply)).body),
    // Whoever reported it before is told no more than anybody else.
    JSON.stringify((await other.report(id)).body),
    JSON.stringify((await other.own(id)).body),
    JSON.stringify((await other.edit(id, 'pris', 1)).body),
    JSON.stringify((await other.appeal(id, 'non')).body),
    JSON.stringify((await other.withdraw(id)).body),
    JSON.stringify((await other.markRead({ commentId: id })).body),
    JSON.stringify([stranger.heard, neighbour.heard]),
  ].join('\n');
}

it('shows a held, a refused and a removed comment to nobody', async () => {
  const parent = (await other.post('qui veut répondre ?')).body.id;
  const ids: Record<string, string> = {};

  const held = await author.post(`quel connard, ${CANARY}`, { parentId: parent });
  expect([held.status, held.body.state]).toEqual([202, 'held']);
  ids.held = held.body.id;
  const refused = await author.post(`sale connard de ${CANARY}`, { parentId: parent });
  ids.refused = refused.body.id;
  const { v, rev } = await card(ids.refused);
  await moderator.decide(ids.refused, {
    action: 'refuse',
    codes: ['abuse'],
    note: CANARY,
    expectedV: v,
    expectedRev: rev,
  });
  await app.app.settled();
  for (const id of [ids.held, ids.refused]) {
    const all = await everythingPublic(id);
    expect(all).not.toContain(CANARY);
    expect(all.replaceAll(`"parentId":"${id}"`, '')).not.toContain(id);
  }

  // Its author sees all of it, and may not answer it either.
  expect((await author.mine()).body.comments.map((comment) => comment.state)).toEqual(['refused', 'held']);
  expect((await author.post('et je me réponds', { parentId: ids.held })).status).toBe(422);
});

it('forgets a removed comment everywhere, also what was told of it before', async () => {
  const parent = (await other.post('une autre question')).body.id;
  const page = () => other.page();
  const before = (await page()).headers.get('etag') ?? '';
  const { body } = await author.post(`une réponse ${CANARY} tout à fait polie`, { parentId: parent });
  await neighbour.hear('notification:created');
  const shown = (await page()).headers.get('etag') ?? '';
  expect(JSON.stringify((await page()).body)).toContain(CANARY);
  expect(JSON.stringify((await other.inbox()).body)).toContain(CANARY);

  stranger.heard.length = 0;
  neighbour.heard.length = 0;
  const { v, rev } = await card(body.id);
  expect(
    (await moderator.decide(body.id, { action: 'refuse', codes: ['other'], expectedV: v, expectedRev: rev })).status,
  ).toBe(200);
  // At once, before any listener was told: the page that was ready must not be given out any more.
  expect(JSON.stringify((await page()).body)).not.toContain(CANARY);
  await app.app.settled();
  await stranger.hear('comment:removed', ({ comment }) => comment.id === body.id);

  expect(await everythingPublic(body.id)).not.toContain(CANARY);
  expect((await other.inbox()).body).toMatchObject({ unread: 0, items: [] });
  const again = await request(app.url + path(routes.comments, { siteId: SITE }, { thread: THREAD }), 'GET', {
    headers: { 'If-None-Match': `${before}, ${shown}` },
  });
  expect([again.status, JSON.stringify(again.body).includes(CANARY)]).toEqual([200, false]);
});

it('leaves a removed comment that replies hang below its place and nothing else', async () => {
  const { body } = await author.post(`à l’origine ${CANARY}`);
  await other.post('une réponse qui reste', { parentId: body.id });
  const { v, rev } = await card(body.id);
  await moderator.decide(body.id, { action: 'refuse', codes: ['other'], expectedV: v, expectedRev: rev });
  await app.app.settled();
  stranger.heard.length = 0;
  neighbour.heard.length = 0;
  expect(await everythingPublic(body.id)).not.toContain(CANARY);
  const branch = (await other.page()).body.items.find(({ root }) => root.id === body.id);
  expect(branch?.root).toMatchObject({ state: 'removed', author: null, body: [] });
  expect(branch?.replies).toHaveLength(1);
});

it('shows nobody what was taken back, edited away, reported or appealed', async () => {
  const said = (await author.post(`un mot sur ${CANARY}`)).body.id;
  await other.report(said, { reason: 'other', note: CANARY });
  expect((await author.edit(said, 'un mot sur rien')).status).toBe(200);
  const back = (await author.post(`un autre sur ${CANARY}`)).body.id;
  await other.report(back, { reason: 'other', note: CANARY });
  await author.withdraw(back);
  const refused = (await author.post(`connard de ${CANARY}, encore`)).body.id;
  const { v, rev } = await card(refused);
  await moderator.decide(refused, { action: 'refuse', codes: ['abuse'], expectedV: v, expectedRev: rev });
  expect((await author.appeal(refused, `à cause de ${CANARY}`)).status).toBe(200);
  await app.app.settled();
  await neighbour.hear('comment:removed', ({ comment }) => comment.id === back);
  // What was told before it was taken back has been read by whoever listened then.
  stranger.heard.length = 0;
  neighbour.heard.length = 0;
  for (const id of [said, back, refused]) {
    const all = await everythingPublic(id);
    // The name is the author's, and that comment is in sight.
    expect(all.replaceAll(`Auteur ${CANARY}`, '')).not.toContain(CANARY);
  }
  expect(JSON.stringify((await other.changes(0)).body)).not.toContain(`sur ${CANARY}`);
  await author.withdraw(said);
});

it('publishes no reply below a comment that is removed at the same moment, unless it was there before', async () => {
  for (let i = 0; i < 10; i += 1) {
    const { body } = await author.post(`course ${String(i)} ${CANARY}`);
    const { v, rev } = await card(body.id);
    const [decision, ...replies] = await Promise.all([
      moderator.decide(body.id, { action: 'refuse', codes: ['other'], expectedV: v, expectedRev: rev }),
      ...[1, 2, 3].map((n) => other.post(`réponse ${String(i)}.${String(n)}`, { parentId: body.id })),
    ]);
    expect(decision.status).toBe(200);
    expect(replies.every(({ status }) => status === 201 || status === 422)).toBe(true);
  }
  await app.app.settled();
  await until(async () => !JSON.stringify((await other.page({ limit: 100 })).body).includes(CANARY), 'all are hidden');
  expect(JSON.stringify((await other.changes(0)).body)).not.toContain(CANARY);
});

async function card(id: string): Promise<{ v: number; rev: number }> {
  return (await moderator.ask<{ v: number; rev: number }>('GET', path(routes.reviewItem, { commentId: id }))).body;
}

/** Asks everything that can be read, as people who may not read what is hidden; a route that is new is asked by itself. */
class Stranger {
  readonly #document: ApiDocument;
  readonly #params: Record<string, string>;
  readonly #query: Record<string, string>;
  /** Of every operation, the statuses it was answered with. */
  readonly answered = new Map<string, Set<number>>();

  constructor(document: ApiDocument, params: Record<string, string>, query: Record<string, string>) {
    this.#document = document;
    this.#params = params;
    this.#query = query;
  }

  /** Each GET with what it must be asked with, with all that is known here, and with each of that alone. */
  addresses(operation: Operation, commentId: string): string[] {
    const params = { ...this.#params, commentId };
    const known = operation.parameters.filter(({ in: where, name }) => where === 'query' && name in this.#query);
    const must = known.filter(({ required }) => required === true);
    const query = (list: Operation['parameters']): string =>
      list.map(({ name }) => `${name}=${encodeURIComponent(this.#query[name] ?? '')}`).join('&');
    const variants = [must, known, ...known.map((one) => [...new Set([...must, one])])].map(query);
    return [...new Set(variants)].map((one) => addressOf(operation, this.#document, { params, query: one }));
  }

  /** Where any of the words is in an answer, body or headers. */
  async leaks(words: RegExp, commentIds: string[], callers: Record<string, string>[]): Promise<string[]> {
    const found: string[] = [];
    for (const operation of operationsOf(this.#document).filter(({ method }) => method === 'GET')) {
      const asked = new Set(commentIds.flatMap((id) => this.addresses(operation, id)));
      for (const address of asked)
        for (const headers of callers) {
          const { status, body, headers: said } = await request<unknown>(app.url + address, 'GET', { headers });
          this.answered.set(operation.id, (this.answered.get(operation.id) ?? new Set()).add(status));
          const hit = words.exec(JSON.stringify([body, ...said]));
          if (hit !== null) found.push(`${address} as ${JSON.stringify(headers).slice(0, 20)}: ${hit[0]}`);
        }
    }
    return found;
  }
}

it('says a hidden word in no answer there is, to nobody but those it is for', async () => {
  const author2 = await Reader.guest(app.url, 'Sacha Pourpre', THREAD);
  const mailed = 'mordore@lecteurs.example';
  await author2.send({ thread: { key: THREAD }, author: { name: 'Sacha', email: mailed }, text: 'une adresse à moi' });
  const parent = (await other.post('une question de plus ?')).body.id;
  const held = (await author2.post('quel connard amarante, le budget', { parentId: parent })).body.id;
  const refused = (await author2.post('sale connard vermillon, le budget', { parentId: parent })).body.id;
  await moderator.ask('POST', path(routes.decision, { commentId: refused }), {
    body: {
      ...{ action: 'refuse', codes: ['abuse'], note: 'smaragdin' },
      remark: 'incarnat',
      ...(await seen(refused)),
    },
  });
  const withdrawn = (await author2.post('un avis garance sur le budget', { parentId: parent })).body.id;
  const removed = (await author2.post('un autre, céladon, sur le budget', { parentId: parent })).body.id;
  const edited = (await author2.post('le budget outremer', { parentId: parent })).body.id;
  await author2.withdraw(withdrawn);
  await moderator.ask('POST', path(routes.decision, { commentId: removed }), {
    body: { action: 'refuse', codes: ['other'], ...(await seen(removed)) },
  });
  expect((await author2.edit(edited, 'le budget, tout simplement')).status).toBe(200);
  const noted = { body: { text: 'à surveiller, safrané' } };
  const person = author2.personId;
  expect((await moderator.ask('POST', path(routes.personNotes, { personId: person }), noted)).status).toBeLessThan(300);
  await moderator.ask('POST', routes.sites, { body: { id: 'ailleurs', name: 'Ailleurs', lang: 'fr', origins: [] } });
  const invite = { body: { role: 'admin', sites: ['ailleurs'] } };
  const { body: invited } = await moderator.ask<{ url: string }>('POST', routes.invites, invite);
  const elsewhere = await Moderator.redeem(app.url, 'Lucie Faure', invited.url.split('#invite=')[1] ?? '');
  const reader = await SigningIn.with(app.url, 'odile@lecteurs.example');
  await app.app.settled();

  const words = /amarante|vermillon|garance|c[ée]ladon|outremer|smaragdin|incarnat|safran|mordore|pourpre/i;
  const { body: document } = await request<ApiDocument>(app.url + routes.openapi, 'GET');
  const stranger = new Stranger(
    document,
    { siteId: SITE, personId: person, memberId: moderator.view.id },
    {
      ...{
        thread: THREAD,
        threads: THREAD,
        q: 'budget',
        name: 'Sa',
        site: SITE,
        since: '0',
        sort: 'newest',
        limit: '100',
      },
    },
  );
  const ids = [held, refused, withdrawn, removed, edited];
  const callers = [{}, other.auth, { Authorization: `Bearer ${reader.token ?? ''}` }, { Cookie: elsewhere.cookie }];
  // The name of who has a comment in sight is in sight, too.
  await author2.withdraw(edited);
  await app.app.settled();
  expect(await stranger.leaks(words, ids, callers)).toEqual([]);
  // All of it is asked for as it must be: who may, does read it.
  const unasked = [...stranger.answered].filter(([, statuses]) => [...statuses].every((status) => status === 400));
  expect(unasked).toEqual([]);
  expect(await stranger.leaks(words, ids, [{ Cookie: moderator.cookie }])).not.toEqual([]);
  const pages = await Promise.all(
    [routes.demo, routes.console, routes.apiReference, routes.openapi].map((at) =>
      request<unknown>(app.url + at, 'GET'),
    ),
  );
  expect(JSON.stringify(pages.map(({ body }) => body))).not.toMatch(words);
});

/** What a decision about a comment is made from. */
async function seen(id: string): Promise<{ expectedV: number; expectedRev: number }> {
  const { v, rev } = await card(id);
  return { expectedV: v, expectedRev: rev };
}
