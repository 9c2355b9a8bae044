import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { path, routes } from '../../shared/routes.ts';
import type { HandshakeAuth } from '../../shared/realtime.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE } from '../support/client.ts';
import { listen, type Listener } from '../support/socket.ts';

let app: TestApp;
let moderator: Moderator;
const open: Listener[] = [];

beforeAll(async () => {
  app = await bootApp();
  moderator = await Moderator.redeem(app.url, 'Inès Vidal', (await app.app.setupCode()) ?? '');
});
afterAll(() => app.close());
afterEach(() => open.splice(0).forEach((listener) => listener.close()));

const newThread = (): string => `thread-${randomUUID()}`;
async function socket(auth: HandshakeAuth, thread?: string): Promise<Listener> {
  const listener = await listen(app.url, auth, thread);
  open.push(listener);
  return listener;
}
/** Nearly as long as a comment may be, and like no other. */
const longText = (n: number): string =>
  Array.from({ length: 700 }, (_, i) => `m${(i * 7919 + n).toString(36)}`).join(' ');
const consoleSocket = async (by: Moderator): Promise<Listener> => socket({ ticket: await by.ticket() });

describe('a thread', () => {
  it('brings a new comment to another reader, with count and sequence', async () => {
    const author = await Reader.guest(app.url, 'Violette', newThread());
    const other = await socket({ site: SITE }, author.thread);
    const { body } = await author.post('bonjour');
    const news = await other.hear('comment:published');
    expect(news).toMatchObject({
      seq: 1,
      count: 1,
      comment: { id: body.id, state: 'published', author: { name: 'Violette' } },
    });
    expect(await author.page()).toMatchObject({ body: { seq: 1 } });
  });

  it('numbers changes without gaps, in order, under many writers at once', async () => {
    const thread = newThread();
    const other = await socket({ site: SITE }, thread);
    const authors = await Promise.all(
      Array.from({ length: 5 }, (_, i) => Reader.guest(app.url, `Auteur ${i}`, thread)),
    );
    await Promise.all(
      authors.flatMap((author) => Array.from({ length: 8 }, (_, i) => author.post(`message ${i} de ${author.name}`))),
    );
    await other.hear('comment:published', (news) => news.seq === 40);
    const news = other.all('comment:published');
    expect(news.map((item) => item.seq)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    expect(new Set(news.map((item) => item.comment.id)).size).toBe(40);
    expect(news.at(-1)?.count).toBe(40);
    // Who was away reads them in the same order.
    const missed = (await authors[0]?.changes(0))?.body.comments ?? [];
    expect(missed.map(({ id }) => id)).toEqual(news.map(({ comment }) => comment.id));
  });

  it('is joined with the connection, which says where it is and what is unread, and misses nothing meanwhile', async () => {
    const author = await Reader.guest(app.url, 'Ulysse', newThread());
    const question = (await author.post('une question ?')).body;
    const others = await Promise.all(['Vera', 'Will'].map((name) => Reader.guest(app.url, name, author.thread)));
    await others[0]?.post('une réponse', { parentId: question.id });
    await app.app.settled();
    const [known, nobody] = [
      await socket({ site: SITE, token: author.token }, author.thread),
      await socket({ site: SITE }, author.thread),
    ];
    const pace = { everySeconds: null, premod: false, closed: false };
    const { threadId } = (await author.page()).body;
    const here = { thread: author.thread, threadId, seq: 2, pace };
    expect([known.joined, nobody.joined]).toEqual([
      { threads: [here], unread: 1 },
      { threads: [here], unread: null },
    ]);
    const arriving = [];
    for (let n = 0; n < 8; n += 1) {
      // One that comes for the first time, and one that comes back.
      arriving.push(socket({ site: SITE, token: author.token }, author.thread));
      arriving.push(socket({ site: SITE, since: [2] }, author.thread));
      await others[n % 2]?.post(`pendant ${n}`);
    }
    await app.app.settled();
    const all = (await author.changes(2)).body.comments.map(({ id }) => id);
    expect(all).toHaveLength(8);
    for (const one of await Promise.all(arriving)) {
      const [at] = one.joined?.threads ?? [];
      const since = at?.seq ?? 0;
      // Let in late, it may have been told of all by then.
      if (since < 10) await one.hear('comment:published', ({ seq }) => seq === 10);
      const news = one.all('comment:published').filter(({ seq }) => seq > since);
      expect(news.map(({ seq }) => seq)).toEqual(Array.from({ length: 10 - since }, (_, i) => since + i + 1));
      const missed = at?.comments ?? [];
      const heard = [...missed, ...news.map(({ comment }) => comment)].map(({ id }) => id);
      expect(heard).toEqual(one.joined?.unread === null ? all : all.slice(since - 2));
    }
  });

  it('tells who was away what changed since, and to start anew after too long', async () => {
    const author = await Reader.guest(app.url, 'William', newThread());
    const first = (await author.post('avant')).body;
    const { seq } = (await author.page()).body;
    await app.app.settled();
    const second = (await author.post('pendant')).body;
    await app.app.settled();
    const { body } = await author.changes(Math.max(1, seq));
    expect(body).toMatchObject({ seq: 2, reset: false, count: 2 });
    expect(body.comments.map((comment) => comment.id)).toEqual([second.id]);
    expect(body.comments.map((comment) => comment.id)).not.toContain(first.id);
    expect((await author.changes(2)).body.comments).toEqual([]);
    expect((await author.changes(99)).body.reset).toBe(true);
    // The same with the connection, to who says how far they know each thread.
    const elsewhere = newThread();
    const threads = [author.thread, elsewhere, author.thread, author.thread];
    const back = await socket({ site: SITE, threads, since: [1, null, 99] });
    const where = { threadId: body.threadId, seq: 2, pace: body.pace };
    expect(back.joined?.threads).toEqual([
      { thread: author.thread, ...body },
      expect.objectContaining({ thread: elsewhere, seq: 0 }),
      { thread: author.thread, ...where },
      { thread: author.thread, ...where },
    ]);
    // What changed is not told from before, and what is long is asked for.
    await author.react('like');
    await back.hear('reaction:changed');
    const [liked] = (await socket({ site: SITE, since: [1] }, author.thread)).joined?.threads ?? [];
    expect(liked).toEqual({ thread: author.thread, ...body, reactions: { like: 1 } });
    for (let n = 0; n < 4; n += 1) await author.post(longText(n));
    await app.app.settled();
    const far = await socket({ site: SITE, since: [2] }, author.thread);
    expect(far.joined?.threads).toEqual([{ thread: author.thread, ...where, seq: 6 }]);
  });

  it('never tells anyone of a held comment, until it is approved', async () => {
    const author = await Reader.guest(app.url, 'Xavier', newThread());
    const other = await socket({ site: SITE }, author.thread);
    const own = await socket({ site: SITE, token: author.token }, author.thread);
    const { body } = await author.post('quel connard');
    const after = (await author.post('un mot poli')).body;
    await other.hear('comment:published', (news) => news.comment.id === after.id);
    expect(other.heard).toHaveLength(1);
    await moderator.decide(body.id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    expect(await other.hear('comment:published', (news) => news.comment.id === body.id)).toMatchObject({
      seq: 2,
      count: 2,
    });
    expect(await own.hear('comment:decided')).toMatchObject({ comment: { id: body.id, state: 'published' } });
    expect(other.all('comment:decided')).toEqual([]);
  });

  it('tells the author of a refusal, with its reason and the moderator’s note, and nobody else', async () => {
    const author = await Reader.guest(app.url, 'Yann', newThread());
    const other = await socket({ site: SITE }, author.thread);
    const own = await socket({ site: SITE, token: author.token }, author.thread);
    const { body } = await author.post('quel connard');
    const note = 'Restons courtois.';
    await moderator.decide(body.id, { action: 'refuse', codes: ['abuse'], note, expectedV: 1, expectedRev: 1 });
    expect(await own.hear('comment:decided')).toMatchObject({
      comment: { id: body.id, state: 'refused', reasons: ['abuse'], note },
    });
    await author.react('like');
    await other.hear('reaction:changed');
    expect(other.heard.map((item) => item.name)).toEqual(['reaction:changed']);
  });

  it('takes a comment away from every reader the moment it is refused', async () => {
    const author = await Reader.guest(app.url, 'Zoé', newThread());
    const other = await socket({ site: SITE }, author.thread);
    const { body } = await author.post('quelque chose');
    await other.hear('comment:published');
    await moderator.decide(body.id, { action: 'refuse', codes: ['off-topic'], expectedV: 1, expectedRev: 1 });
    const news = await other.hear('comment:removed');
    expect(news).toMatchObject({
      seq: 2,
      count: 0,
      comment: { id: body.id, v: 2, state: 'removed', author: null, body: [] },
    });
  });
});

describe('the bell', () => {
  it('counts a reply once, in every tab, and when one was away', async () => {
    const thread = newThread();
    const a = await Reader.guest(app.url, 'Alice', thread);
    const b = await Reader.guest(app.url, 'Basile', thread);
    const question = (await a.post('une question ?')).body;
    const tabs = [
      await socket({ site: SITE, token: a.token }, thread),
      await socket({ site: SITE, token: a.token }, thread),
    ];
    const reply = (await b.post('une réponse', { parentId: question.id })).body;
    for (const tab of tabs) {
      expect(await tab.hear('notification:created')).toMatchObject({
        unread: 1,
        item: { commentId: reply.id, parentId: question.id, actorName: 'Basile', excerpt: 'une réponse' },
      });
    }
    tabs.forEach((tab) => tab.close());
    await b.post('encore une', { parentId: question.id });
    await app.app.settled();
    const { body: inbox } = await a.inbox();
    expect([inbox.unread, inbox.items.map((item) => item.kind === 'comment' && item.excerpt)]).toEqual([
      2,
      ['encore une', 'une réponse'],
    ]);
    const back = await socket({ site: SITE });
    expect(await back.socket.emitWithAck('person:join', { token: a.token })).toEqual({ ok: true, unread: 2 });
  });

  it('is marked read in every tab by opening the reply', async () => {
    const thread = newThread();
    const a = await Reader.guest(app.url, 'Camille', thread);
    const b = await Reader.guest(app.url, 'Didier', thread);
    const question = (await a.post('une question ?')).body;
    const tab = await socket({ site: SITE, token: a.token }, thread);
    const reply = (await b.post('une réponse', { parentId: question.id })).body;
    const { item } = await tab.hear('notification:created');
    expect((await a.markRead({ commentId: reply.id })).body).toEqual({ unread: 0 });
    expect(await tab.hear('notification:read')).toEqual({ ids: [item.id], unread: 0 });
    expect((await a.markRead({ commentId: reply.id })).body).toEqual({ unread: 0 });
    const { body: inbox } = await a.inbox();
    expect([inbox.unread, inbox.items.map((read) => typeof read.readAt)]).toEqual([0, ['string']]);
    expect((await b.markRead({ ids: [item.id] })).body).toEqual({ unread: 0 });
  });

  it('rings for a held reply only when it is published, and not for one’s own', async () => {
    const thread = newThread();
    const a = await Reader.guest(app.url, 'Estelle', thread);
    const b = await Reader.guest(app.url, 'Firmin', thread);
    const question = (await a.post('une question ?')).body;
    const tab = await socket({ site: SITE, token: a.token }, thread);
    await a.post('je précise', { parentId: question.id });
    const held = (await b.post('connard', { parentId: question.id })).body;
    await app.app.settled();
    expect((await a.inbox()).body).toEqual({ unread: 0, items: [], next: null });
    expect(tab.all('notification:created')).toEqual([]);
    await moderator.decide(held.id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    expect(await tab.hear('notification:created')).toMatchObject({ unread: 1, item: { commentId: held.id } });
    expect(tab.all('notification:created')).toHaveLength(1);
  });

  it('forgets a reply that was removed', async () => {
    const thread = newThread();
    const a = await Reader.guest(app.url, 'Gaston', thread);
    const b = await Reader.guest(app.url, 'Hélène', thread);
    const question = (await a.post('une question ?')).body;
    const tab = await socket({ site: SITE, token: a.token }, thread);
    const reply = (await b.post('à retirer', { parentId: question.id })).body;
    await tab.hear('notification:created');
    await moderator.decide(reply.id, { action: 'refuse', codes: ['other'], expectedV: 1, expectedRev: 1 });
    expect(await tab.hear('notification:read')).toEqual({ ids: [], unread: 0 });
    expect((await a.inbox()).body).toEqual({ unread: 0, items: [], next: null });
  });
});

describe('the console', () => {
  it('hears of a held comment the moment it is posted, and of its decision', async () => {
    const author = await Reader.guest(app.url, 'Irène', newThread());
    const desk = await consoleSocket(moderator);
    const { body } = await author.post('quel connard');
    const opened = await desk.hear('review:opened');
    expect(opened.card).toMatchObject({ id: body.id, text: 'quel connard', verdict: { level: 'hold' } });
    const waiting = (await moderator.queue()).body.count;
    await desk.hear('review:figures', ({ total }) => total === waiting);
    await moderator.decide(body.id, { action: 'approve', expectedV: 1, expectedRev: 1 });
    const closed = await desk.hear('review:closed');
    expect(closed).toMatchObject({
      card: { id: body.id, outcome: { kind: 'approved', by: { name: 'Inès Vidal' } } },
    });
    await desk.hear('review:figures', ({ total }) => total === waiting - 1);
  });

  it('is cut off when its session ends', async () => {
    const other = await moderator.invite('Jérôme Petit');
    const desk = await consoleSocket(other);
    const gone = new Promise((resolve) => desk.socket.once('disconnect', resolve));
    await other.ask('DELETE', path(routes.session, {}));
    await gone;
  });
});

describe('who may connect', () => {
  const refusal = async (auth: HandshakeAuth): Promise<string> => {
    try {
      (await listen(app.url, auth)).close();
      return 'connected';
    } catch (error) {
      return (error as { data?: { code?: string } }).data?.code ?? String(error);
    }
  };

  it('needs a site, and a good token where one is shown', async () => {
    expect(await refusal({})).toBe('unknown-site');
    expect(await refusal({ site: 'nowhere' })).toBe('unknown-site');
    expect(await refusal({ site: SITE, token: 'forged' })).toBe('token-invalid');
    expect(await refusal({ site: { $ne: null } as never })).toBe('validation-failed');
    expect(await refusal({ site: SITE })).toBe('connected');
  });

  it('uses a ticket once', async () => {
    const ticket = await moderator.ticket();
    expect(await refusal({ ticket })).toBe('connected');
    expect(await refusal({ ticket })).toBe('token-invalid');
    expect(await refusal({ ticket: 'forged' })).toBe('token-invalid');
  });

  it('answers nonsense with a problem and goes on', async () => {
    const reader = await socket({ site: SITE });
    for (const where of [null, 5, { thread: { $ne: null } }, { thread: '' }, {}]) {
      expect(await reader.socket.emitWithAck('thread:join', where as never)).toMatchObject({
        ok: false,
        problem: { code: 'validation-failed' },
      });
    }
    expect(await reader.socket.emitWithAck('thread:join', { thread: 'a' })).toMatchObject({ ok: true });
    expect(await reader.socket.emitWithAck('thread:leave', { thread: 'a' })).toEqual({ ok: true });
  });

  it('does not let a reader hear the moderators’ room', async () => {
    const author = await Reader.guest(app.url, 'Kévin', newThread());
    const reader = await socket({ site: SITE, token: author.token }, author.thread);
    const desk = await consoleSocket(moderator);
    const other = await Reader.guest(app.url, 'Louise', author.thread);
    await other.post('quel connard');
    await desk.hear('review:opened');
    expect(reader.heard).toEqual([]);
  });
});
