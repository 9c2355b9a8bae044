import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { WebSocket } from 'playwright-core';
import type * as Package from '../../client-widget/package/tribune.d.ts';
import type { SiteId } from '../../shared/ids.ts';
import { openStore } from '../../services/storage/store.ts';
import { pinnedTags, type Manifest } from '../../tools/pin.mjs';
import { openPage } from '../support/browser.ts';
import { ROOT } from '../support/sources.ts';
import { until } from '../support/until.ts';
import { comment, remember, watchReports, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

const NONCE = 'ZWNobw';

/** An application that was bundled with the package. */
const APP = `${readFileSync(join(ROOT, 'client-widget/package/tribune.js'), 'utf8')}; Object.assign(window, { mount });`;

let host: Server;
let origin: string;
/** What the publisher serves beside the article, by path. */
const pages = new Map<string, string>();

beforeAll(async () => {
  host = createServer((req, res) => {
    if (req.url === '/host.css') return void res.setHeader('Content-Type', 'text/css').end('body { margin: 2rem }');
    if (req.url === '/app.js') return void res.setHeader('Content-Type', 'text/javascript').end(APP);
    res.setHeader('Content-Type', 'text/html; charset=utf-8');
    res.setHeader('Content-Security-Policy', policy(app.url)).end(pages.get(req.url ?? '') ?? article(app.url));
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const store = await openStore(app.storeUri);
  const id = 'echo' as SiteId;
  await store.sites.insert({ id, name: 'L’Écho du plateau', lang: 'fr', origins: [origin], settings: {} });
  await store.close();
  // The service may have read its sites a moment before.
  await until(async () => (await fetch(`${app.url}/v1/sites/echo/counts?thread=x`)).ok, 'the service knows the site');
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

const script = (src: string, more = ''): string =>
  `<script type="module" nonce="${NONCE}" src="${src}"${more}></script>`;

const pageOf = (head: string, body: string): string => `<!doctype html><html lang="fr"><head><title>Article</title>
  <link rel="stylesheet" href="/host.css">${head}</head><body><main>${body}</main></body></html>`;

const article = (service: string, comments = '<tribune-comments site="echo" thread="plateau"></tribune-comments>') =>
  pageOf(script(`${service}/widget/tribune.js`), comments);

/** Waits until something is what it should be, and shows what it is if it never becomes that. */
const expectEventually = async (read: () => unknown, wanted: unknown): Promise<void> => {
  const isThere = async (): Promise<boolean> => isDeepStrictEqual(await read(), wanted);
  await until(isThere, 'it is as it should be', 10_000).catch(() => undefined);
  expect(await read()).toEqual(wanted);
};

/** A reader's browser before it goes anywhere; `events` are what the comments tell the page. */
async function arrive() {
  const page = await openPage(browser, 'about:blank', { permissions: ['local-network-access'] });
  const reports = await watchReports(page);
  const events: [string, unknown][] = [];
  await page.exposeFunction('happened', (name: string, detail: unknown) => void events.push([name, detail]));
  await page.addInitScript(() => {
    const { happened } = window as unknown as { happened: (name: string, detail: unknown) => void };
    for (const name of ['ready', 'posted', 'count', 'error'])
      addEventListener(`tribune:${name}`, (event) => happened(name, (event as CustomEvent).detail));
  });
  return Object.assign(page, { reports, events });
}

/** A reader on the other publisher's page. */
async function visit() {
  const page = await arrive();
  await page.goto(`${origin}/article`);
  await page.getByText('Soyez le premier à commenter !').waitFor();
  return page;
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
  const id: unknown = expect.any(String);
  // The news of one's own comment may be here before the answer to posting it.
  const isPosted = ([name]: readonly unknown[]): boolean => name === 'posted';
  expect(page.events.filter(isPosted)).toEqual([['posted', { id, state: 'published' }]]);
  expect(page.events.filter((event) => !isPosted(event))).toEqual([
    ['ready', { count: 0 }],
    ['count', { count: 1 }],
    ['count', { count: 2 }],
    ['ready', { count: 2 }],
  ]);
  await Promise.all([page.context().close(), other.context().close()]);
});

test.each([
  ['on an origin its site does not name', 'site="demo" thread="x"', 'refused', 'allowed origins'],
  ['that says no site', 'thread="x"', 'site-missing', 'says no site'],
  ['whose thread cannot be one', `site="echo" thread="${'x'.repeat(301)}"`, 'validation-failed', '1 to 300 characters'],
])('a page %s stays calm, and its builder is told once what to do', async (_, attributes, code, advice) => {
  pages.set('/wrong', article(app.url, `<tribune-comments ${attributes}></tribune-comments>`.repeat(2)));
  const page = await arrive();
  await page.goto(`${origin}/wrong`);
  await page.getByText('Les commentaires ne sont pas disponibles sur cette page.').nth(1).waitFor();
  await expectEventually(
    () => page.events,
    [
      ['error', { code }],
      ['error', { code }],
    ],
  );
  const ours = page.complaints.filter((complaint) => complaint.startsWith('Tribune:'));
  expect([ours.length, ours[0]]).toEqual([1, expect.stringContaining(advice)]);
  await page.context().close();
});

test('a list of articles shows how much is said below each, whenever it comes, by one request for all', async () => {
  const teaser = (thread: string) => `<p data-tribune-count="${thread}">Réagir</p>`;
  const teasers = ['plateau', 'rien', 'plateau'].map(teaser).join('');
  pages.set('/list', pageOf(script(`${app.url}/widget/counts.js?site=echo`), teasers));
  const page = await arrive();
  const asked: string[] = [];
  page.on('request', (request) => void (request.url().includes('/v1/') && asked.push(request.url())));
  await page.goto(`${origin}/list`);
  await page.getByText('2 commentaires').nth(1).waitFor();
  await page.getByText('0 commentaire', { exact: true }).waitFor();
  expect(asked).toEqual([`${app.url}/v1/sites/echo/counts?thread=plateau&thread=rien`]);
  await page.evaluate(() => {
    const later = document.createElement('p');
    later.dataset.tribuneCount = 'plateau';
    document.querySelector('main')?.append(later);
    document.querySelectorAll('p')[1]?.setAttribute('data-tribune-count', 'plateau');
  });
  await page.getByText('2 commentaires').nth(3).waitFor();
  expect([page.reports, page.complaints]).toEqual([[], []]);
  await page.context().close();
});

test('tags that pin a version show the comments, and let nothing run that is not of it', async () => {
  const manifest = (await (await fetch(`${app.url}/widget/manifest.json`)).json()) as Manifest;
  const tags = pinnedTags(manifest, app.url).replace(/<script /g, `<script nonce="${NONCE}" `);
  pages.set('/pinned', pageOf(tags, '<tribune-comments site="echo" thread="plateau"></tribune-comments>'));
  const page = await arrive();
  await page.goto(`${origin}/pinned`);
  await comment(page, 'Depuis un autre site').waitFor();
  await page.getByRole('button', { name: 'Répondre à Nadia' }).click();
  await page.getByRole('toolbar').waitFor();
  expect([page.reports, page.complaints]).toEqual([[], []]);
  const changed = async (files: string) => {
    await page.route(files, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: `${await answer.text()};globalThis.changed = true;` });
    });
  };
  // What is loaded later is left out, what the tag names keeps all away.
  await changed('**/composer.js');
  await page.reload();
  await page.getByRole('button', { name: 'Répondre à Nadia' }).click();
  await until(() => page.complaints.some((complaint) => /integrity/i.test(complaint)), 'the browser refuses the part');
  await changed('**/tribune-*.js');
  await page.reload();
  await until(
    () => page.complaints.filter((complaint) => /integrity/i.test(complaint)).length > 1,
    'it refuses the whole',
  );
  expect(await page.evaluate(() => ['changed' in globalThis, 'Tribune' in globalThis])).toEqual([false, false]);
  await page.context().close();
});

test('a single-page app puts comments up, hears of them, changes them, and keeps nothing of a hundred routes', async () => {
  pages.set('/app', pageOf(script('/app.js'), ''));
  const page = await arrive();
  await page.goto(`${origin}/app`);
  await page.evaluate(async (api) => {
    const { mount } = window as unknown as { mount: typeof Package.mount };
    (await mount(document.body, { api, site: 'echo' })).unmount();
  }, app.url);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable');
  const held = async (): Promise<number[]> => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return ['JSEventListeners', 'Nodes'].map((name) => metrics.find((metric) => metric.name === name)?.value ?? NaN);
  };
  const sockets: WebSocket[] = [];
  page.on('websocket', (socket) => void sockets.push(socket));
  const visits = (count: number) =>
    page.evaluate(async (routes) => {
      const place = document.querySelector('main') ?? document.body;
      const drawn = async (comments: Package.TribuneHandle | undefined, change: () => void) => {
        const ready = new Promise((resolve) => comments?.element.addEventListener('tribune:ready', resolve));
        change();
        await ready;
        // What acts is there as well.
        while (!comments?.element.shadowRoot?.querySelector('[role=status]')) await new Promise(requestAnimationFrame);
      };
      for (let n = 0; n < routes; n += 2) {
        const messages = { reader: { heading: 'Réagissez' } };
        const comments = window.Tribune?.mount(place, { site: 'echo', thread: `route-${n % 3}`, messages });
        await drawn(comments, () => undefined);
        await drawn(comments, () => comments?.update({ thread: 'plateau', sort: 'oldest' }));
        if (comments?.element.shadowRoot?.textContent.includes('Réagissez') === false) throw new Error('not our words');
        comments?.unmount();
      }
      await new Promise((resolve) => setTimeout(resolve));
      return place.childElementCount;
    }, count);
  const stay = async () => {
    const connected = page.waitForEvent('websocket');
    await page.evaluate(() => window.Tribune?.mount(document.body, { site: 'echo', thread: 'plateau' }));
    await (await connected).waitForEvent('framereceived');
    await page.evaluate(() => document.querySelector('tribune-comments')?.remove());
    await until(() => sockets.every((socket) => socket.isClosed()), 'every socket is closed');
  };
  await visits(6);
  await stay();
  const before = await held();
  expect(await visits(100)).toBe(0);
  await stay();
  await expectEventually(held, before);
  expect([page.reports, page.complaints]).toEqual([[], []]);
  await page.context().close();
});
