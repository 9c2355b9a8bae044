// Finds a Chromium that runs here: the one that comes with npm, else an installed one.
import { execFile } from 'node:child_process';
import { access, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

async function fromNpm() {
  // AWS_EXECUTION_ENV makes the package unpack the system libraries it carries for machines that lack them.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  // It unpacks only what is not there, browser first: a browser left without its libraries must go.
  if (!(await exists(join(tmpdir(), 'al2023')))) await rm(join(tmpdir(), 'chromium'), { force: true });
  const { default: carried } = await import('@sparticuz/chromium');
  return carried.executablePath();
}

async function installed() {
  for (const path of INSTALLED) if (await exists(path)) return path;
  throw new Error('none is installed');
}

/**
 * Path of a browser that has shown that it runs.
 * @throws Error saying why none does
 */
export async function findBrowser() {
  const failures = [];
  for (const find of [fromNpm, installed]) {
    try {
      const path = await find();
      await promisify(execFile)(path, ['--version', '--no-sandbox']);
      return path;
    } catch (error) {
      failures.push(String(error.message).split('\n')[0]);
    }
  }
  throw new Error(`no browser runs here: ${failures.join('; ')}`);
}
