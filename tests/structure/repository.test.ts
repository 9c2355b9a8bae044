import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settingsSchema } from '../../services/config.ts';
import { ROOT } from '../support/sources.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('.env.example', () => {
  it('names every setting with its description and default, and no other', () => {
    const lines = read('.env.example').split('\n');
    const described = lines.flatMap((line, i) => {
      const match = /^([A-Z_]+)=(.*)$/.exec(line);
      return match === null ? [] : [{ key: match[1], value: match[2], text: lines[i - 1]?.replace(/^# /, '') }];
    });
    const defaults = settingsSchema.parse({}) as Record<string, string | number | boolean | undefined>;
    const wanted = Object.entries(settingsSchema.shape).map(([key, schema]) => ({
      key,
      value: String(defaults[key] ?? ''),
      text: schema.description,
    }));
    expect(described).toEqual(wanted);
  });

  it('is what docs/operating.md explains', () => {
    const guide = read('docs/operating.md');
    expect(Object.keys(settingsSchema.shape).filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
  });
});

describe('what is installed', () => {
  interface Locked {
    version?: string;
    license?: string;
    resolved?: string;
    dev?: boolean;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> };
  const installed = Object.entries(packages).filter(([path]) => path !== '');

  it('is licensed as the project allows', () => {
    // MIT-0 is MIT without the clause that asks to be named.
    const allowed = /^(MIT(-0)?|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|CC0-1\.0|MPL-2\.0|CC-BY-[34]\.0)$/;
    // Says "MIT" in an older field of its package.json, which the lockfile does not copy.
    const olderField = new Set(['node_modules/xmlhttprequest-ssl']);
    // Permissive, and only among the tools: comes with the test runner's glob.
    const ofTools = (locked: Locked): boolean => locked.dev === true && locked.license === 'BlueOak-1.0.0';
    const free = (license: string): boolean =>
      license
        .replace(/[()]/g, '')
        .split(' OR ')
        .some((one) => one.split(' AND ').every((part) => allowed.test(part)));
    const foreign = installed.filter(
      ([path, locked]) => !free(locked.license ?? 'none') && !olderField.has(path) && !ofTools(locked),
    );
    expect(foreign.map(([path, locked]) => `${path}: ${locked.license ?? 'none'}`)).toEqual([]);
  });

  it('needs no install script, and the lockfile names no host', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(installed.filter(([, locked]) => locked.resolved?.startsWith('http')).map(([path]) => path)).toEqual([]);
  });

  /** By package, the lowest version without a weakness that is known to us; what is not installed may come to be. */
  const FLOOR: Readonly<Record<string, string>> = {
    'altcha-lib': '1.4.1',
    'body-parser': '2.3.0',
    dompurify: '3.4.12',
    'engine.io': '6.6.12',
    express: '5.2.1',
    'express-rate-limit': '8.2.2',
    'linkify-it': '5.0.2',
    'markdown-it': '14.1.1',
    mongoose: '9.9.2',
    nodemailer: '10.4.1',
    'path-to-regexp': '8.4.0',
    'proxy-addr': '2.0.8',
    qs: '6.14.2',
    'sanitize-html': '2.17.6',
    'socket.io': '4.8.4',
    'socket.io-parser': '4.2.7',
    ws: '8.21.1',
  };
  const isBelow = (version: string, least: string): boolean => {
    const [is = [], wanted = []] = [version, least].map((one) => one.split(/[.-]/).map(Number));
    const at = wanted.findIndex((part, i) => part !== is[i]);
    return at >= 0 && (is[at] ?? 0) < (wanted[at] ?? 0);
  };

  it('has no version that is known to be weak', () => {
    const named = installed.map(
      ([path, { version = '' }]) => [path.replace(/^.*node_modules\//, ''), version] as const,
    );
    const weak = named.filter(([name, version]) => Object.hasOwn(FLOOR, name) && isBelow(version, FLOOR[name] ?? ''));
    expect(weak).toEqual([]);
    expect(named.filter(([name]) => Object.hasOwn(FLOOR, name)).length).toBeGreaterThan(8);
    expect([isBelow('4.8.3', '4.8.4'), isBelow('5.0.0', '4.8.4'), isBelow('4.10.0', '4.8.4')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is pinned to exact versions', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    expect(
      Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    ).toEqual([]);
  });
});

describe('the documents', () => {
  it('are all there, and README is short', () => {
    for (const path of [
      'README.md',
      'CHANGELOG.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'LICENSE',
      'docs/architecture.md',
      'docs/api.md',
      'docs/realtime.md',
      'docs/moderation.md',
      'docs/embedding.md',
      'docs/operating.md',
      'docs/roles.md',
      'docs/threat-model.md',
    ]) {
      expect(read(path).length).toBeGreaterThan(200);
    }
    expect(read('README.md').split('\n').length).toBeLessThanOrEqual(120);
  });

  it('link only to files that exist', () => {
    for (const path of [
      'README.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/architecture.md',
      'docs/api.md',
      'docs/realtime.md',
      'docs/moderation.md',
      'docs/embedding.md',
      'docs/operating.md',
    ]) {
      const folder = path.includes('/') ? 'docs/' : '';
      for (const [, target = ''] of read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
        expect({ path, target, there: existsSync(join(ROOT, folder, target)) }).toEqual({ path, target, there: true });
      }
    }
  });

  it('name in docs/threat-model.md only tests that there are', () => {
    const named = [...read('docs/threat-model.md').matchAll(/\| `(tests\/[^`]+)`: “(.+)” \|$/gm)];
    expect(named.length).toBeGreaterThan(15);
    const absent = named.filter(
      ([, file = '', name = '']) => !existsSync(join(ROOT, file)) || !read(file).includes(name),
    );
    expect(absent.map(([line]) => line)).toEqual([]);
  });

  it('name in docs/realtime.md every event that is sent, and no other', () => {
    const [, declared = ''] = /interface ServerToClient \{(.*?)\n\}/s.exec(read('shared/realtime.ts')) ?? [];
    const sent = [...declared.matchAll(/^ {2}'([a-z]+:[a-z]+)':/gm)].map(([, name]) => name);
    const told = [...read('docs/realtime.md').matchAll(/^\| `([a-z]+:[a-z]+)` \|/gm)].map(([, name]) => name);
    expect(sent.length).toBeGreaterThan(10);
    expect(told.sort()).toEqual(sent.sort());
  });
});
