// What descriptions of http-abuse.json mean, of connections, of the time things take, and of how the service starts.
import { spawn } from 'node:child_process';
import net from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLimit } from '../../../dist/services/http/rate-limit.js';
import { hashAddress } from '../../../dist/services/http/client-address.js';
import { median, percentile, ROOT } from '../measure.mjs';

/** How long the service may wait for a client that does nothing, and a little more; milliseconds. */
const PATIENCE_MS = 66_000;

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

/** How long others wait meanwhile, milliseconds. */
async function othersWait(to, times = 40) {
  const took = [];
  for (let i = 0; i < times; i += 1) took.push((await to.send('GET', '/healthz')).ms);
  return percentile(took, 0.95);
}

const isFast = (ms, most) => (ms < most ? '' : `others wait ${ms.toFixed(0)} ms`);

async function ends(lines, ms) {
  for (const end = Date.now() + ms; Date.now() < end && lines.some(({ closed }) => !closed);) await sleep(200);
  return lines.filter(({ closed }) => !closed).length;
}

async function slowloris(to) {
  const lines = await Promise.all(Array.from({ length: 1000 }, () => connect(to)));
  for (const { socket } of lines) socket.write('GET / HTTP/1.1\r\nHost: a\r\nX: ');
  const drip = setInterval(() => {
    for (const { socket, closed } of lines) if (!closed) socket.write('a');
  }, 5000);
  const fault = isFast(await othersWait(to), 500);
  const open = await ends(lines, PATIENCE_MS);
  clearInterval(drip);
  for (const { socket } of lines) socket.destroy();
  return [fault, open === 0 ? '' : `${open} are open after a minute`];
}

/** Asks for a large answer again and again, and reads nothing of it. */
async function slowRead(to) {
  const lines = await Promise.all(Array.from({ length: 20 }, () => connect(to)));
  for (const { socket } of lines) {
    socket.pause();
    socket.write('GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(200));
  }
  const fault = isFast(await othersWait(to), 500);
  // Only who reads sees that it was closed.
  await sleep(PATIENCE_MS);
  for (const { socket } of lines) socket.resume();
  const open = await ends(lines, 5000);
  for (const { socket } of lines) socket.destroy();
  return [fault, open === 0 ? '' : `${open} are open after a minute`];
}

async function idle(to) {
  const lines = await Promise.all(Array.from({ length: 4000 }, () => connect(to)));
  const fault = isFast(await othersWait(to), 250);
  for (const { socket } of lines) socket.destroy();
  return fault;
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

/** Tries of a name that is there and one that is not, in turn; each a hundred at most, since no more are allowed. */
async function timing(to) {
  const times = { known: [], unknown: [] };
  const ask = (name) => to.json('POST', '/v1/console/session', { name, password: 'wrong wrong wrong' });
  for (let i = 0; i < 10; i += 1) {
    times.known.push((await ask('Marguerite Vasseur')).ms);
    times.unknown.push((await ask(`Nobody ${i % 2}`)).ms);
  }
  const [known, unknown] = [median(times.known), median(times.unknown)];
  return Math.abs(known - unknown) < Math.max(2, 0.5 * Math.min(known, unknown))
    ? ''
    : `${known.toFixed(1)} ms and ${unknown.toFixed(1)} ms`;
}

/** Starts the service with a setting it must refuse. */
export function refusesToStart(env) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/services/main.js')], {
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
    async () => {
      const many = Array.from({ length: 64 }, (_, i) => `2001:db8:1:2:${(i * 977).toString(16)}::${i.toString(16)}`);
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
