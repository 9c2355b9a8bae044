// npm start: builds what is needed, then runs the service in this process.
import { access } from 'node:fs/promises';

const main = new URL('../dist/services/main.js', import.meta.url);
const inTree = await access(new URL('../services', import.meta.url)).then(
  () => true,
  () => false, // a container image carries dist/ alone
);
if (inTree) {
  const { build, isStale } = await import('./build.mjs');
  if (await isStale()) {
    console.log('building …');
    const ms = await build();
    console.log(`built in ${(ms / 1000).toFixed(1)} s`);
  }
}
await import(main.href);
