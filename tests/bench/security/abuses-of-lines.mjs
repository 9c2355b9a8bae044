// What descriptions of http-abuse.json mean, of connections, of the time things take, and of how the service starts.
import { spawn } from 'node:child_process';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLimit } from '../../../dist/services/http/rate-limit.js';
import { hashAddress } from '../../../dist/services/http/client-address.js';
import { median, percentile, ROOT } from '../measure.mjs';
import { mannWhitney, numberIn } from './best-of.mjs';
import { PASSWORD, startService } from './service.mjs';

/** How long the service may wait for a client that does nothing, milliseconds. */
const PATIENCE_MS = 60_000;
/** Connections that are opened at the same moment. */
const AT_ONCE = 500;

function connect({ port }) {
  const socket = net.connect(port, '127.0.0.1');
  const line = { socket, closed: false, text: '', at: performance.now(), endedAt: null };
  socket.on('data', (chunk) => (line.text += chunk));
  socket.on('error', () => undefined);
  socket.on('close', () => Object.assign(line, { closed: true, endedAt: performance.now() }));
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(line));
    socket.once('error', () => resolve(line));
  });
}

async function connectMany(to, count) {
  const lines = [];
  while (lines.length < count) {
    const some = Math.min(AT_ONCE, count - lines.length);
    lines.push(...(await Promise.all(Array.from({ length: some }, () => connect(to)))));
  }
  return lines;
}

/** What is wrong with how long others wait meanwhile: at the 99th percentile, in the best of three rows. */
async function othersWait(to, most, times = 100) {
  let least = Infinity;
  for (let round = 0; round < 3 && least >= most; round += 1) {
    const took = [];
    for (let i = 0; i < times; i += 1) took.push((await to.send('GET', '/healthz')).ms);
    least = Math.min(least, percentile(took, 0.99));
  }
  return least < most ? '' : `others wait ${least.toFixed(0)} ms`;
}

async function ends(lines, ms) {
  for (const end = Date.now() + ms; Date.now() < end && lines.some(({ closed }) => !closed);) await sleep(200);
  return lines.filter(({ closed }) => !closed).length;
}

const msIn = (expect, otherwise) => numberIn(expect, /< ?(\d+) ms/, otherwise);

async function slowloris(to, { desc, expect }) {
  const lines = await connectMany(to, numberIn(desc, /x (\d+)(k?)/i, 2000));
  for (const { socket } of lines) socket.write('GET / HTTP/1.1\r\nHost: a\r\nX: ');
  const since = Date.now();
  const drip = setInterval(
    () => {
      for (const { socket, closed } of lines) if (!closed) socket.write('a');
    },
    numberIn(desc, /(\d+) s\b/, 10) * 1000,
  );
  const fault = await othersWait(to, msIn(expect, 500));
  const open = await ends(lines, PATIENCE_MS - (Date.now() - since));
  clearInterval(drip);
  for (const { socket } of lines) socket.destroy();
  return [fault, open === 0 ? '' : `${open} are open after a minute`];
}

/** Asks for a large answer again and again, and reads nothing of it. */
async function slowRead(to, { expect }) {
  const lines = await connectMany(to, 20);
  for (const { socket } of lines) {
    socket.pause();
    socket.write('GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200));
  }
  const since = Date.now();
  const fault = await othersWait(to, msIn(expect, 500));
  // Only who reads sees that it was closed.
  await sleep(PATIENCE_MS - (Date.now() - since));
  for (const { socket } of lines) socket.resume();
  const open = await ends(lines, 5000);
  for (const { socket } of lines) socket.destroy();
  return [fault, open === 0 ? '' : `${open} are open after a minute`];
}

async function idle(to, { desc, expect }) {
  const lines = await connectMany(to, numberIn(desc, /(\d+)(k?) idle/i, 10_000));
  const fault = await othersWait(to, msIn(expect, 100));
  const closed = lines.filter((line) => line.closed && performance.now() - line.at < 1000).length;
  for (const { socket } of lines) socket.destroy();
  return [fault, closed === 0 ? '' : `${closed} were not let in`];
}

/** Pairs of headers by which two servers in a row see different requests. */
const SMUGGLED = [
  'Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG',
  'Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\nGPOST / HTTP/1.1\r\n\r\n0\r\n\r\n',
  'Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcde',
  'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n',
  'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n',
];

async function smuggling(to) {
  const wrong = [];
  for (const head of SMUGGLED) {
    const line = await connect(to);
    line.socket.write(`POST /v1/sites/demo/guests HTTP/1.1\r\nHost: a\r\n${head}`);
    const open = await ends([line], 2000);
    line.socket.destroy();
    const answers = line.text.match(/HTTP\/1\.1 \d{3}/g) ?? [];
    if (open > 0 || answers.length > 1 || !/ 4\d\d| 501/.test(answers[0] ?? ''))
      wrong.push(`${JSON.stringify(head.slice(0, 50))}: ${answers.join()} ${open > 0 ? 'open' : ''}`);
  }
  return wrong;
}

/** How many acts of these addresses are let pass of two of each, where two are allowed. */
async function passed(addresses) {
  const limit = createLimit({ name: `bench-${Math.random()}`, points: 2, seconds: 60, shared: null });
  let count = 0;
  for (const address of addresses)
    for (let i = 0; i < 2; i += 1)
      await limit.take(hashAddress(address, 'k', new Date())).then(
        () => (count += 1),
        () => undefined,
      );
  return count;
}

/** What a password costs here: enough for it to show by far if it is not worked on, and little enough for two thousand. */
const COST = { N: 2 ** 12, r: 8, p: 1 };
/** Tries of one name, since no more are allowed. */
const TRIES = 90;

/** Wrong passwords for names that are there and names that are not, in turn, as many of each as the case says. */
async function timing(_, { desc, expect }) {
  const each = numberIn(desc, /(\d+) each/, 1000);
  const service = await startService({ passwordCost: COST });
  try {
    const first = 'Anne Berthe Claire Denise Elsa Fanny Gisèle Hélène Irène Jeanne Louise Marthe Nadège Odile'.split(
      ' ',
    );
    const names = first.slice(0, Math.ceil(each / TRIES));
    for (const name of names) await service.member(`${name} Garnier`);
    const ask = async (name) => {
      const started = performance.now();
      await service.json('POST', '/v1/console/session', { name, password: `not ${PASSWORD}` });
      return performance.now() - started;
    };
    const times = { known: [], unknown: [] };
    for (let i = 0; i < Math.min(each, names.length * TRIES); i += 1) {
      const name = names[Math.floor(i / TRIES)];
      times.known.push(await ask(`${name} Garnier`));
      times.unknown.push(await ask(`${name} Mercier`));
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    const p = mannWhitney(times.known, times.unknown);
    console.log(
      `  ${each} wrong passwords each: median ${known.toFixed(2)} and ${unknown.toFixed(2)} ms, p = ${p.toFixed(3)}`,
    );
    const apart = Math.abs(known - unknown);
    return p > 0.01 || apart < msIn(expect, 2) ? '' : `${known.toFixed(2)} ms and ${unknown.toFixed(2)} ms, p = ${p}`;
  } finally {
    await service.stop();
  }
}

/** Starts the service with a setting it must refuse. */
export function refusesToStart(env) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/bin/main.js')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0', DATA_DIR: '/nonexistent/nowhere', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.once('exit', (code) => {
      clearTimeout(timer);
      const named = Object.keys(env).every((key) => said.includes(key));
      resolve(code !== 0 && named ? '' : `ended with ${code}, saying ${JSON.stringify(said.slice(0, 120))}`);
    });
  });
}

export const lines = [
  [/slowloris/i, slowloris],
  [/slow read/i, slowRead],
  [/idle keep-alive/i, idle],
  [/CL\.TE|TE\.CL|smuggling/i, smuggling],
  [
    /dual-stack|two IPv4/i,
    async () => ((await passed(['::ffff:198.51.100.1', '::ffff:198.51.100.2'])) === 4 ? '' : 'share a limit'),
  ],
  [
    /one \/64|addresses in/i,
    async (_, { desc }) => {
      const many = Array.from({ length: numberIn(desc, /(\d+(?:\^\d+)?)/, 65_536) }, (__, i) => {
        const tail = `${(i * 977) % 65_536}`;
        return `2001:db8:1:2:${Number(tail).toString(16)}::${(i % 65_536).toString(16)}`;
      });
      const count = await passed(many);
      return count === 2 ? '' : `${count} are let pass`;
    },
  ],
  [/timing/i, timing],
];

export const startUps = [
  [
    /trust proxy/i,
    (_, { desc }) => refusesToStart({ TRUST_PROXY: desc.replace(/^trust proxy /i, '').replace(/ in config$/, '') }),
  ],
];
