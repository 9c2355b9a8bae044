// Hostile and benign cases from a folder of corpora, against the built service: `node tests/bench/corpora.mjs --corpora DIR`.
// A corpus is a JSON list; one that is not there is left out. What each item holds is said where it is read.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseComment } from '../../dist/services/comments/markdown.js';
import { cleanText } from '../../dist/services/comments/text.js';
import { create } from '../../dist/services/moderation/text/engine.js';
import { plainText, walkInlines } from '../../dist/shared/markdown.js';
import { guest, startTribune } from './measure.mjs';
import { closes, heard, openRaw } from './raw-socket.mjs';

const folder = /(?:^| )--corpora[ =](\S+)/.exec(process.argv.slice(2).join(' '))?.[1];
if (folder === undefined) {
  console.log('Nothing to do without a folder of corpora: give --corpora=DIR.');
  process.exit(0);
}
const corpus = (name) => {
  const path = join(folder, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
};
const rows = {};
const row = (name) => (rows[name] ??= { cases: 0, requests: 0, accepted: 0, '5xx': 0, 'worst ms': 0, remark: '' });

const tribune = await startTribune();
const SITE = `${tribune.url}/v1/sites/demo`;
const PASSWORD = 'correct horse battery';
let bearer = {};
const refused = true;

/** One request; counts it, and what must not come of it: `refused` says that nothing but 4xx may. */
async function send(name, method, url, { body, headers = {}, refused: only4xx = false } = {}) {
  const counted = row(name);
  const started = performance.now();
  const response = await fetch(url, {
    method,
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  counted.requests += 1;
  counted['worst ms'] = Math.max(counted['worst ms'], Math.round(performance.now() - started));
  if (response.status >= 500) counted['5xx'] += 1;
  if (only4xx && response.status < 400) counted.accepted += 1;
  return { status: response.status, json: /^\s*[[{]/.test(text) ? JSON.parse(text) : null, headers: response.headers };
}

let number = 0;
const comment = (text, more = {}) => ({
  thread: { key: `corpora-${(number += 1) % 40}` },
  author: { name: 'Anaïs Martin' },
  text,
  ...more,
});
const post = (name, body, { headers, ...more } = {}) =>
  send(name, 'POST', `${SITE}/comments`, { body, headers: { ...bearer, ...headers }, ...more });

async function moderator(code, name) {
  const { status, headers } = await send('(moderators)', 'POST', `${tribune.url}/v1/console/setup`, {
    body: { code, name, password: PASSWORD },
  });
  return status === 201 ? headers.get('set-cookie').split(';')[0] : null;
}

/** `kind` string, json or query, and `value`: an operator where something else is expected. */
async function operators(cookie) {
  const first = (await post('operators', comment('un premier mot'))).json.id;
  for (const { kind, value } of corpus('nosql')) {
    row('operators').cases += 1;
    const text = encodeURIComponent(kind === 'json' ? JSON.stringify(value) : value);
    if (kind === 'json') {
      const bodies = ['thread', 'author', 'text', 'parentId', 'other'].map((key) => comment('mot', { [key]: value }));
      for (const body of [value, ...bodies, comment('mot', { thread: { key: value } })])
        await post('operators', body, { refused });
      for (const body of [value, { ids: [value] }, { commentId: value }, { all: value }])
        await send('operators', 'POST', `${tribune.url}/v1/me/notifications/read`, { body, headers: bearer, refused });
      for (const body of [value, { name: value, password: PASSWORD }, { name: 'Someone', password: value }])
        await send('operators', 'POST', `${tribune.url}/v1/console/session`, { body, refused });
      const body = { action: value, expectedV: 1, expectedRev: 1 };
      await send('operators', 'POST', `${tribune.url}/v1/review/${first}/decision`, {
        body,
        headers: { Cookie: cookie },
        refused,
      });
    }
    const query = kind === 'query' ? value : `cursor=${text}`;
    const paths = [
      `comments?thread=a&${query}`,
      `comments/${first}?${query}`,
      `comments/${text}`,
      `changes?thread=a&since=${text}`,
    ];
    for (const path of paths) await send('operators', 'GET', `${SITE}/${path}`, { refused });
    await send('operators', 'GET', `${tribune.url}/v1/review?${query}`, { headers: { Cookie: cookie }, refused });
    const ascii = decodeURIComponent(text).replace(/[^ -~]/g, '');
    await post('operators', comment('mot'), { headers: { 'Idempotency-Key': ascii }, refused });
    for (const auth of [{ site: kind === 'json' ? value : ascii }, { site: 'demo', token: value }, { ticket: value }]) {
      const socket = await openRaw(tribune.url);
      socket.send(`40${JSON.stringify(auth)}`);
      row('operators').requests += 1;
      if ((await heard(socket, (message) => /^4[04]/.test(message)))?.startsWith('40')) row('operators').accepted += 1;
      socket.end();
    }
  }
}

/** `value` imitates the name `target`, or must be refused for itself. Accepted: one that passed for somebody else. */
async function names(cookie) {
  const cases = corpus('unicode-names').filter(({ expect }) => /^(?:collide|reject-or-collide|reject$)/.test(expect));
  for (const target of new Set(cases.map((item) => item.target))) {
    if (target === '') continue;
    const invite = await send('(moderators)', 'POST', `${tribune.url}/v1/console/invites`, {
      headers: { Cookie: cookie },
    });
    await moderator(invite.json.url.split('#invite=')[1], target);
  }
  await new Promise((resolve) => setTimeout(resolve, 5500)); // until the new names are known
  for (const { value } of cases) {
    row('names').cases += 1;
    await post('names', comment(`bonjour ${number}`, { author: { name: value } }), { refused });
  }
}

const hrefsOf = (body) => {
  const hrefs = [];
  walkInlines(body, (node) => node.t === 'a' && hrefs.push(node.href));
  return hrefs;
};
const isSafe = (href) => {
  const { protocol, username, password } = new URL(href);
  return (
    /^(?:https?|mailto):$/.test(protocol) &&
    username === '' &&
    password === '' &&
    !/[\p{Cc}\p{Bidi_Control}]/u.test(href)
  );
};

/** Posts texts; accepted are links that must not be. */
async function texts(name, list) {
  for (const text of list) {
    row(name).cases += 1;
    const { json } = await post(name, comment(text.slice(0, 5000)));
    row(name).accepted += hrefsOf(json?.body ?? []).filter((href) => !isSafe(href)).length;
  }
}

/** `payload` as text, as a link, as a name and as the title of the article. */
async function scripts() {
  const payloads = corpus('xss').map(({ payload }) => payload);
  await texts('scripts as text', payloads);
  await texts(
    'scripts as links',
    payloads.map((payload) => `[mot](${payload})`),
  );
  for (const payload of payloads) {
    row('scripts as names, titles').cases += 1;
    const thread = { key: `title-${number}`, title: payload.slice(0, 300) };
    await post(
      'scripts as names, titles',
      comment(`mot ${number}`, { author: { name: [...payload].slice(0, 50).join('') }, thread }),
    );
  }
}

/** `value` must come back as it was typed: to the letter, or but for the marks it holds. */
async function benign() {
  const counted = row('benign');
  let same = 0;
  for (const { value } of corpus('benign')) {
    counted.cases += 1;
    const { json } = await post('benign', comment(value));
    const wanted = value.normalize('NFC').replace(/\s+/g, ' ').trim();
    const shown = plainText(json?.body ?? []);
    const bare = (text) => text.replace(/[*_~`]|^(?:[-+>]|\d+\.) /g, '');
    if (shown === wanted || bare(shown) === bare(wanted)) same += 1;
    else counted.remark = `changed: ${JSON.stringify(value).slice(0, 40)}`;
  }
  counted.remark ||= `${same} of ${counted.cases} unchanged`;
}

/** `pre`, `unit` repeated, `post`, at the cap of 5,000: the work of cleaning, parsing and judging, the best of five. */
async function slow() {
  const engine = await create();
  const times = corpus('redos-markdown').map(({ pre = '', unit, post: end = '' }) => {
    const text = (pre + unit.repeat(Math.ceil(5000 / unit.length))).slice(0, 5000 - end.length) + end;
    let best = Infinity;
    for (let i = 0; i < 5; i += 1) {
      const started = performance.now();
      const clean = cleanText(text);
      plainText(parseComment(clean).body);
      engine.check(clean, 'fr', 'en');
      best = Math.min(best, performance.now() - started);
    }
    return best;
  });
  if (times.length === 0) return;
  const remark = `${times.filter((ms) => ms >= 25).length} of 25 ms or more`;
  Object.assign(row('slow texts'), { cases: times.length, 'worst ms': Number(Math.max(...times).toFixed(1)), remark });
}

/** `raw` frames of Engine.IO, before and after connecting; another socket must not notice. */
async function frames() {
  const witness = await openRaw(tribune.url);
  witness.send('40{"site":"demo"}');
  for (const { transport, raw } of corpus('websocket-frames')) {
    if (!transport.includes('text')) continue;
    row('frames').cases += 1;
    for (const connect of [false, true]) {
      const socket = await openRaw(tribune.url);
      if (connect) socket.send('40{"site":"demo"}');
      for (let i = 0; i < (/ x \d+/.test(raw) ? 200 : 1); i += 1)
        socket.send(raw.replace(/ (?:x|to) \d+.*| in 1 s/, ''));
      row('frames').requests += 1;
      await closes(socket, 30);
      socket.end();
    }
  }
  witness.send('421["thread:join",{"thread":"a"}]');
  row('frames').remark = (await heard(witness, (message) => message.startsWith('431')))
    ? 'others unaffected'
    : 'OTHERS CUT OFF';
  witness.end();
}

try {
  bearer = { Authorization: `Bearer ${await guest(tribune.url)}` };
  const cookie = await moderator(/#setup=(\S+)/.exec(tribune.output)?.[1], 'Marguerite Vasseur');
  await operators(cookie);
  await names(cookie);
  await texts(
    'naughty strings',
    corpus('naughty-strings').map(({ value }) => value),
  );
  await texts(
    'addresses',
    corpus('urls').flatMap(({ value }) => [value, `[mot](${value})`, `<${value}>`, `[mot](<${value}>)`]),
  );
  await scripts();
  await benign();
  await slow();
  await frames();
  delete rows['(moderators)'];
  console.table(rows);
  process.exitCode = Object.values(rows).some((counted) => counted.accepted > 0 || counted['5xx'] > 0) ? 1 : 0;
} finally {
  await tribune.stop();
}
