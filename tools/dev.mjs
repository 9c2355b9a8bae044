// npm run dev: builds, runs the service, and builds and restarts it whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
let child = null;
let timer = null;

/** Ends the running service and starts the one just built; a build that fails leaves the old one running. */
async function restart() {
  try {
    const ms = await build();
    console.log(`built in ${(ms / 1000).toFixed(1)} s`);
  } catch (error) {
    console.error(error.message);
    return;
  }
  if (child !== null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
  child = spawn(process.execPath, ['--enable-source-maps', `${root}dist/bin/main.js`], {
    cwd: root,
    stdio: 'inherit',
  });
}

let work = restart();
for (const folder of ['services', 'shared', 'client-widget']) {
  watch(`${root}${folder}`, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => (work = work.then(restart)), 150);
  });
}
process.on('SIGINT', () => child?.kill('SIGINT'));
