// From the POST leaving one reader to the news reaching another, on an idle machine and at 50 posts a second.
import { io } from 'socket.io-client';
import { guest, median, percentile, post, sentence, startTribune } from './measure.mjs';

const tribune = await startTribune();
const socket = io(tribune.url, { auth: { site: 'demo' }, transports: ['websocket'] });
try {
  await new Promise((resolve) => socket.once('connect', resolve));
  await socket.emitWithAck('thread:join', { thread: 'bench' });
  const sent = new Map();
  const taken = [];
  socket.on('comment:published', ({ comment }) => {
    const n = Number(/^(\d+)/.exec(comment.body[0].c[0].v)?.[1]);
    taken.push({ n, ms: performance.now() - sent.get(n) });
  });
  const tokens = await Promise.all(Array.from({ length: 20 }, () => guest(tribune.url)));
  let n = 0;
  const one = async () => {
    const id = (n += 1);
    sent.set(id, performance.now());
    await post(tribune.url, tokens[id % 20], 'bench', sentence(id));
  };
  const report = (name, from) => {
    const ms = taken.filter((item) => item.n > from).map((item) => item.ms);
    return { [name]: { news: ms.length, 'p50 ms': median(ms).toFixed(1), 'p95 ms': percentile(ms, 0.95).toFixed(1) } };
  };
  for (let i = 0; i < 200; i += 1) await one(); // warm
  let from = n;
  for (let i = 0; i < 300; i += 1) await one();
  await new Promise((resolve) => setTimeout(resolve, 500));
  const idle = report('one at a time', from);
  from = n;
  const under = [];
  for (let i = 0; i < 500; i += 1) {
    under.push(one());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await Promise.all(under);
  await new Promise((resolve) => setTimeout(resolve, 500));
  console.table({ ...idle, ...report('50 a second', from) });
} finally {
  socket.close();
  await tribune.stop();
}
