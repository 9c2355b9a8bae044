// Random commands of eight moderators, authors and readers at once on the same comments, killed at random steps, held against a
// plain machine in memory: `npm run bench -- review-storm --count=1000000 --seed=7`. What disagrees is named.
import { parseArgs } from 'node:util';
import { runSuite } from './suites.mjs';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { count, seed } = values;
const { passed, seconds } = await runSuite('review-storm', { ROUNDS: count, SEED: seed });
if (!passed) process.exitCode = 1;
console.log(`${passed ? 'agree' : 'DISAGREE'} review-storm: ${count} commands, seed ${seed}, ${seconds} s`);
