import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { faultsHere } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader } from '../support/client.ts';
import { hold, sessionOf } from '../support/console-page.ts';
import { path, routes } from '../../shared/routes.ts';
import { app, browser } from '../support/stage.ts';

let ines: Moderator;
let calm: Reader;
let page: Page & { complaints: string[] };

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  calm = await Reader.guest(app.url, 'Albane', 'recherche');
  await calm.post('Une place pour les vélos devant la mairie.');
  await calm.post('Et des arbres, surtout.');
  await hold(app.url, 'Bastien', 'Quel connard, avec ses vélos');
});
afterEach(() => page.context().close());

async function open(at: string, options: Parameters<typeof openPage>[2] = {}, shown = '.search-result'): Promise<void> {
  page = await openPage(browser, `${app.url}/console${at}`, { storageState: sessionOf(ines), ...options });
  await page.locator(shown).first().waitFor();
}
const result = (text: string): Locator => page.locator('.search-result', { hasText: text });

test('words are looked for on Enter among all comments; the address keeps what was searched', async () => {
  await open('#search');
  expect(await page.locator('.search-result').count()).toBe(3);
  await page.getByLabel('Mots du texte').fill('VÉLOS');
  await page.keyboard.press('Enter');
  await result('arbres').waitFor({ state: 'detached' });
  await page.getByText('2 commentaires\u00a0; la recherche est complète.').waitFor();
  await page.getByLabel('Pour les lecteurs').selectOption('hidden');
  await result('mairie').waitFor({ state: 'detached' });
  await result('Quel connard').waitFor();
  await page.reload();
  await result('Quel connard').waitFor();
  expect(await page.locator('.search-result').count()).toBe(1);
  expect(page.complaints).toEqual([]);
});

test('the same words are searched for again, and whoever chooses stays where they are', async () => {
  await open('#search=&q=fontaine&vis=visible', {}, '.search-list');
  await page.getByRole('status').getByText('Aucun commentaire ne correspond.').waitFor();
  await (await Reader.guest(app.url, 'Denise', 'fontaine')).post('Une fontaine, enfin.');
  await page.getByLabel('Mots du texte').press('Enter');
  await result('Une fontaine').waitFor();
  await page.locator('[name=q]:focus').waitFor();
  await page.getByLabel('Pour les lecteurs').focus();
  await page.keyboard.press('Home');
  await page.waitForURL(({ hash }) => !hash.includes('vis='));
  await result('Une fontaine').waitFor();
  await page.locator('select:focus').waitFor();
  await page.getByLabel('Mots du texte').fill('vélos');
  await page.keyboard.press('Enter');
  await result('mairie').waitFor();
  await page.goBack();
  await result('Une fontaine').waitFor();
  expect(await page.getByLabel('Mots du texte').inputValue()).toBe('fontaine');
});

test('what was published is refused where it was found, and approved again', async () => {
  await open('#search=&q=arbres');
  const found = result('arbres');
  await found.getByRole('button', { name: 'Détails' }).press('Enter');
  await found.getByRole('button', { name: 'Refuser' }).press('Enter');
  await page.keyboard.press('Escape');
  await found.locator('[data-do=refuse]:focus').press('Enter');
  await found.locator('[data-code=off-topic]').click();
  await found.getByText('Caché aux lecteurs').waitFor();
  expect((await calm.page()).body.count).toBe(1);
  await found.getByRole('button', { name: 'Approuver' }).press('Enter');
  await found.getByText('Visible par les lecteurs').waitFor();
  expect((await calm.page()).body.count).toBe(2);
  expect(page.complaints).toEqual([]);
});

test.each([
  ['light', 1280],
  ['dark', 320],
] as const)('is accessible in %s at %i px', async (colorScheme, width) => {
  await open('#search', { colorScheme, viewport: { width, height: 800 }, reducedMotion: 'reduce' });
  await result('connard').getByRole('button', { name: 'Détails' }).click();
  await page.locator('.search-open').waitFor();
  expect(await faultsHere(page, 'search')).toEqual([]);
});

test('words that hurt most are veiled here, too, until one asks', async () => {
  await hold(app.url, 'Camille', 'Je vais te tuer, connard');
  await open('#search=&q=tuer');
  const found = page.locator('.search-result');
  await found.getByText('tuer').waitFor();
  await page.getByRole('button', { name: 'Inès Vidal' }).click();
  await page.getByLabel('Voiler les mots extrêmes').check();
  await page.keyboard.press('Escape');
  await found.getByText('••').waitFor();
  expect(await found.textContent()).not.toContain('tuer');
  await found.getByRole('button', { name: 'Détails' }).click();
  await found.getByRole('button', { name: 'Montrer le mot voilé' }).first().waitFor();
  expect(await found.locator('.search-text').textContent()).toBe('Je vais te tuer, connard');
  expect(await found.locator('.veiled-text').first().getAttribute('aria-hidden')).toBe('true');
  expect(await faultsHere(page, 'veiled')).toEqual([]);
});

test('a comment that cannot be taken over says why, and can be with another try', async () => {
  const id = await hold(app.url, 'Dorine', 'Quel connard, cet horaire');
  const noe = await ines.invite('Noé Garnier');
  await noe.ask('POST', path(routes.reviewClaim, { commentId: id }), { body: { desk: 'test' } });
  await open('#search=&q=horaire');
  const found = page.locator('.search-result');
  await found.getByRole('button', { name: 'Détails' }).click();
  await page.route(/\/claim$/, (route) =>
    route.fulfill({
      status: 503,
      json: {
        type: 'urn:tribune:problem:store-unavailable',
        detail: 'Un instant.',
        status: 503,
        code: 'store-unavailable',
      },
    }),
  );
  await found.locator('[data-do=take-over]').click();
  await found.getByRole('alert').getByText('Un instant.').waitFor();
  await page.unroute(/\/claim$/);
  await found.locator('[data-do=take-over]').click();
  await found.locator('[data-do=approve]').waitFor();
  expect(await found.getByText('Un instant.').count()).toBe(0);
});
