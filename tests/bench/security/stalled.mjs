// Readers who connect, listen, and never read, while events pour: with a heap of 256 MB the service stays below 300 MiB, and whoever reads
// has every event, soon.
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { guest, memoryMb, percentile, rawRequest, sentence, startTribune } from '../measure.mjs';
import { frame, heard, openRaw } from '../raw-socket.mjs';

const STALLED = 500;
const SECONDS = 60;
const POSTS_PER_SECOND = 40;
/** Bytes of a comment's text: what is told of it is some three times as much. */
const TEXT_BYTES = 4000;
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

/** So many words, like no other text, and without a link: many of those are held. */
const textOf = (n) => {
  const parts = Array.from({ length: TEXT_BYTES / 150 }, (_, i) =>
    sentence(n * 100 + i).replace(/^\d+ | \[.*$|\*/g, ''),
  );
  return parts.join('. ').slice(0, TEXT_BYTES);
};

/** Posts as fast as is said, for so long; calls `sent` with each comment's text. */
async function pour(tribune, sent) {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => guest(tribune.url)));
  const end = Date.now() + SECONDS * 1000;
  const wrong = new Map();
  const work = tokens.map(async (token, i) => {
    for (let n = i; Date.now() < end; n += tokens.length) {
      const next = performance.now() + (1000 * tokens.length) / POSTS_PER_SECOND;
      const response = await fetch(`${tribune.url}/v1/sites/demo/comments`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ thread: { key: THREAD }, author: { name: 'Anaïs Martin' }, text: textOf(n) }),
      });
      const { id, state } = await response.json();
      if (response.status === 201 && state === 'published') sent(id);
      else wrong.set(response.status, (wrong.get(response.status) ?? 0) + 1);
      await sleep(Math.max(0, next - performance.now()));
    }
  });
  await Promise.all(work);
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
    const sentAt = new Map();
    const late = [];
    const seen = new Set();
    const reading = setInterval(() => {
      for (const message of reader.heard.splice(0)) {
        if (message === '2') reader.send('3');
        const id = /^42\["comment:published".*?"id":"(\w+)"/.exec(message)?.[1];
        if (id !== undefined) seen.add(id);
        if (sentAt.has(id)) late.push(performance.now() - sentAt.get(id));
      }
    }, 5);
    const wrong = await pour(tribune, (id) => {
      sentAt.set(id, performance.now());
      if (seen.has(id)) late.push(0);
    });
    await sleep(2000);
    clearInterval(reading);
    const missed = [...sentAt.keys()].filter((id) => !seen.has(id)).length;
    const gone = lines.filter(({ closed }) => closed).length;
    console.log(
      `  ${sentAt.size} events of ${TEXT_BYTES} characters to ${STALLED} who do not read, ${gone} of them cut off; RSS ${rested.toFixed(0)} → ${most.toFixed(0)} MiB; events p95 ${percentile(late, 0.95).toFixed(0)} ms`,
    );
    await tally.judge('RSS below 300 MiB', () => (most < MOST_MB ? '' : `${most.toFixed(0)} MiB`));
    await tally.judge('every post is taken', () => [...wrong].map(([status, times]) => `${times} × ${status}`));
    await tally.judge('whoever reads has every event', () =>
      missed === 0 ? '' : `${missed} of ${sentAt.size} missed`,
    );
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
