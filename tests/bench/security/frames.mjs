// websocket-frames.json: by `transport`, a frame `raw` of Engine.IO or the description of a handshake, and `expect`. Another socket
// must never notice.
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryMb, startTribune } from '../measure.mjs';
import { closes, heard, openRaw } from '../raw-socket.mjs';
import { numberIn } from './best-of.mjs';
import { handshakes } from './handshakes.mjs';

export async function frames(cases, { report }) {
  const tribune = await startTribune({ TRUST_PROXY: '1' });
  const tally = report.of('frames and handshakes of sockets');
  try {
    let witness = await openWitness(tribune);
    for (const item of cases) {
      // Whoever was cut off by one case says nothing of the next.
      if (witness.closed) witness = await openWitness(tribune);
      if (typeof item.raw !== 'string') {
        tally.skip(item, 'is no text');
      } else if (/polling/i.test(item.transport)) {
        await tally.judge(item.raw, async () => [...(await polled(tribune, item)), await notices(witness)].flat());
      } else if (!/handshake|http/i.test(item.transport)) {
        await tally.judge(item.raw, async () => [
          ...(await frameCase(tribune, item)),
          await notices(witness, numberIn(item.expect, /others p99 < ?(\d+) ms/, 5000)),
        ]);
      } else {
        const known = handshakes.find(([pattern]) => pattern.test(item.raw));
        if (known === undefined) {
          tally.skip(item.raw, 'not recognised');
          continue;
        }
        await tally.judge(item.raw, async () => [await known[1](tribune, item), await notices(witness)].flat());
      }
    }
    witness.end();
  } finally {
    await tribune.stop();
  }
}

let networks = 0;
/** Connections of one address are few by rule. */
export function from() {
  networks += 1;
  return { 'X-Forwarded-For': `203.0.${(networks >> 8) % 256}.${networks % 256}` };
}

/** Somebody who is there all the time, and answers each heartbeat, however long a case takes. */
async function openWitness(tribune) {
  const witness = await openRaw(tribune.url, from());
  witness.send('40{"site":"demo"}');
  let answered = 0;
  const beat = setInterval(() => {
    if (witness.closed) clearInterval(beat);
    const pings = witness.heard.filter((message) => message === '2').length;
    if (pings > answered) witness.send('3');
    answered = pings;
  }, 1000);
  beat.unref();
  return witness;
}

let asked = 100;
/** The witness keeps to what one socket may say, ten events a second, however short the cases are. Milliseconds. */
const PAUSE_MS = 110;
/** Whether a socket is answered as before. */
async function notices(witness, most = 5000) {
  asked += 1;
  await sleep(PAUSE_MS);
  const started = performance.now();
  witness.send(`42${asked}["thread:join",{"thread":"witness"}]`);
  const answer = await heard(witness, (message) => message.startsWith(`43${asked}[`), 5000);
  if (answer?.includes('"ok":true') !== true) return `another socket heard ${answer ?? 'nothing'}`;
  const ms = performance.now() - started;
  return ms < most ? '' : `another socket waited ${ms.toFixed(0)} ms`;
}

/** How much a case may take, MiB; none of them may take what would be noticed. */
export const mibIn = (expect, otherwise) => numberIn(expect, /rss \+<(\d+) MiB/, otherwise);

/** The same in the body of a request: 200 says no more than that it was read. */
async function polled({ url }, { raw }) {
  const at = `${url}/socket.io/?EIO=4&transport=polling`;
  const headers = from();
  const { sid } = JSON.parse((await (await fetch(at, { headers })).text()).slice(1));
  const { status } = await fetch(`${at}&sid=${sid}`, { method: 'POST', headers, body: raw });
  return [status < 500 ? '' : `answered ${status}`];
}

/** Bytes, as they are written: in hexadecimal, or else each letter one. */
const bytesOf = (raw) => Buffer.from(raw, /^(?:[0-9a-f]{2})+$/i.test(raw) ? 'hex' : 'latin1');

/** The frame as it is said: "x 10000 in 1 s" and "to 10000 rooms" say how often, "…(generated)" with `gen_len` how long. */
function framesOf({ raw, transport, gen_len: length = 0 }) {
  if (/binary/i.test(transport)) return [bytesOf(raw)];
  const [, frame, times] = /^(.*?) (?:x|to) (\d+)\b.*$/s.exec(raw) ?? [];
  if (frame !== undefined) return roomsOf(frame, Number(times));
  return [/…/.test(raw) ? raw.replace(/…\(generated\)$/, '').padEnd(length, 'a') : raw];
}

function roomsOf(frame, times) {
  if (!/subscribe|join/.test(frame)) return Array.from({ length: times }, () => frame);
  return Array.from({ length: times }, (_, i) => `42["thread:join",{"thread":"room-${i}"}]`);
}

/** Nothing may come of it, sent before somebody has said who they are and after: no event, no room, no entrance, no memory. */
async function frameCase(tribune, item) {
  const wrong = [];
  for (const connect of [false, true]) {
    let grown = Infinity;
    // A heap grows and shrinks by itself: what is always taken is taken by this.
    for (let i = 0; i < 5 && grown >= mibIn(item.expect, 16); i += 1) {
      const before = memoryMb([tribune.pid]).rss;
      wrong.push(...(await sendFrames(tribune, item, connect)));
      grown = Math.min(grown, memoryMb([tribune.pid]).rss - before);
    }
    if (grown >= mibIn(item.expect, 16)) wrong.push(`takes ${grown.toFixed(1)} MiB`);
  }
  return wrong;
}

async function sendFrames(tribune, item, connect) {
  const wrong = [];
  const socket = await openRaw(tribune.url, from());
  if (connect) socket.send('40{"site":"demo"}');
  if (connect) await heard(socket, (message) => message.startsWith('40'));
  for (const frame of framesOf(item)) socket.send(frame);
  const mustEnd = /rate limited|capped|^closed(?!.*ignored)/.test(item.expect);
  const ended = await closes(socket, mustEnd ? 3000 : 60);
  const events = socket.heard.slice(connect ? 2 : 1).filter((message) => /^42|^430.*"ok":true/.test(message));
  if (events.length > 0) wrong.push(`heard ${events[0]}`);
  if (mustEnd && !ended) wrong.push('goes on');
  if (/connect_error/.test(item.expect) && socket.heard.slice(connect ? 2 : 1).some((one) => one.startsWith('40')))
    wrong.push('was let in');
  socket.end();
  return wrong;
}
