import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * What axe finds on the page as it stands, and whether it, or a page or dialog of the console that lies in it, has to be scrolled
 * sideways; each after the name of the state.
 */
export async function faultsHere(page: Page, state: string): Promise<string[]> {
  await page.evaluate(await readFile(SOURCE, 'utf8'));
  const found = await page.evaluate(async (tags) => {
    const { axe: checker } = window as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: tags, resultTypes: ['violations'] });
    const boxes = [...document.querySelectorAll('html, .page, dialog')];
    const wide = Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html}`)),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  }, TAGS);
  return found.map((fault) => `${state}: ${fault.slice(0, 200)}`);
}

/** The same in light and dark, wide and narrow. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      found.push(...(await faultsHere(page, `${width} ${colorScheme}`)));
    }
  return found;
}

/** Ways a page of the console may look: theme, width in pixels, language. */
export const looks = [
  ['light', 1280, 'fr-FR'],
  ['dark', 1280, 'en-GB'],
  ['light', 320, 'fr-FR'],
  ['dark', 320, 'fr-FR'],
] as const;
