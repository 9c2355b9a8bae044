// Readers who connect, listen, and never read, while events pour: with a heap of 256 MB the service stays below 300 MiB, and whoever reads
// has every event, soon.
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { guest, memoryMb, percentile, rawRequest, sentence, startTribune } from '../measure.mjs';
import { frame, heard, openRaw } from '../raw-socket.mjs';
import { until } from './service.mjs';

const STALLED = 200;
/** With their marks, more than what the system and the service keep for one line together: a few megabytes. */
const EVENTS = 500;
/** So many are under way at a time: what is asked is not how much can be posted. */
const UNDER_WAY = 4;
const MOST_MB = 300;
/** How late whoever reads may have it, at the 95th percentile, milliseconds. */
const LATE_MS = 1000;
const THREAD = 'stalled';

/** A WebSocket that joins a discussion and then leaves all that comes in the system's buffers. */
function stall(port, i) {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, '127.0.0.1');
    const state = { socket, closed: false };
    socket.on('error', () => (state.closed = true));
    socket.on('close', () => (state.closed = true));
    socket.once('connect', () =>
      socket.write(
        rawRequest('GET', '/socket.io/?EIO=4&transport=websocket', {
          ...{ Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13' },
          'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
          'X-Forwarded-For': `203.0.${i >> 8}.${i & 255}`,
        }),
      ),
    );
    let text = '';
    const read = (chunk) => {
      text += chunk.toString('latin1');
      if (text.includes('101 Switching') && !text.includes('40{"sid"')) {
        if (!state.said) socket.write(frame('40{"site":"demo"}'));
        state.said = true;
      } else if (text.includes('40{"sid"') && !state.joined) {
        state.joined = true;
        socket.write(frame(`421["thread:join",{"thread":"${THREAD}"}]`));
      } else if (text.includes('431[')) {
        socket.off('data', read);
        socket.pause();
        resolve(state);
      }
    };
    socket.on('data', read);
    setTimeout(() => reject(new Error(`did not join: ${text.slice(0, 200)}`)), 30_000).unref();
  });
}

/** Words that are each set apart, of which what is told is several times as long; no link, since many of those are held. */
function textOf(n) {
  const words = Array.from({ length: 30 }, (_, i) => sentence(n * 100 + i).replace(/^\d+ | \[.*$|[*.]/g, ''));
  const marked = words
    .join(' ')
    .split(' ')
    .map((word, i) => (i % 2 === 0 ? `**${word}**` : `*${word}*`));
  let text = '';
  for (const word of marked) if (text.length + word.length < 4900) text += `${word} `;
  return text;
}

/** Posts one after the other from some hands; calls `sent` with each comment's id. */
async function pour(tribune, sent) {
  const wrong = new Map();
  let n = 0;
  const hand = async () => {
    const token = await guest(tribune.url);
    while (n < EVENTS) {
      const response = await fetch(`${tribune.url}/v1/sites/demo/comments`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ thread: { key: THREAD }, author: { name: 'Anaïs Martin' }, text: textOf((n += 1)) }),
      });
      const { id, state } = await response.json();
      // One or the other word is held, which is no news.
      if (response.status === 201 && state === 'published') await sent(id);
      else if (response.status !== 202) wrong.set(response.status, (wrong.get(response.status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, hand));
  return wrong;
}

export async function stalled(_, { report }) {
  const tally = report.of('stalled readers, 256 MB heap');
  const env = { TRUST_PROXY: '1', NODE_OPTIONS: '--max-old-space-size=256' };
  const tribune = await startTribune(env);
  const lines = [];
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, memoryMb([tribune.pid]).rss)), 100);
  try {
    for (let i = 0; i < STALLED; i += 50)
      lines.push(...(await Promise.all(Array.from({ length: 50 }, (__, k) => stall(tribune.port, i + k)))));
    const rested = memoryMb([tribune.pid]).rss;
    const reader = await openRaw(tribune.url, { 'X-Forwarded-For': '198.51.100.1' });
    reader.send('40{"site":"demo"}');
    await heard(reader, (message) => message.startsWith('40'));
    reader.send(`421["thread:join",{"thread":"${THREAD}"}]`);
    await heard(reader, (message) => message.startsWith('431'));
    const late = [];
    const seen = new Set();
    let bytes = 0;
    const reading = setInterval(() => {
      for (const message of reader.heard.splice(0)) {
        if (message === '2') reader.send('3');
        bytes += message.length;
        const id = /^42\["comment:published".*?"id":"(\w+)"/.exec(message)?.[1];
        if (id !== undefined) seen.add(id);
      }
    }, 5);
    let missed = 0;
    const wrong = await pour(tribune, async (id) => {
      const since = performance.now();
      await until(() => seen.has(id), 'the event', 10_000).catch(() => (missed += 1));
      late.push(performance.now() - since);
    });
    clearInterval(reading);
    // Only who reads sees that it was closed.
    for (const { socket } of lines) socket.resume();
    await until(() => lines.every(({ closed }) => closed), 'all are closed', 10_000).catch(() => undefined);
    const gone = lines.filter(({ closed }) => closed).length;
    console.log(
      `  ${seen.size} events, ${(bytes / 2 ** 20).toFixed(1)} MiB, to ${STALLED} who do not read, ${gone} of them cut off; RSS ${rested.toFixed(0)} → ${most.toFixed(0)} MiB; events p95 ${percentile(late, 0.95).toFixed(0)} ms`,
    );
    await tally.judge('RSS below 300 MiB', () => (most < MOST_MB ? '' : `${most.toFixed(0)} MiB`));
    await tally.judge('every post is taken', () => [...wrong].map(([status, times]) => `${times} × ${status}`));
    await tally.judge('whoever reads has every event', () =>
      missed === 0 ? '' : `${missed} of ${late.length} missed`,
    );
    await tally.judge('who does not read is cut off', () => (gone > STALLED / 2 ? '' : `${gone} of ${STALLED}`));
    await tally.judge('and soon', () =>
      percentile(late, 0.95) <= LATE_MS ? '' : `p95 ${percentile(late, 0.95).toFixed(0)} ms`,
    );
    await tally.judge('it still answers', async () =>
      (await fetch(`${tribune.url}/readyz`)).ok ? '' : 'is not ready',
    );
  } finally {
    clearInterval(watch);
    for (const { socket } of lines) socket.destroy();
    await tribune.stop();
  }
}
