// What it takes to tell 10,000 people of a comment, what whoever posts notices of that, and how soon bells ring with 1,000 sockets.
import { join } from 'node:path';
import mongoose from 'mongoose';
import { io } from 'socket.io-client';
import { threadIdOf } from '../../dist/services/storage/threads.js';
import { cpuMs, family, guest, median, percentile, post, sentence, startTribune } from './measure.mjs';

const FOLLOWERS = 10_000;
const SOCKETS = 1000;
const ROUNDS = 5;
const POSTS = 40;

const tribune = await startTribune();
const socketPath = encodeURIComponent(join(tribune.dataDir, 'store/run/mongo.sock'));
const database = await mongoose.createConnection(`mongodb://${socketPath}/tribune`).asPromise();
const collection = (name) => database.collection(name);
const sockets = [];
let n = 0;

/** Resolves when all that follows from what was posted is over. */
async function settled() {
  const isBusy = async () =>
    (await collection('comments').findOne({ 'mod.outboxAt': { $exists: true } })) !== null ||
    (await collection('fanouts').findOne()) !== null;
  while (await isBusy()) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Posts until one is published: some are held, for a number that is read as a word. */
async function publish(token, thread, parentId = null) {
  for (;;) {
    const comment = await post(tribune.url, token, thread, sentence((n += 1)), parentId);
    if (comment.state === 'published') return comment.id;
  }
}

async function follow(thread, personIds) {
  const targetId = threadIdOf('demo', thread);
  const docs = personIds.map((personId) => ({
    ...{
      _id: `${personId}:thread:${targetId}`,
      personId,
      siteId: 'demo',
      kind: 'thread',
      targetId,
      threadId: targetId,
    },
    ...{ mail: false, createdAt: new Date() },
  }));
  for (let i = 0; i < docs.length; i += 1000) await collection('subscriptions').insertMany(docs.slice(i, i + 1000));
}

/** Milliseconds that the answer to a post takes, when all that follows from the one before is over. */
async function answerMs(thread, token) {
  await settled();
  const begun = performance.now();
  await post(tribune.url, token, thread, sentence((n += 1)));
  return performance.now() - begun;
}

const ms = (values) => ({ 'p50 ms': median(values).toFixed(1), 'p95 ms': percentile(values, 0.95).toFixed(1) });

/** From the news of a comment on one socket to the bells on others. */
async function bells(watch, { thread, token, parentId = null, ringing }) {
  const taken = [];
  for (let round = 0; round < ROUNDS * 4; round += 1) {
    await settled();
    const shown = new Promise((resolve) => watch.once('comment:published', () => resolve(performance.now())));
    const rung = ringing.map(
      (socket) => new Promise((resolve) => socket.once('notification:created', () => resolve(performance.now()))),
    );
    await publish(token, thread, parentId);
    const at = await shown;
    taken.push(...(await Promise.all(rung)).map((bell) => bell - at));
  }
  return { bells: taken.length, ...ms(taken) };
}

async function connect(auth, thread) {
  const socket = io(tribune.url, { auth: { site: 'demo', ...auth }, transports: ['websocket'], forceNew: true });
  sockets.push(socket);
  await new Promise((resolve) => socket.once('connect', resolve));
  if (thread !== undefined) await socket.emitWithAck('thread:join', { thread });
  return socket;
}

try {
  const token = await guest(tribune.url);
  await follow(
    'crowd',
    Array.from({ length: FOLLOWERS }, (_, i) => `follower-${String(i).padStart(5, '0')}`),
  );
  for (let i = 0; i < 100; i += 1) await answerMs('quiet', token); // warm
  await answerMs('crowd', token);

  const rates = [];
  const cpu = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await settled();
    const id = await publish(token, 'crowd');
    const [begun, used] = [performance.now(), cpuMs(family(tribune.pid))];
    await settled();
    cpu.push(((cpuMs(family(tribune.pid)) - used) * 1000) / FOLLOWERS);
    const seconds = (performance.now() - begun) / 1000;
    const rows = await collection('notifications').countDocuments({ commentId: id });
    if (rows !== FOLLOWERS) throw new Error(`${rows} people were told`);
    rates.push(rows / seconds);
  }
  console.table({
    'rows a second': { median: Math.round(median(rates)), worst: Math.round(Math.min(...rates)) },
    'CPU µs a row': { median: Math.round(median(cpu)), worst: Math.round(Math.max(...cpu)) },
  });

  const answers = { quiet: [], crowd: [] };
  for (let i = 0; i < POSTS; i += 1)
    for (const thread of Object.keys(answers)) answers[thread].push(await answerMs(thread, token));
  console.table({
    'answer to a post, nobody follows': ms(answers.quiet),
    [`answer to a post, ${FOLLOWERS} follow`]: ms(answers.crowd),
    ratio: { 'p50 ms': (median(answers.crowd) / median(answers.quiet)).toFixed(2) },
  });

  const tokens = [];
  while (tokens.length < SOCKETS)
    tokens.push(...(await Promise.all(Array.from({ length: 50 }, () => guest(tribune.url)))));
  const listeners = [];
  for (const one of tokens) listeners.push(await connect({ token: one }));
  const watch = await connect({}, 'hall');
  const parentId = await publish(tokens[0], 'hall');
  const answered = await bells(watch, { thread: 'hall', token, parentId, ringing: [listeners[0]] });
  const me = async (one) =>
    (await (await fetch(`${tribune.url}/v1/me`, { headers: { Authorization: `Bearer ${one}` } })).json()).id;
  const people = [];
  for (const one of tokens) people.push(await me(one));
  await follow('hall', people);
  const followed = await bells(watch, { thread: 'hall', token, ringing: listeners });
  console.table({
    [`who is answered, among ${SOCKETS} sockets`]: answered,
    [`all of ${SOCKETS} followers who listen`]: followed,
  });
} finally {
  for (const socket of sockets) socket.close();
  await database.close();
  await tribune.stop();
}
