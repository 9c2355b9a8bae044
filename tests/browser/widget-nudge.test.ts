import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { comment, openWidget, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

const open = (thread: string, more = {}) => openWidget(browser, { url: app.url, thread, ...more });
const LEAD = 'Ces mots risquent de retenir votre commentaire';
const note = (page: Page) => page.getByRole('alertdialog', { name: LEAD });
/** What is selected in the text, which is how its place is shown. */
const selected = (page: Page): Promise<string> =>
  page
    .locator('textarea')
    .evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd));

describe('an author is told of a word before it is posted', () => {
  test('and rewrites: the word is selected, goes from the note with the text, and the comment is published', async () => {
    const page = await open('rewrite');
    await write(page, 'Quel connard, ce maire, et quelle merde', 'Nadia');
    await note(page).getByRole('button', { name: 'connard' }).waitFor();
    await note(page).getByText('grossièreté').waitFor();
    await page.getByRole('button', { name: 'Réécrire' }).click();
    await page.locator('textarea:focus').waitFor();
    expect(await selected(page)).toBe('connard');
    await page.keyboard.type('homme');
    await page.locator('.nudge').getByRole('button', { name: 'connard' }).waitFor({ state: 'detached' });
    await page.locator('.nudge').getByRole('button', { name: 'merde' }).click();
    expect(await selected(page)).toBe('merde');
    await page.keyboard.type('misère');
    await page.locator('.nudge').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Publier le commentaire' }).click();
    await page.locator('article.published').getByText('Quel homme, ce maire, et quelle misère').waitFor();
    expect([page.reports, page.complaints]).toEqual([[], []]);
    await page.context().close();
  });

  test('and posts it anyway: it waits for a moderator, as many times as that happens', async () => {
    const page = await open('anyway');
    for (const text of ['Quel connard, ce maire', 'Et un connard, l’adjoint']) {
      await write(page, text, 'Nadia');
      await note(page).getByRole('button', { name: 'Publier quand même' }).click();
      await page.locator('article.held').getByText(text).waitFor();
    }
    expect(await page.locator('article.held').count()).toBe(2);
    expect(await page.locator('textarea').inputValue()).toBe('');
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test('with the keyboard alone: the question has the focus, Escape goes back to the text, sending again posts', async () => {
    const page = await open('keys');
    await page.locator('textarea').focus();
    await page.getByRole('toolbar').waitFor();
    await page.keyboard.type('Quel connard');
    await page.locator('input[autocomplete=nickname]').fill('Nadia');
    await page.locator('textarea').focus();
    await page.keyboard.press('Control+Enter');
    await page.locator('.nudge button:focus', { hasText: 'Réécrire' }).waitFor();
    // A hasty second time answers nothing.
    await page.keyboard.press('Control+Enter');
    await page.locator('textarea').focus();
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('article.comment').count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Publier le commentaire' }).waitFor();
    await page.locator('textarea:focus').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Quel connard');
    await page.keyboard.press('Control+Enter');
    await comment(page, 'En attente d’approbation').waitFor();
    await page.context().close();
  });

  test('of a word in the name, and goes there', async () => {
    const page = await open('name');
    await write(page, 'Bonjour à tous', 'Roi des crétins');
    await note(page).getByText('injure, dans votre nom').waitFor();
    await page.getByRole('button', { name: 'Réécrire' }).press('Enter');
    await page.locator('input[autocomplete=nickname]:focus').waitFor();
    await page.keyboard.type('lecteurs');
    await page.keyboard.press('Enter');
    await page.locator('article.published').getByText('Roi des lecteurs').waitFor();
    await page.context().close();
  });

  test('in Arabic, from right to left, with the word in its own direction', async () => {
    const page = await open('arabic', { lang: 'ar' });
    const field = page.locator('.composer textarea');
    await write(page, '', 'نادية');
    expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await field.fill('Bonjour');
    expect(await field.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await write(page, 'يا connard الكبير', 'نادية');
    const question = page.getByRole('alertdialog', { name: 'قد تؤخر هذه الكلمات نشر تعليقك' });
    await question.locator('mark[dir=auto]', { hasText: 'connard' }).waitFor();
    await question.getByText('شتيمة').waitFor();
    expect(await question.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
    await question.getByRole('button', { name: 'النشر على أي حال' }).click();
    await comment(page, 'بانتظار الموافقة').waitFor();
    await page.context().close();
  });
});

describe('the text is never lost', () => {
  test('when the network goes away after the question, and sending again posts once', async () => {
    const page = await open('away');
    await write(page, 'Quel connard, ce maire', 'Nadia');
    await note(page).waitFor();
    await page.route(/\/v1\/sites\/demo\/comments$/, (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await page.getByRole('button', { name: 'Publier quand même' }).click();
    await page.locator('article.unsent').getByText('Quel connard, ce maire').waitFor();
    await page.locator('article.unsent').getByText('La connexion manque').waitFor();
    await page.unroute(/\/v1\/sites\/demo\/comments$/);
    await page.getByRole('button', { name: 'Envoyer maintenant' }).click();
    await comment(page, 'En attente d’approbation').waitFor();
    expect(await page.locator('article.comment').count()).toBe(1);
    await page.context().close();
  });

  test('when the question itself cannot be loaded: the comment goes as on a site that does not ask', async () => {
    const page = await open('broken');
    await page.route(/\/nudge-[^/]*\.js$/, (route) => route.abort());
    await write(page, 'Quel connard, ce maire', 'Nadia');
    await comment(page, 'En attente d’approbation').waitFor();
    expect(await page.locator('article.comment').count()).toBe(1);
    await page.context().close();
  });

  test('when more is typed while the question is on its way', async () => {
    const page = await open('slow');
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\/nudge-[^/]*\.js$/, async (route) => {
      await gate;
      await route.continue();
    });
    await write(page, 'Quel connard', 'Nadia');
    await page.getByRole('button', { name: 'Envoi en cours…' }).waitFor();
    await page.locator('textarea').press('End');
    await page.keyboard.type(', ce maire');
    release();
    await note(page).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Quel connard, ce maire');
    await page.getByRole('button', { name: 'Publier quand même' }).click();
    await page.locator('article.held').getByText('Quel connard, ce maire').waitFor();
    await page.context().close();
  });

  test('when the question is answered by writing on', async () => {
    const page = await open('typing');
    await write(page, 'Quel connard', 'Nadia');
    await note(page).waitFor();
    await page.locator('textarea').press('End');
    await page.keyboard.type(' !');
    await page.getByRole('button', { name: 'Publier le commentaire' }).waitFor();
    await page.getByRole('group', { name: LEAD }).waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByRole('button', { name: 'Effacer', exact: true }).click();
    await page.locator('textarea').click();
    await page.keyboard.type('Encore connard');
    await page.getByRole('toolbar').waitFor();
    expect(await page.locator('.nudge').count()).toBe(0);
    await page.context().close();
  });
});
