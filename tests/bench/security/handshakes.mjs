// What descriptions of handshakes in websocket-frames.json mean, by their words.
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { guest, memoryMb } from '../measure.mjs';
import { closes, frame, heard, openRaw } from '../raw-socket.mjs';
import { bestOf, numberIn } from './best-of.mjs';
import { from, mibIn } from './frames.mjs';
import { PASSWORD } from './service.mjs';

const HANDSHAKE = '/socket.io/?EIO=4&transport=';
const answered = (status, ...wanted) => (wanted.includes(status) ? '' : `answered ${status}`);

async function poll(tribune, query, init = {}) {
  const headers = { ...from(), ...init.headers };
  const signal = globalThis.AbortSignal.timeout(20_000);
  const response = await fetch(`${tribune.url}/socket.io/?${query}`, { ...init, headers, signal });
  return { status: response.status, text: await response.text() };
}

/** The id of a new session over polling. */
async function session(tribune) {
  const { text } = await poll(tribune, 'EIO=4&transport=polling');
  return JSON.parse(text.slice(1)).sid;
}

/** A POST that may be broken off by the other end: its status, or 0. */
function write(tribune, path, { headers, body, chunk = body.length }) {
  const { hostname, port } = new URL(tribune.url);
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path, method: 'POST', agent: false, headers: { ...from(), ...headers } });
    sent.once('response', (response) => (response.resume(), resolve(response.statusCode)));
    sent.once('error', () => resolve(0));
    for (let at = 0; at < body.length; at += chunk) sent.write(body.subarray(at, at + chunk));
    sent.end();
  });
}

async function connected(tribune, auth, headers = from()) {
  const socket = await openRaw(tribune.url, headers);
  socket.send(`40${JSON.stringify(auth)}`);
  return { socket, answer: (await heard(socket, (message) => /^4[04]/.test(message))) ?? 'closed' };
}

async function fragments(tribune, { raw, expect }) {
  const before = memoryMb([tribune.pid]).rss;
  const { socket } = await connected(tribune, { site: 'demo' });
  socket.write(frame('4', { final: false }));
  for (let i = 0; i < numberIn(raw, /x ([\de]+)/, 1e6) && !socket.closed; i += 1) {
    socket.write(frame('a', { final: false, opcode: 0 }));
    if (i % 2000 === 0) await sleep(1);
  }
  const ended = await closes(socket, 5000);
  socket.end();
  return [ended ? '' : 'goes on', memoryMb([tribune.pid]).rss - before < mibIn(expect, 16) ? '' : 'takes memory'];
}

/** Of all that one address opens, so many stay open. */
async function crowd(tribune, { raw, expect }) {
  const [headers, most] = [from(), numberIn(expect, /(\d+) per/, 20)];
  const sockets = [];
  while (sockets.length < numberIn(raw, /(\d+)(k?) sockets/i, 10_000))
    sockets.push(...(await Promise.all(Array.from({ length: 100 }, () => openRaw(tribune.url, headers)))));
  await Promise.all(sockets.slice(most).map((socket) => closes(socket, 3000)));
  const open = sockets.filter((socket) => !socket.closed).length;
  for (const socket of sockets) socket.end();
  return open <= most ? '' : `${open} are open`;
}

/** A moderator's socket, and what ends the session. */
async function moderator(tribune) {
  const headers = { 'Content-Type': 'application/json' };
  const ask = (method, at, body, cookie = '') =>
    fetch(tribune.url + at, { method, headers: { ...headers, Cookie: cookie }, body: JSON.stringify(body) });
  const credentials = { name: 'Marguerite Vasseur', password: PASSWORD };
  const code = /#setup=(\S+)/.exec(tribune.output)?.[1];
  await ask('POST', '/v1/console/setup', { code, ...credentials });
  const cookie = (await ask('POST', '/v1/console/session', credentials)).headers.get('set-cookie').split(';')[0];
  const { ticket } = await (await ask('POST', '/v1/console/socket-ticket', undefined, cookie)).json();
  const { socket, answer } = await connected(tribune, { ticket });
  return { socket, answer, end: () => ask('DELETE', '/v1/console/session', undefined, cookie), ticket };
}

async function revoked(tribune) {
  const { socket, answer, end } = await moderator(tribune);
  if (!answer.startsWith('40')) return `was not let in: ${answer}`;
  await end();
  return (await closes(socket, 5000)) ? '' : 'goes on after 5 s';
}

/** Who has everything deleted is nobody from then on; a ban takes nobody's ears, but their voice. */
async function forgotten(tribune) {
  const token = await guest(tribune.url);
  const { socket } = await connected(tribune, { site: 'demo', token });
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
  const body = JSON.stringify({ what: 'everything', count: 0 });
  await fetch(`${tribune.url}/v1/me/erasure`, { method: 'POST', headers, body });
  const ended = await closes(socket, 5000);
  socket.end();
  return ended ? '' : 'goes on after 5 s';
}

/** An upgrade that is none. */
async function upgrade(tribune, headers) {
  const socket = await openRaw(tribune.url, { ...from(), ...headers });
  socket.end();
  return answered(socket.status, 400, 403, 426, 0);
}

/** A frame against the protocol (RFC 6455, 5) ends the line. */
async function fatal(tribune, bytes) {
  const { socket } = await connected(tribune, { site: 'demo' });
  socket.write(bytes);
  const ended = await closes(socket, 2000);
  socket.end();
  return ended ? '' : 'goes on';
}

const withFirst = (bits) => {
  const bytes = frame('42["x"]');
  bytes[0] |= bits;
  return bytes;
};

async function ticketTwice(tribune) {
  const { ticket, answer, socket } = await moderator(tribune);
  const again = await connected(tribune, { ticket });
  for (const one of [socket, again.socket]) one.end();
  return [answer.startsWith('40') ? '' : `was not let in: ${answer}`, again.answer.startsWith('40') ? 'twice' : ''];
}

async function secrets(tribune) {
  const token = await guest(tribune.url);
  const answers = [{ site: 'nowhere', token }, { site: 'demo', token: `${token}x` }, { ticket: token }];
  return Promise.all(
    answers.map(async (auth) => {
      const { answer, socket } = await connected(tribune, auth);
      socket.end();
      return answer.startsWith('40') ? 'was let in' : '';
    }),
  );
}

/** Recognised by their words; each answers what is wrong. */
export const handshakes = [
  [/Sec-WebSocket-Version/i, (tribune) => upgrade(tribune, { 'Sec-WebSocket-Version': '7' })],
  [/Sec-WebSocket-Key/i, (tribune) => upgrade(tribune, { 'Sec-WebSocket-Key': 'short' })],
  [/unmasked/i, (tribune) => fatal(tribune, Buffer.from([0x81, 0x01, 0x33]))],
  [/opcode/i, (tribune) => fatal(tribune, frame('x', { opcode: 3 }))],
  [/RSV\d|reserved bit/i, (tribune) => fatal(tribune, withFirst(0x20))],
  [
    /frame of (\d+) [KM]i?B/i,
    (tribune, { raw }) => fatal(tribune, frame('a'.repeat(1024 * numberIn(raw, /of (\d+)/, 17)))),
  ],
  [/UTF-8/i, (tribune) => fatal(tribune, frame(Buffer.from([0x34, 0xc0, 0xaf]), { opcode: 1 }))],
  [/(?:ping|pong) of/i, (tribune) => fatal(tribune, frame(Buffer.alloc(126), { opcode: 9 }))],
  [/2\^6\d|huge length|length frame/i, (tribune) => fatal(tribune, Buffer.from([0x81, 0xff, ...Array(12).fill(0xff)]))],
  [
    /separator|\\x1e/i,
    async (tribune) => {
      const path = `${HANDSHAKE}polling&sid=${await session(tribune)}`;
      const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
      return answered(await write(tribune, path, { headers, body: Buffer.alloc(10_000, '\x1e') }), 200, 400, 413, 0);
    },
  ],
  [/ticket (?:used )?twice|ticket reuse/i, ticketTwice],
  [/(?:token|ticket) of another|wrong site|forged/i, secrets],
  [
    /octet-stream/i,
    async (tribune) => {
      const path = `${HANDSHAKE}polling&sid=${await session(tribune)}`;
      const headers = { 'Content-Type': 'application/octet-stream' };
      return answered(await write(tribune, path, { headers, body: Buffer.from([4, 1, 2]) }), 400, 0);
    },
  ],
  [
    /^EIO=/i,
    async (tribune, { raw }) => {
      const versions = raw.replace('EIO=', '').split('/');
      const all = await Promise.all(versions.map((one) => poll(tribune, `EIO=${one}&transport=polling`)));
      return all.map(({ status }) => answered(status, 400));
    },
  ],
  [
    /^no transport|^(?:sid|jsonp|b64|j|t)=|unknown (?:sid|session)/i,
    async (tribune, { raw }) => {
      const query = /=/.test(raw) ? `EIO=4&transport=${/^sid/.test(raw) ? 'polling' : 'none'}&${raw}` : 'EIO=4';
      return answered((await poll(tribune, query)).status, 400);
    },
  ],
  [
    /^(?:PUT|DELETE|PATCH|HEAD|OPTIONS) /,
    async (tribune, { raw }) => {
      const method = raw.split(' ')[0];
      const { status } = await poll(tribune, 'EIO=4&transport=polling', { method });
      return answered(status, 204, 400, 403, 404, 405);
    },
  ],
  [/^transport=/i, async (tribune, { raw }) => answered((await poll(tribune, `EIO=4&${raw}`)).status, 400)],
  [
    /upgrade with other/i,
    async (tribune) => {
      const sid = await session(tribune);
      const path = `${HANDSHAKE}websocket&sid=${sid}x`;
      return answered((await openRaw(tribune.url, from(), { path })).status, 400, 0);
    },
  ],
  [
    /poll twice/i,
    async (tribune) => {
      const query = `EIO=4&transport=polling&sid=${await session(tribune)}`;
      const both = await Promise.allSettled([poll(tribune, query), poll(tribune, query)]);
      return both.some(({ value }) => value === undefined || value.status === 400) ? '' : 'both are answered';
    },
  ],
  [
    /POST body \d+ [KM]i?B/i,
    async (tribune, { raw }) => {
      const path = `${HANDSHAKE}polling&sid=${await session(tribune)}`;
      const headers = { 'Content-Type': 'text/plain;charset=UTF-8' };
      const unit = /Ki?B/i.test(raw) ? 1024 : 2 ** 20;
      const body = Buffer.alloc(numberIn(raw, /(\d+)/, 10) * unit, 'a');
      return answered(await write(tribune, path, { headers, body, chunk: 65_536 }), 413, 400, 0);
    },
  ],
  [/fragments/i, fragments],
  [
    /deflate/i,
    async (tribune) => {
      const headers = { ...from(), 'Sec-WebSocket-Extensions': 'permessage-deflate' };
      const socket = await openRaw(tribune.url, headers);
      const isOff = !/permessage-deflate/i.test(socket.extensions ?? '');
      socket.write(frame('2', {}).map((byte, i) => (i === 0 ? byte | 0x40 : byte)));
      const ended = await closes(socket, 2000);
      socket.end();
      return [isOff ? '' : 'is on', ended ? '' : 'a compressed frame is taken'];
    },
  ],
  [
    /close frame/i,
    async (tribune) => {
      const { socket } = await connected(tribune, { site: 'demo' });
      socket.write(frame(Buffer.alloc(126), { opcode: 8 }));
      const ended = await closes(socket, 2000);
      socket.end();
      return ended ? '' : 'goes on';
    },
  ],
  [
    /^Origin: /i,
    async (tribune, { raw }) => {
      const Origin = raw.replace(/^Origin: /i, '');
      const socket = await openRaw(tribune.url, { ...from(), Origin });
      return [socket.status === 101 ? 'was let in' : '', answered(socket.status, 403, 400, 0)];
    },
  ],
  [
    /token in query/i,
    async (tribune) => {
      const path = `${HANDSHAKE}websocket&site=demo&token=${await guest(tribune.url)}`;
      const socket = await openRaw(tribune.url, from(), { path });
      socket.send('40');
      const answer = await heard(socket, (message) => /^4[04]/.test(message));
      socket.end();
      return answer?.startsWith('40') ? 'was let in' : '';
    },
  ],
  [
    /expired token/i,
    async (tribune) => {
      const { ticket, socket } = await moderator(tribune);
      socket.end();
      // A ticket is for one time, and is over after it; so is a token that is none.
      const answers = [await connected(tribune, { ticket }), await connected(tribune, { site: 'demo', token: 'past' })];
      return answers.map(({ answer }) => (answer.startsWith('40') ? 'was let in' : ''));
    },
  ],
  [/token revoked/i, revoked],
  [/banned|erased/i, forgotten],
  [/sockets from one/i, crowd],
  [
    /never send CONNECT/i,
    async (tribune, { expect }) => {
      const socket = await openRaw(tribune.url, from());
      const seconds = numberIn(expect, /<= ?(\d+) s/, 10);
      return (await closes(socket, seconds * 1000)) ? '' : `is open after ${seconds} s`;
    },
  ],
  [
    /Sec-WebSocket-Protocol/i,
    (tribune, { raw, expect }) => {
      const spaces = ' '.repeat(numberIn(raw, /(\d+)(k?) spaces/i, 50_000));
      return bestOf(20, numberIn(expect, /< ?(\d+) ms/, 20), async () => {
        const socket = await openRaw(tribune.url, { ...from(), 'Sec-WebSocket-Protocol': `a,${spaces}b` });
        socket.end();
      });
    },
  ],
];
