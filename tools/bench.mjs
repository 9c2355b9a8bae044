// npm run bench [-- NAME ... --OPTION VALUE ...]: builds, then runs the benches of tests/bench one after the other; without a
// name, all but those that take long.
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const folder = fileURLToPath(new URL('../tests/bench/', import.meta.url));
const shared = [
  ...['measure.mjs', 'raw-socket.mjs', 'light-socket.mjs', 'reader-line.mjs', 'readers.mjs', 'review-data.mjs'],
  'suites.mjs',
];
const long = ['cuts', 'fan-out', 'security', 'review', 'review-storm', 'store', 'store-differential', 'store-faults'];
const all = (await readdir(folder))
  .filter((name) => name.endsWith('.mjs') && !shared.includes(name))
  .map((name) => name.slice(0, -4));
const words = process.argv.slice(2);
// Names come first; what follows the first option is the benches' own.
const from = words.findIndex((word) => word.startsWith('--'));
const wanted = from < 0 ? words : words.slice(0, from);
const options = from < 0 ? [] : words.slice(from);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench "${unknown[0]}". There are: ${all.join(', ')}.`);
  process.exit(2);
}
await build();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
let failed = false;
for (const name of wanted.length > 0 ? wanted : all.filter((one) => !long.includes(one))) {
  console.log(`\n== ${name}`);
  failed =
    spawnSync(process.execPath, [`${folder}${name}.mjs`, ...options], { stdio: 'inherit' }).status !== 0 || failed;
}
process.exitCode = failed ? 1 : 0;
