import { describe, expect, it } from '@jest/globals';
import { circlesIn, sourcesOf, type Import, type Source } from '../support/sources.ts';

const sources = sourcesOf('services', 'shared', 'client-widget');

/** Imports of files in a folder that a rule forbids, as "file → target". */
function offences(folder: string, forbidden: (imported: Import, source: Source) => boolean): string[] {
  return sources
    .filter((source) => source.path.startsWith(folder))
    .flatMap((source) => source.imports.filter((i) => forbidden(i, source)).map((i) => `${source.path} → ${i.target}`));
}

describe('who may import whom', () => {
  it('shared imports zod alone; problem, routes and limits import nothing but one another', () => {
    expect(offences('shared/', (i) => (i.own ? !i.target.startsWith('shared/') : i.target !== 'zod'))).toEqual([]);
    for (const file of ['problem.ts', 'routes.ts', 'notice-routes.ts', 'sign-in-routes.ts', 'limits.ts'])
      expect(offences(`shared/${file}`, (i) => !/^shared\/(notice|sign-in)-routes\.ts$/.test(i.target))).toEqual([]);
  });

  it('domain folders import no edge of the service, and of storage only types and what is pure', () => {
    const domain = [
      'comments',
      'threads',
      'moderation',
      'notifications',
      'people',
      'sites',
      'auth',
      'identity',
      'compliance',
      'syndication',
    ];
    const edge = /^services\/(http|realtime|embedded-mongo)\/|^services\/(app|main|config|use-cases)\.ts$/;
    // Names, ids of threads, what changed in a feed and the links of the audit are pure; they live with their documents.
    const pure = /^services\/storage\/(threads|feeds|event-hash)\.ts$/;
    for (const name of domain) {
      expect(offences(`services/${name}/`, (i) => i.own && edge.test(i.target))).toEqual([]);
      expect(
        offences(
          `services/${name}/`,
          (i) => i.target.startsWith('services/storage/') && !i.typeOnly && !pure.test(i.target),
        ),
      ).toEqual([]);
    }
  });

  it('comments never imports moderation', () => {
    expect(offences('services/comments/', (i) => i.target.startsWith('services/moderation/'))).toEqual([]);
  });

  it('http and realtime never touch storage', () => {
    for (const name of ['http', 'realtime']) {
      expect(offences(`services/${name}/`, (i) => i.target.startsWith('services/storage/') && !i.typeOnly)).toEqual([]);
    }
  });

  it('the embedded database knows nothing of the product', () => {
    expect(
      offences('services/embedded-mongo/', (i) => i.own && !i.target.startsWith('services/embedded-mongo/')),
    ).toEqual([]);
  });

  it('the commands know no service, the service knows no command, and transfer neither', () => {
    const ofService = /^services\/(http|realtime|app|main|use-cases)\b/;
    const ofCommands = /^services\/(command-line\/|transfer\/|tribune\.ts)/;
    const commands = ['services/command-line/', 'services/transfer/', 'services/tribune.ts'];
    for (const place of commands) expect(offences(place, (i) => ofService.test(i.target))).toEqual([]);
    expect(offences('services/transfer/', (i) => i.target.startsWith('services/command-line/'))).toEqual([]);
    const outside = (source: Source): boolean => !commands.some((place) => source.path.startsWith(place));
    expect(offences('services/', (i, source) => outside(source) && ofCommands.test(i.target))).toEqual([]);
  });

  it('the browser takes no zod and nothing of the server', () => {
    const runtime =
      /^shared\/(address|problem|routes|notice-routes|sign-in-routes|sign-in-fragments|limits|origin|markdown|moderation-terms)\.ts$|^shared\/messages\//;
    expect(offences('client-widget/', (i) => i.target === 'zod' || i.target.startsWith('services/'))).toEqual([]);
    expect(
      offences('client-widget/', (i) => i.target.startsWith('shared/') && !i.typeOnly && !runtime.test(i.target)),
    ).toEqual([]);
  });

  const owners: [string, RegExp][] = [
    ['express', /^services\/http\//],
    ['helmet', /^services\/http\//],
    ['socket.io', /^services\/realtime\//],
    ['mongoose', /^services\/storage\//],
    ['lmdb', /^services\/embedded-mongo\//],
    ['bson', /^services\/embedded-mongo\//],
    ['bad-words', /^services\/moderation\/lexicons\//],
    ['badwords-list', /^services\/moderation\/lexicons\//],
    ['french-badwords-list', /^services\/moderation\/lexicons\//],
    ['markdown-it', /^services\/comments\/(markdown|link-spans)\.ts$/],
    ['@redis/client', /^services\/redis\.ts$/],
    ['rate-limiter-flexible', /^services\/http\/rate-limit\.ts$/],
    ['nodemailer', /^services\/notifications\/email\.ts$/],
    ['otpauth', /^services\/auth\/totp\.ts$/],
    ['@simplewebauthn/server', /^services\/auth\/passkeys\.ts$/],
    ['@simplewebauthn/browser', /^client-widget\/console\/passkeys\.ts$/],
    ['uqr', /^client-widget\/console\/qr-code\.tsx$/],
    ['pino', /^services\/logger\.ts$/],
    ['altcha-lib', /^services\/comments\/proof-of-work\.ts$|^client-widget\/widget\/work\.ts$/],
    ['jose', /^services\/identity\/site-token\.ts$/],
    ['openid-client', /^services\/identity\/provider-sign-in\.ts$/],
    ['node:https', /^services\/outbound\.ts$/],
    ['node:dns/promises', /^services\/outbound\.ts$/],
  ];
  it.each(owners)('%s is used in one place', (name, where) => {
    const users = sources
      .filter((source) => source.imports.some((i) => !i.own && i.target === name))
      .map((source) => source.path);
    expect(users.filter((path) => !where.test(path))).toEqual([]);
  });

  it('only the one way out calls addresses outside', () => {
    const callers = sources.filter(
      ({ path, text }) =>
        path.startsWith('services/') && /(?<![.\w'])fetch\(|http\.(get|request)\(|node:http2/.test(text),
    );
    expect(callers.map(({ path }) => path)).toEqual([]);
  });

  it('only main reads the environment', () => {
    // The database's child process inherits its parent's environment, unread.
    const readers = sources.filter((source) => /\bprocess\.env\b/.test(source.text)).map((source) => source.path);
    expect(readers.filter((path) => path !== 'services/embedded-mongo/child.ts')).toEqual(['services/main.ts']);
  });
});

describe('files', () => {
  it('make no import circles', () => {
    expect(circlesIn(sources)).toEqual([]);
  });

  it('are no barrels, and no drawer is called utils, helpers or common', () => {
    expect(
      sources
        .map((source) => source.path)
        .filter((path) => /(^|\/)index\.tsx?$|(^|\/)(utils|helpers|common)(\/|\.)/.test(path)),
    ).toEqual([]);
    const barrel = (source: Source): boolean => /^(\s*export \* from .*;\s*)+$/.test(source.text);
    expect(sources.filter(barrel).map((source) => source.path)).toEqual([]);
  });

  it('are named in kebab-case and stay short', () => {
    const base = (path: string): string => path.split('/').at(-1) ?? '';
    expect(
      sources.map((source) => source.path).filter((path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.tsx?$/.test(base(path))),
    ).toEqual([]);
    const long = sources.filter(
      (source) => source.text.split('\n').length > 251 && !source.path.includes('/lexicons/'),
    );
    expect(long.map((source) => source.path)).toEqual([]);
  });

  it('turn no check off and build no HTML from strings in the browser', () => {
    const off = /(eslint|oxlint)-disable|@ts-(ignore|expect-error|nocheck)|\bas any\b(?=\s*[;),\]])/;
    expect(sources.filter((source) => off.test(source.text)).map((source) => source.path)).toEqual([]);
    const html = /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\b/;
    expect(
      sources
        .filter((source) => source.path.startsWith('client-widget/') && html.test(source.text))
        .map((source) => source.path),
    ).toEqual([]);
  });
});
