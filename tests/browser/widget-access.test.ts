import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faults } from '../support/axe.ts';
import { bracketWords, unbracketed } from '../support/brackets.ts';
import { openPage } from '../support/browser.ts';
import { app, browser } from '../support/stage.ts';

/** People of the gallery, and what the service says there itself. */
const GIVEN = [
  ...['Nadia', 'Anne Roche', 'Marc D.', 'Inès Vidal', 'Hélène Marchadier', 'كريم بن سالم'],
  ...['Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz', 'Veuillez écrire quelque chose.'],
  'Les commentaires ne sont pas disponibles sur cette page. ',
];

/** What lies over the page or wants the focus, and so is looked at by itself. */
const ALONE = ['bell', 'mentions', 'mine'];

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

  test.each(['fr', 'ar'])('the demo page in %s', async (lang) => {
    const page = await openPage(browser, `${app.url}/demo?lang=${lang}`, { bypassCSP: true });
    await page.locator('tribune-comments .empty').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });
});
