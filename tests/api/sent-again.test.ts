import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { bootApp, type TestApp } from '../support/app.ts';
import { Reader } from '../support/client.ts';

let app: TestApp;
let now = new Date('2026-03-01T12:00:00Z');

beforeAll(async () => {
  app = await bootApp({ COMMENTS_PER_PERSON: 2 }, { now: () => now });
});
afterAll(() => app.close());

it('a request that is sent again long after counts against no limit, and is answered when the limit is used up', async () => {
  const anne = await Reader.guest(app.url, 'Anne', `thread-${randomUUID()}`);
  const key = randomUUID();
  const first = await anne.post('une fois pour toutes', { key });
  // So long that it is no repeat any more.
  now = new Date(now.getTime() + 11 * 60_000);
  for (let i = 0; i < 3; i++)
    expect(await anne.post('une fois pour toutes', { key })).toMatchObject({
      status: 201,
      body: { id: first.body.id },
    });
  expect((await anne.post('et une autre fois')).status).toBe(201);
  expect((await anne.post('et une de trop')).status).toBe(429);
  expect(await anne.post('une fois pour toutes', { key })).toMatchObject({ status: 201, body: { id: first.body.id } });
  expect(await anne.post('tout autre chose', { key })).toMatchObject({ body: { code: 'idempotency-key-reused' } });
});
