import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SiteId } from '../../shared/ids.ts';
import { openStore } from '../../services/storage/store.ts';
import { openPage } from '../support/browser.ts';
import { comment, remember, watchReports, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

const NONCE = 'ZWNobw';

let host: Server;
let origin: string;

beforeAll(async () => {
  host = createServer((req, res) => {
    if (req.url === '/host.css') return void res.setHeader('Content-Type', 'text/css').end('body { margin: 2rem }');
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Content-Security-Policy', policy(app.url)).end(article(app.url));
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const store = await openStore(app.storeUri);
  const id = 'echo' as SiteId;
  await store.sites.insert({ id, name: 'L’Écho du plateau', lang: 'fr', origins: [origin], settings: {} });
  await store.close();
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});

/** What the embedding guide says a host has to allow, and nothing else. */
const policy = (service: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' ${service}`,
    `connect-src ${service} ${service.replace('http', 'ws')}`,
    "style-src 'self'",
    "require-trusted-types-for 'script'",
  ].join('; ');

const article = (service: string): string => `<!doctype html><html lang="fr"><head><title>Article</title>
  <link rel="stylesheet" href="/host.css">
  <script type="module" nonce="${NONCE}" src="${service}/widget/tribune.js"></script></head><body><main>
  <tribune-comments site="echo" thread="plateau"></tribune-comments></main></body></html>`;

/** A reader on the other publisher's page. */
async function visit() {
  const page = await openPage(browser, 'about:blank', { permissions: ['local-network-access'] });
  const reports = await watchReports(page);
  await page.goto(`${origin}/article`);
  await page.getByText('Soyez le premier à commenter !').waitFor();
  return Object.assign(page, { reports });
}

test('another publisher’s page under a strict policy shows, posts, hears and breaks no rule', async () => {
  const [page, other] = await Promise.all([visit(), visit()]);
  await write(page, 'Depuis un autre site', 'Nadia');
  await comment(other, 'Depuis un autre site').waitFor();
  await other.getByRole('button', { name: 'Répondre à Nadia' }).click();
  await write(other.locator('ol[part=list]'), 'Vu et lu', 'Karim');
  await page.getByRole('button', { name: 'Notifications, 1 non lue' }).click();
  await page.getByRole('button', { name: /Karim vous a répondu/ }).click();
  await page.locator('article.marked:focus').getByText('Vu et lu').waitFor();
  await remember(page);
  await page.reload();
  await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
  expect([page.reports, page.complaints, other.reports, other.complaints]).toEqual([[], [], [], []]);
  await Promise.all([page.context().close(), other.context().close()]);
});

test('a page on an origin its site does not name is told that comments could not be loaded', async () => {
  const page = await openPage(browser, 'about:blank', { permissions: ['local-network-access'] });
  await page.route(`${origin}/article`, async (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: article(app.url).replace('site="echo"', 'site="demo"'),
    }),
  );
  await page.goto(`${origin}/article`);
  await page.getByText('Les commentaires n’ont pas pu être chargés.').waitFor();
  await page.context().close();
});
