import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Discussion, DiscussionActs } from '../../shared/discussion.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import { path, routes } from '../../shared/routes.ts';
import { openStore } from '../../services/storage/store.ts';
import { threadIdOf } from '../../services/storage/threads.ts';
import type { SiteId } from '../../shared/ids.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { Moderator, Reader, SITE, type Reply } from '../support/client.ts';
import { SHORT_COMMENTS } from '../support/short-comments.ts';
import { listen } from '../support/socket.ts';
import { until } from '../support/until.ts';

let app: TestApp;
let owner: Moderator;
let ines: Moderator;

beforeAll(async () => {
  app = await bootApp();
  owner = await Moderator.redeem(app.url, 'Odile Perrin', (await app.app.setupCode()) ?? '');
  ines = await owner.invite('Inès Vidal');
});
afterAll(() => app.close());

const guest = (thread = `thread-${randomUUID()}`) => Reader.guest(app.url, 'Tristan', thread);
const close = (by: Moderator, thread: string, closed = true): Promise<Reply<Discussion & ProblemDocument>> =>
  by.ask('PUT', path(routes.discussionClosed, { siteId: SITE }), { body: { thread, closed } });
const read = async (thread: string): Promise<Discussion> =>
  (await ines.ask<Discussion>('GET', path(routes.discussion, { siteId: SITE }, { thread }))).body;
const actsOf = async (query: Record<string, string> = {}): Promise<DiscussionActs> =>
  (await ines.ask<DiscussionActs>('GET', path(routes.auditDiscussions, {}, query))).body;

describe('a closed discussion', () => {
  it('takes no new comments, replies or edits, and says so; reopened, it takes them again', async () => {
    const author = await guest();
    const { id } = (await author.post('Une place sans arbres est une place sans ombre.')).body;
    const closed = (await close(ines, author.thread)).body;
    expect(closed).toMatchObject({ key: author.thread, count: 1, waiting: 0, closed: { by: { name: 'Inès Vidal' } } });
    for (const answer of [
      await author.post('Et la fontaine, personne n’en parle ?'),
      await author.post('Et la fontaine, personne n’en parle ?', { parentId: id }),
      await (await guest(author.thread)).post('Et la fontaine, personne n’en parle ?'),
      await author.edit(id, 'Une place sans bancs est une place sans repos.'),
    ]) {
      const { code, detail } = answer.body as unknown as ProblemDocument;
      expect([answer.status, code]).toEqual([409, 'thread-closed']);
      expect(detail).toMatch(/closed/);
    }
    expect((await close(owner, author.thread, false)).body.closed).toBeNull();
    expect((await author.post('Et la fontaine, personne n’en parle ?')).status).toBe(201);
    expect((await author.edit(id, 'Une place sans bancs est une place sans repos.')).status).toBe(200);
  });

  it('is read, reacted to, reported, withdrawn from and moderated as before', async () => {
    const author = await guest();
    const { id } = (await author.post('Le marché du samedi me manque beaucoup.')).body;
    const held = (await author.post('quel connard ce maire')).body.id;
    await close(ines, author.thread);
    expect((await author.page()).body).toMatchObject({ count: 1, pace: { closed: true } });
    expect((await author.react('like')).body.reactions.like).toBe(1);
    expect((await (await guest(author.thread)).report(id)).status).toBe(204);
    expect((await ines.decideNow(held, { action: 'approve' })).status).toBe(200);
    expect((await author.page()).body.count).toBe(2);
    expect((await author.withdraw(id)).status).toBe(204);
    await ines.decideNow(held, { action: 'refuse', codes: ['abuse'] });
    expect((await author.appeal(held, 'Ce n’était pas une insulte.')).status).toBe(200);
    expect((await read(author.thread)).waiting).toBe(1);
  });

  it('may be one in which nobody has written', async () => {
    const thread = `thread-${randomUUID()}`;
    expect(await read(thread)).toMatchObject({ count: 0, closed: null, title: null });
    expect((await close(ines, thread)).status).toBe(200);
    const author = await guest(thread);
    expect((await author.page()).body.pace.closed).toBe(true);
    expect((await author.post('Mes condoléances à toute la famille.')).status).toBe(409);
    const nowhere = path(routes.discussionClosed, { siteId: 'nowhere' });
    const refused = await ines.ask<ProblemDocument>('PUT', nowhere, { body: { thread, closed: true } });
    expect([refused.status, refused.body.code]).toEqual([404, 'unknown-site']);
  });

  it('is told to open pages at once, to those that come later, and to those that were away', async () => {
    const author = await guest();
    await author.post('La piscine rouvre enfin après les travaux.');
    const page = await listen(app.url, { site: SITE }, author.thread);
    await close(ines, author.thread);
    expect(await page.hear('thread:paced', ({ pace }) => pace.closed)).toMatchObject({ pace: { everySeconds: null } });
    const later = await page.socket.emitWithAck('thread:join', { thread: author.thread });
    expect(later).toMatchObject({ ok: true, pace: { closed: true } });
    expect((await author.changes(0)).body.pace.closed).toBe(true);
    await close(ines, author.thread, false);
    await page.hear('thread:paced', ({ pace }) => !pace.closed);
    expect((await author.changes(0)).body.pace.closed).toBe(false);
    page.close();
  });

  it('leaves no comment in between: who is on the way is in or is told, and who comes after is told', async () => {
    const author = await guest();
    const readers = await Promise.all(Array.from({ length: 8 }, () => guest(author.thread)));
    const texts = SHORT_COMMENTS.en.values();
    const posts = readers.map((reader) => reader.post(texts.next().value ?? ''));
    const [, ...answers] = await Promise.all([close(ines, author.thread), ...posts]);
    const after = await readers[0]?.post('Et la fontaine, personne n’en parle ?');
    expect(after?.status).toBe(409);
    const stored = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    expect(answers.filter(({ status }) => status !== 201).map(({ status }) => status)).toEqual(
      Array.from({ length: readers.length - stored.length }, () => 409),
    );
    await app.app.settled();
    const { items } = (await author.page()).body;
    expect(items.map(({ root }) => root.id).sort()).toEqual(stored.sort());
  });

  it('is on record with who closed and reopened it; of two at once the first has, and a crash in between loses nothing', async () => {
    const { thread } = await guest();
    const [first, second] = await Promise.all([close(ines, thread), close(owner, thread)]);
    expect(first.body.closed).toEqual(second.body.closed);
    await close(owner, thread, false);
    const { items } = await actsOf({ actor: first.body.closed?.by.id ?? '' });
    expect(items.find((item) => item.thread.key === thread && item.act === 'closed')).toMatchObject({
      act: 'closed',
      by: first.body.closed?.by,
      site: { id: SITE },
    });
    expect((await actsOf()).items[0]).toMatchObject({
      act: 'reopened',
      by: { name: 'Odile Perrin' },
      thread: { key: thread },
    });
    // What a service that was killed right after its write leaves.
    const store = await openStore(app.storeUri);
    const threadId = threadIdOf(SITE as SiteId, thread);
    const by = { id: ines.view.id, name: ines.name };
    const at = new Date(Date.now() - 10_000);
    await store.threads.setClosed({
      _id: 'left-over',
      siteId: SITE as SiteId,
      threadId,
      seq: 3,
      act: 'closed',
      at,
      by,
    });
    await store.close();
    await until(async () => (await actsOf()).items.some(({ id }) => id === 'left-over'), 'the act that was left over');
  });
});

describe('a discussion that has gone on for as long as its site wants', () => {
  it('closes by itself, live and on record, and stays open once a moderator has reopened it', async () => {
    let ahead = 0;
    const now = (): Date => new Date(Date.now() + ahead);
    const aging = await bootApp({}, { now, site: { closeAfterDays: 30 } });
    try {
      const author = await Reader.guest(aging.url, 'Tristan', 'halle');
      expect((await author.post('La halle sera-t-elle finie avant l’hiver ?')).status).toBe(201);
      const onlooker = await listen(aging.url, { site: 'demo', token: author.token }, 'halle');
      ahead = 31 * 24 * 3_600_000;
      const odile = await Moderator.redeem(aging.url, 'Odile Perrin', (await aging.app.setupCode()) ?? '');
      const young = await Reader.guest(aging.url, 'Tristan', 'marché');
      expect((await young.post('Le marché du samedi me manque beaucoup.')).status).toBe(201);
      expect((await onlooker.hear('thread:paced')).pace.closed).toBe(true);
      onlooker.close();
      const late = await Reader.guest(aging.url, 'Anne Roche', 'halle');
      expect((await late.post('Et la fontaine, personne n’en parle ?')).status).toBe(409);
      expect((await young.post('Et la fontaine, personne n’en parle ?')).status).toBe(201);
      const { items } = (await odile.ask<DiscussionActs>('GET', path(routes.auditDiscussions, {}))).body;
      expect(items).toMatchObject([{ act: 'closed', by: { id: 'policy', name: 'Tribune' }, thread: { key: 'halle' } }]);
      await odile.ask('PUT', path(routes.discussionClosed, { siteId: SITE }), {
        body: { thread: 'halle', closed: false },
      });
      // What began as long ago is closed in the same round, so by then the one that was reopened has been passed over.
      const other = await Reader.guest(aging.url, 'Tristan', 'gare');
      await other.post('Le train de sept heures est encore supprimé.');
      ahead = 62 * 24 * 3_600_000;
      await until(async () => (await other.page()).body.pace.closed, 'the other one is closed');
      expect((await late.page()).body.pace.closed).toBe(false);
    } finally {
      await aging.close();
    }
  });
});
