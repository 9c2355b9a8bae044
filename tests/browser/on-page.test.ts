import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faults, faultsHere } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader } from '../support/client.ts';
import { sessionOf } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';
import { until } from '../support/until.ts';
import { comment, openWidget } from '../support/widget-page.ts';

const FIRST = 'La fontaine est restée sèche tout l’été.';
const SECOND = 'On pourrait planter des tilleuls devant l’école.';

let ines: Moderator;
let thread = '';
const open: Page[] = [];

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

/** A discussion of two comments on an article; the id of the first, which readers have reported. */
async function discussion(): Promise<string> {
  thread = `thread-${randomUUID()}`;
  const author = await Reader.guest(app.url, 'Anne Roche', thread);
  const about = { key: thread, url: `${app.url}/article`, title: 'La place du marché' };
  const { id } = (await author.send({ thread: about, author: { name: author.name }, text: FIRST })).body;
  await (await Reader.guest(app.url, 'Marc D.', thread)).post(SECOND);
  for (const name of ['Zoé', 'Yann', 'Xénia']) await (await Reader.guest(app.url, name, thread)).report(id);
  return id;
}

async function article(hash = '', signedIn?: Moderator): Promise<Page> {
  const session = signedIn === undefined ? {} : { storageState: sessionOf(signedIn) };
  // Colours that are on their way from one theme to the other are nobody's.
  const page = await openWidget(browser, { url: app.url, thread, hash, reducedMotion: 'reduce', ...session });
  open.push(page);
  return page;
}

/** Waits until the page shows these comments, in this order. */
const shows = (page: Page, wanted: string[]): Promise<unknown> =>
  until(async () => {
    const shown = await page.locator('article.comment .body').allTextContents();
    return shown.join('\n') === wanted.join('\n');
  }, wanted.join(' / '));

/** The small window a button opens. */
async function opened(page: Page, name: string): Promise<Page> {
  const [popup] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name }).click()]);
  await popup.waitForLoadState();
  return popup;
}

test('from the console to the article, and from there: a moderator pins, features, approves, hides and takes back, and readers follow', async () => {
  const id = await discussion();
  const reader = await article();
  await shows(reader, [SECOND, FIRST]);

  const desk = await openPage(browser, `${app.url}/console`, { storageState: sessionOf(ines) });
  open.push(desk);
  const there = new URL((await desk.locator('.card [data-do=see]').getAttribute('href')) ?? '');
  expect(there.hash).toBe(`#tribune-${id}&moderate`);
  const moderator = await article(there.hash, ines);
  await moderator.locator(`#tribune-${id}.marked`).waitFor();
  // What moderates is another file, and the comment may be marked before it has come.
  await moderator.waitForURL((url) => url.hash === `#tribune-${id}`);

  const small = await opened(moderator, 'Modérer le commentaire de Anne Roche (nouvelle fenêtre)');
  await small.locator('.comment-text', { hasText: FIRST }).waitFor();
  // The article can reach nothing of the window, nor the window of the article.
  expect(await small.evaluate(() => window.opener === null)).toBe(true);
  await small.locator('.card-note', { hasText: 'Signalé par 3 lecteurs' }).waitFor();

  // The second half of a double click that brought the window to the front does nothing, or the next click would unpin.
  await small.evaluate(() => {
    window.dispatchEvent(new Event('focus'));
    document.querySelector<HTMLElement>('[data-do=pin]')?.click();
  });
  await small.locator('[data-do=pin]').click();
  await shows(reader, [FIRST, SECOND]);
  await comment(reader, FIRST).getByText('Épinglé').waitFor();

  // One of the editor's picks: marked in its place, in a list of their own, and no more when that is taken back.
  await small.locator('[data-do=feature]').click();
  await comment(reader, FIRST).getByText('Choix de la rédaction').waitFor();
  const picks = reader.getByRole('button', { name: 'Choix de la rédaction (1)' });
  await picks.click();
  await reader.locator('.picks article', { hasText: FIRST }).waitFor();
  await (await Reader.guest(app.url, 'Will', thread)).vote(id, 'up');
  await reader.locator('.picks').getByRole('img', { name: '1 personne l’aime.' }).waitFor();
  expect(await comment(reader, SECOND).isVisible()).toBe(false);
  expect(await faultsHere(reader, 'picks')).toEqual([]);
  await reader.locator('.picks').getByRole('button', { name: 'Voir dans la discussion' }).click();
  await reader.locator(`#tribune-${id}.marked`).waitFor();
  expect(await reader.locator('.picks').count()).toBe(0);
  await picks.click();
  await reader.locator('.picks article').waitFor();
  await small.locator('[data-do=feature]').click();
  await picks.waitFor({ state: 'detached' });
  await comment(reader, SECOND).waitFor();

  await small.locator('[data-do=approve]').click();
  await small.locator('[data-do=queue]', { hasText: '0 en attente' }).waitFor();
  await small.locator('.on-page-pinned li', { hasText: 'Anne Roche' }).waitFor();
  expect(await faults(small)).toEqual([]);
  await small.locator('[data-do=refuse]').click();
  await small.keyboard.press('Escape');
  await small.locator('[data-do=refuse]:focus').press('Enter');
  await small.locator('[data-code=off-topic]').click();
  await shows(reader, [SECOND]);
  await small.locator('[data-do=undo]').click();
  await shows(reader, [FIRST, SECOND]);
  // It is pinned as it was before.
  await comment(reader, FIRST).getByText('Épinglé').waitFor();
});

test('a stranger who knows the address finds the door, and has the buttons no longer than they like', async () => {
  const id = await discussion();
  const page = await article(`#tribune-${id}&moderate`);
  const small = await opened(page, 'Modérer la discussion (nouvelle fenêtre)');
  await small.getByRole('heading', { name: 'Connexion' }).waitFor();
  await small.close();
  await page.reload();
  await page.getByRole('button', { name: 'Modérer la discussion (nouvelle fenêtre)' }).waitFor();
  await page.getByRole('button', { name: 'Ne plus afficher ces boutons' }).click();
  await page.getByRole('button', { name: 'Modérer' }).first().waitFor({ state: 'detached' });
  await page.reload();
  await comment(page, FIRST).getByRole('button', { name: 'Signaler' }).waitFor();
  expect(await page.getByRole('button', { name: 'Modérer' }).count()).toBe(0);
});

test('whoever is writing when the discussion is closed keeps the text, and everybody is told; reopened, it goes on', async () => {
  await discussion();
  const reader = await article('#tribune&moderate', ines);
  const writer = await article();
  await comment(writer, SECOND).getByRole('button', { name: 'Répondre' }).click();
  const field = writer.locator('li form.composer textarea');
  await field.fill('Des tilleuls, oui, et des bancs.');
  const small = await opened(reader, 'Modérer la discussion (nouvelle fenêtre)');
  await small.locator('[data-do=close]').click();
  await small.getByText('Discussion fermée par Inès Vidal').waitFor();

  await reader.getByText('La discussion est fermée.').waitFor();
  await reader.locator('form.composer').waitFor({ state: 'detached' });
  expect(await reader.getByRole('button', { name: /^Répondre/ }).count()).toBe(0);
  expect(await faultsHere(reader, 'closed')).toEqual([]);
  await writer.getByRole('alert').getByText('ce texte ne peut plus être publié').waitFor();
  expect(await field.inputValue()).toBe('Des tilleuls, oui, et des bancs.');
  expect(await writer.locator('li form.composer [type=submit]').count()).toBe(0);

  await small.locator('[data-do=close]').click();
  await reader.locator('form.composer').waitFor();
  await writer.locator('li form.composer [type=submit]').waitFor();
  expect(await field.inputValue()).toBe('Des tilleuls, oui, et des bancs.');

  const audit = await openPage(browser, `${app.url}/console#audit`, { storageState: sessionOf(ines) });
  open.push(audit);
  const acts = audit.getByRole('region', { name: 'Discussions fermées et rouvertes' }).getByRole('listitem');
  await acts.nth(1).waitFor();
  expect(await acts.locator('strong').allTextContents()).toEqual([
    'Discussion rouverte par Inès Vidal',
    'Discussion fermée par Inès Vidal',
  ]);
});
