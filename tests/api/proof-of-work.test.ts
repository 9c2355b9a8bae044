import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { randomUUID } from 'node:crypto';
import { effortOf, type Signs } from '../../services/comments/proof-of-work.ts';
import type { CommentCreate, OwnCommentView } from '../../shared/comment.ts';
import type { Guest } from '../../shared/identity.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { request, SITE, type Reply } from '../support/client.ts';

let app: TestApp;
beforeAll(async () => {
  app = await bootApp({ TRUST_PROXY: 1, COMMENTS_PER_ADDRESS: 10 });
});
afterAll(() => app.close());

type Answer = Reply<OwnCommentView & ProblemDocument & { challenge: Challenge }>;
/** Two links, and as many guests from its address as make it a busy one. */
const WITH_LINKS = 'Voyez https://un.example/ et https://deux.example/ pour en savoir plus.';

async function guest(address: string): Promise<Record<string, string>> {
  const { body } = await request<Guest>(app.url + path(routes.guests, { siteId: SITE }), 'POST', {
    body: { client: randomUUID() },
    headers: { 'X-Forwarded-For': address },
  });
  return { Authorization: `Bearer ${body.token}`, 'X-Forwarded-For': address };
}

function post(by: Record<string, string>, more: Partial<CommentCreate> = {}, key: string = randomUUID()) {
  const url = 'https://courrier.example/crue';
  return request<Answer['body']>(app.url + path(routes.comments, { siteId: SITE }), 'POST', {
    body: {
      thread: { key: 'crue', url, title: 'La crue' },
      author: { name: 'Anaïs' },
      text: `${WITH_LINKS} ${key}`,
      ...more,
    },
    headers: { ...by, 'Idempotency-Key': key },
  });
}

/** The last of so many guests of an address that is asked to work. */
async function suspect(address: string): Promise<Record<string, string>> {
  for (let i = 0; i < 3; i += 1) await guest(address);
  return guest(address);
}

async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}

describe('work that is asked of a browser', () => {
  it('is asked where several signs come together, and for none of them alone', () => {
    const none: Signs = { arrived: false, fromAddress: 0, hot: false, repeats: false, links: 1 };
    const one: Partial<Signs>[] = [
      { arrived: true },
      { fromAddress: 1 },
      { hot: true },
      { repeats: true },
      { links: 9 },
    ];
    for (const sign of one) expect(effortOf({ ...none, ...sign })).toBe(0);
    expect(effortOf({ ...none, arrived: true, hot: true, links: 2 })).toBe(1);
    expect(effortOf({ ...none, arrived: true, fromAddress: 0.4, repeats: true })).toBe(1);
    expect(effortOf({ arrived: true, fromAddress: 0.8, hot: true, repeats: true, links: 2 })).toBe(4);
  });

  it('is not asked of one guest with two links, nor of the machine itself', async () => {
    expect((await post(await guest('198.51.100.1'))).status).toBeLessThan(300);
    const local = await suspect('127.0.0.1');
    expect((await post(local)).status).toBeLessThan(300);
  });

  it('lets the comment through once it is done, and keeps its Idempotency-Key', async () => {
    const by = await suspect('198.51.100.2');
    const key = randomUUID();
    const asked = await post(by, {}, key);
    expect([asked.status, asked.body.code]).toEqual([428, 'work-needed']);
    const proof = await solve(asked.body.challenge);
    const posted = await post(by, { proof }, key);
    expect(posted.status).toBeLessThan(300);
    // An answer that got lost: the same request finds what it has stored, though its proof is used up.
    expect((await post(by, { proof }, key)).body.id).toBe(posted.body.id);
  });

  it('counts once, for whom it was asked, and as it was asked', async () => {
    const by = await suspect('198.51.100.3');
    const { challenge } = (await post(by)).body;
    const proof = await solve(challenge);
    const another = await guest('198.51.100.3');
    expect((await post(another, { proof })).status).toBe(428);
    expect((await post(by, { proof })).status).toBeLessThan(300);
    expect((await post(by, { proof })).status).toBe(428);

    const again = await solve((await post(by)).body.challenge);
    const both = await Promise.all([post(by, { proof: again }), post(by, { proof: again })]);
    expect(both.map(({ status }) => status).sort()).toEqual([expect.any(Number), 428]);
    expect(both.filter(({ status }) => status < 300)).toHaveLength(1);
  });

  it('is not taken for done when it is forged', async () => {
    const by = await suspect('198.51.100.4');
    const { challenge } = (await post(by)).body;
    const easier: Challenge = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '0' } };
    const packed = (what: unknown): string => Buffer.from(JSON.stringify(what)).toString('base64');
    const forged = [
      await solve(easier),
      packed({ challenge, solution: { counter: 0, derivedKey: '00'.repeat(32) } }),
      packed({ challenge: { ...challenge, signature: undefined }, solution: { counter: 0, derivedKey: '00' } }),
      packed({ challenge, solution: { counter: { $gt: 0 }, derivedKey: ['00'] } }),
      packed(null),
      'not base64!',
      '',
    ];
    for (const proof of forged) expect((await post(by, { proof })).status).toBe(428);
    expect((await post(by, { proof: 'A'.repeat(2001) })).status).toBe(400);
  });
});
