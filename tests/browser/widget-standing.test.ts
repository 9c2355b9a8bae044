import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { PersonCard, SanctionOrder } from '../../shared/people.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { faults } from '../support/axe.ts';
import { unbracketed } from '../support/brackets.ts';
import { launchBrowser } from '../support/browser.ts';
import { Moderator, SITE } from '../support/client.ts';
import { until } from '../support/until.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';

let app: TestApp;
let browser: Browser;
let owner: Moderator;

beforeAll(async () => {
  [app, browser] = await Promise.all([bootApp(), launchBrowser()]);
  owner = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A reader in a browser who has written something, and a way to do something about them. */
async function written(thread: string, lang = 'fr') {
  const page = await openWidget(browser, { url: app.url, thread, lang, bracketed: lang === 'fr' });
  await write(page, `Un avis dans ${thread}`, 'Nadia Belkacem');
  await comment(page, `Un avis dans ${thread}`).waitFor();
  const asked = await fetch(app.url + path(routes.comments, { siteId: SITE }, { thread }));
  const { items } = (await asked.json()) as { items: { root: { id: string; author: { id: string } } }[] };
  const root = items[0]?.root;
  if (root === undefined) throw new Error('nothing was written');
  let v = 0;
  const sanction = async (kind: SanctionOrder['kind'], more: object = {}): Promise<string> => {
    const { status, body } = await owner.ask<PersonCard>(
      'POST',
      path(routes.personSanctions, { personId: root.author.id }),
      { body: { kind, expectedV: v, commentId: root.id, rev: 1, codes: ['abuse', 'off-topic'], ...more } },
    );
    expect(status).toBe(201);
    v = body.v;
    return body.sanctions[0]?.id ?? '';
  };
  const lift = (sanctionId: string) =>
    owner.ask('POST', path(routes.personLift, { personId: root.author.id, sanctionId }), { body: {} });
  return { page, sanction, lift };
}

const said = (page: Page) => page.locator('[part=standing]');

describe('a reader whom moderators have suspended', () => {
  test('is told why and until when over the composer, at once, and that it is over when it is lifted', async () => {
    const { page, sanction, lift } = await written('suspended');
    expect(await said(page).count()).toBe(0);
    const until = new Date(Date.now() + 3 * 86_400_000);
    const id = await sanction('suspend', { until: until.toISOString(), note: 'Reprenez votre souffle.' });
    await said(page).waitFor();
    const text = (await said(page).textContent()) ?? '';
    expect(text).toContain('Vous ne pouvez pas écrire de commentaires jusqu’au');
    expect(text).toContain(until.toLocaleDateString('fr', { dateStyle: 'long' }));
    expect(text.replace(/[⟦⟧]/g, '')).toContain('insultes envers d’autres personnes et messages hors sujet');
    expect(text).toContain('Reprenez votre souffle.');
    const [line, form] = [await said(page).boundingBox(), await page.locator('form.composer').first().boundingBox()];
    expect(line!.y + line!.height).toBeLessThanOrEqual(form!.y);
    // Whoever tries all the same is told, and keeps the text.
    await write(page, 'Et pourtant');
    await page.locator('form.composer .failure').getByText('Vous ne pouvez pas écrire').waitFor();
    expect(await page.locator('form.composer textarea').first().inputValue()).toBe('Et pourtant');
    await lift(id);
    await said(page).waitFor({ state: 'detached' });
    await page.locator('form.composer [type=submit]').click();
    await comment(page, 'Et pourtant').waitFor();
    expect(page.reports).toEqual([]);
    await page.context().close();
  });

  test('is told in Arabic and English, with nothing that hinders anybody', async () => {
    for (const [lang, sentence, kind] of [
      ['ar', 'لم يعد بإمكانك كتابة تعليقات على هذا الموقع', 'ban'],
      ['en', 'A moderator reads each of your comments before it appears', 'premod'],
    ] as const) {
      const { page, sanction } = await written(`standing-${lang}`, lang);
      await sanction(kind);
      await said(page).getByText(sentence).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.context().close();
    }
  });
});

describe('a warning', () => {
  test('is shown until its reader confirms it by keyboard, keeps them from posting, and comes back to nobody', async () => {
    const { page, sanction } = await written('warned');
    await sanction('warn', { note: 'Restons courtois.' });
    await said(page).getByText('Restons courtois.').waitFor();
    expect(await unbracketed(page, ['Nadia Belkacem'])).toEqual([]);
    expect(await faults(page)).toEqual([]);
    await write(page, 'Je continue');
    await page.locator('form.composer .failure').getByText('Veuillez confirmer').waitFor();
    await said(page).getByRole('button', { name: 'J’ai lu cet avertissement' }).press('Enter');
    await said(page).waitFor({ state: 'detached' });
    // The news that it is over may be there before the answer, which moves the focus.
    const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName);
    await until(async () => (await focused()) === 'TEXTAREA', 'the reader is where they can write');
    await page.locator('form.composer [type=submit]').click();
    await comment(page, 'Je continue').waitFor();
    await page.reload();
    await comment(page, 'Je continue').waitFor();
    expect(await said(page).count()).toBe(0);
    await page.context().close();
  });

  test('waits for a reader who was away', async () => {
    const { page, sanction } = await written('away');
    await page.context().setOffline(true);
    await sanction('warn');
    await page.context().setOffline(false);
    await page.reload();
    await said(page).getByText('La modération vous adresse un avertissement').waitFor();
    await page.context().close();
  });
});
