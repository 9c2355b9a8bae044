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

const MARKS = /[*_~`|]|^(?:[-+>]|\d+\.) /gmu;
const spaced = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** What anybody may write is kept to the letter, and shown to the letter but for the marks it holds. */
export async function benign(cases, { report, service }) {
  const tally = report.of('benign, unchanged');
  const reader = await service.guest();
  let n = 0;
  for (const { value } of cases)
    await tally.judge(value, async () => {
      const posted = await service.post(reader, value, { thread: `benign-${(n += 1) % 10}` });
      if (posted.status >= 400) return `refused: ${posted.text}`;
      const at = `/v1/sites/demo/comments/${posted.json.id}/mine`;
      const { text } = (await service.send('GET', at, { headers: reader.auth })).json;
      const shown = plainText(posted.json.body);
      const bare = (of) => spaced(of.replace(MARKS, ''));
      return [
        text.trim() === value.normalize('NFC').trim() ? '' : `stored as ${JSON.stringify(text)}`,
        bare(shown) === bare(value) ? '' : `shown as ${JSON.stringify(shown)}`,
      ];
    });
}

/** Most a text may take at the cap, milliseconds. */
const MOST_MS = 25;
const CAP = 5000;
const textOf = ({ pre = '', unit, n = 1, post = '' }) =>
  (pre + unit.repeat(Math.min(n, Math.ceil(60_000 / unit.length)))).slice(0, Math.max(0, CAP - post.length)) + post;

/** The best of five, since a busy machine is nobody's fault; the first may be the one that compiles. */
async function best(work) {
  let least = Infinity;
  for (let i = 0; i < 5 && least >= 1; i += 1) {
    const started = performance.now();
    await work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

export async function slow(cases, { report, service }) {
  const tally = report.of('slow texts, < 25 ms at the cap');
  const engine = await create();
  const asText = (text) => () => {
    const clean = cleanText(text);
    plainText(parseComment(clean).body);
    engine.check(clean, 'fr', 'en');
  };
  const get =
    (at, headers = {}) =>
    () =>
      service.send('GET', at, { headers });
  const page = '/v1/sites/demo/comments/absent';
  const works = {
    date: (text) => get(`/v1/sites/demo/changes?thread=a&since=${text}`),
    'accept-language': (text) => get(page, { 'Accept-Language': text }),
    ua: (text) => get(page, { 'User-Agent': text }),
  };
  for (const item of cases)
    await tally.judge(`${item.class} ${item.pre ?? ''}${item.unit}…`, async () => {
      const text = textOf(item);
      const work = (works[item.class] ?? asText)(text);
      const ms = await best(work);
      tally.took(ms);
      return ms < MOST_MS ? '' : `${ms.toFixed(1)} ms`;
    });
}
