// Test suites with more rounds than `npm test` gives them.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './measure.mjs';

/** Runs the suites of tests/storage whose names begin so; whether they passed, and the seconds they took. */
export async function runSuite(name, env) {
  const jest = join(ROOT, 'node_modules/jest/bin/jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const options = ['--selectProjects=node', `--testPathPatterns=storage/${name}`, '--testTimeout=36000000', '--silent'];
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, jest, ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  return { passed: code === 0, seconds: Math.round((performance.now() - started) / 1000) };
}
