import { describe, expect, test } from '@jest/globals';
import { Cursors, IDLE_MS, SESSION_MS } from '../../services/embedded-mongo/commands/cursors.ts';
import type { Report } from '../../services/embedded-mongo/protocol.ts';
import { ListSource } from '../../services/embedded-mongo/query/source.ts';
import { BuildProgress } from '../../services/embedded-mongo/store/build-progress.ts';
import { buildIndex } from '../../services/embedded-mongo/store/build-index.ts';
import { parseIndexSpec } from '../../services/embedded-mongo/store/index-spec.ts';
import { Store } from '../../services/embedded-mongo/store/store.ts';
import { TrustedClock } from '../../services/embedded-mongo/trusted-clock.ts';
import { bootEmbedded, storeFolder } from '../support/embedded-store.ts';
import { bson } from '../support/raw-wire.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the clock documents expire by', () => {
  const START = Date.UTC(2030, 0, 1);
  function setUp(): {
    clocks: { wall: number; steady: number };
    notes: Report[];
    clock: TrustedClock;
    pass: (ms: number) => number;
  } {
    const clocks = { wall: START, steady: 5_000 };
    const notes: Report[] = [];
    const clock = new TrustedClock(
      (note) => notes.push(note),
      () => ({ ...clocks }),
    );
    const pass = (ms: number): number => {
      // As the sweep does: a look every minute.
      for (let left = ms; left > 0; left -= MINUTE) {
        clocks.wall += MINUTE;
        clocks.steady += MINUTE;
        clock.now();
      }
      return clock.now() - START;
    };
    return { clocks, notes, clock, pass };
  }

  test('is the wall clock while that goes on as it should, drift and small corrections included', () => {
    const { clocks, notes, pass } = setUp();
    expect(pass(DAY)).toBe(DAY);
    clocks.wall += 4 * MINUTE;
    expect(pass(MINUTE)).toBe(DAY + 5 * MINUTE);
    expect(notes).toEqual([]);
  });

  test('does not leap with it: time goes on as before for an hour, then the new date is believed', () => {
    const { clocks, notes, pass } = setUp();
    pass(HOUR);
    clocks.wall += DAY;
    expect(pass(MINUTE)).toBe(HOUR + MINUTE);
    expect(notes).toMatchObject([
      { level: 'warn', message: expect.stringContaining('the clock leapt'), fields: { leapSeconds: 86_400 } },
    ]);
    expect(pass(58 * MINUTE)).toBe(HOUR + 59 * MINUTE);
    expect(pass(2 * MINUTE)).toBe(DAY + HOUR + 61 * MINUTE);
    expect(notes.map(({ level }) => level)).toEqual(['warn', 'info']);
  });

  test('set right again within the hour, nothing has happened', () => {
    const { clocks, notes, pass } = setUp();
    clocks.wall += DAY;
    pass(30 * MINUTE);
    clocks.wall -= DAY;
    expect(pass(MINUTE)).toBe(31 * MINUTE);
    expect(pass(DAY)).toBe(DAY + 31 * MINUTE);
    expect(notes).toHaveLength(2);
  });

  test('that leaps again and again is not believed before it has stood for an hour', () => {
    const { clocks, pass } = setUp();
    for (let i = 0; i < 5; i++) {
      clocks.wall += DAY;
      pass(30 * MINUTE);
    }
    expect(pass(MINUTE)).toBe(151 * MINUTE);
    expect(pass(HOUR)).toBe(5 * DAY + 211 * MINUTE);
  });

  test('goes back with it at once, and says so', () => {
    const { clocks, notes, pass } = setUp();
    pass(DAY);
    clocks.wall -= HOUR;
    expect(pass(MINUTE)).toBe(DAY - HOUR + MINUTE);
    expect(notes).toMatchObject([{ level: 'warn', fields: { leapSeconds: -3_600 } }]);
    // Set right again, it has leapt ahead as far as anyone can tell.
    clocks.wall += HOUR;
    expect(pass(MINUTE)).toBe(DAY - HOUR + 2 * MINUTE);
    expect(pass(HOUR)).toBe(DAY + HOUR + 2 * MINUTE);
  });
});

describe('cursors', () => {
  const docs = Array.from({ length: 10 }, (_, i) => bson({ i }));
  function setUp() {
    const time = { now: 0 };
    const cursors = new Cursors(() => time.now);
    const open = async (given: { session?: string; noTimeout?: boolean } = {}): Promise<bigint> => {
      const life = { session: given.session, noTimeout: given.noTimeout ?? false };
      const reply = await cursors.first(new ListSource(docs), { namespace: 'db.c', batchSize: 1, life });
      return reply.readBigInt64LE(reply.indexOf(Buffer.from('\u0012id\0')) + 4);
    };
    const lives = (id: bigint): Promise<boolean> =>
      cursors.more(id, 'db.c', 1).then(
        () => true,
        () => false,
      );
    const pass = (ms: number): void => {
      time.now += ms;
      cursors.expire();
    };
    return { cursors, open, lives, pass };
  }

  test('die when idle for ten minutes, and live for hours in use', async () => {
    const { open, lives, pass } = setUp();
    const [idle, used] = [await open(), await open()];
    for (let i = 0; i < 8; i++) {
      pass(IDLE_MS - 1);
      expect(await lives(used)).toBe(true);
    }
    expect(await lives(idle)).toBe(false);
  });

  test('live as long as their session, which any command in it keeps', async () => {
    const { cursors, open, lives, pass } = setUp();
    const [kept, left] = [await open({ session: 'a' }), await open({ session: 'b' })];
    for (let i = 0; i < 4; i++) {
      pass(SESSION_MS - 1);
      cursors.refreshSessions(['a']);
    }
    expect([await lives(kept), await lives(left)]).toEqual([true, false]);
    cursors.endSessions(new Set(['a']));
    expect(await lives(kept)).toBe(false);
    expect(cursors.size).toBe(0);
  });

  test('without a time-out live on', async () => {
    const { open, lives, pass } = setUp();
    const id = await open({ noTimeout: true });
    pass(DAY);
    expect(await lives(id)).toBe(true);
  });
});

test('a cursor goes on under concurrent writes: what was there throughout comes exactly once', async () => {
  const store = await bootEmbedded();
  const things = store.db.collection<{ _id: number }>('things');
  await things.insertMany(Array.from({ length: 1_000 }, (_, i) => ({ _id: 2 * i })));
  const seen: number[] = [];
  for await (const { _id } of things.find({}, { batchSize: 50, noCursorTimeout: true })) {
    seen.push(_id);
    if (seen.length % 50 !== 0) continue;
    await things.insertOne({ _id: seen.length * 2 - 1 });
    await things.deleteOne({ _id: seen.length });
    if (seen.length === 500) await things.createIndex({ x: 1 });
  }
  expect(new Set(seen).size).toBe(seen.length);
  const throughout = (await things.find().toArray()).map(({ _id }) => _id).filter((id) => id % 2 === 0);
  expect(throughout.filter((id) => !seen.includes(id))).toEqual([]);
  await store.close();
});

describe('building an index', () => {
  test('says nothing when it is quick, else how far it is every two seconds', () => {
    const notes: Report[] = [];
    let now = 0;
    const progress = new BuildProgress(
      'db.c.a_1',
      (note) => notes.push(note),
      () => now,
    );
    progress.add(100, 1_000);
    progress.done();
    expect(notes).toEqual([]);
    for (now = 1_000; now <= 5_000; now += 500) progress.add(100, 1_000);
    progress.done();
    expect(notes.map(({ message }) => message)).toEqual([
      'building index db.c.a_1: 20 %, 200 documents, 1.0 s',
      'building index db.c.a_1: 60 %, 600 documents, 3.0 s',
      'building index db.c.a_1: 99 %, 1000 documents, 5.0 s',
      'built index db.c.a_1, 1000 documents, 5.5 s',
    ]);
    expect(notes[0]?.fields).toMatchObject({ index: 'db.c.a_1', documents: 200, percent: 20, seconds: 1 });
  });

  test('over existing documents reports to whoever runs the store', async () => {
    const { path, remove } = await storeFolder();
    const notes: Report[] = [];
    const store = new Store(
      path,
      (error) => {
        throw error;
      },
      (note) => notes.push(note),
    );
    let now = 0;
    const id = await store.write(() => {
      const collection = store.catalogue.ensure('db', 'things');
      for (let i = 0; i < 1_200; i++) store.documents.insert(collection, bson({ _id: i, a: i }));
      const index = parseIndexSpec(bson({ key: { a: 1 }, name: 'a_1' }), store.catalogue.takeId());
      store.catalogue.addIndex(collection, index);
      return index.id;
    });
    await buildIndex(store, 'db.things', id, () => (now += 700));
    expect(notes[0]?.message).toMatch(/^building index db\.things\.a_1: \d+ %, \d+ documents, /);
    expect(notes.at(-1)?.message).toContain('built index db.things.a_1, 1200 documents');
    await store.close();
    await remove();
  });
});
