import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startStore } from '../../services/embedded-mongo/child.ts';
import { canRecord, type DiskEvent, imageAfterCut, record } from '../support/disk-log.ts';
import { connect, silent, STORE_ENTRY } from '../support/embedded-store.ts';
import { Random } from '../support/random.ts';

/**
 * Power cuts: a storm of writes is recorded below the store, down to the system calls, and the disk is made again as a
 * cut at any moment may leave it, with unsynced sectors there or not in any order.
 */
const CUTS = Number(process.env['CUTS'] ?? 10);
const OPERATIONS = Math.max(160, Math.min(1_200, CUTS * 6));
const SEED = Number(process.env['SEED'] ?? 1);
const WRITER = resolve(import.meta.dirname, '../support/power-cut-writer.mjs');
/** Without strace nothing can be recorded; the suite is then counted as skipped. */
const recorded = canRecord() ? describe : describe.skip;

interface Row {
  _id: string;
  key: string;
  stage: number;
  body: string;
  more?: string;
  list: unknown[];
}

/** What was begun and what was acknowledged, by id: 1 inserted, 2 updated, 3 deleted. */
function promises(events: readonly DiskEvent[]): { tried: Map<string, number>; acknowledged: Map<string, number> } {
  const [tried, acknowledged] = [new Map<string, number>(), new Map<string, number>()];
  for (const event of events) {
    if (event.kind !== 'note') continue;
    const [what, id, stage] = event.text.trim().split(' ');
    (what === 'ack' ? acknowledged : tried).set(id!, Number(stage));
  }
  return { tried, acknowledged };
}

/** What is wrong with these rows after what was promised. */
function violations(rows: readonly Row[], events: readonly DiskEvent[]): string[] {
  const { tried, acknowledged } = promises(events);
  const found = new Map(rows.map((row) => [row._id, row]));
  const wrong: string[] = [];
  for (const [id, stage] of acknowledged) {
    const row = found.get(id);
    if (row === undefined ? tried.get(id) !== 3 : row.stage < stage) wrong.push(`${id} lost its stage ${stage}`);
  }
  for (const { _id, key, stage, body, more, list } of rows) {
    if (stage > (tried.get(_id) ?? 0)) wrong.push(`${_id} was never written like that`);
    const whole = key === _id && body.startsWith(_id) && (stage === 1 ? more === undefined : more === body);
    if (!whole || list.length !== stage + 1) wrong.push(`${_id} is half written`);
  }
  return wrong;
}

let folder: string;
let events: DiskEvent[];

/** Starts a store on an image, and says what is wrong with it; a store that cannot start or read is wrong too. */
async function inspect(image: Buffer, past: readonly DiskEvent[]): Promise<string[]> {
  const path = await mkdtemp(join(folder, 'image-'));
  await writeFile(join(path, 'data.mdb'), image);
  try {
    const child = await startStore({ path, entry: STORE_ENTRY, log: silent });
    const client = await connect(child.uri);
    try {
      const rows = await client.db().collection<Row>('rows').find().maxTimeMS(10_000).toArray();
      const check = rows.length === 0 ? { errors: [] } : await client.db().command({ validate: 'rows' });
      return [...violations(rows, past), ...(check['errors'] as string[])];
    } finally {
      await client.close();
      await child.stop();
    }
  } catch (error) {
    return [String(error)];
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

recorded(`after ${CUTS} power cuts (seed ${SEED})`, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'power-test-'));
    const path = join(folder, 'store');
    const notes = join(folder, 'notes');
    await mkdir(path);
    await writeFile(notes, '');
    const program = [process.execPath, WRITER, path, notes, String(OPERATIONS)];
    events = await record(program, { file: join(path, 'data.mdb'), notes, log: join(folder, 'log') });
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test(
    'everything acknowledged is there, and nothing is half there',
    async () => {
      const random = new Random(SEED);
      expect(promises(events).acknowledged.size).toBeGreaterThan(OPERATIONS / 4);
      for (let i = 0; i < CUTS; i++) {
        const cut = random.below(events.length);
        const image = imageAfterCut(events, cut, random);
        expect({ cut, wrong: await inspect(image, events.slice(0, cut)) }).toEqual({ cut, wrong: [] });
      }
    },
    30_000 + CUTS * 2_000,
  );

  test('the control: on a disk that lies about its syncs, it would be noticed', async () => {
    const random = new Random(SEED);
    let noticed = 0;
    for (let i = 0; i < 10 && noticed === 0; i++) {
      const cut = events.length - 1 - random.below(events.length / 2);
      const image = imageAfterCut(events, cut, random, true);
      noticed += (await inspect(image, events.slice(0, cut))).length;
    }
    expect(noticed).toBeGreaterThan(0);
  }, 120_000);
});
