import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PersonCard } from '../../shared/people.ts';
import { path, routes } from '../../shared/routes.ts';
import { faults } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader } from '../support/client.ts';
import { decideAs, hold, openConsole, row, sessionOf } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

let owner: Moderator;
let noe: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await owner.invite('Noé Garnier');
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

/** A reader with something published, something held and something refused. */
async function known(name: string): Promise<Reader> {
  const reader = await Reader.guest(app.url, name, `thread of ${name}`);
  await reader.post(`Un avis mesuré de ${name}`);
  const refused = (await reader.post(`Sale connard, écrit ${name}`)).body.id;
  await decideAs(owner, refused, 'refuse');
  await reader.post(`Quel connard, écrit ${name}`);
  await app.app.settled();
  return reader;
}
async function openPeople(by: Moderator, fragment = '', options: Parameters<typeof openPage>[2] = {}) {
  const at = `${app.url}/console#people${fragment}`;
  const page = await openPage(browser, at, { storageState: sessionOf(by), ...options });
  pages.push(page);
  await page.locator('.people').waitFor();
  return page;
}
const cardOf = async ({ personId }: Reader): Promise<PersonCard> =>
  (await owner.ask<PersonCard>('GET', path(routes.person, { personId }))).body;

describe('looking for a reader', () => {
  test('a name typed in part, without accents, leads to them', async () => {
    await known('Élodie Barnier');
    const page = await openPeople(noe);
    await page.getByRole('status').getByText('Personne n’est sous le coup d’une mesure.').waitFor();
    await page.getByRole('searchbox').fill('elodie');
    await page.getByRole('link', { name: 'Élodie Barnier' }).press('Enter');
    await page.getByRole('heading', { name: 'Élodie Barnier', level: 2 }).waitFor();
    expect(await page.locator('[data-figures]').textContent()).toBe(
      'Publiés\u00a0:\u00a01 · retenus\u00a0:\u00a01 · refusés\u00a0:\u00a01',
    );
    await page.getByText('30 derniers jours : 1 refus sur 1 décision (100').waitFor();
    await page.getByRole('img', { name: '1 publiés, 1 retenus, 1 refusés' }).waitFor();
    await page.goBack();
    await page.getByRole('searchbox').waitFor();
    await page.getByRole('searchbox').fill('zzz');
    await page.getByRole('status').getByText('Aucun nom ne commence ainsi.').waitFor();
    expect(page.complaints).toEqual([]);
  });

  test('the card of a comment leads to its author, and a sanction is for that comment', async () => {
    const id = await hold(app.url, 'Karim Belaïd', 'Quel connard, ce maire de Vaubrune');
    const page = await openConsole(browser, noe);
    pages.push(page);
    await row(page, 'Karim Belaïd').click();
    await page
      .getByRole('article', { name: /Karim Belaïd/ })
      .locator('[data-do=person]')
      .click();
    await page.getByRole('heading', { name: 'Karim Belaïd', level: 2 }).waitFor();
    await page.locator(`[data-comment="${id}"]`).waitFor();
    await page.locator('[data-do=sanction]').click();
    await page.getByRole('dialog').getByText('ce maire de Vaubrune').waitFor();
  });
});

describe('a sanction', () => {
  test('is imposed and lifted with the keyboard alone, and is in the history then', async () => {
    const reader = await known('Marc Aubry');
    const page = await openPeople(noe, `=${reader.personId}`);
    await page.locator('[data-comment]').first().waitFor();
    await page.locator('[data-do=sanction]').focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Marc Aubry' });
    await dialog.waitFor();
    await page.keyboard.press('Tab');
    while ((await dialog.locator('input[type=radio]:focus').count()) === 0) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await dialog.getByRole('radio', { name: 'Suspension' }).isChecked()).toBe(true);
    while ((await dialog.locator('[data-do=impose]:focus').count()) === 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').getByText('au moins un motif').waitFor();
    await dialog.getByRole('checkbox').first().focus();
    await page.keyboard.press('Space');
    await dialog.locator('[data-field=note]').fill('Une pause d’un jour.');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Déjà prévenu.');
    while ((await dialog.locator('[data-do=impose]:focus').count()) === 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('C’est fait : Suspension.').waitFor();
    expect((await reader.post('Encore moi')).status).toBe(403);
    const shown = page.locator('[data-sanction=suspend]');
    await shown.getByText('en vigueur, jusqu’au').waitFor();
    await shown.getByText('Déjà prévenu.').waitFor();

    await shown.locator('[data-do=lift]').press('Enter');
    await page.getByRole('dialog').locator('[data-do=lift-now]').press('Enter');
    await page.getByRole('status').getByText('La mesure est levée.').waitFor();
    await shown.getByText('Levée par Noé Garnier').waitFor();
    await page.locator('[data-do=sanction]:focus').waitFor();
    expect((await reader.post('Encore moi')).status).toBe(201);
    expect(page.complaints.filter((line) => !line.includes('403'))).toEqual([]);
  });

  test('offers a moderator what a moderator may do, and an owner everything', async () => {
    const reader = await known('Luc Odin');
    const kinds = async (by: Moderator): Promise<string[]> => {
      const page = await openPeople(by, `=${reader.personId}`);
      await page.locator('[data-do=sanction-for]').last().click();
      await page.getByRole('dialog').getByText('Un avis mesuré de Luc Odin').waitFor();
      const found = page.getByRole('dialog').getByRole('radio');
      return found.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    };
    expect(await kinds(noe)).toEqual(['warn', 'premod', 'suspend']);
    expect(await kinds(owner)).toEqual(['warn', 'premod', 'suspend', 'ban']);
  });

  test('that comes after a colleague’s says so, shows it, and can be given then', async () => {
    const reader = await known('Ève Noblet');
    const page = await openPeople(owner, `=${reader.personId}`);
    await page.locator('[data-comment]').first().waitFor();
    await page.locator('[data-do=sanction]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Exclusion' }).check();
    await dialog.getByRole('checkbox').first().check();
    const commentId = (await reader.page()).body.items[0]?.root.id;
    await noe.ask('POST', path(routes.personSanctions, { personId: reader.personId }), {
      body: { kind: 'premod', expectedV: 0, commentId, rev: 1, codes: ['spam'] },
    });
    await dialog.locator('[data-do=impose]').click();
    await dialog.getByRole('alert').getByText('ont changé entre-temps').waitFor();
    await page.locator('[data-sanction=premod]').waitFor();
    await dialog.locator('[data-do=impose]').click();
    await page.locator('[data-sanction=ban]').getByText('en vigueur').waitFor();
    const list = await openPeople(noe);
    await list.getByRole('listitem').filter({ hasText: 'Ève Noblet' }).getByText('Exclusion').waitFor();
    expect((await cardOf(reader)).sanctions.map(({ kind }) => kind)).toEqual(['ban', 'premod']);
  });
});

test('a note is written for colleagues, once', async () => {
  const reader = await known('Ugo Blanc');
  const page = await openPeople(noe, `=${reader.personId}`);
  await page.getByLabel('Ajouter une note').fill('Écrit souvent tard le soir.');
  await page.locator('[data-do=note]').click();
  await page.getByRole('status').getByText('La note est ajoutée.').waitFor();
  await page.locator('[aria-labelledby=person-notes] li').getByText('tard le soir').waitFor();
  expect(await page.getByLabel('Ajouter une note').inputValue()).toBe('');
  expect((await cardOf(reader)).notes).toHaveLength(1);
});

test.each(['fr-FR', 'en-GB'])('everyone can use it in %s, light and dark, 1280 and 320 pixels wide', async (locale) => {
  const reader = await known(`Zoé ${locale}`);
  const commentId = (await reader.page()).body.items[0]?.root.id;
  await noe.ask('POST', path(routes.personSanctions, { personId: reader.personId }), {
    body: {
      kind: 'warn',
      expectedV: 0,
      commentId,
      rev: 1,
      codes: ['spam', 'private-data'],
      note: 'Attention. '.repeat(20),
    },
  });
  const list = await openPeople(noe, '', { locale, bypassCSP: true, reducedMotion: 'reduce' });
  await list.getByRole('link', { name: `Zoé ${locale}` }).waitFor();
  expect(await faults(list)).toEqual([]);
  const page = await openPeople(noe, `=${reader.personId}`, { locale, bypassCSP: true, reducedMotion: 'reduce' });
  await page.locator('[data-comment]').first().waitFor();
  expect(await faults(page)).toEqual([]);
  await page.locator('[data-do=sanction]').click();
  await page.getByRole('dialog').waitFor();
  expect(await faults(page)).toEqual([]);
});
