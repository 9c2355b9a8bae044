import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { path, routes } from '../../shared/routes.ts';
import { Moderator } from '../support/client.ts';
import { cardOf, emptyQueue, hold, openConsole, row } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

let ines: Moderator;
let noe: Moderator;
let page: Page & { complaints: string[] };

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterEach(async () => {
  await page.context().close();
  await emptyQueue(ines);
});

const NAMES = ['Albane', 'Bastien', 'Célia', 'Damien'];

async function open(): Promise<void> {
  for (const name of NAMES) await hold(app.url, name);
  page = await openConsole(browser, ines);
  await row(page, 'Damien').waitFor();
}
const picked = (): Promise<number> => page.locator('[role=option][aria-checked=true]').count();
const dialog = () => page.getByRole('dialog');

describe('acting on several comments', () => {
  test('works by keyboard: pick, act, see what was done, take it all back', async () => {
    await open();
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('2 choisis').waitFor();
    await page.keyboard.press('p');
    await dialog().getByText('Cela concerne 2 commentaires').waitFor();
    expect(await dialog().locator('.bulk-examples li').allTextContents()).toEqual([
      expect.stringContaining('Albane'),
      expect.stringContaining('Célia'),
    ]);
    await dialog().getByLabel('Approuver').press('Space');
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await page.locator('.bulk-lines').getByText('2 commentaires approuvés').waitFor();
    await row(page, 'Albane').waitFor({ state: 'detached' });
    expect((await ines.queue()).body.count).toBe(2);

    await page.getByRole('button', { name: 'Tout annuler' }).press('Enter');
    await page.locator('.bulk-lines').getByText('2 commentaires remis où ils étaient').waitFor();
    await row(page, 'Albane').waitFor();
    expect((await ines.queue()).body.count).toBe(4);
    await page.getByRole('button', { name: 'Dernières actions groupées' }).click();
    await dialog().getByText('2 commentaires remis où ils étaient').waitFor();
    expect(page.complaints).toEqual([]);
  });

  test('Shift picks a range, the box of a row one more or less, without opening it', async () => {
    await open();
    await cardOf(page, 'Albane').waitFor();
    await row(page, 'Bastien').locator('.row-pick').click();
    expect(await picked()).toBe(1);
    await cardOf(page, 'Albane').waitFor();
    await row(page, 'Damien').click({ modifiers: ['Shift'] });
    expect(await picked()).toBe(3);
    await row(page, 'Célia').locator('.row-pick').click();
    expect(await picked()).toBe(2);
    await page.getByRole('button', { name: 'Tout désélectionner' }).click();
    expect(await picked()).toBe(0);
  });

  test('everything that fits has its number typed; where that is another by now, it is asked again', async () => {
    await open();
    await page.getByRole('button', { name: 'Tout choisir (4)' }).click();
    expect(await picked()).toBe(4);
    await page.keyboard.press('p');
    await dialog().getByText('Spam', { exact: true }).click();
    const typed = dialog().getByLabel('Pour confirmer, tapez leur nombre : 4');
    await typed.fill('3');
    await typed.press('Enter');
    await dialog().getByText('Ce n’est pas ce nombre.').waitFor();
    await hold(app.url, 'Élodie');
    await typed.fill('4');
    await typed.press('Enter');
    const again = dialog().getByLabel('Pour confirmer, tapez leur nombre : 5');
    await again.waitFor();
    expect(await again.inputValue()).toBe('');
    await again.fill('5');
    await again.press('Enter');
    await page.locator('.bulk-lines').getByText('5 commentaires refusés comme spam').waitFor();
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
  });

  test('what was left alone is told with the reason, and sent twice it is one act', async () => {
    await open();
    const { items } = (await ines.queue()).body;
    const commentId = items.find(({ author }) => author.name === 'Damien')?.id ?? '';
    await noe.ask('POST', path(routes.reviewClaim, { commentId }), { body: { desk: 'noe' } });
    await page.getByRole('button', { name: 'Tout choisir (4)' }).click();
    await page.keyboard.press('p');
    await dialog().getByText('Approuver', { exact: true }).click();
    await dialog().getByLabel('Pour confirmer').fill('4');
    const keys: (string | undefined)[] = [];
    await page.route(`**${routes.bulk}`, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      keys.push(route.request().headers()['idempotency-key']);
      // It arrives, but its answer is lost, and so is whatever the page tries by itself.
      if (keys.length > 3) return route.fallback();
      if (keys.length === 1) await route.fetch();
      await route.abort();
    });
    const confirm = dialog().locator('[data-do=confirm]');
    await confirm.click();
    await dialog().locator('.trouble').waitFor();
    await confirm.click();
    await page
      .locator('.bulk-lines')
      .getByText('3 commentaires approuvés · 1 laissé tel quel : 1 – un collègue l’examinait')
      .waitFor();
    expect(keys).toEqual(Array(4).fill(keys[0]));
    const { body } = await ines.ask<{ items: { total: number }[] }>('GET', routes.bulk);
    expect(body.items.filter(({ total }) => total === 4)).toHaveLength(1);
  });
});
