// http-abuse.json: `desc` says in words what is done; what is meant is recognised by them (abuses.mjs, abuses-of-lines.mjs,
// abuses-of-requests.mjs).
import { memoryMb, startTribune } from '../measure.mjs';
import { bodies, headers, origins, paths } from './abuses.mjs';
import { lines, startUps } from './abuses-of-lines.mjs';
import { requests } from './abuses-of-requests.mjs';
import { PASSWORD } from './service.mjs';

const KNOWN = [...bodies, ...headers, ...origins, ...paths, ...lines, ...startUps, ...requests];

export async function httpAbuse(cases, { report }) {
  const tally = report.of('HTTP abuse');
  const tribune = await startTribune({ TRUST_PROXY: '0' });
  try {
    const to = await talker(tribune);
    for (const item of cases) {
      const known = KNOWN.find(([pattern]) => pattern.test(item.desc));
      if (known === undefined) tally.skip(item.desc, 'not recognised');
      else if (typeof known[1] === 'string') tally.skip(item.desc, known[1]);
      else await tally.judge(item.desc, async () => [...[await known[1](to, item)].flat(), await isAlive(to)]);
    }
  } finally {
    await tribune.stop();
  }
}

async function isAlive({ url }) {
  const { status } = await fetch(`${url}/healthz`, { signal: globalThis.AbortSignal.timeout(5000) });
  return status === 200 ? '' : `is not well: ${status}`;
}

/** Who talks to the service: a reader and a moderator, and what they say. */
async function talker(tribune) {
  const { url } = tribune;
  const send = async (method, at, { headers: more = {}, body } = {}) => {
    const started = performance.now();
    const response = await fetch(url + at, { method, redirect: 'manual', headers: more, body });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, ms: performance.now() - started };
  };
  const json = (method, at, body, more = {}) =>
    send(method, at, {
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', ...more },
    });
  const { token } = JSON.parse((await send('POST', '/v1/sites/demo/guests')).text);
  const auth = { Authorization: `Bearer ${token}` };
  const code = /#setup=(\S+)/.exec(tribune.output)?.[1];
  const setup = await json('POST', '/v1/console/setup', { code, name: 'Marguerite Vasseur', password: PASSWORD });
  let n = 0;
  const comment = (more = {}) => {
    n += 1;
    return { thread: { key: 'abuse' }, author: { name: 'Anaïs Martin' }, text: `un mot ${n}`, ...more };
  };
  const post = (body = comment(), more = {}) => json('POST', '/v1/sites/demo/comments', body, { ...auth, ...more });
  const page = async () => JSON.parse((await send('GET', '/v1/sites/demo/comments?thread=abuse')).text).count;
  const cookie = setup.headers.get('set-cookie').split(';')[0];
  const { id } = JSON.parse((await post()).text);
  const document = JSON.parse((await send('GET', '/openapi.json')).text);
  const rss = () => memoryMb([tribune.pid]).rss;
  return { url, port: tribune.port, auth, cookie, send, json, post, comment, page, id, document, rss };
}
