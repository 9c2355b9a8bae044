import { resolve } from 'node:path';
import { complaint } from './complaint.ts';
import { OptionError, readOptions, type ServeOptions } from './options.ts';
import type { FromChild, Report, ToChild } from './protocol.ts';
import { serve, type StoreServer } from './server.ts';
import { removeUnfinishedCompaction } from './store/compaction.ts';
import { storeOrNew } from './store/folder.ts';
import { checkFormat, FolderVersionError } from './store/format.ts';
import { type FolderLock, lockFolder, StoreInUseError } from './store/lock.ts';
import { Store } from './store/store.ts';
import { startExpiry } from './ttl.ts';

/**
 * The store as a process of its own: `main.js --path DIR [--port N | --socket FILE]`. Started by child.ts it speaks
 * over the IPC channel and ends when its parent does; started by hand it prints the URI it is reached under, alone on
 * a line of standard output, and everything else on standard error.
 */
const byHand = process.send === undefined;

function tell(message: FromChild): void {
  process.send?.(message);
}

function fault(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

function note(report: Report): void {
  if (byHand) process.stderr.write(`${report.message}\n`);
  else tell({ kind: 'report', report });
}

interface Running {
  readonly server: StoreServer;
  readonly store: Store;
  readonly lock: FolderLock;
  readonly stopExpiry: () => void;
}

async function start({ path, socket, port }: ServeOptions): Promise<Running> {
  const folder = byHand ? storeOrNew(path) : resolve(path);
  const lock = await lockFolder(folder);
  try {
    checkFormat(folder);
    removeUnfinishedCompaction(folder);
    const store = new Store(folder, fault, note);
    await store.recover();
    const server = await serve(store, { socket, port }, fault);
    return { server, store, lock, stopExpiry: startExpiry(store, fault, note) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function stop({ server, store, lock, stopExpiry }: Running): Promise<void> {
  stopExpiry();
  await server.close();
  await store.close();
  lock.release();
}

function greet({ socket, path }: ServeOptions, port: number): void {
  const uri = `mongodb://${socket === undefined ? `127.0.0.1:${port}` : encodeURIComponent(resolve(socket))}/`;
  process.stderr.write(
    `The store in ${resolve(path)} is served until Ctrl+C, for mongosh, Compass or any driver, at\n`,
  );
  process.stdout.write(`${uri}\n`);
}

/** Exit codes: 2 for a command line that cannot be understood, 1 for everything else. */
function failed(error: unknown): never {
  if (error instanceof StoreInUseError) tell({ kind: 'in-use', pid: error.pid });
  else if (error instanceof FolderVersionError) tell({ kind: 'version', version: error.version });
  else tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  const words = complaint(error);
  if (byHand && words !== undefined) process.stderr.write(`${words}\n`);
  else if (!(error instanceof StoreInUseError || error instanceof FolderVersionError)) fault(error);
  process.exit(error instanceof OptionError ? 2 : 1);
}

function end(running: Promise<Running>): void {
  running.then(stop).then(
    () => process.exit(0),
    (error: unknown) => failed(error),
  );
}

function run(options: ServeOptions): void {
  const running = start(options);
  running.then(({ server }) => {
    if (byHand) greet(options, server.port);
    else tell({ kind: 'listening', port: server.port });
  }, failed);
  process.on('message', (message: ToChild) => {
    if (message.kind === 'stop') end(running);
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A terminal or a service manager signals the whole group; the parent still needs the store while it winds up.
    process.on(signal, () => {
      if (byHand) end(running);
    });
  }
}

// The parent is gone: nobody is left to serve. What is acknowledged is on the disk.
process.on('disconnect', () => process.exit(0));
try {
  run(readOptions(process.argv.slice(2)));
} catch (error) {
  failed(error);
}
