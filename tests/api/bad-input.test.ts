import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE } from '../support/client.ts';

let app: TestApp;
let reader: Reader;
let moderator: Moderator;

beforeAll(async () => {
  app = await bootApp();
  reader = await Reader.guest(app.url, 'Odile', 'bad-input');
  moderator = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

const good = () => ({ thread: { key: 'bad-input' }, author: { name: 'Odile' }, text: 'un texte' });

/** Sends a body that must be refused; answers the problem. Nothing may be stored. */
async function refused(body: unknown, headers: Record<string, string> = {}): Promise<ProblemDocument> {
  const before = (await reader.page()).body.count;
  const reply = await reader.send<ProblemDocument>(body, undefined, headers);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(reply.body.status).toBe(reply.status);
  expect((await reader.page()).body.count).toBe(before);
  return reply.body;
}

describe('fields', () => {
  const cases: [string, unknown, string, string][] = [
    ['empty text', { ...good(), text: '' }, 'text', 'empty'],
    ['only spaces', { ...good(), text: '  \n\t ' }, 'text', 'empty'],
    ['only zero-width characters', { ...good(), text: '\u200B\u200D\u2060\uFEFF' }, 'text', 'empty'],
    ['only marks', { ...good(), text: '>' }, 'text', 'empty'],
    ['text too long', { ...good(), text: 'a'.repeat(5001) }, 'text', 'too-long'],
    ['an object for the text', { ...good(), text: { $gt: '' } }, 'text', 'not-text'],
    ['an array for the text', { ...good(), text: ['a'] }, 'text', 'not-text'],
    ['no text', { thread: good().thread, author: good().author }, 'text', 'required'],
    ['an unknown field', { ...good(), mod: { vis: 'visible' } }, 'mod', 'unknown-field'],
    [
      'an unknown field of the author',
      { ...good(), author: { name: 'Odile', staff: true } },
      'author.staff',
      'unknown-field',
    ],
    ['a name too short', { ...good(), author: { name: 'Al' } }, 'author.name', 'too-short'],
    ['a name too long', { ...good(), author: { name: 'a'.repeat(51) } }, 'author.name', 'too-long'],
    ['a name nobody can read', { ...good(), author: { name: '\u200B\u200B\u200B' } }, 'author.name', 'empty'],
    ['a name that reorders text', { ...good(), author: { name: 'user \u202Erotaredom' } }, 'author.name', 'invalid'],
    ['a moderator’s name', { ...good(), author: { name: 'Noe Garnier' } }, 'author.name', 'imitates-moderator'],
    ...[
      '\u0430dmin',
      '\u0391D\u039cI\u039d',
      '\ua4ee\ua4d3\ua4df\ua4f2\ua4e0',
      '\u13aa\u13a0\u13b7INISTRATOR',
      'Les modérateurs',
      'modératrices',
      'Administration',
      'The moderator',
      'L’équipe Tribune',
      'المشرفون',
      'Admin ✅',
      '✔ Noe Garnier!',
      '🇲🇴🇩🇴',
    ].map((name): [string, unknown, string, string] => [
      `the house’s name ${name}`,
      { ...good(), author: { name } },
      'author.name',
      'imitates-moderator',
    ]),
    [
      'an address that is none',
      { ...good(), author: { name: 'Odile', email: 'odile' } },
      'author.email',
      'invalid-email',
    ],
    [
      'a script as the page’s address',
      { ...good(), thread: { key: 'bad-input', url: 'javascript:alert(1)' } },
      'thread.url',
      'invalid-url',
    ],
    ['an operator as the thread', { ...good(), thread: { key: { $ne: null } } }, 'thread.key', 'not-text'],
    ['a parent id that is none', { ...good(), parentId: 'x y' }, 'parentId', 'invalid'],
  ];
  it.each(cases)('%s', async (_, body, field, code) => {
    const problem = await refused(body);
    expect([problem.status, problem.code]).toEqual([400, 'validation-failed']);
    expect(problem.errors?.map((error) => [error.path, error.code])).toContainEqual([field, code]);
  });

  it('says what is wrong in the reader’s language, with the number', async () => {
    const body = { ...good(), author: { name: 'Al' } };
    const messages = await Promise.all(
      ['fr-FR,fr;q=0.9', 'en', 'ar', 'xx', 'xx,pt-BR;q=0.9', 'de-AT', 'tr'].map(
        async (lang) => (await refused(body, { 'Accept-Language': lang })).errors?.[0]?.message,
      ),
    );
    expect(messages).toEqual([
      'Au moins 3 caractères, s’il vous plaît.',
      'At least 3 characters, please.',
      expect.stringMatching(/[\u0600-\u06FF]/),
      'At least 3 characters, please.',
      'São necessários pelo menos 3 caracteres.',
      'Bitte mindestens 3 Zeichen.',
      'Lütfen en az 3 karakter yazın.',
    ]);
  });

  // Every JavaScript object answers to these, whatever is in it.
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty;q=0.9'])(
    'takes %s for no language',
    async (lang) => {
      const reply = await request<ProblemDocument>(`${app.url}/v1/nope`, 'GET', {
        headers: { 'Accept-Language': lang },
      });
      expect([reply.status, reply.headers.get('content-type'), reply.headers.get('content-language')]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
        'en',
      ]);
      expect(reply.body.code).toBe('not-found');
    },
  );

  it('counts characters, not code units', async () => {
    expect((await reader.send({ ...good(), text: '😀'.repeat(5000) })).status).toBe(201);
    expect((await refused({ ...good(), text: '😀'.repeat(5001) })).code).toBe('validation-failed');
  });
});

describe('requests', () => {
  it('refuses a body that is not JSON', async () => {
    expect(await refused('{"text":')).toMatchObject({ status: 400, code: 'invalid-json' });
    expect(await refused('null')).toMatchObject({ status: 400, code: 'validation-failed' });
    expect(await refused('[]')).toMatchObject({ status: 400, code: 'validation-failed' });
    expect(await refused('text=a', { 'Content-Type': 'application/x-www-form-urlencoded' })).toMatchObject({
      status: 415,
      code: 'unsupported-media-type',
    });
  });

  it('refuses a body that is too large, before reading it', async () => {
    expect(await refused(`{"text":"${'a'.repeat(40_000)}"}`)).toMatchObject({ status: 413, code: 'body-too-large' });
  });

  it('refuses an unknown site and an origin that is not allowed', async () => {
    const unknown = await request<ProblemDocument>(
      app.url + path(routes.comments, { siteId: 'nowhere' }, { thread: 'a' }),
      'GET',
    );
    expect([unknown.status, unknown.body.code]).toEqual([404, 'unknown-site']);
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1']) {
      const at = app.url + path(routes.comments, { siteId: SITE }, { thread: 'bad-input' });
      for (const method of ['GET', 'OPTIONS']) {
        const reply = await request<ProblemDocument>(at, method, { headers: { Origin: origin } });
        expect([reply.status, reply.body.code]).toEqual([403, 'origin-not-allowed']);
        expect(reply.headers.get('access-control-allow-origin')).toBeNull();
      }
    }
  });

  it('lets the pages of a site send whatever its readers can do', async () => {
    const reply = await request(app.url + path(routes.comment, { siteId: SITE, commentId: 'x' }), 'OPTIONS', {
      headers: { Origin: app.url },
    });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([204, app.url]);
    expect(reply.headers.get('access-control-allow-methods')?.split(', ').sort()).toEqual([
      'DELETE',
      'GET',
      'POST',
      'PUT',
    ]);
  });

  it('refuses a missing, forged or foreign token', async () => {
    const at = app.url + path(routes.mine, { siteId: SITE }, { thread: 'bad-input' });
    const codeFor = async (headers: Record<string, string>) =>
      (await request<ProblemDocument>(at, 'GET', { headers })).body.code;
    expect(await codeFor({})).toBe('token-missing');
    expect(await codeFor({ Authorization: 'Basic abc' })).toBe('token-invalid');
    expect(await codeFor({ Authorization: `Bearer ${reader.token.slice(0, -1)}` })).toBe('token-invalid');
    expect(await codeFor({ Authorization: `Bearer ${moderator.cookie.split('=')[1] ?? ''}` })).toBe('token-invalid');
    expect(
      (await request<ProblemDocument>(app.url + path(routes.review, {}), 'GET', { headers: reader.auth })).body.code,
    ).toBe('token-missing');
    expect(
      (
        await request<ProblemDocument>(app.url + path(routes.review, {}), 'GET', {
          headers: { Cookie: `tribune=${reader.token}` },
        })
      ).body.code,
    ).toBe('token-invalid');
  });

  it('refuses a parent that is elsewhere or nowhere, in the same words', async () => {
    const elsewhere = await Reader.guest(app.url, 'Paul', 'another-thread');
    const { body } = await elsewhere.post('ailleurs');
    const problems = await Promise.all([body.id, 'nothing'].map((parentId) => refused({ ...good(), parentId })));
    expect(problems[0]).toMatchObject({ status: 422, code: 'parent-not-found' });
    expect(problems[1]).toEqual(problems[0]);
  });

  it('refuses an unknown path, method, key, cursor and query', async () => {
    const code = async (at: string, method = 'GET') => (await request<ProblemDocument>(app.url + at, method)).body.code;
    expect(await code('/v1/nothing')).toBe('not-found');
    expect(await code('/v1/sites/%E0%A4%A/comments?thread=a')).toBe('not-found');
    const methods: [string, string, string][] = [
      [path(routes.comments, { siteId: SITE }), 'DELETE', 'GET, HEAD, POST, OPTIONS'],
      [path(routes.session, {}), 'PATCH', 'POST, GET, HEAD, DELETE, OPTIONS'],
      [path(routes.reaction, { siteId: SITE }), 'POST', 'PUT, OPTIONS'],
    ];
    for (const [at, method, allowed] of methods) {
      const reply = await request<ProblemDocument>(app.url + at, method);
      expect([reply.status, reply.body.code]).toEqual([405, 'method-not-allowed']);
      const sorted = (list: string | null): string[] => (list ?? '').split(', ').sort();
      expect(sorted(reply.headers.get('allow'))).toEqual(sorted(allowed));
    }
    expect(await code(path(routes.comments, { siteId: SITE }, { thread: 'a', cursor: '../x' }))).toBe('cursor-invalid');
    expect(await code(path(routes.comments, { siteId: SITE }, { thread: 'a', sort: 'worst' }))).toBe(
      'validation-failed',
    );
    expect(await code(`${path(routes.comments, { siteId: SITE }, { thread: 'a' })}&thread=b`)).toBe(
      'validation-failed',
    );
    expect(await code(`${path(routes.comments, { siteId: SITE })}?thread[$ne]=a`)).toBe('validation-failed');
    expect((await refused(good(), { 'Idempotency-Key': 'x' })).code).toBe('idempotency-key-invalid');
  });

  it('limits how much one guest may post, and says for how long', async () => {
    const limited = await bootApp({ COMMENTS_PER_PERSON: 2 });
    const guest = await Reader.guest(limited.url, 'Quentin', 'limited');
    await guest.post('un');
    await guest.post('deux');
    const third = await guest.send<ProblemDocument>(
      { thread: { key: 'limited' }, author: { name: 'Quentin' }, text: 'trois' },
      undefined,
      { 'Accept-Language': 'fr' },
    );
    expect([third.status, third.body.code, third.body.detail]).toEqual([
      429,
      'rate-limited',
      'Cela fait beaucoup d’un coup. Veuillez réessayer dans 10\u00A0min.'.replace('\u00A0', ' '),
    ]);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    await limited.close();
  });

  it('counts a comment that is sent again once', async () => {
    const limited = await bootApp({ COMMENTS_PER_PERSON: 2 });
    const guest = await Reader.guest(limited.url, 'Quentin', 'limited');
    const key = 'one-key-for-one-act';
    const again = await Promise.all(Array.from({ length: 3 }, () => guest.post('un', { key })));
    again.push(await guest.post('un', { key }), await guest.post('un', { key }));
    expect(again.map(({ status, body }) => [status, body.id])).toEqual(again.map(() => [201, again[0]?.body.id]));
    expect((await guest.post('autre chose', { key })).status).toBe(422);
    expect((await guest.post('deux')).status).toBe(201);
    expect((await guest.post('trois')).status).toBe(429);
    // Sent again, it is answered even when there is nothing left.
    expect((await guest.post('un', { key })).status).toBe(201);
    await limited.close();
  });

  it('says "expired" of a token that has expired', async () => {
    let now = new Date('2026-01-01T12:00:00Z');
    const aged = await bootApp({}, { now: () => now });
    const guest = await Reader.guest(aged.url, 'Rose', 'aged');
    now = new Date('2027-06-01T12:00:00Z');
    const reply = await guest.mine();
    expect([reply.status, (reply.body as unknown as ProblemDocument).code]).toEqual([401, 'token-expired']);
    await aged.close();
  });
});
