// The service in this very process, over a real store and a real mail server, with a clock that can be put forward and a log that
// can be read; and who uses it.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { startApp } from '../../../dist/services/app.js';
import { readConfig } from '../../../dist/services/config.js';
import { startStore } from '../../../dist/services/embedded-mongo/child.js';
import { createLogger } from '../../../dist/services/logger.js';
import { createMailLinks } from '../../../dist/services/notifications/mail-links.js';
import { demoSite } from '../../../dist/services/sites/sites.js';
import { openStore } from '../../../dist/services/storage/store.js';
import { readMail } from '../../support/received-mail.mjs';
import { ROOT } from '../measure.mjs';

const KEY = 'a key for the bench that is long enough to be one';
export const PASSWORD = 'correct horse battery';
/** What a moderator's password costs is another bench's subject. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };
/** Load from one place is a raid, and would be slowed down. */
const CALM = { heat: { on: false } };
export const SITES = [
  { ...demoSite(), settings: CALM },
  // Everything waits for a moderator here.
  { ...demoSite(), id: 'held', settings: { ...CALM, premod: true } },
  { ...demoSite(), id: 'other', name: 'La Gazette', origins: ['https://allowed.example'], settings: CALM },
];
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

/** A mail server that takes so long for each mail, milliseconds. */
export async function openMailServer(takesMs = 0) {
  const received = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, ...readMail(Buffer.concat(chunks).toString('latin1')) });
        setTimeout(done, takesMs);
      });
    },
  });
  server.on('error', () => undefined);
  const net = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => net.once('listening', resolve));
  const url = `smtp://127.0.0.1:${net.address().port}`;
  return { received, url, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function startUp(settings, { log, now, passwordCost }) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tribune-security-'));
  const entry = join(ROOT, 'dist/bin/embedded-mongo.js');
  const child = await startStore({ path: join(dataDir, 'store'), entry, log: QUIET });
  const store = await openStore(child.uri);
  for (const site of SITES) await store.sites.insert(site);
  const another = () =>
    startApp({
      config: { ...readConfig({}), PORT: 0, TRUST_PROXY: 1, ...settings },
      ...{ storeUri: child.uri, serviceKey: KEY, publicDir: join(ROOT, 'dist/public'), version: '0', log, now },
      passwordCost,
    });
  const app = await another();
  const stop = async () => {
    await app.close();
    await store.close();
    await child.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { app, store, storeUri: child.uri, another, stop };
}

/**
 * Starts it all. `lines` is the log; what it holds of errors is the service's own fault. `another` starts one more service over the
 * same store, which is to be closed before.
 */
export async function startService({ passwordCost = CHEAP } = {}) {
  const lines = [];
  const smtp = await openMailServer();
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const limits = { COMMENTS_PER_PERSON: 1_000_000, COMMENTS_PER_ADDRESS: 1_000_000 };
  const settings = { ...limits, SMTP_URL: smtp.url, MAIL_FROM: 'news@gazette.example' };
  const log = createLogger('info', { write: (line) => lines.push(line) });
  const { app, store, storeUri, another, stop } = await startUp(settings, { log, now, passwordCost });
  const service = { url: app.url, app, store, storeUri, another, smtp, lines, key: KEY };
  const { send, json } = senderTo(app.url);
  return Object.assign(service, {
    ...{ send, json },
    ...peopleOf(service, { json, now }),
    links: createMailLinks(KEY),
    now,
    /** Puts the clock forward. */
    skip: (ms) => (ahead += ms),
    stop: async () => {
      await stop();
      await smtp.close();
    },
  });
}

let networks = 0;
/** Another network each time: limits per address are another bench's subject. */
export function someNetwork() {
  networks += 1;
  return `198.18.${(networks >> 8) % 256}.${networks % 256}`;
}

export function senderTo(url) {
  /** One request as it is given, from a network of its own; to another process, if `base` names one. */
  async function send(method, at, { headers = {}, body, base = url } = {}) {
    const response = await fetch(base + at, {
      method,
      redirect: 'manual',
      headers: { 'X-Forwarded-For': someNetwork(), ...headers },
      body,
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
  }
  /** The same with a body of JSON. */
  const json = (method, at, body, headers = {}, base = url) =>
    send(method, at, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers }, base });
  return { send, json };
}

export function peopleOf(service, { json, now }) {
  const guest = async (site = 'demo') => {
    const { json: made } = await json('POST', `/v1/sites/${site}/guests`, undefined);
    return { ...made, site, auth: { Authorization: `Bearer ${made.token}` } };
  };
  const redeem = async (code, name) => {
    const { status, headers, json: view } = await json('POST', '/v1/console/setup', { code, name, password: PASSWORD });
    if (status !== 201) throw new Error(`no moderator ${name}: ${JSON.stringify(view)}`);
    return { name, id: view.id, auth: { Cookie: headers.get('set-cookie').split(';')[0] } };
  };
  let owner;
  let since = 0;
  /** The team's owner, made on first use, and signed in anew when the clock was put forward past a session. */
  const theOwner = async () => {
    const name = 'Marguerite Vasseur';
    if (owner === undefined) owner = await redeem(await service.app.setupCode(), name);
    else if (now() - since > 3_600_000) {
      const { headers } = await json('POST', '/v1/console/session', { name, password: PASSWORD });
      owner = { ...owner, auth: { Cookie: headers.get('set-cookie').split(';')[0] } };
    } else return owner;
    since = now();
    return owner;
  };
  const member = async (name, role = 'moderator') => {
    const { json: invite } = await json('POST', '/v1/console/invites', { role }, (await theOwner()).auth);
    return redeem(invite.url.split('#invite=')[1], name);
  };
  /** Posts; answers the whole reply. */
  const post = (reader, text, { thread = 'bench', title, name = 'Anaïs Martin', ...more } = {}) =>
    json(
      'POST',
      `/v1/sites/${reader.site}/comments`,
      { thread: { key: thread, ...(title === undefined ? {} : { title }) }, author: { name }, text, ...more },
      { ...reader.auth, 'Idempotency-Key': randomUUID() },
    );
  return { guest, redeem, member, owner: theOwner, post };
}

/** Waits until something holds; fails after `ms`. */
export async function until(condition, what, ms = 60_000) {
  for (const end = Date.now() + ms; !(await condition()); await sleep(20))
    if (Date.now() > end) throw new Error(`did not happen: ${what}`);
}

/** So much of a text in characters. */
export const cut = (text, length) => [...text].slice(0, length).join('');
