import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { openPage } from '../support/browser.ts';
import { Moderator } from '../support/client.ts';
import { cardOf, emptyQueue, hold, openConsole, row, sessionOf } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

let owner: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
beforeEach(() => emptyQueue(owner));
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

async function open(options: Parameters<typeof openConsole>[2] = {}): Promise<Page & { complaints: string[] }> {
  const page = await openConsole(browser, owner, options);
  pages.push(page);
  return page;
}
const link = (page: Page, name: string): Locator => page.getByRole('navigation').getByRole('link', { name });
const current = (page: Page): Promise<string[]> => page.locator('nav [aria-current=page]').allTextContents();
const heading = (page: Page, name: string): Locator => page.locator('h2:focus', { hasText: name });
const hashOf = (page: Page): string => new URL(page.url()).hash;

test('a page is opened by its link, has an address and a title, and gets the focus', async () => {
  await hold(app.url, 'Albane');
  const page = await open();
  expect(await current(page)).toEqual(['File d’attente']);
  expect(await page.title()).toBe('(1) Modération – Tribune');
  await link(page, 'Règles').focus();
  await page.keyboard.press('Enter');
  await heading(page, 'Règles').waitFor();
  expect(await current(page)).toEqual(['Règles']);
  expect(hashOf(page)).toBe('#rules');
  expect(await page.title()).toBe('(1) Règles – Tribune');
  expect(await page.locator('.card').isVisible()).toBe(false);
  expect(await page.getByRole('main').count()).toBe(1);
  expect(page.complaints).toEqual([]);
});

test('Back and Forward lead from page to page, and a reload stays', async () => {
  const page = await open();
  await link(page, 'Règles').click();
  await heading(page, 'Règles').waitFor();
  await page.goBack();
  await page.locator('#all-done:focus').waitFor();
  await page.goForward();
  await heading(page, 'Règles').waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Règles', exact: true }).waitFor();
  expect(await current(page)).toEqual(['Règles']);
});

test('an address that names no page shows the desk', async () => {
  const page = await openPage(browser, `${app.url}/console#constructor`, { storageState: sessionOf(owner) });
  pages.push(page);
  await page.locator('.finished').waitFor();
  expect(await current(page)).toEqual(['File d’attente']);
});

test('the desk keeps what was at hand, and goes on living, behind another page', async () => {
  await hold(app.url, 'Albane');
  await hold(app.url, 'Bastien');
  const page = await open();
  await row(page, 'Bastien').click();
  await cardOf(page, 'Bastien').waitFor();
  await page.keyboard.press('r');
  await page.locator('.refuse-panel textarea').fill('Merci de rester courtois.');
  await link(page, 'Règles').click();
  await heading(page, 'Règles').waitFor();
  await hold(app.url, 'Capucine');
  await page.getByText('3 en attente').waitFor();
  // Neither a decision nor a step in the list.
  for (const key of ['1', 'a', 'j', 'Escape', '?']) await page.keyboard.press(key);
  await page.goBack();
  await cardOf(page, 'Bastien').waitFor();
  expect(await page.locator('.refuse-panel textarea').inputValue()).toBe('Merci de rester courtois.');
  await row(page, 'Capucine').waitFor();
  expect((await owner.queue()).body.items).toHaveLength(3);
  expect(await page.locator('dialog').count()).toBe(0);
});

test('a decision that could not be sent is still there after another page', async () => {
  await hold(app.url, 'Albane');
  const page = await open();
  await page.route('**/decision', (route) => route.abort('internetdisconnected'));
  await cardOf(page, 'Albane').waitFor();
  await page.keyboard.press('a');
  await page.locator('.notice.failed').waitFor();
  await link(page, 'Règles').click();
  await heading(page, 'Règles').waitFor();
  await link(page, 'File d’attente').click();
  await page.locator('.notice.failed [data-do=retry]').waitFor();
  // Said to whoever closes the tab, too, also behind another page.
  await link(page, 'Règles').click();
  const asked = page.waitForEvent('dialog');
  const closing = page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe('beforeunload');
  await (await asked).dismiss();
  await closing;
});

test('a one-time link opened in the tab still works, from any page', async () => {
  const page = await open();
  await link(page, 'Règles').click();
  await heading(page, 'Règles').waitFor();
  await page.evaluate(() => (location.hash = '#invite=abcdefghijklmnopqrstuvwxyz'));
  await page.getByRole('heading', { name: 'Ce lien a déjà servi' }).waitFor();
});

describe('at 320 px', () => {
  test('every page has its link, and the present one is in view', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    for (const place of await page.locator('nav a').all()) {
      await place.focus();
      await page.keyboard.press('Enter');
      await page.locator('h2:focus').waitFor();
      const box = await page.locator('nav [aria-current=page]').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? NaN) + (box?.width ?? NaN)).toBeLessThanOrEqual(320);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
});
