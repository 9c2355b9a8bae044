import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { ErasureState, OwnList } from '../../shared/own.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

test('all of it is in one dialog, to be read, taken along, deleted and forgotten; with storage blocked, too', async () => {
  const blocked = () => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  };
  const page = await openWidget(browser, { url: app.url, thread: 'own-all', before: blocked });
  await write(page, 'Un mot sur la *halle*', 'Nadia');
  await comment(page, 'Un mot sur la halle').waitFor();
  const button = page.getByRole('button', { name: 'Mon espace' });
  const dialog = page.getByRole('dialog', { name: 'Mon espace' });
  await button.press('Enter');
  await dialog.getByText('Un mot sur la halle').waitFor();
  // Whoever goes on with Tab stays in it, and Escape leads back.
  for (let i = 0; i < 12; i += 1) await page.keyboard.press('Tab');
  const reached = await page.locator('tribune-comments').evaluate((it) => {
    const focused = it.shadowRoot?.activeElement;
    return focused == null || focused.closest('dialog') !== null;
  });
  expect(reached).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await button.evaluate((it) => (it.getRootNode() as ShadowRoot).activeElement === it)).toBe(true);

  await button.press('Enter');
  await dialog.getByRole('link').click();
  await page.locator('article.marked:focus').getByText('Un mot sur la halle').waitFor();

  await button.click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Télécharger mes données' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^tribune-.*\.json$/);
  expect(await readFile(await download.path(), 'utf8')).toContain('Un mot sur la *halle*');

  // As if the days were over at once.
  await page.route('**/v1/me/comments*', async (route) => {
    const response = await route.fetch();
    const { items, next } = (await response.json()) as OwnList;
    await route.fulfill({ response, json: { items: items.map((item) => ({ ...item, body: [] })), next } });
  });
  await dialog.getByRole('button', { name: 'Supprimer tous mes commentaires' }).click();
  await dialog.getByText('Supprimer votre commentaire (1)').waitFor();
  await dialog.locator('.ask button:focus').waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Supprimer 1 commentaire' }).click();
  await dialog.getByText('Vos commentaires sont supprimés.').waitFor();
  await dialog.locator('[data-state=withdrawn]').waitFor();
  await dialog.getByText('Son texte n’est plus conservé.').waitFor();
  await comment(page, 'Un mot sur la halle').waitFor({ state: 'detached' });

  await dialog.getByRole('button', { name: 'Effacer tout ce qui me concerne' }).click();
  await dialog.getByText(/^Effacer votre nom/).waitFor();
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await dialog.getByRole('button', { name: 'Tout effacer' }).click();
  await dialog.getByText('plus rien ici ne dit qui vous êtes').waitFor();
  await dialog.getByRole('button', { name: 'Fermer' }).click();
  await page.locator('textarea:focus').waitFor();
  expect(await button.count()).toBe(0);
  expect(page.reports).toEqual([]);
  await page.context().close();
});

test.each([0, 2])('that all is deleted is said once, after it was seen under way %i times', async (times) => {
  const page = await openWidget(browser, { url: app.url, thread: `own-deleted-${times}` });
  await write(page, 'Un mot sur la halle', 'Nadia');
  await comment(page, 'Un mot sur la halle').waitFor();
  const answers = { left: times, lists: 0 };
  await page.route('**/v1/me/comments*', (route) => {
    answers.lists += 1;
    return route.continue();
  });
  await page.route('**/v1/me/erasure', async (route) => {
    if (route.request().method() !== 'GET') return route.continue();
    let response = await route.fetch();
    let json = (await response.json()) as ErasureState;
    while (json.erasure?.state === 'running') {
      response = await route.fetch();
      json = (await response.json()) as ErasureState;
    }
    // It is over in truth before it is asked about; as if it had taken longer.
    if (json.erasure && answers.left > 0) {
      answers.left -= 1;
      json.erasure.state = 'running';
    }
    await route.fulfill({ response, json });
  });
  await page.getByRole('button', { name: 'Mon espace' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mon espace' });
  await dialog.getByText('Un mot sur la halle').waitFor();
  expect(answers.lists).toBe(1);
  await dialog.getByRole('button', { name: 'Supprimer tous mes commentaires' }).click();
  await dialog.getByRole('button', { name: 'Continuer' }).click();
  await dialog.getByRole('button', { name: 'Supprimer 1 commentaire' }).click();
  await dialog.getByText('Vos commentaires sont supprimés.').waitFor();
  await dialog.locator('[data-state=withdrawn]').waitFor();
  await comment(page, 'Un mot sur la halle').waitFor({ state: 'detached' });
  expect(answers).toEqual({ left: 0, lists: 2 });
  expect(page.reports).toEqual([]);
  await page.context().close();
});
