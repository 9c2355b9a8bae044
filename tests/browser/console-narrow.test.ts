import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Moderator } from '../support/client.ts';
import { cardOf, emptyQueue, hold, openConsole, row } from '../support/console-page.ts';
import { app, browser } from '../support/stage.ts';

const HEIGHT = 640;

let moderator: Moderator;
let page: Page & { complaints: string[] };

beforeAll(async () => {
  moderator = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterEach(async () => {
  await page.context().close();
  await emptyQueue(moderator);
});

const open = async (): Promise<void> => {
  page = await openConsole(browser, moderator, { viewport: { width: 320, height: HEIGHT } });
};
const edges = async (selector: string): Promise<{ top: number; bottom: number }> => {
  const box = await page.locator(selector).boundingBox();
  return { top: box?.y ?? NaN, bottom: (box?.y ?? NaN) + (box?.height ?? NaN) };
};

describe('on a small screen', () => {
  test('the comment is in view before what can be done about it, also while a reason is chosen', async () => {
    await hold(app.url, 'Albane', 'Quel connard, ce maire. Et avec lui tout ce conseil, qui ne lit pas ce qu’il vote.');
    await open();
    await cardOf(page, 'Albane').waitFor();
    const text = await edges('[data-part=text]');
    const decision = await edges('.decision');
    expect(text.bottom).toBeLessThanOrEqual(decision.top);
    expect(decision.bottom).toBeLessThanOrEqual(HEIGHT);
    await page.getByRole('button', { name: 'Refuser' }).click();
    await page.locator('h3:focus').waitFor();
    expect((await edges('[data-code=other]')).bottom).toBeLessThanOrEqual(HEIGHT);
    const moved = await edges('[data-part=text]');
    expect(moved.top).toBeGreaterThanOrEqual(0);
    expect(moved.bottom).toBeLessThanOrEqual((await edges('.decision')).top);
  });

  test('the list has the screen for itself, a button away, and leads back to a comment', async () => {
    await hold(app.url, 'Albane');
    await hold(app.url, 'Bastien');
    await open();
    await cardOf(page, 'Albane').waitFor();
    expect(await row(page, 'Albane').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Liste (2)' }).press('Enter');
    await page.locator('[role=listbox]:focus').waitFor();
    expect(await page.locator('.card').isVisible()).toBe(false);
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.card').isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    await page.locator('#comment-title:focus').getByText('Bastien').waitFor();
    await page.getByRole('button', { name: 'Liste (2)' }).click();
    await row(page, 'Albane').click();
    await page.locator('#comment-title:focus').getByText('Albane').waitFor();
  });
});
