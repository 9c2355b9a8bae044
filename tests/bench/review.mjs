// The review queue at size, through the running service: `npm run bench -- review`, or smaller,
// `npm run bench -- review --comments=100000 --queued=10000 --moderators=20`. First the queue as asked, then all comments queued.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { io } from 'socket.io-client';
import { startStore } from '../../dist/services/embedded-mongo/child.js';
import { openStore } from '../../dist/services/storage/store.js';
import { cpuMs, family, median, percentile, ROOT, startServer, startTribune } from './measure.mjs';
import { AT, atDesks, docOf, PRIORITIES, THREADS, WARM } from './review-data.mjs';

const { values } = parseArgs({
  options: {
    comments: { type: 'string', default: '1000000' },
    queued: { type: 'string', default: '100000' },
    moderators: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '20' },
    pace: { type: 'string', default: '3' },
  },
});
const [COMMENTS, QUEUED, MODERATORS, ROUNDS, PACE] = ['comments', 'queued', 'moderators', 'rounds', 'pace'].map(
  (name) => Number(values[name]),
);
const MANY = 1000;
const AUDITED = (MODERATORS * (WARM + ROUNDS + 1) + MANY) * PRIORITIES * 2;
const SYLLABLES = ['ba', 'de', 'fu', 'ga', 'ke', 'ma', 'nu', 'pa', 're', 'su'];

/** Fills a data folder; the audit begins with what is done in the bench, so each comment that is decided there has its first event. */
async function fill(dataDir, queued) {
  const log = { debug() {}, info() {}, warn() {}, error: console.error };
  const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
  const child = await startStore({ path: join(dataDir, 'store'), entry, log });
  const store = await openStore(child.uri);
  const { default: mongoose } = await import('mongoose');
  const connection = await mongoose.createConnection(child.uri).asPromise();
  const comments = connection.collection('comments');
  await connection.collection('threads').insertMany(
    Array.from({ length: THREADS }, (_, i) => ({
      ...{ _id: `thread-${i}`, siteId: 'demo', key: `article-${i}`, url: `https://courrier.example/${i}` },
      ...{ title: `La halle, épisode ${i}`, lang: 'fr', createdAt: new Date(AT) },
    })),
  );
  const every = Math.max(1, Math.round(COMMENTS / queued));
  const started = performance.now();
  for (let from = 0; from < COMMENTS; from += 1000) {
    const docs = Array.from({ length: Math.min(1000, COMMENTS - from) }, (_, k) =>
      docOf(from + k, (from + k) % every === 0),
    );
    await comments.insertMany(docs, { ordered: false });
    const origin = ({ _id, siteId, threadId }) => ({ commentId: _id, siteId, threadId });
    const first = docs.filter(({ mod }) => mod.queue !== undefined).slice(0, from < AUDITED ? 1000 : 0);
    await store.modEvents.append(
      first.map((doc) => ({
        event: {
          ...{ id: `event-${doc._id}`, seq: 1, type: 'auto_held', at: doc.createdAt, before: null, rev: 1 },
          ...{ after: { vis: 'hidden', review: 'open', queue: 'premod' }, textHash: doc.textHash, codes: [] },
          ...{ actor: { kind: 'rule', id: 'policy', name: 'ruleset 1' }, note: null, remark: null, rules: [] },
        },
        of: origin(doc),
      })),
    );
    if (process.stderr.isTTY) process.stderr.write(`\r${from + docs.length} of ${COMMENTS} comments`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  await connection.close();
  await store.close();
  await child.stop();
  return Math.round((performance.now() - started) / 1000);
}

const ask = async (url, cookie, method, path, body) => {
  const headers = { Cookie: cookie, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() };
  const started = performance.now();
  const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer).slice(0, 300)}`);
  return { answer, ms: performance.now() - started, cookie: response.headers.get('set-cookie')?.split(';')[0] };
};

const spread = (ms, of = '') => ({
  [`${of}p50 ms`]: median(ms).toFixed(1),
  [`${of}p95 ms`]: percentile(ms, 0.95).toFixed(1),
});

async function team({ url, output }) {
  const password = 'a password of the bench';
  const join = (code, name) => ask(url, '', 'POST', '/v1/console/setup', { code, name, password });
  const cookies = [(await join(/#setup=(\S+)/.exec(output)[1], 'Odile Perrin')).cookie];
  while (cookies.length < MODERATORS) {
    const { answer } = await ask(url, cookies[0], 'POST', '/v1/console/invites', { role: 'moderator' });
    // Names that nobody could take for one another's.
    const name = `Membre ${[...String(cookies.length)].map((digit) => SYLLABLES[digit]).join('')}`;
    cookies.push((await join(answer.url.split('#invite=')[1], name)).cookie);
  }
  return cookies;
}

async function measure(queued, floor) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-bench-'));
  const figures = {};
  const note = (name, ms) => {
    figures[name] = { n: ms.length, ...spread(ms) };
    if (floor[name] === undefined) return;
    const times = percentile(ms, 0.95) / percentile(floor[name], 0.95);
    Object.assign(figures[name], { ...spread(floor[name], 'floor, '), 'times, p95': times.toFixed(2) });
  };
  const seconds = await fill(dataDir, queued);
  const tribune = await startTribune({ DATA_DIR: dataDir }, { asShipped: true });
  try {
    const { url } = tribune;
    const cookies = await team(tribune);
    const [owner] = cookies;
    const times = async (path, n = ROUNDS) => {
      const ms = [];
      for (let i = 0; i < n; i += 1) ms.push((await ask(url, owner, 'GET', path)).ms);
      return ms;
    };
    await times('/v1/review?limit=50', 5);
    note('first page', await times('/v1/review?limit=50'));
    const { answer: page } = await ask(url, owner, 'GET', '/v1/review?limit=50');
    note('next page', await times(`/v1/review?limit=50&cursor=${page.next}`));
    note('counts and ages', await times('/v1/review/figures'));
    const [service, ...database] = family(tribune.pid);
    const cpu = { service: () => cpuMs([service]), database: () => cpuMs(database) };
    await desks({ url, cookies, note, cpu });
    await many({ url, owner, note });
    console.log(
      `\n${COMMENTS} comments, ${queued} queued, ${MODERATORS} moderators deciding every ${PACE} s (filled in ${seconds} s)`,
    );
    console.table(figures);
  } finally {
    await tribune.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** All moderators at work: each claims the next and decides, one after the other, while a console listens. */
async function desks({ url, cookies, note, cpu }) {
  const { answer } = await ask(url, cookies[0], 'POST', '/v1/console/socket-ticket');
  const socket = io(url, { auth: { ticket: answer.ticket, desk: 'listener' }, transports: ['websocket'] });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  const news = [];
  socket.on('review:closed', ({ card }) => news.push({ id: card.id, at: performance.now() }));
  // All of a newsroom at the same moment: nobody is told that nothing waits.
  const atOnce = await Promise.all(
    cookies.map((cookie, i) => ask(url, cookie, 'POST', '/v1/review/next', { desk: `desk-${i}` })),
  );
  note(
    'claim, all at the same moment',
    atOnce.map(({ ms }) => ms),
  );
  if (new Set(atOnce.map(({ answer }) => answer.card?.id)).size < cookies.length)
    throw new Error('one was given to two');
  let before;
  const { claims, decisions, decidedAt } = await atDesks(
    cookies.map((cookie, i) => ({
      next: async () => (await ask(url, cookie, 'POST', '/v1/review/next', { desk: `desk-${i}` })).answer.card,
      decide: (card, act) => {
        const seen = { expectedV: card.v, expectedRev: card.rev };
        return ask(url, cookie, 'POST', `/v1/review/${card.id}/decision`, { ...act, ...seen });
      },
    })),
    {
      ...{ rounds: ROUNDS, pace: PACE },
      counting: (decided) => (before = { service: cpu.service(), database: cpu.database(), decided }),
    },
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  socket.close();
  const pairs = decidedAt.size - before.decided;
  const each = (name) => ((cpu[name]() - before[name]) / pairs).toFixed(1);
  console.log(`\nCPU of a claim and a decision: service ${each('service')} ms, database ${each('database')} ms`);
  note('claim the next', claims);
  note('decide', decisions);
  note('decided → another console', news.map(({ id, at }) => at - decidedAt.get(id)).filter(Number.isFinite));
}

/** One act on the first thousand, and taking it back: until it is done, as the console sees it. */
async function many({ url, owner, note }) {
  const ids = [];
  for (let cursor = ''; ids.length < MANY;) {
    const { answer } = await ask(url, owner, 'GET', `/v1/review?limit=100${cursor && `&cursor=${cursor}`}`);
    ids.push(...answer.items.filter(({ claim }) => claim === null).map(({ id }) => id));
    cursor = answer.next;
  }
  const until = async (id, state) => {
    for (;;) {
      const { answer } = await ask(url, owner, 'GET', `/v1/review/bulk/${id}`);
      if (answer.state === state) return answer;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  ids.length = MANY;
  let started = performance.now();
  const act = { select: { ids }, act: { action: 'approve' }, count: ids.length };
  const { answer } = await ask(url, owner, 'POST', '/v1/review/bulk', act);
  const { done } = await until(answer.id, 'done');
  if (done !== MANY) throw new Error(`${done} of ${MANY} were decided`);
  note(`an act on ${MANY}`, [performance.now() - started]);
  started = performance.now();
  await ask(url, owner, 'POST', `/v1/review/bulk/${answer.id}/undo`);
  await until(answer.id, 'undone');
  note('taking it back', [performance.now() - started]);
}

/** The same work of what one would write at first, on as many comments as wait, all in one queue of their own store. */
async function floorOf(queued) {
  const floor = await startServer(join(ROOT, 'tests/bench/floors/review.mjs'), { COMMENTS: String(queued) });
  const url = `http://127.0.0.1:${floor.port}`;
  try {
    const seats = Array.from({ length: MODERATORS }, (_, i) => ({
      next: async () => (await ask(url, '', 'POST', '/next', { desk: `desk-${i}` })).answer.card,
      decide: (card, act) =>
        ask(url, '', 'POST', `/${card.id}/decision`, { ...act, expectedV: card.v, desk: `desk-${i}` }),
    }));
    const { claims, decisions } = await atDesks(seats, { rounds: ROUNDS, pace: PACE, counting() {} });
    const ids = Array.from({ length: MANY }, (_, i) => docOf(queued - 1 - i, true)._id);
    const { ms } = await ask(url, '', 'POST', '/many', { ids });
    return { 'claim the next': claims, decide: decisions, [`an act on ${MANY}`]: [ms] };
  } finally {
    await floor.stop();
  }
}

const floor = await floorOf(Math.min(QUEUED, 30_000));
for (const queued of new Set([QUEUED, COMMENTS])) await measure(queued, floor);
