import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startApp, type App } from '../../services/app.ts';
import { readConfig, type Settings } from '../../services/config.ts';
import { startStore, type StoreChild } from '../../services/embedded-mongo/child.ts';
import type { Logger } from '../../services/logger.ts';
import { openStore } from '../../services/storage/store.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The store runs as a process of its own, from what `npm run build` made. */
export const STORE_ENTRY = join(ROOT, 'dist/services/embedded-mongo/main.js');

export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export interface TestApp {
  url: string;
  app: App;
  storeUri: string;
  store: StoreChild | null;
  /** Errors the service logged; a test may look, and `close` fails if there are any it did not expect. */
  logged: unknown[];
  close(): Promise<void>;
}

/**
 * A database for one test file: the embedded one in a temporary folder or, with MONGODB_URI set, a fresh database of that
 * MongoDB.
 */
export async function bootStore(): Promise<{ uri: string; child: StoreChild | null; remove(): Promise<void> }> {
  const external = process.env.MONGODB_URI;
  if (external !== undefined && external !== '') {
    const url = new URL(external);
    url.pathname = `/tribune_test_${process.pid}_${Date.now().toString(36)}`;
    return { uri: url.href, child: null, remove: () => dropDatabase(url.href) };
  }
  const path = await mkdtemp(join(tmpdir(), 'tribune-store-'));
  const child = await startStore({ path, entry: STORE_ENTRY, log: quiet });
  return {
    uri: child.uri,
    child,
    remove: async () => {
      await child.stop();
      await rm(path, { recursive: true, force: true });
    },
  };
}

async function dropDatabase(uri: string): Promise<void> {
  const store = await openStore(uri);
  await store.drop();
  await store.close();
}

/** The whole service in this process, on a free port, over a real store. Limits are high unless a test sets them. */
export async function bootApp(settings: Partial<Settings> = {}, options: { now?: () => Date } = {}): Promise<TestApp> {
  const store = await bootStore();
  const logged: unknown[] = [];
  const app = await startApp({
    config: { ...readConfig({}), PORT: 0, COMMENTS_PER_PERSON: 100_000, COMMENTS_PER_ADDRESS: 100_000, ...settings },
    storeUri: store.uri,
    serviceKey: 'a key for tests that is long enough to be one',
    publicDir: join(ROOT, 'dist/public'),
    version: '0.0.0-test',
    log: { ...quiet, error: (...args: unknown[]) => void logged.push(args) },
    ...options,
  });
  return {
    url: app.url,
    app,
    storeUri: store.uri,
    store: store.child,
    logged,
    async close() {
      await app.close();
      await store.remove();
    },
  };
}
