// SIGTERM under load: not ready at once, what is under way is finished, no connection is reset, and it ends with 0 within 15 s.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { guest, rawRequest, sentence, startTribune } from '../measure.mjs';
import { closes, openRaw } from '../raw-socket.mjs';

const ROUNDS = 10;
const CONNECTIONS = 12;
const NOT_READY_MS = 500;
const EXIT_MS = 15_000;

/**
 * One connection with one request on it after the other, until it is closed.
 * @returns `refused` if it could not be had; otherwise how it ended, `reset` being with a request that was sent and not answered whole
 */
function line(port, next, seen) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let buffered = '';
    let isWaiting = false;
    const send = () => {
      isWaiting = true;
      socket.write(next());
    };
    socket.once('connect', send);
    socket.on('data', (chunk) => {
      buffered += chunk.toString('latin1');
      const end = buffered.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(buffered.slice(0, end))?.[1] ?? 0);
      if (buffered.length < end + 4 + length) return;
      seen(Number(buffered.slice(9, 12)), buffered.slice(end + 4));
      const isLast = /\r\nconnection: close\r\n/i.test(buffered.slice(0, end + 2));
      buffered = '';
      isWaiting = false;
      if (isLast) socket.end();
      else send();
    });
    socket.on('error', (error) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : isWaiting ? 'reset' : 'closed'));
    socket.on('close', () => resolve(isWaiting ? 'reset' : 'closed'));
  });
}

/** A client behind a balancer: it comes back on a new connection as long as the service says that it is ready. */
async function client({ port }, next, tally) {
  while (tally.isReady) {
    const how = await line(port, next, (status, body) => tally.answered(status, body));
    if (how === 'refused') return;
    tally[how] += 1;
  }
}

/** A request whose body takes three seconds to come. */
function slowPost({ port }, token, body) {
  const bytes = rawRequest('POST', '/v1/sites/demo/comments', { Authorization: `Bearer ${token}` }, body);
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    let text = '';
    socket.once('connect', async () => {
      const cut = Math.floor(bytes.length / 3);
      for (const part of [bytes.subarray(0, cut), bytes.subarray(cut, 2 * cut), bytes.subarray(2 * cut)]) {
        socket.write(part);
        await sleep(1000);
      }
    });
    socket.on('data', (chunk) => (text += chunk));
    socket.on('error', () => resolve('reset'));
    socket.on('close', () => resolve(text.slice(9, 12)));
  });
}

/** How long after a moment the service says that it is not ready, or takes no connection. */
async function notReadyAfter(url) {
  const since = performance.now();
  for (;;) {
    const ready = await fetch(`${url}/readyz`, { headers: { Connection: 'close' } }).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (!ready) return performance.now() - since;
    if (performance.now() - since > 20_000) return Infinity;
  }
}

function nextRequest(token, state) {
  const headers = { Authorization: `Bearer ${token}` };
  const page = rawRequest('GET', '/v1/sites/demo/comments?thread=stop');
  const comment = () =>
    JSON.stringify({ thread: { key: 'stop' }, author: { name: 'Anaïs Martin' }, text: sentence((state.n += 1)) });
  let turn = 0;
  return () => {
    turn += 1;
    if (turn % 3 === 0) return page;
    if (turn % 3 === 1)
      return rawRequest('POST', '/v1/sites/demo/comments', { ...headers, 'Idempotency-Key': randomUUID() }, comment());
    return rawRequest('POST', '/v1/sites/demo/preview', {}, JSON.stringify({ text: sentence(turn) }));
  };
}

async function round(tribune, state) {
  const seen = { closed: 0, reset: 0, wrong: new Map(), isReady: true };
  seen.answered = (status, body) => {
    if (status >= 400) seen.wrong.set(status, body);
    if (status === 201) state.acknowledged += 1;
  };
  const tokens = await Promise.all(Array.from({ length: CONNECTIONS }, () => guest(tribune.url)));
  const sockets = await Promise.all(Array.from({ length: 20 }, () => openRaw(tribune.url)));
  for (const socket of sockets) socket.send('40{"site":"demo"}');
  const clients = tokens.map((token) => client(tribune, nextRequest(token, state), seen));
  await sleep(700);
  const body = { thread: { key: 'slow' }, author: { name: 'Anaïs Martin' }, text: sentence((state.n += 1)) };
  const slow = slowPost(tribune, tokens[0], JSON.stringify(body));
  await sleep(300);
  const since = performance.now();
  const exit = tribune.stop();
  const notReady = await notReadyAfter(tribune.url);
  seen.isReady = false;
  await Promise.all(clients);
  const [code, finished] = await Promise.all([exit, slow]);
  const ms = performance.now() - since;
  return [
    ['not ready at once', () => (notReady <= NOT_READY_MS ? '' : `after ${notReady.toFixed(0)} ms`)],
    ['what is under way is finished', () => (finished === '201' ? '' : `a slow one ended with ${finished}`)],
    ['what is answered is answered well', () => [...seen.wrong].map(([status, text]) => `${status} ${text}`)],
    ['no connection is reset', () => (seen.reset === 0 ? '' : `${seen.reset} of ${seen.closed + seen.reset}`)],
    [
      'sockets are told',
      async () => ((await Promise.all(sockets.map((one) => closes(one)))).every(Boolean) ? '' : 'not all'),
    ],
    [
      'ends with 0 within 15 s',
      () => (code === 0 && ms <= EXIT_MS ? '' : `with ${code} after ${ms.toFixed(0)} ms`),
      ms,
    ],
  ];
}

export async function stop(_, { report }) {
  const tally = report.of('SIGTERM under load');
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-stop-'));
  const state = { n: 0, acknowledged: 0 };
  try {
    for (let i = 1; i <= ROUNDS; i += 1) {
      const tribune = await startTribune({ DATA_DIR: dataDir }, { asShipped: i > 1 });
      for (const [what, check, ms] of await round(tribune, state)) {
        if (ms !== undefined) tally.took(ms);
        await tally.judge(`${i}: ${what}`, check);
      }
    }
    const tribune = await startTribune({ DATA_DIR: dataDir }, { asShipped: true });
    const count = async (thread) =>
      (await (await fetch(`${tribune.url}/v1/sites/demo/comments?thread=${thread}`)).json()).count;
    const there = await count('stop');
    await tribune.stop();
    await tally.judge('what was acknowledged is there', () =>
      there >= state.acknowledged ? '' : `${there} of ${state.acknowledged}`,
    );
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
