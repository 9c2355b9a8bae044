import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { ThreadMine } from '../../shared/comment.ts';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { SUBSCRIPTIONS_MAX, SUBSCRIPTIONS_SIZE } from '../../shared/limits.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Mutes, Subscriptions, SubscriptionView } from '../../shared/subscription.ts';
import { createEventBus } from '../../services/events.ts';
import { createFanOut, type FanOutDeps } from '../../services/notifications/fan-out.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, quiet, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';
import { listen } from '../support/socket.ts';

let app: TestApp;
let store: Store;
let moderator: Moderator;

beforeAll(async () => {
  app = await bootApp();
  store = await openStore(app.storeUri);
  moderator = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(async () => {
  await store.close();
  await app.close();
});

const guest = (name: string, thread = `thread-${randomUUID()}`) => Reader.guest(app.url, name, thread);
const ask = <Body = ProblemDocument>({ auth }: Reader, method: string, at: string, body?: unknown) =>
  request<Body>(app.url + at, method, { headers: auth, ...(body === undefined ? {} : { body }) });
const subscribe = (reader: Reader, what: object): Promise<Reply<SubscriptionView & ProblemDocument>> =>
  ask(reader, 'PUT', routes.subscriptions, { mail: false, ...what });
const unsubscribe = (reader: Reader, subscriptionId: string) =>
  ask(reader, 'DELETE', path(routes.subscription, { subscriptionId }));
const listed = async (reader: Reader, query = {}): Promise<Subscriptions> =>
  (await ask<Subscriptions>(reader, 'GET', path(routes.subscriptions, {}, query))).body;
const mute = (reader: Reader, personId: string) => ask(reader, 'PUT', path(routes.mute, { personId }));
const unmute = (reader: Reader, personId: string) => ask(reader, 'DELETE', path(routes.mute, { personId }));
const muted = async (reader: Reader) => (await ask<Mutes>(reader, 'GET', routes.mutes)).body.items;

/** What stands behind somebody's bell, once all that follows from what was done has happened. */
const told = async (reader: Reader): Promise<unknown[]> => {
  await app.app.settled();
  const { unread, items } = (await reader.inbox()).body;
  expect(unread).toBe(items.length);
  return items.map((item) => [item.commentId, item.kind === 'comment' && item.reasons.join(' ')]);
};

describe('what a reader asks to be told of', () => {
  it('stands once, with mail as it was said last, in a list that names what it is about', async () => {
    const [anne, ben] = await Promise.all([guest('Anne Roche'), guest('Ben Arous')]);
    const { id } = (await anne.post('La fontaine est à sec.')).body;
    const thread = { key: anne.thread, title: 'La fontaine', url: `${app.url}/demo` };
    const made = [
      await subscribe(ben, { kind: 'thread', thread }),
      await subscribe(ben, { kind: 'answers' }),
      await subscribe(ben, { kind: 'comment', commentId: id }),
      await subscribe(ben, { kind: 'author', authorId: anne.personId }),
    ];
    expect(made.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const again = await subscribe(ben, { kind: 'thread', thread: { key: anne.thread }, mail: true });
    const named = { key: anne.thread, title: 'La fontaine', url: `${app.url}/demo` };
    const author = { id: anne.personId, name: 'Anne Roche' };
    expect(again.body).toEqual({ ...made[0]?.body, mail: true });
    const { items, next, here, mail } = await listed(ben, { thread: anne.thread });
    expect([next, mail.state]).toEqual([null, 'none']);
    expect(items).toEqual([
      expect.objectContaining({ kind: 'author', thread: null, commentId: null, author }),
      expect.objectContaining({ kind: 'comment', thread: named, commentId: id, author }),
      expect.objectContaining({ kind: 'answers', thread: null, commentId: null, author: null }),
      expect.objectContaining({ kind: 'thread', thread: named, commentId: null, author: null, mail: true }),
    ]);
    expect(here).toEqual({ thread: items[3], answers: items[2] });
    await mute(ben, anne.personId);
    // What the page of the discussion is drawn by; of another, only what holds everywhere.
    const answers = { id: items[2]?.id, mail: false };
    const mine = path(routes.mine, { siteId: SITE }, { thread: anne.thread });
    expect((await ask<ThreadMine>(ben, 'GET', mine)).body).toMatchObject({
      told: { thread: { id: items[3]?.id, mail: true }, answers, mail: 'none' },
      muted: [anne.personId],
    });
    expect((await ben.mine()).body.told).toEqual({ thread: null, answers, mail: 'none' });
    await unmute(ben, anne.personId);
    expect((await listed(anne)).items).toEqual([]);
    // Nobody else's, also where its id is known.
    await unsubscribe(anne, items[3]?.id ?? '');
    for (let i = 0; i < 2; i += 1) expect((await unsubscribe(ben, items[0]?.id ?? '')).status).toBe(204);
    expect((await listed(ben)).items).toEqual(items.slice(1));
  });

  it('may be about what has no comment yet, and about nothing that is not in sight on the site', async () => {
    const [anne, ben] = await Promise.all([guest('Anne Roche'), guest('Ben Arous')]);
    expect((await subscribe(ben, { kind: 'thread', thread: { key: ben.thread } })).status).toBe(200);
    const held = (await anne.post('quel connard, ce maire')).body.id;
    const here = await store.comments.byId(held);
    if (here === null) throw new Error('a comment that was posted is not there');
    const foreign = { ...here, _id: randomUUID(), siteId: 'gazette' as SiteId, authorId: 'gazette-1' as PersonId };
    const { mod } = foreign;
    await store.comments.insert({
      ...foreign,
      mod: { ...mod, vis: 'visible', outbox: [] },
      idem: randomUUID(),
    } as never);
    const hidden = [
      { kind: 'comment', commentId: held },
      { kind: 'comment', commentId: foreign._id },
      { kind: 'comment', commentId: 'nothing' },
      { kind: 'author', authorId: anne.personId },
      { kind: 'author', authorId: 'gazette-1' },
      { kind: 'author', authorId: 'nobody' },
      { kind: 'author', authorId: ben.personId },
    ];
    const refused = await Promise.all(hidden.map((what) => subscribe(ben, what)));
    expect(new Set(refused.map(({ status, body }) => JSON.stringify([status, body.code, body.detail]))).size).toBe(1);
    expect(refused[0]?.status).toBe(404);
    for (const id of [anne.personId, 'gazette-1', 'nobody', ben.personId])
      expect((await mute(ben, id)).status).toBe(404);
    expect([(await listed(ben)).items.length, await muted(ben)]).toEqual([1, []]);
  });

  it('says no name any more once nothing of its author is in sight, and can be changed all the same', async () => {
    const [anne, ben] = await Promise.all([guest('Anne Roche'), guest('Ben Arous')]);
    const { id } = (await anne.post('La fontaine est à sec.')).body;
    const what = [
      { kind: 'comment', commentId: id },
      { kind: 'author', authorId: anne.personId },
    ];
    for (const one of what) await subscribe(ben, one);
    await moderator.decideNow(id, { action: 'refuse', codes: ['abuse'] });
    for (const one of what) expect((await subscribe(ben, { ...one, mail: true })).status).toBe(200);
    expect((await listed(ben)).items.map(({ author, mail }) => [author, mail])).toEqual([
      [null, true],
      [null, true],
    ]);
  });

  it('has an end, and so has how often somebody asks', async () => {
    const ben = await guest('Ben Arous');
    const [personId, siteId] = [ben.personId as PersonId, SITE as SiteId];
    const docs = Array.from({ length: SUBSCRIPTIONS_MAX }, (_, i) => ({
      ...{ _id: `${personId}:comment:c${i}`, personId, siteId, kind: 'comment' as const, targetId: `c${i}` },
      ...{ threadId: null, mail: false, createdAt: new Date(1_700_000_000_000 + i) },
    }));
    const connection = await mongoose.createConnection(app.storeUri).asPromise();
    await connection.collection<(typeof docs)[number]>('subscriptions').insertMany(docs);
    await connection.close();
    const { status, body } = await subscribe(ben, { kind: 'answers' });
    expect([status, body.code]).toEqual([409, 'list-full']);
    const newest = await listed(ben);
    const more = await listed(ben, { cursor: newest.next ?? '' });
    expect([...newest.items, ...more.items].map((item) => item.commentId)).toEqual(
      Array.from({ length: 2 * SUBSCRIPTIONS_SIZE }, (_, i) => `c${SUBSCRIPTIONS_MAX - 1 - i}`),
    );
    const asked = await Promise.all(Array.from({ length: 60 }, () => subscribe(ben, { kind: 'answers' })));
    expect(asked.filter((reply) => reply.status === 429)).toHaveLength(1);
    expect((await unsubscribe(ben, docs[0]?._id ?? '')).status).toBe(204);
  });
});

it('mutes an author once, by the name they have in sight, and hears of them again when asked to', async () => {
  const [anne, ben] = await Promise.all([guest('Anne Roche'), guest('Ben Arous')]);
  const { id } = (await anne.post('La fontaine est à sec.')).body;
  for (let i = 0; i < 2; i += 1) expect((await mute(ben, anne.personId)).status).toBe(204);
  expect(await muted(ben)).toEqual([expect.objectContaining({ id: anne.personId, name: 'Anne Roche' })]);
  await moderator.decideNow(id, { action: 'refuse', codes: ['abuse'] });
  expect((await mute(ben, anne.personId)).status).toBe(204);
  for (let i = 0; i < 2; i += 1) expect((await unmute(ben, anne.personId)).status).toBe(204);
  expect([await muted(ben), (await mute(ben, anne.personId)).status]).toEqual([[], 404]);
});

describe('whoever asked to be told of a comment', () => {
  it('is told once of each, for every reason, the strongest first; its author is not', async () => {
    const thread = `thread-${randomUUID()}`;
    const [anne, ben, carl] = [
      await guest('Anne Roche', thread),
      await guest('Ben Arous', thread),
      await guest('Carl', thread),
    ];
    const first = (await anne.post('La fontaine est à sec.')).body.id;
    for (const reader of [anne, ben, carl]) await subscribe(reader, { kind: 'thread', thread: { key: thread } });
    await subscribe(anne, { kind: 'answers' });
    await subscribe(carl, { kind: 'comment', commentId: first });
    const tab = await listen(app.url, { site: SITE, token: carl.token });
    const said = { thread: { key: thread }, author: { name: 'Ben Arous' }, parentId: first, mentions: [anne.personId] };
    const second = (await ben.send({ ...said, text: 'Depuis mai, @Anne Roche.' })).body.id;
    expect(await tab.hear('notification:created')).toMatchObject({
      unread: 1,
      item: {
        kind: 'comment',
        commentId: second,
        parentId: first,
        reasons: ['branch', 'thread'],
        actorName: 'Ben Arous',
      },
    });
    await subscribe(anne, { kind: 'author', authorId: ben.personId });
    const third = (await ben.post('Et encore en juin.', { parentId: second })).body.id;
    expect(await told(anne)).toEqual([
      [third, 'branch author thread'],
      [second, 'reply mention thread'],
    ]);
    expect(await told(carl)).toEqual([
      [third, 'branch thread'],
      [second, 'branch thread'],
    ]);
    expect(tab.all('notification:created').map(({ item, unread }) => [item.commentId, unread])).toEqual([
      [second, 1],
      [third, 2],
    ]);
    tab.close();
    expect(await told(ben)).toEqual([]);
    // Whoever asks now is told of what comes, not of what was there.
    const dora = await guest('Dora Lind', thread);
    await subscribe(dora, { kind: 'author', authorId: anne.personId });
    expect(await told(dora)).toEqual([]);
  });

  it('hears nothing of whom they have muted, whatever the reason', async () => {
    const thread = `thread-${randomUUID()}`;
    const [anne, ben] = [await guest('Anne Roche', thread), await guest('Ben Arous', thread)];
    const { id } = (await anne.post('La fontaine est à sec.')).body;
    await ben.post('Depuis mai.');
    await subscribe(anne, { kind: 'thread', thread: { key: thread } });
    await mute(anne, ben.personId);
    const said = { thread: { key: thread }, author: { name: 'Ben Arous' }, parentId: id, mentions: [anne.personId] };
    await ben.send({ ...said, text: 'Toujours à sec, @Anne Roche.' });
    await ben.post('Et le banc ?');
    expect(await told(anne)).toEqual([]);
    await unmute(anne, ben.personId);
    const heard = (await ben.post('Et la place ?')).body.id;
    expect(await told(anne)).toEqual([[heard, 'thread']]);
  });

  it('is told when it is let through, no more when it is hidden, of it as it was when it is back, and never again', async () => {
    const thread = `thread-${randomUUID()}`;
    const [anne, ben] = [await guest('Anne Roche', thread), await guest('Ben Arous', thread)];
    await subscribe(anne, { kind: 'thread', thread: { key: thread } });
    const { id } = (await ben.post('quel connard, ce maire')).body;
    expect(await told(anne)).toEqual([]);
    await moderator.decideNow(id, { action: 'approve' });
    expect(await told(anne)).toEqual([[id, 'thread']]);
    await anne.markRead({ all: true });
    const tab = await listen(app.url, { site: SITE, token: anne.token });
    await moderator.undo(id);
    await app.app.settled();
    expect((await anne.inbox()).body.items).toEqual([]);
    await moderator.decideNow(id, { action: 'approve' });
    await app.app.settled();
    const { unread, items } = (await anne.inbox()).body;
    expect([unread, items.length, tab.all('notification:created')]).toEqual([0, 1, []]);
    tab.close();
  });
});

/** Stores that die with the process: after so many calls, none is made any more. */
function mortal(calls: number): { deps: FanOutDeps; told: string[]; isDead: () => boolean } {
  let left = calls;
  const live = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get:
        (on, name) =>
        (...args: unknown[]): unknown => {
          left -= 1;
          if (left < 0) throw new Error('killed');
          return (on as Record<string | symbol, (...args: unknown[]) => unknown>)[name]?.(...args);
        },
    });
  const bus = createEventBus();
  const heard: string[] = [];
  bus.on('notification.rows', (event) => void heard.push(...event.told.map(({ row }) => row.personId)));
  const { fanOuts, comments, subscriptions, notifications, people, letters } = store;
  return {
    deps: {
      ...{ fanOuts: live(fanOuts), comments: live(comments), subscriptions: live(subscriptions), bus: live(bus) },
      ...{ notifications: live(notifications), people: live(people), letters: live(letters), log: quiet, batch: 3 },
      // Long after now, so that the service does not take it up.
      now: () => new Date('2100-01-01T01:00:00Z'),
    },
    told: heard,
    isDead: () => left < 0,
  };
}

it('killed between any two steps, it tells everybody, hides what is hidden, and does nothing twice', async () => {
  const anne = await guest('Anne Roche');
  const { id } = (await anne.post('La fontaine est à sec.')).body;
  const comment = await store.comments.byId(id);
  if (comment === null) throw new Error('a comment that was posted is not there');
  const { _id, siteId, threadId } = comment;
  const people = Array.from({ length: 3 }, (_, i) => `reader-${i}` as PersonId);
  for (const personId of people) {
    const of = { personId, siteId, createdAt: new Date(), mail: false };
    const thread = { kind: 'thread' as const, targetId: threadId, threadId };
    await store.subscriptions.put({ _id: `${personId}:thread:${threadId}`, ...thread, ...of });
    const author = { kind: 'author' as const, targetId: anne.personId, threadId: null };
    await store.subscriptions.put({ _id: `${personId}:author:${anne.personId}`, ...author, ...of });
  }
  const rows = async () =>
    (await Promise.all(people.map((one) => store.notifications.page(one, { place: null, limit: 5 })))).flat();
  let step = 0;
  for (let died = true; died; step += 1) {
    for (const personId of people) await store.notifications.removeOf(personId);
    const at = new Date(Date.parse('2100-01-01T00:00:00Z') + step);
    await store.fanOuts.put({ _id, siteId, threadId, at, after: null, leaseUntil: at });
    const first = mortal(step);
    await createFanOut(first.deps).sweep();
    died = first.isDead();
    const next = mortal(Infinity);
    await createFanOut({ ...next.deps, now: () => new Date('2100-01-01T02:00:00Z') }).sweep();
    expect([step, (await rows()).map(({ personId }) => personId)]).toEqual([step, people]);
    expect([...new Set([...first.told, ...next.told])].sort()).toEqual(people);
    expect(await store.fanOuts.claim(new Date('2200-01-01'), new Date('2200-01-02'))).toBeNull();
  }
  expect(step).toBeGreaterThan(30);
  expect((await rows()).map((row) => row.kind === 'comment' && row.reasons.join(' '))).toEqual(
    people.map(() => 'author thread'),
  );

  await anne.withdraw(id);
  await app.app.settled();
  expect(await rows()).toEqual([]);
});
