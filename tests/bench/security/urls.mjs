// urls.json: `class` scheme, open-redirect or ssrf, and `value`.
import { createServer, request } from 'node:http';
import net from 'node:net';
import { createOutbound } from '../../../dist/services/outbound.js';
import { isPublicAddress } from '../../../dist/services/outbound-address.js';
import { cut } from './service.mjs';
import { hrefsOf, unsafeIn } from './texts.mjs';

export async function urls(cases, { report, service }) {
  const reader = await service.guest();
  const works = {
    scheme: [inComments],
    'open-redirect': [inComments, leadsOut],
    ssrf: [inComments, fetched],
  };
  for (const { class: kind, value } of cases) {
    const tally = report.of(`addresses: ${kind}`);
    // Whatever else it is called: it must come to nothing anywhere.
    const all = Object.hasOwn(works, kind) ? works[kind] : [inComments, leadsOut, fetched];
    if (typeof value !== 'string') tally.skip(value, 'is no text');
    else if (/benign|allow|valid|safe/i.test(kind)) await tally.judge(value, () => isLinked(service, reader, value));
    else
      await tally.judge(value, async () => {
        const wrong = [];
        for (const work of all) wrong.push(...(await work(service, reader, value)));
        return wrong;
      });
  }
}

async function isLinked(service, reader, value) {
  const { json } = await service.post(reader, value, { thread: 'urls-kept' });
  return hrefsOf(json.body ?? []).includes(new URL(value).href) ? '' : 'is no link';
}

let n = 0;
/** As a link, in every way to write one, and as the address of the article. */
async function inComments(service, reader, value) {
  const wrong = [];
  for (const text of [value, `[mot](${value})`, `<${value}>`, `[mot](<${value}>)`, `[mot]\n\n[mot]: ${value}`]) {
    const { status, json } = await service.post(reader, cut(text, 5000), { thread: `urls-${(n += 1) % 20}` });
    if (status >= 500) wrong.push(`answered ${status}`);
    wrong.push(...unsafeIn(json.body).map((href) => `links to ${href}`));
  }
  const key = `url-${(n += 1)}`;
  const body = { thread: { key, url: value }, author: { name: 'Anaïs Martin' }, text: `un mot ${n}` };
  const answer = await service.json('POST', '/v1/sites/demo/comments', body, reader.auth);
  if (answer.status >= 500) wrong.push(`as the article's: ${answer.status}`);
  const feed = (await service.send('GET', `/v1/sites/demo/feed.json?thread=${key}`)).json;
  for (const url of [feed.home_page_url, ...(feed.items ?? []).map((item) => item.url)])
    if (url !== undefined && new URL(url).origin !== service.url) wrong.push(`as the article's: leads to ${url}`);
  return wrong;
}

/** Whether any page of the service sends a browser elsewhere. The request line is written as it is. */
async function leadsOut({ url }, _, value) {
  const raw = value.replace(/[^!-~]/g, (char) => encodeURIComponent(char.isWellFormed?.() === false ? '?' : char));
  const encoded = encodeURIComponent(value);
  const asked = ['next', 'url', 'redirect', 'return', 'continue', 'to'].map((name) => `${name}=${encoded}`).join('&');
  const paths = [
    raw.startsWith('/') ? raw : `/${raw}`,
    ...['/', '/demo', '/console', '/mail/x', '/widget/tribune.js'].map((at) => `${at}?${asked}`),
    ...['/console/', '/demo/', '/widget/', '/mail/', '/api/'].map((at) => at + raw),
  ];
  const wrong = [];
  for (const path of paths) {
    const { status, location } = await ask(url, path);
    if (status >= 500) wrong.push(`${path}: ${status}`);
    if (location !== undefined && new URL(location, url).origin !== url) wrong.push(`${path}: leads to ${location}`);
  }
  return wrong;
}

function ask(url, path) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path, agent: false, headers: { 'X-Forwarded-For': '198.51.100.9' } });
    sent.once('response', (response) => {
      response.resume();
      resolve({ status: response.statusCode, location: response.headers.location });
    });
    sent.once('error', () => resolve({ status: 0 }));
    sent.end();
  });
}

/** Names that lead inside; every other name leads to a public address, where nothing answers here. */
const INSIDE = { 'metadata.google.internal': '169.254.169.254' };
const LOCAL = /(?:^|\.)(?:localhost|local|internal|localdomain)\.?$/i;

/** Resolves without asking anybody; a case may say what a name answers first and then. */
function resolverFor(value) {
  const told = /\((?:A|AAAA): (\S+) then (\S+?)[,)]/.exec(value);
  const answers = told === null ? [] : [told[1], told[2]];
  return (name) => {
    const address = answers.shift() ?? INSIDE[name] ?? (LOCAL.test(name) ? '127.0.0.1' : '9.9.9.9');
    return Promise.resolve([{ address, family: net.isIP(address) }]);
  };
}

/** Calls an address as an alert's would be; answers where a connection was tried that is not for us. */
async function fetched(_service, _reader, value) {
  if (/redirect/.test(value)) return followed();
  const url = value.replace(/ \(.*\)$/, '');
  const tried = [];
  const original = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function (...args) {
    const [options] = Array.isArray(args[0]) ? args[0] : args;
    // Looked up as the connection would, and not made.
    const say = (error, found) => {
      for (const { address } of [found].flat()) tried.push(address ?? found);
      process.nextTick(() => this.destroy(new Error('not here')));
    };
    if (options.lookup !== undefined && net.isIP(options.host) === 0) options.lookup(options.host, { all: true }, say);
    else say(null, [{ address: options.host }]);
    return this;
  };
  try {
    const outbound = createOutbound({ allow: [], resolve: resolverFor(value) });
    await outbound.call({ url, method: 'POST', body: '{}' });
  } finally {
    net.Socket.prototype.connect = original;
  }
  return tried.filter((address) => !isPublicAddress(address)).map((address) => `connected to ${address}`);
}

/** A host inside that is allowed, and answers that it is elsewhere. */
async function followed() {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.writeHead(302, { Location: '/again' }).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${server.address().port}`;
  const answer = await createOutbound({ allow: [host] }).call({ url: `http://${host}/`, method: 'GET' });
  server.close();
  return [
    asked === 1 ? '' : `asked ${asked} times`,
    answer.fault === 'redirected' ? '' : `is ${JSON.stringify(answer)}`,
  ];
}
