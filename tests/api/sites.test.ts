import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnCommentView, ThreadPage } from '../../shared/comment.ts';
import type { SiteChanges, SiteDetail } from '../../shared/console-sites.ts';
import type { Guest } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteList, SiteModeration } from '../../shared/site-moderation.ts';
import { parseSitesFile } from '../../services/sites/sites-file.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, request, type Reply } from '../support/client.ts';

let app: TestApp;
let owner: Moderator;
let admin: Moderator;
let moderator: Moderator;

beforeAll(async () => {
  app = await bootApp({ DEMO: false });
  owner = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  [admin, moderator] = [await owner.invite('Noé Garnier', 'admin'), await owner.invite('Lucie Faure')];
});
afterAll(() => app.close());

const GAZETTE = { id: 'gazette', name: 'La Gazette', lang: 'fr', origins: ['https://gazette.example'] };
const at = (siteId: string): string => path(routes.site, { siteId });
const make = (body: unknown, by = owner): Promise<Reply<SiteDetail & ProblemDocument>> =>
  by.ask('POST', routes.sites, { body });
const read = async (siteId: string, by = owner): Promise<SiteDetail> =>
  (await by.ask<SiteDetail>('GET', at(siteId))).body;
const change = (
  site: SiteDetail,
  what: Partial<SiteDetail>,
  by = owner,
): Promise<Reply<SiteDetail & ProblemDocument>> => {
  const { id, name, lang, origins, closed, version } = { ...site, ...what };
  return by.ask('PUT', at(id), { body: { name, lang, origins, closed, version } });
};
const changesOf = async (siteId: string): Promise<SiteChanges> =>
  (await owner.ask<SiteChanges>('GET', path(routes.siteChanges, { siteId }))).body;
const thread = (siteId: string, Origin: string): Promise<Reply<ThreadPage & ProblemDocument>> =>
  request(app.url + path(routes.comments, { siteId }, { thread: randomUUID() }), 'GET', { headers: { Origin } });

describe('a site', () => {
  it('is made by an owner alone, once, and is there at once', async () => {
    expect((await owner.ask<SiteList>('GET', routes.sites)).body.items).toEqual([]);
    expect((await make(GAZETTE, admin)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    const first = await make({
      ...GAZETTE,
      name: '  La\n Gazette ',
      origins: ['Gazette.example/une?a=b', 'self', 'self'],
    });
    expect(first).toMatchObject({ status: 201, body: { ...GAZETTE, origins: ['https://gazette.example', 'self'] } });
    expect(first.body).toMatchObject({ version: 0, closed: false, mayChange: true, service: app.url });
    expect((await make({ ...GAZETTE, origins: ['https://gazette.example', 'self'] })).status).toBe(201);
    for (const other of [{ name: 'Une autre' }, { lang: 'de' }, { origins: [] }])
      expect((await make({ ...GAZETTE, ...other })).body).toMatchObject({ status: 409, code: 'site-exists' });
    expect((await owner.ask<SiteList>('GET', routes.sites)).body.items).toEqual([
      { id: 'gazette', name: 'La Gazette', lang: 'fr', closed: false },
    ]);
    expect((await thread('gazette', 'https://gazette.example')).status).toBe(200);
    expect((await changesOf('gazette')).items).toMatchObject([
      { version: 0, before: null, by: { name: 'Inès Vidal' } },
    ]);
  });

  it('is refused with everything that is wrong with it', async () => {
    const wrong = {
      id: 'Pas Bon',
      name: ' ',
      lang: 'français',
      origins: ['https://ok.example', 'ftp://x', 'https://*.x'],
    };
    const { status, body } = await make(wrong);
    expect(status).toBe(400);
    expect(body.errors?.map(({ path: field, code, entry }) => [field, code, entry])).toEqual([
      ['name', 'empty', undefined],
      ['lang', 'invalid', undefined],
      ['origins.1', 'invalid-origin', 'ftp://x'],
      ['origins.2', 'invalid-origin', 'https://*.x'],
      ['id', 'invalid', undefined],
    ]);
  });

  it('is changed by admins, from the version they have seen, and keeps who did', async () => {
    const before = await read('gazette', admin);
    expect((await change(before, { name: 'Non' }, moderator)).body.code).toBe('not-allowed');
    expect((await read('gazette', moderator)).mayChange).toBe(false);
    const changed = await change(before, { name: 'La Gazette du soir' }, admin);
    expect(changed.body).toMatchObject({ version: before.version + 1, name: 'La Gazette du soir' });
    // Sent again it is the same change; of somebody else it came too late.
    expect((await change(before, { name: 'La Gazette du soir' }, admin)).body).toEqual(changed.body);
    expect((await change(before, { name: 'La Gazette' })).body).toMatchObject({
      ...{ status: 409, code: 'site-changed', by: 'Noé Garnier' },
      current: { name: 'La Gazette du soir', version: before.version + 1 },
    });
    const { items } = await changesOf('gazette');
    expect(items.map(({ version, by, after }) => [version, by.name, after.name])).toEqual([
      [before.version + 1, 'Noé Garnier', 'La Gazette du soir'],
      [0, 'Inès Vidal', 'La Gazette'],
    ]);
    expect((await owner.ask('GET', at('nulle-part'))).status).toBe(404);
  });

  it('says which origins use it, and which were refused and how often', async () => {
    for (const origin of ['https://oublie.example', 'https://oublie.example', 'https://gazette.example'])
      await thread('gazette', origin);
    const { seen, refused } = await read('gazette');
    expect(seen.map(({ origin }) => origin)).toEqual(['https://gazette.example']);
    expect(refused).toMatchObject([{ origin: 'https://oublie.example', count: 2 }]);
    const site = await read('gazette');
    await change(site, { origins: [...site.origins, 'https://oublie.example'] });
    expect((await thread('gazette', 'https://oublie.example')).status).toBe(200);
    expect(await read('gazette')).toMatchObject({ refused: [], seen: [{ origin: 'https://oublie.example' }, {}] });
    // However many come, few are kept.
    for (let i = 0; i < 30; i += 1) await thread('gazette', `https://n${i}.example`);
    expect((await read('gazette')).refused).toHaveLength(20);
  });

  it('that is closed is read and not written to, until it is opened again', async () => {
    const key = randomUUID();
    const guest = (await request<Guest>(app.url + path(routes.guests, { siteId: 'gazette' }), 'POST')).body;
    const post = (text: string): Promise<Reply<OwnCommentView & ProblemDocument>> =>
      request(app.url + path(routes.comments, { siteId: 'gazette' }), 'POST', {
        body: { thread: { key }, author: { name: 'Violette' }, text },
        headers: { Authorization: `Bearer ${guest.token}`, 'Idempotency-Key': randomUUID() },
      });
    const own = (await post('Une première remarque.')).body;
    const open = await read('gazette');
    expect((await change(open, { closed: true })).body.closed).toBe(true);
    expect((await post('Une seconde remarque.')).body).toMatchObject({ status: 409, code: 'thread-closed' });
    const edit = {
      body: { text: 'Autrement dit.', expectedRev: 1 },
      headers: { Authorization: `Bearer ${guest.token}` },
    };
    const place = app.url + path(routes.comment, { siteId: 'gazette', commentId: own.id });
    expect((await request<ProblemDocument>(place, 'PUT', edit)).body.code).toBe('thread-closed');
    const page = await request<ThreadPage>(
      app.url + path(routes.comments, { siteId: 'gazette' }, { thread: key, limit: 5 }),
      'GET',
    );
    expect(page.body).toMatchObject({ pace: { closed: true }, items: [{ root: { id: own.id } }] });
    expect((await change(await read('gazette'), { closed: false })).body.closed).toBe(false);
    expect((await post('Une seconde remarque.')).status).toBe(201);
  });
});

describe('a file of sites', () => {
  const text = (site: object): string => JSON.stringify({ sites: [site] });
  const echo = { id: 'echo', name: 'L’Écho', lang: 'fr', origins: ['Echo.example/une'] };

  it('is refused with every mistake at once', () => {
    const wrong = { sites: [{ ...echo, lang: '?', origins: ['ftp://x'] }, { name: 1 }] };
    expect(() => parseSitesFile(JSON.stringify(wrong))).toThrow(
      /sites\.0\.lang: [^]*sites\.0\.origins\.0: invalid-origin: ftp:\/\/x[^]*sites\.1\.name: [^]*sites\.1\.id: /,
    );
    const odd = { ...echo, settings: { maxLinks: 999, heat: { on: 1 }, colour: 'red' } };
    expect(() => parseSitesFile(text(odd))).toThrow(/maxLinks: [^]*heat\.on: [^]*colour/);
    expect(() => parseSitesFile(JSON.stringify({ sites: [echo, echo] }))).toThrow('"echo" is there twice');
    expect(() => parseSitesFile('{')).toThrow('no JSON');
  });

  it('makes sites and changes them at every start, and the console changes the rest', async () => {
    const start = (site: object): Promise<TestApp> =>
      bootApp({ DEMO: false }, { over: app, sitesFile: parseSitesFile(text(site)) });
    const first = await start({ ...echo, settings: { maxLinks: 5 } });
    const there = (await owner.ask<SiteDetail>('GET', at('echo'))).body;
    expect(there).toMatchObject({
      name: 'L’Écho',
      origins: ['https://echo.example'],
      lastChange: { by: { id: 'file' } },
    });
    await first.close();
    // The same file again is no change; another one is.
    const second = await start({ ...echo, name: 'L’Écho du soir', settings: { maxLinks: 5 } });
    const mine = {
      ask: <Body>(method: string, place: string, body?: unknown) =>
        request<Body & ProblemDocument>(second.url + place, method, {
          ...(body === undefined ? {} : { body }),
          headers: { Cookie: owner.cookie },
        }),
    };
    const { items } = (await mine.ask<SiteChanges>('GET', path(routes.siteChanges, { siteId: 'echo' }))).body;
    expect(items.map(({ version, by, after }) => [version, by.name, after.name])).toEqual([
      [1, 'SITES_FILE', 'L’Écho du soir'],
      [0, 'SITES_FILE', 'L’Écho'],
    ]);
    const site = (await mine.ask<SiteDetail>('GET', at('echo'))).body;
    const { name, lang, origins, version } = site;
    expect(site.fromFile).toBe(true);
    expect((await mine.ask('PUT', at('echo'), { name, lang, origins, version, closed: true })).body.code).toBe(
      'from-file',
    );
    const place = path(routes.siteModeration, { siteId: 'echo' });
    const now = (await mine.ask<SiteModeration>('GET', place)).body;
    expect(now).toMatchObject({
      version: 1,
      fromFile: ['maxLinks'],
      settings: { maxLinks: 5 },
      defaults: { maxLinks: 2 },
    });
    const put = (settings: object) =>
      mine.ask('PUT', place, { version: 1, settings: { ...now.settings, ...settings } });
    expect((await put({ maxLinks: 6 })).body.code).toBe('from-file');
    expect((await put({ premod: true })).status).toBe(200);
    await second.close();
    const third = await start({ ...echo, name: 'L’Écho du soir', settings: { maxLinks: 5 } });
    const { body } = await request<SiteModeration>(third.url + place, 'GET', { headers: { Cookie: owner.cookie } });
    expect(body).toMatchObject({ version: 2, settings: { maxLinks: 5, premod: true } });
    await third.close();
  });
});
