import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Moderator, Reader } from '../support/client.ts';
import { cardOf, emptyQueue, hold, openConsole, row } from '../support/console-page.ts';
import { until } from '../support/until.ts';
import { routes } from '../../shared/routes.ts';
import { app, browser } from '../support/stage.ts';

let moderator: Moderator;
let page: Page & { complaints: string[] };

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterEach(async () => {
  await page.context().close();
  await emptyQueue(moderator);
});

describe('the comment at hand', () => {
  test('is shown as it was written, every match marked and tied to its reason', async () => {
    const text = 'Ce maire est un vrai c0nnard 🤬 !\n\nEt un fils de pute : حمار.';
    await hold(app.url, 'Tristan', text);
    page = await openConsole(browser, moderator);
    await cardOf(page, 'Tristan').waitFor();
    expect(await page.locator('[data-part=text]').textContent()).toBe(text);
    const marks = await page.locator('[data-part=text] mark').allTextContents();
    expect(marks.join(' ')).toContain('c0nnard');

    const number = page.locator('[data-part=text] .mark-number').first();
    await number.click();
    const reason = page.locator('.reason-item:focus');
    await reason.getByText('c0nnard').waitFor();
    await reason.getByRole('button').click();
    await page.locator('.mark-number:focus').waitFor();
    expect(page.complaints).toEqual([]);
  });

  test('names the field of a reason, and marks a link for what is read in its address', async () => {
    await hold(app.url, 'Roi des crétins', 'Voyez https://example.org/%63onnard donc');
    page = await openConsole(browser, moderator);
    await cardOf(page, 'Roi des crétins').waitFor();
    expect(await page.locator('[data-part=text] mark').allTextContents()).toEqual(['https://example.org/%63onnard']);
    const reasons = page.locator('.reason-item');
    await reasons.filter({ hasText: 'dans l’adresse d’un lien' }).getByText('connard').waitFor();
    await reasons.filter({ hasText: 'dans le nom de l’auteur' }).getByText('crétins').waitFor();
    expect(page.complaints).toEqual([]);
  });

  test('shows no markup as markup', async () => {
    await hold(app.url, 'Tristan', '<img src=x onerror=alert(1)> connard <b>gras</b>');
    page = await openConsole(browser, moderator);
    await cardOf(page, 'Tristan').waitFor();
    expect(await page.locator('[data-part=text] :is(img, b)').count()).toBe(0);
    expect(page.complaints).toEqual([]);
  });
});

test('what readers report is beside the comment, with their words and what they weigh', async () => {
  const author = await Reader.guest(app.url, 'Tristan', 'reported');
  const { id } = (await author.post('Un avis discutable')).body;
  for (const note of ['Voir la fin.', 'Et le début.'])
    await (await Reader.guest(app.url, 'Odile', 'reported')).report(id, { reason: 'hate', note });
  page = await openConsole(browser, moderator);
  await cardOf(page, 'Tristan').waitFor();
  const reports = page.getByRole('region', { name: '2 signalements' });
  await reports.getByText('Voir la fin.').waitFor();
  expect(await reports.getByText('poids 1').count()).toBe(2);
  expect(page.complaints).toEqual([]);
});

describe('deciding by keyboard', () => {
  test('approves, goes on to the next, and says so aloud', async () => {
    const author = await Reader.guest(app.url, 'Albane', 'clavier');
    await author.post('Quel connard, ce maire');
    await hold(app.url, 'Bastien');
    page = await openConsole(browser, moderator);
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('j');
    await cardOf(page, 'Bastien').waitFor();
    await page.keyboard.press('k');
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('a');
    await cardOf(page, 'Bastien').waitFor();
    await row(page, 'Albane').waitFor({ state: 'detached' });
    await page
      .getByRole('status')
      .getByText('Approuvé : Albane. À présent : commentaire de Bastien')
      .waitFor({ state: 'attached' });
    expect((await author.page()).body.count).toBe(1);
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
  });

  test('refuses with a reason and a note; nothing acts while one types', async () => {
    const author = await Reader.guest(app.url, 'Albane', 'refus');
    await author.post('Quel connard, ce maire');
    await hold(app.url, 'Bastien');
    page = await openConsole(browser, moderator);
    await page.locator('#comment-title').focus();
    await page.keyboard.press('r');
    await page.getByRole('heading', { name: 'Pourquoi le refuser ?' }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('ja1 rien');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Note à l’auteur').inputValue()).toBe('ja1 rien');
    await page.keyboard.press('3');
    await page.locator('#comment-title:focus').getByText('Bastien').waitFor();
    await row(page, 'Albane').waitFor({ state: 'detached' });
    expect((await author.mine()).body.comments[0]).toMatchObject({ state: 'refused', reasons: ['spam'] });
  });

  test('Escape leaves the reasons and gives the focus back', async () => {
    await hold(app.url, 'Albane');
    page = await openConsole(browser, moderator);
    await page.getByRole('button', { name: 'Refuser' }).click();
    await page.keyboard.press('Escape');
    await page.locator('[data-do=refuse]:focus').waitFor();
    expect(await row(page, 'Albane').count()).toBe(1);
  });

  test('the shortcuts have a page, and can be switched off for good', async () => {
    await hold(app.url, 'Albane');
    page = await openConsole(browser, moderator);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Raccourcis clavier' }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Inès Vidal propriétaire' }).click();
    await page.getByLabel('Utiliser les raccourcis clavier').uncheck();
    await page.reload();
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Approuver' }).waitFor();
    expect(await page.locator('dialog, .refuse-panel').count()).toBe(0);
  });
});

describe('a decision that does not arrive', () => {
  test('is kept and sent again as the same decision when the network is back', async () => {
    const id = await hold(app.url, 'Albane');
    page = await openConsole(browser, moderator);
    const keys: (string | undefined)[] = [];
    await page.route('**/decision', (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      return route.abort('internetdisconnected');
    });
    await page.keyboard.press('a');
    await page.getByText('Votre choix est conservé : approuver.').waitFor();
    await page.unroute('**/decision');
    page.on('request', (request) => {
      if (request.url().includes(id)) keys.push(request.headers()['idempotency-key']);
    });
    await page.getByRole('button', { name: 'Renvoyer' }).click();
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    expect([keys.length > 1, new Set(keys).size]).toEqual([true, 1]);
  });

  test('because the session ended waits for signing in again', async () => {
    await hold(app.url, 'Albane');
    const colleague = await moderator.invite('Noé Garnier');
    page = await openConsole(browser, colleague);
    // All that opening a comment asks for is there: what comes next is the decision.
    await page.locator('.around').waitFor();
    await colleague.ask('DELETE', routes.session);
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Veuillez vous reconnecter' });
    await dialog.getByLabel('Nom', { exact: true }).fill('Noé Garnier');
    await dialog.getByLabel('Mot de passe', { exact: true }).fill('correct horse battery');
    await dialog.getByRole('button', { name: 'Se connecter' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Renvoyer' }).click();
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    await until(async () => (await moderator.queue()).body.count === 0, 'the decision is stored');
  });

  test('because the session ended, and what was asked before signing in again is answered after it', async () => {
    await hold(app.url, 'Basile');
    const colleague = await moderator.invite('Lise Aubert');
    page = await openConsole(browser, colleague);
    await page.locator('.around').waitFor();
    // The ticket for a new connection is asked for in the old session; its refusal arrives after the new one has begun.
    let refuse: () => void = () => undefined;
    const signedIn = new Promise<void>((resolve) => (refuse = resolve));
    let asked = false;
    await page.route(
      `**${routes.socketTicket}`,
      async (route) => {
        const response = await route.fetch();
        asked = true;
        await signedIn;
        await route.fulfill({ response });
      },
      { times: 1 },
    );
    await colleague.ask('DELETE', routes.session);
    await until(() => asked, 'a ticket is asked for');
    await page.keyboard.press('a');
    const dialog = page.getByRole('dialog', { name: 'Veuillez vous reconnecter' });
    await dialog.getByLabel('Nom', { exact: true }).fill('Lise Aubert');
    await dialog.getByLabel('Mot de passe', { exact: true }).fill('correct horse battery');
    await dialog.getByRole('button', { name: 'Se connecter' }).click();
    await dialog.waitFor({ state: 'detached' });
    const refused = page.waitForResponse((response) => response.url().endsWith(routes.socketTicket));
    refuse();
    expect((await refused).status()).toBe(401);
    await page.getByRole('button', { name: 'Renvoyer' }).click();
    await page.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    expect(await dialog.count()).toBe(0);
  });
});
