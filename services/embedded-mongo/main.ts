import { parseArgs } from 'node:util';
import { serve, type StoreServer } from './server.ts';
import { checkFormat, FolderVersionError } from './store/format.ts';
import { type FolderLock, lockFolder, StoreInUseError } from './store/lock.ts';
import { Store } from './store/store.ts';
import { startExpiry } from './ttl.ts';
import type { FromChild, ToChild } from './protocol.ts';

/**
 * The store as a process of its own: `main.js --path DIR (--socket FILE | --port N)`. Started by child.ts it speaks
 * over the IPC channel and ends when its parent does; started by hand it prints where it listens.
 */
function tell(message: FromChild): void {
  if (process.send !== undefined) process.send(message);
  else process.stdout.write(`${JSON.stringify(message)}\n`);
}

function report(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
}

interface Running {
  readonly server: StoreServer;
  readonly store: Store;
  readonly lock: FolderLock;
  readonly stopExpiry: () => void;
}

async function start(): Promise<Running> {
  const { values } = parseArgs({
    options: { path: { type: 'string' }, socket: { type: 'string' }, port: { type: 'string' } },
  });
  if (values.path === undefined || (values.socket === undefined) === (values.port === undefined)) {
    throw new Error('usage: main.js --path DIR (--socket FILE | --port N)');
  }
  const lock = await lockFolder(values.path);
  try {
    checkFormat(values.path);
    const store = new Store(values.path, report);
    await store.recover();
    const port = values.port === undefined ? undefined : Number(values.port);
    const server = await serve(store, { socket: values.socket, port }, report);
    return { server, store, lock, stopExpiry: startExpiry(store, report) };
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

function failed(error: unknown): never {
  if (error instanceof StoreInUseError) tell({ kind: 'in-use', pid: error.pid });
  else if (error instanceof FolderVersionError) tell({ kind: 'version', version: error.version });
  else {
    report(error);
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
  process.exit(1);
}

function end(running: Promise<Running>): void {
  running.then(stop).then(
    () => process.exit(0),
    (error: unknown) => failed(error),
  );
}

// The parent is gone: nobody is left to serve. What is acknowledged is on the disk.
process.on('disconnect', () => process.exit(0));
const running = start();
running.then(({ server }) => tell({ kind: 'listening', port: server.port }), failed);
process.on('message', (message: ToChild) => {
  if (message.kind === 'stop') end(running);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  // A terminal or a service manager signals the whole group; the parent still needs the store while it winds up.
  process.on(signal, () => {
    if (process.send === undefined) end(running);
  });
}
