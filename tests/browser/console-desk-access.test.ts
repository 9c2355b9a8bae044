import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsHere, looks } from '../support/axe.ts';
import { Moderator, Reader } from '../support/client.ts';
import { appeal, cardOf, emptyQueue, hold, openConsole, row, withEarlierText } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

let ines: Moderator;
let noe: Moderator;
let page: Page;
let other: Page | null = null;

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterEach(async () => {
  await page.context().close();
  await other?.context().close();
  other = null;
  await emptyQueue(ines);
});

// Colours and room are apart, so two looks show both.
describe.each(looks.filter(([theme, width]) => (theme === 'light') === width > 320))(
  'in %s at %i px (%s)',
  (colorScheme, width, locale) => {
    const look = { colorScheme, locale, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const };

    test('all that is asked and told on the desk is accessible', async () => {
      const found: string[] = [];
      const audit = async (state: string): Promise<number> => found.push(...(await faultsHere(page, state)));
      const id = await hold(app.url, 'Grosc0nnard', 'Je vais te tuer, connard, et toute ta famille');
      await withEarlierText(app.storeUri, id, 'Je vais te voir, et toute ta famille');
      await hold(app.url, 'كريم', 'يا حمار connard');
      page = await openConsole(browser, noe, look);
      await cardOf(page, 'Grosc0nnard').waitFor();
      await page.locator('.difference del').first().waitFor();
      await page.locator('.around').waitFor();
      await audit('versions and surroundings');
      await page.keyboard.press('r');
      await page.keyboard.press('Shift+1');
      await page.keyboard.press('Shift+2');
      await page.locator('[data-do=send]').waitFor();
      await page.keyboard.press('m');
      await page.locator('[data-field=remark]:focus').waitFor();
      await audit('several reasons and a remark');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.keyboard.press('z');
      await page.locator('[data-snooze=hour]').waitFor();
      await page.locator('[data-field=moment]').fill('2020-01-01T10:00');
      await page.locator('.own-moment [type=submit]').click();
      await page.locator('#own-moment-wrong').waitFor();
      await audit('a moment that is past');
      await page.locator('.panel-title').focus();
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await page.locator('.panel [data-field=remark]').waitFor();
      await audit('passing on');
      await page.keyboard.press('Enter');
      await page.locator('.done-line').waitFor();
      await page.keyboard.press('k');
      await cardOf(page, 'Grosc0nnard').waitFor();
      await audit('passed on, and done');
      await page.keyboard.press('v');
      await page.locator('.veiled-word').first().waitFor();
      await audit('veiled');
      await page.keyboard.press('v');
      await page.keyboard.press('f');
      await page.locator('dialog').waitFor();
      await audit('filter');
      await page.locator('dialog [type=search]').fill('connard');
      await page.keyboard.press('Enter');
      await page.locator('[data-filter=q]').waitFor();
      await page.locator('.row').first().waitFor({ state: 'attached' });
      await audit('filtered');
      await page.keyboard.press('7');
      await page.locator('.finished').waitFor();
      await audit('nothing there');
      expect(found).toEqual([]);
    });

    test('a colleague who is at it, and an appeal, are accessible', async () => {
      const found: string[] = [];
      const author = await Reader.guest(app.url, 'Albane', `appel ${colorScheme} ${width}`);
      const { id } = (await author.post('Quel connard, ce maire')).body;
      await appeal(app.storeUri, { moderator: noe, id, text: 'C’était une citation.' });
      other = await openConsole(browser, ines, look);
      await cardOf(other, 'Albane').waitFor();
      page = await openConsole(browser, noe, look);
      await page.locator('.decision .notice:not(.taken)').waitFor();
      found.push(...(await faultsHere(page, 'own appeal')));
      await other.keyboard.press('r');
      await other.locator('.panel').waitFor();
      found.push(...(await faultsHere(other, 'upholding')));
      await other.keyboard.press('Escape');
      // A new one that may be worse stands above it.
      await hold(app.url, 'Basile');
      for (const desk of [other, page]) {
        await row(desk, 'Basile').waitFor({ state: 'attached' });
        await desk.keyboard.press('k');
        await cardOf(desk, 'Basile').waitFor();
      }
      await page.locator('.notice.taken').waitFor();
      found.push(...(await faultsHere(page, 'held')));
      expect(found).toEqual([]);
    });
  },
);
