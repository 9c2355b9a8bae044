import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreadMine } from '../../shared/comment.ts';
import type { PersonId, SiteId } from '../../shared/ids.ts';
import { SUBSCRIPTIONS_MAX, SUBSCRIPTIONS_SIZE } from '../../shared/limits.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import type { Mutes, Subscriptions, SubscriptionView } from '../../shared/subscription.ts';
import { openStore, type Store } from '../../services/storage/store.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';

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
    await Promise.all(docs.map((doc) => store.subscriptions.put(doc)));
    const { status, body } = await subscribe(ben, { kind: 'answers' });
    expect([status, body.code]).toEqual([409, 'list-full']);
    let seen = 0;
    let cursor: string | undefined;
    do {
      const page = await listed(ben, { cursor });
      seen += page.items.length;
      expect(page.items.length).toBeLessThanOrEqual(SUBSCRIPTIONS_SIZE);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toBe(SUBSCRIPTIONS_MAX);
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
