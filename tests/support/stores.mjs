import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const BUILT = resolve(import.meta.dirname, '../../dist/services/embedded-mongo');
const silent = { debug() {}, info() {}, warn() {}, error: console.error };
const started = [];

/**
 * Starts a store for each worker, in which each suite has a database of its own (`app.ts`): a young process runs at a fraction of its
 * speed, so that a store for each suite is a quarter of all there is to do. Workers find theirs by `TRIBUNE_STORES`.
 */
export default async function startStores({ maxWorkers }) {
  if (process.env.MONGODB_URI) return;
  const { startStore } = await import(join(BUILT, 'child.js'));
  await Promise.all(
    Array.from({ length: maxWorkers }, async () => {
      const path = await mkdtemp(join(tmpdir(), 'tribune-store-'));
      started.push({ path, child: await startStore({ path, entry: join(BUILT, 'main.js'), log: silent }) });
    }),
  );
  process.env.TRIBUNE_STORES = started.map(({ child }) => child.uri).join(' ');
}

/** Stops them all. */
export async function stopStores() {
  for (const { path, child } of started.splice(0)) {
    await child.stop();
    await rm(path, { recursive: true, force: true });
  }
}
