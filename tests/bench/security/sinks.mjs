// output-sinks.json: a `value` and the `sink` it ends in.
import { followingReader, inLetter } from './mail.mjs';
import { neutralised } from './imports.mjs';
import { cut, until } from './service.mjs';
import { unsafeIn } from './texts.mjs';

let n = 0;
/** The value as text, name and title of a discussion of its own. */
async function posted(service, value) {
  n += 1;
  const thread = `sink-${n}`;
  const reader = await service.guest();
  const link = / as link$/.test(value) ? `[mot](${value.replace(/ as link$/, '')})` : value;
  const answers = [
    await service.post(reader, cut(`${link} ${n}`, 5000), { thread, title: cut(value, 300) }),
    await service.post(reader, `un mot ${n}`, { thread, name: cut(value, 50) }),
  ];
  await service.app.settled();
  return { thread, reader, answers };
}

/** Elements and attributes there are in a feed of ours, and nothing else; everything in it is well formed. */
const ELEMENTS = new Set(
  'feed id title updated link generator entry author name published content ?xml p br em strong del code pre blockquote ul ol li a b'.split(
    ' ',
  ),
);

function faultsOfXml(text) {
  const wrong = [];
  const open = [];
  const tag = /<(\/?)([?\w:-]+)((?:\s+[\w:-]+="[^"<]*")*)\s*([?/]?)>/y;
  for (let at = 0; at < text.length;) {
    const next = text.indexOf('<', at);
    const between = text.slice(at, next < 0 ? undefined : next);
    if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(between)) wrong.push(`an entity that is none: ${between.slice(0, 60)}`);
    if (next < 0) break;
    tag.lastIndex = next;
    const [whole, ends, name, , closed] = tag.exec(text) ?? [];
    if (whole === undefined) return [...wrong, `no element: ${text.slice(next, next + 60)}`];
    if (!ELEMENTS.has(name)) wrong.push(`an element of its own: ${whole.slice(0, 60)}`);
    if (ends === '/' && open.pop() !== name) wrong.push(`ends what has not begun: ${whole}`);
    if (ends === '' && closed === '') open.push(name);
    at = next + whole.length;
  }
  return [...wrong, ...open.map((name) => `${name} does not end`)];
}

async function inFeeds(service, value) {
  const { thread, answers } = await posted(service, value);
  const atom = await service.send('GET', `/v1/sites/demo/feed.atom?thread=${thread}`);
  const feed = (await service.send('GET', `/v1/sites/demo/feed.json?thread=${thread}`)).json;
  const html = feed.items.flatMap(({ content_html: content }) => [...content.matchAll(/<\/?([a-z]+)/gi)]);
  return [
    ...faultsOfXml(atom.text),
    ...html.filter(([, name]) => !ELEMENTS.has(name.toLowerCase())).map(([tag]) => `the feed has ${tag}`),
    /application\/atom\+xml/.test(atom.headers.get('content-type')) ? '' : 'is of another type',
    ...answers.flatMap(({ json }) => unsafeIn(json.body)).map((href) => `links to ${href}`),
    ...[feed, ...feed.items].filter(({ id }) => id === value).map(() => 'is an id'),
  ];
}

/** Pages of ours that say a title or a name without a script. */
async function inPages(service, value) {
  const { thread, reader } = await posted(service, value);
  const body = { kind: 'thread', thread: { key: thread, title: cut(value, 300) }, mail: true };
  const follower = await followingReader(service);
  const { json } = await service.json('PUT', '/v1/me/subscriptions', body, follower.auth);
  const target = json.id?.slice(json.id.indexOf(':') + 1) ?? '';
  const link = service.links.sign(
    { action: 'stop', personId: follower.personId, key: follower.mailKey, target },
    service.now(),
  );
  const page = await service.send('GET', `/mail/${link}`, { headers: reader.auth });
  const tags = [...page.text.matchAll(/<([a-z]+)([^>]*)>/gi)];
  const odd = tags.filter(
    ([, name, more]) => /^(?:script|img|svg|iframe|base|object)$/i.test(name) || /\son\w+=|http-equiv/i.test(more),
  );
  return [page.status === 200 ? '' : `answered ${page.status}`, ...odd.map(([tag]) => `the page has ${tag}`)];
}

/** What is said of requests is one line of JSON each, with nothing that moves a cursor, and of bounded length. */
async function inLog(service, value) {
  const before = service.lines.length;
  await posted(service, value);
  await service.json('POST', '/v1/console/session', { name: cut(value, 200), password: value });
  const ascii = value.replace(/[^ -~]/g, '').slice(0, 4000);
  await service.send('GET', `/${encodeURIComponent(cut(value, 4000))}`, { headers: { 'User-Agent': ascii } });
  return service.lines.slice(before).flatMap((line) => {
    const isOne = line.indexOf('\n') === line.length - 1 && !/[\p{Cc}]/u.test(line.slice(0, -1));
    return [isOne ? '' : `a line is ${line}`, line.length < 20_000 ? '' : `a line has ${line.length}`];
  });
}

/** What colleagues are told in a chat is what waits, how much and for how long, and nothing that people wrote. */
async function inAlerts(service, value) {
  const { auth } = await service.owner();
  const reader = await service.guest('held');
  await service.post(reader, cut(`${value} ${(n += 1)}`, 5000), { thread: `alert-${n}`, title: cut(value, 300) });
  const at = '/v1/console/sites/held/moderation';
  const { json } = await service.send('GET', at, { headers: auth });
  const { version, settings } = json;
  const alerts = { ...settings.alerts, longerThan: 1, olderThanMinutes: 1, emails: ['team@site.example'] };
  const changed = await service.json('PUT', at, { version, settings: { ...settings, alerts } }, auth);
  if (changed.status !== 200) return `not set: ${changed.text}`;
  const letters = () => service.smtp.received.filter(({ to }) => to.includes('team@site.example'));
  const before = letters().length;
  await service.post(reader, `un autre mot ${n}`, { thread: `alert-${n}-b`, title: cut(value, 300) });
  service.skip(3_600_000 * 2);
  await until(() => letters().length > before, 'the alert').catch(() => undefined);
  const all = letters();
  return [
    all.length > 0 ? '' : 'nobody was told',
    ...all.filter(({ text, html }) => `${text}${html}`.includes(value)).map(() => 'says what people wrote'),
  ];
}

async function asJson(service, value) {
  const { thread } = await posted(service, value);
  const { headers, json } = await service.send('GET', `/v1/sites/demo/comments?thread=${thread}`);
  const isJson =
    /application\/json/.test(headers.get('content-type')) && headers.get('x-content-type-options') === 'nosniff';
  return [isJson ? '' : 'may be taken for another type', json.items.length > 0 ? '' : 'is not there'];
}

/** A letter about what was written goes to its reader alone, and shows no more than was written. */
async function inLetters(service, value) {
  const [reader, other] = [await followingReader(service), await service.guest()];
  const parts = { threadTitle: value, body: value, name: cut(value, 50) };
  const wrong = [];
  for (const [field, one] of Object.entries(parts))
    for (const expect of ['no-extra-recipient', 'no-remote-image', 'no-link'])
      wrong.push(...[await inLetter(service, { reader, other }, { field, value: one, expect })].flat());
  return wrong;
}

/** Headers are the service's own, whatever was written. */
async function inHeaders(service, value) {
  const { thread } = await posted(service, value);
  const { auth } = await service.owner();
  const answers = [
    await service.send('GET', `/v1/sites/demo/comments?thread=${thread}`),
    await service.send('GET', `/v1/sites/demo/feed.atom?thread=${thread}`),
    await service.send('GET', '/v1/audit/export?format=csv', { headers: auth }),
  ];
  const words = value.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 6 && word !== 'filename');
  return answers.flatMap(({ headers }) =>
    [...headers].filter(([, said]) => words.some((word) => said.includes(word))).map(([name]) => `is in ${name}`),
  );
}

const NONE = 'there is no such sink';
/** The first that fits. The widget's own block of JSON-LD is tried in the browser, with the title of the article. */
const KNOWN = [
  [/telegram|push|svg|sitemap|ical|calendar|vcard|pdf|sms|openapi/i, NONE],
  [/webhook|discord|slack|teams|alert/i, inAlerts],
  [/header|filename|disposition/i, inHeaders],
  [/mail|letter/i, inLetters],
  [/csv|tsv|xlsx?|spreadsheet|excel/i, (service, value) => neutralised(service, [value])],
  [/\blog|terminal|console|syslog/i, inLog],
  [/rss|atom|feed|xml/i, inFeeds],
  [/json|api|socket|sse|stream/i, asJson],
  [/html|meta|opengraph|og:|title|page|attribute/i, inPages],
];

export async function sinks(cases, context) {
  const { report, service, browser } = context;
  const tally = report.of('what goes out');
  for (const { sink, value } of cases) {
    const what = `${sink}: ${value}`;
    if (typeof value !== 'string') {
      tally.skip(what, 'is no text');
      continue;
    }
    if (/json-?ld|structured|schema\.org/i.test(sink)) {
      await tally.judge(what, async () => (await browser()).jsonLd(service, value));
      continue;
    }
    const known = KNOWN.find(([pattern]) => pattern.test(sink));
    if (known === undefined) tally.skip(what, 'not recognised');
    else if (typeof known[1] === 'string') tally.skip(what, known[1]);
    else await tally.judge(what, () => known[1](service, value));
  }
}
