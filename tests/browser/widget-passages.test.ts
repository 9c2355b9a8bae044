import { expect, test } from '@jest/globals';
import { PAGE_SIZE } from '../../shared/limits.ts';
import { Reader } from '../support/client.ts';
import { SHORT_COMMENTS } from '../support/short-comments.ts';
import { app, browser } from '../support/stage.ts';
import { faultsHere } from '../support/axe.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';

const QUESTION = 'Faut-il garder la fontaine ?';
const article = (thread: string) => `
  <p id="before">Le conseil a voté.</p>
  <p data-tribune-passage="fontaine" data-tribune-question="${QUESTION}">La fontaine sera déplacée.</p>
  <p id="after">Les travaux commencent en mars.</p>
  <tribune-comments site="demo" thread="${thread}"></tribune-comments>`;

test('a passage is discussed where it stands, live, and in the list of the article', async () => {
  const thread = 'passages';
  const page = await openWidget(browser, { url: app.url, thread, elements: article(thread) });
  const karim = await Reader.guest(app.url, 'Karim', thread);
  await karim.post('Un avis sur tout l’article.');
  const bubble = page.getByRole('button', { name: new RegExp(QUESTION.replace('?', '\\?')) }).first();
  await bubble.waitFor();
  // The page's texts stand as they would without it.
  const gap = () =>
    page.evaluate(() => {
      const [one, two] = ['before', 'after'].map((id) => document.getElementById(id)?.getBoundingClientRect().top ?? 0);
      return (two ?? 0) - (one ?? 0);
    });
  const withBubble = await gap();
  const box = await bubble.boundingBox();
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  await bubble.press('Enter');
  const panel = page.locator('tribune-comments[passage=fontaine]');
  await panel.getByRole('heading', { name: QUESTION }).waitFor();
  await write(panel, 'Oui, gardons-la !', 'Nadia');
  await comment(page, 'Oui, gardons-la !').first().waitFor();
  await panel.getByText('1 commentaire').waitFor();
  // Somebody else answers, and nothing of the rest of the article is shown here.
  const root = (await karim.page({ passage: 'fontaine' })).body.items[0]?.root.id ?? '';
  await karim.post('Moi aussi, j’y tiens.', { parentId: root });
  await panel.getByText('Moi aussi, j’y tiens.').waitFor();
  await panel.getByText('2 commentaires').waitFor();
  expect(await panel.getByText('Un avis sur tout l’article.').count()).toBe(0);
  await page.getByRole('button', { name: /\(2 commentaires\)/ }).waitFor();
  expect(await faultsHere(page, 'a passage')).toEqual([]);
  await panel.locator('article').first().press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(await gap()).toBe(withBubble);
  // The list of the article has it all, and leads from the comment to its passage.
  const whole = page.locator('tribune-comments:not([passage])');
  await whole.getByText('Un avis sur tout l’article.').waitFor();
  // Whether what came before waits behind the bar, too, depends on how far down the list was at that moment.
  await karim.post('Un second avis.');
  await whole.locator('[part=fresh]').click();
  await whole.getByText('Moi aussi, j’y tiens.').waitFor();
  await whole.getByRole('button', { name: `À propos de « ${QUESTION} »` }).click();
  await page.locator('[data-tribune-bubble] button:focus').waitFor();
  await page.evaluate(() => document.querySelector('[data-tribune-bubble]')?.remove());
  expect(await gap()).toBe(withBubble);
  expect(page.reports).toEqual([]);
  await page.context().close();
});

test('people of the discussion are offered after an @, by keys or touch, and told of it', async () => {
  const thread = 'mentions';
  const [anne, andre] = [
    await Reader.guest(app.url, 'Anne Roche', thread),
    await Reader.guest(app.url, 'André Petit', thread),
  ];
  // So many that Anne Roche is not on the page.
  await anne.post('Le marché rouvre bientôt.');
  const karim = await Reader.guest(app.url, 'Karim', thread);
  for (const text of [...SHORT_COMMENTS.fr, ...SHORT_COMMENTS.en].slice(0, PAGE_SIZE)) await karim.post(text);
  await andre.post('Pas avant mars, hélas.');
  const page = await openWidget(browser, { url: app.url, thread, hasTouch: true });
  await comment(page, 'Pas avant mars').waitFor();
  const area = page.locator('form.composer textarea').first();
  await area.click();
  await page.getByRole('toolbar').first().waitFor();
  await area.pressSequentially('Merci @an');
  const options = page.locator('.people').getByRole('option');
  await options.nth(1).waitFor();
  expect(await options.allTextContents()).toEqual(['André Petit', 'Anne Roche']);
  expect(await area.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
  // Escape closes the list and not the composer.
  await area.press('Escape');
  await options.first().waitFor({ state: 'detached' });
  await area.pressSequentially(' @Ann');
  await options.filter({ hasText: 'Anne Roche' }).waitFor();
  expect(await faultsHere(page, 'a mention')).toEqual([]);
  await area.press('Enter');
  expect(await area.inputValue()).toBe('Merci @an @Anne Roche ');
  await area.pressSequentially('et @pe');
  await options.filter({ hasText: 'André Petit' }).tap();
  expect(await area.inputValue()).toBe('Merci @an @Anne Roche et @André Petit ');
  await page.locator('input[autocomplete=nickname]').first().fill('Nadia');
  // A draft that comes back after a reload has not forgotten whom it names.
  await page.getByRole('checkbox').first().check();
  await page.reload();
  await page.getByRole('toolbar').or(area).first().click();
  await page.locator('form.composer [type=submit]').first().click();
  await page.locator('.mention', { hasText: '@Anne Roche' }).waitFor();
  expect(await page.locator('.mention').allTextContents()).toEqual(['@Anne Roche', '@André Petit']);
  // Nor does a change of the text name people in words alone.
  const own = comment(page, 'Merci @an @Anne');
  await own.locator('button.edit').click();
  const changed = own.locator('form.panel textarea');
  await changed.fill('Merci à tous, ');
  await changed.pressSequentially('@kari');
  await options.filter({ hasText: 'Karim' }).tap();
  await own.locator('form.panel .go').click();
  await page.locator('.mention', { hasText: '@Karim' }).waitFor();
  await app.app.settled();
  for (const reader of [anne, andre, karim])
    expect((await reader.inbox()).body.items.map((item) => item.kind === 'comment' && item.reasons)).toEqual([
      ['mention'],
    ]);
  await page.context().close();
});
