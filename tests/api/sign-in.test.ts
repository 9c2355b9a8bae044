import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { ThreadPage } from '../../shared/comment.ts';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import type { ErasureView, OwnExport } from '../../shared/own.ts';
import type { PersonCard } from '../../shared/people.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Me, OwnSessions, SignInLinkChecked, SignInWays } from '../../shared/sign-in.ts';
import { codeOf, linkSecretOf } from '../../services/identity/mail-sign-in.ts';
import type { DevMailDoc } from '../../services/storage/dev-mail.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, TEST_KEY, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { SigningIn } from '../support/signing-in.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;
const GAZETTE = 'gazette';

let ahead = 0;
let app: TestApp;
/** The same service as another process over the same store. */
let elsewhere: TestApp;
let store: Store;
let connection: mongoose.Connection;
let ines: Moderator;
const now = (): Date => new Date(Date.now() + ahead);

beforeAll(async () => {
  app = await bootApp({ TRUST_PROXY: 1, COMMENTS_PER_PERSON: 2 }, { now });
  store = await openStore(app.storeUri);
  await store.sites.insert({ id: GAZETTE as SiteId, name: 'La Gazette', lang: 'fr', origins: ['self'], settings: {} });
  // What sites there are is believed for five seconds.
  ahead += 6000;
  elsewhere = await bootApp({}, { over: app, now });
  connection = await mongoose.createConnection(app.storeUri).asPromise();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await connection.close();
  await store.close();
  await elsewhere.close();
  await app.close();
});

let readers = 0;
const anAddress = (name = 'lise'): string => `${name}.${readers++}@example.org`;
const letterTo = (address: string): Promise<DevMailDoc> =>
  until(async () => (await store.devMail.newest()).find(({ to }) => to === address), `a letter to ${address}`);
const me = (browser: SigningIn) => browser.ask<Me & ProblemDocument>('GET', routes.me);
const sessionsOf = async (browser: SigningIn) => (await browser.ask<OwnSessions>('GET', routes.ownSessions)).body.items;
const post = (browser: SigningIn, thread: string, text: string, author?: { name: string }) =>
  browser.ask<ProblemDocument & { id: string; author: { name: string } }>(
    'POST',
    path(routes.comments, { siteId: SITE }),
    { thread: { key: thread }, text, ...(author === undefined ? {} : { author }) },
    { 'Idempotency-Key': randomUUID() },
  );

describe('signing in by mail', () => {
  it('is offered, and a letter holds a code, and a link back to the page', async () => {
    const browser = new SigningIn(app.url);
    const ways = await browser.ask<SignInWays>('GET', path(routes.signIn, { siteId: SITE }));
    expect(ways.body).toEqual({ mail: true, site: false, providers: [] });
    const page = await browser.ask<ThreadPage>('GET', path(routes.comments, { siteId: SITE }, { thread: 'any' }));
    expect(page.body.offers.signIn).toBe(true);
    const address = anAddress('Lise');
    const { status, body } = await browser.mail(address, { lang: 'fr', url: `${app.url}/demo?a=1#comments` });
    expect([status, body.expiresInSeconds]).toEqual([202, 600]);
    const { subject, text, html } = await letterTo(address);
    const code = codeOf(TEST_KEY, body.attempt);
    expect(code).toMatch(/^\d{6}$/);
    expect(subject).toBe(`${code} est votre code pour Le Courrier de Vaubrune`);
    const link = `${app.url}/demo?a=1#tribune-sign-in=${linkSecretOf(TEST_KEY, body.attempt)}`;
    expect(text).toContain(`\n${code}\n`);
    expect([text, html].every((form) => form.includes(link))).toBe(true);
    const signedIn = await browser.code(body.attempt, code);
    expect(signedIn).toMatchObject({
      status: 201,
      body: { expiresInSeconds: 600, person: { kind: 'reader', address } },
    });
    expect((await me(browser)).body).toEqual(signedIn.body.person);
    // Where they have had a letter, mail may go, if they ask for any.
    const { mail } = (await store.people.byId(signedIn.body.person.id as PersonId)) ?? {};
    expect(mail).toMatchObject({ address, state: 'confirmed', news: false });
  });

  it('leads back to pages of the site alone, and goes out before all that waits, or not at all', async () => {
    const address = anAddress();
    const { attempt } = (await new SigningIn(app.url).mail(address, { url: 'https://evil.example/demo' })).body;
    const { text, headers } = await letterTo(address);
    expect(text).not.toMatch(/https?:/);
    expect(headers).toEqual({});
    const letters = connection.collection<{ _id: string; state: string; dueAt: Date; to?: string }>('letters');
    const sent = await until(
      () => letters.findOne({ _id: `sign-in:${attempt}`, state: 'sent' }),
      'a letter that was sent is marked so',
    );
    expect(sent.to).toBeUndefined();
    const late = { _id: 'sign-in:gone', siteId: SITE as SiteId, personId: null, key: 'k', to: address, lang: 'fr' };
    const waiting = { what: { kind: 'sign-in' as const, attempt: 'gone' }, state: 'waiting' as const, attempts: 0 };
    await store.letters.put([{ ...late, ...waiting, dueAt: now(), createdAt: now() }]);
    await until(
      async () => (await letters.findOne({ _id: 'sign-in:gone' }))?.state === 'dropped',
      'a letter that is of no use any more is dropped',
    );
  });

  it('answers alike whether somebody is known or not, and tells nobody from a few letters on', async () => {
    const known = anAddress();
    await SigningIn.with(app.url, known);
    const asked = await Promise.all(
      [known, anAddress('nobody')].map((address) => new SigningIn(app.url).mail(address)),
    );
    const shapes = asked.map(({ status, body }) => [status, Object.keys(body), body.attempt.length]);
    expect(shapes[0]).toEqual(shapes[1]);
    const full = anAddress('full');
    const statuses: number[] = [];
    for (const tagged of [full, full.toUpperCase(), full.replace('@', '+a@'), full])
      statuses.push((await new SigningIn(app.url).mail(tagged)).status);
    expect(statuses).toEqual([202, 202, 202, 429]);
    const many = Array.from({ length: 21 }, () => anAddress('many'));
    const from = { 'X-Forwarded-For': '198.51.100.7' };
    const browser = Object.assign(new SigningIn(app.url), { headers: from });
    const last: number[] = [];
    for (const address of many) last.push((await browser.mail(address)).status);
    expect(last.filter((status) => status === 202)).toHaveLength(20);
    expect(last.at(-1)).toBe(429);
  });

  it('takes five codes, however many are tried at once, and the right one no more after that', async () => {
    const browser = new SigningIn(app.url);
    const { attempt } = (await browser.mail(anAddress())).body;
    const wrong = codeOf(TEST_KEY, attempt) === '000000' ? '000001' : '000000';
    const first = await browser.code(attempt, wrong);
    expect([first.status, first.body.code, first.body['n']]).toEqual([403, 'code-wrong', 4]);
    expect(first.body.detail).toContain('4');
    const rest = await Promise.all(Array.from({ length: 12 }, () => browser.code(attempt, wrong)));
    const codes = rest.map(({ body }) => body.code);
    expect(codes.filter((code) => code === 'code-wrong')).toHaveLength(3);
    expect(codes.filter((code) => code === 'code-expired')).toHaveLength(9);
    expect(await browser.code(attempt)).toMatchObject({ status: 410, body: { code: 'code-expired' } });
  });

  it('is for one browser, which may lose the answer: of two at once one is in', async () => {
    const address = anAddress();
    const [one, two] = [new SigningIn(app.url), new SigningIn(app.url)];
    const { attempt } = (await one.mail(address)).body;
    const replies = await Promise.all([one.code(attempt), two.code(attempt), one.code(attempt), two.code(attempt)]);
    const won = replies.filter(({ status }) => status === 201);
    expect(won.length).toBeGreaterThanOrEqual(1);
    expect(new Set(won.map(({ body }) => body.session)).size).toBe(1);
    for (const { status, body } of replies) if (status !== 201) expect(body.code).toBe('code-expired');
    const [winner, loser] = one.session === '' ? [two, one] : [one, two];
    expect((await winner.code(attempt)).body.session).toBe(winner.session);
    expect((await loser.code(attempt)).status).toBe(410);
    expect(await sessionsOf(winner)).toHaveLength(1);
    // Ended is ended, also for who knows the code still.
    await winner.ask('DELETE', path(routes.ownSession, { sessionId: winner.session }));
    expect(await winner.code(attempt)).toMatchObject({ status: 401, body: { code: 'session-ended' } });
  });

  it('is nothing with another attempt, on another site, after ten minutes, or with a key that is none', async () => {
    const browser = new SigningIn(app.url);
    const { attempt } = (await browser.mail(anAddress())).body;
    const other = (await browser.mail(anAddress())).body.attempt;
    const expired = { status: 410, body: { code: 'code-expired' } };
    expect((await browser.code(other, codeOf(TEST_KEY, attempt))).status).toBe(403);
    expect(await browser.code('nothing', codeOf(TEST_KEY, attempt))).toMatchObject(expired);
    expect(await new SigningIn(app.url, { site: GAZETTE }).code(attempt)).toMatchObject(expired);
    const odd = Object.assign(new SigningIn(app.url), { key: { ...browser.key, y: browser.key.x } });
    expect(await odd.code(attempt)).toMatchObject({ status: 400, body: { errors: [{ path: 'key' }] } });
    ahead += 10 * MINUTE;
    expect(await browser.code(attempt)).toMatchObject(expired);
    expect((await browser.link(linkSecretOf(TEST_KEY, attempt))).body.code).toBe('sign-in-link-used');
  });

  it('works by the link as well, which says first whom it is for; either ends both', async () => {
    const address = anAddress();
    const browser = new SigningIn(app.url);
    const { attempt } = (await browser.mail(address)).body;
    const secret = linkSecretOf(TEST_KEY, attempt);
    const check = (of: string, site = SITE) =>
      browser.ask<SignInLinkChecked & ProblemDocument>('POST', path(routes.signInLinkCheck, { siteId: site }), {
        secret: of,
      });
    for (let i = 0; i < 2; i += 1)
      expect((await check(secret)).body).toEqual({ as: address, via: null, expiresInSeconds: expect.any(Number) });
    const used = { status: 410, body: { code: 'sign-in-link-used' } };
    const forged = `${attempt}.${linkSecretOf(TEST_KEY, 'other').split('.')[1] ?? ''}`;
    expect(await check(secret, GAZETTE)).toMatchObject(used);
    for (const bad of [forged, `${secret}A`]) {
      expect(await check(bad)).toMatchObject(used);
      expect(await browser.link(bad)).toMatchObject(used);
    }
    expect((await browser.link(secret)).body.person.address).toBe(address);
    expect((await browser.link(secret)).status).toBe(201);
    expect(await check(secret)).toMatchObject(used);
    const late = new SigningIn(app.url);
    expect(await late.link(secret)).toMatchObject(used);
    expect(await late.code(attempt)).toMatchObject({ status: 410 });
  });
});

describe('who it is', () => {
  it('a guest becomes the reader, and keeps what is theirs; the token of before is nothing any more', async () => {
    const guest = await Reader.guest(app.url, 'Odile', `t-${randomUUID()}`);
    const comment = (await guest.post('avant de me connecter')).body.id;
    const socket = await listen(app.url, { site: SITE, token: guest.token }, guest.thread);
    const browser = await SigningIn.with(app.url, anAddress(), { token: guest.token });
    await until(() => !socket.socket.connected, 'who listened by the old token is cut');
    expect((await me(browser)).body).toMatchObject({ id: guest.personId, kind: 'reader', name: 'Odile' });
    expect((await guest.mine()).body).toMatchObject({ code: 'token-invalid' });
    expect((await browser.ask('DELETE', path(routes.comment, { siteId: SITE, commentId: comment }))).status).toBe(204);
    expect((await ines.ask<PersonCard>('GET', path(routes.person, { personId: guest.personId }))).body.kind).toBe(
      'reader',
    );
  });

  it('is the same person on another device, whose guest stays a guest', async () => {
    const address = anAddress();
    const first = await SigningIn.with(app.url, address);
    const guest = await Reader.guest(app.url, 'Odile', 'elsewhere');
    const second = await SigningIn.with(app.url, address.toUpperCase(), { token: guest.token });
    expect((await me(second)).body.id).toBe((await me(first)).body.id);
    expect((await guest.mine()).status).toBe(200);
    // To some providers it is another mailbox.
    const tagged = await SigningIn.with(app.url, address.replace('@', '+x@'));
    expect((await me(tagged)).body.id).not.toBe((await me(first)).body.id);
    const both = anAddress();
    const [here, there] = [await SigningIn.with(app.url, both), await SigningIn.with(app.url, both, { site: GAZETTE })];
    expect((await me(there)).body.id).not.toBe((await me(here)).body.id);
  });

  it('is one person for one mailbox, and one mailbox for one guest, however many sign in at once', async () => {
    const address = anAddress();
    const three = await Promise.all([1, 2, 3].map(() => SigningIn.with(app.url, address)));
    expect(new Set(await Promise.all(three.map(async (one) => (await me(one)).body.id))).size).toBe(1);
    const { token, personId } = await Reader.guest(app.url, 'Odile', 'at-once');
    const two = await Promise.all([1, 2].map(() => SigningIn.with(app.url, anAddress(), { token })));
    const ids = await Promise.all(two.map(async (one) => (await me(one)).body.id));
    expect(new Set(ids).size).toBe(2);
    expect(ids).toContain(personId);
  });

  it('writes by their own name, twice as much as a guest, and may change it like a guest', async () => {
    const browser = await SigningIn.with(app.url, anAddress());
    const thread = `t-${randomUUID()}`;
    expect(await post(browser, thread, 'sans nom')).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'author' }] },
    });
    expect((await post(browser, thread, 'un', { name: 'Lise Faure' })).body.author.name).toBe('Lise Faure');
    expect((await post(browser, thread, 'deux', { name: 'Quelqu’un' })).body.author.name).toBe('Lise Faure');
    const rename = (name: string) => browser.ask<Me & ProblemDocument>('PUT', routes.me, { name });
    expect((await rename('Inès Vidal')).body).toMatchObject({ errors: [{ path: 'name', code: 'imitates-moderator' }] });
    expect((await rename('x')).body).toMatchObject({ errors: [{ path: 'name', code: 'too-short' }] });
    expect((await rename('Lise F.')).body).toMatchObject({ name: 'Lise F.', kind: 'reader' });
    expect((await post(browser, thread, 'trois')).body.author.name).toBe('Lise F.');
    expect((await post(browser, thread, 'quatre')).status).toBe(201);
    expect((await post(browser, thread, 'cinq')).status).toBe(429);
    const guest = await Reader.guest(app.url, 'Odile', thread);
    expect((await request(app.url + routes.me, 'PUT', { headers: guest.auth, body: { name: 'Odile' } })).status).toBe(
      403,
    );
  });
});

describe('a session', () => {
  it('has tokens made by its key alone, for ten minutes each', async () => {
    const browser = await SigningIn.with(app.url, anAddress());
    const other = await SigningIn.with(app.url, anAddress());
    const { token } = browser;
    expect(await browser.refresh()).toMatchObject({ status: 200, body: { expiresInSeconds: 600 } });
    expect((await me(browser)).status).toBe(200);
    const ended = { status: 401, body: { code: 'session-ended' } };
    const challenge = await browser.challenge();
    const wrong: Parameters<SigningIn['refresh']>[0][] = [
      { session: 'nobody' },
      { challenge: await other.challenge() },
      { challenge, signature: other.sign(challenge) },
      { challenge, signature: browser.sign(challenge, 'https://evil.example') },
      { challenge, signature: browser.sign(`${challenge}x`) },
      { challenge: `9999999999.${challenge.split('.')[1] ?? ''}` },
      { session: other.session },
    ];
    for (const with_ of wrong) expect(await browser.refresh(with_)).toMatchObject(ended);
    expect(await Object.assign(Object.create(browser) as SigningIn, { site: GAZETTE }).challenge()).toBeTruthy();
    ahead += MINUTE;
    expect(await browser.refresh({ challenge })).toMatchObject(ended);
    ahead += 10 * MINUTE;
    expect((await me(browser)).body.code).toBe('token-expired');
    expect((await me(Object.assign(Object.create(browser) as SigningIn, { token }))).body.code).toBe('token-expired');
    expect((await browser.refresh()).status).toBe(200);
    const forged = (browser.token ?? '').replace(/\.(\d+)\./, (_, until: string) => `.${Number(until) + 600}.`);
    expect((await me(Object.assign(Object.create(browser) as SigningIn, { token: forged }))).body.code).toBe(
      'token-invalid',
    );
  });

  it('is listed, and ends with its tokens and sockets, in another process as well', async () => {
    const address = anAddress();
    const [here, phone, tablet] = [
      await SigningIn.with(app.url, address),
      new SigningIn(app.url),
      await SigningIn.with(app.url, address),
    ];
    phone.headers = {
      'User-Agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1',
    };
    const asked = await phone.mail(anAddress('x'));
    expect(asked.status).toBe(202);
    await phone.code((await phone.mail(address)).body.attempt);
    expect(await sessionsOf(here)).toMatchObject([
      { id: phone.session, current: false, browser: 'Safari', system: 'iPhone', via: 'mail', provider: null },
      { id: tablet.session, current: false },
      { id: here.session, current: true, browser: 'Firefox', system: 'Linux' },
    ]);
    const there = await listen(elsewhere.url, { site: SITE, token: phone.token ?? '' });
    const same = await listen(app.url, { site: SITE, token: phone.token ?? '' });
    const mine = await listen(app.url, { site: SITE, token: here.token ?? '' });
    const phoneElsewhere = Object.assign(Object.create(phone) as SigningIn, { url: elsewhere.url });
    expect((await me(phoneElsewhere)).status).toBe(200);
    const end = (by: SigningIn) => by.ask('DELETE', path(routes.ownSession, { sessionId: phone.session }));
    expect((await end(await SigningIn.with(app.url, anAddress()))).status).toBe(404);
    expect([(await end(here)).status, (await end(here)).status]).toEqual([204, 204]);
    expect((await me(phone)).body.code).toBe('session-ended');
    await until(() => !same.socket.connected, 'its socket here is cut');
    await until(() => !there.socket.connected, 'its socket elsewhere is cut');
    await until(async () => (await me(phoneElsewhere)).body.code === 'session-ended', 'its token is nothing elsewhere');
    expect((await phone.refresh()).body.code).toBe('session-ended');
    expect(mine.socket.connected).toBe(true);
    const left = await here.ask<OwnSessions>('DELETE', routes.ownSessions);
    expect(left.body.items.map(({ id }) => id)).toEqual([here.session]);
    expect((await me(tablet)).body.code).toBe('session-ended');
    expect((await me(here)).status).toBe(200);
    mine.close();
  });
});

it('is in the export, and is forgotten with the reader', async () => {
  const address = anAddress('zoe');
  const browser = await SigningIn.with(app.url, address);
  const { id } = (await me(browser)).body;
  const { attempt } = (await browser.mail(address)).body;
  const all = (await browser.ask<OwnExport>('GET', routes.ownExport)).body;
  expect(all.person.kind).toBe('reader');
  expect(all.identities).toMatchObject([{ via: 'mail', provider: null, address }]);
  expect(all.sessions).toMatchObject([{ browser: 'Firefox', system: 'Linux', via: 'mail' }]);
  await letterTo(address);
  const asked = { what: 'everything' as const, count: 0 };
  expect((await browser.ask<ErasureView>('POST', routes.erasure, asked)).status).toBe(202);
  expect((await me(browser)).status).toBe(401);
  expect((await browser.refresh()).body.code).toBe('session-ended');
  await until(
    async () => (await store.identities.ofPerson(id as PersonId)).length === 0,
    'what they signed in with is gone',
  );
  expect((await browser.code(attempt)).status).toBe(410);
  const kept = ['identities', 'sign_ins', 'letters', 'dev_mail', 'reader_sessions', 'people'].map(async (name) =>
    JSON.stringify(await connection.collection(name).find().toArray()),
  );
  expect((await Promise.all(kept)).join('\n')).not.toContain(address);
  const again = await SigningIn.with(app.url, address);
  expect((await me(again)).body.id).not.toBe(id);
});
