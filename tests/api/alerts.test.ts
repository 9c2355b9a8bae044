import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import mongoose from 'mongoose';
import { createMailLinks } from '../../services/notifications/mail-links.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { siteSettingsSchema } from '../../shared/site.ts';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, TEST_KEY, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { TestSmtp } from '../support/smtp.ts';
import { until } from '../support/until.ts';

const MINUTE = 60_000;

/** A chat that keeps what it is posted, and answers as it is told. */
const posted: { text: string; queue: string | null; count: number; url: string }[] = [];
let answer = 200;
let chat: Server;
let smtp: TestSmtp;
let app: TestApp;
let twin: TestApp;
let store: Store;
let connection: mongoose.Connection;
let calls: mongoose.mongo.Collection;
let clock = Date.parse('2026-03-01T07:00:00Z');

beforeAll(async () => {
  chat = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      posted.push(JSON.parse(body) as (typeof posted)[number]);
      response.writeHead(answer).end('ok');
    });
  });
  await new Promise<void>((resolve) => chat.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(chat.address() as AddressInfo).port}`;
  const { alerts } = siteSettingsSchema.parse({
    alerts: { olderThanMinutes: 10, emails: ['lise@site.example'], webhooks: [`http://${host}/hook`] },
  });
  smtp = await TestSmtp.start();
  const settings = { OUTBOUND_ALLOW: [host], SMTP_URL: smtp.url, MAIL_FROM: 'news@gazette.example' };
  const now = (): Date => new Date(clock);
  app = await bootApp(settings, { now, site: { premod: true, alerts } });
  // A second node over the same store: it measures the same at the same time.
  twin = await bootApp(settings, { now, over: app });
  store = await openStore(app.storeUri);
  connection = await mongoose.createConnection(app.storeUri).asPromise();
  calls = connection.collection('webhook_calls');
});
afterAll(async () => {
  await connection.close();
  await store.close();
  await twin.close();
  await app.close();
  await smtp.close();
  chat.close();
});

/** Nothing is under way any more: whatever was decided on is in the outboxes, and was posted. */
const quiet = async (): Promise<boolean> =>
  (await store.alertStates.of(SITE as SiteId))?.pending === undefined &&
  (await store.webhookCalls.count('waiting')) === 0;

describe('a comment that waits too long', () => {
  it('is told to chats and by mail once, however many nodes measure it, and again after four hours', async () => {
    const reader = await Reader.guest(app.url, 'Violette', 'thread-alerts');
    expect((await reader.post('Bonjour')).status).toBe(202);
    clock += 12 * MINUTE;
    await until(() => posted.length === 1, 'the chat is told');
    expect(posted[0]).toMatchObject({
      ...{ text: expect.stringContaining('1 commentaire retenu'), site: SITE, queue: 'premod' },
      ...{ count: 1, oldestMinutes: 12, url: `${posted[0]?.url}` },
    });
    expect(posted[0]?.url).toMatch(/\/console#queue=premod$/);
    await until(async () => (await quiet()) && smtp.shown.length === 1, 'the team is written to');
    expect(smtp.received[0]).toMatchObject({ to: 'lise@site.example' });
    expect(smtp.received[0]?.text).toContain('/console#queue=premod');
    expect(smtp.received[0]?.text).toContain('Alertes à l’équipe');
    clock += 4 * 60 * MINUTE;
    await until(() => posted.length === 2, 'the chat is told again');
    await until(async () => (await quiet()) && smtp.shown.length === 2, 'the team is written to again');
    expect([posted.length, smtp.received.length]).toEqual([2, 2]);
  });

  it('is told when a node was killed between deciding and telling', async () => {
    const { v = 0, told } = (await store.alertStates.of(SITE as SiteId)) ?? {};
    if (told === undefined) throw new Error('nothing was told');
    const alerts = [{ kind: 'mark' as const, queue: 'reported' as const, count: 7, oldestMinutes: 30 }];
    const pending = { id: `${SITE}:${v + 1}`, at: new Date(clock), alerts };
    expect(await store.alertStates.advance(SITE as SiteId, { v, told, pending })).toBe(true);
    clock += MINUTE;
    await until(() => posted.some(({ count }) => count === 7), 'the chat is told what was left behind');
    await until(quiet, 'nothing is under way');
    expect(posted.filter(({ count }) => count === 7)).toHaveLength(1);
  });

  it('is posted again to a chat that is away, and given up where the chat is gone', async () => {
    const before = posted.length;
    app.expectLogged(/a chat could not be told/);
    twin.expectLogged(/a chat could not be told/);
    answer = 503;
    clock += 4 * 60 * MINUTE;
    await until(() => posted.length === before + 1, 'the chat is asked');
    await until(async () => (await calls.findOne({ attempts: 1 })) !== null, 'the chat is to be told later');
    answer = 410;
    clock += MINUTE;
    await until(async () => (await store.webhookCalls.count('dead')) === 1, 'the chat is given up');
    expect(posted).toHaveLength(before + 2);
    const [dead] = await store.webhookCalls.dead({ place: null, limit: 5 });
    expect(dead).toMatchObject({ error: 'answered 410', attempts: 1 });
  });
});

describe('a word that is hidden', () => {
  const WORDS = /amarante|vermillon|smaragdin|garance|c[ée]ladon|incarnat/i;
  const links = createMailLinks(TEST_KEY);

  /** A reader with an address that is theirs. */
  async function reader(name: string): Promise<Reader> {
    const made = await Reader.guest(app.url, name, 'canary');
    const body = { address: `${name.toLowerCase()}@site.example`, lang: 'fr' };
    await request(app.url + routes.mail, 'PUT', { headers: made.auth, body });
    const personId = made.personId as PersonId;
    const { key = '' } = (await store.people.byId(personId))?.mail ?? {};
    const link = links.sign({ action: 'confirm', personId, key, target: '' }, new Date(clock));
    await fetch(app.url + path(routes.mailLink, { link }), { method: 'POST', body: new URLSearchParams() });
    return made;
  }

  it('is in no alert, and in no mail but its author’s own', async () => {
    answer = 200;
    const noe = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
    const [sacha, paule] = [await reader('Sacha'), await reader('Paule')];
    const body = { kind: 'thread', thread: { key: 'canary', title: 'La halle' }, mail: true };
    await request(app.url + routes.subscriptions, 'PUT', { headers: paule.auth, body });
    const say = async (word: string): Promise<string> => (await sacha.post(`Une remarque ${word}.`)).body.id;
    await say('amarante');
    await noe.decideNow(await say('vermillon'), { action: 'refuse', codes: ['abuse'], note: 'smaragdin' });
    const [withdrawn, removed, shown] = [await say('garance'), await say('céladon'), await say('indigo')];
    for (const id of [withdrawn, removed, shown]) await noe.decideNow(id, { action: 'approve' });
    await app.app.settled();
    // The clock stands, so that no letter is due before they are gone again.
    await sacha.withdraw(withdrawn);
    await noe.decideNow(removed, { action: 'refuse', codes: ['abuse'] });
    await paule.report(shown, { reason: 'other', note: 'incarnat' });
    await app.app.settled();
    const before = posted.length;
    clock += 4 * 60 * MINUTE;
    const mailsOf = (isTheirs: (to: string) => boolean): string =>
      smtp.shown
        .filter(({ to }) => isTheirs(to))
        .map(({ headers, text, html }) => [headers.get('subject'), text, html].join('\n'))
        .join('\n');
    const isSacha = (to: string): boolean => to === 'sacha@site.example';
    await until(() => {
      clock += MINUTE;
      const toPaule = mailsOf((to) => to === 'paule@site.example');
      return posted.length > before && toPaule.includes('indigo') && mailsOf(isSacha).includes('vermillon');
    }, 'the team, who follows and the author are told');
    await until(quiet, 'nothing is under way');
    const toChats = JSON.stringify(posted);
    expect(toChats).not.toMatch(WORDS);
    // Nor what is in sight, nor whose it is.
    expect(toChats).not.toMatch(/indigo|sacha/i);
    expect(mailsOf((to) => !isSacha(to))).not.toMatch(WORDS);
    expect(mailsOf(isSacha)).not.toContain('incarnat');
  });
});
