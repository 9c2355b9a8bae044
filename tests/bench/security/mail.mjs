// mail.json: what is put into a `field` (name, email, threadTitle, body), and `expect`. Letters go out by a real mail server.
import { cut, until } from './service.mjs';

export async function mail(cases, { report, service }) {
  const tally = report.of('mail');
  const reader = await followingReader(service);
  const other = await service.guest();
  for (const item of cases) {
    if (item.field === 'email') await tally.judge(item, () => asAddress(service, item, tally));
    else if (Object.hasOwn(EXPECTED, item.expect))
      await tally.judge(item, () => inLetter(service, { reader, other }, item));
    else tally.skip(item, `nobody knows what “${item.expect}” is`);
  }
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
  if (!expect.startsWith('reject-400')) return `nobody knows what “${expect}” is`;
  const fresh = await service.guest();
  const limit = Number(/< ?(\d+) ms/.exec(expect)?.[1] ?? 250);
  let took = Infinity;
  let put;
  // The best of some, since a busy machine is nobody's fault.
  for (let i = 0; i < 20 && took > limit; i += 1) {
    const started = performance.now();
    put = await service.json('PUT', '/v1/me/mail', { address: value }, fresh.auth);
    took = Math.min(took, performance.now() - started);
  }
  tally.took(took);
  const body = { thread: { key: 'mail' }, author: { name: 'Anaïs Martin', email: value }, text: 'un mot' };
  const post = await service.json('POST', '/v1/sites/demo/comments', body, fresh.auth);
  return [
    ...[put, post].map(({ status }) => (status === 400 ? '' : `answered ${status}`)),
    took < limit ? '' : `took ${took.toFixed(0)} ms`,
  ];
}

let n = 0;

/**
 * Somebody answers the reader, with the value in what they write; the letter about it must go to the reader, once, and to nobody else.
 * Letters come together after ten in an hour, so that an hour passes each time.
 */
export async function inLetter(service, { reader, other }, { field, value, expect }) {
  n += 1;
  const mark = `cas-${n}-`;
  const title = field === 'threadTitle' ? cut(value, 300) : `Article ${n}`;
  const asked = await service.post(reader, `qui répond à ${mark}`, { thread: mark, title });
  if (asked.status >= 400 && field === 'threadTitle') return wasRefused(asked);
  const text = field === 'body' ? `${cut(value, 4900)}\n\n${mark}` : `voilà ${mark}`;
  const name = field === 'name' ? value : 'Anaïs Martin';
  const posted = await service.post(other, text, { thread: mark, name, parentId: asked.json.id });
  if (posted.status >= 400) return wasRefused(posted);
  if (posted.json.state !== 'published') return letterOfHeld(service, posted);
  await service.app.settled();
  service.skip(3_700_000);
  const { received } = service.smtp;
  const about = () => received.filter((one) => one.text.includes(mark));
  await until(() => about().length > 0, `the letter about ${mark}`);
  service.skip(3_700_000);
  const letters = about();
  return [
    letters.length === 1 ? '' : `${letters.length} letters`,
    ...received.filter(({ to }) => to.length !== 1 || !to[0].endsWith('@lecteurs.example')).map(({ to }) => `to ${to}`),
    ...['bcc', 'cc'].filter((header) => letters[0].headers.has(header)).map((header) => `has ${header}`),
    EXPECTED[expect](letters[0], { value, mark }),
  ];
}

const wasRefused = ({ status }) => (status < 500 ? '' : `answered ${status}`);

/** What waits for a moderator is told to nobody. */
async function letterOfHeld(service, posted) {
  await service.app.settled();
  return service.smtp.received.some(({ text }) => text.includes(posted.json.id)) ? 'told although it waits' : '';
}

const flat = (text) => text.replace(/\s+/g, ' ');

const EXPECTED = {
  'no-extra-recipient': ({ raw }) => (/^(?:bcc|cc):/im.test(raw.split('\r\n\r\n')[0]) ? 'has a further header' : ''),
  'shown-literally': ({ text }, { value }) => (flat(text).includes(flat(value)) ? '' : 'is not shown as it is'),
  'no-remote-image-in-mail': ({ html }) => (/<img/i.test(html) ? 'has an image' : ''),
  'link-not-clickable-or-plain-text': ({ html }) => {
    const foreign = [...html.matchAll(/href="(https?:[^"]+)"/g)].filter(([, href]) => href.includes('evil.example'));
    return foreign.length === 0 ? '' : `links to ${foreign[0][1]}`;
  },
  'body-intact': ({ text }, { value, mark }) => {
    const words = value.split(/\s+/).filter(Boolean);
    return [...words, mark].every((word) => text.includes(word)) ? '' : `reads ${JSON.stringify(text)}`;
  },
  // How many there are is counted for every case.
  'single-message': ({ text }, { mark }) => (text.includes(mark) ? '' : 'ends before its end'),
};
