import { expect, jest, test } from '@jest/globals';
import { connect, serveByHand, storeFolder } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 6);
const WRITERS = 8;
jest.setTimeout(60_000 + ROUNDS * 8_000);

interface Row {
  _id: string;
  writer: number;
  n: number;
  version: number;
  body: string;
  list: string[];
}

/**
 * Kills the store's process without warning in the middle of a storm of writes, again and again. Every acknowledged
 * write must be there, none may be half there, and indexes must agree with documents.
 */
test(`kill -9 during ${ROUNDS} write storms loses nothing acknowledged`, async () => {
  const { path, remove } = await storeFolder();
  let store = await serveByHand(path);
  const client = await connect(store.uri);
  const rows = client.db().collection<Row>('rows');
  await rows.createIndex({ writer: 1, n: -1 }, { unique: true });
  await rows.createIndex({ list: 1 });
  await rows.createIndex({ version: 1 }, { partialFilterExpression: { version: { $gt: 1 } } });

  const acknowledged = new Map<string, number>();
  const attempted = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    let [storming, written] = [true, 0];
    const writer = async (id: number): Promise<void> => {
      for (let i = 0; storming; i++) {
        const _id = `${round}/${id}/${i}`;
        const row = {
          _id,
          writer: id,
          n: round * 1_000_000 + i,
          version: 1,
          body: _id.repeat(20),
          list: [`r${round}`, _id],
        };
        try {
          attempted.set(_id, 1);
          await rows.insertOne(row);
          acknowledged.set(_id, 1);
          attempted.set(_id, 2);
          await rows.updateOne({ _id, version: 1 }, { $inc: { version: 1 }, $push: { list: 'again' } });
          acknowledged.set(_id, 2);
          written++;
        } catch {
          // The process was killed under this write: it may be there or not, but not half.
        }
      }
    };
    const writers = Array.from({ length: WRITERS }, (_, id) => writer(id));
    await until(() => written > 40 + 10 * (round % 12), 'a storm of writes');
    await store.end('SIGKILL');
    storming = false;
    store = await serveByHand(path);
    await Promise.all(writers);

    const found = await until(
      () =>
        rows
          .find()
          .toArray()
          .catch(() => undefined),
      'an answer of the new process',
    );
    const byId = new Map(found.map((row) => [row._id, row]));
    const wrong: string[] = [];
    for (const [id, version] of acknowledged) {
      if ((byId.get(id)?.version ?? 0) < version) wrong.push(`${id} lost its version ${version}`);
    }
    for (const { _id, version, body, list } of found) {
      const whole = [`r${_id.split('/')[0]!}`, _id, ...(version === 2 ? ['again'] : [])];
      if (version > (attempted.get(_id) ?? 0)) wrong.push(`${_id} was never written like that`);
      if (body !== _id.repeat(20) || list.join() !== whole.join()) wrong.push(`${_id} is half written`);
    }
    expect(wrong).toEqual([]);
    expect(await client.db().command({ validate: 'rows' })).toMatchObject({ valid: true, errors: [] });
    expect(await rows.countDocuments({ version: { $gt: 1 } })).toBe(found.filter((row) => row.version > 1).length);
  }
  await client.close();
  await store.end('SIGTERM');
  await remove();
});
