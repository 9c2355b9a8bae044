import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Guest } from '../../shared/identity.ts';
import { path, routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { request, SITE } from '../support/client.ts';
import { bootRedis, hasRedis, type TestRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';

// Where no Redis is installed there is nothing to try; the suite is then counted as skipped.
(hasRedis() ? describe : describe.skip)('limits that all nodes count in one Redis', () => {
  let redis: TestRedis;
  let nodes: [TestApp, TestApp];
  const LIMIT = 3;

  beforeAll(async () => {
    redis = await bootRedis();
    const settings = { REDIS_URL: redis.url, TRUST_PROXY: 1, COMMENTS_PER_ADDRESS: LIMIT };
    const one = await bootApp(settings);
    nodes = [one, await bootApp(settings, { over: one })];
    for (const node of nodes) node.expectLogged(/^Redis is away/);
  });

  afterAll(async () => {
    await nodes[1].close();
    await nodes[0].close();
    await redis.remove();
  });

  /** A guest made from an address, at one node. */
  const arrive = (node: 0 | 1, address: string) =>
    request<Guest>(nodes[node].url + path(routes.guests, { siteId: SITE }), 'POST', {
      body: { client: randomUUID() },
      headers: { 'X-Forwarded-For': address },
    });
  const statuses = async (address: string, ...at: (0 | 1)[]): Promise<number[]> => {
    const answers: number[] = [];
    for (const node of at) answers.push((await arrive(node, address)).status);
    return answers;
  };
  let tries = 0;
  /** An address that has used up its limit at both nodes together. Where Redis is slow to answer they count alone, and it is another. */
  const usedUp = () =>
    until(
      async () => {
        const address = `198.51.${(tries += 1)}.7`;
        const before = await statuses(address, 0, 1, 0);
        const refused = await arrive(1, address);
        return [...before, refused.status].join() === '201,201,201,429' && { address, refused };
      },
      'the nodes count together',
      10_000,
    );

  it('refuse at one node what was used up at another, and say how long to wait', async () => {
    const { refused } = await usedUp();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(590);
  });

  it('keep no address where it could be read', () => {
    const keys = redis.ask('KEYS', '*').split('\n');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(key).toMatch(/^tribune:[a-z-]+:[\w-]{43}$/);
  });

  it('begin anew when it was emptied', async () => {
    const { address } = await usedUp();
    redis.ask('FLUSHALL');
    expect(await statuses(address, 0)).toEqual([201]);
  });

  it('are counted by each node for itself while it is away, and nobody is refused for that', async () => {
    await redis.kill();
    const address = '203.0.113.3';
    expect(await statuses(address, 0, 0, 0, 0, 1, 1, 1, 1)).toEqual([201, 201, 201, 429, 201, 201, 201, 429]);
    await redis.start();
    await usedUp();
  });

  it('are counted so while it is frozen and answers nothing', async () => {
    redis.freeze();
    const address = '203.0.113.4';
    expect(await statuses(address, 0, 0, 0, 0)).toEqual([201, 201, 201, 429]);
    redis.thaw();
    await usedUp();
  });
});
