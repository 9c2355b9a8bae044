// What descriptions of http-abuse.json mean, of bodies, methods, headers and lines of requests as fetch would not write them.
import net from 'node:net';
import { operationsOf } from '../../support/security/operations.mjs';
import { answered, inEvery, noError, onPages, only4xx, plainRequest } from './abuses.mjs';
import { numberIn } from './best-of.mjs';

const COMMENTS = '/v1/sites/demo/comments';
const PAGE = `${COMMENTS}?thread=abuse`;
const LINE = 'GET /healthz HTTP/1.1\r\n';

/** Writes bytes as they are; what statuses come back until the other end closes, or for so long. */
function rawly({ port }, text, ms = 1500) {
  const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
  let said = '';
  socket.setEncoding('latin1').on('data', (chunk) => (said += chunk));
  socket.on('error', () => undefined);
  return new Promise((resolve) => {
    const done = () => {
      socket.destroy();
      resolve((said.match(/HTTP\/1\.[01] \d{3}/g) ?? []).map((line) => Number(line.slice(-3))));
    };
    socket.once('close', done);
    setTimeout(done, ms);
  });
}

const sent = (text) => (typeof text === 'function' ? text : () => text);
/** No such request is answered as if it were one; to be hung up on is an answer, too. */
const isRefused = (text) => async (to, item) => {
  const statuses = await rawly(to, sent(text)(item));
  return statuses.every((status) => status >= 400 && status < 600 && status !== 500) ? '' : `answered ${statuses}`;
};
const isAnswered = (text, count) => async (to, item) => {
  const statuses = await rawly(to, sent(text)(item));
  return statuses.length === count(item) && statuses.every((status) => status === 200) ? '' : `answered ${statuses}`;
};

/** Bodies that are no JSON, or none that is asked for. */
const BODIES = [
  [/trailing comma/i, (body) => body.replace(/}$/, ',}')],
  [/comments?\b/i, (body) => body.replace('{', '{/* a */')],
  [/single quotes/i, (body) => body.replaceAll('"', "'")],
  [/unquoted/i, (body) => body.replace('"text"', 'text')],
  [/truncated/i, (body) => body.slice(0, -3)],
  [/NUL byte/i, (body) => body.replace('{', '{\0')],
  [/invalid UTF-8/i, (body) => Buffer.from(body.replace('un mot', '\xc0\xaf'), 'latin1')],
  [/UTF-16/i, (body) => Buffer.from(body, 'utf16le')],
  [/\bnull\b/i, () => 'null'],
  [/array/i, (body) => `[${body}]`],
  [/string/i, (body) => JSON.stringify(body)],
  [/number/i, () => '1'],
  [/empty/i, () => ''],
];

async function badBody(to, { desc }) {
  const [, make] = BODIES.find(([pattern]) => pattern.test(desc));
  const body = make(JSON.stringify(to.comment()));
  const headers = { 'Content-Type': 'application/json', ...to.auth };
  return answered(await to.send('POST', COMMENTS, { headers, body }), 400, 415);
}

const VALUES = {
  null: 'null',
  number: '42',
  boolean: 'true',
  array: '["a"]',
  object: '{"a":1}',
  string: '"1"',
  float: '1.5',
};
const TYPES = { number: 'integer', integer: 'integer', string: 'string', boolean: 'boolean' };

async function typed(to, [, value, type]) {
  return inEvery(to, TYPES[type.toLowerCase()], VALUES[value.toLowerCase()]);
}

/** One more header, as long or as often as is said: no other page comes of it. */
async function oneHeader(to, { desc }) {
  const [, name, rest = ''] = /^([A-Z][\w-]+)[: ]*(.*)$/s.exec(desc);
  const kb = numberIn(rest, /(\d+) ?Ki?B/i, 0);
  const times = numberIn(rest, /(?:x (?=\d)|^(?=\d+ \D))(\d+)/i, 1);
  const word = rest.replace(/ (?:x \d+|\d+ ?Ki?B).*$/i, '') || 'a';
  const value = kb > 0 ? 'a'.repeat(kb * 1024) : Array.from({ length: times }, () => word).join(', ');
  const [plain, changed] = [await plainRequest(to, PAGE), await plainRequest(to, PAGE, { headers: { [name]: value } })];
  if (changed.status !== 200) return [206, 0].includes(changed.status) ? '' : only4xx(changed);
  return changed.text === plain.text ? '' : 'is another page';
}

async function onEvery(to, method) {
  const before = await to.page();
  const wrong = [];
  const paths = new Set(operationsOf(to.document).map(({ path }) => path.replace(/\{\w+\}/g, 'demo')));
  for (const at of paths) {
    const answer = await plainRequest(to, at, { method, headers: { Cookie: to.cookie, ...to.auth } });
    const fault = noError(answer) || (method === 'HEAD' && answer.text !== '' ? 'has a body' : '');
    if (fault !== '') wrong.push(`${at}: ${fault}`);
  }
  return [...wrong, (await to.page()) === before ? '' : 'something has changed'];
}

async function contentType(to, { desc }) {
  const type = /Content-Type:? (.+)$/i.exec(desc)?.[1] ?? '';
  const headers = { ...to.auth, ...(/missing|none/i.test(type) ? {} : { 'Content-Type': type }) };
  const body = Buffer.from(JSON.stringify(to.comment()));
  return answered(await plainRequest(to, COMMENTS, { method: 'POST', headers, body }), 400, 415);
}

async function keys(to, { desc }) {
  if (/empty/i.test(desc)) return answered(await to.post(to.comment(), { 'Idempotency-Key': '' }), 400);
  const key = { 'Idempotency-Key': `other-body-${Date.now()}` };
  await to.post(to.comment(), key);
  return answered(await to.post(to.comment(), key), 409, 422);
}

async function queries(to, { desc }) {
  const count = numberIn(desc, /(\d+) parameters/i, 0);
  const query = count > 0 ? Array.from({ length: count }, (_, i) => `p${i}=1`).join('&') : /\?(\S+)/.exec(desc)?.[1];
  return answered(await plainRequest(to, `${PAGE}&${query ?? 'thread=b'}`), 400, 414, 431);
}

/** Nothing of the inside is told, whatever happens. */
async function inside(to) {
  const at = ['/', PAGE, '/v1/nowhere', '/%zz', '/widget/tribune.js', `${COMMENTS}/absent`];
  const answers = await Promise.all(at.map((one) => plainRequest(to, one)));
  return answers.flatMap(({ headers, text }) => [
    'x-powered-by' in headers || /node|express/i.test(headers.server ?? '') ? 'tells what it is made of' : '',
    /\n {4}at |node_modules|\.ts:\d/.test(text) ? 'tells of the inside' : '',
  ]);
}

async function paths(to, { desc }) {
  const tail = /(\S*[%;\\]\S*|\.\.\S+)/.exec(desc)?.[1] ?? (/backslash/i.test(desc) ? '..\\..\\package.json' : 'a;b=c');
  return onPages(to, tail, [400, 403, 404]);
}

/** Those of other files come first; of these, the first that fits. */
export const requests = [
  [/duplicate keys/i, async (to) => noError(await to.post(JSON.stringify(to.comment()).replace('{', '{"text":"a",')))],
  [/(null|number|boolean|array|object|string|float) as every (string|number|integer|boolean)/i, null],
  [/2\^53|unsafe integer|beyond 2/i, (to) => inEvery(to, 'integer', '9007199254740993')],
  [/^(?:JSON|body|empty body|invalid UTF-8|UTF-16)/i, badBody],
  [/Content-Type/i, contentType],
  [
    /Content-Length: ?-|Content-Length negative/i,
    isRefused(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\na`),
  ],
  [/body missing/i, isRefused(`POST ${COMMENTS} HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\n`)],
  [/chunked/i, isRefused(`POST ${COMMENTS} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n`)],
  [/Expect: (?!100)/i, isRefused(`${LINE}Host: a\r\nExpect: nonsense\r\nConnection: close\r\n\r\n`)],
  [
    /\b(TRACE|TRACK|CONNECT|PROPFIND|FOO)\b|unknown method/,
    isRefused(({ desc }) => {
      const method = /\b(TRACE|TRACK|CONNECT|PROPFIND|FOO)\b/.exec(desc)?.[1] ?? 'FOO';
      return `${method} ${method === 'CONNECT' ? 'evil.example:80' : PAGE} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`;
    }),
  ],
  [/HEAD on every/i, (to) => onEvery(to, 'HEAD')],
  [/OPTIONS on every/i, (to) => onEvery(to, 'OPTIONS')],
  [/Host missing|no Host/i, isRefused(`${LINE}\r\n`)],
  [/(?:two|several|duplicate) Host/i, isRefused(`${LINE}Host: a\r\nHost: b\r\n\r\n`)],
  [
    /absolute URI/i,
    isAnswered('GET http://evil.example/healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', () => 1),
  ],
  [/HTTP\/0\.9/i, isRefused('GET /healthz\r\n\r\n')],
  [/HTTP\/2|prior knowledge/i, isRefused('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n')],
  [/TLS/i, isRefused(Buffer.from('160301020001000100', 'hex'))],
  [
    /pipelin/i,
    isAnswered(
      ({ desc }) => `${LINE}Host: a\r\n\r\n`.repeat(numberIn(desc, /(\d+)/, 100)),
      ({ desc }) => numberIn(desc, /(\d+)/, 100),
    ),
  ],
  [
    /header \d+ Ki?B/i,
    isRefused(({ desc }) => `${LINE}Host: a\r\nX: ${'a'.repeat(1024 * numberIn(desc, /(\d+)/, 20))}\r\n\r\n`),
  ],
  [/\d+ headers/i, isRefused(`${LINE}Host: a\r\n${'X: a\r\n'.repeat(20_000)}\r\n`)],
  [/header with NUL/i, isRefused(`${LINE}Host: a\r\nX: a\0b\r\n\r\n`)],
  [/bare (?:LF|CR)/i, isRefused(`${LINE}Host: a\r\nX: a\rb\r\n\r\n`)],
  [/obs-fold|folded/i, isRefused(`${LINE}Host: a\r\n X: a\r\n\r\n`)],
  [/space before colon/i, isRefused(`${LINE}Host: a\r\nX : a\r\n\r\n`)],
  [/Idempotency-Key (?:empty|with other body)/i, keys],
  [
    /preflight/i,
    async (to) => noError(await plainRequest(to, COMMENTS, { method: 'OPTIONS', headers: { Origin: to.url } })),
  ],
  [/^Vary/i, async (to) => (/origin/i.test((await plainRequest(to, PAGE)).headers.vary ?? '') ? '' : 'does not vary')],
  [/cache deception/i, async (to) => answered(await to.send('GET', '/v1/me/x.css', { headers: to.auth }), 404)],
  [/quer(?:y|ies)|^\?|parameters/i, queries],
  [/stack trace|X-Powered-By|Server header/i, inside],
  [/^path|%c0|overlong|malformed|backslash/i, paths],
  [/^[A-Z][\w-]+(?:: | \d+ ?K)/, oneHeader],
].map(([pattern, work]) => [pattern, work ?? ((to, { desc }) => typed(to, pattern.exec(desc)))]);
