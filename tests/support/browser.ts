import { access } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** Where an installed browser may be found when the one from npm cannot run here. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** A real Chromium: the one that comes with npm, else an installed one. Throws if there is none. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const find of [fromNpm, installed]) {
    try {
      const executablePath = await find();
      return await chromium.launch({ executablePath, args: ARGS, headless: true });
    } catch (error) {
      failures.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    }
  }
  throw new Error(`no browser can run here: ${failures.join('; ')}`);
}

async function fromNpm(): Promise<string> {
  // AWS_EXECUTION_ENV makes the package unpack the system libraries it carries for machines that lack them.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: carried } = await import('@sparticuz/chromium');
  return carried.executablePath();
}

async function installed(): Promise<string> {
  for (const path of INSTALLED)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  throw new Error('none is installed');
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
