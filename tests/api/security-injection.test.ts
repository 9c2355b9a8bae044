import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE, type RequestOptions } from '../support/client.ts';

/** What a query language would understand, or what is no text where text is expected. */
const OPERATORS: readonly unknown[] = [
  { $ne: null },
  { $regex: '.*' },
  { $function: { body: 'return true', args: [], lang: 'js' } },
  [{ $match: {} }],
  { constructor: { prototype: { staff: true } } },
  { length: 1e9 },
  { _bsontype: 'Long', low: 1, high: 0 },
  ['demo'],
  42,
  true,
];

let app: TestApp;
let reader: Reader;
let moderator: Moderator;
let commentId: string;

beforeAll(async () => {
  app = await bootApp();
  reader = await Reader.guest(app.url, 'Odile', 'injection');
  moderator = await Moderator.redeem(app.url, 'Noé Garnier', (await app.app.setupCode()) ?? '');
  commentId = (await reader.post('un premier mot')).body.id;
});
afterAll(async () => {
  await app.close();
  expect(app.logged).toEqual([]);
});

/** Sends a request that nothing may come of. */
async function refuse(method: string, at: string, options: RequestOptions = {}): Promise<void> {
  const reply = await request<ProblemDocument>(app.url + at, method, options);
  expect([method, at, options.body, reply.status]).toEqual([method, at, options.body, expect.any(Number)]);
  expect(reply.status).toBeGreaterThanOrEqual(400);
  expect(reply.status).toBeLessThan(500);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(JSON.stringify(reply.body)).not.toMatch(/Mongo|BSON|node_modules|stack/);
}

const comment = () => ({ thread: { key: 'injection' }, author: { name: 'Odile' }, text: 'un mot' });
const seen = { expectedV: 1, expectedRev: 1 };
const PASSWORD = 'correct horse battery';

describe('an operator where text is expected', () => {
  it.each(OPERATORS.map((operator) => [JSON.stringify(operator), operator]))('%s', async (_, operator) => {
    const comments = path(routes.comments, { siteId: SITE });
    const bodies: [string, string, Record<string, string>, unknown[]][] = [
      [
        'POST',
        comments,
        reader.auth,
        [
          operator,
          { ...comment(), thread: operator },
          { ...comment(), thread: { key: operator } },
          { ...comment(), thread: { key: 'a', url: operator } },
          { ...comment(), thread: { key: 'a', title: operator } },
          { ...comment(), thread: { key: 'a', lang: operator } },
          { ...comment(), author: operator },
          { ...comment(), author: { name: operator } },
          { ...comment(), author: { name: 'Odile', email: operator } },
          { ...comment(), text: operator },
          { ...comment(), parentId: operator },
          { ...comment(), $where: operator },
        ],
      ],
      [
        'PUT',
        path(routes.reaction, { siteId: SITE }),
        reader.auth,
        [operator, { thread: { key: operator }, value: 'like' }, { thread: { key: 'a' }, value: operator }],
      ],
      [
        'POST',
        routes.notificationsRead,
        reader.auth,
        [operator, { ids: { 0: operator } }, { ids: [operator] }, { commentId: operator }, { all: { x: operator } }],
      ],
      [
        'POST',
        routes.session,
        {},
        [operator, { name: operator, password: PASSWORD }, { name: 'Noé', password: operator }],
      ],
      [
        'POST',
        routes.setup,
        {},
        [
          { code: operator, name: 'Someone', password: PASSWORD },
          { code: 'c'.repeat(43), name: operator, password: PASSWORD },
          { code: 'c'.repeat(43), name: 'Someone', password: operator },
        ],
      ],
      [
        'POST',
        path(routes.decision, { commentId }),
        { Cookie: moderator.cookie },
        [
          operator,
          { action: operator, ...seen },
          { action: 'approve', expectedV: { x: operator }, expectedRev: 1 },
          { action: 'refuse', code: operator, ...seen },
          { action: 'refuse', codes: ['spam'], note: operator, ...seen },
        ],
      ],
    ];
    for (const [method, at, headers, list] of bodies)
      for (const body of list) await refuse(method, at, { headers, body: JSON.stringify(body) });

    const text = encodeURIComponent(JSON.stringify(operator));
    const cookie = { headers: { Cookie: moderator.cookie } };
    const bearer = { headers: reader.auth };
    if (typeof operator === 'object') {
      await refuse('GET', `/v1/sites/${text}/comments?thread=a`);
      await refuse('GET', `/v1/sites/demo/comments/${text}`);
      await refuse('GET', `/v1/review/${text}`, cookie);
      for (const name of ['sort', 'cursor', 'limit']) await refuse('GET', `${comments}?thread=a&${name}=${text}`);
      await refuse('GET', `/v1/sites/demo/changes?thread=a&since=${text}`);
      await refuse('GET', `/v1/sites/demo/comments/${commentId}/replies?cursor=${text}`);
      await refuse('GET', `${routes.review}?cursor=${text}`, cookie);
      await refuse('GET', `${routes.notifications}?cursor=${text}`, bearer);
      const header = JSON.stringify(operator);
      await refuse('POST', comments, { headers: { ...reader.auth, 'Idempotency-Key': header }, body: comment() });
      await refuse('GET', routes.me, { headers: { Authorization: `Bearer ${header}` } });
      await refuse('GET', routes.review, { headers: { Cookie: `tribune=${header}` } });
    }
    expect((await reader.page()).body.count).toBe(1);
  });
});

describe('a query nobody knows', () => {
  it.each(['a[$gt]=', '__proto__[x]=1', 'filter[$or][0][a]=1', 'fields=email', 'sort=-email&sort=email', 'thread[]=a'])(
    '%s',
    async (query) => {
      const cookie = { headers: { Cookie: moderator.cookie } };
      const bearer = { headers: reader.auth };
      await refuse('GET', `/v1/sites/demo/comments?thread=a&${query}`);
      await refuse('GET', `/v1/sites/demo/comments/${commentId}?${query}`);
      await refuse('GET', `/v1/sites/demo/comments/${commentId}/replies?${query}`);
      await refuse('GET', `/v1/sites/demo/changes?thread=a&since=0&${query}`);
      await refuse('GET', `/v1/sites/demo/mine?thread=a&${query}`, bearer);
      await refuse('GET', `${routes.me}?${query}`, bearer);
      await refuse('GET', `${routes.notifications}?${query}`, bearer);
      await refuse('GET', `${routes.session}?${query}`, cookie);
      await refuse('GET', `${routes.review}?${query}`, cookie);
      await refuse('GET', `/v1/review/${commentId}?${query}`, cookie);
      await refuse('POST', `/v1/sites/demo/guests?${query}`);
    },
  );
});

it('takes the own key "__proto__" of a body for what it is, an unknown field', async () => {
  const body = JSON.stringify(comment());
  await refuse('POST', path(routes.comments, { siteId: SITE }), {
    headers: reader.auth,
    body: body.replace('{', '{"__proto__":{"parentId":null},'),
  });
  expect(({} as Record<string, unknown>).parentId).toBeUndefined();
});

it('reads UTF-8 only, and a body of any shape without breaking', async () => {
  const at = path(routes.comments, { siteId: SITE });
  for (const type of [
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
    'text/plain',
    'multipart/form-data; boundary=x',
  ])
    await refuse('POST', at, { headers: { ...reader.auth, 'Content-Type': type }, body: JSON.stringify(comment()) });
  for (const encoding of ['br', 'gzip', 'zzz'])
    await refuse('POST', at, {
      headers: { ...reader.auth, 'Content-Encoding': encoding },
      body: JSON.stringify(comment()),
    });
  for (const body of [
    '['.repeat(15_000),
    '{"thread":'.repeat(3000),
    '{"a":'.repeat(5000) + '1' + '}'.repeat(5000),
    '1e999',
    '"\\ud800"',
  ])
    await refuse('POST', at, { headers: reader.auth, body });
  await refuse('POST', at, {
    headers: reader.auth,
    body: '{"thread":{"key":"a\\ud800"},"author":{"name":"Odile"},"text":"x y"}',
  });
  await refuse('GET', `${at}?thread=%00`);
});
