import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Moderator, Reader } from '../support/client.ts';
import { comment, openWidget, remember, write, writeAnyway } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

const open = (thread: string) => openWidget(browser, { url: app.url, thread });
const like = (page: Page) => page.getByRole('button', { name: 'J’aime', exact: true });
const setSort = (page: Page, ...sorts: string[]) =>
  page.locator('tribune-comments').evaluate(async (element, values) => {
    for (const value of values) {
      element.setAttribute('sort', value);
      // The element draws in a microtask: each change is one of its own.
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, sorts);

/** Another tab of the same browser on the same article. */
async function another(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  const body = await page.content();
  await tab.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await tab.goto(page.url());
  await tab.locator('tribune-comments .heading').waitFor();
  await tab.locator('.tribune [role=status]').waitFor({ state: 'attached' });
  return tab;
}

describe('what is the reader’s own', () => {
  test('stays when the page changes the order', async () => {
    const page = await open('own-sort');
    const karim = await Reader.guest(app.url, 'Karim', 'own-sort');
    await karim.post('Le premier');
    await karim.post('Le second');
    await writeAnyway(page, 'Quel connard, ce maire', 'Gérard');
    await page.locator('article.held').waitFor();
    await like(page).click();
    await page.locator('[aria-pressed=true]', { hasText: 'J’aime' }).waitFor();
    await page.getByText('1 personne aime cet article').waitFor({ state: 'attached' });
    await setSort(page, 'oldest');
    await page.locator('article').first().getByText('Le premier').waitFor();
    await page.locator('article.held').waitFor();
    expect(await like(page).getAttribute('aria-pressed')).toBe('true');
    await page.context().close();
  });

  test('of two changes of the order the later counts, whichever answer is slower', async () => {
    const page = await open('own-race');
    const karim = await Reader.guest(app.url, 'Karim', 'own-race');
    await karim.post('Le premier');
    await karim.post('Le second');
    await page.reload();
    await comment(page, 'Le second').waitFor();
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route(/sort=oldest/, async (route) => {
      await gate;
      await route.continue();
    });
    const late = page.waitForResponse(/sort=oldest/);
    const first = page.waitForResponse(/sort=newest/);
    await setSort(page, 'oldest', 'newest');
    await first;
    release();
    await (await late).finished();
    await page.locator('.list[aria-busy=false]').waitFor();
    expect(await page.locator('article').first().textContent()).toContain('Le second');
    expect(await page.locator('.top select').inputValue()).toBe('newest');
    await page.context().close();
  });

  test('is there after a reload without being remembered, and nothing of it on the device', async () => {
    const page = await open('own-tab');
    await writeAnyway(page, 'Quel connard, ce maire', 'Gérard');
    await page.locator('article.held').waitFor();
    await page.reload();
    await page.locator('article.held').waitFor();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });

  test('can be kept from beside the held comment, which says what is lost otherwise', async () => {
    const page = await open('own-keep');
    await writeAnyway(page, 'Quel connard, ce maire', 'Gérard');
    const held = page.locator('article.held');
    await held.getByText('une fois cet onglet fermé').waitFor();
    await held.getByRole('button', { name: 'Se souvenir de moi sur cet appareil' }).press('Enter');
    await page.locator('.keep[aria-pressed=true]:focus').waitFor();
    expect(await page.evaluate(() => localStorage.length)).toBe(1);
    expect(await held.getByText('une fois cet onglet fermé').count()).toBe(0);
    await page.context().close();
  });

  test('is told in the moderator’s own words why it was refused', async () => {
    const page = await open('own-note');
    await writeAnyway(page, 'Quel connard, ce maire', 'Gérard');
    const id = ((await page.locator('article.held').getAttribute('id')) ?? '').replace('tribune-', '');
    const card = (await moderator.queue({ limit: 100 })).body.items.find((item) => item.id === id);
    const seen = { expectedV: card?.v ?? 0, expectedRev: card?.rev ?? 0 };
    await moderator.decide(id, { action: 'refuse', codes: ['abuse'], note: 'Reformulez, merci <b>.', ...seen });
    const refused = page.locator('article.refused');
    await refused.getByText('Message de la modération').waitFor();
    await refused.locator('blockquote').getByText('Reformulez, merci <b>.').waitFor();
    // The bell says the same, and leads to where it can be contested.
    await page.getByRole('button', { name: 'Notifications, 1 non lue' }).click();
    const line = page.getByRole('button', { name: /Votre commentaire a été refusé.*Reformulez, merci <b>\./ });
    await line.getByText('contester la décision').waitFor();
    await line.click();
    await page.locator('article.refused.marked:focus').getByRole('button', { name: 'Contester' }).waitFor();
    await page.context().close();
  });
});

describe('two tabs of one reader', () => {
  test('show the same held comments and the same heart', async () => {
    const page = await open('own-tabs');
    await write(page, 'Bonjour', 'Nadia');
    await comment(page, 'Bonjour').waitFor();
    await remember(page);
    const tab = await another(page);
    await comment(tab, 'Bonjour').waitFor();
    await writeAnyway(page, 'Quel connard, ce maire', 'Nadia');
    await tab.locator('article.held').waitFor();
    await like(page).click();
    await tab.locator('[aria-pressed=true]', { hasText: 'J’aime' }).waitFor();
    await page.context().close();
  });

  test('are one person once they are remembered, and nobody keeps what the other has deleted', async () => {
    const page = await open('own-person');
    const tab = await another(page);
    await writeAnyway(page, 'Quel connard, ce maire', 'Nadia');
    await page.locator('article.held').waitFor();
    await remember(page);
    await tab.locator('article.held').waitFor();
    await page.locator('textarea').click();
    await page.getByRole('checkbox', { checked: true }).waitFor();
    await tab.locator('textarea').click();
    await tab.getByRole('checkbox', { checked: true }).uncheck();
    await page.getByRole('checkbox', { checked: false }).waitFor();
    await page.locator('textarea').fill('Un brouillon');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });
});
