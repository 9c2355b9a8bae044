import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Has axe in the page; it is large, and stays there until the page goes elsewhere. */
async function withAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  await page.evaluate(await readFile(SOURCE, 'utf8'));
}

/**
 * What axe finds on the page as it stands, and whether it, or a page or dialog of the console that lies in it, has to be scrolled
 * sideways; each after the name of the state.
 * @param only `colours`, where nothing else has changed since it was looked at
 */
export async function faultsHere(page: Page, state: string, only?: 'colours'): Promise<string[]> {
  await withAxe(page);
  const found = await page.evaluate(
    async (runOnly) => {
      const { axe: checker } = window as unknown as { axe: typeof axe };
      const { violations } = await checker.run(document, { runOnly, resultTypes: ['violations'] });
      const boxes = [...document.querySelectorAll('html, .page, dialog')];
      const wide = Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
      return [
        ...violations.flatMap(({ id, nodes }) => nodes.map(({ html, target }) => `${id}: ${target.join(' ')} ${html}`)),
        ...(wide > 0 ? [`${wide} px too wide`] : []),
      ];
    },
    only === undefined ? TAGS : COLOURS,
  );
  return found.map((fault) => `${state}: ${fault.slice(0, 200)}`);
}

/** The same in light and dark, wide and narrow. A theme has colours of its own, and nothing else. */
export async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const only = colorScheme === 'dark' ? 'colours' : undefined;
      found.push(...(await faultsHere(page, `${width} ${colorScheme}`, only)));
    }
  return found;
}

/** Ways a page of the console may look: theme, width in pixels, language. What a theme changes does not hang on the width. */
export const looks = [
  ['light', 1280, 'fr-FR'],
  ['dark', 1280, 'en-GB'],
  ['light', 320, 'fr-FR'],
] as const;
