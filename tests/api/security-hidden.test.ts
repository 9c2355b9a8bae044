import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
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
