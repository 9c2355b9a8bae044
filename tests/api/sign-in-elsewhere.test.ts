import { execFile } from 'node:child_process';
import { createHmac, generateKeyPairSync, randomUUID, sign as signWith } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SiteId } from '../../shared/ids.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { ProviderChecked, SiteAccountsView, SiteKeyAdded } from '../../shared/site-accounts.ts';
import type { Me, OwnSessions, SignInLinkChecked, SignInWays } from '../../shared/sign-in.ts';
import { providerRoutes } from '../../shared/sign-in-routes.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { OidcProvider } from '../support/oidc-provider.ts';
import { SigningIn } from '../support/signing-in.ts';
import { ROOT } from '../support/sources.ts';

const GAZETTE = 'gazette';

let app: TestApp;
let provider: OidcProvider;
let owner: Moderator;
let moderator: Moderator;
let secret: string;
let kid: string;
let ahead = 0;

beforeAll(async () => {
  provider = await OidcProvider.start();
  app = await bootApp({ OUTBOUND_ALLOW: [provider.host] }, { now: () => new Date(Date.now() + ahead) });
  const store = await openStore(app.storeUri);
  await store.sites.insert({ id: GAZETTE as SiteId, name: 'La Gazette', lang: 'fr', origins: ['self'], settings: {} });
  // What sites there are is believed for five seconds.
  ahead += 6000;
  await store.close();
  owner = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  moderator = await owner.invite('Inès Vidal');
  ({ secret, kid } = await addKey());
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

const keysAt = path(routes.siteKeys, { siteId: SITE });
const accounts = async (by = owner, site = SITE) =>
  (await by.ask<SiteAccountsView>('GET', path(routes.siteAccounts, { siteId: site }))).body;
async function addKey(site = SITE): Promise<{ kid: string; secret: string }> {
  const at = path(routes.siteKeys, { siteId: site });
  const { status, body } = await owner.ask<SiteKeyAdded>('POST', at, { body: { alg: 'HS256' } });
  if (status !== 201) throw new Error(`adding a key answered ${status}`);
  return { kid: body.kid, secret: body.secret ?? '' };
}

const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const hmac = (text: string, with_ = secret): string => createHmac('sha256', with_).update(text).digest('base64url');
const seconds = (): number => Math.floor((Date.now() + ahead) / 1000);
const claimed = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  ...{ iss: SITE, aud: `${app.url}/${SITE}`, sub: 'abonne-7', jti: randomUUID(), name: 'Lise Faure' },
  ...{ iat: seconds(), exp: seconds() + 120 },
  ...more,
});
/** A token as a site makes it, of whatever is said in it. */
function token(claims: unknown = claimed(), header: unknown = { alg: 'HS256', kid }, with_ = secret): string {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${hmac(signed, with_)}`;
}
const enter = (jwt: string, browser = new SigningIn(app.url)) =>
  browser.enter(path(routes.signInSite, { siteId: browser.site }), { jwt });
const me = async (browser: SigningIn) => (await browser.ask<Me>('GET', routes.me)).body;

describe('the keys of a site', () => {
  it('are told once and never again, two in force at most, and only by who may change settings', async () => {
    expect(secret).toMatch(/^[\w-]{43}$/);
    const body = { alg: 'HS256' };
    const key = { 'Idempotency-Key': randomUUID() };
    const [one, same] = [
      await owner.ask<SiteKeyAdded>('POST', keysAt, { body, headers: key }),
      await owner.ask<SiteKeyAdded>('POST', keysAt, { body, headers: key }),
    ];
    expect(same.body).toEqual(one.body);
    expect(await owner.ask('POST', keysAt, { body })).toMatchObject({ status: 409, body: { code: 'list-full' } });
    for (const [method, at] of [
      ['POST', keysAt],
      ['DELETE', path(routes.siteKey, { siteId: SITE, kid })],
    ] as const)
      expect((await moderator.ask(method, at, method === 'POST' ? { body } : {})).status).toBe(403);
    const revoke = () => owner.ask('DELETE', path(routes.siteKey, { siteId: SITE, kid: one.body.kid }));
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 204]);
    const seen = await accounts(moderator);
    expect(seen).toMatchObject({
      ...{ audience: `${app.url}/${SITE}`, issuer: SITE, mayChange: false },
      keys: [
        { kid, alg: 'HS256', revoked: null },
        { kid: one.body.kid, revoked: { by: { name: 'Noé Garnier' } } },
      ],
    });
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect((await owner.ask('DELETE', path(routes.siteKey, { siteId: SITE, kid: 'none' }))).status).toBe(404);
    const late = token(claimed(), { alg: 'HS256', kid: one.body.kid }, one.body.secret ?? '');
    expect((await enter(late)).status).toBe(401);
  });

  it('may be public ones, whose other half the site keeps', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const { x = '' } = publicKey.export({ format: 'jwk' });
    const jwk = { kty: 'OKP', crv: 'Ed25519', x };
    const added = await owner.ask<SiteKeyAdded>('POST', keysAt, { body: { alg: 'EdDSA', jwk } });
    expect(added.body).toEqual({ kid: expect.any(String), secret: null });
    const signed = `${part({ alg: 'EdDSA', kid: added.body.kid })}.${part(claimed({ sub: 'abonne-ed' }))}`;
    const jwt = `${signed}.${signWith(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    expect((await enter(jwt)).status).toBe(201);
    // What is public is no secret, whatever the token would like.
    for (const as of [x, publicKey.export({ format: 'pem', type: 'spki' }).toString()])
      expect((await enter(token(claimed(), { alg: 'HS256', kid: added.body.kid }, as))).status).toBe(401);
    await owner.ask('DELETE', path(routes.siteKey, { siteId: SITE, kid: added.body.kid }));
  });
});

describe('a token of the site', () => {
  it('signs in whom the site names, as whom it names, once and in one browser', async () => {
    const ways = await new SigningIn(app.url).ask<SignInWays>('GET', path(routes.signIn, { siteId: SITE }));
    expect(ways.body.site).toBe(true);
    const [first, other] = [new SigningIn(app.url), new SigningIn(app.url)];
    const jwt = token();
    const replies = await Promise.all([enter(jwt, first), enter(jwt, first)]);
    expect(replies.map(({ status }) => status)).toEqual([201, 201]);
    expect(replies[0]?.body).toMatchObject({ session: replies[1]?.body.session, person: { name: 'Lise Faure' } });
    expect(await enter(jwt, other)).toMatchObject({ status: 401, body: { code: 'site-token-refused' } });
    expect((await enter(token(claimed({ name: 'Lise F.' })), other)).body.person).toMatchObject({
      ...{ id: replies[0]?.body.person.id, name: 'Lise F.', kind: 'reader', address: null },
    });
    const { items } = (await first.ask<OwnSessions>('GET', routes.ownSessions)).body;
    expect(items.map(({ via }) => via)).toEqual(['site', 'site']);
    // A name that is none for a comment is none here.
    for (const name of ['Inès Vidal', 'x'.repeat(5000), '\u202eesil', { $ne: 1 }])
      expect((await enter(token(claimed({ name })))).body.person.name).toBe('Lise F.');
  });

  it('is made in Node as the guide says', async () => {
    const guide = await readFile(join(ROOT, 'docs/identity.md'), 'utf8');
    const example = /```js\n([^`]*(?:`[^`]+`[^`]*)*?)\n```\n/.exec(guide)?.[1] ?? '';
    const user = { id: 7, name: 'Zoé', email: 'zoe@example.org', emailVerified: true };
    const key = { kid, secret, issuer: SITE, audience: `${app.url}/${SITE}` };
    const call = `process.stdout.write(tribuneToken(${JSON.stringify(user)}, ${JSON.stringify(key)}))`;
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--input-type=module',
      '-e',
      `${example}\n${call}`,
    ]);
    expect((await enter(stdout)).body.person).toMatchObject({ name: 'Zoé', kind: 'reader' });
  });

  it('brings the guest along, and whoever has the mailbox if the site has verified it', async () => {
    const guest = await Reader.guest(app.url, 'Odile', 'sso');
    const browser = new SigningIn(app.url, { token: guest.token });
    expect((await enter(token(claimed({ sub: 'invite-1' })), browser)).body.person.id).toBe(guest.personId);
    const mailed = await SigningIn.with(app.url, 'paul@example.org');
    const { id } = await me(mailed);
    const as = async (email_verified: unknown) =>
      (await enter(token(claimed({ sub: randomUUID(), email: 'Paul@example.org', email_verified })))).body.person.id;
    expect(await as(true)).toBe(id);
    for (const said of ['true', 1, undefined, false]) expect(await as(said)).not.toBe(id);
    expect((await enter(token(claimed({ role: 'admin', picture: 'javascript:1' })))).status).toBe(201);
  });

  it('is nothing if anything about it is wrong', async () => {
    const gazette = await addKey(GAZETTE);
    const right = token();
    const [header = '', payload = '', signature = ''] = right.split('.');
    const without = (name: string): Record<string, unknown> =>
      Object.fromEntries(Object.entries(claimed()).filter(([key]) => key !== name));
    const own = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const twice = JSON.stringify(claimed()).replace('{', '{"sub":"abonne-1",');
    const wrong: Record<string, string> = {
      'no algorithm': `${part({ alg: 'none', kid })}.${payload}.`,
      'no algorithm, signed': token(claimed(), { alg: 'none', kid }),
      'algorithm missing': token(claimed(), { kid }),
      'algorithm twice': token(claimed(), `{"alg":"none","alg":"HS256","kid":"${kid}"}`),
      'another algorithm': token(claimed(), { alg: 'HS512', kid }),
      'a key of its own': token(claimed(), { alg: 'EdDSA', jwk: own }),
      'a certificate of its own': token(claimed(), { alg: 'HS256', x5c: ['MIIB'] }),
      'no kid': token(claimed(), { alg: 'HS256' }),
      'an operator as kid': token(claimed(), { alg: 'HS256', kid: { $ne: null } }),
      'a header in disguise': token(claimed(), `{"\\u0061lg":"HS256","kid":"${kid}"}`),
      'another kind of token': token(claimed(), { alg: 'HS256', kid, typ: 'at+jwt' }),
      'a token around another': token(claimed(), { alg: 'HS256', kid, cty: 'JWT' }),
      'a header beyond ASCII': token(claimed(), { alg: 'HS256', kid, é: 1 }),
      'an unknown kid': token(claimed(), { alg: 'HS256', kid: 'unknown' }),
      'another secret': token(claimed(), { alg: 'HS256', kid }, 'x'.repeat(43)),
      'the key of another site': token(claimed(), { alg: 'HS256', kid: gazette.kid }, gazette.secret),
      'critical extensions': token(claimed(), { alg: 'HS256', kid, crit: ['exp'], exp: 1 }),
      'over for longer than clocks differ': token(claimed({ iat: seconds() - 200, exp: seconds() - 61 })),
      'good for too long': token(claimed({ exp: seconds() + 301 })),
      'good for ten years': token(claimed({ exp: seconds() + 3e8 })),
      'made tomorrow': token(claimed({ iat: seconds() + 3600, exp: seconds() + 3700 })),
      'its end as text': token(claimed({ exp: String(seconds() + 60) })),
      'its end as a fraction': token(claimed({ exp: seconds() + 60.5 })),
      'its end beyond numbers': token(JSON.stringify(claimed()).replace(/"exp":\d+/, '"exp":1e400')),
      'for another site': token(claimed({ aud: `${app.url}/${GAZETTE}` })),
      'for several': token(claimed({ aud: [`${app.url}/${SITE}`, 'https://other.example'] })),
      'by another': token(claimed({ iss: GAZETTE })),
      'a subject that is empty': token(claimed({ sub: '' })),
      'a subject of 10 KB': token(claimed({ sub: 'a'.repeat(5000) })),
      'a subject that is an object': token(claimed({ sub: { a: 1 } })),
      'a subject that means something': token(claimed({ sub: '__proto__' })),
      'a subject that every object has': token(claimed({ sub: 'constructor' })),
      'a subject twice': token(twice),
      'a signature that is cut': `${header}.${payload}.${signature.slice(0, -1)}`,
      'a signature with padding': `${right}=`,
      'another alphabet': `${header}.${payload}.+/${signature.slice(2)}`,
      'four parts': `${right}.${signature}`,
      'two parts': `${header}.${payload}`,
      'five parts': `${header}..${payload}.${signature}.${signature}`,
      'no JSON': token('not json'),
      ...Object.fromEntries(['exp', 'iat', 'jti', 'sub', 'aud', 'iss'].map((n) => [`no ${n}`, token(without(n))])),
    };
    const answers = await Promise.all(
      Object.entries(wrong).map(async ([name, jwt]) => [name, (await enter(jwt)).body.code] as const),
    );
    expect(answers.filter(([, code]) => code !== 'site-token-refused')).toEqual([]);
    expect((await enter(right, new SigningIn(app.url, { site: GAZETTE }))).status).toBe(401);
    expect((await enter('x'.repeat(20_001))).status).toBe(400);
    // It is still good itself, and one that is nearly over, or was made by a clock that is ahead, is, too.
    for (const odd of [
      {},
      { iat: seconds() - 100, exp: seconds() - 50 },
      { iat: seconds() + 50, exp: seconds() + 200 },
    ])
      expect((await enter(token(claimed(odd)))).status).toBe(201);
    ahead += 10 * 60_000;
    expect((await enter(right)).status).toBe(401);
  });
});

describe('a provider of accounts', () => {
  const at = path(routes.siteProvider, { siteId: SITE, providerId: 'maison' });
  const put = (more: Record<string, unknown> = {}) =>
    owner.ask<SiteAccountsView & ProblemDocument>('PUT', at, {
      body: {
        ...{ name: 'La Maison', issuer: provider.issuer, clientId: provider.clientId },
        ...{ clientSecret: provider.clientSecret, ...more },
      },
    });
  const article = (): string => `${app.url}/demo?article=1`;

  /** A browser that follows redirects with its cookies, as far as the article. */
  async function travel(query: Record<string, string> = {}, cookies = new Map<string, string>()): Promise<string> {
    const start = new URLSearchParams({ site: SITE, provider: 'maison', return: article(), ...query });
    let url = `${app.url}${providerRoutes.providerStart}?${start.toString()}`;
    for (let i = 0; i < 4; i += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url, { redirect: 'manual', headers: url.startsWith(app.url) ? { cookie } : {} });
      const [name = '', value = ''] = (response.headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? [];
      if (name !== '') cookies.set(name, value);
      const location = response.headers.get('location');
      if (location === null) return `${response.status} ${((await response.json()) as ProblemDocument).code}`;
      if (location.startsWith(`${article()}#`)) return location.slice(article().length);
      url = location;
    }
    throw new Error('too many redirects');
  }
  const secretIn = (fragment: string): string => fragment.replace('#tribune-sign-in=', '');

  it('is put in by owners and admins, at an address that may be called, and tells no secret', async () => {
    expect((await moderator.ask('PUT', at, { body: {} })).status).toBe(400);
    expect((await put({ issuer: 'http://127.0.0.1:1' })).body).toMatchObject({ errors: [{ path: 'issuer' }] });
    const check = async (issuer: string) =>
      (
        await owner.ask<ProviderChecked & ProblemDocument>('POST', path(routes.siteProviderCheck, { siteId: SITE }), {
          body: { issuer },
        })
      ).body;
    expect(await check(provider.issuer)).toMatchObject({ found: 'right', detail: null });
    expect(await check(`${provider.issuer}/`)).toMatchObject({ found: 'right' });
    expect(await check(`${provider.issuer}/realm`)).toMatchObject({ found: 'not-there', detail: '404' });
    expect(await check(provider.issuer.replace('127.0.0.1', 'localhost'))).toMatchObject({ code: 'validation-failed' });
    provider.manner = 'redirects';
    expect(await check(provider.issuer)).toMatchObject({
      found: 'unreachable',
      detail: expect.stringContaining('redirects'),
    });
    provider.manner = 'right';
    const view = (await put()).body;
    expect(view.providers).toMatchObject([{ id: 'maison', name: 'La Maison', hasSecret: true }]);
    expect(JSON.stringify(view)).not.toContain(provider.clientSecret);
    expect((await put({ clientSecret: undefined })).body.providers).toMatchObject([{ hasSecret: true }]);
    const ways = await new SigningIn(app.url).ask<SignInWays>('GET', path(routes.signIn, { siteId: SITE }));
    expect(ways.body.providers).toEqual([{ id: 'maison', name: 'La Maison' }]);
  });

  it('lets somebody in who comes back to the article, as the same person each time', async () => {
    provider.claims = { sub: 'user-1', name: 'Odile Perrin', email: 'odile@example.org', email_verified: true };
    const browser = new SigningIn(app.url);
    const secret = secretIn(await travel());
    const check = await browser.ask<SignInLinkChecked>('POST', path(routes.signInLinkCheck, { siteId: SITE }), {
      secret,
    });
    expect(check.body).toMatchObject({ as: 'odile@example.org', via: 'La Maison' });
    const { body } = await browser.link(secret);
    expect(body.person).toMatchObject({ name: 'Odile Perrin', kind: 'reader', address: 'odile@example.org' });
    expect((await browser.ask<OwnSessions>('GET', routes.ownSessions)).body.items).toMatchObject([
      { via: 'provider', provider: 'maison' },
    ]);
    provider.claims = { sub: 'user-1', name: 'Quelqu’un', email: 'other@example.org', email_verified: true };
    const again = new SigningIn(app.url);
    expect((await again.link(secretIn(await travel()))).body.person).toMatchObject({
      id: body.person.id,
      name: 'Odile Perrin',
    });
    expect((await me(await SigningIn.with(app.url, 'odile@example.org'))).id).toBe(body.person.id);
    provider.claims = { sub: 'user-2', email: 'odile@example.org' };
    expect((await new SigningIn(app.url).link(secretIn(await travel()))).body.person.id).not.toBe(body.person.id);
  });

  it('lets in the very browser that has set out, where that has a key', async () => {
    provider.claims = { sub: 'user-3' };
    const [mine, other] = [new SigningIn(app.url), new SigningIn(app.url)];
    const key = await thumbprint(mine);
    const secret = secretIn(await travel({ key }));
    expect((await other.link(secret)).body.code).toBe('sign-in-link-used');
    expect((await mine.link(secret)).status).toBe(201);
  });

  it('lets nobody in when anything is wrong, and says so at the article', async () => {
    provider.manner = 'denies';
    expect(await travel()).toBe('#tribune-sign-in-failed=refused');
    for (const manner of ['other-nonce', 'other-key'] as const) {
      provider.manner = manner;
      expect(await travel()).toBe('#tribune-sign-in-failed=unavailable');
    }
    app.expectLogged(/a provider of accounts/);
    provider.manner = 'redirects';
    await put({ name: 'La Maison ' });
    await put({ name: 'Maison' });
    expect(await travel()).toBe('#tribune-sign-in-failed=unavailable');
    app.expectLogged(/a provider of accounts/);
    provider.manner = 'right';
    const back = providerRoutes.providerReturn;
    const ask = async (url: string, cookie = ''): Promise<number> =>
      (await fetch(`${app.url}${url}`, { redirect: 'manual', headers: { cookie } })).status;
    expect(await ask(`${back}?code=a&state=b`)).toBe(410);
    expect(await ask(`${back}?code=a&state=b`, 'tribune-oidc=forged')).toBe(410);
    const cookies = new Map<string, string>();
    await travel({}, cookies);
    // Its cookie went with the journey.
    expect(cookies.get('tribune-oidc')).toBe('');
    expect(await travel({ return: 'https://evil.example/demo' })).toBe('403 origin-not-allowed');
    expect(await travel({ provider: 'none' })).toBe('404 not-found');
    expect(await travel({ site: 'nowhere' })).toBe('404 unknown-site');
    expect(await travel({ extra: '1' })).toBe('404 not-found');
    expect((await owner.ask('DELETE', at)).status).toBe(204);
    expect(await travel()).toBe('404 not-found');
  });
});

async function thumbprint({ key: { crv, kty, x, y } }: SigningIn): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ crv, kty, x, y }));
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url');
}
