// Random operations on the embedded store against the references of the tests, as many as asked for:
// `npm run bench -- store-differential --count=100000 --seed=7`. A disagreement names the seed and the operation.
import { parseArgs } from 'node:util';
import { runSuite } from './suites.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { count, seed } = values;

/** Each suite, how much of the whole it gets, and what one of its rounds comes to. */
const suites = [
  { name: 'embedded-mongo-differential', share: 0.4, each: 120 },
  { name: 'embedded-mongo-random-updates', share: 0.35, each: 500 },
  { name: 'embedded-mongo-random-aggregates', share: 0.25, each: 250 },
];

for (const { name, share, each } of suites) {
  const rounds = Math.max(1, Math.ceil((Number(count) * share) / each));
  const { passed, seconds } = await runSuite(name, { ROUNDS: String(rounds), SEED: seed });
  if (!passed) process.exitCode = 1;
  console.log(`${passed ? 'agree' : 'DISAGREE'} ${name}: ${rounds * each} operations, seed ${seed}, ${seconds} s`);
}
