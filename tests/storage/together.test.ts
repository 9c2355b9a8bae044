import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';
import { keepListed } from '../../services/comments/listing.ts';
import type { Change } from '../../services/storage/comment-change.ts';
import type { CommentDoc } from '../../services/storage/comment-schema.ts';
import type { CommentNoticeDoc } from '../../services/storage/notifications.ts';
import { store, storeUri } from '../support/bare-store.ts';
import { commentDoc } from '../support/review-storm.ts';

const AT = new Date('2026-05-04T10:00:00Z');
const SITE = 'storm' as SiteId;
let number = 0;

/** A comment of its own, held. */
async function held(over: Partial<CommentDoc> = {}): Promise<CommentDoc> {
  number += 3;
  const doc = { ...commentDoc(number, AT), ...over };
  await store.comments.insert(doc);
  return doc;
}

/** Approves a comment as it is known; `idem` is the key of the act. */
function approving(doc: CommentDoc, { eventId, idem }: { eventId: string; idem?: string }) {
  const by = { id: 'm1', name: 'Inès' };
  const after = { vis: 'visible', review: 'closed', queue: null } as const;
  const change: Change = {
    left: { vis: 'visible', review: 'closed', last: { eventId, at: AT, by, ...(idem === undefined ? {} : { idem }) } },
    event: {
      ...{
        id: eventId,
        seq: doc.mod.v + 1,
        type: 'approved',
        at: AT,
        actor: { kind: 'user', ...by },
        before: null,
        after,
      },
      ...{ rev: 1, textHash: doc.textHash, codes: [], note: null, remark: null, rules: [] },
    },
  };
  return { id: doc._id, guard: { v: doc.mod.v, rev: doc.rev, wiped: false }, change };
}

const rest = ({ guard, change }: ReturnType<typeof approving>) => [guard, change] as const;

test('many are changed with one write, each for itself: what has changed since, or is refused, is left as it is', async () => {
  const [plain, behind, first, second] = [await held(), await held(), await held(), await held()];
  const gone = { ...plain, _id: 'gone' as CommentId };
  expect(await store.comments.change(behind._id, ...rest(approving(behind, { eventId: 'before' })))).not.toBe(null);
  expect(await store.comments.changeAll([approving(first, { eventId: 'first', idem: 'key' })])).toMatchObject([
    { _id: first._id, mod: { v: 2, vis: 'visible', last: { eventId: 'first' } } },
  ]);
  const made = await store.comments.changeAll([
    approving(plain, { eventId: 'plain' }),
    approving(behind, { eventId: 'late' }),
    approving(second, { eventId: 'second', idem: 'key' }),
    approving(gone, { eventId: 'gone' }),
    // The same act once more, sent at the same moment, and another one that lost to it.
    approving(plain, { eventId: 'plain' }),
    approving(plain, { eventId: 'other' }),
  ]);
  const done = { _id: plain._id, mod: { v: 2, last: { eventId: 'plain' }, outbox: [{}, { id: 'plain' }] } };
  expect(made).toMatchObject([done, null, 'key-reused', null, done, null]);
  expect(await store.comments.byId(second._id)).toEqual(second);
  expect((await store.comments.byId(behind._id))?.mod.last?.eventId).toBe('before');
});

test('an act that another one has followed before it is looked at again was done all the same', async () => {
  const doc = await held();
  const next = { ...doc, mod: { ...doc.mod, v: 2 } };
  const [mine, theirs] = await store.comments.changeAll([
    approving(doc, { eventId: 'mine' }),
    approving(next, { eventId: 'theirs' }),
  ]);
  expect(mine).toMatchObject({ mod: { v: 3, last: { eventId: 'theirs' } } });
  expect(mine).toEqual(theirs);
});

test('changes of several discussions are numbered together: each once, in the order of its discussion', async () => {
  const change = (threadId: string, v: number) => ({ threadId, commentId: 'c', v });
  expect(await store.feeds.bump([change('t1', 1), change('t2', 1), change('t1', 2)])).toEqual([1, 1, 2]);
  expect(await store.feeds.bump([change('t1', 3)])).toEqual([3]);
  // Some of it again, with what is new, in discussions that are known and not.
  expect(await store.feeds.bump([change('t1', 2), change('t1', 4), change('t2', 1), change('t3', 1)])).toEqual([
    ...[2, 4, 1, 1],
  ]);
  // More than one looks back for, by others at the same moment.
  const many = Array.from({ length: 30 }, (_, i) => change('t4', i));
  const [mine, ...others] = await Promise.all([
    store.feeds.bump([change('t4', 100), change('t5', 1)]),
    ...many.map((one) => store.feeds.bump([one, change('t6', one.v)])),
  ]);
  const numbers = [mine, ...others].map((of) => of?.[0]);
  expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 31 }, (_, i) => i + 1)));
  expect((await store.feeds.byThread('t4'))?.seq).toBe(31);
});

test('who has followers is found out for many at once, however many follow one of them', async () => {
  const follow = (person: string, targetId: string) =>
    store.subscriptions.put({
      ...{ _id: `${person}:thread:${targetId}`, personId: person as PersonId, siteId: SITE, kind: 'thread', targetId },
      ...{ threadId: targetId as ThreadId, mail: false, createdAt: AT },
    });
  for (let i = 0; i < 30; i += 1) await follow(`p${i}`, 'a-crowd');
  await follow('anne', 'b-mine');
  await follow('anne', 'c-both');
  await follow('ben', 'c-both');
  const asked = (targetIds: string[], ...except: string[]) => ({ targetIds, except: except as PersonId[] });
  const questions = [
    asked(['a-crowd'], 'anne'),
    asked(['b-mine'], 'anne'),
    asked(['b-mine'], 'ben'),
    asked(['c-both'], 'anne'),
    asked(['c-both'], 'anne', 'ben'),
    asked(['nobody', 'b-mine', 'c-both'], 'anne'),
    asked(['nobody']),
  ];
  const answers = [true, false, true, true, false, true, false];
  expect(await store.subscriptions.haveOthers(questions)).toEqual(answers);
  for (const [i, one] of questions.entries()) expect(await store.subscriptions.haveOthers([one])).toEqual([answers[i]]);
  // The crowd is all that the first look finds.
  const few = [asked(['a-crowd'], 'anne'), asked(['c-both'], 'anne', 'ben'), asked(['b-mine'], 'ben')];
  expect(await store.subscriptions.haveOthers(few)).toEqual([true, false, true]);
});

test('whom a comment was told to is found out for many, also where one was told to very many', async () => {
  const ids = ['told-1', 'told-2', 'told-3', 'untold'];
  const notice = (personId: string, commentId: string): CommentNoticeDoc => ({
    ...{ _id: `${personId}:comment:${commentId}`, personId, siteId: SITE, threadId: 't1', commentId },
    ...{ createdAt: AT, kind: 'comment', parentId: null, reasons: ['reply'] },
  });
  await store.notifications.add(Array.from({ length: 20 }, (_, i) => notice(`p${i}`, 'told-1')));
  await store.notifications.add([notice('anne', 'told-2'), notice('anne', 'told-3')]);
  expect(await store.notifications.whichTold(ids)).toEqual(new Set(ids.slice(0, 3)));
  expect(await store.notifications.whichTold(['untold'])).toEqual(new Set());
  expect(await store.notifications.whichTold([])).toEqual(new Set());
});

test('of a branch that is removed all at once nothing stays listed, and all of it above what is in sight', async () => {
  const connection = await mongoose.createConnection(storeUri).asPromise();
  const listedOf = async (docs: CommentDoc[]) => {
    const now = await store.comments.byIds(docs.map(({ _id }) => _id));
    return docs.map(({ _id }) => now.find((doc) => doc._id === _id)?.listed);
  };
  const branch = async (vis: 'visible' | 'hidden') => {
    const line: CommentDoc[] = [];
    for (let depth = 0; depth < 4; depth += 1) {
      const isLast = depth === 3;
      const doc = await held({ parentId: line.at(-1)?._id ?? null, depth, listed: true });
      if (isLast && vis === 'visible')
        await connection.collection<CommentDoc>('comments').updateOne({ _id: doc._id }, { $set: { 'mod.vis': vis } });
      line.push({ ...doc, mod: { ...doc.mod, vis: isLast ? vis : 'hidden' } });
    }
    return line;
  };
  const removed = await branch('hidden');
  // The middle is not told of again: it is found above what is.
  await keepListed(
    store,
    [removed[0], removed[3]].flatMap((doc) => doc ?? []),
  );
  expect(await listedOf(removed)).toEqual([false, false, false, false]);
  const seen = await branch('visible');
  await keepListed(store, seen);
  expect(await listedOf(seen)).toEqual([true, true, true, true]);
  await store.comments.unlistHidden(seen.slice(0, 2).map(({ _id }) => _id));
  await keepListed(store, seen.slice(3));
  expect(await listedOf(seen)).toEqual([true, true, true, true]);
  await connection.close();
});
