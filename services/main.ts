import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { routes } from '../shared/routes.ts';
import type { App } from './app.ts';
import { PACKAGE, PUBLIC_DIR, STORE_PROGRAM } from './build-output.ts';
import { keepsMail, readConfig } from './config.ts';
import { startStore } from './embedded-mongo/child.ts';
import { watchForUncaught } from './last-resort.ts';
import { createLogger } from './logger.ts';
import type { SitesFile } from './sites/sites-file.ts';
import { readServiceKey } from './secrets.ts';
import { keepWidget } from './widget-versions.ts';

/** How long the service may take to stop, milliseconds: longer than whoever is waited for (http/leave.ts), shorter than systems wait. */
const STOP_MS = 14_000;

async function readEnvironment(): Promise<Record<string, string | undefined>> {
  const file = await readFile('.env', 'utf8').catch(() => '');
  return { ...parseEnv(file), ...process.env };
}

async function readSites(path: string): Promise<SitesFile> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new Error(`SITES_FILE cannot be read: ${(cause as Error).message}`, { cause });
  });
  return (await import('./sites/sites-file.ts')).parseSitesFile(text);
}

/** Until the service is ready, what its database is busy with is shown as well as logged. */
let ready = false;
function showWhileStarting({ message }: { message: string }): void {
  if (!ready) process.stdout.write(`  starting: ${message}\n`);
}

function greet(app: App, setupCode: string | null, { demo, mail }: { demo: boolean; mail: boolean }): void {
  const lines = [
    '',
    '  Tribune is ready.',
    '',
    ...(demo ? [`  Demo page     ${app.publicUrl}${routes.demo}`] : []),
    `  Console       ${app.publicUrl}${routes.console}${setupCode === null ? '' : `#setup=${setupCode}`}`,
    ...(setupCode === null ? [] : ['                (this link works once and makes the first moderator)']),
    `  API           ${app.publicUrl}${routes.apiReference}  (OpenAPI: ${app.publicUrl}${routes.openapi})`,
    ...(mail ? [`  Mail          ${app.url}${routes.devMail}  (is shown there, not sent: SMTP_URL is not set)`] : []),
    '',
  ];
  ready = true;
  process.stdout.write(`${lines.join('\n')}\n`);
}

async function main(): Promise<void> {
  const config = readConfig(await readEnvironment());
  const sitesFile = config.SITES_FILE === undefined ? undefined : await readSites(config.SITES_FILE);
  const log = createLogger(config.LOG_LEVEL);
  watchForUncaught(process, log, () => process.exit(1));
  const dataDir = resolve(config.DATA_DIR);
  const starting =
    config.MONGODB_URI === undefined
      ? startStore({
          path: resolve(dataDir, 'store'),
          entry: STORE_PROGRAM,
          onReport: showWhileStarting,
          log,
        })
      : Promise.resolve(null);
  const stopStore = async (): Promise<void> => {
    await (await starting)?.stop();
  };
  try {
    // The database starts in a process of its own while this one reads the rest of its code.
    const [store, { startApp }, serviceKey, keptDir, version] = await Promise.all([
      starting,
      import('./app.ts'),
      readServiceKey(dataDir, config.SECRET),
      keepWidget({ from: join(PUBLIC_DIR, 'widget'), to: resolve(dataDir, 'widget'), log }),
      versionOf(),
    ]);
    const app = await startApp({
      config,
      storeUri: config.MONGODB_URI ?? store?.uri ?? '',
      ...(sitesFile === undefined ? {} : { sitesFile }),
      publicDir: PUBLIC_DIR,
      ...{ serviceKey, keptDir, version, log },
    });
    store?.onUp(() => void app.databaseIsBack());
    onStop(async () => {
      await app.leave();
      await app.close();
      await stopStore();
    });
    greet(app, await app.setupCode(), { demo: config.DEMO, mail: keepsMail(config) });
  } catch (error) {
    await stopStore();
    throw error;
  }
}

async function versionOf(): Promise<string> {
  const { version } = JSON.parse(await readFile(PACKAGE, 'utf8')) as { version: string };
  return version;
}

function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const handle = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_MS).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', handle);
  process.once('SIGINT', handle);
}

function fail(error: unknown): never {
  const message = explain(error);
  process.stderr.write(`Tribune cannot start.\n${message}\n`);
  process.exit(1);
}

/** What went wrong and what to do, in words. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port ?? ''} is in use. Set PORT to another one, or to 0 to have a free one picked.`;
  if (code === 'EACCES')
    return `${error.message}\nPlease let this user write there, or set DATA_DIR (or PORT) to another one.`;
  return error.message;
}

main().catch(fail);
