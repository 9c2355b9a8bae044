import type { BrowserContextOptions, Browser, Locator, Page } from 'playwright-core';
import { bracketWords } from './brackets.ts';
import { openPage } from './browser.ts';

const NONCE = 'c3RyaWN0';

/** The strictest policy a host page may have: nothing but what the embedding guide says it must allow. */
export const HOST_POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** A host page of any publisher around the element, under the strict policy. */
export function hostPage(elements: string, lang = 'fr'): string {
  const script = `<script type="module" nonce="${NONCE}" src="/widget/tribune.js"></script>`;
  return `<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width">
    <title>Article</title>${script}</head><body><main>${elements}</main></body></html>`;
}

export interface WidgetPageOptions extends BrowserContextOptions {
  url: string;
  thread: string;
  lang?: string;
  hash?: string;
  elements?: string;
  /** Whether to wait for the comments; true unless told. */
  drawn?: boolean;
  /** Content security policy of the page; the strictest one unless told. */
  policy?: string;
  /** Runs in the page before anything else. */
  before?: () => void;
  /** Every sentence comes in brackets. */
  bracketed?: boolean;
}

/** Everything a page does against its host's policy from its next document on. */
export async function watchReports(page: Page): Promise<string[]> {
  const reports: string[] = [];
  await page.exposeFunction('report', (report: string) => void reports.push(report));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      (window as unknown as { report: (text: string) => void }).report(
        `${event.violatedDirective} ${event.sourceFile}`,
      );
    });
  });
  return reports;
}

/** Runs in a page before anything else: notes whatever moves there without anybody's doing (Layout Instability API). */
export function watchShifts(): void {
  // What the embedding guide has a page reserve for the time before the script.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('tribune-comments:not(:defined) { display: block; min-height: 24rem }');
  document.adoptedStyleSheets = [sheet];
  const shifts: string[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
  }).observe({ type: 'layout-shift', buffered: true });
}

/** What has moved on a page that `watchShifts` runs in. */
export const shiftsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);

/** A reader's browser on a host page with the element in it. `reports` are violations of the page's policy. */
export async function openWidget(browser: Browser, options: WidgetPageOptions) {
  const {
    url,
    thread,
    lang = 'fr',
    hash = '',
    elements,
    drawn = true,
    policy = HOST_POLICY,
    before,
    bracketed,
    ...context
  } = options;
  // A page that is handed to the browser counts as far away, and would have to ask before it talks to this machine.
  const page = await openPage(browser, 'about:blank', { permissions: ['local-network-access'], ...context });
  const reports = await watchReports(page);
  if (before) await page.addInitScript(before);
  if (bracketed) await bracketWords(page);
  await page.route(`${url}/article`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'Content-Security-Policy': policy },
      body: hostPage(elements ?? `<tribune-comments site="demo" thread="${thread}"></tribune-comments>`, lang),
    }),
  );
  await page.goto(`${url}/article${hash}`);
  if (drawn) await page.locator('tribune-comments .heading').first().waitFor();
  return Object.assign(page, { reports });
}

/** Ticks "remember me" in the composer of the thread, which is left empty and closed. */
export async function remember(page: Page): Promise<void> {
  await page.locator('textarea').first().click();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Annuler' }).click();
}

/** Writes in the composer that `scope` holds and sends it. */
export async function write(scope: Page | Locator, text: string, name?: string): Promise<void> {
  const form = scope.locator('form.composer').first();
  await form.locator('textarea').click();
  await form.getByRole('toolbar').waitFor();
  await form.locator('textarea').fill(text);
  if (name !== undefined) await form.locator('input[autocomplete=nickname]').fill(name);
  await form.locator('[type=submit]').click();
}

/** The same for a text its author is told of first. */
export async function writeAnyway(scope: Page | Locator, text: string, name?: string): Promise<void> {
  await write(scope, text, name);
  await scope.getByRole('alertdialog').locator('.plain').click();
}

/** Has the comments drawn that wait behind the bar. */
export const reveal = (page: Page): Promise<void> => page.locator('[part=fresh]').click();

/** A comment's own part of the page, by the text it shows. */
export const comment = (page: Page, text: string): Locator => page.locator('article.comment').filter({ hasText: text });
