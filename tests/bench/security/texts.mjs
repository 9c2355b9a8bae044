// naughty-strings.json and benign.json: `value`. redos-markdown.json: `pre`, `unit` × `n`, `post`, and where it goes by `class`.
import { parseComment } from '../../../dist/services/comments/markdown.js';
import { cleanText } from '../../../dist/shared/clean-text.js';
import { create } from '../../../dist/services/moderation/text/engine.js';
import { plainText, walkInlines } from '../../../dist/shared/markdown.js';
import { cut } from './service.mjs';

/** Where links of a tree lead. */
export function hrefsOf(body) {
  const hrefs = [];
  walkInlines(body, (node) => node.t === 'a' && hrefs.push(node.href));
  return hrefs;
}

/** Whether a link may stand in a comment: where it leads is what it says. */
export function isSafe(href) {
  const { protocol, username, password, search } = new URL(href);
  if (!/^(?:https?|mailto):$/.test(protocol) || username !== '' || password !== '') return false;
  return !/[\p{Cc}\p{Bidi_Control}]/u.test(href) && (protocol !== 'mailto:' || search === '');
}

export const unsafeIn = (body = []) => hrefsOf(body).filter((href) => !isSafe(href));

/** Every text in a place for texts: no error of ours comes of it, and no link that must not be. */
export async function naughty(cases, { report, service }) {
  const tally = report.of('naughty strings');
  const reader = await service.guest();
  const owner = await service.owner();
  let n = 0;
  for (const { value } of cases)
    await tally.judge(value, async () => {
      const thread = `naughty-${(n += 1) % 20}`;
      const query = encodeURIComponent(value.toWellFormed?.() ?? value);
      const answers = [
        await service.post(reader, cut(value, 5000), { thread }),
        await service.post(reader, `un mot ${n}`, { thread, name: cut(value, 50) }),
        await service.post(reader, `un mot ${n}`, { thread: `${thread}-${n}`, title: cut(value, 300) }),
        await service.post(reader, `un mot ${n}`, { thread: cut(value, 300) }),
        await service.json('POST', '/v1/sites/demo/preview', { text: cut(value, 5000) }),
        await service.send('GET', `/v1/sites/demo/comments/search?thread=${thread}&q=${query}`),
        await service.send('GET', `/v1/sites/demo/participants?thread=${thread}&name=${query}`),
        await service.send('GET', `/v1/people?site=demo&q=${query}`, { headers: owner.auth }),
      ];
      return [
        ...answers.filter(({ status }) => status >= 500).map(({ status, text }) => `${status} ${text.slice(0, 60)}`),
        ...answers.flatMap(({ json }) => unsafeIn(json?.body)),
      ];
    });
}

const MARKS = /[*_~`|]|^(?:[-+]|\d+[.)]) |^>(?=[ \p{L}\p{N}])/gmu;
/** A line ends in one way here, as in every browser. */
const kept = (text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
const spaced = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What anybody may write is kept to the letter, and shown to the letter but for the marks it holds. */
export async function benign(cases, { report, service }) {
  const tally = report.of('benign, unchanged');
  let n = 0;
  for (const { value } of cases)
    await tally.judge(value, async () => {
      // What differs in spaces alone is said twice, if one person says it.
      const reader = await service.guest();
      const posted = await service.post(reader, value, { thread: `benign-${(n += 1) % 10}` });
      if (posted.status >= 400) return `refused: ${posted.text}`;
      const at = `/v1/sites/demo/comments/${posted.json.id}/mine`;
      const { text } = (await service.send('GET', at, { headers: reader.auth })).json;
      const shown = plainText(posted.json.body);
      const bare = (of) => spaced(of.replace(MARKS, ''));
      return [
        kept(text) === kept(value) ? '' : `stored as ${JSON.stringify(text)}`,
        bare(shown) === bare(value) ? '' : `shown as ${JSON.stringify(shown)}`,
      ];
    });
}

/** Most a text may take at the cap, milliseconds. */
const MOST_MS = 25;
const CAP = 5000;
const textOf = ({ pre = '', unit = '', n = 1, post = '' }) =>
  (pre + unit.repeat(Math.min(n, Math.ceil(60_000 / (unit.length || 1))))).slice(0, Math.max(0, CAP - post.length)) +
  post;

/**
 * The best of ten, in time of the processor where that is less: others at work on a machine are nobody's fault. The first may be the
 * one that compiles.
 */
export async function best(work, enough = 1) {
  let least = Infinity;
  for (let i = 0; i < 10 && least >= enough; i += 1) {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    least = Math.min(least, performance.now() - started, (user + system) / 1000);
  }
  return least;
}

/** Of a header, what may stand in one. */
const plain = (text) => text.replace(/[^ -~]/g, '');

/** Where a text goes, by its class; any other is what somebody writes. */
function worksOf(service, { engine, reader, owner }) {
  const get =
    (at, headers = {}) =>
    () =>
      service.send('GET', at, { headers });
  const page = '/v1/sites/demo/comments/absent';
  const query = encodeURIComponent;
  const post = (more) => () => service.json('POST', '/v1/sites/demo/comments', { text: '', ...more }, reader.auth);
  const asText = (text) => () => {
    const clean = cleanText(text);
    plainText(parseComment(clean).body);
    engine.check(clean, 'fr', 'en');
  };
  const works = {
    date: (text) => get(`/v1/sites/demo/changes?thread=a&since=${query(text)}`),
    'accept-language': (text) => get(page, { 'Accept-Language': plain(text) }),
    ua: (text) => get(page, { 'User-Agent': plain(text) }),
    cookie: (text) => get('/v1/review', { Cookie: plain(text) }),
    search: (text) => get(`/v1/sites/demo/comments/search?thread=a&q=${query(cut(text, 100))}`),
    name: (text) => post({ thread: { key: 'slow' }, author: { name: text } }),
    title: (text) => post({ thread: { key: 'slow', title: text }, author: { name: 'Anaïs' } }),
    url: (text) => post({ thread: { key: 'slow', url: text }, author: { name: 'Anaïs' } }),
    email: (text) => () => service.json('PUT', '/v1/me/mail', { address: text }, reader.auth),
    // A site's own words are words: nothing in them is a pattern.
    'rule-regex': (text, { note = '', unit }) => {
      const words = { hold: [cut(/rule (\S+)/.exec(note)?.[1] ?? unit, 60)] };
      const body = { text: cut(text, 5000), settings: { words: { refuse: [], mask: [], allow: [], ...words } } };
      return () => service.json('POST', '/v1/console/sites/demo/moderation/test', body, owner.auth);
    },
  };
  return (item) => (Object.hasOwn(works, item.class) ? works[item.class] : asText)(textOf(item), item);
}

export async function slow(cases, { report, service }) {
  const tally = report.of('slow texts, < 25 ms at the cap');
  const people = { engine: await create(), reader: await service.guest(), owner: await service.owner() };
  const workOf = worksOf(service, people);
  for (const item of cases)
    await tally.judge(`${item.class} ${item.pre ?? ''}${item.unit}…`, async () => {
      const ms = await best(workOf(item));
      tally.took(ms);
      return ms < Math.min(MOST_MS, item.limit_ms ?? MOST_MS) ? '' : `${ms.toFixed(1)} ms`;
    });
}
