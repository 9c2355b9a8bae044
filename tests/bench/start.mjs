// From the start of a built tree to ready, on an empty and on a used data folder; memory and processor at rest.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMs, family, guest, median, memoryMb, post, sentence, startTribune } from './measure.mjs';

const ROUNDS = 5;
/** How long it is watched at rest, seconds. */
const AT_REST = 20;
const dataDir = await mkdtemp(join(tmpdir(), 'tribune-bench-'));
const first = [];
const again = [];
let atRest;
try {
  for (let i = 0; i < ROUNDS; i += 1) {
    const fresh = await startTribune({}, { asShipped: true });
    first.push(fresh.readyMs);
    await fresh.stop();
  }
  const used = await startTribune({ DATA_DIR: dataDir });
  const token = await guest(used.url);
  for (let i = 0; i < 1000; i += 1) await post(used.url, token, `thread-${i % 10}`, sentence(i));
  await used.stop();
  for (let i = 0; i < ROUNDS; i += 1) {
    const restarted = await startTribune({ DATA_DIR: dataDir }, { asShipped: true });
    again.push(restarted.readyMs);
    if (i === ROUNDS - 1) {
      await sleep(5000);
      const [service, store] = family(restarted.pid);
      const before = [service, store].map((pid) => cpuMs([pid]));
      await sleep(AT_REST * 1000);
      const [ofService, ofStore] = [service, store].map((pid, i) => ({
        ...memoryMb([pid]),
        cpu: (cpuMs([pid]) - before[i]) / AT_REST,
      }));
      atRest = { service: ofService, store: ofStore };
    }
    await restarted.stop();
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
console.table({
  'empty folder': { 'ready after ms': Math.round(median(first)) },
  '1,000 comments': { 'ready after ms': Math.round(median(again)) },
});
console.table(
  Object.fromEntries(
    Object.entries(atRest).map(([name, { rss, anonymous, cpu }]) => [
      name,
      { 'RSS MiB': Math.round(rss), 'anonymous MiB': Math.round(anonymous), 'CPU ms a second': Math.round(cpu) },
    ]),
  ),
);
