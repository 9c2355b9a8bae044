import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SOURCE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What is wrong with a page as it stands, in light and dark, wide and narrow. */
export async function faults(page: Page): Promise<string[]> {
  const source = await readFile(SOURCE, 'utf8');
  await page.evaluate(source);
  const found: string[] = [];
  for (const width of [1280, 320])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const { violations, scrolls } = await page.evaluate(async (tags) => {
        const { axe: checker } = window as unknown as { axe: typeof axe };
        const result = await checker.run(document, { runOnly: tags, resultTypes: ['violations'] });
        const room = document.documentElement;
        return { violations: result.violations, scrolls: room.scrollWidth > room.clientWidth };
      }, TAGS);
      if (scrolls) found.push(`scrolls sideways at ${width}`);
      for (const { id, nodes } of violations)
        for (const node of nodes) found.push(`${id} at ${width} ${colorScheme}: ${node.target.join(' ')}`);
    }
  return found;
}
