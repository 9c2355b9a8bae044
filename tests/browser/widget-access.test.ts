import { beforeAll, describe, expect, test } from '@jest/globals';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { path, routes } from '../../shared/routes.ts';
import { mailKey } from '../../services/notifications/address.ts';
import { createMailLinks, type MailAction } from '../../services/notifications/mail-links.ts';
import { openPage } from '../support/browser.ts';
import { faults } from '../support/axe.ts';
import { TEST_KEY } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { unbracketed } from '../support/brackets.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';
import { app, browser } from '../support/stage.ts';

const links = createMailLinks(TEST_KEY);
let moderator: Moderator;

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Modératrice', (await app.app.setupCode()) ?? '');
});

/** Refuses what waits in a discussion. */
async function refuse(threadId: string): Promise<void> {
  const waiting = (await moderator.queue({ limit: 100 })).body.items.filter(({ thread }) => thread.id === threadId);
  for (const { id } of waiting) await moderator.decideNow(id, { action: 'refuse', codes: ['abuse'] });
}

/**
 * Every state a reader may see, one after another on one page. French is drawn in brackets, so that what is not among its sentences
 * is found.
 */
async function walk(lang: string): Promise<Record<string, string[]>> {
  const thread = `access-${lang}`;
  const bracketed = lang === 'fr';
  const page = await openWidget(browser, { url: app.url, thread, lang, bracketed });
  const look = async () => [
    ...(await faults(page)),
    ...(bracketed ? await unbracketed(page, ['Nadia', 'كريم بن سالم']) : []),
  ];
  const seen: Record<string, string[]> = {};
  await page.locator('.empty').waitFor();
  seen.empty = await look();

  await write(page, ' ', 'Al');
  await page.locator('textarea[aria-invalid=true]').waitFor();
  seen.errors = await look();

  await write(page, 'Quel connard, ce maire', 'Nadia');
  await page.getByRole('alertdialog').waitFor();
  seen.told = await look();

  await page.getByRole('alertdialog').locator('.plain').click();
  await page.locator('article.held').waitFor();
  seen.held = await look();

  await write(page, 'Une **question** ||cachée||\n\n> citée, et un `code`\n\n- [lien](https://example.org/)', 'Nadia');
  await page.locator('article.published').waitFor();
  const karim = await Reader.guest(app.url, 'كريم بن سالم', thread);
  let parentId: string = (await karim.page()).body.items[0]?.root.id ?? '';
  for (let n = 1; n <= 7; n++) parentId = (await karim.post(`Réponse ${n} أهلًا`, { parentId })).body.id;
  await comment(page, 'Réponse 7').waitFor();
  seen.replies = await look();

  await page.locator('[part=bell] .unread').click();
  await page.locator('.inbox li').waitFor();
  seen.bell = await look();
  await page.keyboard.press('Escape');

  await page.locator('textarea').first().fill('Un brouillon');
  await page.locator('.toolbar .marks').click();
  await page.locator('.preview table').waitFor();
  seen.marks = await faults(page);
  await page.locator('.actions .plain').first().click();
  await page.locator('.preview .body').waitFor();
  await page.locator('.actions .plain').last().click();
  await page.locator('.actions .danger').waitFor();
  seen.discarding = await look();
  await page.locator('.danger').click();
  await page.route(/\/v1\/sites\/demo\/comments$/, (route) => route.abort());
  await write(page, 'Sans réseau', 'Nadia');
  await page.locator('article.unsent .verdict').waitFor();
  seen.unsent = await faults(page);
  await page.locator('article.unsent footer button').last().click();
  await page.locator('article.unsent .danger').click();
  await page.unroute(/\/v1\/sites\/demo\/comments$/);
  await write(page, 'À modifier', 'Nadia');
  const own = comment(page, 'À modifier');
  await own.locator('button.edit').click();
  await own.locator('form.panel textarea').waitFor();
  seen.editing = await look();
  await own.locator('form.panel textarea').fill('');
  await own.locator('form.panel .go').click();
  await own.locator('.failed').waitFor();
  seen.wrongEdit = await look();
  await own.locator('form.panel textarea').fill('Modifié');
  await own.locator('form.panel .go').click();
  await comment(page, 'Modifié').locator('header small').waitFor();
  seen.edited = await look();
  await comment(page, 'Modifié').locator('button.withdraw').click();
  await page.locator('div.panel').waitFor();
  seen.withdrawing = await look();
  await page.keyboard.press('Escape');

  await comment(page, 'Réponse 1')
    .getByRole('button', { name: lang === 'fr' ? 'Signaler' : 'الإبلاغ' })
    .click();
  await page.locator('form.panel fieldset').waitFor();
  seen.reporting = await look();
  await page.keyboard.press('Escape');

  await refuse((await karim.page()).body.threadId);
  const refused = page.locator('article.refused');
  await refused.locator('button.appeal').click();
  await refused.locator('form.panel textarea').fill('C’était une citation.');
  seen.appealing = await look();
  await refused.locator('form.panel .go').click();
  await refused.locator('.appealed').waitFor();
  seen.appealed = await look();

  await page.locator('button.others').first().click();
  await page.locator('.comment .wishes input').first().waitFor();
  await page.locator('[part=subscribe]').click();
  const choices = page.locator('.notify .wish input');
  await choices.first().check();
  await choices.nth(3).waitFor();
  await choices.nth(2).check();
  await page.locator('.notify .address .go').click();
  await page.locator('.notify [aria-invalid=true]').waitFor();
  seen.wishing = await look();
  await page.locator('.notify .address input').fill('nadia@example.org');
  await page.locator('.notify .address .go').click();
  await page.locator('.notify .address .choices').waitFor();
  await page.keyboard.press('Escape');

  await page.locator('[part=mine]').click();
  await page.getByRole('tab').last().click();
  await page.locator('.mail .wish input').first().check();
  await page.locator('dialog .hours').waitFor();
  seen.follows = await look();
  await page.getByRole('tab').first().click();
  await page.locator('dialog li').first().waitFor();
  await page.locator('dialog .data .away').last().click();
  await page.locator('dialog .ask').waitFor();
  seen.mine = await look();
  await page.context().close();
  return seen;
}

describe('everyone can use it', () => {
  test.each(['fr', 'ar'])('every state in %s, light and dark, 1280 and 320 pixels wide', async (lang) => {
    const seen = await walk(lang);
    expect(Object.keys(seen)).toHaveLength(19);
    expect(Object.entries(seen).filter(([, found]) => found.length > 0)).toEqual([]);
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
