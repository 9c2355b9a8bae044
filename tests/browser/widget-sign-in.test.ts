import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { SiteId } from '../../shared/ids.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteAccountsView, SiteKeyAdded } from '../../shared/site-accounts.ts';
import { openStore } from '../../services/storage/store.ts';
import { faultsHere } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator } from '../support/client.ts';
import { app, browser } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { comment, watchReports, write } from '../support/widget-page.ts';

const NONCE = 'c2lnbg';
/** The comments on a page of a site that has accounts of its own. */
const MEMBERS = `<script type="module" nonce="${NONCE}">
  const comments = document.createElement('tribune-comments');
  comments.signIn = async () => (await (await fetch('/token')).text()) || null;
  for (const [name, value] of Object.entries({ site: 'signal', thread: 'une', eager: '' })) comments.setAttribute(name, value);
  document.body.append(comments);
</script>`;

let host: Server;
let origin: string;
/** What the publisher's server says of who is signed in there. */
let token: () => string = () => '';

/** A publisher's article, at another origin than the service. */
beforeAll(async () => {
  host = createServer((req, res) => {
    if (req.url === '/token') return void res.end(token());
    const policy = [
      "default-src 'none'",
      `script-src 'nonce-${NONCE}' ${app.url}`,
      `connect-src 'self' ${app.url} ${app.url.replace('http', 'ws')}`,
      "style-src 'self'",
      "require-trusted-types-for 'script'",
    ].join('; ');
    res.setHeader('Content-Type', 'text/html; charset=utf-8').setHeader('Content-Security-Policy', policy);
    res.end(`<!doctype html><html lang="fr"><head><title>Article</title>
      <script type="module" nonce="${NONCE}" src="${app.url}/widget/tribune.js"></script></head>
      <body>${req.url === '/members' ? MEMBERS : '<tribune-comments site="signal" thread="une" eager></tribune-comments>'}
      </body></html>`);
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const store = await openStore(app.storeUri);
  const site = { id: 'signal' as SiteId, name: 'Le Signal', lang: 'fr', origins: [origin], settings: {} };
  await store.sites.insert(site);
  await store.close();
  await until(async () => (await fetch(`${app.url}/v1/sites/signal/sign-in`)).ok, 'the service knows the site');
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});

async function visit(address = `${origin}/une`, before?: () => void): Promise<Page & { reports: string[] }> {
  const page = await openPage(browser, 'about:blank', { permissions: ['local-network-access'] });
  const reports = await watchReports(page);
  if (before) await page.addInitScript(before);
  await page.goto(address);
  await page.locator('tribune-comments .heading').waitFor();
  return Object.assign(page, { reports });
}

/** The newest letter to an address: its code, and where its link leads. */
async function letterTo(address: string, after = 0): Promise<{ code: string; link: string; count: number }> {
  const read = async () => {
    const mails = await (await fetch(app.url + routes.devMail)).text();
    const own = mails.split('<article').filter((mail) => mail.includes(address));
    const code = /\b(\d{6})\b/.exec(own[0]?.replace(/<[^>]*>|[^\s"<]*tribune-sign-in[^\s"<]*/g, ' ') ?? '')?.[1] ?? '';
    return { code, link: /href="([^"]*#tribune-sign-in=[^"]*)"/.exec(own[0] ?? '')?.[1] ?? '', count: own.length };
  };
  await until(async () => (await read()).count > after, `a letter to ${address}`);
  return read();
}

const dialog = (page: Page) => page.locator('[part=sign-in-dialog]');

async function askForCode(page: Page, address: string): Promise<void> {
  await page.locator('textarea').first().click();
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await dialog(page).getByLabel('Adresse e-mail').fill(address);
  await dialog(page).getByRole('button', { name: 'Recevoir un code' }).click();
  await dialog(page).getByLabel('Code à six chiffres').waitFor();
}

async function enter(page: Page, code: string): Promise<void> {
  await dialog(page).getByLabel('Code à six chiffres').fill(code);
  await dialog(page).getByRole('button', { name: 'Se connecter' }).click();
}

async function openAccount(page: Page): Promise<void> {
  await page.locator('[part=mine]').click();
  await page.getByRole('tab', { name: 'Mon compte' }).click();
}

test('signs in by a code on a page elsewhere, without a cookie, and by the letter’s link in another browser', async () => {
  const page = await visit();
  await askForCode(page, 'anais@exemple.test');
  expect(await faultsHere(page, 'asking for the code')).toEqual([]);
  const { code, count } = await letterTo('anais@exemple.test');
  await enter(page, code === '000000' ? '111111' : '000000');
  await dialog(page).getByText('Il vous reste 4 essais').waitFor();
  await enter(page, code);
  await dialog(page).waitFor({ state: 'detached' });
  await write(page, 'Je suis chez moi', 'Anaïs');
  await comment(page, 'Je suis chez moi').locator('.badge', { hasText: 'Vous' }).waitFor();

  // A token the service does not take any more is replaced by what only this browser can sign.
  await page.evaluate(() => {
    const [name = ''] = Object.keys(sessionStorage);
    const kept = JSON.parse(sessionStorage.getItem(name) ?? '{}') as object;
    sessionStorage.setItem(name, JSON.stringify({ ...kept, token: 'over' }));
  });
  await page.reload();
  await comment(page, 'Je suis chez moi').locator('.badge', { hasText: 'Vous' }).waitFor();

  await askForCode(await visit(), 'anais@exemple.test');
  const { link } = await letterTo('anais@exemple.test', count);
  expect(link.startsWith(`${origin}/une#`)).toBe(true);
  const other = await visit(link);
  await dialog(other).getByText('Se connecter en tant que').waitFor();
  expect(await faultsHere(other, 'come back by the link')).toEqual([]);
  expect(other.url()).toBe(`${origin}/une`);
  await dialog(other).getByRole('button', { name: 'Se connecter' }).click();
  await comment(other, 'Je suis chez moi').locator('.badge', { hasText: 'Vous' }).waitFor();

  // Each sees the other, and ends it.
  await openAccount(page);
  await page.locator('.sign-in li').nth(1).waitFor();
  expect(await faultsHere(page, 'where one is signed in')).toEqual([]);
  await page.getByRole('button', { name: 'Fermer toutes les autres sessions' }).click();
  await page.getByText('Toutes vos autres sessions sont fermées').waitFor();
  await write(other, 'Suis-je encore là ?', 'Anaïs');
  await other.locator('.failure', { hasText: /session/i }).waitFor();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByText('Votre session est fermée').waitFor();
  for (const one of [page, other]) {
    expect(await one.context().cookies()).toEqual([]);
    expect(one.reports).toEqual([]);
    await one.context().close();
  }
});

test('works as long as the page is there where the browser stores nothing', async () => {
  const page = await visit(undefined, () => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('blocked', 'SecurityError');
        },
      });
  });
  await askForCode(page, 'karim@exemple.test');
  await enter(page, (await letterTo('karim@exemple.test')).code);
  await dialog(page).waitFor({ state: 'detached' });
  await write(page, 'Rien n’est gardé', 'Karim');
  await comment(page, 'Rien n’est gardé').locator('.badge', { hasText: 'Vous' }).waitFor();
  expect(page.reports).toEqual([]);
  await page.context().close();
});

test('is signed in as whoever is signed in at the site, and no longer once they have left there', async () => {
  const owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  const accounts = path(routes.siteAccounts, { siteId: 'signal' });
  const { audience, issuer } = (await owner.ask<SiteAccountsView>('GET', accounts)).body;
  const { kid, secret } = (await owner.ask<SiteKeyAdded>('POST', `${accounts}/keys`, { body: { alg: 'HS256' } })).body;
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tokenOf = (sub: string, name: string) => (): string => {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, aud: audience, sub, jti: randomUUID(), iat, exp: iat + 60, name };
    const signed = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', secret ?? '')
      .update(signed)
      .digest('base64url')}`;
  };
  token = tokenOf('17', 'Zélie');
  const page = await visit(`${origin}/members`);
  await openAccount(page);
  await page.getByText('Votre session est ouverte').waitFor();
  await page.getByRole('button', { name: 'Fermer', exact: true }).click();
  await write(page, 'Bonjour, c’est Zélie', 'Zélie');
  const own = comment(page, 'Bonjour, c’est Zélie').locator('.badge', { hasText: 'Vous' });
  await own.waitFor();
  // The same account is the same session, another one is another person, nobody is nobody.
  await page.reload();
  await own.waitFor();
  token = tokenOf('18', 'Yanis');
  await page.reload();
  await comment(page, 'Bonjour, c’est Zélie').waitFor();
  await own.waitFor({ state: 'detached' });
  await page.locator('[part=mine]').waitFor();
  token = () => '';
  await page.reload();
  await comment(page, 'Bonjour, c’est Zélie').waitFor();
  await page.locator('[part=mine]').waitFor({ state: 'detached' });
  expect(page.reports).toEqual([]);
  await page.context().close();
});
