import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Moderator, Reader } from '../support/client.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';
import { until } from '../support/until.ts';

let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

const open = (thread: string, more = {}) => openWidget(browser, { url: app.url, thread, ...more });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const said = (page: Page, text: string) =>
  page.locator('[role=status]', { hasText: text }).waitFor({ state: 'attached' });

async function refused(page: Page, text: string): Promise<string> {
  await write(page, text, 'Gérard');
  await page.getByRole('alertdialog').locator('.plain').click();
  await page.locator('article.held').waitFor();
  const card = await until(
    async () => (await moderator.queue({ limit: 100 })).body.items.find((item) => item.text === text),
    'it waits',
  );
  await moderator.decideNow(card.id, { action: 'refuse', codes: ['abuse'] });
  await page.locator('article.refused').waitFor();
  return card.id;
}

describe('a reader reports a comment', () => {
  test('with the keyboard alone, says why, and the moderators read it', async () => {
    const karim = await Reader.guest(app.url, 'Karim', 'report');
    const { id } = (await karim.post('Un avis discutable')).body;
    const page = await open('report');
    await button(page, 'Signaler').focus();
    await page.keyboard.press('Enter');
    await page.locator('input[type=radio]:focus').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button:focus', { hasText: 'Signaler' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('input[type=radio]:focus').waitFor();
    // One below the other, whatever there is room for.
    const starts = await page
      .locator('form.panel > *')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().x));
    expect(new Set(starts).size).toBe(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Voir la fin.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('button:focus', { hasText: 'Signaler ✓' }).waitFor();
    await said(page, 'votre signalement a bien été reçu');
    expect((await moderator.context(id)).reports).toMatchObject([{ reason: 'hate', note: 'Voir la fin.' }]);
    // Once is enough.
    await page.keyboard.press('Enter');
    expect(await page.locator('.panel').count()).toBe(0);
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test('is told when it did not get through, and nothing of it is lost', async () => {
    const karim = await Reader.guest(app.url, 'Karim', 'report-away');
    await karim.post('Un avis discutable');
    const page = await open('report-away');
    await page.route(/\/report$/, (route) => route.abort());
    await button(page, 'Signaler').click();
    await page.getByLabel('Précisions').fill('Voir la fin.');
    await button(page, 'Envoyer le signalement').click();
    await page.getByText('Cela n’a pas fonctionné').first().waitFor();
    await page.unroute(/\/report$/);
    await button(page, 'Envoyer le signalement').click();
    await page.locator('button', { hasText: 'Signaler ✓' }).waitFor();
    await page.context().close();
  });
});

describe('an author', () => {
  test('edits a comment for some minutes; everyone sees the new text in its place, and that it was edited', async () => {
    const page = await open('edit');
    await write(page, 'Un premiér jet', 'Gérard');
    const other = await open('edit');
    await comment(other, 'Un premiér jet').waitFor();
    await page.reload();
    await button(page, /^Modifier \(encore 1[45] min\)$/).click();
    const field = page.locator('form.panel textarea');
    await page.locator('form.panel textarea:focus').waitFor();
    expect(await field.inputValue()).toBe('Un premiér jet');
    await field.fill('Un premier jet, **corrigé**');
    await button(page, 'Enregistrer').click();
    for (const one of [page, other]) {
      await comment(one, 'Un premier jet, corrigé').getByText('modifié', { exact: true }).waitFor();
      expect(await one.locator('article.comment').count()).toBe(1);
    }
    await page.locator('button.edit:focus').waitFor();
    await said(page, 'Votre commentaire a été modifié.');
    expect(await button(other, /^Modifier/).count()).toBe(0);
    // An answer ends it.
    const karim = await Reader.guest(app.url, 'Karim', 'edit');
    const [root] = (await karim.page()).body.items;
    await karim.post('Bien vu', { parentId: root?.root.id ?? '' });
    await comment(page, 'Bien vu').waitFor();
    await button(page, /^Modifier/).waitFor({ state: 'detached' });
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
    await other.context().close();
  });

  test('has an edit held that is not as it should be, and may go on with it', async () => {
    const page = await open('edit-held');
    await write(page, 'Ce maire', 'Gérard');
    await button(page, /^Modifier/).click();
    await page.locator('form.panel textarea').fill('Ce connard');
    await button(page, 'Enregistrer').click();
    await page.locator('article.held').getByText('Ce connard').waitFor();
    await button(page, /^Modifier/).click();
    await page.locator('form.panel textarea').fill('Ce monsieur');
    await button(page, 'Enregistrer').click();
    await page.locator('article.published').getByText('Ce monsieur').waitFor();
    await page.context().close();
  });

  test('takes a comment back after being asked, and it is gone for everyone', async () => {
    const page = await open('withdraw');
    await write(page, 'Une bêtise', 'Gérard');
    const other = await open('withdraw');
    await comment(other, 'Une bêtise').waitFor();
    await button(page, 'Supprimer').click();
    await page.locator('button:focus', { hasText: 'Le garder' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button.withdraw:focus').waitFor();
    await page.keyboard.press('Enter');
    await page
      .getByRole('group', { name: 'Supprimer définitivement' })
      .getByRole('button', { name: 'Supprimer' })
      .click();
    for (const one of [page, other]) await one.locator('.empty').waitFor();
    await page.locator('.composer:focus').waitFor();
    await said(page, 'Votre commentaire est supprimé.');
    await page.reload();
    await page.locator('.empty').waitFor();
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
    await other.context().close();
  });

  test('is told that it is gone even if nothing can be read after that, and asks for it once, however often one presses', async () => {
    const page = await open('withdraw-unread');
    await write(page, 'Une bêtise', 'Gérard');
    let isDeleted = (): void => undefined;
    const deleted = new Promise<void>((resolve) => (isDeleted = resolve));
    const asked: string[] = [];
    await page.route(/\/comments\/[\w-]+$/, async (route) => {
      asked.push(route.request().method());
      await deleted;
      await route.continue();
    });
    await page.route(/\/comments\/[\w-]+\/mine$/, (route) => route.abort());
    await button(page, 'Supprimer').click();
    const yes = page
      .getByRole('group', { name: 'Supprimer définitivement' })
      .getByRole('button', { name: 'Supprimer' });
    await yes.click();
    await page.locator('.panel[aria-busy=true]').waitFor();
    await yes.dispatchEvent('click');
    isDeleted();
    await said(page, 'Votre commentaire est supprimé.');
    await page.locator('.empty').waitFor();
    expect(asked).toEqual(['DELETE']);
    await page.context().close();
  });

  test('who has closed the editing before the text came is not disturbed when it does not', async () => {
    const page = await open('edit-closed');
    await write(page, 'Un avis', 'Gérard');
    let isOver = (): void => undefined;
    const over = new Promise<void>((resolve) => (isOver = resolve));
    await page.route(/\/mine$/, async (route) => {
      await over;
      // An answer that is final: nothing is asked a second time.
      await route.fulfill({
        status: 404,
        json: { type: 'urn:tribune:problem:not-found', status: 404, detail: '', code: 'not-found' },
      });
    });
    await Promise.all([page.waitForRequest(/\/mine$/), button(page, /^Modifier/).click()]);
    await button(page, 'Supprimer').click();
    await page.locator('button:focus', { hasText: 'Le garder' }).waitFor();
    const answered = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/mine'));
    isOver();
    await answered;
    await page.evaluate(() => new Promise(requestAnimationFrame));
    expect(await page.locator('button:focus').textContent()).toBe('Le garder');
    expect(await page.getByText('Cela n’a pas fonctionné').count()).toBe(0);
    await page.context().close();
  });

  test.each([
    ['uphold', 'le refus est maintenu'],
    ['overturn', 'Votre contestation a été acceptée'],
  ] as const)(
    'appeals once against a refusal, sees that it waits, and is told the answer: %s',
    async (action, answer) => {
      const page = await open(`appeal-${action}`);
      const id = await refused(page, `Quel connard, ce maire (${action})`);
      await button(page, 'Contester').click();
      await page.getByLabel('Pourquoi ce refus est-il une erreur').fill('C’était une citation.');
      await button(page, 'Envoyer la contestation').click();
      await page.locator('.appealed').getByText('Vous avez contesté ce refus').waitFor();
      await page.locator('.appealed').getByText('C’était une citation.').waitFor();
      expect(await button(page, 'Contester').count()).toBe(0);
      // It waits after a reload, too.
      await page.reload();
      await page.locator('.appealed').getByText('Vous avez contesté ce refus').waitFor();
      expect((await moderator.decideNow(id, { action })).status).toBe(200);
      await page.locator('.appealed').getByText(answer).waitFor();
      expect(page.complaints).toEqual([]);
      await page.context().close();
    },
  );
});

test('it is there in Arabic, from right to left', async () => {
  const page = await open('upkeep-arabic', { lang: 'ar' });
  await write(page, 'تعليق قصير', 'نادية');
  await button(page, /^تعديل/).click();
  await page.locator('form.panel textarea:focus').waitFor();
  expect(await page.locator('form.panel').evaluate((panel) => getComputedStyle(panel).direction)).toBe('rtl');
  await button(page, 'حفظ').waitFor();
  await page.keyboard.press('Escape');
  await button(page, 'حذف').click();
  await page.getByText('هل تريد حذف هذا التعليق نهائيًا؟').first().waitFor();
  await page.context().close();
});
