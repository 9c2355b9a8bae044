import { describe, expect, test } from '@jest/globals';
import { openPage } from '../support/browser.ts';
import { faults } from '../support/axe.ts';
import { Reader } from '../support/client.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

/** Every state a reader may see, one after another on one page. */
async function walk(lang: string): Promise<Record<string, string[]>> {
  const thread = `access-${lang}`;
  const page = await openWidget(browser, { url: app.url, thread, lang });
  const seen: Record<string, string[]> = {};
  await page.locator('.empty').waitFor();
  seen.empty = await faults(page);

  await write(page, ' ', 'Al');
  await page.locator('textarea[aria-invalid=true]').waitFor();
  seen.errors = await faults(page);

  await write(page, 'Quel connard, ce maire', 'Nadia');
  await page.getByRole('alertdialog').waitFor();
  seen.told = await faults(page);

  await page.getByRole('alertdialog').locator('.plain').click();
  await page.locator('article.held').waitFor();
  seen.held = await faults(page);

  await write(page, 'Une **question** ||cachée||\n\n> citée, et un `code`\n\n- [lien](https://example.org/)', 'Nadia');
  await page.locator('article.published').waitFor();
  const karim = await Reader.guest(app.url, 'كريم بن سالم', thread);
  let parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
  for (let n = 1; n <= 7; n++) parentId = (await karim.post(`Réponse ${n} أهلًا`, { parentId })).body.id;
  await comment(page, 'Réponse 7').waitFor();
  seen.replies = await faults(page);

  await page.locator('[part=bell] .unread').click();
  await page.locator('.inbox li').waitFor();
  seen.bell = await faults(page);
  await page.keyboard.press('Escape');

  await page.locator('textarea').first().fill('Un brouillon');
  await page.locator('.actions .plain').click();
  await page.locator('.actions .danger').waitFor();
  seen.discarding = await faults(page);
  await page.context().close();
  return seen;
}

describe('everyone can use it', () => {
  test.each(['fr', 'ar'])('every state in %s, light and dark, 1280 and 320 pixels wide', async (lang) => {
    const seen = await walk(lang);
    expect(Object.keys(seen)).toHaveLength(7);
    expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([]);
  });

  test.each(['fr', 'ar'])('the demo page in %s', async (lang) => {
    const page = await openPage(browser, `${app.url}/demo?lang=${lang}`, { bypassCSP: true });
    await page.locator('tribune-comments .empty').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});
