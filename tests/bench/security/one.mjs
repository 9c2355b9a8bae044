// One measure, in a process of its own: NAME FOLDER RUNS. Tells the process that has started it what came of each case.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './browser.mjs';
import { MEASURES } from './measures.mjs';
import { createReport } from './report.mjs';
import { startService } from './service.mjs';

const [name, folder, runs] = process.argv.slice(2);
const { file, run, alone } = MEASURES[name];
const cases = file ? JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) : [];
const report = createReport((message) => process.send(message));

if (alone) await run(cases, { report, runs: Number(runs) });
else {
  const service = await startService();
  let opened;
  /** Opened on first use: not every measure needs one. */
  const browser = () => (opened ??= openBrowser(service));
  try {
    await run(cases, { report, service, browser, runs: Number(runs) });
    const logged = report.of('errors of the service’s own');
    await logged.judge(`the log of ${name}`, () => service.lines.filter((line) => JSON.parse(line).level >= 50));
  } finally {
    await (await opened)?.close();
    await service.stop();
  }
}
// Without it the channel would keep the process; what was sent before is sent.
process.disconnect();
