import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { ModEventDoc } from '../../services/storage/mod-events.ts';
import { bootApp, embeddedOnly, type TestApp } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';
import { tribune } from '../support/command.ts';
import { bootEmbedded } from '../support/embedded-store.ts';
import { flawsInAudit, heldComment, longTrail } from '../support/trails.ts';

let app: TestApp;
let connection: mongoose.Connection;
let ines: Moderator;
let trail: string;
/** As many as a store with many sites has, so that both streams have more than one trail. */
const others: string[] = [];

const events = () => connection.collection<ModEventDoc>('mod_events');
const comments = () => connection.collection<{ _id: string }>('comments');

beforeAll(async () => {
  app = await bootApp();
  connection = await mongoose.createConnection(app.storeUri).asPromise();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
  others.push((await heldComment(ines)).id);
  trail = await longTrail(ines);
  const reader = await Reader.guest(app.url, 'Odile', 'published');
  for (const text of ['Merci.', 'Bel article.']) others.push((await reader.post(text)).body.id);
  await app.app.settled();
});
afterAll(async () => {
  await connection.close();
  await app.close();
});

const verify = (): Promise<string[]> => flawsInAudit(app.storeUri);

const eventAt = async (seq: number, commentId = trail): Promise<ModEventDoc> => {
  const event = await events().findOne({ commentId, seq });
  if (event === null) throw new Error(`no event ${seq}`);
  return event;
};

/** Everything as it was before a test tampered with it. */
let kept: { events: ModEventDoc[]; comments: { _id: string }[] } | undefined;
async function tamper(act: () => Promise<unknown>): Promise<string[]> {
  kept = { events: await events().find().toArray(), comments: await comments().find().toArray() };
  await act();
  return verify();
}
afterEach(async () => {
  if (kept === undefined) return;
  await events().deleteMany({});
  await events().insertMany(kept.events);
  await comments().deleteMany({});
  await comments().insertMany(kept.comments);
  kept = undefined;
  expect(await verify()).toEqual([]);
});

it('finds nothing in an audit nobody has touched', async () => {
  expect(await verify()).toEqual([]);
  expect((await events().find({ commentId: trail }).sort({ seq: 1 }).toArray()).map(({ type }) => type)).toEqual([
    'auto_held',
    'approved',
    'undone',
    'rejected',
  ]);
});

it('gives no false alarm while comments come in and are decided', async () => {
  let isOver = false;
  const work = (async () => {
    for (let i = 0; i < 12; i += 1) await Promise.all([longTrail(ines), longTrail(ines), heldComment(ines)]);
    isOver = true;
  })();
  let rounds = 0;
  for (; !isOver; rounds += 1) expect(await verify()).toEqual([]);
  await work;
  expect(rounds).toBeGreaterThan(3);
  await app.app.settled();
  const mine = { $in: [trail, ...others] };
  await comments().deleteMany({ _id: { $not: mine } });
  await events().deleteMany({ commentId: { $not: mine } });
});

describe('a changed event is found', () => {
  const standing = { vis: 'visible', review: 'closed', queue: null };
  it.each<[string, object]>([
    ['siteId', { siteId: 'another' }],
    ['threadId', { threadId: 'another' }],
    ['commentId', { commentId: 'nobody' }],
    ['seq', { seq: 9 }],
    ['type', { type: 'rejected' }],
    ['at', { at: new Date(0) }],
    ['a moment that is none', { at: 'yesterday' }],
    ['actor.kind', { 'actor.kind': 'rule' }],
    ['actor.id', { 'actor.id': 'another' }],
    ['actor.name', { 'actor.name': 'Noé Garnier' }],
    ['before', { before: standing }],
    ['after', { 'after.vis': 'hidden' }],
    ['rev', { rev: 2 }],
    ['textHash', { textHash: 'another' }],
    ['codes', { codes: ['spam'] }],
    ['note', { note: 'never said' }],
    ['remark', { remark: 'never said' }],
    ['rules', { rules: [{ id: 'lexicon', v: 1 }] }],
    ['until', { until: new Date() }],
    ['openMs', { openMs: 5 }],
    ['batchId', { batchId: 'another' }],
    ['takenFrom', { takenFrom: { id: 'a', name: 'b' } }],
    ['undoes', { undoes: 'another' }],
    ['prevHash', { prevHash: 'another' }],
    ['hash', { hash: 'another' }],
  ])('%s', async (_, change) => {
    const found = await tamper(() => events().updateOne({ commentId: trail, seq: 2 }, { $set: change }));
    expect(found).not.toEqual([]);
    for (const text of found) expect(text).toMatch(new RegExp(`^comment (${trail}|nobody): `));
  });

  it('its id', async () => {
    const found = await tamper(async () => {
      const { _id, ...rest } = await eventAt(2);
      await events().deleteOne({ _id });
      await events().insertOne({ ...rest, _id: 'another' });
    });
    expect(found).toContain(`comment ${trail}: event 2 is not what its hash was made from`);
    expect(found).toContain(`comment ${trail}: event 3 takes back what is not among the events before it`);
  });
});

describe('what was done to the audit as a whole is found', () => {
  it.each([1, 2, 3, 4])('event %i removed', async (seq) => {
    const found = await tamper(() => events().deleteOne({ commentId: trail, seq }));
    expect(found[0]).toBe(`comment ${trail}: event ${seq} is missing`);
  });

  it('all events of a comment removed', async () => {
    const found = await tamper(() => events().deleteMany({ commentId: trail }));
    expect(found).toEqual([`comment ${trail}: events 1 to 4 are missing`]);
  });

  it('two events swapped', async () => {
    const found = await tamper(async () => {
      const [a, b] = [await eventAt(2), await eventAt(3)];
      await events().deleteMany({ _id: { $in: [a._id, b._id] } });
      await events().insertMany([
        { ...a, seq: 3 },
        { ...b, seq: 2 },
      ]);
    });
    expect(found).toContain(`comment ${trail}: event 2 is not linked to the one before it`);
  });

  it('an event added behind the others', async () => {
    const found = await tamper(async () => {
      const last = await eventAt(4);
      await events().insertOne({ ...last, _id: 'added', seq: 5 });
    });
    expect(found).toContain(`comment ${trail}: the comment is at version 4, its events go on to 5`);
  });

  it('an act taken back a second time', async () => {
    const found = await tamper(async () => {
      const { undoes = '', ...third } = await eventAt(3);
      await events().deleteOne({ commentId: trail, seq: 3 });
      await events().insertOne({ ...third, undoes });
      await connection.collection('mod_events').dropIndex('undone_once');
      await events().updateOne({ commentId: trail, seq: 4 }, { $set: { undoes } });
    });
    expect(found).toContain(`comment ${trail}: event 4 takes back what was taken back before`);
  });

  it.each<[string, object]>([
    ['shown', { 'mod.vis': 'visible' }],
    ['decided', { 'mod.review': 'open' }],
    ['queued', { 'mod.queue': 'premod' }],
    ['taken to another version', { 'mod.v': 3 }],
    ['taken to a later version', { 'mod.v': 7 }],
    ['taken to another site', { siteId: 'another' }],
    ['robbed of its standing', { mod: 1 }],
  ])('a comment %s without an event', async (_, change) => {
    const found = await tamper(() => comments().updateOne({ _id: trail }, { $set: change }));
    expect(found.length).toBeGreaterThan(0);
  });

  it('a comment removed, the first and the last of all', async () => {
    for (const id of [[...others, trail].sort()[0] ?? '', [...others, trail].sort().at(-1) ?? '']) {
      const found = await tamper(() => comments().deleteOne({ _id: id }));
      expect(found).toEqual([`comment ${id}: the comment is not there`]);
      await comments().insertOne(kept?.comments.find(({ _id }) => _id === id) ?? { _id: '' });
    }
  });
});

describe('events that are still in the outbox', () => {
  const inOutbox = async (seq: number) => {
    const { _id, commentId, siteId, threadId, prevHash, hash, ...event } = await eventAt(seq);
    expect([commentId, siteId, threadId, prevHash, hash].every(Boolean)).toBe(true);
    return { ...event, id: _id };
  };

  it('count, whether they were copied already or not', async () => {
    const waiting = [await inOutbox(3), await inOutbox(4)];
    const found = await tamper(async () => {
      await comments().updateOne({ _id: trail }, { $set: { 'mod.outbox': waiting } });
      await events().deleteOne({ commentId: trail, seq: 4 });
    });
    expect(found).toEqual([]);
  });

  it('are found when another one was carried into the audit', async () => {
    const waiting = [{ ...(await inOutbox(4)), remark: 'never said' }];
    const found = await tamper(() => comments().updateOne({ _id: trail }, { $set: { 'mod.outbox': waiting } }));
    expect(found).toEqual([`comment ${trail}: event 4 in the audit is another one than in the comment's outbox`]);
  });
});

describe('npm run tribune -- audit verify', () => {
  it('says that all is well, with 0', async () => {
    const { code, out } = await tribune('audit', 'verify', '--uri', app.storeUri);
    expect([code, out]).toEqual([0, '4 comments, 7 events: the audit accounts for all of them.\n']);
  });

  it('names the first twenty findings and counts the others, with 1', async () => {
    kept = { events: await events().find().toArray(), comments: await comments().find().toArray() };
    const { _id: __, ...last } = await eventAt(4);
    await events().insertMany(
      Array.from({ length: 25 }, (_, i) => ({
        ...last,
        _id: `e${i}`,
        commentId: `nobody-${i}`,
        seq: 1,
        prevHash: null,
      })),
    );
    const { code, out } = await tribune('audit', 'verify', '--uri', app.storeUri);
    expect(code).toBe(1);
    const lines = out.trim().split('\n');
    expect(lines.filter((line) => line.startsWith('WRONG comment nobody-'))).toHaveLength(20);
    expect(lines.slice(20)).toEqual(['... and 55 more', '4 comments, 32 events: 75 findings.']);
  });

  embeddedOnly.it('reads the folder of a store, through the process that serves it', async () => {
    const alone = await bootEmbedded();
    for (const name of ['comments', 'mod_events'])
      await alone.db.collection(name).insertMany(await connection.collection(name).find().toArray());
    const { code, out, err } = await tribune('audit', 'verify', '--path', alone.path);
    expect([code, out]).toEqual([0, '4 comments, 7 events: the audit accounts for all of them.\n']);
    expect(err).toContain('it is read through its socket');
    await alone.close();
  });

  it('wants to know which database', async () => {
    expect(await tribune('audit', 'verify')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Give either --uri or --path.'),
    });
  });
});
