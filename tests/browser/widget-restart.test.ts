import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { Reader } from '../support/client.ts';
import { startProcess, type ServiceProcess } from '../support/process.ts';
import { comment, openWidget, reveal, write } from '../support/widget-page.ts';

let folder: string;
let port: string;
let service: ServiceProcess;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tribune-restart-'));
  port = await freePort();
  [service, browser] = await Promise.all([startProcess(folder, { PORT: port }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(free);
}

test('a page survives the death of the service: it comes back by itself, whole, and keeps what could not be sent', async () => {
  const page = await openWidget(browser, { url: service.url, thread: 'restart' });
  await write(page, 'Avant la panne', 'Nadia');
  await comment(page, 'Avant la panne').waitFor();
  const karim = await Reader.guest(service.url, 'Karim', 'restart');
  await karim.post('Toujours là');
  await reveal(page);
  await comment(page, 'Toujours là').waitFor();

  // Another reader goes on to the next article of a single-page app just then.
  const next = await openWidget(browser, { url: service.url, thread: 'before' });
  await next.getByText('Soyez le premier à commenter !').waitFor();

  await page.evaluate(() => {
    document.addEventListener('tribune:posted', (event) => {
      document.title = `posted: ${(event as CustomEvent<{ state: string }>).detail.state}`;
    });
  });
  await service.kill();
  await next.locator('tribune-comments').evaluate((element) => element.setAttribute('thread', 'restart'));
  await next.getByText('Les commentaires n’ont pas pu être chargés.').waitFor();
  await write(page, 'Malgré tout', 'Nadia');
  await page.locator('article.unsent').getByText('Pas encore envoyé').waitFor();

  service = await startProcess(folder, { PORT: port });
  await karim.post('Pendant l’absence');
  await reveal(page);
  await comment(page, 'Pendant l’absence').waitFor();
  // It is sent by itself.
  await page.locator('article.unsent').waitFor({ state: 'detached' });
  await comment(page, 'Malgré tout').waitFor();
  expect(await page.title()).toBe('posted: published');
  await page.getByRole('heading', { name: '4 commentaires', exact: true }).waitFor();
  // Nobody has pressed anything. What is sent after it is back waits behind the bar, like all that is new.
  await comment(next, 'Toujours là').waitFor();
  await next.context().close();
  for (const text of ['Avant la panne', 'Toujours là', 'Pendant l’absence', 'Malgré tout'])
    expect([text, await comment(page, text).count()]).toEqual([text, 1]);
  await karim.post('Et de nouveau en direct');
  await reveal(page);
  await comment(page, 'Et de nouveau en direct').waitFor();
  await page.context().close();
});
