import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { faultsHere, looks } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator } from '../support/client.ts';
import { cardOf, decideAs, emptyQueue, hold, openConsole, sessionOf } from '../support/console-page.ts';
import { heldComment, longTrail, seen } from '../support/trails.ts';
import { app, browser } from '../support/stage.ts';

let owner: Moderator;
let noe: Moderator;
let trail: string;
const pages: Page[] = [];

beforeAll(async () => {
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await owner.invite('Noé Garnier');
  trail = await longTrail(owner);
  const card = await heldComment(owner, { text: 'quel connard\n\nvraiment' });
  await noe.decide(card.id, {
    ...{ action: 'refuse', codes: ['abuse'], note: 'Restons courtois.', remark: 'Déjà averti', openMs: 12_000 },
    ...seen(card),
  });
  await app.app.settled();
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

async function openAudit(
  by: Moderator,
  { at = '#audit', ...options }: Parameters<typeof openPage>[2] & { at?: string } = {},
): Promise<Page & { complaints: string[] }> {
  const page = await openPage(browser, `${app.url}/console${at}`, { storageState: sessionOf(by), ...options });
  pages.push(page);
  await page.locator('.audit-list li').first().waitFor();
  await page.locator('.audit-people, .audit-hours').nth(1).waitFor();
  return page;
}
const acts = (page: Page): Promise<string[]> => page.locator('.audit-list .audit-act strong').allTextContents();
const act = (page: Page, text: string): Locator => page.locator('.audit-list li', { hasText: text });

test('what people did is listed, newest first, with why and how long they looked', async () => {
  const page = await openAudit(noe);
  expect(await acts(page)).toEqual([
    'Refusé par Noé Garnier',
    'Refusé par Inès Vidal',
    'Dernière décision annulée par Inès Vidal',
    'Approuvé par Inès Vidal',
  ]);
  const first = act(page, 'Refusé par Noé Garnier');
  for (const text of [
    'Injure ou insulte · ouvert 12',
    'À l’auteur : Restons courtois.',
    'Entre collègues : Déjà averti',
  ])
    await first.getByText(text).waitFor();
  await first.getByText('quel connard vraiment').waitFor();
  await act(page, 'Approuvé par Inès Vidal').getByText('annulé depuis').waitFor();
  expect(page.complaints).toEqual([]);
});

test('filters act at once and are in the address, by keyboard alone', async () => {
  const page = await openAudit(noe);
  await page.getByLabel('Personne').selectOption({ label: 'Noé Garnier' });
  await act(page, 'Approuvé par Inès Vidal').waitFor({ state: 'detached' });
  await act(page, 'Refusé par Noé Garnier').waitFor();
  expect(await acts(page)).toEqual(['Refusé par Noé Garnier']);
  await page.getByRole('checkbox', { name: 'Règles' }).focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/actor=.*kinds=.*rules/);
  await page.reload();
  await page.locator('.audit-list li').first().waitFor();
  expect(await page.getByRole('checkbox', { name: 'Règles' }).isChecked()).toBe(true);
  await page.getByLabel('Personne').selectOption('');
  await act(page, 'Retenu par les règles').first().waitFor();
  await page.goBack();
  await act(page, 'Retenu par les règles').first().waitFor({ state: 'detached' });
  await act(page, 'Refusé par Noé Garnier').waitFor();
});

test('one comment’s whole story is one step away, and so is the way back', async () => {
  const page = await openAudit(noe);
  await act(page, 'Approuvé par Inès Vidal').getByRole('link', { name: 'Tout sur ce commentaire' }).click();
  await act(page, 'Retenu par les règles').waitFor();
  expect(new URL(page.url()).hash).toContain(`comment=${trail}`);
  expect((await acts(page)).at(-1)).toBe('Retenu par les règles');
  await page.getByRole('link', { name: 'Revenir à tout le journal' }).click();
  await act(page, 'Refusé par Noé Garnier').waitFor();
});

test('the table says who did what, and the drawing when', async () => {
  const page = await openAudit(noe);
  const cells = (name: string) => page.locator('.audit-people tr', { hasText: name }).locator('td').allTextContents();
  expect(await cells('Inès Vidal')).toEqual(['2', '1', '1', '0', expect.stringMatching(/^1 \(50\s%\)$/), '–']);
  expect(await cells('Noé Garnier')).toEqual(['1', '0', '1', '0', '0', expect.stringMatching(/^12\s/)]);
  await page.getByRole('img', { name: /3 décisions ces dernières 24 heures/ }).waitFor();
  expect(await page.locator('.audit-hours rect.part.approved').count()).toBeGreaterThan(0);
});

test('an owner downloads the selection, a moderator is not offered to', async () => {
  const page = await openAudit(owner);
  await page.getByLabel('Personne').selectOption({ label: 'Noé Garnier' });
  await page.locator('.audit-list li').nth(1).waitFor({ state: 'detached' });
  const downloading = page.waitForEvent('download');
  await page.locator('[data-do=csv]').click();
  const file = await downloading;
  expect(file.suggestedFilename()).toMatch(/^tribune-audit-.*\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines.length).toBe(2);
  const other = await openAudit(noe);
  expect(await other.locator('.audit-export').count()).toBe(0);
});

test('older acts are read on, and the focus goes to the first of them', async () => {
  for (let i = 0; i < 30; i += 1) await decideAs(owner, await hold(app.url, `Lecteur ${i}`), 'approve');
  await app.app.settled();
  const page = await openAudit(noe, { at: '#audit=&kinds=approved' });
  expect(await page.locator('.audit-list li').count()).toBe(30);
  await page.locator('[data-do=more]').click();
  await page.locator('.audit-list li:nth-child(31):focus').waitFor();
  expect(await page.locator('.audit-list li').count()).toBe(31);
  expect(await page.locator('[data-do=more]').count()).toBe(0);

  await page.reload();
  await page.locator('.audit-list li').nth(29).waitFor();
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route(/cursor=/, (route) => held.then(() => route.continue()));
  await page.locator('[data-do=more]').press('Enter');
  await page.getByLabel('Personne').focus();
  answer();
  await page.locator('.audit-list li').nth(30).waitFor();
  // Whoever has gone elsewhere meanwhile stays there.
  expect(await page.getByLabel('Personne').evaluate((element) => element === document.activeElement)).toBe(true);
});

test('a card unfolds its history and says that it is whole', async () => {
  await emptyQueue(owner);
  await hold(app.url, 'Albane');
  const page = await openConsole(browser, owner);
  pages.push(page);
  const card = cardOf(page, 'Albane');
  await card.locator('.card-history summary').press('Enter');
  await card.getByText('Retenu par les règles').waitFor();
  await card.getByText('L’historique est complet et n’a pas été modifié.').waitFor();
  expect(page.complaints).toEqual([]);
});

describe.each(looks)('in %s at %i px (%s)', (colorScheme, width, locale) => {
  test('the page is accessible', async () => {
    const look = { colorScheme, locale, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const };
    const page = await openAudit(owner, { ...look, at: '#audit=&kinds=approved,refused,rules,undone' });
    expect(await faultsHere(page, 'audit')).toEqual([]);
  });
});
