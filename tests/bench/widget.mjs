// The readers' widget in a real Chromium, on the built product: scrolling through a thousand comments, typing while a hundred
// events a second arrive, and whether anything on the demo page moves by itself.
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/browser.mjs';
import { guest, median, percentile, post, sentence, startTribune } from './measure.mjs';

const ROOTS = 200;
const REPLIES = 4;
const LIVE_MS = 8000;
const LIVE_PER_SECOND = 100;

const tribune = await startTribune();
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox', '--disable-gpu'] });

/** A reader's page that writes down its long tasks, its shifts and how long keys wait. */
async function openPage(path) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('pageerror', (error) => console.error(String(error)));
  await page.addInitScript(() => {
    window.seen = { tasks: [], shift: 0, keys: [] };
    const watch = (type, use) =>
      new PerformanceObserver((list) => list.getEntries().forEach(use)).observe({ type, buffered: true });
    watch('longtask', ({ duration, startTime }) => window.seen.tasks.push({ duration, startTime }));
    watch('layout-shift', ({ value, hadRecentInput }) => (window.seen.shift += hadRecentInput ? 0 : value));
    addEventListener('keydown', ({ timeStamp }) => window.seen.keys.push(performance.now() - timeStamp), true);
  });
  await page.routeWebSocket(/socket\.io/, (socket) => {
    socket.connectToServer();
    sockets.push(socket);
  });
  await page.goto(tribune.url + path);
  await page.locator('tribune-comments .heading').waitFor();
  return page;
}

/** The sockets of the page, into which news is written: what is measured is the page, and not how fast the service posts. */
const sockets = [];

/** Tells the page of as many new comments as are due; half of them answer what is on it. `stop` says how many there were. */
async function tellNews(thread, due) {
  const page = await (await fetch(`${tribune.url}/v1/sites/demo/comments?thread=${thread}&limit=100`)).json();
  const { threadId, seq, count, items } = page;
  let sent = 0;
  const timer = setInterval(() => {
    for (; sent < due(); sent += 1) {
      const { root, replies } = items[sent % items.length];
      const id = `${root.id.slice(0, -6)}${String(sent).padStart(6, 'z')}`;
      const place = sent % 2 === 0 ? { parentId: null, rootId: id, depth: 0 } : replies[0];
      const comment = { ...root, ...place, id, createdAt: new Date().toISOString() };
      const news = { threadId, seq: seq + sent + 1, count: count + sent + 1, comment };
      for (const socket of sockets) socket.send(`42${JSON.stringify(['comment:published', news])}`);
    }
  }, 5);
  return { stop: () => (clearInterval(timer), sent) };
}

const seen = (page) => page.evaluate(() => window.seen);
const forget = (page) => page.evaluate(() => void (window.seen = { tasks: [], shift: 0, keys: [] }));
const frames = (page, n) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; i += 1) await new Promise(requestAnimationFrame);
  }, n);

async function fill(thread, tokens) {
  let n = 0;

  const one = async (parentId) =>
    (await post(tribune.url, tokens[n % tokens.length], thread, sentence(n++), parentId)).id;
  for (let at = 0; at < ROOTS; at += 10)
    await Promise.all(
      Array.from({ length: 10 }, async () => {
        const root = await one(null);
        for (let reply = 0; reply < REPLIES; reply += 1) await one(root);
      }),
    );
}

try {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => guest(tribune.url)));
  const demo = await openPage('/demo');
  await demo.locator('.tribune [role=status]').waitFor({ state: 'attached' });
  await demo.locator('tribune-comments').scrollIntoViewIfNeeded();
  await frames(demo, 60);
  const thread = await demo.locator('tribune-comments').getAttribute('thread');
  const empty = await seen(demo);
  await demo.close();
  await fill(thread, tokens);
  const page = await openPage('/demo');
  await page.locator('article.comment').first().waitFor();
  await page.locator('tribune-comments').scrollIntoViewIfNeeded();
  await frames(page, 60);
  const filled = await seen(page);
  console.table({
    'layout shift': { 'empty demo page': empty.shift.toFixed(4), 'with comments': filled.shift.toFixed(4) },
  });
  const shown = () => page.locator('article.comment').count();
  const more = page.getByRole('button', { name: /Afficher plus|more comments/i });
  for (let before = await shown(); before < ROOTS * (REPLIES + 1); before = await shown()) {
    await more.click();
    while ((await shown()) === before) await frames(page, 1);
  }
  await frames(page, 60);
  console.table({ 'comments on the page': await shown() });

  await forget(page);
  await page.mouse.move(600, 400);
  for (let i = 0; i < 150; i += 1) {
    await page.mouse.wheel(0, i < 100 ? 900 : -900);
    await frames(page, 1);
  }
  const scrolled = await seen(page);
  console.table({
    scrolling: {
      'long tasks': scrolled.tasks.length,
      'longest ms': Math.max(0, ...scrolled.tasks.map(({ duration }) => duration)).toFixed(0),
    },
  });

  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('textarea').click();
  await page.getByRole('toolbar').waitFor();
  const typeFor = async (ms) => {
    await forget(page);
    const end = performance.now() + ms;
    while (performance.now() < end) {
      await page.keyboard.type('a');
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const { keys, tasks } = await seen(page);
    return {
      keys: keys.length,
      'delay p50 ms': median(keys).toFixed(1),
      'delay p95 ms': percentile(keys, 0.95).toFixed(1),
      'longest ms': Math.max(0, ...keys).toFixed(0),
      'long tasks': tasks.length,
    };
  };
  const quiet = await typeFor(3000);
  const started = performance.now();
  const storm = await tellNews(thread, () => ((performance.now() - started) * LIVE_PER_SECOND) / 1000);
  const busy = await typeFor(LIVE_MS);
  const perSecond = Math.round((storm.stop() * 1000) / (performance.now() - started));
  console.table({ quiet, [`${perSecond} events a second`]: busy });
} finally {
  await browser.close();
  await tribune.stop();
}
