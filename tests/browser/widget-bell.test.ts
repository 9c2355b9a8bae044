import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Moderator, Reader } from '../support/client.ts';
import { comment, openWidget, remember, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

/** A remembered reader who asked something, and somebody who may answer. */
async function asked(thread: string) {
  const page = await openWidget(browser, { url: app.url, thread });
  await write(page, 'Qui me répond ?', 'Nadia');
  await comment(page, 'Qui me répond ?').waitFor();
  await remember(page);
  const karim = await Reader.guest(app.url, 'Karim', thread);
  const parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
  return { page, karim, parentId };
}

const bell = (page: Page, words: string) => page.getByRole('button', { name: words, exact: true });

describe('the bell', () => {
  test('counts a reply at once in every tab, leads to it, and is read for all', async () => {
    const { page, karim, parentId } = await asked('bell');
    const second = await page.context().newPage();
    await second.goto(`${app.url}/demo`);
    await bell(second, 'Notifications').waitFor();
    await karim.post('Moi, tout de suite', { parentId });
    await Promise.all([page, second].map((tab) => bell(tab, 'Notifications, 1 non lue').waitFor()));
    await bell(page, 'Notifications, 1 non lue').click();
    await page.getByRole('button', { name: /Karim vous a répondu/ }).click();
    await page.locator('article.marked:focus').getByText('Moi, tout de suite').waitFor();
    await Promise.all([page, second].map((tab) => bell(tab, 'Notifications').waitFor()));
    await page.context().close();
  });

  test('rings below the fold, too, and tells a reader who was away on their return', async () => {
    const { page, karim, parentId } = await asked('away');
    const context = page.context();
    const elsewhere = await context.newPage();
    await page.close();
    await karim.post('Pendant votre absence', { parentId });
    await app.app.settled();
    // The demo's comments are a long way down.
    await elsewhere.goto(`${app.url}/demo`);
    await bell(elsewhere, 'Notifications, 1 non lue').waitFor();
    expect(await elsewhere.evaluate(() => scrollY)).toBe(0);
    await karim.post('Et encore une', { parentId });
    await bell(elsewhere, 'Notifications, 2 non lues').waitFor();
    await context.close();
  });

  test('is silent about a held reply until it is approved', async () => {
    const { page, karim, parentId } = await asked('held-reply');
    const held = (await karim.post('Personne, connard', { parentId })).body;
    expect(held.state).toBe('held');
    await karim.post('Moi, volontiers', { parentId });
    await bell(page, 'Notifications, 1 non lue').click();
    await page.locator('.inbox').getByText('Moi, volontiers').waitFor();
    expect(await page.locator('.inbox li').count()).toBe(1);
    const card = (await moderator.queue()).body.items.find(({ id }) => id === held.id);
    await moderator.decide(held.id, { action: 'approve', expectedV: card?.v ?? 0, expectedRev: card?.rev ?? 0 });
    await page.locator('.inbox').getByText('Personne, connard').waitFor();
    await bell(page, 'Notifications, 2 non lues').waitFor();
    await page.context().close();
  });
});
