import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BulkPreview, BulkRequest, BulkSelection, BulkView } from '../../shared/bulk.ts';
import type { ThreadId } from '../../shared/ids.ts';
import { REVIEW_QUEUES } from '../../shared/moderation.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { BulkPartDoc } from '../../services/storage/bulk.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, type Reply } from '../support/client.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let owner: Moderator;
let ines: Moderator;
let ahead = 0;

beforeAll(async () => {
  app = await bootApp({}, { now: () => new Date(Date.now() + ahead) });
  owner = await Moderator.redeem(app.url, 'Odile Perrin', (await app.app.setupCode()) ?? '');
  ines = await owner.invite('Inès Vidal');
});
afterAll(() => app.close());

/** A discussion in which so many comments wait. */
async function waiting(count: number) {
  const thread = `thread-${randomUUID()}`;
  const reader = await Reader.guest(app.url, 'Tristan', thread);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push((await reader.post(`quel connard, avis ${String(i)}`)).body.id);
  return { reader, ids, filter: { thread: (await look(ids[0] ?? '')).thread.id } };
}
const look = async (commentId: string): Promise<ReviewCard> =>
  (await owner.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId }))).body;
const preview = async (select: unknown): Promise<BulkPreview> =>
  (await ines.ask<BulkPreview>('POST', path(routes.bulkPreview, {}), { body: { select } })).body;
const start = (body: BulkRequest, key: string = randomUUID()): Promise<Reply<BulkView & ProblemDocument>> =>
  ines.ask('POST', path(routes.bulk, {}), { body, headers: { 'Idempotency-Key': key } });
const read = async (bulkId: string): Promise<BulkView> =>
  (await ines.ask<BulkView>('GET', path(routes.bulkItem, { bulkId }))).body;
const ended = (id: string, state: BulkView['state']): Promise<BulkView> =>
  until(async () => {
    const view = await read(id);
    return view.state === state ? view : undefined;
  }, `bulk is ${state}`);
const byIds = (ids: string[]): BulkSelection => ({ ids }) as BulkSelection;

describe('an act on many comments', () => {
  it('says exactly how many it is about, does it to each, and is taken back as a whole, with places and ages', async () => {
    const { reader, ids, filter } = await waiting(7);
    const before = await Promise.all(ids.map(look));
    const { count, examples } = await preview({ filter });
    expect(count).toBe(7);
    expect(examples.map(({ id }) => id)).toEqual(ids.slice(0, 5));
    const desk = await listen(app.url, { ticket: await ines.ticket() });
    const { status, body } = await start({
      select: { filter },
      act: { action: 'approve', remark: 'Inoffensif.' },
      count,
    });
    expect([status, body.total]).toEqual([202, 7]);
    expect(await ended(body.id, 'done')).toMatchObject({ done: 7, skipped: {}, by: { name: 'Inès Vidal' } });
    await desk.hear('bulk:progress', (news) => news.id === body.id && news.state === 'done' && news.done === 7);
    expect((await reader.page()).body.count).toBe(7);
    expect((await preview({ filter })).count).toBe(0);

    await ines.ask('POST', path(routes.bulkUndo, { bulkId: body.id }));
    expect(await ended(body.id, 'undone')).toMatchObject({ done: 7, skipped: {} });
    const place = ({ id, queue, queuedAt, priority, vis }: ReviewCard) => ({ id, queue, queuedAt, priority, vis });
    expect((await Promise.all(ids.map(look))).map(place)).toEqual(before.map(place));
    expect((await reader.page()).body.count).toBe(0);
    desk.close();
  });

  it('asks again when the number is not the one that was seen, or when none was', async () => {
    const { filter } = await waiting(3);
    for (const count of [undefined, 2, 4]) {
      const { status, body } = await start({
        select: { filter },
        act: { action: 'spam' },
        ...(count === undefined ? {} : { count }),
      });
      expect([status, body.code, body.count]).toEqual([409, 'confirm-number', 3]);
      expect(body.detail).toContain('3');
    }
    expect((await preview({ filter })).count).toBe(3);
    const everything = await start({ select: { filter: {} }, act: { action: 'spam' } });
    expect([everything.body.code, everything.body.count]).toEqual(['confirm-number', (await ines.queue()).body.count]);
  });

  it('leaves alone what a colleague is at or has decided, and says how many and why', async () => {
    const { ids } = await waiting(4);
    const [claimed = '', decided = ''] = ids;
    const { count } = await preview({ ids });
    await owner.ask('POST', path(routes.reviewClaim, { commentId: claimed }), { body: { desk: 'd' } });
    const { body } = await start({ select: byIds(ids), act: { action: 'refuse', codes: ['spam'] }, count });
    expect(await ended(body.id, 'done')).toMatchObject({ done: 3, skipped: { 'claimed-by-other': 1 } });
    const { v, rev } = await look(decided);
    await owner.decide(decided, { action: 'approve', expectedV: v, expectedRev: rev });
    await ines.ask('POST', path(routes.bulkUndo, { bulkId: body.id }));
    expect(await ended(body.id, 'undone')).toMatchObject({ done: 2, skipped: { 'not-newest': 2 } });
    expect(await look(decided)).toMatchObject({ vis: 'visible', outcome: { by: { name: 'Odile Perrin' } } });
    expect((await look(claimed)).queue).toBe('premod');
  });

  it('sent again is the same act; what waits no more is not chosen', async () => {
    const { ids } = await waiting(2);
    const key = randomUUID();
    const same: BulkRequest = { select: byIds(ids), act: { action: 'approve' }, count: 2 };
    const [first, second] = [await start(same, key), await start(same, key)];
    expect(second.body.id).toBe(first.body.id);
    await ended(first.body.id, 'done');
    expect((await start(same, key)).body).toMatchObject({ id: first.body.id, state: 'done', done: 2 });
    expect(await preview({ ids })).toEqual({ count: 0, examples: [] });
    const other = await start({ ...same, act: { action: 'spam' } }, key);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const third = await waiting(3);
    const [one, two] = await Promise.all(
      [1, 2].map(() => start({ select: byIds(third.ids), act: { action: 'approve' }, count: 3 }, `${key}-two`)),
    );
    expect(one?.body.id).toBe(two?.body.id);
    expect(await ended(one?.body.id ?? '', 'done')).toMatchObject({ total: 3, done: 3, skipped: {} });
  });

  it('goes through them in the order of the desk, whichever queues they are in', async () => {
    const { ids } = await waiting(3);
    const [, middle = ''] = ids;
    const { v, rev, thread } = await look(middle);
    await ines.decide(middle, { action: 'escalate', expectedV: v, expectedRev: rev });
    const store = await openStore(app.storeUri);
    const found = await store.comments.queuedIds({ queues: REVIEW_QUEUES, threadId: thread.id as ThreadId }, 3);
    await store.close();
    expect(found.map(({ id }) => id)).toEqual(
      (await owner.queue({ thread: thread.id })).body.items.map(({ id }) => id),
    );
    expect(found.map(({ id }) => id)).toEqual(ids);
  });

  it('is refused by name: a moment in the past, a colleague who may not', async () => {
    const { ids } = await waiting(1);
    const past = await start({
      select: byIds(ids),
      act: { action: 'snooze', until: '2020-01-01T00:00:00Z' },
      count: 1,
    });
    expect(past.body.errors?.map(({ code }) => code)).toEqual(['in-the-past']);
    const { body } = await start({ select: byIds(ids), act: { action: 'approve' }, count: 1 });
    await ended(body.id, 'done');
    const noe = await owner.invite('Noé Garnier');
    const refused = await noe.ask<ProblemDocument>('POST', path(routes.bulkUndo, { bulkId: body.id }));
    expect(refused.body.code).toBe('not-allowed');
    expect((await owner.ask('POST', path(routes.bulkUndo, { bulkId: body.id }))).status).toBe(202);
    await ended(body.id, 'undone');
  });

  it('goes no further once whoever began it has left the team', async () => {
    const { ids } = await waiting(2);
    const zoe = await owner.invite('Zoé Blin', 'admin');
    await owner.ask('DELETE', path(routes.teamMember, { memberId: zoe.view.id }));
    const store = await openStore(app.storeUri);
    const items = await Promise.all(ids.map(look)).then((all) => all.map(({ id, v, rev }) => ({ id, v, rev })));
    const id = randomUUID();
    // Left over by a node that is gone.
    const by = { id: zoe.view.id, name: zoe.name, mayDecideEscalated: true };
    const left = { _id: id, said: id, parts: id, by, act: { action: 'approve' }, state: 'running', total: 2 } as const;
    const at = new Date(Date.now() + ahead - 60_000);
    await store.bulk.insert({ ...left, at, leaseUntil: at }, [
      { _id: `${id}:0`, of: id, items: items as BulkPartDoc['items'] },
    ]);
    await store.close();
    expect(await ended(id, 'done')).toMatchObject({ done: 0, skipped: { 'not-allowed': 2 } });
    expect((await Promise.all(ids.map(look))).map(({ queue }) => queue)).toEqual(['premod', 'premod']);
  });

  it('goes on when the node that began it is gone: each is decided once', async () => {
    const { filter, ids } = await waiting(50);
    const node = await bootApp({}, { over: app });
    const { status, body } = await request<BulkView>(node.url + path(routes.bulk, {}), 'POST', {
      body: { select: { filter }, act: { action: 'approve' }, count: 50 },
      headers: { Cookie: ines.cookie, 'Idempotency-Key': randomUUID() },
    });
    expect([status, body]).toMatchObject([202, { total: 50 }]);
    await node.close();
    ahead += 20_000;
    expect(await ended(body.id, 'done')).toMatchObject({ done: 50, skipped: {} });
    await app.app.settled();
    const store = await openStore(app.storeUri);
    for (const id of ids) {
      const events = await until(async () => {
        const found = await store.modEvents.ofComment(id);
        return found.length > 1 ? found : undefined;
      }, 'the audit has it');
      expect(events.map(({ type, batchId }) => [type, batchId])).toEqual([
        ['auto_held', undefined],
        ['approved', body.id],
      ]);
    }
    await store.close();
  });
});
