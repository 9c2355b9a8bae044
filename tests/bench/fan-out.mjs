// L1 to L4 and L7: one thread with many readers, beside bare Socket.IO in the same run.
// npm run bench -- fan-out, or smaller, npm run bench -- fan-out --readers=1000 --rounds=3
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { cpuMs, family, guest, median, memoryMb, post, ROOT, sentence, startServer, startTribune } from './measure.mjs';

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '10000' },
    events: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    guests: { type: 'string', default: '500' },
  },
});
const [READERS, EVENTS, ROUNDS, GUESTS] = ['readers', 'events', 'rounds', 'guests'].map((name) => Number(values[name]));
const THREAD = 'bench';
const FLOOR = join(ROOT, 'tests/bench/floors/socket-io.mjs');
const now = () => performance.timeOrigin + performance.now();

/** A process of readers, and what it says. */
function startReaders() {
  const child = spawn(process.execPath, [join(ROOT, 'tests/bench/readers.mjs')], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = { answer: null, lastAt: null };
  child.on('message', ({ answer, error, lastAt }) => {
    if (error !== undefined) throw new Error(error);
    if (lastAt !== undefined) waiting.lastAt?.(lastAt);
    else waiting.answer?.(answer);
  });
  return {
    order: (order, options = {}) =>
      new Promise((resolve) => {
        waiting.answer = resolve;
        child.send({ order, ...options });
      }),
    last: () =>
      new Promise((resolve) => {
        waiting.lastAt = resolve;
      }),
    end: () => child.kill(),
  };
}

const dataDir = await mkdtemp(join(tmpdir(), 'tribune-bench-'));
let tribune = await startTribune({ DATA_DIR: dataDir });
const floor = await startServer(FLOOR);
let seq = 0;
let sample = null;

const sides = [
  {
    name: 'bare Socket.IO',
    server: floor,
    where: { url: `http://127.0.0.1:${floor.port}`, thread: THREAD },
    /** The very payload that the service sends. */
    async tell() {
      const payload = { ...sample, seq: (this.seq += 1) };
      const body = JSON.stringify({ room: THREAD, name: 'comment:published', payload });
      await fetch(`http://127.0.0.1:${this.server.port}`, { method: 'POST', body });
    },
    seq: 0,
    restart: (port) => startServer(FLOOR, { PORT: port }),
  },
  {
    name: 'Tribune',
    server: tribune,
    where: { url: tribune.url, thread: THREAD, site: 'demo' },
    async tell() {
      const { id } = await post(tribune.url, tokens[(seq += 1) % GUESTS], THREAD, sentence(seq));
      this.seq = seq;
      if (sample === null) {
        const page = await (await fetch(`${tribune.url}/v1/sites/demo/comments?thread=${THREAD}`)).json();
        const { root } = page.items.find((one) => one.root.id === id);
        sample = { threadId: page.threadId, seq, count: page.count, comment: root };
      }
    },
    seq: 0,
    async restart(port) {
      tribune = await startTribune({ DATA_DIR: dataDir, PORT: port }, { asShipped: true });
      return tribune;
    },
  },
];
const tokens = [];
while (tokens.length < GUESTS)
  tokens.push(
    ...(await Promise.all(Array.from({ length: Math.min(20, GUESTS - tokens.length) }, () => guest(tribune.url)))),
  );
await sides[1].tell();

const figures = {};
const keep = (side, name, value) => {
  figures[name] ??= {};
  (figures[name][side.name] ??= []).push(value);
};
const cpu = (side) => cpuMs(family(side.server.pid));

try {
  for (const side of sides) {
    side.readers = startReaders();
    // Code is slow while it is young.
    await side.readers.order('connect', { ...side.where, n: Math.min(1000, READERS) });
    for (let i = 0; i < 50; i += 1) await side.tell();
    await side.readers.order('leave');
    await sleep(1000);
    // What an event costs that nobody hears of: to store a comment, and to carry it on.
    const silent = cpu(side);
    for (let i = 0; i < EVENTS; i += 1) await side.tell();
    side.silent = (cpu(side) - silent) / EVENTS;
    keep(side, 'an event without readers: CPU ms', side.silent);
    const before = { cpu: cpu(side), rss: memoryMb([side.server.pid]).rss };
    const { ms } = await side.readers.order('connect', { ...side.where, n: READERS, tokens });
    keep(side, 'L4 connect, join, unread: CPU ms each', (cpu(side) - before.cpu) / READERS);
    keep(side, 'L4 all of them connected after, s', ms / 1000);
    await sleep(3000);
    keep(side, 'L3 memory each, KiB', ((memoryMb([side.server.pid]).rss - before.rss) * 1024) / READERS);
  }
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const side of sides) {
      await side.readers.order('seen', { first: 1, last: side.seq });
      const [first, before] = [side.seq + 1, cpu(side)];
      const lasts = [];
      for (let i = 0; i < EVENTS; i += 1) {
        await side.readers.order('expect', { n: READERS });
        const last = side.readers.last();
        const asked = now();
        await side.tell();
        lasts.push((await last) - asked);
      }
      keep(side, 'L1 CPU of a delivery, µs', ((cpu(side) - before - side.silent * EVENTS) * 1000) / (EVENTS * READERS));
      keep(side, 'L2 the last reader has it after, ms', median(lasts));
      const { right } = await side.readers.order('seen', { first, last: side.seq });
      keep(side, 'readers who saw all, once and in order', right);
    }
  }
  for (const side of sides) {
    await side.server.stop();
    side.server = await side.restart(String(side.server.port));
    const isOurs = side.where.site !== undefined;
    // Something they miss.
    if (isOurs) await side.tell();
    const catchUp = isOurs ? `${side.where.url}/v1/sites/demo/changes?thread=${THREAD}` : undefined;
    const { ms, gaps } = await side.readers.order('back', { ...side.where, catchUp });
    keep(side, 'L7 all of them back after a restart, s', ms / 1000);
    if (isOurs) keep(side, 'L7 readers who got what they missed, once', gaps);
  }
} finally {
  sides.forEach(({ readers }) => readers?.end());
  for (const { server } of sides) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
console.log(`\n${READERS} readers of one thread, ${EVENTS} events a round, medians of ${ROUNDS} rounds`);
const round = (n) => Number(n.toPrecision(3));
console.table(
  Object.fromEntries(
    Object.entries(figures).map(([name, bySide]) => {
      const [bare, ours] = sides.map((side) => (bySide[side.name] ? median(bySide[side.name]) : NaN));
      return [name, { 'bare Socket.IO': round(bare), Tribune: round(ours), ratio: (ours / bare).toFixed(2) }];
    }),
  ),
);
