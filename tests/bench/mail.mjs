// Mail through a real mail server: the built service is killed 20 times while it sends, and then sends a thousand mails that are due at
// once. None may be lost, and none be there under two Message-IDs. `node tests/bench/mail.mjs [--kills=20]`
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import mongoose from 'mongoose';
import { SMTPServer } from 'smtp-server';
import { startStore } from '../../dist/services/embedded-mongo/child.js';
import { openStore } from '../../dist/services/storage/store.js';
import { threadIdOf } from '../../dist/services/storage/threads.js';
import { cpuMs, family, ROOT, startTribune } from './measure.mjs';

const KILLS = Number(/(?:^| )--kills[ =](\d+)/.exec(process.argv.slice(2).join(' '))?.[1] ?? 20);
/** Discussions, and how many readers follow them by mail: the one of kills, and the one of the many. */
const KILLED = { thread: 'killed', readers: 100 };
const DRAINED = { thread: 'drained', readers: 1000 };
const AT = new Date();

/** By Message-ID, what each mail told whom; and how often any came. */
const shown = new Map();
let came = 0;
const smtp = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      const raw = Buffer.concat(chunks).toString('latin1');
      came += 1;
      const told = new Set(raw.match(/nouvelle-\d+-/g)?.map((one) => `${session.envelope.rcptTo[0].address} ${one}`));
      shown.set(/^Message-ID: <(.*)>/im.exec(raw)?.[1], told);
      done();
    });
  },
});
smtp.on('error', () => undefined); // a client that was killed
const port = await new Promise((resolve) => {
  const server = smtp.listen(0, '127.0.0.1', () => resolve(server.address().port));
});

const dataDir = await mkdtemp(join(tmpdir(), 'tribune-mail-bench-'));
const env = { DATA_DIR: dataDir, SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'news@gazette.example' };
const expected = new Set();
let number = 0;

async function until(condition, what, every = 10) {
  const end = Date.now() + 120_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`did not happen: ${what}`);
    await sleep(every);
  }
}

/** Readers who follow the discussion by mail. */
async function prepare() {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
  const child = await startStore({ path: join(dataDir, 'store'), entry, log });
  const store = await openStore(child.uri);
  const siteId = 'demo';
  for (let i = 0; i < DRAINED.readers; i += 1) {
    const _id = `reader-${i}`;
    await store.people.insert({ _id, siteId, kind: 'guest', name: null, email: null, createdAt: AT });
    const address = `${_id}@example.org`;
    const how = { frequency: 'instant', dailyAt: '08:00', quiet: null, timeZone: 'UTC', news: true, lang: 'fr' };
    await store.people.setMail(_id, { address, key: _id, state: 'confirmed', askedAt: AT, ...how });
    for (const { thread, readers } of [KILLED, DRAINED]) {
      const threadId = threadIdOf(siteId, thread);
      const of = { siteId, personId: _id, targetId: threadId, threadId, createdAt: AT };
      const subscription = { _id: `${_id}:thread:${threadId}`, kind: 'thread', mail: true, ...of };
      if (i < readers) await store.subscriptions.put(subscription);
    }
  }
  await store.close();
  await child.stop();
}

async function openLetters() {
  const socket = encodeURIComponent(join(dataDir, 'store/run/mongo.sock'));
  const connection = await mongoose.createConnection(`mongodb://${socket}/tribune`).asPromise();
  const letters = connection.collection('letters');
  return {
    count: (filter = {}) => letters.countDocuments(filter),
    /** Lets the time come for all that waits, also for what a killed process has taken up. */
    due: () => letters.updateMany({ state: 'waiting' }, { $set: { dueAt: new Date() } }),
    close: () => connection.close(),
  };
}

/** One comment, of which all who follow the discussion are to be told by mail. */
async function post(url, { thread, readers }) {
  const headers = { 'Content-Type': 'application/json' };
  const guest = await fetch(`${url}/v1/sites/demo/guests`, { method: 'POST', headers });
  const { token } = await guest.json();
  number += 1;
  await fetch(`${url}/v1/sites/demo/comments`, {
    method: 'POST',
    headers: { ...headers, Authorization: `Bearer ${token}` },
    body: JSON.stringify({ thread: { key: thread }, author: { name: 'Auteur' }, text: `Voici nouvelle-${number}-` }),
  });
  for (let i = 0; i < readers; i += 1) expected.add(`reader-${i}@example.org nouvelle-${number}-`);
}

await prepare();
let service = await startTribune(env);
for (let kill = 0; kill < KILLS; kill += 1) {
  let letters = await openLetters();
  await post(service.url, KILLED);
  await until(async () => (await letters.count()) === number * KILLED.readers, 'letters are made');
  await letters.due();
  const goal = came + 5 + ((kill * 17) % 80);
  await until(() => came >= goal, 'some are sent');
  await letters.close();
  const pids = family(service.pid);
  for (const pid of kill % 2 === 0 ? pids : pids.slice(0, 1)) process.kill(pid, 'SIGKILL');
  await sleep(500); // a store that was left alone ends by itself
  service = await startTribune(env);
  letters = await openLetters();
  await letters.due();
  await until(async () => (await letters.count({ state: 'waiting' })) === 0, 'all are sent');
  await letters.close();
}
console.log(`${KILLS} kills: ${came} mails came, ${shown.size} are shown`);

const letters = await openLetters();
await post(service.url, DRAINED);
await until(async () => (await letters.count()) === expected.size, 'letters are made');
const [before, cpu] = [came, cpuMs(family(service.pid))];
await letters.due();
await until(() => came > before, 'the first is sent');
const started = performance.now();
// Seldom, since it is counted what this asks of the database.
await until(async () => (await letters.count({ state: 'waiting' })) === 0, 'all are sent', 50);
const rate = Math.round(((came - before) * 1000) / (performance.now() - started));
const each = ((cpuMs(family(service.pid)) - cpu) / (came - before)).toFixed(1);
await letters.close();
await service.stop();
smtp.close();
await rm(dataDir, { recursive: true, force: true });

const told = [...shown.values()].flatMap((one) => [...one]);
const lost = [...expected].filter((one) => !told.includes(one)).length;
const twice = told.length - new Set(told).size;
console.log(
  `${expected.size} things to tell: ${lost} lost, ${twice} told twice; ${rate} mails/s (50 wanted), ${each} ms of processor time each`,
);
process.exitCode = lost === 0 && twice === 0 && rate >= 50 ? 0 : 1;
