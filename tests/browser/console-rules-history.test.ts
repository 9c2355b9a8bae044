import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { path, routes } from '../../shared/routes.ts';
import type { SiteModeration } from '../../shared/site-moderation.ts';
import type { SiteSettings } from '../../shared/site.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, SITE } from '../support/client.ts';
import { sessionOf } from '../support/console-page.ts';
import { until } from '../support/until.ts';
import { app, browser } from '../support/stage.ts';

let owner: Moderator;
let moderator: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  moderator = await owner.invite('Noé Garnier');
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  await set({});
});

const words = (lists: Partial<SiteSettings['words']>) => ({ refuse: [], hold: [], mask: [], allow: [], ...lists });
/** What the site of the demo page begins with. */
const INITIAL = { nudge: true };
/** The version that these settings are. */
async function set(settings: Partial<SiteSettings>): Promise<number> {
  const at = path(routes.siteModeration, { siteId: SITE });
  const { version } = (await owner.ask<SiteModeration>('GET', at)).body;
  const sent = { version, settings: { ...INITIAL, ...settings } };
  const { status, body } = await owner.ask<SiteModeration>('PUT', at, { body: sent });
  if (status !== 200) throw new Error(`settings answered ${status}`);
  return body.version;
}

async function openRules(by: Moderator, locale = 'fr-FR'): Promise<Page> {
  const page = await openPage(browser, `${app.url}/console#rules`, { storageState: sessionOf(by), locale });
  pages.push(page);
  await page.locator('.rules-form').waitFor();
  return page;
}
const fold = (page: Page): Locator => page.locator('.rules-history > summary');
const changes = (page: Page): Locator => page.locator('.rules-history > ol > li');
const told = (change: Locator): Promise<string[]> => change.locator('li').allInnerTexts();

test('of a site nobody has changed there is nothing to unfold', async () => {
  const page = await openRules(owner);
  await page.getByText('Personne n’a encore modifié ces règles.').waitFor();
  expect(await fold(page).count()).toBe(0);
});

test('the last changes are told in words, to whoever may read the rules, and asked for only when unfolded', async () => {
  await set({ words: words({ hold: ['patate', 'navet', 'radis', 'poireau'] }), maxLinks: 9 });
  await set({ words: words({ hold: ['patate', 'a<i>il', 'نمر'] }), nudge: false });
  const page = await openRules(moderator);
  let asked = 0;
  page.on('request', (request) => (asked += Number(request.url().includes('/changes'))));
  await fold(page).waitFor();
  expect(asked).toBe(0);
  await fold(page).click();
  await changes(page).nth(1).waitFor();
  const [newest, first] = [changes(page).nth(0), changes(page).nth(1)];
  expect(await newest.locator('.hint').innerText()).toMatch(/^Inès Vidal, .*\d{4}/);
  expect(await told(newest)).toEqual([
    'Mots retenus\u00a0: +2 (a<i>il, نمر) −3 (navet, radis, poireau)',
    'Liens autorisés par commentaire\u00a0: 2 (avant\u00a0: 9)',
    'Prévenir l’auteur avant l’envoi\u00a0: non (avant\u00a0: oui)',
  ]);
  expect(await told(first)).toEqual([
    'Mots retenus\u00a0: +4 (patate, navet, radis…)',
    'Liens autorisés par commentaire\u00a0: 9 (avant\u00a0: 2)',
  ]);
  expect(asked).toBe(1);
});

test('they are told in English, too', async () => {
  await set({ severityLevels: { mild: 'mask', strong: 'hold', extreme: 'hold' } });
  const page = await openRules(owner, 'en-GB');
  await fold(page).click();
  await changes(page).first().waitFor();
  expect(await told(changes(page).first())).toEqual([
    'Supplied words, mild: Publish, masked (before: Publish, for a look)',
  ]);
});

test('what is saved meanwhile joins them', async () => {
  const version = await set({ maxLinks: 9 });
  const page = await openRules(owner);
  await fold(page).click();
  await changes(page).first().waitFor();
  await page.getByRole('textbox', { name: 'Attente imposée' }).fill('3600');
  await page.locator('[data-do=save]').click();
  await page.locator(`[data-version="${version + 1}"]`).waitFor();
  expect(await told(changes(page).first())).toEqual([
    'Discussions ralenties, attente en secondes\u00a0: 3\u202f600 (avant\u00a0: 30)',
  ]);
});

test('older ones follow on demand, with the focus on the first of them, and an outage is said', async () => {
  let newest = 0;
  for (let links = 3; links <= 15; links++) newest = await set({ maxLinks: links });
  const page = await openRules(owner);
  await page.route('**/moderation/changes*', (route) => route.abort('internetdisconnected'));
  await fold(page).click();
  await page.getByText('Les modifications n’ont pas pu être chargées.').waitFor();
  await page.unroute('**/moderation/changes*');
  await page.locator('.rules-history').getByRole('button', { name: 'Réessayer' }).click();
  await changes(page).nth(9).waitFor();
  expect(await changes(page).count()).toBe(10);

  await page.route('**/moderation/changes*', (route) => route.abort('internetdisconnected'));
  await page.getByRole('button', { name: 'Modifications plus anciennes' }).click();
  await page.locator('.rules-history .trouble').waitFor();
  expect(await changes(page).count()).toBe(10);
  await page.unroute('**/moderation/changes*');
  await page.locator('.rules-history').getByRole('button', { name: 'Réessayer' }).click();
  await page.locator(`.rules-history [data-version="${newest - 10}"]:focus`).waitFor();
  const older = page.getByRole('button', { name: 'Modifications plus anciennes' });
  while ((await older.count()) > 0) {
    const known = await changes(page).count();
    await older.click();
    await until(async () => (await changes(page).count()) > known, 'older ones');
  }
  expect(await changes(page).count()).toBe(newest);
  expect(await told(changes(page).nth(12))).toEqual(['Liens autorisés par commentaire\u00a0: 3 (avant\u00a0: 2)']);
});
