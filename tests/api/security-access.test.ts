import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, type Guest, type ModeratorView, type Role } from '../../shared/identity.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { openStore } from '../../services/storage/store.ts';
import { may } from '../../services/auth/access.ts';
import { COST } from '../../services/auth/passwords.ts';
import { readConfig } from '../../services/config.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { addressOf, operationsOf, type ApiDocument, type Operation } from '../support/security/operations.mjs';
import { OBJECTS, RIGHTS, tablesOf } from '../support/security/rights.ts';
import { ROOT } from '../support/sources.ts';
import { until } from '../support/until.ts';

const PASSWORD = 'correct horse battery';
const OTHER = 'gazette';
const OTHER_ORIGIN = 'https://gazette.example';

let app: TestApp;
let setupCode: string;
let reader: Reader;
let foreigner: string;
let owner: Moderator;
let document: ApiDocument;
let operations: Operation[];

beforeAll(async () => {
  // Everything a site may offer its readers.
  app = await bootApp(
    {},
    { site: { readers: { votes: 'both', emojis: ['👏'], rating: true, email: 'optional', maxLength: 5000 } } },
  );
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
  document = (await request<ApiDocument>(app.url + routes.openapi, 'GET')).body;
  operations = operationsOf(document);
  // Sites are read every five seconds.
  await until(async () => {
    const made = await request<Guest>(app.url + path(routes.guests, { siteId: OTHER }), 'POST');
    foreigner = made.body.token;
    return made.status === 201;
  }, 'the other site is known');
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
    const wrong: unknown[] = [];
    // What only reads, too: it is slow or fast by what there is to read.
    for (const operation of operations.filter(({ path: at }) => /^\/v1\/(?!sites\/|me\b)/.test(at))) {
      const { method, id, shapes } = operation;
      const body = method === 'GET' ? undefined : shapes[0]?.value;
      const answer = await ask(method, addressOf(operation, document), { Cookie: owner.cookie, ...headers }, body);
      if (String(answer) !== '403,origin-not-allowed') wrong.push([id, ...answer]);
    }
    expect(wrong).toEqual([]);
    expect((await owner.ask('GET', routes.session)).status).toBe(200);
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
    // Two are worked on and eight wait; how many more find a free place depends on when they arrive.
    expect(many.filter((status) => status === 401).length).toBeGreaterThanOrEqual(10);
    await shipped.close();
  });
});

describe('of every operation', () => {
  /** Nothing that is there is at these, so that what is allowed comes to nothing. */
  const nowhere = { commentId: 'nowhere', personId: 'nowhere', bulkId: 'nowhere' };
  /** Where what is sent is looked at before who sends it, by what there is. */
  const bodies: Record<string, unknown> = { putSitesCommentsReaction: { emoji: '👏' } };
  const answerTo = async (operation: Operation, headers: Record<string, string>, params = {}): Promise<number> => {
    const example = operation.id in bodies ? bodies[operation.id] : operation.shapes[0]?.value;
    const body = operation.method === 'GET' ? undefined : example;
    const at = addressOf(operation, document, { params: { siteId: SITE, ...nowhere, ...params } });
    return (await ask(operation.method, at, headers, body))[0] as number;
  };
  const isLetIn = (status: number): boolean => status !== 401 && status !== 403 && status < 500;
  const of = (who: Operation['who']): Operation[] => operations.filter((operation) => operation.who === who);

  it('of the console, each role may what the table of roles says, and nobody else anything', async () => {
    expect(Object.keys(RIGHTS).sort()).toEqual(
      of('moderator')
        .map(({ id }) => id)
        .sort(),
    );
    const team: Record<Role, Moderator> = {
      moderator: await owner.invite('Mila Roche'),
      admin: await owner.invite('Adam Collin', 'admin'),
      owner: await owner.invite('Olga Renard', 'owner'),
    };
    const ended = await owner.invite('Enzo Lambert');
    await ended.ask('DELETE', routes.session);
    const params = { memberId: ended.view.id };
    const inForce = await owner.ask<{ settings: unknown }>('GET', path(routes.siteModeration, { siteId: SITE }));
    bodies.putConsoleSitesModeration = { version: 0, settings: inForce.body.settings };
    // As somebody knew the site before it was what it is: nothing comes of it.
    bodies.putConsoleSitesOne = { version: 999, name: 'Courrier', lang: 'fr', origins: ['self'], closed: false };
    const nobody = [{}, reader.auth, { Cookie: ended.cookie }, { Cookie: `tribune=${reader.token}` }];
    const wrong: unknown[] = [];
    // What ends the session comes last.
    const last = (one: Operation): number => Number(one.id === 'deleteConsoleSession');
    for (const operation of of('moderator').sort((a, b) => last(a) - last(b))) {
      for (const headers of nobody)
        if ((await answerTo(operation, headers)) !== 401) wrong.push([operation.id, Object.keys(headers)]);
      const right = RIGHTS[operation.id] ?? null;
      for (const role of ROLES) {
        const status = await answerTo(operation, { Cookie: team[role].cookie }, params);
        const allowed = right === null || may({ role, sites: null }, right);
        if (allowed ? !isLetIn(status) : status !== 403) wrong.push([operation.id, role, status]);
      }
    }
    expect(wrong).toEqual([]);
  });

  // A session's key, and having signed in: see sign-in.test.ts.
  const ASKS_MORE = new Set(['postSitesReaderSessionToken', 'putMe']);

  it('of readers, a token is asked for, of that site and still good', async () => {
    const forgotten = await Reader.guest(app.url, 'Lou', 'access');
    await ask('POST', routes.erasure, forgotten.auth, { what: 'everything', count: 0 });
    const wrong: unknown[] = [];
    for (const operation of of('reader')) {
      const ofSite = operation.path.includes('{siteId}');
      for (const headers of [{}, forgotten.auth, { Cookie: owner.cookie }, ...(ofSite ? [bearer(foreigner)] : [])])
        if ((await answerTo(operation, headers)) !== 401) wrong.push([operation.id, Object.keys(headers)]);
      const fresh = await Reader.guest(app.url, 'Max', 'access');
      const status = await answerTo(operation, fresh.auth);
      if (!isLetIn(status) && !ASKS_MORE.has(operation.id)) wrong.push([operation.id, 'a reader', status]);
    }
    for (const operation of of('anyone').filter(({ path: at }) => at.includes('{siteId}'))) {
      const statuses = [await answerTo(operation, {}), await answerTo(operation, bearer('forged'))];
      if (!statuses.every(isLetIn) && !ASKS_MORE.has(operation.id)) wrong.push([operation.id, 'anyone', statuses]);
    }
    expect(wrong).toEqual([]);
  });

  it('on a comment, a reader may what is theirs, and of others what readers may', async () => {
    const named = operations.filter(({ path: at }) => at.startsWith('/v1/sites/') && at.includes('{commentId}'));
    expect(Object.keys(OBJECTS).sort()).toEqual(named.map(({ id }) => id).sort());
    const [mine, theirs] = [
      await Reader.guest(app.url, 'Nour', 'access'),
      await Reader.guest(app.url, 'Théo', 'access'),
    ];
    const body = { thread: { key: 'access' }, author: { name: 'Gaël' }, text: 'un mot d’ailleurs' };
    const there = `${app.url}/v1/sites/${OTHER}/comments`;
    const elsewhere = (await request<{ id: string }>(there, 'POST', { headers: bearer(foreigner), body })).body.id;
    const wrong: unknown[] = [];
    for (const operation of named) {
      const expected = OBJECTS[operation.id];
      // Each on comments of its own, since some are gone after it.
      const ids = {
        own: (await mine.post(`de moi, pour ${operation.id}`)).body.id,
        others: (await theirs.post(`de lui, pour ${operation.id}`)).body.id,
        elsewhere,
      };
      for (const [whose, commentId] of Object.entries(ids) as [keyof typeof ids, string][]) {
        const status = await answerTo(operation, mine.auth, { commentId });
        if (expected?.[whose].includes(status) !== true) wrong.push([operation.id, whose, status]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('docs/roles.md says the same', () => {
    expect(readFileSync(join(ROOT, 'docs/roles.md'), 'utf8')).toContain(tablesOf(operations));
  });
});

describe('the address of a client', () => {
  it('is not taken from a setting that is not a number of proxies', () => {
    const wrong = ['true', 'loopback', '10.0.0.0/8', '::ffff:10.0.0.0/8', '*', '-1', '1.5', '11', '1,2', 'NaN', '1 2'];
    for (const TRUST_PROXY of wrong) expect(() => readConfig({ TRUST_PROXY })).toThrow(/TRUST_PROXY/);
  });

  it('is in no header unless a proxy in front writes it, and then what the outermost of those has seen', async () => {
    const limits = { COMMENTS_PER_ADDRESS: 1 };
    const guestsAt = async (proxies: number, addresses: string[]): Promise<number[]> => {
      const behind = await bootApp({ ...limits, TRUST_PROXY: proxies }, { over: app });
      const statuses: number[] = [];
      for (const address of addresses) {
        const headers = { 'X-Forwarded-For': address, 'X-Real-IP': '203.0.113.1', Forwarded: 'for=203.0.113.2' };
        statuses.push((await request(behind.url + path(routes.guests, { siteId: SITE }), 'POST', { headers })).status);
      }
      await behind.close();
      return statuses;
    };
    // This machine itself is not limited; whoever is believed to be somebody else, is.
    expect(await guestsAt(0, ['198.51.100.1', '198.51.100.1'])).toEqual([201, 201]);
    const one = ['198.51.100.1', '198.51.100.1', '192.0.2.9, 198.51.100.1', '198.51.100.1, 198.51.100.2'];
    expect(await guestsAt(1, one)).toEqual([201, 429, 429, 201]);
    const two = ['198.51.100.3, 10.0.0.1', '192.0.2.9, 198.51.100.3, 10.0.0.2', '198.51.100.3, 198.51.100.4, 10.0.0.1'];
    expect(await guestsAt(2, two)).toEqual([201, 429, 201]);
    // IPv4 is the same however it is written, and of IPv6 a whole network is one.
    const written = [
      '::ffff:198.51.100.5',
      '198.51.100.5',
      '2001:db8:1:2::1',
      '2001:db8:1:2:ffff::9',
      '2001:db8:1:3::1',
    ];
    expect(await guestsAt(1, written)).toEqual([201, 429, 201, 429, 201]);
  });
});
