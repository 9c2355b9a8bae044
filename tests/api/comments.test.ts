import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { flatten, Moderator, Reader, request, SITE } from '../support/client.ts';

let app: TestApp;
let moderator: Moderator;

beforeAll(async () => {
  app = await bootApp();
  moderator = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

const newThread = (): string => `thread-${randomUUID()}`;

describe('posting', () => {
  it('publishes a comment, which everyone then reads', async () => {
    const reader = await Reader.guest(app.url, 'Anaïs', newThread());
    const { status, body } = await reader.post('Merci pour cet article **clair**.');
    expect(status).toBe(201);
    expect(body).toMatchObject({
      state: 'published',
      parentId: null,
      depth: 0,
      v: 1,
      author: { name: 'Anaïs', staff: false },
    });
    const page = await reader.page();
    expect(page.status).toBe(200);
    expect(page.body.count).toBe(1);
    expect(flatten(page.body)[0]).toMatchObject({ id: body.id, body: [{ t: 'p' }] });
  });

  it('nests replies to any depth under their top-level comment', async () => {
    const reader = await Reader.guest(app.url, 'Bruno', newThread());
    let parentId = (await reader.post('niveau 0')).body.id;
    for (let depth = 1; depth <= 7; depth += 1) {
      const { status, body } = await reader.post(`niveau ${depth}`, { parentId });
      expect([status, body.depth]).toEqual([201, depth]);
      parentId = body.id;
    }
    const { body: page } = await reader.page();
    expect(page.items).toHaveLength(1);
    expect(page.items[0]?.replies.map((reply) => reply.depth)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(page.count).toBe(8);
  });

  it('gives the first answer again for the same Idempotency-Key, also when asked 20 times at once', async () => {
    const reader = await Reader.guest(app.url, 'Chloé', newThread());
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => reader.post('une seule fois', { key })));
    expect(answers.map((answer) => answer.status)).toEqual(Array<number>(20).fill(201));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect((await reader.page()).body.count).toBe(1);
    const other = await reader.post('autre chose', { key });
    expect([other.status, (other.body as unknown as { code: string }).code]).toEqual([422, 'idempotency-key-reused']);
  });

  it('tells an author who posts the same thing twice', async () => {
    const reader = await Reader.guest(app.url, 'Denis', newThread());
    await reader.post('Deux fois la même chose.');
    const again = await reader.post('Deux fois la même chose.');
    expect([again.status, (again.body as unknown as { code: string }).code]).toEqual([409, 'duplicate-comment']);
  });

  it('tells them so however many others have said the same since', async () => {
    const reader = await Reader.guest(app.url, 'Denise', newThread());
    const text = 'Tout le monde dit la même chose, mot pour mot.';
    await reader.post(text);
    for (let i = 0; i < 21; i += 1) await (await Reader.guest(app.url, 'Chœur', reader.thread)).post(text);
    expect((await reader.post(text)).status).toBe(409);
  });

  it('pages through a thread without repeating or missing one, while others post', async () => {
    const reader = await Reader.guest(app.url, 'Élodie', newThread());
    const ids: string[] = [];
    for (let i = 0; i < 25; i += 1) ids.push((await reader.post(`numéro ${i}`)).body.id);
    const first = await reader.page({ limit: 10 });
    await reader.post('entre deux pages');
    const second = await reader.page({ limit: 10, cursor: first.body.next ?? '' });
    const third = await reader.page({ limit: 10, cursor: second.body.next ?? '' });
    const seen = [first, second, third].flatMap((page) => flatten(page.body).map((comment) => comment.id));
    expect(seen).toEqual(ids.reverse());
    expect(third.body.next).toBeNull();
    const oldest = await reader.page({ sort: 'oldest', limit: 5 });
    expect(flatten(oldest.body).map((comment) => comment.id)).toEqual(ids.reverse().slice(0, 5));
  });
});

describe('the public page', () => {
  it('has an ETag, answers 304, and is new after a post', async () => {
    const reader = await Reader.guest(app.url, 'Fatou', newThread());
    await reader.post('un');
    const url = app.url + path(routes.comments, { siteId: SITE }, { thread: reader.thread });
    const first = await request(url, 'GET');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^".+"$/);
    expect((await request(url, 'GET', { headers: { 'If-None-Match': etag } })).status).toBe(304);
    await reader.post('deux');
    const second = await request(url, 'GET', { headers: { 'If-None-Match': etag } });
    expect([second.status, second.body]).toMatchObject([200, { count: 2 }]);
  });

  it('is the same whoever asks', async () => {
    const reader = await Reader.guest(app.url, 'Gaël', newThread());
    await reader.post('visible');
    await reader.post('espèce de connard');
    const url = app.url + path(routes.comments, { siteId: SITE }, { thread: reader.thread });
    const anonymous = await request(url, 'GET');
    const own = await request(url, 'GET', { headers: reader.auth });
    const staff = await moderator.ask('GET', path(routes.comments, { siteId: SITE }, { thread: reader.thread }));
    expect(own.body).toEqual(anonymous.body);
    expect(staff.body).toEqual(anonymous.body);
  });

  it('is compressed as the client can read it', async () => {
    const reader = await Reader.guest(app.url, 'Hugo', newThread());
    await reader.post('un texte');
    const url = app.url + path(routes.comments, { siteId: SITE }, { thread: reader.thread });
    for (const [accepted, encoding] of [
      ['br, gzip', 'br'],
      ['gzip', 'gzip'],
      ['identity', null],
      ['br;q=0, gzip', 'gzip'],
      ['br; q=0, gzip', 'gzip'],
      ['gzip;q=0.5 , BR ; q=0.8', 'br'],
      ['br ;q=0.000,gzip ; q=0', null],
      ['x-br, gzip2', null],
    ] as const) {
      const { headers, body } = await request(url, 'GET', { headers: { 'Accept-Encoding': accepted } });
      expect(headers.get('content-encoding')).toBe(encoding);
      expect(body).toMatchObject({ count: 1 });
    }
  });
});

describe('a comment with profanity', () => {
  const cases = [
    'quel connard ce maire',
    'c0nn4rd',
    'what the fuck is this',
    'f u c k this',
    'f*ck',
    'p.u.t.a.i.n',
    'enc\u200Bulé',
  ];
  it.each(cases)('is held and shown to its author alone: %s', async (text) => {
    const author = await Reader.guest(app.url, 'Ismaël', newThread());
    const other = await Reader.guest(app.url, 'Jeanne', author.thread);
    const visible = (await author.post('un commentaire poli')).body.id;
    await app.app.settled();
    const before = (await other.page()).body;
    const { status, body } = await author.post(text, { parentId: visible });
    expect([status, body.state]).toEqual([202, 'held']);
    expect((await author.mine()).body.comments.map((comment) => [comment.id, comment.state])).toEqual([
      [body.id, 'held'],
    ]);

    expect((await other.page()).body).toEqual(before);
    expect((await other.changes(0)).body.comments.map((comment) => comment.id)).not.toContain(body.id);
    expect((await other.mine()).body.comments).toEqual([]);
    const at = (pattern: typeof routes.comment | typeof routes.replies) =>
      app.url + path(pattern, { siteId: SITE, commentId: body.id });
    expect((await request(at(routes.comment), 'GET')).status).toBe(404);
    expect(JSON.stringify((await request(at(routes.replies), 'GET')).body)).not.toContain(body.id);
    const reply = await other.post('je réponds', { parentId: body.id });
    expect([reply.status, (reply.body as unknown as { code: string }).code]).toEqual([422, 'parent-not-found']);
  });
});

describe('the reaction to the article', () => {
  it('counts each person once and can be withdrawn', async () => {
    const thread = newThread();
    const readers = await Promise.all(['Karim', 'Léa', 'Malo'].map((name) => Reader.guest(app.url, name, thread)));
    await Promise.all(readers.flatMap((reader) => [reader.react('like'), reader.react('like')]));
    const [first] = readers;
    expect((await first?.page())?.body).toMatchObject({ count: 0, reactions: { like: 3 } });
    expect((await first?.mine())?.body.reaction).toBe('like');
    expect((await first?.react(null))?.body).toEqual({ reactions: { like: 2 }, reaction: null });
    expect((await first?.page())?.body.reactions).toEqual({ like: 2 });
  });
});
