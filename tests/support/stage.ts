import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { bootApp, type TestApp } from './app.ts';
import { launchBrowser } from './browser.ts';

/** The service and the browser of a suite: whoever imports them has them started before its first test and ended after its last. */
export let app: TestApp;
export let browser: Browser;

beforeAll(async () => {
  [app, browser] = await Promise.all([bootApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
