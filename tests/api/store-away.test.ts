import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ProblemDocument } from '../../shared/problem.ts';
import { heatSettingsSchema } from '../../shared/site-phases.ts';
import { embeddedOnly, insertDemoSite } from '../support/app.ts';
import { Reader, request } from '../support/client.ts';
import { childrenOf } from '../support/crash.ts';
import { onSmallDisk, serveByHand, storeFolder } from '../support/embedded-store.ts';
import { startProcess, type ServiceProcess } from '../support/process.ts';
import { until } from '../support/until.ts';

let dataDir: string;
let service: ServiceProcess;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tribune-away-'));
  service = await startProcess(dataDir);
});
afterAll(async () => {
  await service.stop();
  await rm(dataDir, { recursive: true, force: true });
});

embeddedOnly.describe('while the database is away', () => {
  it('answers 503 with Retry-After and never a false 201, and is back by itself', async () => {
    const reader = await Reader.guest(service.url, 'Nadia', 'away');
    await reader.post('avant');
    const [store] = childrenOf(service.child.pid ?? 0);
    process.kill(store ?? 0, 'SIGSTOP');
    const sent = reader.send<ProblemDocument>(
      { thread: { key: 'away' }, author: { name: 'Nadia' }, text: 'pendant' },
      'a-key-of-this-test',
      { 'Accept-Language': 'fr' },
    );
    const reply = await sent;
    expect([reply.status, reply.body.code, reply.headers.get('retry-after')]).toEqual([503, 'store-unavailable', '2']);
    expect(reply.body.detail).toBe(
      'Les commentaires sont momentanément indisponibles. Veuillez réessayer dans un instant.',
    );
    expect((await request<ProblemDocument>(`${service.url}/readyz`, 'GET')).status).toBe(503);
    expect((await request(`${service.url}/healthz`, 'GET')).status).toBe(200);

    process.kill(store ?? 0, 'SIGKILL');
    await until(
      async () => (await request(`${service.url}/readyz`, 'GET')).status === 200,
      'the store is started again',
    );
    const again = await reader.send<{ state: string }>(
      { thread: { key: 'away' }, author: { name: 'Nadia' }, text: 'pendant' },
      'a-key-of-this-test',
    );
    expect([again.status, again.body.state]).toEqual([201, 'published']);
    expect(
      (await until(async () => (await reader.page()).body.count === 2 && (await reader.page()), 'both are there')).body
        .count,
    ).toBe(2);
  });
});

embeddedOnly.describe('while the disk is full', () => {
  it('refuses what would be written with 503, keeps nothing half, and shows what is there', async () => {
    const { path, remove } = await storeFolder();
    const limited = await serveByHand(path, onSmallDisk(2));
    // What fills the disk is meant to come as fast as it can.
    await insertDemoSite(limited.uri, { heat: heatSettingsSchema.parse({ on: false }) });
    const small = await startProcess(await mkdtemp(join(dataDir, 'full-')), { MONGODB_URI: limited.uri });
    const reader = await Reader.guest(small.url, 'Nadia', 'full');
    const thread = { key: 'full' };
    let published = 0;
    const refused = await until(async () => {
      const text = `Numéro ${published} `.padEnd(4_000, 'Le conseil a voté. ');
      const reply = await reader.send<ProblemDocument>(
        { thread, author: { name: 'Nadia' }, text },
        `a-key-of-this-test-${published}`,
      );
      if (reply.status !== 201) return reply;
      published++;
      return null;
    }, 'the disk is full');
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([
      503,
      'store-unavailable',
      '2',
    ]);
    const page = await reader.page();
    expect([page.status, page.body.count]).toEqual([200, published]);
    expect((await request(`${small.url}/healthz`, 'GET')).status).toBe(200);
    await small.stop();
    await limited.end('SIGTERM');
    await remove();
  });
});

embeddedOnly.describe('the data folder', () => {
  it('is refused to a second service, in words', async () => {
    await expect(startProcess(dataDir)).rejects.toThrow(/in use|already/i);
    expect((await request(`${service.url}/readyz`, 'GET')).status).toBe(200);
  });

  it('keeps its key from others, and everything over a restart', async () => {
    const reader = await Reader.guest(service.url, 'Olivier', 'restart');
    await reader.post('reste');
    expect(service.setupCode).not.toBeNull();
    expect(await service.stop()).toBe(0);
    service = await startProcess(dataDir);
    Object.assign(reader, { url: service.url });
    expect((await reader.page()).body.count).toBe(1);
    expect((await reader.mine()).status).toBe(200);
  });
});
