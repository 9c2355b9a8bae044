import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { heatSettingsSchema } from '../../shared/site-phases.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { unbracketed } from '../support/brackets.ts';
import { Moderator, Reader } from '../support/client.ts';
import { openConsole } from '../support/console-page.ts';
import { until } from '../support/until.ts';
import { comment, openWidget, write } from '../support/widget-page.ts';

let app: TestApp;
let browser: Browser;
/** Moved by the tests, so that nothing cools down but when they say so. */
let now = new Date();

beforeAll(async () => {
  const heat = heatSettingsSchema.parse({ perMinute: 6, min: 6 });
  [app, browser] = await Promise.all([bootApp({}, { now: () => now, site: { heat } }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function heatUp(thread: string): Promise<void> {
  for (const name of ['Anne', 'Ben', 'Chloé', 'Driss', 'Élie', 'Farid']) {
    const reader = await Reader.guest(app.url, name, thread);
    await reader.post(`avis de ${name}`);
  }
}

describe('a discussion that boils over', () => {
  test('says so over the composer of whoever looks on, and stops saying it when it has cooled down', async () => {
    const page = await openWidget(browser, { url: app.url, thread: 'hot' });
    await page.locator('.tribune [role=status]').waitFor({ state: 'attached' });
    expect(await page.locator('[part=pace]').count()).toBe(0);
    await heatUp('hot');
    const line = page.locator('[part=pace]');
    await line.getByText('La discussion est très active').waitFor();
    expect(await line.textContent()).toContain('toutes les 30 s');
    const [lineBox, formBox] = [await line.boundingBox(), await page.locator('form.composer').first().boundingBox()];
    expect(lineBox!.y + lineBox!.height).toBeLessThanOrEqual(formBox!.y);
    now = new Date(now.getTime() + 200_000);
    await line.waitFor({ state: 'detached' });
    expect(page.reports).toEqual([]);
    await page.context().close();
  });

  test('is told to whoever comes, in Arabic as well', async () => {
    await heatUp('hot-ar');
    const page = await openWidget(browser, { url: app.url, thread: 'hot-ar', lang: 'ar' });
    await page.locator('[part=pace]').getByText('النقاش نشط جدًا').waitFor();
    await page.context().close();
  });

  test('keeps the text of whoever writes too soon, and says when they may', async () => {
    await heatUp('hot-write');
    const page = await openWidget(browser, { url: app.url, thread: 'hot-write', bracketed: true });
    await page.locator('[part=pace]').waitFor();
    await write(page, 'Mon premier avis', 'Nadia');
    await comment(page, 'Mon premier avis').waitFor();
    await write(page, 'Et encore un');
    const said = page.locator('form.composer .failure');
    await said.getByText('La discussion est très active').waitFor();
    expect(await unbracketed(page, ['Nadia', 'Anne', 'Ben', 'Chloé', 'Driss', 'Élie', 'Farid'])).toEqual([]);
    expect(await said.textContent()).toMatch(/réessayer à partir de \d+:\d+:\d+/);
    expect(await page.locator('form.composer textarea').first().inputValue()).toBe('Et encore un');
    await page.context().close();
  });

  test('has a browser calculate before it takes what looks as if a program had sent it', async () => {
    const behind = await bootApp({ TRUST_PROXY: 1 }, { now: () => now, over: app });
    await heatUp('hot-work');
    const page = await openWidget(browser, {
      ...{ url: behind.url, thread: 'hot-work', extraHTTPHeaders: { 'X-Forwarded-For': '198.51.100.7' } },
    });
    const answers: number[] = [];
    page.on('response', (response) => {
      if (response.request().method() === 'POST' && /\/comments$/.test(response.url())) answers.push(response.status());
    });
    await write(page, 'Deux avis\u00a0: https://un.example et https://deux.example', 'Nadia');
    await comment(page, 'Deux avis').waitFor();
    await until(() => answers.length === 2, 'the comment is posted');
    expect(answers[0]).toBe(428);
    expect(answers[1]).toBeLessThan(300);
    expect(page.reports).toEqual([]);
    await page.context().close();
    await behind.close();
  });

  test('is named at the head of the moderators’ queue, live', async () => {
    const ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
    const page = await openConsole(browser, ines);
    expect(await page.locator('.banner.heat').filter({ hasText: 'hot-desk' }).count()).toBe(0);
    await heatUp('hot-desk');
    const note = page.locator('.banner.heat').filter({ hasText: 'hot-desk' });
    await note.getByText('un commentaire par personne toutes les 30 s').waitFor();
    now = new Date(now.getTime() + 200_000);
    await note.waitFor({ state: 'detached' });
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });
});
