import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { describe, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { SiteSettings } from '../../shared/site.ts';
import { startApp, type App } from '../../services/app.ts';
import type { PasswordCost } from '../../services/auth/passwords.ts';
import { readConfig, type Settings } from '../../services/config.ts';
import type { SitesFile } from '../../services/sites/sites-file.ts';
import { demoSite } from '../../services/sites/sites.ts';
import { createLogger, type Logger } from '../../services/logger.ts';
import { engine } from './words-found.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The service's own key in tests. */
export const TEST_KEY = 'a key for tests that is long enough to be one';

export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** One line of the log. */
export interface Logged {
  level: 'warn' | 'error';
  about: unknown;
  message: string;
}

export interface TestApp {
  url: string;
  app: App;
  storeUri: string;
  /** Warnings and errors the service logged. */
  logged: Logged[];
  /** Keeps out of `logged`, from now on and as of before, what a test means to happen; by the message. */
  expectLogged(message: RegExp): void;
  /** Stops the service; fails if it logged a warning or an error that no test has expected, or a line that tells of people. */
  close(): Promise<void>;
}

/** Hundreds of moderators join in the tests; what a password costs as shipped is seen where that is the subject. */
const CHEAP = { N: 2 ** 10, r: 8, p: 1 };

/** The MongoDB to test over, when one is given. */
const EXTERNAL = process.env.MONGODB_URI === '' ? undefined : process.env.MONGODB_URI;

/** For what is about the embedded store itself: reported as skipped when the tests run over a MongoDB. */
export const embeddedOnly = EXTERNAL === undefined ? { describe, it } : { describe: describe.skip, it: it.skip };

/** The embedded stores of the workers (`stores.mjs`). */
const EMBEDDED = process.env.TRIBUNE_STORES?.split(' ') ?? [];

/** A database for one test file: in the embedded store of its worker or, with MONGODB_URI set, in that MongoDB. */
export function bootStore(): { uri: string; remove(): Promise<void> } {
  const shared = EXTERNAL ?? EMBEDDED[Number(process.env.JEST_WORKER_ID) - 1];
  if (shared === undefined) throw new Error('no store was started for this worker');
  const uri = inDatabase(shared, `tribune_test_${process.pid}_${randomBytes(6).toString('hex')}`);
  return { uri, remove: () => dropDatabase(uri) };
}

/** The URI with this database instead of its own; a URI may name several hosts, which URL cannot read. */
function inDatabase(uri: string, db: string): string {
  const [, hosts = uri, options = ''] = /^([^:]+:\/\/[^/?]*)\/?[^?]*(\?.*)?$/.exec(uri) ?? [];
  return `${hosts}/${db}${options}`;
}

async function dropDatabase(uri: string): Promise<void> {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.dropDatabase();
  await connection.close();
}

export interface BootOptions {
  now?: () => Date;
  /** What the site of the tests decides; by default it decides nothing. */
  site?: Partial<SiteSettings>;
  /** A service whose store is used as well, as a second node or after a restart; it goes with that one. */
  over?: Pick<TestApp, 'storeUri'>;
  passwordCost?: PasswordCost;
  /** Folder with the widget's files of earlier versions. */
  keptDir?: string;
  /** What the file of sites says. */
  sitesFile?: SitesFile;
}

/**
 * Inserted before the service starts, which leaves a site that is there as it is. Not by the service's own store: to open it makes
 * every index, which is most of a start.
 */
export async function insertDemoSite(uri: string, settings: Partial<SiteSettings>): Promise<void> {
  const { id, ...rest } = demoSite();
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection
    .collection<{ _id: string }>('sites')
    .updateOne({ _id: id }, { $setOnInsert: { ...rest, settings } }, { upsert: true });
  await connection.close();
}

/** Of people, what tests have of them: mail addresses, network addresses (RFC 5737), tokens, cookies, passwords. */
const TELLS =
  /@[\w-]+\.(?:example|org|com)\b|\b(?:198\.51\.100|203\.0\.113|192\.0\.2)\.|Bearer |tribune=|correct horse/i;

/** The whole service in this process, on a free port, over a real store. Limits are high unless a test sets them. */
export async function bootApp(settings: Partial<Settings> = {}, options: BootOptions = {}): Promise<TestApp> {
  const { over, site, ...more } = options;
  const store = over === undefined ? bootStore() : { uri: over.storeUri, remove: () => Promise.resolve() };
  if (site !== undefined) await insertDemoSite(store.uri, site);
  const logged: Logged[] = [];
  const meant: RegExp[] = [];
  const lines: string[] = [];
  const written = createLogger('debug', { write: (line) => void lines.push(line) });
  const write = (level: keyof Logger, about: unknown, said?: unknown): void =>
    written[level](about as object, said as string);
  const keep = (level: Logged['level']) => (about: unknown, said?: unknown) => {
    write(level, about, said);
    const message = typeof said === 'string' ? said : String(about);
    if (!meant.some((one) => one.test(message))) logged.push({ level, about, message });
  };
  const app = await startApp({
    config: { ...readConfig({}), PORT: 0, COMMENTS_PER_PERSON: 100_000, COMMENTS_PER_ADDRESS: 100_000, ...settings },
    storeUri: store.uri,
    serviceKey: TEST_KEY,
    publicDir: join(ROOT, 'dist/public'),
    version: '0.0.0-test',
    engine,
    passwordCost: CHEAP,
    log: {
      debug: (about: unknown, said?: unknown) => write('debug', about, said),
      info: (about: unknown, said?: unknown) => write('info', about, said),
      warn: keep('warn'),
      error: keep('error'),
    },
    ...more,
  });
  return {
    url: app.url,
    app,
    storeUri: store.uri,
    logged,
    expectLogged(message) {
      meant.push(message);
      logged.splice(0, logged.length, ...logged.filter((line) => !message.test(line.message)));
    },
    async close() {
      await app.close();
      await store.remove();
      const telling = lines.filter((line) => TELLS.test(line));
      if (telling.length > 0) throw new Error(`the log tells of people: ${telling.join('')}`);
      if (logged.length > 0) throw new AggregateError(logged.map(causeOf), 'the service logged what no test expected');
    },
  };
}

function causeOf({ level, about, message }: Logged): Error {
  const err = typeof about === 'object' && about !== null && 'err' in about ? about.err : about;
  return new Error(`${level}: ${message}: ${err instanceof Error ? err.message : JSON.stringify(about)}`, {
    cause: err,
  });
}
