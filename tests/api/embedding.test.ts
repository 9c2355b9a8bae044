import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepWidget } from '../../services/widget-versions.ts';
import type { ThreadCounts } from '../../shared/counts.ts';
import { COUNTS_MAX } from '../../shared/limits.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Manifest } from '../../tools/pin.mjs';
import { bootApp, quiet, type TestApp } from '../support/app.ts';
import { Reader, request, SITE } from '../support/client.ts';

let app: TestApp;
let keptDir: string;

beforeAll(async () => {
  keptDir = await mkdtemp(join(tmpdir(), 'tribune-kept-'));
  app = await bootApp({}, { keptDir });
});
afterAll(async () => {
  await app.close();
  await rm(keptDir, { recursive: true });
});

const file = (name: string, headers: Record<string, string> = {}) =>
  request<string>(`${app.url}/widget/${name}`, 'GET', { headers });

describe('numbers of comments', () => {
  const counts = (threads: string[], headers: Record<string, string> = {}) => {
    const query = threads.map((thread) => `thread=${encodeURIComponent(thread)}`).join('&');
    return request<ThreadCounts & ProblemDocument>(
      `${app.url}${path(routes.counts, { siteId: SITE })}?${query}`,
      'GET',
      {
        headers,
      },
    );
  };

  it('are those of what everyone can see, in the order asked, and 0 where nobody has written', async () => {
    const reader = await Reader.guest(app.url, 'Odile', 'été à la mer');
    const { id: parentId } = (await reader.post('Un premier mot')).body;
    await reader.post('Une réponse', { parentId });
    expect((await reader.post('Tu es un connard')).status).toBe(202);
    const { status, body, headers } = await counts(['rien', '__proto__', 'été à la mer', 'rien'], { Origin: app.url });
    expect([status, body]).toEqual([
      200,
      {
        items: [
          ['rien', 0],
          ['__proto__', 0],
          ['été à la mer', 2],
          ['rien', 0],
        ].map(([thread, count]) => ({ thread, count })),
      },
    ]);
    expect([headers.get('cache-control'), headers.get('vary'), headers.get('access-control-allow-origin')]).toEqual([
      'public, max-age=30, stale-while-revalidate=60',
      'Origin',
      app.url,
    ]);
    expect((await counts(['rien'])).body.items).toHaveLength(1);
  });

  it('are given for so many threads at once, and for no foreign page', async () => {
    const many = Array.from({ length: COUNTS_MAX }, (_, n) => `thread-${n}`);
    expect((await counts(many)).body.items).toHaveLength(COUNTS_MAX);
    for (const threads of [[...many, 'one more'], [], [' '], ['a'.repeat(301)]])
      expect((await counts(threads)).body.code).toBe('validation-failed');
    expect((await counts(['a'], { Origin: 'https://elsewhere.example' })).body.code).toBe('origin-not-allowed');
  });
});

describe('the widget’s files', () => {
  it('come packed as the reader can unpack them, and are kept for a year by caches, all but what leads to them', async () => {
    const loader = await file('tribune.js');
    expect(loader.headers.get('cache-control')).toBe('public, max-age=300');
    // Without the second header, Node would ask past every cache.
    const seen = { 'If-None-Match': loader.headers.get('etag') ?? '', 'Cache-Control': 'max-age=0' };
    expect((await file('tribune.js', seen)).status).toBe(304);
    const manifest = (await file('manifest.json')).body as unknown as Manifest;
    expect(loader.body).toContain(manifest.element.replace('/widget/', './'));
    expect(Object.keys(manifest.integrity).length).toBeGreaterThan(20);
    const ways = ['br', 'gzip', null];
    for (const [at, [name, digest]] of Object.entries(manifest.integrity).entries()) {
      const way = ways[at % ways.length] ?? null;
      const accepted = { 'Accept-Encoding': way ?? 'identity' };
      const { body, headers } = await request<string>(app.url + name, 'GET', { headers: accepted });
      expect([name, headers.get('content-encoding'), headers.get('vary')]).toEqual([name, way, 'Accept-Encoding']);
      expect([name, headers.get('cache-control')]).toEqual([name, 'public, max-age=31536000, immutable']);
      expect([name, `sha384-${createHash('sha384').update(body).digest('base64')}`]).toEqual([name, digest]);
    }
  });

  it('are there after a deployment, for pages that began with them, and for a year more', async () => {
    const from = await mkdtemp(join(tmpdir(), 'tribune-build-'));
    const build = async (version: string) => {
      await rm(from, { recursive: true });
      await mkdir(join(from, version), { recursive: true });
      await writeFile(join(from, version, 'composer.js'), `export const name = '${version}';`);
      await writeFile(join(from, version, 'composer.js.gz'), gzipSync(`export const packed = '${version}';`));
      await writeFile(join(from, `tribune-${version}.js`), 'what pages pin');
      await writeFile(join(from, 'tribune.js'), 'the loader is always that of the build');
      await keepWidget({ from, to: keptDir, log: quiet });
    };
    await build('AAAAAAA1');
    await build('BBBBBBB2');
    const { status, headers, body } = await file('AAAAAAA1/composer.js');
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(body).toBe("export const packed = 'AAAAAAA1';");
    expect((await file('tribune-AAAAAAA1.js')).headers.get('cache-control')).toBe(headers.get('cache-control'));
    const gone = await file('CCCCCCC3/composer.js');
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store']);
    const longAgo = new Date(Date.now() - 401 * 24 * 3600 * 1000);
    for (const name of ['tribune-AAAAAAA1.js', 'AAAAAAA1/composer.js', 'AAAAAAA1/composer.js.gz'])
      await utimes(join(keptDir, name), longAgo, longAgo);
    await build('DDDDDDD4');
    expect((await readdir(keptDir, { recursive: true })).sort()).toEqual([
      ...['BBBBBBB2', 'BBBBBBB2/composer.js', 'BBBBBBB2/composer.js.gz', 'DDDDDDD4', 'DDDDDDD4/composer.js'],
      ...['DDDDDDD4/composer.js.gz', 'tribune-BBBBBBB2.js', 'tribune-DDDDDDD4.js'],
    ]);
    await rm(from, { recursive: true });
  });
});
