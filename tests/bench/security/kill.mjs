// kill -9, fifty times during writes: the service, its database, or both. Clients send again what was not acknowledged, with the same key.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../../dist/services/storage/store.js';
import { cpuMs, family, guest, sentence, startTribune } from '../measure.mjs';
import { freePort } from './ports.mjs';
import { until } from './service.mjs';

const ROUNDS = 50;
const WRITERS = 8;
const READY_MS = 3000;
const THREAD = 'kill';

/** Writes one comment after the other, each until it is acknowledged; `acknowledged` has the ids each key was answered with. */
async function write(url, token, { state, acknowledged }) {
  while (!state.isOver) {
    const key = randomUUID();
    const body = JSON.stringify({
      ...{ thread: { key: THREAD }, author: { name: 'Anaïs Martin' } },
      text: sentence((state.n += 1)),
    });
    acknowledged.set(key, { ids: new Set(), body });
    while (!acknowledged.get(key).ids.size) {
      await send(url, token, { key, body })
        .then(({ id, status }) => {
          if (status === 201 || status === 202) acknowledged.get(key).ids.add(id);
          else if (status !== 503) state.wrong.push(`answered ${status}`);
        })
        .catch(() => sleep(20));
      if (state.isOver && Date.now() > state.giveUpAt) return;
    }
  }
}

async function send(url, token, { key, body }) {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key };
  const signal = globalThis.AbortSignal.timeout(10_000);
  const response = await fetch(`${url}/v1/sites/demo/comments`, { method: 'POST', headers, body, signal });
  const { id } = await response.json();
  return { id, status: response.status };
}

const isReady = (url) =>
  fetch(`${url}/readyz`, { signal: globalThis.AbortSignal.timeout(500) }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Kills it, and has it started anew where it does not start itself; the process that runs then, and how long it was until it was ready. */
async function killed(tribune, { what, env }) {
  const [service, ...stores] = family(tribune.pid);
  for (const pid of what === 'service' ? [service] : what === 'store' ? stores : [service, ...stores])
    process.kill(pid, 'SIGKILL');
  const started = performance.now();
  const next = what === 'store' ? tribune : await startTribune(env, { asShipped: true });
  await until(() => isReady(next.url), 'it is ready', 30_000);
  return { next, ms: performance.now() - started };
}

async function faultsOf(dataDir, acknowledged) {
  const store = await openStore(`mongodb://${encodeURIComponent(join(dataDir, 'store/run/mongo.sock'))}/tribune`);
  try {
    await until(async () => (await store.comments.withOutbox(new Date(), 1)).length === 0, 'every event is relayed');
    const entries = [...acknowledged.values()];
    const ids = entries.flatMap(({ ids: all }) => [...all]);
    const found = await store.comments.byIds(ids);
    const visible = await store.comments.countVisible(found[0].threadId);
    const held = found.filter(({ mod }) => mod.vis !== 'visible').length;
    return {
      unanswered: entries.filter(({ ids: all }) => all.size === 0).length,
      lost: new Set(ids).size - found.length,
      // A key that was answered with several, and whatever is there beyond what was acknowledged.
      double: ids.length - entries.filter(({ ids: all }) => all.size > 0).length + visible + held - found.length,
      acknowledged: ids.length,
    };
  } finally {
    await store.close();
  }
}

export async function kill(_, { report }) {
  const tally = report.of('kill -9 during writes, ready ≤ 3 s');
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-kill-'));
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()), LOG_LEVEL: 'silent' };
  let tribune = await startTribune(env);
  const state = { n: 0, isOver: false, giveUpAt: Infinity, wrong: [] };
  const acknowledged = new Map();
  const count = () => [...acknowledged.values()].filter(({ ids }) => ids.size > 0).length;
  const tokens = await Promise.all(Array.from({ length: WRITERS }, () => guest(tribune.url)));
  const writers = tokens.map((token) => write(tribune.url, token, { state, acknowledged }));
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const goal = count() + 5;
      await until(() => count() >= goal, 'some are written');
      await sleep(Math.random() * 300);
      const what = ['service', 'store', 'both'][round % 3];
      await tally.judge(`${round}: ${what}`, async () => {
        const { next, ms } = await killed(tribune, { what, env });
        tribune = next;
        tally.took(ms);
        // On a machine that others keep busy, both are worth knowing.
        return ms <= READY_MS ? '' : `ready after ${ms.toFixed(0)} ms, ${cpuMs(family(next.pid))} ms of processor`;
      });
    }
    Object.assign(state, { isOver: true, giveUpAt: Date.now() + 20_000 });
    await Promise.all(writers);
    const { unanswered, lost, double, acknowledged: all } = await faultsOf(dataDir, acknowledged);
    console.log(`  killed ${ROUNDS} times during ${all} comments`);
    const ledger = report.of('kill -9: comments acknowledged, none lost, none twice');
    for (let i = 0; i < all; i += 1)
      await ledger.judge(`comment ${i}`, () => (i < lost ? 'is lost' : i < double ? 'is there twice' : ''));
    await ledger.judge('every answer is 201, 202 or 503', () => state.wrong);
    await ledger.judge('every client was answered in the end', () =>
      unanswered === 0 ? '' : `${unanswered} were not`,
    );
  } finally {
    state.isOver = true;
    await tribune.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
