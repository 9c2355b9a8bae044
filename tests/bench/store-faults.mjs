// The embedded store killed and cut off from power, as often as asked for: `npm run bench -- store-faults --rounds=200`.
import { parseArgs } from 'node:util';
import { runSuite } from './suites.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const { rounds, seed } = values;

const faults = [
  { what: 'kill -9 in a storm of writes', name: 'embedded-mongo-durability', env: { ROUNDS: rounds } },
  { what: `power cuts, seed ${seed}`, name: 'embedded-mongo-power', env: { CUTS: rounds, SEED: seed } },
];
for (const { what, name, env } of faults) {
  const { passed, seconds } = await runSuite(name, env);
  if (!passed) process.exitCode = 1;
  console.log(`${passed ? 'nothing lost' : 'LOST'}: ${rounds} × ${what}, ${seconds} s`);
}
