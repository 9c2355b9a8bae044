import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { path, routes } from '../../shared/routes.ts';
import { mailKey } from '../../services/notifications/address.ts';
import { createMailLinks, type MailAction } from '../../services/notifications/mail-links.ts';
import { TEST_KEY } from '../support/app.ts';
import { faults } from '../support/axe.ts';
import { bracketWords, unbracketed } from '../support/brackets.ts';
import { openPage } from '../support/browser.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { app, browser } from '../support/stage.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';

const links = createMailLinks(TEST_KEY);
let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

/** People of the gallery, and what the service says there itself. */
const GIVEN = [
  ...['Nadia', 'Anne Roche', 'Marc D.', 'Inès Vidal', 'Hélène Marchadier', 'كريم بن سالم'],
  ...['Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz', 'Veuillez écrire quelque chose.'],
  'Les commentaires ne sont pas disponibles sur cette page. ',
];

/** What lies over the page or wants the focus, and so is looked at by itself. */
const ALONE = ['bell', 'mentions', 'mine', 'sign-in', 'sign-in-code'];

/** Goes to the gallery, or to one of its states, and waits until all of that is there. */
async function visit(page: Page, query: string): Promise<void> {
  await page.goto(`${app.url}/demo/gallery?${query}`);
  await page.waitForFunction(() => {
    const sections = [...document.querySelectorAll<HTMLElement>('body > section')];
    return sections.length > 0 && sections.every(({ dataset }) => 'ready' in dataset);
  });
}

/**
 * What is wrong in every state that readers may see, which the gallery has side by side. French is drawn in brackets, so that what is
 * not among its sentences is found.
 */
async function walk(lang: string): Promise<{ states: number; wrong: string[] }> {
  const page = await openPage(browser, 'about:blank', { bypassCSP: true, reducedMotion: 'reduce' });
  if (lang === 'fr') await bracketWords(page);
  const wrong: string[] = [];
  let states = 0;
  for (const query of [`lang=${lang}`, ...ALONE.map((state) => `lang=${lang}&state=${state}`)]) {
    await visit(page, query);
    states += await page.locator('body > section').count();
    if (lang === 'fr') wrong.push(...(await unbracketed(page, GIVEN)).map((found) => `${query}: ${found}`));
    wrong.push(...(await faults(page)).map((found) => `${query}: ${found}`));
  }
  await page.context().close();
  return { states, wrong };
}

describe('everyone can use it', () => {
  test.each(['fr', 'ar'])('every state in %s, light and dark, 1280 and 320 pixels wide', async (lang) => {
    const { states, wrong } = await walk(lang);
    expect(states).toBeGreaterThan(30);
    expect(wrong).toEqual([]);
  });

  test.each(['fr', 'ar'])('what readers ask to be told of, in %s', async (lang) => {
    const thread = `access-${lang}`;
    await (await Reader.guest(app.url, 'كريم بن سالم', thread)).post('Un avis sur la halle.');
    const page = await openWidget(browser, { url: app.url, thread, lang });
    await write(page, 'À suivre', 'Nadia');
    await comment(page, 'À suivre').waitFor();
    await page.locator('button.others').first().click();
    await page.locator('.comment .wishes input').first().waitFor();
    await page.locator('[part=subscribe]').click();
    const choices = page.locator('.notify .wish input');
    await choices.first().check();
    await choices.nth(3).waitFor();
    await choices.nth(2).check();
    await page.locator('.notify .address .go').click();
    await page.locator('.notify [aria-invalid=true]').waitFor();
    const wishing = await faults(page);
    await page.locator('.notify .address input').fill('nadia@example.org');
    await page.locator('.notify .address .go').click();
    await page.locator('.notify .address .choices').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('[part=mine]').click();
    await page.getByRole('tab').nth(1).click();
    await page.locator('.mail .wish input').first().check();
    await page.locator('dialog .hours').waitFor();
    expect([...wishing, ...(await faults(page))]).toEqual([]);
    await page.context().close();
  });

  test.each(['fr', 'ar'])('the demo page in %s', async (lang) => {
    const page = await openPage(browser, `${app.url}/demo?lang=${lang}`, { bypassCSP: true });
    await page.locator('tribune-comments .empty').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  test('the pages of a letter, written from right to left and used without a mouse', async () => {
    const lang = 'ar';
    const reader = await Reader.guest(app.url, 'Nadia', 'letters');
    const sent = (method: string, at: string, body: unknown) =>
      request(app.url + at, method, { headers: reader.auth, body });
    const address = 'nadia@site.example';
    await sent('PUT', routes.mail, { address, lang });
    const thread = { key: reader.thread, title: 'Une halle rouverte après tant d’années de travaux' };
    await sent('PUT', routes.subscriptions, { kind: 'thread', thread, mail: true });
    await sent('PUT', routes.subscriptions, { kind: 'answers', mail: false });
    const refused = (await reader.post('Quelle bande de nuls')).body.id;
    await moderator.decideNow(refused, { action: 'refuse', codes: ['abuse'], note: 'Restons courtois.' });
    const personId = reader.personId as PersonId;
    const key = mailKey(TEST_KEY, SITE as SiteId, address);
    const to = (action: MailAction, target = ''): string =>
      app.url + path(routes.mailLink, { link: links.sign({ action, personId, key, target }, new Date()) });

    const page = await openPage(browser, to('confirm'));
    const look = () => faults(page);
    const seen: Record<string, string[]> = { confirm: await look() };
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('button').waitFor({ state: 'detached' });
    await page.goto(to('stop', 'own'));
    seen['stop'] = await look();
    await page.goto(to('settings'));
    await page.locator('button.main').press('Enter');
    await page.getByRole('status').waitFor();
    seen['settings'] = await look();
    await page.goto(to('appeal', refused));
    await page.locator('textarea').fill(' ');
    await page.locator('button.main').press('Enter');
    await page.getByRole('alert').waitFor();
    seen['appeal'] = await look();
    await page.goto(to('confirm'));
    expect(await page.locator('button').count()).toBe(0);
    seen['used'] = await look();
    expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([]);
    expect(page.complaints.filter((said) => !/status of 4\d\d/.test(said))).toEqual([]);
    await page.context().close();
  });
});
