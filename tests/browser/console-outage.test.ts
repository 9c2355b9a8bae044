import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { AuditPeople } from '../../shared/audit.ts';
import type { ConsoleMail } from '../../shared/console-mail.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { PersonCard } from '../../shared/people.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteList } from '../../shared/site-moderation.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader } from '../support/client.ts';
import { answerAway, decideAs, hold, outage, sessionOf } from '../support/console-page.ts';
import { SigningIn } from '../support/signing-in.ts';
import { TestSmtp } from '../support/smtp.ts';
import { app, browser } from '../support/stage.ts';
import { until } from '../support/until.ts';

let ines: Moderator;
let albane: Reader;
let page: Page;

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  albane = await Reader.guest(app.url, 'Albane', 'La place');
  await albane.post('Des arbres sur la place.');
  await decideAs(ines, await hold(app.url, 'Bastien'), 'approve');
  await app.app.settled();
});
afterEach(() => page.context().close());

/** A page of the console of which something cannot be read. */
async function open(at: string, away?: RegExp): Promise<void> {
  page = await openPage(browser, 'about:blank', { storageState: sessionOf(ines) });
  if (away !== undefined) await outage(page, away);
  await page.goto(`${app.url}/console${at}`);
  await page.locator('main.page').waitFor();
}
const retry = (): Locator => page.getByRole('button', { name: 'Réessayer' });
const cardOf = async ({ personId }: Reader): Promise<PersonCard> =>
  (await ines.ask<PersonCard>('GET', path(routes.person, { personId }))).body;

describe('what could not be read', () => {
  test('of a list is not said to be nothing; read again, the focus is on the first of it', async () => {
    await open('#search', /\/v1\/search/);
    await page.getByRole('alert').getByText('Le stockage ne répond pas.').waitFor();
    expect(await page.getByText('la recherche est complète').count()).toBe(0);
    await outage(page, /\/v1\/search/);
    const answered = page.waitForResponse(/\/v1\/search/);
    await retry().press('Enter');
    await answered;
    await retry().waitFor();
    // Away still: whoever tried stays beside the button.
    await page.locator('.search-list .retry:focus').waitFor();
    await retry().press('Enter');
    await page.locator('.search-result:first-child:focus').waitFor();
    expect(await retry().count()).toBe(0);
  });

  test('of a reader leaves open whether they wrote anything', async () => {
    await open(`#people=${albane.personId}`, /\/v1\/people\/[^/]+\/comments/);
    const comments = page.getByRole('region', { name: 'Commentaires' });
    await comments.getByText('Le stockage ne répond pas.').waitFor();
    expect(await page.getByText('Rien pour l’instant').count()).toBe(0);
    expect(await page.getByText('Une mesure porte toujours sur un commentaire').count()).toBe(0);
    await retry().press('Enter');
    await page.locator('[data-comment]:focus').waitFor();
  });

  test.each([
    ['the team', '#team', /\/v1\/console\/team/, '.members'],
    ['a reader', '#people=READER', /\/v1\/people\/[^/]+$/, '[data-figures]'],
    ['who decided what', '#audit', /\/v1\/audit\/people/, '.audit-people'],
    ['the sites', '#people', /\/v1\/console\/sites$/, '.people p[role=status]:not(:empty)'],
    ['the rules', '#rules', /\/moderation$/, '.rules-form'],
  ])('of %s is read again on demand, and the focus stays on the page', async (_, at, away, shown) => {
    await open(at.replace('READER', albane.personId), away);
    await retry().waitFor();
    expect(await page.locator(shown).count()).toBe(0);
    await retry().press('Enter');
    await page.locator(shown).waitFor();
    expect(await page.locator('main.page :focus').count()).toBe(1);
  });

  test('of what the desk opens is read again where it is wanted', async () => {
    await hold(app.url, 'Célia');
    page = await openPage(browser, 'about:blank', { storageState: sessionOf(ines) });
    await outage(page, /\/context$/);
    await page.goto(`${app.url}/console`);
    const card = page.getByRole('article');
    await card.getByText('Ce qui l’entoure n’a pas pu être chargé.').waitFor();
    await retry().press('Enter');
    await card.locator('.around').waitFor();

    await outage(page, /\/v1\/console\/sites$/);
    await page.getByRole('button', { name: 'Filtrer' }).click();
    await page.getByRole('dialog').getByText('La liste des sites n’a pas pu être lue.').waitFor();
    await retry().press('Enter');
    await page.getByText('La liste des sites n’a pas pu être lue.').waitFor({ state: 'detached' });
    expect(await page.getByRole('dialog').locator(':focus').count()).toBe(1);
  });
});

describe('what was asked for before', () => {
  test('of a period is neither kept nor shown late under another', async () => {
    await open('#audit=&days=1');
    await page.locator('.audit-people').waitFor();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(
      /\/v1\/audit\/people/,
      async (route) => {
        const response = await route.fetch();
        await held;
        await route.fulfill({ response, json: { ...((await response.json()) as AuditPeople), items: [] } });
      },
      { times: 1 },
    );
    await page.getByLabel('Période').selectOption('7');
    await page.locator('.audit-people').waitFor({ state: 'detached' });
    await page.getByLabel('Période').selectOption('30');
    await page.locator('.audit-people tbody tr').first().waitFor();
    const late = page.waitForResponse(/\/v1\/audit\/people/);
    answer();
    await (await late).finished();
    // Long enough for the page to draw what it has just been told.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    expect(await page.locator('.audit-people tbody tr').count()).toBe(1);
  });

  test('of a site is not shown under another', async () => {
    const store = await openStore(app.storeUri);
    await store.sites.insert({ id: 'zenith' as SiteId, name: 'Le Zénith', lang: 'fr', origins: [], settings: {} });
    await store.close();
    const listed = async () => (await ines.ask<SiteList>('GET', routes.sites)).body.items.length === 2;
    await until(listed, 'the second site is known');
    await open('#people');
    await page.getByRole('searchbox').fill('alb');
    const link = page.getByRole('link', { name: 'Albane' });
    await link.waitFor();
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(/\/v1\/people\?.*zenith/, (route) => held.then(() => route.continue()));
    await page.getByLabel('Site').selectOption('zenith');
    await page.getByRole('status').getByText('Chargement').waitFor();
    expect(await link.count()).toBe(0);
    answer();
    await page.getByRole('status').getByText('Aucun nom ne commence ainsi.').waitFor();
  });
});

describe('what is sent again after an outage', () => {
  /** The next of these arrives, but its answer does not. */
  async function swallow(address: RegExp): Promise<void> {
    await page.route(address, (route) => route.fetch().then(() => answerAway(route)), { times: 1 });
  }

  test('is written once, and another one is written as another', async () => {
    await open(`#people=${albane.personId}`);
    const field = page.getByLabel('Ajouter une note');
    await field.fill('Écrit tard le soir.');
    await swallow(/\/notes$/);
    await page.locator('[data-do=note]').click();
    await page.getByRole('alert').getByText('Le stockage ne répond pas.').waitFor();
    await page.locator('[data-do=note]').click();
    await page.getByRole('status').getByText('La note est ajoutée.').waitFor();
    await field.fill('Et tôt le matin.');
    await page.locator('[data-do=note]').click();
    await page.locator('[aria-labelledby=person-notes] li').nth(1).waitFor();
    expect((await cardOf(albane)).notes).toHaveLength(2);
  });

  test('is one sanction, with the end it had', async () => {
    await open(`#people=${albane.personId}`);
    await page.locator('[data-comment]').first().waitFor();
    await page.locator('[data-do=sanction]').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Suspension' }).check();
    await dialog.getByRole('checkbox').first().check();
    await swallow(/\/sanctions$/);
    await dialog.locator('[data-do=impose]').click();
    await dialog.getByRole('alert').getByText('Le stockage ne répond pas.').waitFor();
    await dialog.locator('[data-do=impose]').click();
    await page.getByRole('status').getByText('C’est fait').waitFor();
    expect((await cardOf(albane)).sanctions).toHaveLength(1);
  });
});

describe('a mail server that is away', () => {
  test('is told of on the page of the mail, since when and why, until it is back', async () => {
    const smtp = await TestSmtp.start();
    await smtp.close();
    const settings = { SMTP_URL: smtp.url, MAIL_FROM: 'news@gazette.example' };
    const own = await bootApp(settings);
    own.expectLogged(/the mail server is away/);
    const lise = await Moderator.redeem(own.url, 'Lise Aubin', (await own.app.setupCode()) ?? '');
    await new SigningIn(own.url).mail('odile@lecteurs.example');
    const mail = async () => (await lise.ask<ConsoleMail>('GET', routes.consoleMail)).body;
    const { since } = await until(async () => (await mail()).away, 'the server is found away');
    page = await openPage(browser, `${own.url}/console#mail`, { storageState: sessionOf(lise) });
    const note = page.getByRole('status').filter({ hasText: 'n’est plus joignable depuis le' });
    await note.getByText('personne ne répond à son adresse. Ce qui doit partir attend').waitFor();
    const clock = new Intl.DateTimeFormat('fr', { hour: '2-digit', minute: '2-digit' });
    expect(await note.textContent()).toContain(clock.format(new Date(since)));
    await smtp.open();
    await until(async () => (await mail()).away === null, 'it is back');
    await page.reload();
    await page.getByText('Les messages partent par votre serveur de courrier.').waitFor();
    expect(await page.locator('.away').count()).toBe(0);
    expect(smtp.shown.map(({ to }) => to)).toEqual(['odile@lecteurs.example']);
    await own.close();
    await smtp.close();
  });
});
