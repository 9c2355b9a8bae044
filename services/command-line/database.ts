import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { STORE_PROGRAM } from '../build-output.ts';
import { startStore, StoreInUseError } from '../embedded-mongo/child.ts';
import { existingStore, storeOrNew } from '../embedded-mongo/store/folder.ts';
import type { RawAccess } from '../storage/raw-access.ts';
import type { Store } from '../storage/store.ts';
import type { TrailReader } from '../storage/trail-reader.ts';
import { CommandFailure, UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

// The driver takes as long to load as all the rest of a command, and most commands need none.
const openRaw = async (uri: string): Promise<RawAccess> =>
  (await import('../storage/raw-access.ts')).RawAccess.open(uri);
const openTrails = async (uri: string): Promise<TrailReader> =>
  (await import('../storage/trail-reader.ts')).TrailReader.open(uri);

const openService = async (uri: string): Promise<Store> => (await import('../storage/store.ts')).openStore(uri);

/** How a command was told which database to work on. */
export interface DatabaseChoice {
  readonly uri: string | undefined;
  readonly path: string | undefined;
}

/**
 * Does something with the database behind `--uri`, or with a store's folder, which is served for as long as it takes.
 * A folder that a running service holds is read through its socket; it is not written to behind the service's back.
 * @throws UsageError, StoreInUseError, StoreFolderError, or CommandFailure when nothing answers
 */
export function withDatabase<T>(
  choice: DatabaseChoice,
  purpose: 'read' | 'write',
  terminal: Terminal,
  work: (database: RawAccess) => Promise<T>,
): Promise<T> {
  return served(choice, purpose, terminal, (uri) => connected(uri, openRaw, work));
}

/**
 * The same, for the trails of the service's own database, which are only read.
 * @throws UsageError, StoreInUseError, StoreFolderError, or CommandFailure when nothing answers
 */
export function withTrails<T>(
  choice: DatabaseChoice,
  terminal: Terminal,
  work: (trails: TrailReader) => Promise<T>,
): Promise<T> {
  return served(choice, 'read', terminal, (uri) => connected(uri, openTrails, work));
}

/**
 * The same, for what the service itself does with its database, also while it runs: every write is guarded as between two processes
 * of it.
 * @throws UsageError, StoreInUseError, StoreFolderError, or CommandFailure when nothing answers
 */
export function withService<T>(
  choice: DatabaseChoice,
  terminal: Terminal,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  return served(choice, 'beside', terminal, (uri) => connected(uri, openService, work));
}

async function served<T>(
  { uri, path }: DatabaseChoice,
  purpose: 'read' | 'write' | 'beside',
  terminal: Terminal,
  work: (uri: string) => Promise<T>,
): Promise<T> {
  if ((uri === undefined) === (path === undefined)) throw new UsageError('Give either --uri or --path.');
  if (uri !== undefined) return work(uri);
  const folder = purpose === 'write' ? storeOrNew(path ?? '') : existingStore(path ?? '');
  const say = ({ message }: { message: string }): void => terminal.note(message);
  const quiet = {
    info: () => undefined,
    warn: () => undefined,
    error: (_fields: unknown, text: string) => terminal.note(text),
  };
  let store;
  try {
    store = await startStore({ path: folder, entry: STORE_PROGRAM, log: quiet, onReport: say });
  } catch (error) {
    const socket = join(folder, 'run', 'mongo.sock');
    if (!(error instanceof StoreInUseError) || purpose === 'write' || !existsSync(socket)) throw error;
    terminal.note(
      `Process ${error.pid} serves this store; it is ${purpose === 'read' ? 'read' : 'reached'} through its socket.`,
    );
    return work(`mongodb://${encodeURIComponent(socket)}/tribune`);
  }
  try {
    return await work(store.uri);
  } finally {
    await store.stop();
  }
}

async function connected<Opened extends { close(): Promise<void> }, T>(
  uri: string,
  open: (uri: string) => Promise<Opened>,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const opened = await open(uri).catch((error: unknown) => {
    throw new CommandFailure(`No database answers at ${withoutPassword(uri)}: ${(error as Error).message}`);
  });
  try {
    return await work(opened);
  } finally {
    await opened.close();
  }
}

function withoutPassword(uri: string): string {
  return uri.replace(/^([^:]+:\/\/)[^/?]*@/, '$1…@');
}
