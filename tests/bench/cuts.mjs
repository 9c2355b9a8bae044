// 200 readers of one thread whose lines are cut at random during 10,000 events: what each has seen, and how soon it is level again.
// npm run bench -- cuts, or smaller, npm run bench -- cuts --readers=20 --events=1000
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { guest, median, percentile, post, sentence, startTribune } from './measure.mjs';
import { openLine } from './reader-line.mjs';

const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '200' },
    events: { type: 'string', default: '10000' },
    rate: { type: 'string', default: '100' },
    cut: { type: 'string', default: '5' },
  },
});
/** `CUT` is how long a line lasts on average, seconds. */
const [READERS, EVENTS, RATE, CUT] = ['readers', 'events', 'rate', 'cut'].map((name) => Number(values[name]));
const THREAD = 'bench';
/** How long a reader is away, milliseconds. */
const AWAY_MS = 800;

const tribune = await startTribune();
const catchUps = [];
let cuts = 0;
let isOver = false;
/** What went wrong with any reader; ends it for all. */
let failure = null;
const fail = (error) => {
  failure ??= error;
  isOver = true;
};

/** A reader as the widget is one: news in sequence is taken, what is known is passed over, a gap is asked for. */
class Reader {
  seq = 0;
  ahead = 0;
  seen = [];
  asking = null;

  take(seq, id) {
    if (seq === this.seq + 1) {
      this.seq = seq;
      this.seen.push(id);
    } else if (seq > this.seq) this.catchUp(seq).catch(fail);
  }

  async catchUp(ahead) {
    this.ahead = Math.max(this.ahead, ahead);
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  async ask() {
    while (this.seq < this.ahead) {
      const from = this.seq;
      const query = `thread=${THREAD}&since=${from}&ahead=${this.ahead}`;
      const answer = await (await fetch(`${tribune.url}/v1/sites/demo/changes?${query}`)).json();
      if (answer.reset) throw new Error('more was missed than is kept');
      this.fill(from, answer);
    }
  }

  fill(from, { comments, seq }) {
    // Each of these changes is a comment of its own; news may have brought the first of them meanwhile.
    this.seen.push(...comments.map(({ id }) => id).slice(this.seq - from));
    this.seq = Math.max(this.seq, seq);
  }

  async connect() {
    const since = this.seq;
    const where = { url: tribune.url, thread: THREAD, site: 'demo', since };
    const { raw, seq, missed } = await openLine(where, (bytes) => {
      const [name, news] = JSON.parse(bytes.toString('utf8', 2));
      if (name === 'comment:published') this.take(news.seq, news.comment.id);
    });
    if (missed !== undefined) this.fill(since, { comments: missed, seq });
    if (seq > this.seq) await this.catchUp(seq);
    return raw;
  }

  async live() {
    let raw = await this.connect();
    while (!isOver) {
      await sleep(Math.random() * CUT * 2000);
      if (isOver) break;
      raw.end();
      cuts += 1;
      await sleep(Math.random() * AWAY_MS);
      const back = performance.now();
      raw = await this.connect();
      catchUps.push(performance.now() - back);
    }
    this.raw = raw;
  }
}

try {
  const tokens = await Promise.all(Array.from({ length: 100 }, () => guest(tribune.url)));
  const readers = Array.from({ length: READERS }, () => new Reader());
  const lives = readers.map((reader) => reader.live().catch(fail));
  await sleep(1000);
  const posted = [];
  const begun = performance.now();
  const writing = [];
  for (let n = 0; n < EVENTS && failure === null; n += 1) {
    writing.push(
      post(tribune.url, tokens[n % 100], THREAD, sentence(n)).then(
        ({ id, state }) => state === 'published' && posted.push(id),
      ),
    );
    await sleep(Math.max(0, begun + ((n + 1) * 1000) / RATE - performance.now()));
  }
  await Promise.all(writing);
  isOver = true;
  await Promise.all(lives);
  if (failure !== null) throw failure;
  const all = new Set(posted);
  for (let i = 0; i < 200 && readers.some(({ seen }) => seen.length < all.size); i += 1) await sleep(50);
  const page = await (await fetch(`${tribune.url}/v1/sites/demo/comments?thread=${THREAD}`)).json();

  const order = new Map(readers[0].seen.map((id, at) => [id, at]));
  const isWhole = ({ seen }) =>
    seen.length === all.size && new Set(seen).size === all.size && seen.every((id) => all.has(id));
  const isOrdered = ({ seen }) => seen.every((id, at) => at === 0 || order.get(seen[at - 1]) < order.get(id));
  console.log(
    `${READERS} readers, ${all.size} comments in ${Math.round((performance.now() - begun) / 1000)} s, ${cuts} cuts; stream at ${page.seq}`,
  );
  console.table({
    'readers who saw each once': readers.filter(isWhole).length,
    'and in the same order': readers.filter((reader) => isWhole(reader) && isOrdered(reader)).length,
    'level again after, p50 ms': Math.round(median(catchUps)),
    'p95 ms': Math.round(percentile(catchUps, 0.95)),
    'at worst, ms': Math.round(Math.max(...catchUps)),
  });
  if (!readers.every(isWhole)) process.exitCode = 1;
  readers.forEach(({ raw }) => raw.end());
} finally {
  await tribune.stop();
}
