import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bootEmbedded, type TestStore } from '../support/embedded-store.ts';

/**
 * What mongodump, mongorestore, mongosh and Compass send, in their order and form (source: mongo-tools 100.x, mongosh 2,
 * compass data-service). The programs themselves are no packages of npm.
 */
let store: TestStore;
beforeAll(async () => {
  store = await bootEmbedded();
  await store.db.collection('things').insertMany([{ a: 1 }, { a: 2 }]);
  await store.db.collection('things').createIndex({ a: 1 });
});
afterAll(() => store.close());

type Reply = Record<string, unknown>;
const admin = (command: Reply): Promise<Reply> => store.client.db('admin').command(command);
const inDb = (command: Reply): Promise<Reply> => store.db.command(command);

async function refusal(command: Reply): Promise<unknown> {
  return admin(command).then(
    () => 'accepted',
    ({ code, codeName }: { code: number; codeName: string }) => [code, codeName],
  );
}

describe('mongodump', () => {
  test('finds a standalone server that is no proxy of a cluster', async () => {
    expect(await admin({ isMaster: 1 })).toMatchObject({ ismaster: true, maxWireVersion: 21 });
    expect(await admin({ isMaster: 1 })).not.toHaveProperty('msg');
    expect(await refusal({ atlasVersion: 1 })).toEqual([59, 'CommandNotFound']);
    expect(await admin({ buildInfo: 1 })).toMatchObject({ version: '7.0.14', versionArray: [7, 0, 14, 0] });
  });

  test('lists what there is and reads it', async () => {
    const pref = { $readPreference: { mode: 'primary' } };
    expect(await admin({ listDatabases: 1, nameOnly: true, ...pref })).toMatchObject({
      databases: [{ name: 'tribune' }],
    });
    const list = { listCollections: 1, filter: {}, cursor: {}, nameOnly: false, ...pref };
    expect(await inDb(list)).toMatchObject({
      cursor: { firstBatch: [{ name: 'things', type: 'collection', options: {} }] },
    });
    const { cursor } = (await inDb({ listIndexes: 'things', cursor: {}, ...pref })) as {
      cursor: { firstBatch: Reply[] };
    };
    expect(cursor.firstBatch.map(({ name }) => name)).toEqual(['_id_', 'a_1']);
    expect(await inDb({ count: 'things', ...pref })).toMatchObject({ n: 2 });
    expect(await inDb({ collStats: 'things', scale: 1, ...pref })).toMatchObject({ count: 2, capped: false });
    const found = await inDb({
      find: 'things',
      filter: {},
      hint: { _id: 1 },
      noCursorTimeout: true,
      batchSize: 2,
      ...pref,
    });
    expect(found).toMatchObject({ cursor: { firstBatch: [{ a: 1 }, { a: 2 }] } });
  });
});

describe('mongorestore', () => {
  test('makes a collection, loads it unordered and makes its indexes', async () => {
    expect(await admin({ getParameter: 1, featureCompatibilityVersion: 1 })).toEqual({
      featureCompatibilityVersion: { version: '7.0' },
      ok: 1,
    });
    await inDb({ create: 'restored' });
    const documents = [{ _id: 1 }, { _id: 1 }, { _id: 2 }];
    const insert = {
      insert: 'restored',
      documents,
      ordered: false,
      bypassDocumentValidation: true,
      writeConcern: { w: 'majority' },
    };
    expect(await inDb(insert)).toMatchObject({ n: 2, writeErrors: [{ index: 1, code: 11000 }] });
    const indexes = [{ ns: 'tribune.restored', key: { a: 1 }, name: 'a_1', background: true, madeUp: true }];
    expect(await inDb({ createIndexes: 'restored', indexes, ignoreUnknownIndexOptions: true })).toMatchObject({
      numIndexesAfter: 2,
    });
    await expect(
      inDb({ createIndexes: 'restored', indexes: [{ ...indexes[0], key: { b: 1 }, name: 'b_1' }] }),
    ).rejects.toMatchObject({ code: 197 });
    const listed = (await store.db.collection('restored').listIndexes().toArray()) as Reply[];
    expect(listed[1]).toEqual({ v: 2, key: { a: 1 }, name: 'a_1' });
    expect(await inDb({ drop: 'restored' })).toMatchObject({ nIndexesWas: 2 });
  });
});

describe('mongosh', () => {
  test('gets its greeting, and refusals it knows how to take', async () => {
    expect(await admin({ hello: 1 })).toMatchObject({ isWritablePrimary: true, logicalSessionTimeoutMinutes: 30 });
    expect(await admin({ getLog: 'startupWarnings' })).toEqual({ totalLinesWritten: 0, log: [], ok: 1 });
    expect(await admin({ getLog: '*' })).toMatchObject({ names: ['global', 'startupWarnings'] });
    expect(await refusal({ getLog: 'nothing' })).toEqual([96, 'OperationFailed']);
    expect(await admin({ getCmdLineOpts: 1 })).toEqual({ argv: [], parsed: {}, ok: 1 });
    expect(await admin({ whatsmyuri: 1 })).toMatchObject({ ok: 1 });
    expect(await refusal({ getFreeMonitoringStatus: 1 })).toEqual([59, 'CommandNotFound']);
    expect(await refusal({ replSetGetStatus: 1 })).toEqual([76, 'NoReplicationEnabled']);
    expect(await refusal({ getParameter: 1 })).toEqual([72, 'InvalidOptions']);
    expect(await admin({ getParameter: '*' })).toMatchObject({ cursorTimeoutMillis: 600_000 });
    expect(await admin({ setParameter: 1, ttlMonitorEnabled: false })).toEqual({ was: true, ok: 1 });
    expect(await admin({ getParameter: 1, ttlMonitorEnabled: 1 })).toEqual({ ttlMonitorEnabled: false, ok: 1 });
    expect(await admin({ setParameter: 1, ttlMonitorEnabled: true })).toEqual({ was: false, ok: 1 });
    expect(await refusal({ setParameter: 1, ttlMonitorSleepSecs: 1 })).toEqual([
      expect.any(Number),
      expect.any(String),
    ]);
    await expect(inDb({ getLog: 'global' })).rejects.toMatchObject({ code: 13, codeName: 'Unauthorized' });
  });

  test('ends its sessions', async () => {
    const session = store.client.startSession();
    expect(await store.db.collection('things').countDocuments({}, { session })).toBe(2);
    expect(await admin({ refreshSessions: [session.id] })).toEqual({ ok: 1 });
    expect(await admin({ endSessions: [session.id] })).toEqual({ ok: 1 });
    expect(await refusal({ endSessions: 1 })).toEqual([14, 'TypeMismatch']);
    await session.endSession();
  });
});

describe('Compass', () => {
  test('learns about the server and the databases', async () => {
    expect(await admin({ connectionStatus: 1, showPrivileges: true })).toMatchObject({
      authInfo: { authenticatedUsers: [], authenticatedUserRoles: [], authenticatedUserPrivileges: [] },
    });
    expect(await admin({ hostInfo: 1 })).toMatchObject({ os: {}, system: { cpuAddrSize: 64 }, extra: {} });
    expect(await store.client.db('admin').collection('atlascli').countDocuments({ managedClusterType: 'x' })).toBe(0);
    expect(await inDb({ dbStats: 1 })).toMatchObject({ collections: 1, objects: 2 });
    expect(await admin({ serverStatus: 1 })).toMatchObject({ version: '7.0.14', storageEngine: { name: 'lmdb' } });
    expect(await admin({ top: 1 })).toMatchObject({ totals: {}, ok: 1 });
  });
});
