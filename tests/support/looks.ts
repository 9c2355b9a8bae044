import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Audit {
  run: (where: Document, how: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What axe finds on the page as it stands, and whether it has to be scrolled sideways; each after the name of the state. */
export async function faults(page: Page, state: string): Promise<string[]> {
  await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate(async (values) => {
    const { run } = (window as unknown as { axe: Audit }).axe;
    const { violations } = await run(document, { runOnly: { type: 'tag', values } });
    const wide = document.documentElement.scrollWidth - innerWidth;
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
      ...(wide > 0 ? [`${wide} px too wide`] : []),
    ];
  }, RULES);
  return found.map((fault) => `${state}: ${fault}`);
}

/** Ways a page of the console may look: theme, width in pixels, language. */
export const looks = [
  ['light', 1280, 'fr-FR'],
  ['dark', 1280, 'en-GB'],
  ['light', 320, 'fr-FR'],
  ['dark', 320, 'fr-FR'],
] as const;
