import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page, Route, WebSocketRoute } from 'playwright-core';
import type { SiteDetail } from '../../shared/console-sites.ts';
import type { Guest } from '../../shared/identity.ts';
import { path, routes } from '../../shared/routes.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { faultsHere } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader, request } from '../support/client.ts';
import { until } from '../support/until.ts';
import { cardOf, decideAs, emptyQueue, hold, holdMany, openConsole, row, sessionOf } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

let ines: Moderator;
let noe: Moderator;
const pages: Page[] = [];

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterEach(async () => {
  await Promise.all(pages.splice(0).map((page) => page.context().close()));
  await emptyQueue(ines);
});

async function atWork(who: Moderator): Promise<Page & { complaints: string[] }> {
  const page = await openConsole(browser, who);
  pages.push(page);
  return page;
}

/** Whether the row that is selected lies wholly within the list, as it is drawn. */
async function isInView(page: Page): Promise<boolean> {
  const selected = page.getByRole('option', { selected: true });
  const [list, one] = [await page.getByRole('listbox').boundingBox(), await selected.boundingBox()];
  return list !== null && one !== null && one.y >= list.y - 1 && one.y + one.height <= list.y + list.height + 1;
}

/** A console whose socket the test can cut and let through again. */
async function onAThread(who: Moderator): Promise<{ page: Page; cut: () => Promise<void>; mend: () => void }> {
  const page = await openPage(browser, 'about:blank', { storageState: sessionOf(who) });
  pages.push(page);
  let isCut = false;
  const open: WebSocketRoute[] = [];
  await page.routeWebSocket(/socket\.io/, (socket) => {
    if (isCut) return void socket.close();
    socket.connectToServer();
    open.push(socket);
  });
  await page.goto(`${who.url}/console`);
  await page.locator('.connection.live').waitFor();
  const cut = async (): Promise<void> => {
    isCut = true;
    await Promise.all(open.splice(0).map((socket) => socket.close()));
  };
  return { page, cut, mend: () => (isCut = false) };
}

describe('two moderators', () => {
  test('both see a held comment come, and what one decides leaves the other’s list', async () => {
    const [one, two] = await Promise.all([atWork(ines), atWork(noe)]);
    await two.getByRole('heading', { name: 'Tout est traité' }).waitFor();
    await hold(app.url, 'Albane');
    await Promise.all([cardOf(one, 'Albane').waitFor(), cardOf(two, 'Albane').waitFor()]);
    await hold(app.url, 'Bastien');
    await Promise.all([row(one, 'Bastien').waitFor(), row(two, 'Bastien').waitFor()]);
    await row(one, 'Bastien').click();
    await one.keyboard.press('a');
    await row(two, 'Bastien').waitFor({ state: 'detached' });
    await two.getByText('1 en attente', { exact: true }).waitFor();
    // Both open what comes first at the same moment; that one of them is told of the other is no fault.
    const faults = [...one.complaints, ...two.complaints].filter((complaint) => !complaint.includes('423 (Locked)'));
    expect(faults).toEqual([]);
  });

  test('lose what there was of a site when it is removed, wherever they are, and are told why', async () => {
    const site = { id: 'gazette', name: 'La Gazette', lang: 'fr', origins: [app.url] };
    await ines.ask('POST', routes.sites, { body: site });
    const guest = await request<Guest>(app.url + path(routes.guests, { siteId: site.id }), 'POST');
    const comment = { thread: { key: 'une' }, author: { name: 'Camille' }, text: 'Quel connard, ce marronnier.' };
    await request(app.url + path(routes.comments, { siteId: site.id }), 'POST', {
      body: comment,
      headers: { Authorization: `Bearer ${guest.body.token}`, 'Idempotency-Key': randomUUID() },
    });
    await hold(app.url, 'Damien');
    const [one, two] = await Promise.all([atWork(ines), atWork(noe)]);
    await row(one, 'Camille').click();
    await cardOf(one, 'Camille').waitFor();
    await two.goto(`${app.url}/console#search=&q=marronnier`);
    await two.locator('.search-list').getByText('Camille').waitFor();
    const { version } = (await ines.ask<SiteDetail>('GET', path(routes.site, { siteId: site.id }))).body;
    const { id: _, ...facts } = site;
    await ines.ask('PUT', path(routes.site, { siteId: site.id }), { body: { ...facts, closed: true, version } });
    await ines.ask('POST', path(routes.siteRemoval, { siteId: site.id }), { body: { name: site.name } });
    await Promise.all([one, two].map((page) => page.getByText('Le site La Gazette a été supprimé').waitFor()));
    await row(one, 'Camille').waitFor({ state: 'detached' });
    await cardOf(one, 'Damien').waitFor();
    await one.getByText('1 en attente', { exact: true }).waitFor();
    await two.locator('.search-list').getByText('Camille').waitFor({ state: 'detached' });
    await one.locator('[data-do=read]').click();
    await one.getByText('Le site La Gazette a été supprimé').waitFor({ state: 'detached' });
  });

  test('one decides what the other has open: the other sees who and when, and goes on when ready', async () => {
    const id = await hold(app.url, 'Albane');
    await hold(app.url, 'Bastien');
    const two = await atWork(noe);
    await cardOf(two, 'Albane').waitFor();
    await two.getByRole('button', { name: 'Refuser' }).click();
    await decideAs(ines, id, 'approve');
    const decision = two.getByRole('region', { name: 'Décision' });
    await decision.getByText(/^Déjà approuvé par Inès Vidal à \d\d:\d\d$/).waitFor();
    await two.locator('[data-do=done]:focus').waitFor();
    expect(await decision.getByRole('button').allTextContents()).toEqual(['Continuerc']);
    expect(await row(two, 'Albane').count()).toBe(1);
    await two.keyboard.press('c');
    await row(two, 'Albane').waitFor({ state: 'detached' });
    await two.locator('#comment-title:focus').getByText('Bastien').waitFor();
  });

  test('one decides while the other writes a note: the note is kept to be copied, and nothing runs as a shortcut', async () => {
    const id = await hold(app.url, 'Albane');
    await hold(app.url, 'Bastien');
    const page = await atWork(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('r');
    await page.keyboard.press('n');
    await page.keyboard.type('Merci de reformuler');
    await decideAs(ines, id, 'approve');
    const note = page.getByLabel('Votre note n’est pas partie');
    await page.locator('.unsent-note textarea:focus').waitFor();
    await page.keyboard.type('car');
    expect([await note.inputValue(), await row(page, 'Albane').count()]).toEqual(['Merci de reformuler', 1]);
    await page.locator('[data-do=done]').click();
    await row(page, 'Albane').waitFor({ state: 'detached' });
  });

  test('see the author’s record change on every card, whoever decided', async () => {
    const author = await Reader.guest(app.url, 'Albane', 'record');
    const first = (await author.post('Quel connard, ce maire')).body.id;
    await author.post('Quel connard, cet adjoint');
    const [one, two] = await Promise.all([atWork(ines), atWork(noe)]);
    await Promise.all([one, two].map((page) => row(page, 'adjoint').waitFor()));
    // Who comes second opens what the first one has not claimed.
    await row(two, 'connard, ce maire').click();
    await decideAs(ines, first, 'refuse');
    // What one has done oneself, in whichever window, needs no notice.
    await row(one, 'connard, ce maire').waitFor({ state: 'detached' });
    await two.locator('.row.settled').waitFor();
    for (const page of [one, two]) {
      await row(page, 'adjoint').click();
      await page.locator('.card-meta').getByText('0 publié, 1 refusé').waitFor();
    }
  });

  test('the slower of two decisions is told who was faster, not lost', async () => {
    const id = await hold(app.url, 'Albane');
    await hold(app.url, 'Bastien');
    const { page, cut } = await onAThread(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.getByText('2 en attente', { exact: true }).waitFor();
    await until(async () => (await ines.card(id)).claim !== null, 'it is claimed');
    await cut();
    // On its way when the other arrives, so that nothing can have told of that one before.
    const overtaken = async (route: Route): Promise<void> => {
      await decideAs(ines, id, 'refuse');
      await route.continue();
    };
    await page.route(/\/decision$/, overtaken, { times: 1 });
    await page.keyboard.press('a');
    const attention = page.getByRole('region', { name: 'À revoir' });
    await attention.getByText(/^Albane «\u00a0Quel connard, ce maire\u00a0» – Déjà refusé par Inès Vidal à/).waitFor();
    expect(await row(page, 'Albane').count()).toBe(1);
    await attention.getByRole('button', { name: 'Continuer' }).click();
    await row(page, 'Albane').waitFor({ state: 'detached' });
  });
});

describe('while news is interrupted', () => {
  test('the console says so, goes on working, and catches up by itself', async () => {
    await hold(app.url, 'Albane');
    const { page, cut, mend } = await onAThread(noe);
    await cardOf(page, 'Albane').waitFor();
    await cut();
    await page.getByText('Le direct est interrompu.').waitFor();
    await hold(app.url, 'Bastien');
    await page.keyboard.press('g');
    await row(page, 'Bastien').waitFor();
    await page.keyboard.press('a');
    await cardOf(page, 'Bastien').waitFor();
    await hold(app.url, 'Camille');
    await app.app.settled();
    mend();
    await page.locator('.connection.live').waitFor();
    await row(page, 'Camille').waitFor();
    expect(await page.getByText('Le direct est interrompu.').count()).toBe(0);
  });
});

describe('while nobody is reached', () => {
  test('a decision is named, kept, and goes out by itself when the network is back', async () => {
    await hold(app.url, 'Albane', 'Quel connard, ce maire, et tout son conseil avec lui, depuis dix ans au moins');
    await hold(app.url, 'Bastien');
    const page = await atWork(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.context().setOffline(true);
    await page.keyboard.press('a');
    const attention = page.getByRole('region', { name: 'À revoir' });
    await attention
      .getByText(/^Albane «\u00a0Quel connard, ce maire.*…\u00a0» – Non envoyé\u00a0: approuver\. Il partira/)
      .waitFor();
    await row(page, 'Albane').locator('.level-hold').getByText('Non envoyé').waitFor();
    await page.context().setOffline(false);
    await row(page, 'Albane').waitFor({ state: 'detached' });
    await attention.waitFor({ state: 'detached' });
    await page.getByText('1 en attente', { exact: true }).waitFor();
  });
});

describe('what is refused or cannot be loaded', () => {
  const unavailable = {
    status: 503,
    json: {
      type: 'urn:tribune:problem:store-unavailable',
      detail: 'Un instant.',
      status: 503,
      code: 'store-unavailable',
    },
  };

  test('an undo that came too late is said, the one before is taken back, and reading goes on at the comment', async () => {
    await hold(app.url, 'Albane');
    const id = await hold(app.url, 'Bastien');
    await hold(app.url, 'Camille');
    const { page, cut } = await onAThread(noe);
    await cardOf(page, 'Albane').waitFor();
    await page.keyboard.press('a');
    await cardOf(page, 'Bastien').waitFor();
    await page.keyboard.press('a');
    await page.locator('.done-line').getByText('Approuvé\u00a0: Bastien').waitFor();
    await cut();
    const { v, rev } = (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: id }))).body;
    await ines.decide(id, { action: 'spam', expectedV: v, expectedRev: rev });
    await page.keyboard.press('Control+z');
    const note = page.getByRole('alert').filter({ hasText: 'Pas annulé\u00a0: Bastien.' });
    await note.waitFor();
    await page.locator('.done-line').getByText('Bastien').waitFor({ state: 'detached' });
    expect(await faultsHere(page, 'refused')).toEqual([]);
    await page.keyboard.press('Control+z');
    await cardOf(page, 'Albane').waitFor();
    await note.getByRole('button', { name: 'Fermer' }).click();
    await page.locator('#comment-title:focus').waitFor();
    expect(await page.getByText('Pas annulé').count()).toBe(0);
  });

  test('the list says why it is not refreshed, and is with another try', async () => {
    await hold(app.url, 'Albane');
    const page = await atWork(noe);
    // The card may come before the list does, which would then not be one that is not refreshed.
    await Promise.all([cardOf(page, 'Albane').waitFor(), row(page, 'Albane').waitFor()]);
    await page.route(/\/v1\/review\?/, (route) => route.fulfill(unavailable));
    await page.keyboard.press('g');
    await page.getByText('La liste n’a pas pu être actualisée.').waitFor();
    await page.getByRole('alert').getByText('Un instant.').waitFor();
    expect(await row(page, 'Albane').count()).toBe(1);
    expect(await faultsHere(page, 'stale')).toEqual([]);
    await page.unroute(/\/v1\/review\?/);
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByText('La liste n’a pas pu être actualisée.').waitFor({ state: 'detached' });
    // What stands beside the list says so, too. The numbers would be heard through the socket all the same, acts on many are not.
    const acts = /\/v1\/review\/bulk$/;
    await page.route(acts, (route) => route.fulfill(unavailable));
    await page.keyboard.press('g');
    const beside = page.locator('.banner.beside');
    await beside.getByText('n’ont pas tous pu être actualisés.').waitFor();
    await beside.getByText('Un instant.').waitFor();
    expect(await faultsHere(page, 'beside')).toEqual([]);
    await page.unroute(acts);
    await beside.getByRole('button', { name: 'Réessayer' }).click();
    await beside.waitFor({ state: 'detached' });
  });
});

describe('a long queue', () => {
  const names = (n: number, name: string): string[] => Array.from({ length: n }, (_, i) => `${name} ${i}`);
  let takeAway = (): Promise<void> => Promise.resolve();
  afterEach(() => takeAway());

  test('draws only the rows in view, and news above moves neither scroll nor selection', async () => {
    takeAway = await holdMany(app, names(70, 'Lecteur'));
    const page = await atWork(ines);
    await row(page, 'Lecteur 0').first().waitFor();
    const list = page.getByRole('listbox');
    await list.focus();
    await page.keyboard.press('End');
    await row(page, 'Lecteur 52').waitFor({ state: 'attached' });
    await page.keyboard.press('End');
    await page.getByRole('option', { selected: true }).getByText('Lecteur 69').waitFor();
    expect(await page.getByRole('option').count()).toBeLessThan(40);
    const place = async (): Promise<number> =>
      (await page.getByRole('option', { selected: true }).boundingBox())?.y ?? 0;
    const before = await place();
    await hold(app.url, 'Grave', 'Quel connard, fils de pute, je vais te tuer');
    await page.getByText('71 en attente', { exact: true }).waitFor();
    expect(await place()).toBe(before);
    await page.getByRole('option', { selected: true }).getByText('Lecteur 69').waitFor();
    await page.keyboard.press('Home');
    await page.getByRole('option', { selected: true }).getByText('Grave').waitFor();
  });

  test('keeps what is selected in view when a notice leaves less room', async () => {
    takeAway = await holdMany(app, names(20, 'Lectrice'));
    const page = await atWork(ines);
    await row(page, 'Lectrice 0').first().waitFor();
    await page.getByRole('listbox').focus();
    await page.keyboard.press('End');
    const selected = page.getByRole('option', { selected: true });
    await selected.getByText('Lectrice 19').waitFor();
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    await page.setViewportSize({ width, height: height - 150 });
    await until(() => isInView(page), 'the selected row is in view');
    // Any event that has the list measured may come before the browser tells of the smaller size.
    await page.getByRole('listbox').evaluate(async (list) => {
      const main = list.closest('main') as HTMLElement;
      main.style.maxHeight = `${main.clientHeight - 150}px`;
      list.dispatchEvent(new Event('scroll'));
      await new Promise(requestAnimationFrame);
    });
    await until(() => isInView(page), 'the selected row is in view, though the list was measured early');
  });
});
