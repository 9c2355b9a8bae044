import { expect, test } from '@jest/globals';
import { connect, errorOf, onSmallDisk, serveByHand, storeFolder } from '../support/embedded-store.ts';

test('on a full disk writes are refused, reads go on, and with more room all is well', async () => {
  const { path, remove } = await storeFolder();
  const limited = await serveByHand(path, onSmallDisk(2));
  const client = await connect(limited.uri);
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

  // Far more than there is room for: a little may still fit into what earlier writes have left free.
  const more = 'x'.repeat(500_000);
  for (let i = 0; i < 5; i++) await errorOf(rows.updateMany({}, { $set: { more } }));
  expect((await rows.find().sort({ _id: 1 }).toArray()).map((row) => row._id)).toEqual(kept);
  expect(await rows.countDocuments({ more: { $exists: true } })).toBe(0);
  expect(await client.db().command({ validate: 'rows' })).toMatchObject({ valid: true });
  expect(limited.output().match(/disk of the store is full/g)).toHaveLength(1);

  await client.close();
  await limited.end('SIGTERM');

  const unlimited = await serveByHand(path);
  const again = await connect(unlimited.uri);
  const roomy = again.db().collection<{ _id: number; body: string }>('rows');
  await roomy.insertOne({ _id: -1, body: 'again' });
  expect(await roomy.countDocuments()).toBe(kept.length + 1);
  await again.close();
  await unlimited.end('SIGTERM');
  await remove();
});
