import { TestEnvironment } from 'jest-environment-node';
import { chromium } from 'playwright-core';
import { isStale } from '../../tools/build.mjs';

const stale = isStale(['services', 'shared']);

/** Outside and inside, these are the same classes: who is handed such an object may ask what it is. */
const SHARED_CLASSES = ['Date', 'Error', 'Map', 'RangeError', 'Set'];

/**
 * Where a suite runs: a context of its own, for its files and what they import of `client-widget`. What is outside of it is loaded
 * once per worker: the built service (`built-module.mjs`) and the browser's driver. In there each suite would load them anew, which
 * takes a second, and as long again until they run at full speed.
 * @throws Error if the build is not what the sources say
 */
export default class Environment extends TestEnvironment {
  async setup() {
    await super.setup();
    if (await stale) throw new Error('dist/ is older than its sources: npm run build');
    this.global.chromium = chromium;
    this.global.importOutside = (specifier) => import(specifier);
    for (const name of SHARED_CLASSES) this.global[name] = globalThis[name];
  }
}
