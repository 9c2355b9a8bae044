import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import mongoose from 'mongoose';

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
      const child = await startStore({ path, entry: join(BUILT, 'main.js'), log: silent });
      started.push({ path, child });
      await keepAll(child.uri);
    }),
  );
  process.env.TRIBUNE_STORES = started.map(({ child }) => child.uri).join(' ');
}

/** What a suite with a clock in the past has stored would be long over; it must not go while the suite is at work. */
async function keepAll(uri) {
  const connection = await mongoose.createConnection(uri).asPromise();
  await connection.db.admin().command({ setParameter: 1, ttlMonitorEnabled: false });
  await connection.close();
}

/** Stops them all. */
export async function stopStores() {
  for (const { path, child } of started.splice(0)) {
    await child.stop();
    await rm(path, { recursive: true, force: true });
  }
}
