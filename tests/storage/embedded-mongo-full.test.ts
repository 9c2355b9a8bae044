import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { startStore } from '../../services/embedded-mongo/child.ts';
import { connect, errorOf, silent, STORE_ENTRY, storeFolder } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';

/** Two megabytes, in the blocks of 512 bytes in which a shell limits the size of files. */
const LIMIT_BLOCKS = 4_096;

/** The store's process where its file cannot grow past a limit, which fails its writes as a full disk does. */
async function startLimited(path: string, socket: string) {
  const script = `ulimit -f ${LIMIT_BLOCKS}; exec "$0" "$@"`;
  const args = ['-c', script, process.execPath, STORE_ENTRY, '--path', path, '--socket', socket];
  const child = spawn('sh', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
  await until(() => output.includes('mongodb://'), 'the store says where it listens');
  return {
    output: () => output,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}

test('on a full disk writes are refused, reads go on, and with more room all is well', async () => {
  const { path, remove } = await storeFolder();
  const socket = join(path, 'full.sock');
  const limited = await startLimited(path, socket);
  const client = await connect(`mongodb://${encodeURIComponent(socket)}/tribune`);
  const rows = client.db().collection<{ _id: number; body: string }>('rows');
  await rows.createIndex({ body: 1 });
  const body = (id: number): string => `${id}`.padEnd(900, '.');
  const kept: number[] = [];
  let refused: Awaited<ReturnType<typeof errorOf>> | undefined;
  for (let id = 0; refused === undefined && id < 5_000; id++) {
    await rows.insertOne({ _id: id, body: body(id) }).then(
      () => kept.push(id),
      (error: unknown) => (refused = error as NonNullable<typeof refused>),
    );
  }
  expect(refused).toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
  expect(refused?.message).toContain('free some space');

  for (let i = 0; i < 5; i++) await errorOf(rows.updateMany({}, { $set: { more: body(i) } }));
  expect((await rows.find().sort({ _id: 1 }).toArray()).map((row) => row._id)).toEqual(kept);
  expect(await rows.countDocuments({ more: { $exists: true } })).toBe(0);
  expect(await client.db().command({ validate: 'rows' })).toMatchObject({ valid: true });
  expect(limited.output().match(/disk of the store is full/g)).toHaveLength(1);

  await client.close();
  await limited.stop();

  const child = await startStore({ path, entry: STORE_ENTRY, log: silent });
  const again = await connect(child.uri);
  const roomy = again.db().collection<{ _id: number; body: string }>('rows');
  await roomy.insertOne({ _id: -1, body: 'again' });
  expect(await roomy.countDocuments()).toBe(kept.length + 1);
  await again.close();
  await child.stop();
  await remove();
});
