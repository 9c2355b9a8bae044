import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEvent } from '../../shared/audit.ts';
import type { BulkList } from '../../shared/bulk.ts';
import type { OwnCommentView, ThreadPage } from '../../shared/comment.ts';
import type { SiteChanges, SiteDetail, SiteRemovals, SiteRemovalView } from '../../shared/console-sites.ts';
import type { Guest } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewFigures } from '../../shared/review.ts';
import type { SearchPage } from '../../shared/search.ts';
import { noticeRoutes } from '../../shared/notice-routes.ts';
import { path, routes } from '../../shared/routes.ts';
import type { SiteId } from '../../shared/ids.ts';
import type { SiteList, SiteModeration } from '../../shared/site-moderation.ts';
import { parseSitesFile } from '../../services/sites/sites-file.ts';
import { createRoles } from '../../services/auth/roles.ts';
import { resumeRemovals } from '../../services/sites/remove-site.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, quiet, type TestApp } from '../support/app.ts';
import mongoose from '../support/mongoose.ts';
import { Moderator, request, type Reply } from '../support/client.ts';
import { tribune } from '../support/command.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let owner: Moderator;
let admin: Moderator;
let moderator: Moderator;
/** How far the clock of the service is ahead of ours, milliseconds. */
let ahead = 0;
const now = (): Date => new Date(Date.now() + ahead);

beforeAll(async () => {
  app = await bootApp({ DEMO: false }, { now });
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

describe('a site that is removed', () => {
  let connection: mongoose.Connection;
  beforeAll(async () => {
    connection = await mongoose.createConnection(app.storeUri).asPromise();
  });
  afterAll(() => connection.close());

  const MINUTE = 60_000;
  const ACT = { by: { id: 'o', name: 'Inès Vidal' }, act: { action: 'approve' }, state: 'done', total: 1 };
  /** Every document there is. */
  async function raw(): Promise<{ name: string; id: string; text: string }[]> {
    const all = (await connection.db?.listCollections().toArray()) ?? [];
    const docs = await Promise.all(all.map(({ name }) => connection.collection(name).find({}).toArray()));
    return docs.flatMap((some, i) =>
      some.map((doc) => ({ name: all[i]?.name ?? '', id: String(doc._id), text: JSON.stringify(doc) })),
    );
  }
  const isAbout = (text: string, ids: string[]): boolean => ids.some((id) => text.includes(id));
  /** What a reader of a site does over HTTP. */
  async function guestOf(siteId: string, url = app.url) {
    const { token, personId } = (await request<Guest>(url + path(routes.guests, { siteId }), 'POST')).body;
    const ask = <Body>(method: string, place: string, body: unknown): Promise<Reply<Body & ProblemDocument>> =>
      request(url + place, method, {
        body,
        headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': randomUUID() },
      });
    const post = async (name: string, more: object): Promise<OwnCommentView> =>
      (await ask<OwnCommentView>('POST', path(routes.comments, { siteId }), { author: { name }, ...more })).body;
    return { token, personId, ask, post };
  }
  const remove = (siteId: string, name: string, by = owner): Promise<Reply<SiteRemovalView & ProblemDocument>> =>
    by.ask('POST', path(routes.siteRemoval, { siteId }), { body: { name } });
  const removals = async (): Promise<SiteRemovalView[]> =>
    (await owner.ask<SiteRemovals>('GET', routes.siteRemovals)).body.items;
  const role = async (who: Moderator): Promise<unknown> => (await who.ask('GET', routes.session)).body;

  it('has to be closed, and named by an owner who has just proved who they are', async () => {
    await make({ ...GAZETTE, id: 'bulletin', name: 'Le Bulletin' });
    expect((await remove('bulletin', 'Le Bulletin', admin)).body.code).toBe('not-allowed');
    expect((await remove('bulletin', 'Le Bulletin')).body.code).toBe('site-open');
    expect((await remove('nulle-part', 'Nulle part')).body.code).toBe('unknown-site');
    await change(await read('bulletin'), { closed: true });
    expect((await remove('bulletin', 'La Gazette')).body).toMatchObject({ status: 409, code: 'name-differs' });
    ahead += 11 * MINUTE;
    expect((await remove('bulletin', 'Le Bulletin')).body.code).toBe('proof-required');
    await owner.ask('POST', routes.accountProof, { body: { password: 'correct horse battery' } });
    await change(await read('bulletin'), { closed: false });
    expect(await removals()).toEqual([]);
  });

  it('is gone at once, with all there is of it soon after, and nothing of any other site', async () => {
    const noe = await Moderator.redeem(app.url, 'Zoé Martin', await invited(['bulletin']));
    const both = await Moderator.redeem(app.url, 'Tom Petit', await invited(['bulletin', 'gazette']));
    // What only comes about by mail, erasure, sanctions or many acts is put there as it would stand.
    const placed = async (siteId: string): Promise<void> => {
      const expiresAt = new Date('2999-01-01');
      const rows: Record<string, object> = {
        bulk: { ...ACT, sites: [siteId], parts: `${siteId}-parts`, at: now() },
        bulk_parts: { of: `${siteId}-parts`, items: [] },
        ...{ letters: { siteId, state: 'dead' }, dev_mail: { siteId }, webhook_calls: { siteId, state: 'dead' } },
        ...{ fanouts: { siteId, leaseUntil: expiresAt }, sign_ins: { siteId, expiresAt } },
        ...{ reader_sessions: { siteId, expiresAt }, identities: { siteId, personId: siteId } },
        ...{ sanctions: { siteId, personId: siteId }, person_notes: { siteId }, erasures: { siteId, state: 'done' } },
        ...{ thread_acts: { siteId, threadId: siteId } },
      };
      for (const [name, row] of Object.entries(rows))
        await connection.collection<{ _id: string }>(name).insertOne({ _id: `${siteId}-${name}`, ...row });
      for (const name of ['alert_states', 'site_accounts'])
        await connection.collection<{ _id: string; v: number }>(name).insertOne({ _id: siteId, v: 1 });
    };
    const lived = async (siteId: string): Promise<string[]> => {
      const [one, other] = [await guestOf(siteId), await guestOf(siteId)];
      const thread = { key: `${siteId}-article` };
      const first = await one.post('Violette', { thread, text: 'Une première remarque.' });
      await other.post('Basile', { thread, text: 'Je réponds à cela.', parentId: first.id });
      const place = { siteId, commentId: first.id };
      await other.ask('PUT', path(routes.vote, place), { vote: 'up' });
      await other.ask('POST', path(routes.report, place), { reason: 'abuse' });
      await one.ask('PUT', path(routes.reaction, { siteId }), { thread, value: 'like' });
      await one.ask('PUT', path(routes.rating, { siteId }), { thread, stars: 5 });
      await one.ask('PUT', noticeRoutes.subscriptions, { kind: 'thread', thread, mail: false });
      await app.app.settled();
      const { _id: threadId } = (await connection.collection('threads').findOne({ siteId })) ?? {};
      return [siteId, first.id, one.personId, other.personId, String(threadId)];
    };
    for (const siteId of ['bulletin', 'gazette'])
      await owner.ask('PUT', path(routes.siteModeration, { siteId }), {
        body: { version: 0, settings: { readers: { rating: true } } },
      });
    const [ours, theirs] = [await lived('bulletin'), await lived('gazette')];
    await placed('bulletin');
    await placed('gazette');
    const before = await raw();
    const socket = await listen(app.url, { site: 'bulletin' }, 'bulletin-article');
    await change(await read('bulletin'), { closed: true });

    // Another process is told, and is gone before it has done anything.
    const second = await bootApp({ DEMO: false }, { over: app, now });
    const asked = await request<SiteRemovalView>(
      second.url + path(routes.siteRemoval, { siteId: 'bulletin' }),
      'POST',
      {
        body: { name: 'Le Bulletin' },
        headers: { Cookie: owner.cookie },
      },
    );
    expect(asked).toMatchObject({ status: 202, body: { id: 'bulletin', name: 'Le Bulletin', total: 2, left: 2 } });
    await second.close();
    // The same once more here, which has it felt here as well.
    await until(async () => (await owner.ask('GET', at('bulletin'))).status === 404, 'the site is gone');
    expect((await remove('bulletin', 'whatever')).body).toEqual(asked.body);
    expect((await make({ ...GAZETTE, id: 'bulletin', name: 'Le Bulletin' })).body.code).toBe('site-exists');
    // One more begins as well and gives up on the way.
    const store = await openStore(app.storeUri);
    const some = await store.siteContents.removeSome('bulletin' as SiteId);
    if (some.next !== null) await store.siteContents.removeSome('bulletin' as SiteId, some.next);
    await store.close();

    ahead += MINUTE / 2;
    await until(async () => (await removals())[0]?.left === 0 && (await role(noe)) !== null, 'the comments are gone');
    await until(async () => (await noe.ask('GET', routes.session)).status === 401, 'who was for it alone is out');
    expect(await role(both)).toMatchObject({ role: 'moderator', sites: ['gazette'] });
    expect((await make({ ...GAZETTE, id: 'bulletin', name: 'Le Bulletin' })).body.code).toBe('site-exists');
    ahead += 11 * MINUTE;
    await until(async () => (await removals()).length === 0, 'it is all done');
    socket.close();

    const after = await raw();
    const left = after.filter(({ text }) => isAbout(text, ours)).map(({ name }) => name);
    // That it was removed, by whom, and who had a role on it.
    expect([...new Set(left)].sort()).toEqual(['moderators', 'team_changes', 'team_events']);
    const kept = before.filter(({ text }) => isAbout(text, theirs) && !isAbout(text, ours));
    const isThere = new Set(after.map(({ name, id }) => `${name} ${id}`));
    expect(kept.filter(({ name, id }) => !isThere.has(`${name} ${id}`))).toEqual([]);
    // There was something of it everywhere, and of the other.
    const names = (some: typeof before): string[] => [...new Set(some.map(({ name }) => name))].sort();
    const everywhere = names(before).filter((name) => name !== 'team_events');
    expect(names(before.filter(({ text }) => isAbout(text, ours)))).toEqual(everywhere);
    expect(names(kept)).toEqual(everywhere.filter((name) => !/^(moderators|team_changes)$/.test(name)));

    const { events } = (await owner.team()).body;
    expect(events[0]).toMatchObject({
      what: 'site-removed',
      by: { name: 'Inès Vidal' },
      site: { name: 'Le Bulletin' },
    });
    // The id is anybody's again, and begins empty.
    expect((await make({ ...GAZETTE, id: 'bulletin' })).status).toBe(201);
    const again = await guestOf('bulletin');
    expect(await again.post('Rose', { thread: { key: 'bulletin-article' }, text: 'Un début.' })).toMatchObject({
      state: 'published',
    });
  });

  it('is out of every queue, count and search at once, and done by another node however often one is killed', async () => {
    const hebdo = { ...GAZETTE, id: 'hebdo', name: 'L’Hebdo' };
    await make(hebdo);
    const lise = await Moderator.redeem(app.url, 'Lise Aubin', await invited(['hebdo']));
    const reader = await guestOf('hebdo');
    const [thread, kept] = [{ key: 'hebdo-article' }, await guestOf('gazette')];
    const held = await reader.post('Violette', { thread, text: 'Quel connard, ce marronnier.' });
    const seen = await reader.post('Violette', { thread, text: 'Un marronnier de plus.' });
    await kept.post('Basile', { thread, text: 'Quel connard, ce marronnier.' });
    await app.app.settled();
    const found = async (by: Moderator): Promise<unknown> => {
      const [queue, figures, search, acts] = [
        await by.queue(),
        await by.ask<ReviewFigures>('GET', path(routes.reviewFigures, {})),
        await by.ask<SearchPage>('GET', path(routes.search, {}, { q: 'marronnier' })),
        await by.ask<BulkList>('GET', path(routes.bulk, {})),
      ];
      const listed = acts.body.items.filter(({ id }) => placedActs.includes(id)).map(({ id }) => id);
      return [queue.body.count, queue.body.items.length, figures.body.total, search.body.items.length, listed.sort()];
    };
    const exported = async (): Promise<string[]> => {
      const { body } = await owner.ask<AuditEvent[]>('GET', path(routes.auditExport, {}, { format: 'json' }));
      return [...new Set(body.map(({ site }) => site.id))].sort();
    };
    const placedActs = ['of-both', 'of-hebdo', 'of-some'];
    const sitesOf = [{ sites: ['gazette', 'hebdo'] }, { sites: ['hebdo'] }, {}];
    for (const [i, _id] of placedActs.entries())
      await connection
        .collection<{ _id: string }>('bulk')
        .insertOne({ ...{ _id, said: _id, parts: _id, at: now(), leaseUntil: now() }, ...ACT, ...sitesOf[i] });
    const done = (id: string): Promise<Reply<unknown>> => owner.ask('GET', path(routes.bulkItem, { bulkId: id }));
    expect([await found(owner), await found(lise)]).toEqual([
      [2, 2, 2, 3, placedActs],
      [1, 1, 1, 2, ['of-hebdo']],
    ]);
    expect([await exported(), (await done('of-hebdo')).status]).toEqual([['bulletin', 'gazette', 'hebdo'], 200]);
    await change(await read('hebdo'), { closed: true });
    await owner.ask('POST', routes.accountProof, { body: { password: 'correct horse battery' } });
    expect((await remove('hebdo', 'L’Hebdo')).status).toBe(202);
    expect([await found(owner), await found(lise)]).toEqual([
      [1, 1, 1, 1, ['of-both', 'of-some']],
      [0, 0, 0, 0, []],
    ]);
    expect([await exported(), (await done('of-hebdo')).status]).toEqual([['bulletin', 'gazette'], 404]);
    expect((await owner.ask('POST', path(routes.bulkUndo, { bulkId: 'of-hebdo' }))).status).toBe(404);
    expect((await owner.ask('GET', path(routes.reviewItem, { commentId: held.id }))).status).toBe(404);

    // Declared anew meanwhile, it is made when it is gone.
    const declared = { ...hebdo, name: 'L’Hebdo, bis' };
    const sitesFile = parseSitesFile(JSON.stringify({ sites: [declared] }));
    const second = await bootApp({ DEMO: false }, { over: app, now, sitesFile });
    second.expectLogged(/SITES_FILE is still being removed/);

    const store = await openStore(app.storeUri);
    await killedAfter([1, 2, 3, 5, 8, 13, 21], store);
    expect(await store.siteRemovals.byId('hebdo' as SiteId)).not.toBeNull();
    await store.close();
    ahead += 3 * MINUTE;
    await until(async () => (await removals())[0]?.left === 0, 'somebody else has gone on');
    ahead += 11 * MINUTE;
    await until(async () => (await removals()).length === 0, 'it is all done');
    await until(
      async () =>
        (await request(second.url + path(routes.comments, { siteId: 'hebdo' }, { thread: 'une' }), 'GET')).status ===
        200,
      'it is made anew',
    );
    const ids = [held.id, seen.id, reader.personId];
    expect((await raw()).filter(({ text }) => isAbout(text, ids)).map(({ name }) => name)).toEqual([]);
    expect((await read('hebdo')).name).toBe(declared.name);
    await second.close();
  });

  it('is made again by a start with DEMO, as soon as the one before it is gone', async () => {
    await make({ ...GAZETTE, id: 'demo', name: 'La démonstration' });
    await change(await read('demo'), { closed: true });
    await owner.ask('POST', routes.accountProof, { body: { password: 'correct horse battery' } });
    expect((await remove('demo', 'La démonstration')).status).toBe(202);
    const second = await bootApp({ DEMO: true }, { over: app, now });
    second.expectLogged(/a site of DEMO or SITES_FILE is still being removed/);
    const comments = (): Promise<Reply<unknown>> =>
      request(second.url + path(routes.comments, { siteId: 'demo' }, { thread: 'une' }), 'GET');
    expect((await comments()).status).toBe(404);
    ahead += 12 * MINUTE;
    await until(async () => (await comments()).status === 200, 'it is made anew');
    expect((await read('demo')).name).toBe('Le Courrier de Vaubrune');
    await second.close();
  });

  /** Works on what is being removed as a node would, and is killed right after one of its steps; each time somewhat later. */
  async function killedAfter(steps: readonly number[], store: Store): Promise<void> {
    // Its leases lapse later than the service's clock has come, so that nobody else goes on.
    let later = 16_000;
    const clock = (): Date => new Date(now().getTime() + later);
    const underWay = new Set<Promise<void>>();
    for (const step of steps) {
      let left = step;
      const removeSome: typeof store.siteContents.removeSome = async (...from) => {
        const emptied = await store.siteContents.removeSome(...from);
        left -= 1;
        if (left === 0) throw new Error('killed');
        return emptied;
      };
      await resumeRemovals({
        ...{ removals: store.siteRemovals, contents: { ...store.siteContents, removeSome } },
        ...{ moderators: store.moderators, sites: { forget: () => undefined }, now: clock },
        roles: createRoles({ moderators: store.moderators, changes: store.teamChanges, now: clock }),
        ...{ awaited: new Set<SiteId>(), make: () => Promise.resolve(true) },
        ...{ stopping: new AbortController().signal, underWay, log: quiet },
      });
      await Promise.all(underWay);
      expect([step, left]).toEqual([step, 0]);
      later += 16_000;
    }
  }

  async function invited(sites: string[]): Promise<string> {
    const { body } = await owner.ask<{ url: string }>('POST', routes.invites, { body: { role: 'moderator', sites } });
    return body.url.split('#invite=')[1] ?? '';
  }
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

describe('npm run tribune -- site', () => {
  const site = (...args: string[]) => tribune('site', ...args, '--uri', app.storeUri);

  it('makes a site, changes it and its settings, and shows and exports it, as the console would', async () => {
    const made = await site(
      'create',
      'revue',
      'name=La  Revue',
      'lang=fr',
      'origins=Revue.example/une, self',
      'maxLinks=3',
    );
    expect([made.code, made.out]).toEqual([0, 'There is the site revue now.\n']);
    expect((await site('list')).out).toMatch(/^revue +fr +open +La Revue$/m);
    const asked = [
      'closed=yes',
      'heat.perMinute=90',
      'words.hold=["un, deux","trois"]',
      'deniedHosts=a.example,b.example',
      'readers.email=off',
      'readers.maxLength=500',
    ];
    expect((await site('set', 'revue', ...asked)).out).toBe('revue is changed.\n');
    const { out } = await site('show', 'revue');
    for (const line of ['name=La Revue', 'origins=https://revue.example,self', 'closed=yes', 'premod=no'])
      expect(out.split('\n')).toContain(line);
    expect(out).toMatch(/^maxLinks=3 +\(default: 2\)$/m);
    const exported = JSON.parse((await site('export', 'revue')).out) as { sites: { settings: unknown }[] };
    expect(exported.sites[0]?.settings).toEqual({
      ...{ maxLinks: 3, deniedHosts: ['a.example', 'b.example'] },
      ...{ words: { hold: ['un, deux', 'trois'] }, heat: { perMinute: 90 } },
      readers: { email: 'off', maxLength: 500 },
    });
    // What comes out goes in, and the service has noticed.
    expect(parseSitesFile(JSON.stringify(exported)).get('revue')?.facts.closed).toBe(true);
    const by = { by: { name: 'npm run tribune' } };
    await until(async () => (await read('revue')).closed, 'the service knows');
    expect((await read('revue')).lastChange).toMatchObject(by);
  });

  it('says what is wrong, and changes nothing then', async () => {
    const before = (await site('show', 'revue')).out;
    const refused: [string[], number, RegExp][] = [
      [['show', 'nulle-part'], 1, /not known here/],
      [['set', 'revue', 'maxLinks=999', 'name='], 1, /name: /],
      [['set', 'revue', 'maxLinks=999'], 1, /maxLinks: /],
      [
        ['set', 'revue', 'readers.email=sometimes', 'readers.maxLength=99'],
        1,
        /readers\.email: [^]*readers\.maxLength: /,
      ],
      [['set', 'revue', 'maxLinks=beaucoup'], 2, /maxLinks is a number, not 'beaucoup'/],
      [['set', 'revue', 'colour=red'], 2, /no setting 'colour'[^]*heat\.perMinute/],
      [['set', 'revue', 'closed=perhaps'], 2, /closed is yes or no/],
      [['set', 'revue', 'origins=ftp://x'], 1, /origins\.0: invalid-origin: ftp:\/\/x/],
      [['set', 'revue', 'alerts.webhooks=http://127.0.0.1/x'], 1, /./],
      [['set', 'revue'], 2, /Give KEY=VALUE/],
      [['create', 'revue', 'name=Autre', 'lang=de'], 1, /has this id already/],
      [['create', 'Pas Bon', 'name=X', 'lang=fr'], 2, /can be no id of a site/],
    ];
    for (const [args, code, err] of refused)
      expect([args, await site(...args)]).toEqual([args, { code, out: '', err: expect.stringMatching(err) }]);
    expect((await site('show', 'revue')).out).toBe(before);
  });
});
