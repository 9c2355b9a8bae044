// A process full of readers with one socket each, for `fan-out.mjs`: it takes one order at a time and answers with figures.
import { Agent, request } from 'node:http';
import { openLine } from './reader-line.mjs';

/** Readers that connect at the same moment. */
const AT_ONCE = 100;
const SEQ = Buffer.from('"seq":');
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
const now = () => performance.timeOrigin + performance.now();
let readers = [];
let expected = 0;
let heard = 0;
let lastAt = 0;

function getJson(url) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** The number of the change an event tells of; undefined for other events. Nothing else of it is read: this is done ten thousand times at once. */
function seqIn(bytes) {
  let at = bytes.indexOf(SEQ);
  if (at < 0) return undefined;
  let seq = 0;
  for (at += SEQ.length; bytes[at] >= 48 && bytes[at] <= 57; at += 1) seq = seq * 10 + bytes[at] - 48;
  return seq;
}

/** One reader, who reads on. */
async function enter(where, token, before) {
  const reader = { token, seq: before?.seq ?? 0, seen: before?.seen ?? [] };
  const { raw, seq, missed } = await openLine({ ...where, token, since: before?.seq }, (bytes) => {
    reader.seen.push(seqIn(bytes));
    heard += 1;
    lastAt = now();
    if (heard === expected) process.send({ lastAt });
  });
  return Object.assign(reader, { raw, joined: seq, missed });
}

async function each(list, work) {
  const rest = [...list.entries()];
  const out = [];
  const one = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) out[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return out;
}

const orders = {
  async connect({ n, tokens, ...where }) {
    const started = now();
    const all = Array.from({ length: n }, (_, i) => tokens?.[i % tokens.length]);
    readers = await each(all, (token) => enter(where, token));
    return { ms: now() - started };
  },
  expect({ n }) {
    [expected, heard] = [n, 0];
    return {};
  },
  /** Back after the line broke: everybody connects anew and reads what came meanwhile. */
  async back({ catchUp, ...where }) {
    const started = now();
    readers = await each(readers, async (before) => {
      const reader = await enter(where, before.token, before);
      if (catchUp !== undefined && reader.joined > before.seq) {
        // As the widget does: what is not told with the handshake is asked for.
        const comments =
          reader.missed ?? (await getJson(`${catchUp}&since=${before.seq}&ahead=${reader.joined}`)).comments;
        reader.seen.push(...comments.map(({ id }) => `gap ${id}`));
        reader.seq = reader.joined;
      }
      return reader;
    });
    return {
      ms: now() - started,
      gaps: readers.filter(({ seen }) => seen.filter((s) => /gap/.test(s)).length === 1).length,
    };
  },
  /** Forgets what was seen, and says how many readers saw everything once and in order. */
  seen({ first, last }) {
    const wanted = Array.from({ length: last - first + 1 }, (_, i) => first + i).join();
    const right = readers.filter(({ seen }) => seen.join() === wanted).length;
    for (const reader of readers) {
      reader.seen = [];
      reader.seq = last;
    }
    return { right };
  },
  leave() {
    readers.forEach(({ raw }) => raw.end());
    readers = [];
    return {};
  },
};

process.on('message', ({ order, ...options }) => {
  Promise.resolve(orders[order](options)).then(
    (answer) => process.send({ answer }),
    (error) => process.send({ error: String(error) }),
  );
});
