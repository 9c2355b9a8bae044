// mail.json: what is put into a `field` (name, email, threadTitle, body), and `expect`. Letters go out by a real mail server.
import { cut, until } from './service.mjs';
import { best } from './texts.mjs';

export async function mail(cases, { report, service }) {
  const tally = report.of('mail');
  const reader = await followingReader(service);
  const other = await service.guest();
  for (const item of cases) {
    const field = FIELDS.find(([pattern]) => pattern.test(item.field))?.[1];
    const isRefused = /reject|refuse|400/i.test(item.expect);
    if (field === undefined) tally.skip(item, `nobody but the site says “${item.field}”, or there is no such field`);
    else if (field === 'email' && (isRefused || ACCEPTED.test(item.expect)))
      await tally.judge(item, () => asAddress(service, item, tally));
    else if (isRefused) await tally.judge(item, () => isTaken(service, other, { ...item, field }));
    else if (field !== 'email' && typeof item.value === 'string' && expectedOf(item) !== undefined)
      await tally.judge(item, () => inLetter(service, { reader, other }, { ...item, field }));
    else tally.skip(item, `nobody knows what “${item.expect}” is`);
  }
}

/** What readers fill, by what it may be called. */
const FIELDS = [
  [/^(?:author)?name$/i, 'name'],
  [/mail|address|recipient|^to$/i, 'email'],
  [/^(?:thread|article|page)?-?(?:title|subject)$/i, 'threadTitle'],
  [/^(?:body|text|comment|message|content)$/i, 'body'],
];
const ACCEPTED = /accept|allow|valid|^ok/i;
/** What a request may be long; what is longer is refused as such. */
const BODY_MAX = 32 * 1024;

/** What is no text, or too long, is refused; a title, which is the page's, may be cut instead. */
async function isTaken(service, { auth }, { field, value, expect }) {
  const body = { thread: { key: 'mail' }, author: { name: 'Anaïs Martin' }, text: 'un mot à part' };
  if (field === 'name') body.author.name = value;
  else if (field === 'threadTitle') body.thread.title = value;
  else body.text = value;
  const { status } = await service.json('POST', '/v1/sites/demo/comments', body, auth);
  return [400, 413].includes(status) || (/truncat|strip|cut/i.test(expect) && status < 300) ? '' : `answered ${status}`;
}

let readers = 0;
/** A reader whose address is confirmed, and who is mailed every answer. */
export async function followingReader(service) {
  const reader = await service.guest();
  readers += 1;
  const address = `odile${readers}@lecteurs.example`;
  await service.json('PUT', '/v1/me/mail', { address, lang: 'en', frequency: 'instant' }, reader.auth);
  const { mail: kept } = await service.store.people.byId(reader.personId);
  const link = service.links.sign(
    { action: 'confirm', personId: reader.personId, key: kept.key, target: '' },
    service.now(),
  );
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const confirmed = await service.send('POST', `/mail/${link}`, { headers: form, body: 'do=confirm' });
  if (confirmed.status !== 200) throw new Error(`not confirmed: ${confirmed.text}`);
  await service.json('PUT', '/v1/me/subscriptions', { kind: 'answers', mail: true }, reader.auth);
  return Object.assign(reader, { address, mailKey: kept.key });
}

/** As the address of who is to be mailed, and of who writes. */
async function asAddress(service, { value, expect }, tally) {
  const fresh = await service.guest();
  const limit = Number(/< ?(\d+) ms/.exec(expect)?.[1] ?? 250);
  let put;
  const took = await best(async () => {
    put = await service.json('PUT', '/v1/me/mail', { address: value }, fresh.auth);
  }, limit);
  tally.took(took);
  const body = { thread: { key: 'mail' }, author: { name: 'Anaïs Martin', email: value }, text: `un mot ${(n += 1)}` };
  const post = await service.json('POST', '/v1/sites/demo/comments', body, fresh.auth);
  // Whoever has asked often enough is told so, which is an answer to a right address alone.
  const isLong = JSON.stringify(value ?? null).length > BODY_MAX - 200;
  const isRight = ACCEPTED.test(expect)
    ? ({ status }) => status < 300 || status === 429
    : ({ status }) => status === 400 || (isLong && status === 413);
  return [
    ...[put, post].map((answer) => (isRight(answer) ? '' : `answered ${answer.status}`)),
    took < limit ? '' : `took ${took.toFixed(0)} ms`,
  ];
}

let n = 0;
/** Readers, and the team of a site that is told what waits. */
const OURS = /^[\w.]+@(?:lecteurs|site)\.example$/;

/**
 * Somebody answers the reader, with the value in what they write; the letter about it must go to the reader, once, and to nobody else.
 * Letters come together after ten in an hour, so that an hour passes each time.
 */
export async function inLetter(service, { reader, other }, { field, value, expect }) {
  n += 1;
  const mark = `cas-${n}-`;
  const title = field === 'threadTitle' ? cut(value, 300) : `Article ${n}`;
  const asked = await service.post(reader, `qui répond à ${mark}`, { thread: mark, title });
  const mayRefuse = !/literal|intact/i.test(expect);
  if (asked.status >= 400 && field === 'threadTitle') return wasRefused(asked, mayRefuse);
  const text = field === 'body' ? `${cut(value, 4900)}\n\n${mark}` : `voilà ${mark}`;
  const name = field === 'name' ? value : 'Anaïs Martin';
  const posted = await service.post(other, text, { thread: mark, name, parentId: asked.json.id });
  if (posted.status >= 400) return wasRefused(posted, mayRefuse);
  if (posted.json.state !== 'published') {
    const told = await letterOfHeld(service, posted);
    if (told !== '') return told;
    const { auth } = await service.owner();
    const seen = { action: 'approve', expectedV: 1, expectedRev: 1 };
    await service.json('POST', `/v1/review/${posted.json.id}/decision`, seen, auth);
  }
  await service.app.settled();
  service.skip(3_700_000);
  const { received } = service.smtp;
  const about = () => received.filter((one) => one.text.includes(mark));
  await until(() => about().length > 0, `the letter about ${mark}`);
  service.skip(3_700_000);
  const letters = about();
  return [
    letters.length === 1 ? '' : `${letters.length} letters`,
    ...received.filter(({ to }) => to.length !== 1 || !OURS.test(to[0])).map(({ to }) => `to ${to}`),
    ...['bcc', 'cc'].filter((header) => letters[0].headers.has(header)).map((header) => `has ${header}`),
    expectedOf({ expect })(letters[0], { value, mark }),
  ];
}

const wasRefused = ({ status }, mayRefuse) => (status < 500 && mayRefuse ? '' : `answered ${status}`);

/** What waits for a moderator is told to nobody. */
async function letterOfHeld(service, posted) {
  await service.app.settled();
  return service.smtp.received.some(({ text }) => text.includes(posted.json.id)) ? 'told although it waits' : '';
}

const flat = (text) => text.replace(/\s+/g, ' ');

/** By the words of `expect`. How many letters there are, and to whom, is asked for every case. */
const EXPECTED = [
  [/recipient|header/i, ({ raw }) => (/^(?:bcc|cc):/im.test(raw.split('\r\n\r\n')[0]) ? 'has a further header' : '')],
  [/literal/i, ({ text }, { value }) => (flat(text).includes(flat(value)) ? '' : 'is not shown as it is')],
  [/image|remote/i, ({ html }) => (/<img|<link|url\(/i.test(html) ? 'has an image' : '')],
  [
    /link|clickable|plain-text/i,
    ({ html }) => {
      const foreign = [...html.matchAll(/href="(https?:[^"]+)"/g)].filter(([, href]) => href.includes('evil.example'));
      return foreign.length === 0 ? '' : `links to ${foreign[0][1]}`;
    },
  ],
  [
    /intact/i,
    ({ text }, { value, mark }) => {
      const words = value.split(/\s+/).filter(Boolean);
      return [...words, mark].every((word) => text.includes(word)) ? '' : `reads ${JSON.stringify(text)}`;
    },
  ],
  [/single/i, ({ text }, { mark }) => (text.includes(mark) ? '' : 'ends before its end')],
];
const expectedOf = ({ expect }) => EXPECTED.find(([pattern]) => pattern.test(expect))?.[1];
