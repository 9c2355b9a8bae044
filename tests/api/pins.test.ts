import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import type { AuditPage } from '../../shared/audit.ts';
import type { Featured } from '../../shared/comment.ts';
import { FEATURED_MAX, PINS_MAX } from '../../shared/limits.ts';
import type { ProblemDocument } from '../../shared/problem.ts';
import type { Decided } from '../../shared/review.ts';
import { path, routes } from '../../shared/routes.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import { bootApp, type TestApp } from '../support/app.ts';
import { flatten, Moderator, Reader, request, SITE, type Reply } from '../support/client.ts';
import { SHORT_COMMENTS } from '../support/short-comments.ts';
import { flawsInAudit } from '../support/trails.ts';

let app: TestApp;
let owner: Moderator;
let ines: Moderator;
let noe: Moderator;

beforeAll(async () => {
  app = await bootApp();
  owner = await Moderator.redeem(app.url, 'Odile Perrin', (await app.app.setupCode()) ?? '');
  ines = await owner.invite('Inès Vidal');
  noe = await owner.invite('Noé Garnier');
});
afterAll(async () => {
  await app.app.settled();
  expect(await flawsInAudit(app.storeUri)).toEqual([]);
  await app.close();
});

type Answer = Promise<Reply<Decided & ProblemDocument>>;
const pin = (by: Moderator, commentId: string, expectedRev = 1): Answer =>
  by.ask('PUT', path(routes.pin, { commentId }), { body: { expectedRev } });
const unpin = (by: Moderator, commentId: string): Answer => by.ask('DELETE', path(routes.pin, { commentId }));
const feature = (by: Moderator, commentId: string, expectedRev = 1): Answer =>
  by.ask('PUT', path(routes.feature, { commentId }), { body: { expectedRev } });
const unfeature = (by: Moderator, commentId: string): Answer => by.ask('DELETE', path(routes.feature, { commentId }));

/** Each is said once: what is said again would be held. */
const texts = [...SHORT_COMMENTS.en, ...SHORT_COMMENTS.pt, ...SHORT_COMMENTS.it].values();

/** A discussion of so many comments, oldest first. */
async function discussion(count: number) {
  const author = await Reader.guest(app.url, 'Tristan', `thread-${randomUUID()}`);
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) ids.push((await author.post(texts.next().value ?? '')).body.id);
  return { author, ids };
}

/** Ids of the top-level comments of a whole thread, page by page. */
async function rootsOf(reader: Reader, query: { sort?: string; limit?: number } = {}): Promise<string[][]> {
  await app.app.settled();
  const pages: string[][] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = (await reader.page({ ...query, ...(cursor === undefined ? {} : { cursor }) })).body;
    pages.push(items.map(({ root }) => root.id));
    if (next === null) return pages;
    cursor = next;
  }
}

async function typesOf(commentId: string): Promise<string[]> {
  await app.app.settled();
  const { items } = (await owner.ask<AuditPage>('GET', path(routes.audit, {}, { comment: commentId }))).body;
  return items.map(({ type }) => type).reverse();
}

describe('a pinned comment', () => {
  it('stands first in every order, is on no other page, and the others keep their places', async () => {
    const { author, ids } = await discussion(5);
    const [a = '', b = '', c = '', d = '', e = ''] = ids;
    expect((await pin(ines, b)).body.card.pinnedAt).not.toBeNull();
    expect((await pin(ines, a)).status).toBe(200);
    expect(await rootsOf(author, { limit: 2 })).toEqual([[b, a, e, d], [c]]);
    expect(await rootsOf(author, { limit: 2, sort: 'oldest' })).toEqual([[b, a, c, d], [e]]);
    const { body } = await author.page();
    expect(body.count).toBe(5);
    expect(flatten(body).map(({ pinnedAt }) => pinnedAt !== null)).toEqual([true, true, false, false, false]);
    await unpin(noe, b);
    expect(await rootsOf(author)).toEqual([[a, e, d, c, b]]);
  });

  it('brings its replies along, and is a change that open pages hear of', async () => {
    const { author, ids } = await discussion(2);
    const [first = ''] = ids;
    const reply = (await author.post('Merci, c’est bien ce que je me demandais aussi.', { parentId: first })).body.id;
    await app.app.settled();
    const { seq } = (await author.page()).body;
    await pin(ines, first);
    await app.app.settled();
    const changes = (await author.changes(seq)).body;
    expect(changes).toMatchObject({ seq: seq + 1, comments: [{ id: first, v: 2 }] });
    expect(changes.comments[0]?.pinnedAt).not.toBeNull();
    expect(flatten((await author.page()).body).map(({ id }) => id)).toEqual([first, reply, ids[1]]);
  });

  it('is a top-level one in sight, as its moderator has read it', async () => {
    const { author, ids } = await discussion(1);
    const [root = ''] = ids;
    const reply = (await author.post('Une réponse à ce propos.', { parentId: root })).body.id;
    expect((await pin(ines, reply)).body.code).toBe('invalid-transition');
    const held = (await author.post('quel connard ce maire')).body.id;
    expect((await pin(ines, held)).body.code).toBe('invalid-transition');
    const old = await pin(ines, root, 2);
    expect([old.status, old.body.code, old.body.card.id]).toEqual([409, 'content-changed', root]);
    expect((await pin(ines, 'nowhere')).status).toBe(404);
    expect(await typesOf(root)).toEqual(['auto_published']);
  });

  it('is pinned once however often that is asked at once, and both acts are in the audit with who did them', async () => {
    const { ids } = await discussion(1);
    const [id = ''] = ids;
    const answers = await Promise.all([ines, noe, ines, noe].map((by) => pin(by, id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await Promise.all([unpin(ines, id), unpin(noe, id)]);
    expect((await unpin(ines, id)).status).toBe(200);
    expect(await typesOf(id)).toEqual(['auto_published', 'pinned', 'unpinned']);
    const { items } = (await owner.ask<AuditPage>('GET', path(routes.audit, {}, { comment: id, type: 'pinned' }))).body;
    expect(items).toMatchObject([{ before: { vis: 'visible' }, after: { vis: 'visible', pinned: true } }]);
    expect(items[0]?.before?.pinned).toBeUndefined();
    expect(['Inès Vidal', 'Noé Garnier']).toContain(items[0]?.actor.name);
  });

  it('is one of three at most, also when two moderators pin the last at once', async () => {
    const { author, ids } = await discussion(6);
    await pin(ines, ids[0] ?? '');
    const answers = await Promise.all(ids.slice(1).map((id, i) => pin(i % 2 === 0 ? ines : noe, id)));
    const full = answers.filter(({ status }) => status !== 200);
    expect(full.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'pins-full'],
      [409, 'pins-full'],
      [409, 'pins-full'],
    ]);
    expect(full[0]?.body.detail).not.toBe('');
    const pinned = flatten((await author.page()).body).filter(({ pinnedAt }) => pinnedAt !== null);
    expect(pinned).toHaveLength(PINS_MAX);
    await unpin(ines, pinned[0]?.id ?? '');
    expect((await pin(noe, full[0]?.body.card.id ?? '')).status).toBe(200);
  });
});

/** Ids of the editor's picks as readers get them, after what the thread's page says they are. */
async function picksOf(reader: Reader): Promise<string[]> {
  await app.app.settled();
  const query = { thread: reader.thread };
  const { body } = await request<Featured>(app.url + path(routes.featured, { siteId: SITE }, query), 'GET');
  const picks = body.items.map(({ id }) => id);
  expect(body.items.every(({ featuredAt }) => featuredAt !== undefined)).toBe(true);
  expect([...(await reader.page()).body.featured].sort()).toEqual([...picks].sort());
  return picks;
}

describe('a featured comment', () => {
  it('keeps its place, is an editor’s pick at any depth, and open pages hear of both ends', async () => {
    const { author, ids } = await discussion(2);
    const [first = '', second = ''] = ids;
    const reply = (await author.post('Et le marché du samedi y gagnerait aussi.', { parentId: first })).body.id;
    expect(await picksOf(author)).toEqual([]);
    const { seq } = (await author.page()).body;
    expect((await feature(ines, reply)).body.card.featuredAt).not.toBeNull();
    await pin(ines, first);
    await feature(noe, first);
    expect(await picksOf(author)).toEqual([first, reply]);
    expect(await rootsOf(author)).toEqual([[first, second]]);
    const changes = (await author.changes(seq)).body;
    expect(changes.comments.map(({ id, featuredAt }) => [id, featuredAt !== undefined]).sort()).toEqual(
      [
        [first, true],
        [reply, true],
      ].sort(),
    );
    await unfeature(noe, first);
    expect(await picksOf(author)).toEqual([reply]);
    expect((await author.changes(changes.seq)).body.comments).toMatchObject([{ id: first }]);
    expect((await owner.card(first)).pinnedAt).not.toBeNull();
    expect(await typesOf(first)).toEqual(['auto_published', 'pinned', 'featured', 'unfeatured']);
  });

  it('is one no more when it leaves sight or its text changes, and is again with the undo of that', async () => {
    const { author, ids } = await discussion(2);
    const [first = '', second = ''] = ids;
    expect((await feature(ines, first, 2)).body.code).toBe('content-changed');
    await feature(ines, first);
    await feature(ines, second);
    await ines.decideNow(first, { action: 'refuse', codes: ['abuse'] });
    expect((await feature(ines, first)).body.code).toBe('invalid-transition');
    expect(await picksOf(author)).toEqual([second]);
    await ines.undo(first);
    expect(await picksOf(author)).toEqual([second, first]);
    expect((await author.edit(first, 'Tout autre chose que ce qui fut choisi.')).body.featuredAt).toBeUndefined();
    expect((await ines.undo(second)).body.card.featuredAt).toBeNull();
    expect(await picksOf(author)).toEqual([]);
  });

  it('is one of fifty at most', async () => {
    const { ids } = await discussion(1);
    const [id = ''] = ids;
    await app.app.settled();
    const connection = await mongoose.createConnection(app.storeUri).asPromise();
    const comments = connection.collection<Pick<CommentDoc, 'mod' | 'idem'> & { _id: string }>('comments');
    const doc = await comments.findOne({ _id: id });
    if (doc === null) throw new Error('not stored');
    const others = Array.from({ length: FEATURED_MAX }, (_, i) => `${id}-${i + 1}`);
    await comments.insertMany(
      others.map((_id, i) => ({
        ...doc,
        _id,
        idem: _id,
        mod: { ...doc.mod, feature: { at: new Date(), slot: i + 1 } },
      })),
    );
    expect((await feature(ines, id)).body.code).toBe('featured-full');
    await comments.deleteOne({ _id: others[20] ?? '' });
    expect((await feature(ines, id)).status).toBe(200);
    await comments.deleteMany({ _id: { $in: others } });
    await connection.close();
  });
});

describe('a pin ends', () => {
  it('when the comment leaves sight, and comes back with the undo of that', async () => {
    const { author, ids } = await discussion(2);
    const [first = '', second = ''] = ids;
    await pin(ines, first);
    await ines.decideNow(first, { action: 'refuse', codes: ['abuse'] });
    expect(await rootsOf(author)).toEqual([[second]]);
    await ines.undo(first);
    expect(await rootsOf(author)).toEqual([[first, second]]);
    await ines.decideNow(first, { action: 'refuse', codes: ['abuse'] });
    // A new decision is none about what it was before.
    await noe.decideNow(first, { action: 'approve' });
    expect(await rootsOf(author)).toEqual([[second, first]]);
    expect(await typesOf(first)).toEqual(['auto_published', 'pinned', 'rejected', 'undone', 'rejected', 'approved']);
  });

  it('for good where others took its place meanwhile', async () => {
    const { author, ids } = await discussion(4);
    const [first = '', ...others] = ids;
    await pin(ines, first);
    await ines.decideNow(first, { action: 'refuse', codes: ['abuse'] });
    for (const id of others) expect((await pin(noe, id)).status).toBe(200);
    expect((await ines.undo(first)).body.card).toMatchObject({ vis: 'visible', pinnedAt: null });
    expect(await rootsOf(author)).toEqual([[...others, first]]);
  });

  it('when its author changes the text or takes the comment back', async () => {
    const { author, ids } = await discussion(2);
    const [first = '', second = ''] = ids;
    await pin(ines, first);
    expect((await author.edit(first, 'Tout autre chose que ce qui fut épinglé.')).body.pinnedAt).toBeNull();
    expect((await pin(ines, first)).body.code).toBe('content-changed');
    await pin(ines, second);
    await author.withdraw(second);
    expect(await rootsOf(author)).toEqual([[first]]);
  });

  it('not with a report or an approval, and can be taken back as any act', async () => {
    const { author, ids } = await discussion(2);
    const [first = '', second = ''] = ids;
    const pinned = (await pin(ines, first)).body.card;
    await (await Reader.guest(app.url, 'Zoé', author.thread)).report(first);
    await ines.decideNow(first, { action: 'approve' });
    expect((await owner.card(first)).pinnedAt).toBe(pinned.pinnedAt);
    await ines.undo(first);
    expect(await rootsOf(author)).toEqual([[first, second]]);
    await pin(ines, second);
    expect((await ines.undo(second)).body.card.pinnedAt).toBeNull();
    expect(await typesOf(second)).toEqual(['auto_published', 'pinned', 'undone']);
  });

  it('without ending what a colleague is at', async () => {
    const { ids } = await discussion(1);
    const [id = ''] = ids;
    const guests = await Promise.all([1, 2, 3].map(() => Reader.guest(app.url, 'Zoé', 'x')));
    for (const guest of guests) await guest.report(id);
    await noe.ask('POST', path(routes.reviewClaim, { commentId: id }), { body: { desk: 'desk' } });
    const { card } = (await pin(ines, id)).body;
    expect(card).toMatchObject({ queue: 'reported', claim: { by: { name: 'Noé Garnier' } } });
  });
});
