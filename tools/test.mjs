// npm test: types, lint and every suite. Prints the runner's summaries and, last, "N passed, N failed".
// npm test -- PATTERN runs only the suites whose path matches.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const patterns = process.argv.slice(2);
const bin = (path) => join(root, 'node_modules', path);

function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs Jest projects and answers their counts. */
async function jest(...projects) {
  const folder = await mkdtemp(join(tmpdir(), 'tribune-jest-'));
  const outputFile = join(folder, 'result.json');
  const code = await run(
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      bin('jest/bin/jest.js'),
      '--selectProjects',
      ...projects,
      // A third of a suite is waiting, for a browser or a store, so that two processors serve three.
      '--maxWorkers=3',
      '--json',
      `--outputFile=${outputFile}`,
      '--passWithNoTests',
      ...patterns,
    ],
    { NODE_ENV: 'test' },
  );
  const result = await readFile(outputFile, 'utf8').then(JSON.parse, () => null);
  await rm(folder, { recursive: true, force: true });
  if (result === null) return { passed: 0, failed: 1, skipped: 0 };
  // A suite that could not even be read has no tests to count, and yet has failed.
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** A check counts as one test. */
async function check(name, args) {
  const started = Date.now();
  const ok = (await run(args)) === 0;
  console.log(`${ok ? 'PASS' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/** Every suite; where no browser runs, those that need one count as skipped, with the reason. */
async function suites() {
  try {
    await findBrowser();
  } catch (error) {
    const left = (await readdir(join(root, 'tests/browser')))
      .filter((name) => name.endsWith('.test.ts'))
      .filter(
        (name) => patterns.length === 0 || patterns.some((one) => new RegExp(one, 'i').test(`tests/browser/${name}`)),
      );
    if (left.length > 0) console.log(`SKIPPED browser suites (${left.join(', ')}): ${error.message}`);
    return [await jest('node'), { passed: 0, failed: 0, skipped: left.length }];
  }
  return [await jest('node', 'browser')];
}

/** Types, lint and format, one after the other. */
async function checks() {
  if (patterns.length > 0) return [];
  const all = [
    ['types and lint', [bin('oxlint/bin/oxlint')]],
    ['format', [bin('oxfmt/bin/oxfmt'), '--check']],
  ];
  const answers = [];
  for (const [name, args] of all) answers.push(await check(name, args));
  return answers;
}

await build();
// A suite often waits, for a browser or a store, and the checks have the processor meanwhile.
const results = (await Promise.all([suites(), checks()])).flat();
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
const skipped = sum('skipped');
// A pattern that no suite fits is a slip of the keyboard, not a success.
const found = results.some(({ passed, failed, skipped }) => passed + failed + skipped > 0);
if (!found) console.log(`No suite's path fits ${patterns.join(' ')}.`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
process.exitCode = found && sum('failed') === 0 ? 0 : 1;
