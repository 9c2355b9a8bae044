import type { Browser, BrowserContextOptions, BrowserType, Page } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Set by `environment.mjs`. */
declare const chromium: BrowserType;

/** A real Chromium. Throws if none runs here; `npm test` looks before and counts these suites as skipped then. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  // What the browser needs of the environment has just been set, in here and not out there.
  return chromium.launch({ executablePath, args: ARGS, headless: true, env: process.env });
}

/** A page of its own context, that is, of another person. Fails the test on any error the page reports. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Page & { complaints: string[] }> {
  const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  return Object.assign(page, { complaints });
}
