import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import mongoose from 'mongoose';
import { startStore, type StoreChild } from '../../services/embedded-mongo/child.ts';
import { until } from './until.ts';

const { MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;

/** The built entry of the store's process, from `npm run build`. */
export const STORE_ENTRY = resolve(import.meta.dirname, '../../dist/bin/embedded-mongo.js');

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export interface TestStore {
  readonly path: string;
  readonly child: StoreChild;
  readonly client: Client;
  readonly db: ReturnType<Client['db']>;
  close(): Promise<void>;
}

/** A fresh folder for a store, removed by the returned function. */
export async function storeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'store-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function connect(uri: string): Promise<Client> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 20_000 });
  return client.connect();
}

/** The real driver on a real store in a temporary folder. */
export async function bootEmbedded(): Promise<TestStore> {
  const { path, remove } = await storeFolder();
  const child = await startStore({ path, entry: STORE_ENTRY, log: silent });
  const client = await connect(child.uri);
  return {
    path,
    child,
    client,
    db: client.db(),
    close: async () => {
      await client.close();
      await child.stop();
      await remove();
    },
  };
}

/** The error a promise is rejected with; fails when it is not. */
export async function errorOf(
  promise: Promise<unknown>,
): Promise<{ code?: number; codeName?: string; message: string } & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as { message: string } & Record<string, unknown>;
  }
  throw new Error('expected an error');
}

/** The store's process as one starts it by hand: nobody watches it. */
export interface StoreByHand {
  readonly uri: string;
  /** What it has printed so far. */
  output(): string;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Runs what comes behind it where no file can grow past so many MB, which fails writes as a full disk does. */
export function onSmallDisk(megabytes: number): string[] {
  return ['sh', '-c', `ulimit -f ${megabytes * 2_048}; exec "$0" "$@"`];
}

/** Starts the built store by itself; `prefix` is a program that runs what comes behind it. */
export async function serveByHand(path: string, prefix: readonly string[] = []): Promise<StoreByHand> {
  const socket = join(path, 'by-hand.sock');
  const [program = '', ...args] = [...prefix, process.execPath, STORE_ENTRY, '--path', path, '--socket', socket];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const gone = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  await until(() => output.includes('mongodb://') || child.exitCode !== null, 'the store says where it listens');
  if (child.exitCode !== null) throw new Error(output);
  return {
    uri: `mongodb://${encodeURIComponent(socket)}/tribune`,
    output: () => output,
    async end(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
