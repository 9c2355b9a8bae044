// What descriptions of http-abuse.json mean, of requests that fetch can send; each answers what is wrong.
import { request } from 'node:http';
import { addressOf, operationsOf, withAt } from '../../support/security/operations.mjs';
import { bestOf, numberIn } from './best-of.mjs';

export const answered = ({ status }, ...wanted) => (wanted.includes(status) ? '' : `answered ${status}`);
export const only4xx = ({ status, text }) =>
  status >= 400 && status < 500 ? '' : `answered ${status} ${String(text).slice(0, 80)}`;
export const noError = ({ status }) => (status < 500 ? '' : `answered ${status}`);

const COMMENTS = '/v1/sites/demo/comments';

/** Whether a place of these types may take a value as well. */
const isTaken = (types, value) =>
  (types.has('null') && value === 'null') ||
  (types.has('string') && value.startsWith('"')) ||
  (types.has('number') && !isNaN(value));

/** A value in the place of everything of a JSON type, in every body of the API. */
export async function inEvery(to, type, value) {
  const wrong = [];
  for (const operation of operationsOf(to.document)) {
    const headers = { Cookie: to.cookie, ...to.auth };
    const at = addressOf(operation, to.document, { params: { siteId: 'demo', commentId: to.id } });
    for (const { value: body, places } of operation.shapes)
      for (const place of places.filter(
        ({ types }) => types.has(type) && !types.has('array') && !isTaken(types, value),
      )) {
        const written = JSON.stringify(withAt(body, place.at, 'HERE')).replace('"HERE"', () => value);
        const fault = only4xx(await to.json(operation.method, at, written, headers));
        if (fault !== '') wrong.push(`${operation.id} ${place.at.join('.')}: ${fault}`);
      }
  }
  return wrong;
}

/** A request whose line and headers are written as they are. */
export function plainRequest({ port }, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false });
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => (text += chunk));
      response.once('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    sent.once('error', () => resolve({ status: 0, headers: {}, text: '' }));
    sent.end(body);
  });
}

export const bodies = [
  [
    /JSON body [\d.]+ [KM]i?B/i,
    async (to, { desc, expect }) => {
      const unit = /Ki?B/i.test(desc) ? 1024 : 2 ** 20;
      const bytes = numberIn(desc, /([\d.]+) [KM]i?B/i, 1) * unit + (/\+ 1/.test(desc) ? 1 : 0);
      const frame = '{"text":""}';
      const body = frame.replace('""', `"${'a'.repeat(bytes - frame.length)}"`);
      const send = async () => answered(await to.post(body), 413);
      const faults = await bestOf(20, numberIn(expect, /< ?(\d+) ms/, 20), send);
      const most = numberIn(expect, /rss \+<(\d+) MiB/, 2);
      let grown = Infinity;
      // What one of them takes shows in ten that came after many others.
      for (let i = 0; i < 5 && grown >= most; i += 1) {
        const before = to.rss();
        for (let k = 0; k < 10; k += 1) await to.post(body);
        grown = Math.min(grown, to.rss() - before);
      }
      return [...faults, grown < most ? '' : `takes ${grown.toFixed(1)} MiB`];
    },
  ],
  [
    /JSON depth/i,
    (to, { desc, expect }) => {
      const depth = numberIn(desc, /(\d+)/, 5000);
      const body = '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
      const send = async () => answered(await to.post(body), 400, 413);
      return bestOf(20, numberIn(expect, /< ?(\d+) ms/, 50), send);
    },
  ],
  [
    /constructor|__proto__|prototype/i,
    async (to) => {
      const keys = ['{"constructor":{"prototype":{"staff":true}},', '{"__proto__":{"staff":true},'];
      const answers = await Promise.all(keys.map((key) => to.post(JSON.stringify(to.comment()).replace('{', key))));
      return answers.map((answer) => answered(answer, 400));
    },
  ],
  [/BOM/i, async (to) => noError(await to.post(`\ufeff${JSON.stringify(to.comment())}`))],
  [
    /surrogate/i,
    async (to) => {
      const places = ['name', 'text', 'key'].map((key) =>
        JSON.stringify({ ...to.comment(), thread: { key: 'key' }, author: { name: 'name' }, text: 'text' }).replace(
          `:"${key}"`,
          `:"${key} \\ud800"`,
        ),
      );
      const answers = await Promise.all(places.map((body) => to.post(body)));
      return answers.map((answer) => answered(answer, 400));
    },
  ],
  [/number as every string/i, (to) => inEvery(to, 'string', '42')],
  [/boolean as every string/i, (to) => inEvery(to, 'string', 'true')],
  [/array as every string/i, (to) => inEvery(to, 'string', '["a"]')],
  [/object as every string/i, (to) => inEvery(to, 'string', '{"a":1}')],
  [/string as every number/i, (to) => inEvery(to, 'integer', '"1"')],
  [/1e\d+ as number/i, (to) => inEvery(to, 'integer', '1e309')],
  [
    /NaN|Infinity/i,
    async (to) => [
      ...(await inEvery(to, 'integer', 'NaN')),
      ...(await inEvery(to, 'integer', '-Infinity')),
      ...(await Promise.all(
        ['-0', 'NaN', 'Infinity'].map(async (one) =>
          only4xx(await to.send('GET', `${COMMENTS}?thread=a&limit=${one}`)),
        ),
      )),
    ],
  ],
  [
    /^date|date \d/i,
    async (to, { desc }) => {
      const date = encodeURIComponent(desc.replace(/^date /i, ''));
      const at = [`/v1/review?from=${date}`, `/v1/audit?to=${date}`, `/v1/sanctions?from=${date}T00:00:00.000Z`];
      const headers = { Cookie: to.cookie };
      return Promise.all(at.map(async (one) => answered(await to.send('GET', one, { headers }), 400)));
    },
  ],
  [
    /ObjectId|id of \d+/i,
    async (to) => {
      const headers = { Cookie: to.cookie };
      const ids = ['a'.repeat(11), 'f'.repeat(13), 'z'.repeat(24), 'f'.repeat(24), 'é'.repeat(24)].map(
        encodeURIComponent,
      );
      const at = ids.flatMap((id) => [`${COMMENTS}/${id}`, `/v1/review/${id}`, `/v1/people/${id}`]);
      return Promise.all(at.map(async (one) => answered(await to.send('GET', one, { headers }), 404, 400)));
    },
  ],
  [
    /text\/plain|simple request|form-urlencoded/i,
    async (to) => {
      const types = ['text/plain', 'text/plain; application/json', 'application/x-www-form-urlencoded'];
      const answers = await Promise.all(types.map((type) => to.post(to.comment(), { 'Content-Type': type })));
      return answers.map((answer) => answered(answer, 415));
    },
  ],
  [
    /Content-Encoding/i,
    async (to) => {
      const answers = await Promise.all(
        ['br', 'gzip', 'deflate', 'zzz'].map((one) => to.post(to.comment(), { 'Content-Encoding': one })),
      );
      return answers.map((answer) => answered(answer, 400, 415));
    },
  ],
  [
    /multipart/i,
    async (to) => answered(await to.post(to.comment(), { 'Content-Type': 'multipart/form-data; boundary=x' }), 415),
  ],
  [
    /_method|method.override/i,
    async (to) => {
      const before = await to.page();
      const headers = { ...to.auth, 'X-HTTP-Method-Override': 'DELETE' };
      const answers = [
        await to.send('GET', `${COMMENTS}/${to.id}?_method=DELETE`, { headers }),
        await to.json('POST', `${COMMENTS}/${to.id}?_method=DELETE`, {}, headers),
        await to.send('GET', `${COMMENTS}/${to.id}`, { headers }),
      ];
      return [...answers.map(noError), (await to.page()) === before ? '' : 'something is gone'];
    },
  ],
  [
    /GET on every mutating/i,
    async (to) => {
      const before = await to.page();
      const headers = { Cookie: to.cookie, ...to.auth };
      const operations = operationsOf(to.document);
      const reads = new Set(operations.filter(({ method }) => method === 'GET').map(({ path }) => path));
      const wrong = [];
      for (const operation of operations.filter(({ method, path }) => method !== 'GET' && !reads.has(path))) {
        const at = addressOf(operation, to.document, { params: { siteId: 'demo', commentId: to.id } });
        const fault = answered(await to.send('GET', at, { headers }), 404, 405, 400);
        if (fault !== '') wrong.push(`${at}: ${fault}`);
      }
      return [...wrong, (await to.page()) === before ? '' : 'something has changed'];
    },
  ],
  [/upload|polyglot/i, 'nothing can be uploaded'],
];

export const headers = [
  [
    /X-Forwarded-Host|Host: evil/i,
    async (to) => {
      const at = `${COMMENTS}?thread=abuse`;
      const odd = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'gopher', Forwarded: 'host=evil.example' };
      const [changed, plain] = [await plainRequest(to, at, { headers: odd }), await plainRequest(to, at)];
      const feed = await plainRequest(to, '/v1/sites/demo/feed.atom', { headers: odd });
      const isSame = changed.text === plain.text && !changed.text.includes('evil.example');
      return [isSame ? '' : 'is another page', feed.text.includes('evil.example') ? 'is in the feed' : ''];
    },
  ],
  [
    /X-Forwarded-For|spoof/i,
    async (to) => {
      // Ten tries in one name from one address; this service stands behind no proxy, so that they are all from one.
      const statuses = [];
      for (let i = 0; i < 12; i += 1) {
        const headers = { 'X-Forwarded-For': `198.51.100.${i}`, 'X-Real-IP': `198.51.100.${i}` };
        const body = { name: 'Spoofed Name', password: 'wrong wrong wrong' };
        statuses.push((await to.json('POST', '/v1/console/session', body, headers)).status);
      }
      return statuses.at(-1) === 429 ? '' : `is let try on: ${statuses}`;
    },
  ],
  [
    /Idempotency-Key \d+ ?K/i,
    async (to) => answered(await to.post(to.comment(), { 'Idempotency-Key': 'k'.repeat(10_240) }), 400),
  ],
  [
    /Idempotency-Key same/i,
    async (to) => {
      const [body, key, before] = [to.comment(), `parallel-${Date.now()}`, await to.page()];
      const all = await Promise.all(Array.from({ length: 50 }, () => to.post(body, { 'Idempotency-Key': key })));
      const ids = new Set(all.filter(({ status }) => status < 300).map(({ text }) => JSON.parse(text).id));
      return [
        ids.size === 1 ? '' : `${ids.size} are made`,
        (await to.page()) === before + 1 ? '' : 'more than one is there',
        ...all.map((answer) => answered(answer, 201, 202, 409)),
      ];
    },
  ],
  [
    /Idempotency-Key reused/i,
    async (to) => {
      const { token } = JSON.parse((await to.send('POST', '/v1/sites/demo/guests')).text);
      const [body, key] = [to.comment(), `shared-${Date.now()}`];
      const mine = await to.post(body, { 'Idempotency-Key': key });
      const theirs = await to.post(to.comment(), { 'Idempotency-Key': key, Authorization: `Bearer ${token}` });
      const isApart = theirs.status === 201 && JSON.parse(theirs.text).id !== JSON.parse(mine.text).id;
      return isApart ? '' : `answered ${theirs.status} ${theirs.text.slice(0, 60)}`;
    },
  ],
  [
    /Last-Event-ID|offset of other/i,
    async (to) => {
      const headers = { 'Last-Event-ID': '999999', ...to.auth };
      const answers = [
        await to.send('GET', '/v1/sites/other/changes?thread=abuse&since=0', { headers }),
        await to.send('GET', '/v1/sites/demo/changes?thread=abuse&since=999999', { headers }),
      ];
      const [other, ahead] = answers.map(({ text }) => text);
      return [answered(answers[0], 403, 404), other.includes('un mot') || ahead.includes('un mot') ? 'tells' : ''];
    },
  ],
];

/** What a page of this origin may read: nothing. */
async function noOrigin(to, origin) {
  const wrong = [];
  for (const [method, at] of [
    ['GET', `${COMMENTS}?thread=abuse`],
    ['OPTIONS', COMMENTS],
    ['POST', COMMENTS],
    ['GET', '/v1/me'],
    ['GET', '/v1/review'],
  ]) {
    const headers = { Origin: origin, 'Access-Control-Request-Method': 'POST', ...to.auth, Cookie: to.cookie };
    const answer = await plainRequest(to, at, { method, headers });
    const allowed = answer.headers['access-control-allow-origin'];
    if (allowed !== undefined) wrong.push(`${method} ${at}: allows ${allowed}`);
    if (answer.status < 400) wrong.push(`${method} ${at}: answered ${answer.status}`);
  }
  return wrong;
}

/** The service's own site allows its own host, so that this is the allowed example. */
const meant = (to, desc) =>
  desc
    .replace(/^Origin:? ?/i, '')
    .replace(/ \(.*\)$/, '')
    .replace(/^https?:\/\/allowed\.example:\d+/, `http://127.0.0.1:${to.port + 1}`)
    .replace(/^http:\/\/allowed\.example/, `ftp://127.0.0.1:${to.port}`);

export const origins = [
  [/Origin with \d values/i, (to) => noOrigin(to, `${to.url}, https://evil.example`)],
  [/^Origin: /i, (to, { desc }) => noOrigin(to, meant(to, desc))],
  [
    /credentials \+ wildcard/i,
    async (to) => {
      const paths = [`${COMMENTS}?thread=abuse`, '/openapi.json', '/widget/tribune.js', '/v1/me', '/v1/review'];
      const answers = await Promise.all(paths.map((at) => to.send('GET', at, { headers: { Origin: to.url } })));
      const both = answers.filter((one) => one.headers.get('access-control-allow-credentials') !== null);
      return both.length === 0 ? '' : 'allows credentials';
    },
  ],
  [
    /Private-Network/i,
    async (to) => {
      const headers = {
        Origin: to.url,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Private-Network': 'true',
      };
      const answer = await plainRequest(to, COMMENTS, { method: 'OPTIONS', headers });
      return answer.headers['access-control-allow-private-network'] === undefined ? '' : 'is granted';
    },
  ],
];

const PAGES = ['/widget/', '/console/', '/demo/', '/mail/', '/v1/sites/demo/comments/'];
/** Nothing of what lies outside the folders that are served. */
export async function onPages(to, tail, wanted) {
  const wrong = [];
  for (const page of PAGES) {
    const answer = await plainRequest(to, page + tail);
    const fault = answered(answer, ...wanted) || (/"dependencies"|root:/.test(answer.text) ? 'tells' : '');
    if (fault !== '') wrong.push(`${page}${tail}: ${fault}`);
  }
  return wrong;
}

export const paths = [
  [
    /traversal/i,
    async (to) =>
      (
        await Promise.all(
          ['..%2f..%2fpackage.json', '..%5c..%5cpackage.json', '../../package.json'].map((tail) =>
            onPages(to, tail, [400, 403, 404]),
          ),
        )
      ).flat(),
  ],
  [/double.encoded|%252e/i, (to) => onPages(to, '%252e%252e/%252e%252e/package.json', [400, 403, 404])],
  [/%00|null byte/i, (to) => onPages(to, 'a%00.js', [400, 404])],
  [
    /redirect/i,
    async (to) => {
      const tails = ['//evil.example/%2e%2e', '//evil.example/', '/\\evil.example/', '//evil.example/console/..'];
      const answers = await Promise.all(tails.map((tail) => plainRequest(to, tail)));
      return answers.map(({ status, headers: { location } }) =>
        location !== undefined && new URL(location, to.url).origin !== to.url ? `${status} to ${location}` : '',
      );
    },
  ],
  [/URL \d+ [KM]B/i, async (to) => answered(await plainRequest(to, `/${'a'.repeat(2 ** 20)}`), 414, 431, 400, 0)],
  [
    /\?format=/i,
    async (to) =>
      answered(await to.send('GET', '/v1/audit/export?format=../../x', { headers: { Cookie: to.cookie } }), 400),
  ],
  [
    /thread url/i,
    async (to) => {
      const own = ['javascript:alert(1)', 'data:text/html,x', `https://a.example/${'a'.repeat(20_000)}`];
      const answers = await Promise.all(
        own.map((url) => to.post(to.comment({ thread: { key: `u${url.length}`, url } }))),
      );
      // An address elsewhere is no mistake of the reader's; it is left out.
      await to.post(to.comment({ thread: { key: 'elsewhere', url: 'https://evil.example/x' } }));
      const feed = await to.send('GET', '/v1/sites/demo/feed.json?thread=elsewhere');
      return [
        ...answers.map((answer) => answered(answer, 400)),
        feed.text.includes('evil.example') ? 'leads there' : '',
      ];
    },
  ],
  [
    /error page reflects/i,
    async (to) => {
      const mark = '<svg onload=alert(1)>';
      const at = ['/', '/v1/', '/mail/', '/console/x/', '/v1/sites/', `${COMMENTS}?thread=a&sort=`].map(
        (one) => one + encodeURIComponent(mark),
      );
      const answers = await Promise.all(at.map((one) => plainRequest(to, one)));
      return answers.map(({ text, headers: all }) => {
        const isHtml = /html/.test(all['content-type'] ?? '');
        if (isHtml && text.includes(mark)) return 'reflects';
        return all['x-content-type-options'] === 'nosniff' ? '' : 'may be taken for another type';
      });
    },
  ],
];
