// The bar for security and reliability, measured: `npm run bench:security [-- --cases FOLDER --only=xss,mail --runs=3]`. A folder holds one
// JSON list per file, of whatever it has; without one, the project's own cases are tried. What an item holds is said where it is read. What
// is not recognised is counted as not run, never as passed. `--only` names measures, as in security/measures.mjs.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MEASURES } from './security/measures.mjs';
import { createTable } from './security/report.mjs';

const told = process.argv.slice(2).join(' ');
const option = (name) => new RegExp(`(?:^| )--${name}[ =](\\S+)`).exec(told)?.[1];
const beside = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = option('cases') ?? beside('security/cases');
const wanted = option('only')?.split(',') ?? Object.keys(MEASURES);
const runs = option('runs') ?? '3';
const unknown = wanted.find((name) => !Object.hasOwn(MEASURES, name));
if (unknown !== undefined || !existsSync(folder)) {
  console.error(
    unknown === undefined
      ? `There is no folder ${folder}.`
      : `There is no measure ${unknown}. There are: ${Object.keys(MEASURES).join(', ')}.`,
  );
  process.exit(2);
}

const table = createTable();

/** Runs a measure; if it breaks or does not end, that is one more failure of it, and the others run. */
function measure(name, minutes) {
  // A group of its own: what it has started goes with it.
  const child = fork(beside('security/one.mjs'), [name, folder, runs], { detached: true });
  child.on('message', (message) => table.take(message));
  const end = () => process.kill(-child.pid, 'SIGKILL');
  const timer = setTimeout(end, minutes * 60_000);
  process.once('SIGINT', end);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      process.off('SIGINT', end);
      if (code !== 0)
        table.take({ measure: name, what: 'the whole measure', wrong: [`ended with ${signal ?? code}; see above`] });
      resolve();
    });
  });
}

for (const [name, { file, minutes }] of Object.entries(MEASURES)) {
  if (!wanted.includes(name)) continue;
  if (file && !existsSync(join(folder, `${name}.json`))) {
    table.take({ measure: name, what: 'the whole measure', why: `there is no ${name}.json` });
    continue;
  }
  const started = performance.now();
  await measure(name, minutes);
  console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
process.exitCode = table.print() ? 0 : 1;
