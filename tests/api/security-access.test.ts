import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Guest, ModeratorView } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { openStore } from '../../services/storage/store.ts';
import { COST } from '../../services/auth/passwords.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';

const PASSWORD = 'correct horse battery';
const OTHER = 'gazette';
const OTHER_ORIGIN = 'https://gazette.example';

let app: TestApp;
let setupCode: string;
let reader: Reader;
let foreigner: string;
let owner: Moderator;

beforeAll(async () => {
  app = await bootApp();
  const store = await openStore(app.storeUri);
  await store.sites.insert({
    id: OTHER as SiteId,
    name: 'La Gazette',
    lang: 'fr',
    origins: [OTHER_ORIGIN],
    settings: {},
  });
  await store.close();
  setupCode = (await app.app.setupCode()) ?? '';
  owner = await Moderator.redeem(app.url, 'Noé Garnier', setupCode);
  reader = await Reader.guest(app.url, 'Odile', 'access');
  foreigner = (await request<Guest>(app.url + path(routes.guests, { siteId: OTHER }), 'POST')).body.token;
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

const ask = async (method: string, at: string, headers: Record<string, string>, body?: unknown) => {
  const reply = await request<ProblemDocument>(
    app.url + at,
    method,
    body === undefined ? { headers } : { headers, body },
  );
  return [reply.status, reply.body.code];
};
const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });
const secretOf = ({ cookie }: Moderator): string => cookie.split('=')[1] ?? '';

describe('a secret of one kind', () => {
  it('is nothing where another is asked for', async () => {
    const ticket = await owner.ticket();
    for (const secret of [ticket, secretOf(owner), setupCode]) {
      expect(await ask('GET', routes.me, bearer(secret))).toEqual([401, 'token-invalid']);
      expect(await ask('GET', `/v1/sites/${SITE}/mine?thread=access`, bearer(secret))).toEqual([401, 'token-invalid']);
    }
    for (const secret of [ticket, reader.token, setupCode, ''])
      expect((await ask('GET', routes.review, { Cookie: `tribune=${secret}` }))[0]).toBe(401);
    for (const code of [ticket, reader.token, secretOf(owner)]) {
      const body = { code, name: 'Someone Else', password: PASSWORD };
      expect(await ask('POST', routes.setup, {}, body)).toEqual([410, 'setup-link-used']);
    }
  });

  it('is nothing with a character more, less or other', async () => {
    const { token } = reader;
    const forged = [
      token.slice(0, -1),
      `${token}A`,
      `${token}=`,
      token.toUpperCase(),
      `.${token}`,
      'a'.repeat(2000),
      '',
    ];
    for (const secret of forged) expect((await ask('GET', routes.me, bearer(secret)))[0]).toBe(401);
    expect(await ask('GET', `${routes.me}?token=${token}`, {})).toEqual([401, 'token-missing']);
  });
});

describe('a guest of one site', () => {
  it('is nobody on another', async () => {
    const there = await reader.post('un commentaire d’ici');
    const body = { thread: { key: 'access' }, author: { name: 'Étranger' }, text: 'de là-bas' };
    expect(await ask('POST', `/v1/sites/${SITE}/comments`, bearer(foreigner), body)).toEqual([401, 'token-invalid']);
    expect(await ask('GET', `/v1/sites/${SITE}/mine?thread=access`, bearer(foreigner))).toEqual([401, 'token-invalid']);
    const reaction = { thread: { key: 'access' }, value: 'like' };
    expect(await ask('PUT', `/v1/sites/${SITE}/reaction`, bearer(foreigner), reaction)).toEqual([401, 'token-invalid']);
    // The same key is another thread there, and a comment of this site neither a parent nor to be read there.
    const reply = { ...body, parentId: there.body.id };
    expect(await ask('POST', `/v1/sites/${OTHER}/comments`, bearer(foreigner), reply)).toEqual([
      422,
      'parent-not-found',
    ]);
    for (const at of ['', '/replies'])
      expect(await ask('GET', `/v1/sites/${OTHER}/comments/${there.body.id}${at}`, {})).toEqual([404, 'not-found']);
  });

  it('may act from that site’s pages only', async () => {
    const own = { Origin: app.url };
    expect((await ask('GET', routes.me, { ...bearer(foreigner), Origin: OTHER_ORIGIN }))[0]).toBe(200);
    expect(await ask('GET', routes.me, { ...bearer(foreigner), ...own })).toEqual([403, 'origin-not-allowed']);
    const lookalikes = ['http://gazette.example', 'https://gazette.example:444', 'https://evilgazette.example', 'null'];
    for (const Origin of lookalikes) {
      const reply = await request(app.url + path(routes.comments, { siteId: OTHER }, { thread: 'a' }), 'GET', {
        headers: { Origin },
      });
      expect([Origin, reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([Origin, 403, null]);
    }
  });
});

it('shows and changes nobody else’s notifications', async () => {
  const mine = await Reader.guest(app.url, 'Paule', 'access');
  const parent = (await mine.post('qui répond ?')).body.id;
  const answer = (await reader.post('moi', { parentId: parent })).body.id;
  await app.app.settled();
  const [item] = (await mine.inbox()).body.items;
  for (const which of [{ ids: [item?.id] }, { commentId: answer }, { all: true }])
    expect((await reader.markRead(which)).body).toEqual({ unread: 0 });
  expect((await mine.inbox()).body.unread).toBe(1);
  expect((await reader.inbox()).body.items).toEqual([]);
});

describe('the console', () => {
  const foreign: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ];
  it.each(foreign)('takes nothing from a foreign page: %j', async (headers) => {
    const decision = path(routes.decision, { commentId: 'x' });
    const acts = [routes.setup, routes.session, routes.socketTicket, routes.invites, decision].map((at) => [
      'POST',
      at,
    ]);
    const puts = [path(routes.pin, { commentId: 'x' }), path(routes.discussionClosed, { siteId: SITE })];
    const others = [...puts.map((at) => ['PUT', at]), ['DELETE', puts[0] ?? ''], ['DELETE', routes.session]];
    for (const [method = '', at = ''] of [...acts, ...others])
      expect(await ask(method, at, { Cookie: owner.cookie, ...headers })).toEqual([403, 'origin-not-allowed']);
    expect((await owner.ask('GET', routes.session)).status).toBe(200);
    // What only reads is slow or fast by what there is to read.
    for (const at of [routes.review, `${routes.search}?q=mot`, routes.auditExport])
      expect(await ask('GET', at, { Cookie: owner.cookie, ...headers })).toEqual([403, 'origin-not-allowed']);
  });

  it('takes no form for a request, and changes nothing by GET', async () => {
    const body = JSON.stringify({ name: 'Noé Garnier', password: PASSWORD });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect((await ask('POST', routes.session, { 'Content-Type': type }, body))[0]).toBe(415);
    for (const at of [
      routes.setup,
      routes.invites,
      routes.socketTicket,
      routes.notificationsRead,
      '/v1/review/x/decision',
    ])
      expect((await ask('GET', at, { Cookie: owner.cookie, ...reader.auth }))[0]).toBe(405);
  });

  it('keeps its cookie from scripts and other sites, and its pages out of frames', async () => {
    const signedIn = await request(app.url + routes.session, 'POST', {
      body: { name: 'noe garnier', password: PASSWORD },
    });
    expect(signedIn.headers.get('set-cookie')).toMatch(
      /^tribune=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/,
    );
    const { headers: answered } = await owner.ask('GET', routes.review);
    expect(answered.get('cross-origin-resource-policy')).toBe('same-origin');
    for (const at of [routes.console, routes.demo, routes.apiReference]) {
      const { headers } = await request(app.url + at, 'GET');
      expect(headers.get('content-security-policy')).toMatch(
        /frame-ancestors 'none'.*require-trusted-types-for 'script'/,
      );
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('lets one invitation make one moderator, however often it is sent at once', async () => {
    const { url } = (await owner.ask<{ url: string }>('POST', routes.invites)).body;
    const code = url.split('#invite=')[1] ?? '';
    const redeem = (name: string) =>
      request<ModeratorView>(app.url + routes.setup, 'POST', { body: { code, name, password: PASSWORD } });
    const names = ['Aline Roux', 'Boris Petit', 'Chloé Morin', 'Aline Roux'];
    const replies = await Promise.all(names.map(redeem));
    const made = replies.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    for (const { status } of replies) expect([201, 409, 410]).toContain(status);
    // The lost answer can be had again; nobody else can.
    const name = made[0]?.body.name ?? '';
    expect((await redeem(name)).status).toBe(201);
    expect((await redeem('Denise Faure')).status).toBe(410);
  });

  it('tires of wrong passwords, and of too many at once', async () => {
    const shipped = await bootApp({}, { over: app, passwordCost: COST });
    const sign = async (name: string): Promise<number> =>
      (await request(shipped.url + routes.session, 'POST', { body: { name, password: 'not the password' } })).status;
    const statuses: number[] = [];
    for (let i = 0; i < 12; i += 1) statuses.push(await sign('Noé Garnier'));
    expect(statuses).toEqual([...Array<number>(statuses.indexOf(429)).fill(401), ...statuses.filter((s) => s === 429)]);
    expect(statuses.at(-1)).toBe(429);
    const many = await Promise.all(Array.from({ length: 30 }, (_, i) => sign(`Nobody ${String.fromCharCode(97 + i)}`)));
    expect(new Set(many)).toEqual(new Set([401, 429]));
    expect(many.filter((status) => status === 401)).toHaveLength(10);
    await shipped.close();
  });
});
