import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../../shared/routes.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { request } from '../support/client.ts';
import { ROOT } from '../support/sources.ts';

interface Description {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string; summary: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
}

let app: TestApp;
let description: Description;

beforeAll(async () => {
  app = await bootApp();
  description = (await request<Description>(app.url + routes.openapi, 'GET')).body;
});
afterAll(() => app.close());

it('describes every path of the API, each operation under its own name', () => {
  const paths = Object.values(routes).filter((path) => path.startsWith('/v1/'));
  expect(Object.keys(description.paths).sort()).toEqual(paths.map((path) => path.replace(/:(\w+)/g, '{$1}')).sort());
  const ids = Object.values(description.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => operation.operationId),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(description.openapi).toBe('3.1.0');
});

it('refers only to schemas that it holds', () => {
  const text = JSON.stringify(description);
  const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
  expect(names.filter((name) => !(name in description.components.schemas))).toEqual([]);
  expect(text).not.toContain('#/$defs');
});

it('is a page that people can read, without scripts', async () => {
  const { headers, body } = await request<string>(app.url + routes.apiReference, 'GET');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const methods of Object.values(description.paths)) {
    for (const { summary } of Object.values(methods)) expect(body).toContain(summary.replaceAll("'", '&#39;'));
  }
  expect(body).not.toMatch(/<script|style="/);
});

it('is what docs/api.md speaks of', () => {
  const guide = readFileSync(join(ROOT, 'docs/api.md'), 'utf8');
  const paths = Object.values(routes).filter((path) => path.startsWith('/v1/'));
  expect(paths.filter((path) => !guide.includes(path))).toEqual([]);
});
