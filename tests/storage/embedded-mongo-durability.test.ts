import { expect, test } from '@jest/globals';
import { startStore } from '../../services/embedded-mongo/child.ts';
import { connect, silent, STORE_ENTRY, storeFolder } from '../support/embedded-store.ts';
import { until } from '../support/until.ts';

const ROUNDS = Number(process.env['ROUNDS'] ?? 20);
const TIMEOUT_MS = 60_000 + ROUNDS * 8_000;
const WRITERS = 8;

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
test(
  `kill -9 during ${ROUNDS} write storms loses nothing acknowledged`,
  async () => {
    const { path, remove } = await storeFolder();
    const child = await startStore({ path, entry: STORE_ENTRY, log: silent });
    const client = await connect(child.uri);
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
      const { pid } = child;
      process.kill(pid, 'SIGKILL');
      storming = false;
      await Promise.all(writers);
      await until(() => child.pid !== pid && child.pid !== 0, 'a new process');

      const found = await until(
        () =>
          rows
            .find()
            .toArray()
            .catch(() => undefined),
        'an answer of the new process',
      );
      const byId = new Map(found.map((row) => [row._id, row]));
      for (const [id, version] of acknowledged) {
        const row = byId.get(id);
        expect({ id, there: row !== undefined && row.version >= version }).toEqual({ id, there: true });
      }
      for (const row of found) {
        expect(attempted.get(row._id)).toBeGreaterThanOrEqual(row.version);
        expect(row.body).toBe(row._id.repeat(20));
        expect(row.list).toEqual([`r${row._id.split('/')[0]!}`, row._id, ...(row.version === 2 ? ['again'] : [])]);
      }
      expect(await client.db().command({ validate: 'rows' })).toMatchObject({ valid: true, errors: [] });
      expect(await rows.countDocuments({ version: { $gt: 1 } })).toBe(found.filter((row) => row.version > 1).length);
    }
    await client.close();
    await child.stop();
    await remove();
  },
  TIMEOUT_MS,
);
