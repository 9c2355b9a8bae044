// Random operations on the embedded store against the references of the tests, as many as asked for:
// npm run bench:store-differential -- --count 100000 --seed 7
// A disagreement ends it with the seed and the operation.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../tools/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const count = Number(values.count);
const seed = Number(values.seed);

/** Each suite, how much of the whole it gets, and what one of its rounds comes to. */
const suites = [
  { name: 'embedded-mongo-differential', share: 0.4, each: 120 },
  { name: 'embedded-mongo-random-updates', share: 0.35, each: 500 },
  { name: 'embedded-mongo-random-aggregates', share: 0.25, each: 250 },
];

await build();
let failed = false;
for (const { name, share, each } of suites) {
  const rounds = Math.max(1, Math.ceil((count * share) / each));
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(root, 'node_modules/jest/bin/jest.js'),
      '--selectProjects=node',
      `--testPathPatterns=storage/${name}`,
      '--testTimeout=36000000',
      '--silent',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ROUNDS: String(rounds), SEED: String(seed) },
    },
  );
  const code = await new Promise((resolve) => child.on('exit', resolve));
  failed ||= code !== 0;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${code === 0 ? 'agree' : 'DISAGREE'} ${name}: ${rounds * each} operations, seed ${seed}, ${seconds} s`);
}
process.exit(failed ? 1 : 0);
