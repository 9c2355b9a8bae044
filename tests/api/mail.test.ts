import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { ConsoleMail } from '../../shared/console-mail.ts';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import type { MailView } from '../../shared/mail.ts';
import type { OwnExport } from '../../shared/own.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Subscriptions, SubscriptionView } from '../../shared/subscription.ts';
import { createMailLinks, type MailAction } from '../../services/notifications/mail-links.ts';
import type { DevMailDoc } from '../../services/storage/dev-mail.ts';
import type { LetterDoc } from '../../services/storage/letters.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, TEST_KEY, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';
import { until } from '../support/until.ts';

const DAY = 86_400_000;
const links = createMailLinks(TEST_KEY);

let ahead = 0;
let app: TestApp;
let store: Store;
let connection: mongoose.Connection;
let ines: Moderator;
const now = (): Date => new Date(Date.now() + ahead);

beforeAll(async () => {
  app = await bootApp({ TRUST_PROXY: 1 }, { now });
  store = await openStore(app.storeUri);
  connection = await mongoose.createConnection(app.storeUri).asPromise();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await connection.close();
  await store.close();
  await app.close();
});

let guests = 0;
const guest = (name: string): Promise<Reader> => Reader.guest(app.url, name, `mail-${guests++}`);
/** Each reader from a network of their own, unless a test says otherwise. */
const ask = <Body = MailView & ProblemDocument>(
  of: Reader,
  method: string,
  at: string,
  body?: unknown,
  from?: string,
) =>
  request<Body>(app.url + at, method, {
    headers: { ...of.auth, 'X-Forwarded-For': from ?? `198.51.100.${guests % 250}` },
    ...(body === undefined ? {} : { body }),
  });
const put = (of: Reader, body: unknown, from?: string) => ask(of, 'PUT', routes.mail, body, from);
const again = (of: Reader, from?: string) => ask(of, 'POST', routes.mailConfirmation, undefined, from);
const personOf = async ({ personId }: Reader) => (await store.people.byId(personId as PersonId))?.mail;
const keyOf = async (of: Reader): Promise<string> => (await personOf(of))?.key ?? 'nobody'.repeat(8);
const sign = async (of: Reader, action: MailAction, target = '', at = now()): Promise<string> =>
  `${app.url}${path(routes.mailLink, {
    link: links.sign({ action, personId: of.personId as PersonId, key: await keyOf(of), target }, at),
  })}`;

interface Page {
  status: number;
  headers: Headers;
  html: string;
}
async function page(url: string, fields?: Record<string, string>, lang = 'en'): Promise<Page> {
  const response = await fetch(url, {
    headers: { 'Accept-Language': lang },
    ...(fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields) }),
  });
  // Lines do not break in the word itself.
  const html = (await response.text()).replaceAll('\u2011', '-');
  return { status: response.status, headers: response.headers, html };
}
const headingOf = ({ html }: Page): string => /<h1>(.*?)<\/h1>/.exec(html)?.[1] ?? '';
const said = async (url: string, fields?: Record<string, string>) => {
  const shown = await page(url, fields);
  return [shown.status, headingOf(shown)];
};
/** A reader whose address is confirmed. */
async function reader(name: string, more: Record<string, unknown> = {}): Promise<Reader> {
  const made = await guest(name);
  await put(made, { address: `${name.toLowerCase()}@site.example`, lang: 'en', ...more });
  await page(await sign(made, 'confirm'), {});
  return made;
}
const follow = (of: Reader, body: unknown) => ask<SubscriptionView>(of, 'PUT', routes.subscriptions, body);
const follows = async (of: Reader) => (await ask<Subscriptions>(of, 'GET', routes.subscriptions)).body;
/** A letter about a comment. */
async function letter(of: Reader, more: Omit<Partial<LetterDoc>, 'what'>): Promise<string> {
  const _id = `${await keyOf(of)}:comment:${of.personId}`;
  const what = { kind: 'comment' as const, commentId: _id as CommentId, threadId: 'gone' as ThreadId, reasons: [] };
  await store.letters.put([
    {
      ...{ _id, siteId: SITE as SiteId, personId: of.personId as PersonId, key: await keyOf(of), lang: 'en', what },
      ...{ state: 'waiting', dueAt: now(), attempts: 0, createdAt: now(), ...more },
    },
  ]);
  return _id;
}
/** One that could not be sent. */
const dead = (of: Reader, to = 'dead@site.example'): Promise<string> =>
  letter(of, { to, state: 'dead', error: '550 no', attempts: 7, doneAt: now() });

describe('an address', () => {
  it('is asked about in a letter, and theirs once its link was used', async () => {
    const lise = await guest('Lise');
    const hours = { dailyAt: '18:30', quiet: { from: '22:00', to: '07:30' }, timeZone: 'Europe/Paris' };
    const manner = { frequency: 'daily', ...hours, news: false };
    expect((await follows(lise)).mail).toMatchObject({ offered: true, state: 'none', address: null });
    expect((await put(lise, { frequency: 'daily' })).body.errors).toMatchObject([
      { path: 'address', code: 'required' },
    ]);
    const { status, body } = await put(lise, { address: 'Lise@Bücher.example', lang: 'de', ...manner });
    expect([status, body]).toEqual([
      202,
      { offered: true, state: 'asked', address: 'Lise@xn--bcher-kva.example', ...manner },
    ]);
    const mail = await personOf(lise);
    const letter = `confirm:${lise.personId}:${mail?.askedAt.getTime() ?? ''}`;
    const written = await connection.collection('letters').find({ personId: lise.personId }).toArray();
    expect(written).toMatchObject([{ _id: letter, key: mail?.key, lang: 'de', what: { kind: 'confirm' } }]);

    const link = await sign(lise, 'confirm');
    const shown = await page(link);
    expect([shown.status, headingOf(shown)]).toEqual([200, 'Ihre Adresse bestätigen']);
    expect((await follows(lise)).mail.state).toBe('asked');
    expect(await said(link, {})).toEqual([200, 'Ihre Adresse ist bestätigt']);
    expect((await follows(lise)).mail).toMatchObject({ state: 'confirmed', ...manner });
    // What is used says so, and what is left out stays as it is.
    for (const fields of [undefined, {}])
      expect(await said(link, fields)).toEqual([410, 'Diese Adresse ist schon bestätigt']);
    expect((await put(lise, { news: true, quiet: null })).body).toMatchObject({
      ...{ state: 'confirmed', frequency: 'daily', quiet: null, news: true },
    });
    expect((await put(lise, { address: 'lise@bücher.example' })).body.state).toBe('confirmed');
    expect((await put(lise, { address: 'other@site.example' })).body).toMatchObject({
      state: 'asked',
      frequency: 'daily',
    });
    expect(await said(link)).toEqual([410, 'Dieser Link ist abgelaufen']);
  });

  it('is confirmed by each who gives it, and nobody is told that another has it', async () => {
    const mia = await reader('Mia');
    const other = await guest('Nobody');
    const [mine, theirs] = [(await follows(mia)).mail, (await put(other, { address: 'mia@site.example' })).body];
    expect(theirs).toEqual({ ...mine, state: 'asked' });
    expect((await personOf(other))?.key).toBe((await personOf(mia))?.key);
    // Their own link is no use to anybody else.
    expect(await said(await sign(mia, 'confirm'), {})).toEqual([410, 'This address is already confirmed']);
    expect((await follows(other)).mail.state).toBe('asked');
  });

  it('is no list, no header and no other trick', async () => {
    const noe = await guest('Noé');
    for (const address of [
      'a@b.example\r\nBcc: c@b.example',
      'a@b.example,c@b.example',
      '"a"@b.example',
      ['a@b.example'],
    ]) {
      const { status, body } = await put(noe, { address });
      expect([status, body.errors?.[0]?.path]).toEqual([400, 'address']);
    }
    expect(await personOf(noe)).toBeUndefined();
    for (const wrong of [
      { timeZone: 'Mars/Olympus' },
      { quiet: { from: '25:00', to: '7:00' } },
      { frequency: 'weekly' },
    ])
      expect((await put(noe, { address: 'noe@site.example', ...wrong })).status).toBe(400);
  });

  it('is asked about three times in a quarter of an hour, and a network asks for twenty an hour', async () => {
    const [ola, pia] = [await guest('Ola'), await guest('Pia')];
    expect((await put(ola, { address: 'ola@site.example' })).status).toBe(202);
    expect([(await again(ola)).status, (await put(pia, { address: 'Ola+more@site.example' })).status]).toEqual([
      202, 202,
    ]);
    const refused = await again(ola);
    expect([refused.status, refused.body.code, refused.headers.get('retry-after') !== null]).toEqual([
      ...[429, 'rate-limited', true],
    ]);
    expect((await follows(ola)).mail.state).toBe('asked');
    const [max, many] = [await guest('Max'), [] as number[]];
    for (let i = 0; i < 21; i += 1)
      many.push((await put(max, { address: `max${i}@site.example` }, '203.0.113.9')).status);
    expect(many).toEqual([...Array<number>(20).fill(202), 429]);
  });

  it('is in the export, can be taken back, and goes with who is forgotten', async () => {
    const askedByLetter = async (name: string): Promise<Reader> => {
      const made = await guest(name);
      await put(made, { address: `${name.toLowerCase()}@site.example`, lang: 'en' });
      const mails = () => store.devMail.ofPerson(made.personId as PersonId);
      await until(async () => (await mails()).length > 0, 'the letter that asks is kept');
      await page(await sign(made, 'confirm'), {});
      return made;
    };
    const tea = await askedByLetter('Tea');
    expect((await ask<OwnExport>(tea, 'GET', routes.ownExport)).body).toMatchObject({
      person: { mail: { address: 'tea@site.example', state: 'confirmed' } },
      letters: [{ kind: 'confirm', commentId: null, address: null, state: 'sent' }],
      keptMails: [{ to: 'tea@site.example', subject: expect.stringContaining('Confirm') as unknown }],
    });
    for (const _ of 'ab') expect((await ask(tea, 'DELETE', routes.mail)).status).toBe(204);
    expect((await follows(tea)).mail).toMatchObject({ state: 'none', address: null });
    const uma = await askedByLetter('Uma');
    const settings = await sign(uma, 'settings');
    await dead(uma, 'uma@site.example');
    await store.people.bounceMail(SITE as SiteId, await keyOf(uma), now());
    await ask(uma, 'POST', routes.erasure, { what: 'everything', count: 0 });
    const holds = async (name: string): Promise<boolean> =>
      JSON.stringify(await connection.collection(name).find().toArray()).includes('uma@site.example');
    const names = ((await connection.db?.listCollections().toArray()) ?? []).map(({ name }) => name);
    await until(async () => !(await Promise.all(names.map(holds))).includes(true), 'her address is nowhere');
    expect(await connection.collection('letters').countDocuments({ personId: uma.personId })).toBe(0);
    expect(await said(settings)).toEqual([410, 'This link has expired']);
  });
});

describe('a link', () => {
  it('shows a page that tells nobody where it is, and loads nothing', async () => {
    const vera = await reader('Vera', { lang: 'ar' });
    const shown = await page(await sign(vera, 'settings'));
    const { headers, html } = shown;
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none'",
    );
    expect([headers.get('referrer-policy'), headers.get('cache-control'), headers.get('x-robots-tag')]).toEqual([
      ...['no-referrer', 'no-store', 'noindex, nofollow'],
    ]);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(html).toMatch(/^<!doctype html><html lang="ar" dir="rtl">/);
    expect(html).not.toMatch(/<script|<img|style=|\son\w+=/);
    expect((await fetch(`${app.url}/mail/pages.css`)).headers.get('content-type')).toMatch(/^text\/css/);
  });

  it('that is forged, for something or somebody else, or too old does nothing', async () => {
    const wim = await reader('Wim');
    const good = await sign(wim, 'stop', 'all');
    const forged = [
      `${good.slice(0, -1)}!`,
      `${app.url}/mail/x`,
      `${app.url}/mail/${'a'.repeat(3000)}`,
      good.split('.').slice(0, -1).join('.'),
    ];
    for (const link of forged)
      for (const fields of [undefined, { do: 'all' }, { 'List-Unsubscribe': 'One-Click' }])
        expect(await said(link, fields)).toEqual([404, 'This link leads nowhere']);
    const old = await sign(wim, 'stop', 'all', new Date(now().getTime() - 366 * DAY));
    for (const fields of [undefined, {}]) expect(await said(old, fields)).toEqual([410, 'This link has expired']);
    expect((await follows(wim)).mail.state).toBe('confirmed');
    expect((await page(`${app.url}/mail/x`, undefined, 'fr')).html).toContain('Ce lien ne mène nulle part');
  });

  it('stops what its letter was about, by hand or by itself, and nothing else', async () => {
    const yan = await reader('Yan');
    const thread = (await follow(yan, { kind: 'thread', thread: { key: yan.thread, title: 'La <halle>' }, mail: true }))
      .body;
    const answers = (await follow(yan, { kind: 'answers', mail: true })).body;
    const refs = [thread, answers].map(({ id }) => id.slice(id.indexOf(':') + 1));
    const link = await sign(yan, 'stop', [refs[0], 'own'].join(','));
    const shown = await page(link);
    expect(headingOf(shown)).toBe('Stop these e-mails?');
    expect(shown.html).toContain(
      '<li>New comments on “<bdi>La &lt;halle&gt;</bdi>”</li><li>What becomes of your own comments</li>',
    );
    const states = async () => {
      const { items, mail } = await follows(yan);
      return [items.map(({ kind, mail: by }) => [kind, by]), mail.news];
    };
    expect(await states()).toEqual([
      [
        ['answers', true],
        ['thread', true],
      ],
      true,
    ]);
    expect(await said(link, { 'List-Unsubscribe': 'One-Click' })).toEqual([
      200,
      'You will get no more of these e-mails',
    ]);
    expect(await states()).toEqual([
      [
        ['answers', true],
        ['thread', false],
      ],
      false,
    ]);
    // Again, also as the other encoding that mail programs may send.
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(link, { method: 'POST', body })).status).toBe(200);
    expect(await said(link)).toEqual([200, 'You will get no more of these e-mails']);
    expect(await said(await sign(yan, 'stop', refs[1]), {})).toEqual([200, 'You will get no more of these e-mails']);
    expect(await states()).toEqual([
      [
        ['answers', false],
        ['thread', false],
      ],
      false,
    ]);
  });

  it('stops all there is to the mailbox, whichever of its guests it was for', async () => {
    const [zoe, twin, asking] = [await reader('Zoe'), await guest('Zoe'), await guest('Zoe')];
    for (const one of [twin, asking]) await put(one, { address: 'ZOE@site.example' });
    await page(await sign(twin, 'confirm'), {});
    const link = await sign(zoe, 'stop', 'thread:some');
    expect(await said(await sign(zoe, 'stop', 'all'))).toEqual([200, 'Stop all e-mails?']);
    expect(await said(link, { do: 'all' })).toEqual([200, 'You will get no more e-mails']);
    for (const one of [zoe, twin]) expect((await follows(one)).mail.state).toBe('none');
    // Whoever has only typed the address has no say, and nothing to lose.
    expect((await follows(asking)).mail.state).toBe('asked');
    for (const fields of [undefined, {}])
      expect(await said(link, fields)).toEqual([200, 'You will get no more e-mails']);
  });

  it('changes how mail comes, and what it is about', async () => {
    const abel = await reader('Abel');
    const thread = (await follow(abel, { kind: 'thread', thread: { key: abel.thread }, mail: true })).body;
    const link = await sign(abel, 'settings');
    expect(await said(link)).toEqual([200, 'Your e-mails']);
    // It waits for its hour, so it comes by the new times.
    const waiting = await letter(abel, { dueAt: new Date(now().getTime() + 5 * DAY) });
    const fields = { do: 'save', frequency: 'hourly', quiet: 'on', from: '21:00', to: '06:30' };
    expect((await page(link, fields)).html).toContain('<p role="status" class="done">Saved.</p>');
    const mail = { frequency: 'hourly', quiet: { from: '21:00', to: '06:30' }, news: false };
    const { dueAt } = (await connection.collection<LetterDoc>('letters').findOne({ _id: waiting })) ?? {};
    expect(dueAt?.getTime()).toBeLessThan(now().getTime() + DAY);
    expect((await follows(abel)).mail).toMatchObject(mail);
    expect((await follows(abel)).mail).toMatchObject({ dailyAt: '08:00', timeZone: 'UTC' });
    for (const [wrong, where] of [
      [{ from: '' }, 'quiet'],
      [{ to: '24:00' }, 'quiet'],
      [{ frequency: 'never' }, 'frequency'],
      [{ dailyAt: '' }, 'dailyAt'],
      [{ dailyAt: '8 o\'clock "' }, 'dailyAt'],
      [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    ] as const) {
      const { status, html } = await page(link, { ...fields, news: 'on', ...wrong });
      expect([status, html.includes('Nothing was saved'), html.match(/id="(\w+)-wrong"/g)]).toEqual([
        ...[400, true, [`id="${where}-wrong"`]],
      ]);
      // What was typed is not lost.
      expect(html).toMatch(/name="news" checked/);
    }
    expect((await follows(abel)).mail).toMatchObject(mail);
    const zoned = { dailyAt: '18:30', timeZone: 'America/Sao_Paulo' };
    expect((await page(link, { ...fields, ...zoned })).html).toContain(
      '<option value="America/Sao_Paulo" selected>America/Sao Paulo</option>',
    );
    expect((await follows(abel)).mail).toMatchObject({ ...mail, ...zoned });
    await page(link, { do: 'save', frequency: 'instant', news: 'on', from: '21:00', to: '' });
    expect((await follows(abel)).mail).toMatchObject({ frequency: 'instant', quiet: null, news: true });
    expect((await page(link, { do: `off ${thread.id}` })).html).toContain(`value="on ${thread.id}"`);
    expect((await follows(abel)).items[0]?.mail).toBe(false);
    // Nothing of anybody else's, whatever the form says.
    const cleo = await reader('Cleo');
    await page(await sign(cleo, 'settings'), { do: `on ${thread.id}` });
    expect((await follows(abel)).items[0]?.mail).toBe(false);
    expect(await said(link, { do: 'all' })).toEqual([200, 'You will get no more e-mails']);
    expect(await said(link)).toEqual([200, 'No e-mails are sent to you']);
  });

  it('says in a page what to do where nothing can be done, and to a program as everywhere else', async () => {
    const link = await sign(await reader('Olga'), 'settings');
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'text/html,*/*;q=0.8' };
    const wrong = async (how: RequestInit, headers: Record<string, string> = form): Promise<unknown[]> => {
      const response = await fetch(how.method === 'GET' ? `${link}/further` : link, { ...how, headers });
      const [type = ''] = (response.headers.get('content-type') ?? '').split(';');
      const said = type === 'text/html' ? headingOf({ html: await response.text() } as Page) : type;
      return [response.status, said, response.headers.get('allow')];
    };
    expect(await wrong({ method: 'PUT', body: 'do=all' })).toEqual([
      ...[405, 'That is not possible here', 'GET, HEAD, POST'],
    ]);
    expect(await wrong({ method: 'POST', body: `text=${'x'.repeat(17_000)}` })).toEqual([
      ...[413, 'That was too much', null],
    ]);
    expect(await wrong({ method: 'POST', body: 'a&'.repeat(2000) })).toEqual([413, 'That was too much', null]);
    const odd = { ...form, 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-7' };
    expect(await wrong({ method: 'POST', body: 'do=all' }, odd)).toEqual([415, 'That could not be read', null]);
    expect(await wrong({ method: 'GET' })).toEqual([404, 'This link leads nowhere', null]);
    expect(await wrong({ method: 'DELETE' }, {})).toEqual([405, 'application/problem+json', 'GET, HEAD, POST']);
  });

  it('asks about an address that refused mail again, a few times', async () => {
    const emma = await reader('Emma');
    const link = await sign(emma, 'settings');
    await page(link, { do: 'again' });
    expect((await follows(emma)).mail.state).toBe('confirmed');
    for (const status of [200, 200, 429]) {
      await store.people.bounceMail(SITE as SiteId, await keyOf(emma), now());
      expect((await page(link)).html).toContain('This address refused our e-mails');
      const shown = await page(link, { do: 'again' });
      expect([shown.status, (await follows(emma)).mail.state]).toEqual([status, status === 200 ? 'asked' : 'bounced']);
    }
  });

  it('appeals against a refusal, once, with the reasons in sight', async () => {
    const dora = await reader('Dora');
    const { id } = (await dora.post('Quelle <b>bande</b>')).body;
    await ines.decideNow(id, { action: 'refuse', codes: ['abuse'], note: 'Restons "courtois".' });
    const link = await sign(dora, 'appeal', id);
    const shown = await page(link);
    for (const part of ['insulting', 'Restons &quot;courtois&quot;.', 'Quelle &lt;b&gt;bande&lt;/b&gt;'])
      expect(shown.html).toContain(part);
    for (const text of ['', ' \n', 'x'.repeat(1001)]) expect((await page(link, { text })).status).toBe(400);
    expect((await page(link, { text: `</textarea>${'x'.repeat(1000)}` })).html).toContain('&lt;/textarea&gt;xxx');
    expect((await dora.own(id)).body.appeal).toBeNull();
    expect(await said(link, { text: 'C’était une citation.' })).toEqual([200, 'Your appeal is sent']);
    expect((await dora.own(id)).body.appeal).toMatchObject({ state: 'open', text: 'C’était une citation.' });
    for (const fields of [undefined, { text: 'encore' }])
      expect(await said(link, fields)).toEqual([410, 'This decision cannot be appealed']);
    // Somebody else's comment is none of theirs, whoever's letter it was.
    expect(await said(await sign(await reader('Enzo'), 'appeal', id))).toEqual([
      ...[410, 'This decision cannot be appealed'],
    ]);
  });
});

it('all of it together: a letter asks, another tells of an answer, its links lead there and stop it, and a refusal can be appealed', async () => {
  const gus = await guest('Gus');
  const mailbox = (): Promise<DevMailDoc[]> =>
    connection.collection<DevMailDoc>('dev_mail').find({ to: 'gus@site.example' }).sort({ _id: 1 }).toArray();
  const arrived = async (subject: RegExp): Promise<DevMailDoc> => {
    let found: DevMailDoc | undefined;
    await until(
      async () => (found = (await mailbox()).find((one) => subject.test(one.subject))) !== undefined,
      'it is there',
    );
    return found as DevMailDoc;
  };
  const linkIn = ({ text }: DevMailDoc, below: string): string =>
    new RegExp(`^${below}\n(http\\S+)$`, 'm').exec(text)?.[1] ?? 'no link';
  await put(gus, { address: 'gus@site.example', lang: 'fr', timeZone: 'Europe/Paris' });
  const asked = await arrived(/^Confirmez votre adresse e-mail pour Le Courrier de Vaubrune$/);
  expect(Object.keys(asked.headers).filter((name) => name.startsWith('List'))).toEqual([]);
  await page(linkIn(asked, 'Confirmer cette adresse'), {});

  const title = 'La halle\r\nBcc: noe@site.example';
  await follow(gus, { kind: 'thread', thread: { key: gus.thread, title, url: `${app.url}/demo#a` }, mail: true });
  await follow(gus, { kind: 'answers', mail: true });
  const mine = (await gus.post('Qui vient samedi ?')).body.id;
  const odile = await Reader.guest(app.url, 'Odile', gus.thread);
  const { id } = (await odile.post('Moi ! ||surprise||', { parentId: mine })).body;
  await app.app.settled();
  ahead += 10_000;
  const told = await arrived(/^Odile a répondu à votre commentaire sur «\u00a0La halle Bcc: noe@site\.example\u00a0»$/);
  expect(told.text).toContain('> Moi ! […]');
  expect(linkIn(told, 'Lire et répondre')).toBe(`${app.url}/demo#tribune-${id}`);
  const stop = linkIn(told, 'Ne plus recevoir ces e-mails');
  const { threadId } = (await gus.page()).body;
  expect(told.headers).toMatchObject({
    'List-Id': '<comments.demo.127.0.0.1>',
    'List-Unsubscribe': `<${stop}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    References: `<thread.${threadId}@127.0.0.1>`,
  });
  expect((await page(stop)).html).toMatch(/<li>Les réponses à vos commentaires<\/li><li>Les nouveaux commentaires sur/);
  await page(stop, { 'List-Unsubscribe': 'One-Click' });
  expect((await follows(gus)).items.map(({ mail }) => mail)).toEqual([false, false]);

  await ines.decideNow(mine, { action: 'refuse', codes: ['abuse'], note: 'Restons courtois.' });
  await app.app.settled();
  ahead += 10_000;
  const refused = await arrived(/n’est pas publié$/);
  expect(await said(linkIn(refused, 'Contester cette décision'), { text: 'Pourquoi ?' })).toEqual([
    ...[200, 'Votre contestation est envoyée'],
  ]);
  expect(await said(linkIn(refused, 'Choisir les e-mails que vous recevez'))).toEqual([200, 'Vos e-mails']);
});

describe('mail that is kept here instead of sent', () => {
  it('is what each reader is told, once, if it still holds when the time comes', async () => {
    const gia = await guest('Gia');
    const mailsTo = async () => (await store.devMail.newest()).filter(({ to }) => to === 'gia@site.example').reverse();
    const arrived = (n: number) => until(async () => (await mailsTo())[n - 1], `mail ${n} has come`);
    await put(gia, { address: 'gia@site.example', lang: 'en' });
    const link = /http\S+\/mail\/\S+/.exec((await arrived(1)).text)?.[0] ?? '';
    expect(await said(link, {})).toEqual([200, 'Your address is confirmed']);
    await follow(gia, { kind: 'answers', mail: true });
    const parentId = (await gia.post('Une question ?')).body.id;
    const noah = await Reader.guest(app.url, 'Noah <b>', gia.thread);
    await noah.post('Une réponse & une autre', { parentId });
    const refused = (await noah.post('Une horreur', { parentId })).body.id;
    await app.app.settled();
    // Refused before the eight seconds are over.
    await ines.decideNow(refused, { action: 'refuse', codes: ['abuse'] });
    await app.app.settled();
    expect(await mailsTo()).toHaveLength(1);
    ahead += 9000;
    const answered = await arrived(2);
    expect(answered.text).toMatch(/Noah <b>[^]*Une réponse & une autre/);
    expect(answered.text).not.toContain('Une horreur');
    expect(answered.headers).toMatchObject({
      'List-Unsubscribe': expect.stringMatching(/^<http\S+\/mail\/\S+>$/),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    });
    const putBy = () => store.letters.putByAbout(refused, 9);
    await until(async () => (await putBy()).length === 1, 'the letter about what was refused is put by');
    expect(await mailsTo()).toHaveLength(2);
    // Told after all where it is back in sight, once however often it comes back.
    const approve = async () => {
      await ines.decideNow(refused, { action: 'approve' });
      await app.app.settled();
      ahead += 9000;
    };
    await approve();
    expect((await arrived(3)).text).toContain('Une horreur');
    await ines.decideNow(refused, { action: 'refuse', codes: ['abuse'] });
    await approve();
    await until(async () => (await store.letters.count('waiting')) === 0, 'nothing is left to send');
    expect(await mailsTo()).toHaveLength(3);
  });

  it('is shown to this machine alone, and harms nobody who reads it', async () => {
    const url = app.url + routes.devMail;
    const shown = await page(url);
    expect(shown.html).toContain('Noah &lt;b&gt;');
    expect(shown.html).not.toContain('Noah <b>');
    expect(shown.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    const alone = await page(`${app.url}${/src="([^"]+)"/.exec(shown.html)?.[1] ?? ''}`);
    expect([alone.status, alone.headers.get('content-security-policy')]).toEqual([
      200,
      expect.stringMatching(/^sandbox /),
    ]);
    for (const headers of [{ 'X-Forwarded-For': '127.0.0.1' }, { Forwarded: 'for=127.0.0.1' }, { Via: '1.1 proxy' }])
      expect((await request(url, 'GET', { headers })).status).toBe(404);
    expect(await statusAs('evil.example', url)).toBe(404);
    expect(await statusAs('localhost:3000', url)).toBe(200);
    const other = await bootApp({ DEMO: false }, { over: app });
    expect((await request(other.url + routes.devMail, 'GET')).status).toBe(404);
    await other.close();
  });
});

/** What a page whose name was led to this machine would be answered. */
async function statusAs(host: string, url: string): Promise<number | undefined> {
  const asked = get(url, { headers: { Host: host } });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}

it('is counted for admins, who send what could not be sent again, or drop it', async () => {
  const [ida, jon] = [await reader('Ida'), await reader('Jon')];
  const [first, second] = [await dead(ida), await dead(jon)];
  const mail = async () => (await ines.ask<ConsoleMail>('GET', routes.consoleMail)).body;
  const { letters, dead: listed } = await mail();
  expect(letters.dead).toBe(2);
  expect(listed.map(({ id }) => id)).toEqual([second, first]);
  expect(listed[0]).toMatchObject({ to: 'dead@site.example', kind: 'comment', error: '550 no', attempts: 7 });
  const act = (by: Moderator, what: string, letterId: string) => by.ask('POST', path(what, { letterId }));
  const helper = await ines.invite('Noé Faure', 'moderator');
  for (const what of [routes.consoleMailRetry, routes.consoleMailDrop])
    expect((await act(helper, what, first)).status).toBe(403);
  expect((await helper.ask('GET', routes.consoleMail)).status).toBe(403);
  expect((await act(ines, routes.consoleMailRetry, first)).status).toBe(204);
  expect((await act(ines, routes.consoleMailDrop, second)).status).toBe(204);
  expect((await act(ines, routes.consoleMailDrop, second)).status).toBe(404);
  // Tried again, it is asked again whether there is a reason to.
  const stateOf = async (_id: string) => (await connection.collection<LetterDoc>('letters').findOne({ _id }))?.state;
  await until(async () => (await stateOf(first)) === 'dropped', 'there is none');
  expect((await mail()).dead).toEqual([]);
});

it('is not offered where no mail is sent', async () => {
  const silent = await bootApp({ DEMO: false }, { over: app });
  const reply = await request<ProblemDocument>(silent.url + routes.mail, 'PUT', {
    ...{ headers: (await guest('Fay')).auth, body: { address: 'fay@site.example' } },
  });
  expect([reply.status, reply.body.code]).toEqual([403, 'not-offered']);
  await silent.close();
});

it('an address that nobody confirms is forgotten after a week, with its link, and one that refuses mail after a month', async () => {
  const [rosa, sam, bob] = [await guest('Rosa'), await reader('Sam'), await reader('Bob')];
  await store.people.bounceMail(SITE as SiteId, await keyOf(bob), now());
  await put(rosa, { address: 'rosa@site.example' });
  const link = await sign(rosa, 'confirm');
  ahead += 7 * DAY + 60_000;
  await until(async () => (await personOf(rosa)) === undefined, 'the address is forgotten');
  expect(await said(link, {})).toEqual([410, 'This link has expired']);
  expect((await follows(bob)).mail).toMatchObject({ state: 'bounced', address: 'bob@site.example' });
  ahead += 23 * DAY;
  await until(async () => (await personOf(bob)) === undefined, 'the address that refused mail is forgotten');
  expect((await follows(sam)).mail.state).toBe('confirmed');
});
