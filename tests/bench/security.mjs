// The bar of security, measured: `npm run bench:security [-- --cases FOLDER --only=xss,mail --runs=3]`. A folder holds one JSON list
// per file, of whatever it has; without one, the project's own cases are tried. What an item holds is said where it is read. What is not
// recognised is counted as not run, never as passed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './security/browser.mjs';
import { frames } from './security/frames.mjs';
import { httpAbuse } from './security/http-abuse.mjs';
import { imports } from './security/imports.mjs';
import { mail } from './security/mail.mjs';
import { names } from './security/names.mjs';
import { nosql } from './security/nosql.mjs';
import { createReport } from './security/report.mjs';
import { startService } from './security/service.mjs';
import { sinks } from './security/sinks.mjs';
import { benign, naughty, slow } from './security/texts.mjs';
import { tokens } from './security/tokens.mjs';
import { urls } from './security/urls.mjs';
import { xss } from './security/xss.mjs';

/** Measures by file; those that come last put the clock forward. */
const MEASURES = {
  nosql,
  urls,
  'naughty-strings': naughty,
  benign,
  'redos-markdown': slow,
  'token-cases': tokens,
  'http-abuse': httpAbuse,
  'websocket-frames': frames,
  'import-files': imports,
  'unicode-names': names,
  mail,
  'output-sinks': sinks,
  xss,
};

const told = process.argv.slice(2).join(' ');
const option = (name) => new RegExp(`(?:^| )--${name}[ =](\\S+)`).exec(told)?.[1];
const folder = option('cases') ?? fileURLToPath(new URL('security/cases', import.meta.url));
const only = option('only')?.split(',') ?? Object.keys(MEASURES);
const runs = Number(option('runs') ?? 3);
if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}.`);
  process.exit(2);
}

const report = createReport();
const service = await startService();
let opened;
/** Opened on first use: not every measure needs one. */
const browser = () => (opened ??= openBrowser(service));
try {
  for (const [file, measure] of Object.entries(MEASURES)) {
    const path = join(folder, `${file}.json`);
    if (!only.includes(file) || !existsSync(path)) continue;
    const started = performance.now();
    const cases = JSON.parse(readFileSync(path, 'utf8'));
    // What stops a measure must not hide the others.
    await measure(cases, { report, service, browser, runs }).catch((error) =>
      report.of(file).judge('the measure itself', () => {
        throw error;
      }),
    );
    console.log(`${file}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  const logged = report.of('errors of the service’s own');
  await logged.judge('the log', () => service.lines.filter((line) => JSON.parse(line).level >= 50));
} finally {
  await (await opened)?.close();
  await service.stop();
}
process.exitCode = report.print() ? 0 : 1;
