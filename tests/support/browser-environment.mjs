import { TestEnvironment } from 'jest-environment-node';
import { chromium } from 'playwright-core';

/**
 * Hands the tests of the pages their browser. Loaded out here it is read once per worker; within a suite it would be read anew for
 * each, which takes longer than to start the browser.
 */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.chromium = chromium;
  }
}
