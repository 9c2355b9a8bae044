// The database gone, frozen, or slow to answer: what is asked for meanwhile is answered 503 with Retry-After within two seconds, nothing is
// acknowledged that is not stored, and soon after it is back all is well.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startStore } from '../../../dist/services/embedded-mongo/child.js';
import { demoSite } from '../../../dist/services/sites/sites.js';
import { openStore } from '../../../dist/services/storage/store.js';
import { guest, ROOT, sentence, startTribune } from '../measure.mjs';
import { until } from './service.mjs';

const ANSWER_MS = 2000;
/** What an answer may take besides, on a machine that is busy with a dozen others. */
const SLACK_MS = 300;
const LONGEST_MS = 5000;
const BACK_MS = 5000;
const THREAD = 'away';
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** A way to the database that can be made to wait, to hold everything back, and to be cut. */
async function openWay(socketPath) {
  const way = { delayMs: 0, isFrozen: false, isGone: false };
  const pairs = new Set();
  const pass = (from, to) => {
    // One after the other, so that nothing overtakes.
    let line = Promise.resolve();
    from.on('data', (chunk) => {
      line = line.then(async () => {
        if (way.delayMs > 0) await sleep(way.delayMs);
        while (way.isFrozen && !to.destroyed) await sleep(20);
        if (!to.destroyed) to.write(chunk);
      });
    });
    from.on('close', () => to.destroy());
    from.on('error', () => to.destroy());
  };
  const server = net.createServer((client) => {
    if (way.isGone) return void client.destroy();
    const store = net.connect(socketPath);
    pass(client, store);
    pass(store, client);
    pairs.add(client);
    client.on('close', () => pairs.delete(client));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = () => pairs.forEach((socket) => socket.destroy());
  return Object.assign(way, {
    uri: `mongodb://127.0.0.1:${server.address().port}/tribune?directConnection=true`,
    cut,
    close: () => (cut(), server.close()),
  });
}

/** What is asked for, and what of it is only right when the database has answered. */
function asks({ url, token, n }) {
  const auth = { Authorization: `Bearer ${token}` };
  const json = { ...auth, 'Content-Type': 'application/json' };
  const comment = { thread: { key: THREAD }, author: { name: 'Anaïs Martin' }, text: sentence(n) };
  const post = { method: 'POST', headers: { ...json, 'Idempotency-Key': randomUUID() }, body: JSON.stringify(comment) };
  return [
    { at: '/v1/sites/demo/comments', init: post, writes: true },
    { at: '/v1/sites/demo/guests', init: { method: 'POST' }, writes: true },
    { at: `/v1/sites/demo/comments?thread=${randomUUID()}`, init: {} },
    { at: `/v1/sites/demo/mine?thread=${THREAD}`, init: { headers: auth } },
    { at: '/v1/me/notifications', init: { headers: auth } },
    { at: '/readyz', init: {} },
  ].map((one) => ({ ...one, url: url + one.at }));
}

async function ask({ url, at, init, writes }) {
  const started = performance.now();
  const signal = globalThis.AbortSignal.timeout(15_000);
  const response = await fetch(url, { ...init, signal }).catch((error) => ({ status: 0, text: () => String(error) }));
  const text = await response.text();
  const ms = performance.now() - started;
  return { at, init, url, writes, status: response.status, retryAfter: response.headers?.get('retry-after'), text, ms };
}

/** What is wrong with an answer while nothing can be read or stored. */
const faultOf = ({ at, status, retryAfter, ms }) => [
  status === 503 ? '' : `${at} answered ${status}`,
  status !== 503 || Number(retryAfter) > 0 ? '' : `${at} says not when to come again`,
  ms <= ANSWER_MS + SLACK_MS ? '' : `${at} took ${ms.toFixed(0)} ms`,
];

/** While the database is as `state` makes it: answers as they should be; and soon after `mend`, what was asked for is there once. */
async function during(to, { tally, name, state, mend, judge }) {
  state();
  const answers = [];
  // The first find the database so, the others know it.
  for (let round = 0; round < 4; round += 1) {
    const asked = asks({ ...to, n: (to.n += 1) });
    answers.push(...(await Promise.all(asked.map(ask))));
  }
  for (const answer of answers) {
    tally.took(answer.ms);
    await tally.judge(`${name}: ${answer.at}`, () => judge(answer));
  }
  mend();
  const since = performance.now();
  await tally.judge(`${name}: back within 5 s`, async () => {
    const well = await until(
      async () => {
        const all = await Promise.all(asks({ ...to, n: (to.n += 1) }).map(ask));
        return all.every(({ status }) => status > 0 && status < 500);
      },
      'it is back',
      30_000,
    ).then(
      () => performance.now() - since,
      () => Infinity,
    );
    return well <= BACK_MS ? '' : `after ${well.toFixed(0)} ms`;
  });
  // What was refused is sent again with its key, what was acknowledged is there.
  const posts = answers.filter(({ at, writes }) => writes && at.endsWith('/comments'));
  for (const { init, url, status, text, at } of posts)
    await tally.judge(`${name}: sent again, it is there once`, async () => {
      const again = await ask({ url, init, at });
      const id = JSON.parse(again.text).id;
      const found = await to.store.comments.byId(id);
      return [
        again.status === 201 && found !== null ? '' : `answered ${again.status}`,
        status === 201 && JSON.parse(text).id !== id ? 'was acknowledged, and is another one' : '',
      ];
    });
}

export async function storeAway(_, { report }) {
  const tally = report.of('database away, frozen, slow: 503 in 2 s, back in 5 s');
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-away-'));
  const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
  const child = await startStore({ path: join(dataDir, 'store'), entry, log: QUIET });
  const store = await openStore(child.uri);
  await store.sites.insert({ ...demoSite(), settings: { heat: { on: false } } });
  const way = await openWay(join(dataDir, 'store/run/mongo.sock'));
  const tribune = await startTribune({ MONGODB_URI: way.uri, LOG_LEVEL: 'silent' }, { asShipped: true });
  const to = { url: tribune.url, token: await guest(tribune.url), store, n: 0 };
  const during503 = (name, state, mend) => during(to, { tally, name, state, mend, judge: faultOf });
  try {
    await during503(
      'frozen (SIGSTOP)',
      () => process.kill(child.pid, 'SIGSTOP'),
      () => process.kill(child.pid, 'SIGCONT'),
    );
    await during503(
      'unreachable',
      () => (Object.assign(way, { isGone: true }), way.cut()),
      () => (way.isGone = false),
    );
    await during503(
      'the line hangs',
      () => (way.isFrozen = true),
      () => (way.isFrozen = false),
    );
    for (const delayMs of [50, 250, 1500])
      await during(to, {
        ...{ tally, name: `each answer ${delayMs} ms late` },
        state: () => (way.delayMs = delayMs / 2),
        mend: () => (way.delayMs = 0),
        // It answers or says that it cannot; nobody waits longer than five seconds.
        judge: (answer) => [
          ...(answer.status === 503 ? faultOf(answer) : []),
          answer.status === 503 || (answer.status > 0 && answer.status < 300) ? '' : `answered ${answer.status}`,
          answer.ms <= LONGEST_MS ? '' : `took ${answer.ms.toFixed(0)} ms`,
        ],
      });
  } finally {
    await tribune.stop();
    way.close();
    await store.close();
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
