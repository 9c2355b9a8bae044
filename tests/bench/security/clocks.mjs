// Two processes over one store whose clocks are an hour apart: what one has made is good at the other, and for no longer; what one is at,
// the other leaves alone; nobody is told anything twice.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, linkSecretOf } from '../../../dist/services/identity/mail-sign-in.js';
import { createMailLinks } from '../../../dist/services/notifications/mail-links.js';
import { startStore } from '../../../dist/services/embedded-mongo/child.js';
import { openStore } from '../../../dist/services/storage/store.js';
import { ROOT, sentence, startTribune } from '../measure.mjs';
import { heard, openRaw } from '../raw-socket.mjs';
import { followingReader } from './mail.mjs';
import { freePort } from './ports.mjs';
import { openMailServer, PASSWORD, peopleOf, senderTo, SITES, until } from './service.mjs';
import { browserKey, createVoucher } from './vouching.mjs';

const HOUR_MS = 3_600_000;
const SECRET = 'a secret of the bench that both of them have';
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
/** How long the mail server takes for each, so that the other one has the time to take it up, too. */
const MAIL_MS = 1500;
const bearer = (token) => ({ Authorization: `Bearer ${token}` });
const is = (wanted, { status, text }) => (status === wanted ? '' : `answered ${status} ${text.slice(0, 100)}`);

/** Both, with a store; `a` has the machine's own clock, which the database has as well. */
async function start(aheadMs) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-clocks-'));
  const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
  const child = await startStore({ path: join(dataDir, 'store'), entry, log: QUIET });
  const store = await openStore(child.uri);
  for (const site of SITES) await store.sites.insert(site);
  const smtp = await openMailServer(MAIL_MS);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const env = {
    ...{ MONGODB_URI: child.uri, SECRET, TRUST_PROXY: '1', PUBLIC_URL: publicUrl },
    ...{ SMTP_URL: smtp.url, MAIL_FROM: 'news@gazette.example' },
  };
  const preload = new URL('shifted-clock.mjs', import.meta.url).href;
  const a = await startTribune({ ...env, PORT: String(port) }, { asShipped: true });
  const shifted = {
    ...env,
    PORT: String(await freePort()),
    NODE_OPTIONS: `--import=${preload}`,
    CLOCK_AHEAD_MS: String(aheadMs),
  };
  const b = await startTribune(shifted, { asShipped: true });
  const stop = async () => {
    await Promise.all([a.stop(), b.stop()]);
    await store.close();
    await child.stop();
    await smtp.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const now = () => new Date();
  const service = { url: a.url, store, smtp, now, key: SECRET, links: createMailLinks(SECRET), skip: () => undefined };
  // Each start makes a new one.
  service.app = { setupCode: async () => /#setup=(\S+)/.exec(b.output)?.[1] };
  Object.assign(service, senderTo(a.url));
  return { service: Object.assign(service, peopleOf(service, { json: service.json, now })), a, b, store, smtp, stop };
}

/** Made at one, used at the other; both ways. */
const bothWays = async ({ a, b }, check) => (await Promise.all([check(a.url, b.url), check(b.url, a.url)])).flat();

async function byMail({ service }, made, used) {
  const { json } = service;
  const ask = async () => {
    const answer = await json(
      'POST',
      '/v1/sites/demo/sign-in/mail',
      { address: `${randomUUID()}@lecteurs.example` },
      {},
      made,
    );
    return answer.json.attempt;
  };
  const [attempt, other] = [await ask(), await ask()];
  const [code, secret] = [codeOf(SECRET, attempt), linkSecretOf(SECRET, other)];
  const at = '/v1/sites/demo/sign-in';
  const signedIn = await json('POST', `${at}/code`, { attempt, code, key: browserKey() }, {}, used);
  const linked = await json('POST', `${at}/link`, { secret, key: browserKey() }, {}, used);
  const seen = await Promise.all([made, used].map((base) => me(service, signedIn.json.token, base)));
  return [is(201, signedIn), is(201, linked), ...seen.map((one) => is(200, one))];
}

const me = ({ send }, token, base) => send('GET', '/v1/me', { headers: bearer(token), base });

async function bySite({ service, voucher }, made, used) {
  const entered = await service.json(
    'POST',
    '/v1/sites/demo/sign-in/site',
    { jwt: voucher.token(), key: browserKey() },
    {},
    made,
  );
  const guest = await service.json('POST', '/v1/sites/demo/guests', undefined, {}, made);
  const seen = [entered.json.token, guest.json.token].map((token) => me(service, token, used));
  return [is(201, entered), ...(await Promise.all(seen)).map((one) => is(200, one))];
}

/** What was good for as long as it should be is over for both: signed here as a process would have eleven minutes ago. */
async function isOver({ service, store, a, b }) {
  const { createReaderSessions } = await import('../../../dist/services/identity/reader-sessions.js');
  const ago = () => new Date(Date.now() - 11 * 60_000);
  const past = createReaderSessions({ sessions: store.readerSessions, serviceKey: SECRET, now: ago });
  const { json } = await service.json('POST', '/v1/sites/demo/guests', undefined);
  const of = {
    siteId: 'demo',
    personId: json.personId,
    key: browserKey(),
    issuer: 'mail',
    browser: null,
    system: null,
  };
  const { token } = await past.open({ _id: randomUUID().replaceAll('-', ''), ...of });
  const attempt = randomUUID().replaceAll('-', '');
  const way = {
    _id: attempt,
    siteId: 'demo',
    issuer: 'mail',
    subject: 'late@lecteurs.example',
    address: 'late@lecteurs.example',
  };
  const expiresAt = new Date(Date.now() - 60_000);
  await store.signIns.insert({ ...way, name: null, lang: 'fr', url: null, tries: 0, at: ago(), expiresAt });
  const code = { attempt, code: codeOf(SECRET, attempt), key: browserKey() };
  const answers = [];
  for (const { url } of [a, b])
    answers.push(
      is(401, await me(service, token, url)),
      is(410, await service.json('POST', '/v1/sites/demo/sign-in/code', code, {}, url)),
    );
  return answers;
}

async function moderators({ service, owner }, made, used) {
  const { json, send } = service;
  const signedIn = await json('POST', '/v1/console/session', { name: owner.name, password: PASSWORD }, {}, made);
  const Cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const seen = await send('GET', '/v1/review', { headers: { Cookie }, base: used });
  const ticket = await json('POST', '/v1/console/socket-ticket', undefined, { Cookie }, made);
  const socket = await openRaw(used);
  socket.send(`40${JSON.stringify({ ticket: ticket.json?.ticket })}`);
  const answer = await heard(socket, (message) => /^4[04]/.test(message));
  const stays = await sleep(6000).then(() => !socket.closed);
  socket.end();
  const invite = await json('POST', '/v1/console/invites', { role: 'moderator' }, { Cookie }, made);
  const body = {
    code: invite.json?.url.split('#invite=')[1],
    name: `Paule ${randomUUID().slice(0, 8)}`,
    password: PASSWORD,
  };
  return [
    is(200, signedIn),
    is(200, seen),
    answer?.startsWith('40') ? '' : `the socket heard ${answer}`,
    stays ? '' : 'the socket was cut',
    is(201, await json('POST', '/v1/console/setup', body, {}, used)),
  ];
}

/** A comment that waits for a moderator. */
async function held({ service }) {
  const reader = await service.guest('held');
  const { json } = await service.post(reader, `${sentence(Math.floor(Math.random() * 1e9))}`, { thread: 'held' });
  return json.id;
}

async function claims(to, made, used) {
  const { service, owner, member } = to;
  const id = await held(to);
  const claim = (by, base, desk) => service.json('POST', `/v1/review/${id}/claim`, { desk }, by.auth, base);
  const mine = await claim(owner, made, 'desk-a');
  const theirs = await claim(member, used, 'desk-b');
  return [is(200, mine), is(423, theirs)];
}

/** Put aside for ten minutes at one, it stays put aside for both; for two seconds, it comes back soon, once. */
async function snoozes(to, made, used) {
  const { service, owner, store } = to;
  const snooze = async (ms) => {
    const id = await held(to);
    const until = new Date(Date.now() + ms).toISOString();
    const body = { action: 'snooze', until, expectedV: 1, expectedRev: 1 };
    return { id, answer: await service.json('POST', `/v1/review/${id}/decision`, body, owner.auth, made) };
  };
  const [long, short] = [await snooze(600_000), await snooze(2000)];
  await sleep(4500);
  const cards = await Promise.all(
    [long, short].map(({ id }) => service.send('GET', `/v1/review/${id}`, { headers: owner.auth, base: used })),
  );
  const events = await store.modEvents.ofComment(short.id);
  return [
    ...[long, short].map(({ answer }) => is(200, answer)),
    cards[0].json?.snoozedUntil ? '' : 'what was put aside for ten minutes is back',
    cards[1].json?.snoozedUntil === null ? '' : 'what was put aside for two seconds is not back',
    events.length === 3 ? '' : `${events.length} events instead of 3`,
  ];
}

/** Readers who follow a discussion by mail, and somebody who writes there, at both: each is told of each once. */
async function told({ service, a, b, smtp, store }) {
  const readers = [];
  const follow = { kind: 'thread', thread: { key: 'told', title: 'Le budget' }, mail: true };
  for (let i = 0; i < 8; i += 1) {
    const reader = await followingReader(service);
    await service.json('PUT', '/v1/me/subscriptions', follow, reader.auth);
    readers.push(reader);
  }
  const before = smtp.received.length;
  const writer = await service.guest();
  const marks = [];
  for (const base of [a.url, b.url, a.url, b.url]) {
    const mark = `nouvelle ${marks.length} ${randomUUID().slice(0, 8)}`;
    marks.push(mark);
    const body = { thread: { key: 'told' }, author: { name: 'Anaïs Martin' }, text: mark };
    await service.json(
      'POST',
      '/v1/sites/demo/comments',
      body,
      { ...writer.auth, 'Idempotency-Key': randomUUID() },
      base,
    );
  }
  const letters = () => smtp.received.slice(before);
  const times = (reader, mark) =>
    letters().filter(({ to, text }) => to[0] === reader.address && text.includes(mark)).length;
  const all = () => readers.flatMap((reader) => marks.map((mark) => times(reader, mark)));
  await until(() => all().every((count) => count > 0), 'every letter', 90_000).catch(() => undefined);
  await until(async () => (await store.letters.count('waiting')) === 0, 'no letter is left', 30_000).catch(
    () => undefined,
  );
  await sleep(2 * MAIL_MS);
  const inboxes = await Promise.all(
    readers.map((reader) => service.send('GET', '/v1/me/notifications', { headers: reader.auth, base: b.url })),
  );
  return [
    ...all().map((count) => (count === 1 ? '' : `a letter came ${count} times`)),
    ...inboxes.map(({ json }) => (json.unread === marks.length ? '' : `${json.unread} lines behind a bell`)),
  ];
}

/** The same key at both at once is one comment; and those of both stand in the order in which they came. */
async function comments({ service, a, b }) {
  const reader = await service.guest();
  const post = (base, text, key = randomUUID()) =>
    service.json(
      'POST',
      '/v1/sites/demo/comments',
      { thread: { key: 'order' }, author: { name: 'Anaïs Martin' }, text },
      { ...reader.auth, 'Idempotency-Key': key },
      base,
    );
  const key = randomUUID();
  const same = await Promise.all([a, b, a, b].map(({ url }) => post(url, 'le même mot', key)));
  const ids = new Set(same.filter(({ status }) => status === 201).map(({ json }) => json.id));
  const order = [];
  for (const [i, { url }] of [a, b, a, b, a].entries()) order.push((await post(url, `${i} ${sentence(i)}`)).json.id);
  const read = async () =>
    (await service.send('GET', '/v1/sites/demo/comments?thread=order&sort=oldest')).json.items.map(
      ({ root }) => root.id,
    );
  await until(async () => (await read()).length === 6, 'all are there', 5000).catch(() => undefined);
  const shown = await read();
  return [
    ids.size === 1 ? '' : `${ids.size} comments of one key`,
    String(shown.slice(1)) === String(order) ? '' : 'they stand in another order',
  ];
}

/** One act on many comments, given to one, is carried out once. */
async function bulk(to, made) {
  const { service, owner, store } = to;
  const ids = [];
  for (let i = 0; i < 40; i += 1) ids.push(await held(to));
  const body = { select: { ids }, act: { action: 'approve' }, count: ids.length };
  const answer = await service.json(
    'POST',
    '/v1/review/bulk',
    body,
    { ...owner.auth, 'Idempotency-Key': randomUUID() },
    made,
  );
  if (answer.status >= 300) return `answered ${answer.status} ${answer.text.slice(0, 200)}`;
  await until(async () => (await store.bulk.byId(answer.json.id)).state === 'done', 'it is done', 20_000);
  const read = () => Promise.all(ids.map((id) => store.modEvents.ofComment(id)));
  // They are kept some at a time; after that none comes twice.
  await until(async () => (await read()).every(({ length }) => length >= 2), 'all are kept', 10_000).catch(
    () => undefined,
  );
  await sleep(1500);
  const events = await read();
  return events.map(({ length }) => (length === 2 ? '' : `${length} events instead of 2`));
}

export async function clocks(_, { report }) {
  const tally = report.of('two processes, clocks an hour apart');
  for (const [word, aheadMs] of [
    ['ahead', HOUR_MS],
    ['behind', -HOUR_MS],
  ]) {
    const started = await start(aheadMs);
    const { service } = started;
    const to = { ...started, owner: await service.owner(), voucher: await createVoucher(service) };
    to.member = await service.member('Inès Vidal');
    const judge = (what, check) => tally.judge(`an hour ${word}: ${what}`, check);
    try {
      await judge('codes and links of letters', () => bothWays(to, (made, used) => byMail(to, made, used)));
      await judge('tokens of sites, readers and guests', () => bothWays(to, (made, used) => bySite(to, made, used)));
      await judge('what is over is over', () => isOver(to));
      await judge('moderators’ sessions, tickets and invitations', () =>
        bothWays(to, (...at) => moderators(to, ...at)),
      );
      await judge('claims', () => bothWays(to, (made, used) => claims(to, made, used)));
      await judge('what is put aside', () => bothWays(to, (made, used) => snoozes(to, made, used)));
      await judge('letters and lines behind the bell', () => told(to));
      await judge('comments', () => comments(to));
      await judge('acts on many comments', () => bothWays(to, (made) => bulk(to, made)));
    } finally {
      await started.stop();
    }
  }
}
