import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ReviewCard } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import { hashEvent } from '../../services/storage/event-hash.ts';
import { openStore } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader } from '../support/client.ts';

let app: TestApp;
let ines: Moderator;

beforeAll(async () => {
  app = await bootApp();
  ines = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());

async function held(): Promise<ReviewCard> {
  const author = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
  const { body } = await author.post('quel connard ce maire');
  return (await ines.ask<ReviewCard>('GET', path(routes.reviewItem, { commentId: body.id }))).body;
}
const seen = (card: ReviewCard) => ({ expectedV: card.v, expectedRev: card.rev });

describe('the audit', () => {
  it('holds every event once, in an unbroken chain', async () => {
    const card = await held();
    await ines.decide(card.id, { action: 'approve', ...seen(card) });
    await app.app.settled();
    const store = await openStore(app.storeUri);
    const events = await store.modEvents.ofComment(card.id);
    expect(events.map((event) => [event.seq, event.type, event.actor.name])).toEqual([
      [1, 'auto_held', expect.any(String)],
      [2, 'approved', 'Inès Vidal'],
    ]);
    let previous: string | null = null;
    for (const { _id, commentId, prevHash, hash, ...event } of events) {
      expect(prevHash).toBe(previous);
      expect(hashEvent({ ...event, id: _id }, commentId, prevHash)).toBe(hash);
      previous = hash;
    }
    const comment = await store.comments.byId(card.id as never);
    expect([comment?.mod.outbox, comment?.mod.outboxAt]).toEqual([[], undefined]);
    await store.close();
  });
});

describe('an audit that holds another event in its place', () => {
  it('says so, and takes the same event twice', async () => {
    const card = await held();
    await app.app.settled();
    const store = await openStore(app.storeUri);
    const [stored] = await store.modEvents.ofComment(card.id);
    if (stored === undefined) throw new Error('no event');
    const { _id: id, commentId, siteId, threadId, prevHash, hash, ...rest } = stored;
    expect([prevHash, hash]).toEqual([null, hashEvent({ ...rest, id }, commentId, null)]);
    const of = { commentId, siteId, threadId };
    await store.modEvents.append([{ event: { ...rest, id }, of }]);
    for (const [event, origin] of [
      [
        { ...rest, id },
        { ...of, commentId: 'another' },
      ],
      [{ ...rest, id: 'another' }, of],
      [{ ...rest, id, note: 'never said' }, of],
    ] as const)
      await expect(store.modEvents.append([{ event, of: origin }])).rejects.toThrow('the audit has another event');
    expect(await store.modEvents.ofComment(card.id)).toHaveLength(1);
    await store.close();
  });

  it('keeps an event waiting that finds its place taken, and the log says so', async () => {
    const other = await bootApp();
    const owner = await Moderator.redeem(other.url, 'Inès Vidal', (await other.app.setupCode()) ?? '');
    const { body } = await (await Reader.guest(other.url, 'Tristan', 'taken')).post('quel connard');
    await other.app.settled();
    const store = await openStore(other.storeUri);
    const [first] = await store.modEvents.ofComment(body.id);
    if (first === undefined) throw new Error('no event');
    const { _id, commentId, siteId, threadId, ...rest } = first;
    const event = { ...rest, id: `${_id}-forged`, seq: 2 };
    await store.modEvents.append([{ event, of: { commentId, siteId, threadId } }]);
    await owner.decide(body.id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    await other.app.settled();
    expect((await store.comments.byId(body.id))?.mod.outbox).toMatchObject([{ seq: 2, type: 'approved' }]);
    await store.close();
    expect(other.logged.map(({ level, message }) => [level, message])).toContainEqual([
      'warn',
      expect.stringContaining('relay failed'),
    ]);
    // What no test expected would fail it when it closes the service.
    await expect(other.close()).rejects.toThrow('the service logged what no test expected');
    other.expectLogged(/relay failed/);
    expect(other.logged).toEqual([]);
  });
});
