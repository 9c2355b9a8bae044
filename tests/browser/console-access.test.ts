import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { faultsHere, looks } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { Moderator } from '../support/client.ts';
import { path, routes } from '../../shared/routes.ts';
import { cardOf, decideAs, emptyQueue, hold, openConsole } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  noe = await ines.invite('Noé Garnier');
});
afterEach(() => emptyQueue(ines));

// Colours and room are apart, so two looks show both.
describe.each(looks.filter(([theme, width]) => (theme === 'light') === width > 320))(
  'in %s at %i px (%s)',
  (colorScheme, width, locale) => {
    const look = { colorScheme, locale, viewport: { width, height: 800 }, reducedMotion: 'reduce' as const };

    test('every state of the console is accessible', async () => {
      const found: string[] = [];
      const { body } = await ines.ask<{ url: string }>('POST', path(routes.invites, {}));
      const door = await openPage(browser, body.url, look);
      await door.locator('form').waitFor();
      found.push(...(await faultsHere(door, 'invitation')));
      await door.locator('[name=name]').fill('Noé Garnier');
      await door.locator('[name=password]').fill('correct horse battery');
      await door.locator('[type=submit]').click();
      await door.locator('.trouble').waitFor();
      found.push(...(await faultsHere(door, 'refused invitation')));
      await door.goto(`${app.url}/console#invite=abcdefghijklmnopqrstuvwxyz`);
      await door.reload();
      await door.locator('form').waitFor({ state: 'detached' });
      found.push(...(await faultsHere(door, 'used invitation')));
      await door.context().close();

      const page = await openConsole(browser, noe, look);
      await page.locator('.finished').waitFor();
      found.push(...(await faultsHere(page, 'empty')));
      const open = await hold(
        app.url,
        'Grosc0nnard',
        'Quel c0nnard, fils de pute 🤬 !\nVoir https://a.example https://b.example https://c.example',
      );
      await hold(app.url, 'كريم', 'يا حمار connard');
      await cardOf(page, 'Grosc0nnard').waitFor();
      found.push(...(await faultsHere(page, 'card')));
      await page.keyboard.press('r');
      await page.locator('.refuse-panel').waitFor();
      found.push(...(await faultsHere(page, 'reasons')));
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.locator('dialog').waitFor();
      found.push(...(await faultsHere(page, 'shortcuts')));
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
      await page.locator('.menu-button').click();
      found.push(...(await faultsHere(page, 'menu')));
      await page.keyboard.press('Escape');
      await decideAs(ines, open, 'refuse');
      await page.locator('[data-do=done]').waitFor();
      found.push(...(await faultsHere(page, 'decided by another')));
      await page.route('**/v1/**', (route) => route.abort('internetdisconnected'));
      await page.locator('[data-do=done]').click();
      await cardOf(page, 'كريم').waitFor();
      await page.keyboard.press('a');
      await page.locator('.failed [data-do=retry]').waitFor();
      found.push(...(await faultsHere(page, 'cut off')));
      await page.context().close();
      expect(found).toEqual([]);
    });
  },
);

test('everything is done with the keyboard alone', async () => {
  await hold(app.url, 'Albane');
  const page = await openConsole(browser, noe);
  await cardOf(page, 'Albane').waitFor();
  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Aller au commentaire' }).press('Enter');
  await page.locator('#comment-title:focus').waitFor();
  const refuse = page.locator('[data-do=refuse]:focus');
  while ((await refuse.count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('h3:focus').getByText('Pourquoi le refuser ?').waitFor();
  const reason = page.locator('[data-code=abuse]:focus');
  while ((await reason.count()) === 0) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('#all-done:focus').waitFor();
  await page.context().close();
});
