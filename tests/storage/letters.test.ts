import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { changeManner } from '../../services/notifications/change-manner.ts';
import { createDeliverer, type Deliverer } from '../../services/notifications/deliver.ts';
import { createSmtpTransport } from '../../services/notifications/email.ts';
import { bringLettersBack } from '../../services/notifications/letters-back.ts';
import { confirmLetterId, type Enclosures, type MailWords } from '../../services/notifications/letter.ts';
import { createServerWatch } from '../../services/notifications/server-watch.ts';
import type { Told } from '../../services/notifications/told.ts';
import { writeLetters } from '../../services/notifications/write-letters.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import type { LetterDoc } from '../../services/storage/letters.ts';
import type { PersonMail } from '../../services/storage/person-mail.ts';
import { quiet } from '../support/app.ts';
import { store, storeUri } from '../support/bare-store.ts';
import { TestSmtp } from '../support/smtp.ts';
import { until } from '../support/until.ts';

const run = promisify(execFile);
const SITE = 'gazette' as SiteId;
const THREAD = 'thread' as ThreadId;
/** A Monday noon in Paris. */
const NOON = new Date('2026-06-01T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let smtp: TestSmtp;
const others: TestSmtp[] = [];
let deliverer: Deliverer;
let clock = NOON;
let number = 0;
let connection: mongoose.Connection;
const unwanted = new Set<string>();
const later = (ms: number): Date => (clock = new Date(clock.getTime() + ms));

/** What each letter is about, one a line. */
function write(enclosures: Enclosures): Promise<MailWords> {
  const lines = enclosures.map((one) => (one.kind === 'confirm' ? 'confirm' : `${one.kind} ${one.comment._id}`));
  const name = enclosures[0].kind === 'comment' ? enclosures[0].comment.authorName : '';
  const headers = { 'List-Id': `${name} <list.example>`, References: '<thread@example>' };
  return Promise.resolve({ subject: `${name}: ${lines.length}`, text: lines.join('\n'), html: '<p>…</p>', headers });
}

const newWatch = () => createServerWatch({ log: quiet, now: () => clock });

function deliverWith(patienceMs: number, url = smtp.url, server = newWatch()): Deliverer {
  return createDeliverer({
    ...store,
    transport: createSmtpTransport({ url, from: 'news@gazette.example', now: () => clock, patienceMs }),
    isSite: () => Promise.resolve(true),
    wantsMail: (person) => Promise.resolve(!unwanted.has(person._id)),
    writeApart: () => Promise.resolve({ dropped: 'none here' }),
    server,
    ...{ write, domain: 'gazette.example', log: quiet, now: () => clock },
  });
}

beforeAll(async () => {
  connection = await mongoose.createConnection(storeUri).asPromise();
  smtp = await TestSmtp.start();
  deliverer = deliverWith(2000);
});
afterAll(async () => {
  await deliverer.stop();
  await Promise.all([smtp, ...others].map((one) => one.close()));
  await connection.close();
});
beforeEach(() => {
  smtp.received.length = 0;
  smtp.manner = () => 'take';
  // What other cases have left is long gone.
  later(400 * 24 * 60 * MINUTE);
});

async function sent(): Promise<string[]> {
  deliverer.sweep();
  await deliverer.idle();
  return smtp.received.map(({ to, text }) => `${to}: ${text.trim().split(/\s*\n/).join(', ')}`);
}

async function reader(more: Partial<PersonMail> = {}): Promise<PersonId> {
  const id = `reader-${++number}` as PersonId;
  await store.people.insert({ _id: id, siteId: SITE, kind: 'guest', name: 'Anaïs', email: null, createdAt: clock });
  await store.people.setMail(id, {
    ...{ address: `${id}@example.org`, key: `key-${id}`, state: 'confirmed', askedAt: clock, lang: 'fr' },
    ...{ frequency: 'instant', dailyAt: '08:00', quiet: null, timeZone: 'Europe/Paris', news: true, ...more },
  });
  return id;
}

async function comment(vis: 'visible' | 'hidden' = 'visible', authorName = 'Noé'): Promise<CommentId> {
  const id = `comment-${++number}` as CommentId;
  const verdict = { rev: 1, rulesetV: 1, level: 'pass' as const, ms: 0, hits: [], errors: [] };
  const doc: CommentDoc = {
    ...{ _id: id, siteId: SITE, threadId: THREAD, parentId: null, rootId: id, depth: 0, authorId: 'noe' as PersonId },
    ...{ authorName, authorStaff: false, createdAt: clock, lang: 'fr', rev: 1, text: 'mot', body: [], textHash: id },
    ...{ listed: true, mod: { v: 1, vis, review: vis === 'visible' ? 'none' : 'open', verdict, outbox: [] } },
  };
  await store.comments.insert(doc);
  return id;
}

const change = (id: CommentId, set: Record<string, unknown>) =>
  connection.collection<{ _id: string }>('comments').updateOne({ _id: id }, { $set: set });
const show = (id: CommentId, vis: 'visible' | 'hidden') => change(id, { 'mod.vis': vis });

/** A letter that is due now. */
async function letter(personId: PersonId, commentId: CommentId, more: Partial<LetterDoc> = {}): Promise<string> {
  const { mail } = (await store.people.byId(personId)) ?? {};
  const doc: LetterDoc = {
    ...{ _id: `${mail?.key ?? ''}:comment:${commentId}`, siteId: SITE, personId, key: mail?.key ?? '', lang: 'fr' },
    ...{ to: mail?.address ?? '', what: { kind: 'comment', commentId, threadId: THREAD, reasons: ['reply'] } },
    ...{ state: 'waiting', dueAt: clock, attempts: 0, createdAt: clock, ...more },
  };
  await store.letters.put([doc]);
  return doc._id;
}

it('goes once however often it is made, and all that is due to an address goes in one mail', async () => {
  const [anais, noe] = [await reader(), await reader()];
  const [first, second, third] = [await comment(), await comment(), await comment()];
  for (const what of [first, first, second]) await letter(anais, what);
  await letter(noe, first);
  await letter(anais, third, { dueAt: new Date(clock.getTime() + MINUTE) });
  expect((await sent()).sort()).toEqual([
    `${anais}@example.org: comment ${first}, comment ${second}`,
    `${noe}@example.org: comment ${first}`,
  ]);
  expect(await sent()).toHaveLength(2);
  later(MINUTE);
  expect((await sent())[2]).toBe(`${anais}@example.org: comment ${third}`);
  expect(new Set(smtp.received.map(({ messageId }) => messageId)).size).toBe(3);
});

it('goes in one mail with fifty at most, and holds up nobody else’s, also where two nodes send', async () => {
  const [anais, ...rest] = await Promise.all(Array.from({ length: 6 }, () => reader()));
  const about = await Promise.all(Array.from({ length: 120 }, () => comment()));
  for (const what of about) await letter(anais ?? ('' as PersonId), what);
  later(1000);
  for (const other of rest) await letter(other, about[0] ?? ('' as CommentId));
  const another = deliverWith(2000);
  another.sweep();
  await Promise.all([sent(), another.idle()]);
  const all = smtp.received.map(({ to, text }) => ({ to, lines: text.trim().split(/\s*\n/) }));
  const hers = all.filter(({ to }) => to === `${anais}@example.org`).map(({ lines }) => lines);
  // A node may find what the other one has not quite taken up yet; nothing goes twice, and nothing is left.
  expect(Math.max(...hers.map((lines) => lines.length))).toBeLessThanOrEqual(50);
  expect(hers.flat().sort()).toEqual(about.map((id) => `comment ${id}`).sort());
  const theirs = all.filter(({ to }) => to !== `${anais}@example.org`).map(({ to }) => to);
  expect(theirs.sort()).toEqual(rest.map((id) => `${id}@example.org`).sort());
  await another.stop();
});

it('is made for who wants mail, once for an address; ten an hour come singly, the others when it is over', async () => {
  later(HOUR - (clock.getTime() % HOUR) + 20 * MINUTE);
  const anais = await reader();
  const twin = await reader({ key: `key-${anais}`, address: `${anais}@example.org` });
  const [asked, noNews] = [await reader({ state: 'asked' }), await reader({ news: false })];
  const about = await Promise.all(Array.from({ length: 12 }, () => comment()));
  const told = (personId: PersonId, commentId: CommentId, byMail = true): Told => {
    const row = {
      _id: `${personId}:${commentId}`,
      personId,
      siteId: SITE,
      threadId: THREAD,
      commentId,
      createdAt: clock,
    };
    return { row: { ...row, kind: 'comment', parentId: null, reasons: ['thread'] }, byMail };
  };
  const verdict = (personId: PersonId): Told => {
    const { row } = told(personId, about[0] ?? ('' as CommentId));
    return { row: { ...row, kind: 'verdict', outcome: 'refused', eventId: 'event' }, byMail: false };
  };
  const news = [...about.map((id) => told(anais, id)), ...about.map((id) => told(twin, id))];
  for (let times = 0; times < 2; times += 1)
    await writeLetters(
      { ...store, now: () => clock },
      { type: 'notification.rows', told: [...news, ...about.map((id) => told(asked, id)), verdict(noNews)] },
    );
  await writeLetters(
    { ...store, now: () => clock },
    { type: 'notification.rows', told: [told(noNews, about[0] ?? ('' as CommentId), false)] },
  );
  expect(await sent()).toEqual([]);
  later(8000);
  // What is due together is one mail.
  expect(await sent()).toEqual([
    `${anais}@example.org: ${about
      .slice(0, 10)
      .map((id) => `comment ${id}`)
      .join(', ')}`,
  ]);
  later(40 * MINUTE);
  expect((await sent())[1]).toBe(`${anais}@example.org: comment ${about[10] ?? ''}, comment ${about[11] ?? ''}`);
});

it('is what may still be told when it is sent, and never comes back', async () => {
  const anais = await reader();
  const [seen, hidden] = [await comment(), await comment('hidden')];
  await letter(anais, hidden);
  await letter(anais, seen);
  const [muted, gone, bounced] = [await reader(), await reader(), await reader({ state: 'bounced' })];
  unwanted.add(muted);
  for (const person of [muted, gone, bounced]) await letter(person, seen);
  await store.people.removeMail(gone);
  await letter(anais, await comment(), { createdAt: new Date(clock.getTime() - 6 * 24 * 60 * MINUTE) });
  await letter(anais, seen, {
    _id: 'wrong',
    what: { kind: 'verdict', commentId: seen, threadId: THREAD, outcome: 'held' },
  });
  expect(await sent()).toEqual([`${anais}@example.org: comment ${seen}`]);
  unwanted.delete(muted);
  for (const person of [muted, anais]) await letter(person, seen);
  expect(await sent()).toHaveLength(1);
});

it('comes after all once its comment is back in sight, as each reader wants mail, and once', async () => {
  const [anais, noe] = [await reader(), await reader({ frequency: 'daily' })];
  const [seen, hidden, withdrawn] = [await comment(), await comment('hidden'), await comment('hidden')];
  const back = (id: CommentId) => bringLettersBack({ ...store, now: () => clock }, id);
  await change(withdrawn, { 'mod.outcome': { kind: 'withdrawn' } });
  for (const person of [anais, noe]) for (const id of [seen, hidden, withdrawn]) await letter(person, id);
  expect((await sent()).sort()).toEqual([anais, noe].map((id) => `${id}@example.org: comment ${seen}`).sort());
  later(5 * MINUTE);
  expect(await sent()).toHaveLength(2);
  for (const id of [seen, hidden, withdrawn]) {
    await show(id, 'visible');
    for (const _ of 'ab') await back(id);
  }
  later(8000);
  expect((await sent()).slice(2)).toEqual([`${anais}@example.org: comment ${hidden}`]);
  // Hidden and shown again: what was sent is not sent again, and what was not still comes.
  await show(hidden, 'hidden');
  later(24 * HOUR);
  expect(await sent()).toHaveLength(3);
  await show(hidden, 'visible');
  await back(hidden);
  later(24 * HOUR);
  expect((await sent()).slice(3)).toEqual([`${noe}@example.org: comment ${hidden}`]);
});

it('goes in a mail of its own where the mail it was tried in went without it', async () => {
  const anais = await reader();
  const [seen, hidden] = [await comment(), await comment()];
  for (const id of [seen, hidden]) await letter(anais, id);
  smtp.manner = () => ({ data: '451 not now' });
  await sent();
  smtp.manner = () => 'take';
  await show(hidden, 'hidden');
  later(MINUTE);
  expect(await sent()).toEqual([`${anais}@example.org: comment ${seen}`]);
  await show(hidden, 'visible');
  await bringLettersBack({ ...store, now: () => clock }, hidden);
  later(MINUTE);
  await sent();
  expect(smtp.shown.map(({ text }) => text.trim())).toEqual([`comment ${seen}`, `comment ${hidden}`]);
});

it('asks about an address once, in the newest letter, also in quiet hours', async () => {
  const night = { quiet: { from: '00:00', to: '23:59' }, timeZone: 'UTC' };
  const anais = await reader({ state: 'asked', ...night });
  const what = { kind: 'confirm' } as const;
  await letter(anais, '' as CommentId, { _id: confirmLetterId(anais, new Date(clock.getTime() - MINUTE)), what });
  await letter(anais, '' as CommentId, { _id: confirmLetterId(anais, clock), what });
  const noe = await reader(night);
  await letter(noe, await comment());
  expect(await sent()).toEqual([`${anais}@example.org: confirm`]);
  clock = new Date(Math.floor(clock.getTime() / (24 * 60 * MINUTE)) * 24 * 60 * MINUTE + (23 * 60 + 59) * MINUTE);
  expect(await sent()).toHaveLength(2);
});

it('is the same mail at every try, also where the server has it and hung up', async () => {
  const [cut, not, fine] = [await reader(), await reader(), await reader()];
  const about = await comment();
  for (const person of [cut, not, fine]) await letter(person, about);
  smtp.manner = (to) =>
    to.startsWith(`${cut}@`) ? 'cut' : to.startsWith(`${not}@`) ? { data: '451 not now' } : 'take';
  await sent();
  expect(smtp.received.map(({ to }) => to).sort()).toEqual([`${cut}@example.org`, `${fine}@example.org`].sort());
  smtp.manner = () => 'take';
  // What became due since goes in the next mail, since this one may be there already.
  await letter(cut, await comment());
  later(20_000);
  expect(await sent()).toHaveLength(3);
  later(20_000);
  await sent();
  expect(smtp.received).toHaveLength(5);
  expect(smtp.shown.map(({ to }) => to).sort()).toEqual([cut, cut, not, fine].map((id) => `${id}@example.org`).sort());
});

it('is dead after eight tries, or once the server knows no such address, which then gets nothing more', async () => {
  const [never, unknown, refused, relay] = [await reader(), await reader(), await reader(), await reader()];
  const twin = await reader({ key: `key-${unknown}`, address: `${unknown}@example.org` });
  const about = await comment();
  for (const person of [never, unknown, refused, relay]) await letter(person, about);
  smtp.manner = (to) => {
    if (to.startsWith(`${never}@`)) return { rcpt: '450 4.2.0 greylisted <x@example.org>' };
    if (to.startsWith(`${unknown}@`)) return { rcpt: '550 5.1.1 No such user' };
    return to.startsWith(`${relay}@`) ? { rcpt: '550 5.7.1 Relaying denied' } : { data: '554 5.6.0 No' };
  };
  for (let tries = 0; tries < 8; tries += 1) {
    await sent();
    later(8 * 60 * MINUTE);
  }
  const dead = await store.letters.dead({ place: null, limit: 4 });
  const errors = Object.fromEntries(
    dead.map(({ personId, attempts, error }) => [personId ?? '', `${attempts} ${error ?? ''}`]),
  );
  expect(errors[never]).toMatch(/^7 450 4\.2\.0 greylisted …/);
  expect(errors).toMatchObject({ [unknown]: expect.stringContaining('550') as unknown });
  const states = await store.people.byIds([unknown, twin, refused, relay]);
  expect(Object.fromEntries(states.map(({ _id, mail }) => [_id, mail?.state]))).toEqual({
    ...{ [unknown]: 'bounced', [twin]: 'bounced', [refused]: 'confirmed', [relay]: 'confirmed' },
  });
  smtp.manner = () => 'take';
  for (const { _id } of dead) expect(await store.letters.retry(_id, clock)).toBe(true);
  await sent();
  expect(smtp.received.map(({ to }) => to).sort()).toEqual(
    [never, refused, relay].map((id) => `${id}@example.org`).sort(),
  );
});

it('comes at a changed hour where it waits for one; what is due or put by keeps its own', async () => {
  later(24 * HOUR - (clock.getTime() % (24 * HOUR)));
  const anais = await reader({ frequency: 'daily', timeZone: 'UTC' });
  const eight = new Date(clock.getTime() + 8 * HOUR);
  const ids = [
    await letter(anais, await comment(), { dueAt: eight }),
    await letter(anais, await comment(), { dueAt: eight, unseen: true }),
    await letter(anais, await comment()),
  ];
  const dueAt = async () =>
    (await Promise.all(ids.map((_id) => connection.collection<LetterDoc>('letters').findOne({ _id })))).map(
      (found) => found?.dueAt,
    );
  const deps = { ...store, now: () => clock };
  await changeManner(deps, anais, { news: false, lang: 'de' });
  expect(await dueAt()).toEqual([eight, eight, clock]);
  await changeManner(deps, anais, { dailyAt: '18:30' });
  expect(await dueAt()).toEqual([new Date(clock.getTime() + 18.5 * HOUR), eight, clock]);
});

it('waits unblamed while the server is away, and goes with what came since', async () => {
  const anais = await reader();
  await smtp.close();
  for (let tries = 0; tries < 12; tries += 1) {
    await letter(anais, await comment());
    await sent();
    later(MINUTE);
  }
  await smtp.open();
  await sent();
  expect(smtp.received).toHaveLength(1);
  expect(smtp.received[0]?.text.trim().split('\n')).toHaveLength(12);
});

it('goes where the service is let in: by its password, never in the clear to elsewhere, and to no stranger', async () => {
  const locked = await TestSmtp.start({ password: 'sés@me' });
  const strange = await TestSmtp.start({ startTls: true });
  others.push(locked, strange);
  const anais = await reader();
  const id = await letter(anais, await comment());
  const why: unknown[] = [];
  const tryBy = async (url: string): Promise<void> => {
    const server = newWatch();
    const by = deliverWith(2000, url, server);
    by.sweep();
    await by.idle();
    await by.stop();
    why.push(server.away()?.why);
    later(MINUTE);
  };
  const here = (user: string, port: number) => `smtp://${user}127.0.0.1:${port}`;
  await tryBy(here('', locked.port));
  await tryBy(here('news:wrong@', locked.port));
  // The same server under a name that is not known to be this machine.
  await tryBy(`smtp://news:s%C3%A9s%40me@0.0.0.0:${locked.port}`);
  await tryBy(here('', strange.port));
  await tryBy(`smtps://127.0.0.1:${locked.port}`);
  await tryBy('smtp://127.0.0.1:1');
  await tryBy('smtp://no-such-host.invalid');
  expect(why).toEqual([
    ...['sign-in', 'sign-in', 'encryption', 'certificate', 'encryption', 'unreachable', 'unknown-name'],
  ]);
  expect([locked.signedIn, locked.received, strange.received]).toEqual([[], [], []]);
  // It was nobody's fault but ours.
  const waiting = await connection.collection<LetterDoc>('letters').findOne({ _id: id });
  expect(waiting).toMatchObject({ state: 'waiting', attempts: 0 });
  await tryBy(here('news:s%C3%A9s%40me@', locked.port));
  expect([locked.signedIn, locked.received.map(({ to }) => to)]).toEqual([['news'], [`${anais}@example.org`]]);
});

it('goes encrypted to a server whose certificate is vouched for by who the process was told of as it started', async () => {
  const cert = fileURLToPath(new URL('../support/vouched-cert.pem', import.meta.url));
  const key = await readFile(new URL('../support/vouched-key.pem', import.meta.url), 'utf8');
  const vouched = await TestSmtp.start({ startTls: { key, cert: await readFile(cert, 'utf8') }, password: 'sésame' });
  others.push(vouched);
  const script = fileURLToPath(new URL('../support/send-mail.mjs', import.meta.url));
  const url = `smtp://news:s%C3%A9same@localhost:${vouched.port}`;
  const said = async (env: NodeJS.ProcessEnv): Promise<unknown> =>
    JSON.parse((await run(process.execPath, [script, url], { env: { ...process.env, ...env } })).stdout);
  expect(await said({ NODE_EXTRA_CA_CERTS: cert, NODE_OPTIONS: '' })).toEqual({ kind: 'sent' });
  expect(vouched.received.map(({ to, isEncrypted }) => [to, isEncrypted])).toEqual([['lise@example.org', true]]);
  expect(await said({ NODE_EXTRA_CA_CERTS: '', NODE_OPTIONS: '' })).toMatchObject({ kind: 'away', why: 'certificate' });
});

it('holds up no other one where a server dawdles', async () => {
  const about = await comment();
  const slow = await Promise.all(Array.from({ length: 8 }, () => reader()));
  const others = await Promise.all(Array.from({ length: 30 }, () => reader()));
  let goOn = (): void => undefined;
  const wait = new Promise<void>((resolve) => (goOn = resolve));
  smtp.manner = (to) => (slow.some((id) => to.startsWith(`${id}@`)) ? { wait } : 'take');
  // Most of them have failed before.
  for (const [i, person] of slow.entries()) await letter(person, about, { attempts: i < 3 ? 0 : 1 });
  for (const person of others) await letter(person, about);
  const patient = deliverWith(60_000);
  patient.sweep();
  await until(() => smtp.received.length === others.length, 'all others have their mail');
  goOn();
  await patient.idle();
  expect(smtp.received.length).toBe(others.length + slow.length);
  await patient.stop();
});

it('is addressed to one person alone, whatever names and titles say', async () => {
  const anais = await reader();
  await letter(anais, await comment('visible', 'Noé\r\nBcc: evil@example.net\u2028X-Evil: 1\0'));
  await sent();
  const [mail] = smtp.received;
  expect(mail?.to).toBe(`${anais}@example.org`);
  expect([...(mail?.headers.keys() ?? [])].filter((name) => /bcc|evil/.test(name))).toEqual([]);
  expect(mail?.headers.get('subject')).toBe('Noé Bcc: evil@example.net X-Evil: 1 : 1');
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail?.headers.get('references')).toBe('<thread@example>');
});
