import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { CommentView } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { Sort } from '../../shared/votes.ts';
import {
  orphansOf,
  pinnedElsewhere,
  returned,
  withBranch,
  withReplies,
} from '../../client-widget/widget/thread-branches.ts';
import { hasGap, reduce, type ThreadAction, type ThreadChange } from '../../client-widget/widget/thread-reduce.ts';
import { emptyThread, pageState, type ThreadState } from '../../client-widget/widget/thread-state.ts';
import { branchesOf, type TreeNode } from '../../client-widget/widget/thread-tree.ts';
import { withVoice } from '../../client-widget/widget/voting.ts';
import { commentView, ModelThread, ownView } from '../support/widget-model.ts';

const run = (start: ThreadState, ...actions: (ThreadAction | ThreadChange)[]): ThreadState =>
  actions.reduce((state, action) => (typeof action === 'function' ? action(state) : reduce(state, action)), start);
const rootsOf = (state: ThreadState): string[] => branchesOf(state).map((node) => node.comment.id);
const news = (seq: number, comment = commentView(`c${seq}`), hold = false): ThreadAction => ({
  type: 'news',
  seq,
  count: seq,
  comment,
  hold,
});

describe('news of a thread', () => {
  test('puts a new comment on top when nobody is disturbed, and behind the bar when somebody is', () => {
    const start = pageState(new ModelThread().page(), 'newest');
    const direct = run(start, news(1));
    expect(rootsOf(direct)).toEqual(['c1']);
    const held = run(direct, news(2, commentView('c2', { at: 2 }), true));
    expect([rootsOf(held), held.waiting]).toEqual([['c1'], ['c2']]);
    const shown = run(held, { type: 'reveal' });
    expect([rootsOf(shown), shown.waiting]).toEqual([['c2', 'c1'], []]);
  });

  test('a smaller or equal version never replaces what is known', () => {
    const removed = commentView('c1', { v: 3, state: 'removed' });
    const state = run(emptyThread('newest'), news(1), news(2, removed), news(1), news(2, commentView('c1', { v: 2 })));
    expect(state.comments.get(removed.id)).toEqual(removed);
    expect(rootsOf(state)).toEqual([]);
  });

  test('a missed sequence leaves a gap until the changes since then are known', () => {
    const model = new ModelThread();
    const start = pageState(model.page(), 'newest');
    model.publish(null);
    const second = model.publish(null);
    const gapped = run(start, news(second.seq, second.comment));
    expect(hasGap(gapped)).toBe(true);
    const caught = run(gapped, { type: 'changes', changes: model.changes(gapped.seq), hold: false });
    expect(hasGap(caught)).toBe(false);
    expect(rootsOf(caught)).toEqual(model.visibleRoots());
  });

  test('whatever is lost, doubled or swapped, after catching up everyone sees the thread as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.nat(3), target: fc.nat(30), at: fc.nat(1000) }), { maxLength: 40 }),
        fc.array(fc.record({ index: fc.nat(200), hold: fc.boolean() }), { maxLength: 80 }),
        fc.nat(20),
        (steps, deliveries, loadedAfter) => {
          const model = new ModelThread();
          let state = pageState(model.page(), 'newest');
          const sent = steps.map((step, index) => {
            const event = model.step(step);
            if (index === loadedAfter) state = reduce(state, { type: 'page', page: model.page(), sort: 'newest' });
            return event;
          });
          for (const { index, hold } of deliveries) {
            const event = sent[index % Math.max(1, sent.length)];
            if (event) state = reduce(state, { type: 'news', ...event, hold });
          }
          state = reduce(state, { type: 'changes', changes: model.changes(state.seq), hold: false });
          state = reduce(state, { type: 'reveal' });
          expect(hasGap(state)).toBe(false);
          expect(state.count).toBe(model.page().count);
          expect(rootsOf(state)).toEqual(model.visibleRoots());
          for (const comment of model.views()) {
            if (state.comments.has(comment.id)) expect(state.comments.get(comment.id)).toEqual(comment);
          }
        },
      ),
    );
  });
});

describe('the reader’s own comments', () => {
  test('a held one is drawn at once, becomes published in its place, and the public view changes nothing', () => {
    const start = run(pageState(new ModelThread().page(), 'newest'), news(1));
    const held = run(start, { type: 'own', comment: ownView('mine', { at: 5, state: 'held' }) });
    expect(rootsOf(held)).toEqual(['mine', 'c1']);
    const decided = run(
      held,
      { type: 'own', comment: ownView('mine', { at: 5, v: 2, state: 'published' }) },
      news(2, commentView('mine', { at: 5, v: 2 })),
    );
    expect(rootsOf(decided)).toEqual(['mine', 'c1']);
    expect(branchesOf(decided)[0]?.comment.state).toBe('published');
  });

  test('a refusal is kept over the public removal of the same version, whichever comes first', () => {
    const refused = ownView('mine', { v: 2, state: 'refused', reasons: ['spam'] });
    const removed = commentView('mine', { v: 2, state: 'removed' });
    const published = news(1, commentView('mine'));
    const one = run(emptyThread('newest'), published, { type: 'own', comment: refused }, news(2, removed));
    const other = run(emptyThread('newest'), published, news(2, removed), { type: 'own', comment: refused });
    expect([one, other].map((state) => state.comments.get(refused.id))).toEqual([refused, refused]);
    expect(rootsOf(other)).toEqual(['mine']);
  });

  test('they stay when the page is loaded anew', () => {
    const model = new ModelThread();
    const held = run(pageState(model.page(), 'newest'), { type: 'own', comment: ownView('mine', { state: 'held' }) });
    const again = run(held, { type: 'page', page: model.page(), sort: 'oldest' });
    expect(rootsOf(again)).toEqual(['mine']);
  });
});

describe('pages', () => {
  test('the next page adds what is not there and forgets nothing', () => {
    const model = new ModelThread();
    for (let n = 0; n < 5; n++) model.publish(null);
    const first = model.page({ limit: 2 });
    const state = run(pageState(first, 'newest'), {
      type: 'page',
      page: model.page({ from: 1, limit: 4 }),
      sort: 'newest',
      append: true,
    });
    expect(rootsOf(state)).toEqual(model.visibleRoots());
    expect(state.next).toBeNull();
  });

  test('a new comment behind pages that are not loaded waits, oldest first', () => {
    const model = new ModelThread();
    for (let n = 0; n < 3; n++) model.publish(null);
    const start = pageState({ ...model.page({ limit: 2 }), next: 'more' }, 'oldest');
    const { seq, comment } = model.publish(null);
    const state = run(start, news(seq, comment));
    expect(state.waiting).toEqual([comment.id]);
  });

  test('what was changed about a comment on a page to come makes it no new one, newest first', () => {
    const model = new ModelThread();
    for (let n = 0; n < 3; n++) model.publish(null);
    const start = pageState({ ...model.page({ limit: 2 }), next: 'more' }, 'newest');
    const [old] = model.views();
    const featured = { ...(old as CommentView), v: 2, featuredAt: '2026-01-02T10:00:00Z' };
    const state = run(start, news(4, featured, true));
    expect([rootsOf(state), state.waiting, state.featured]).toEqual([rootsOf(start), [], [featured.id]]);
  });

  test('a linked branch that is on no loaded page is drawn first, and once', () => {
    const model = new ModelThread();
    for (let n = 0; n < 3; n++) model.publish(null);
    const start = pageState({ ...model.page({ limit: 2 }), next: 'more' }, 'newest');
    const old = commentView('e1', { at: 1 });
    const linked = run(start, withBranch({ root: old, replies: [], next: null, more: 0 }));
    expect(rootsOf(linked)[0]).toBe('e1');
    const all = run(linked, { type: 'page', page: model.page(), sort: 'newest', append: true });
    expect(rootsOf(all).filter((id) => id === 'e1')).toEqual(['e1']);
  });

  test('when the stream of changes began anew, what was heard before it leaves no gap', () => {
    const far = run(emptyThread('newest'), news(90));
    const page = new ModelThread().page();
    expect(hasGap(run(far, { type: 'page', page, sort: 'newest' }))).toBe(true);
    expect(hasGap(run(far, { type: 'page', page, sort: 'newest', restart: true }))).toBe(false);
  });
});

describe('a branch that comes back into sight', () => {
  const reply = commentView('c2r', { parentId: 'c2', rootId: 'c2', depth: 1, at: 9 });
  const branch = { root: commentView('c2', { at: 2, v: 2, state: 'removed' }), replies: [reply], next: null, more: 0 };
  const listed = (next: string | null, sort: Sort = 'newest') => {
    const ids = sort === 'newest' ? ['c3', 'c1'] : ['c1', 'c3'];
    const items = ids.map((id) => ({ root: commentView(id, { at: Number(id[1]) }), replies: [], next: null, more: 0 }));
    return pageState({ ...new ModelThread().page(), items, next }, sort);
  };

  test.each(['newest', 'oldest'] as const)('is drawn in its place, %s first', (sort) => {
    const state = run(listed('more', sort), news(1, reply));
    expect(orphansOf(state, [reply])).toEqual([reply]);
    const back = run(state, returned(branch));
    expect(rootsOf(back)).toEqual(sort === 'newest' ? ['c3', 'c2', 'c1'] : ['c1', 'c2', 'c3']);
    expect(orphansOf(back, [reply])).toEqual([]);
  });

  test('is not asked for, nor drawn, if its place is on a later page', () => {
    const early = commentView('c0r', { parentId: 'c0', rootId: 'c0', depth: 1, at: 9 });
    const state = run(listed('more'), news(1, early));
    expect(orphansOf(state, [early])).toEqual([]);
    const later = { root: commentView('c0', { at: 0 }), replies: [early], next: null, more: 0 };
    expect(run(state, returned(later))).toBe(state);
    expect(orphansOf(listed(null), [early])).toEqual([early]);
  });
});

describe('a pinned comment', () => {
  const pinnedAt = '2026-03-01T12:00:00.000Z';
  const listed = (next: string | null) => {
    const items = ['c5', 'c4', 'c3'].map((id) => ({
      ...{ root: commentView(id, { at: Number(id[1]) }), replies: [], next: null, more: 0 },
    }));
    return pageState({ ...new ModelThread().page(), items, next }, 'newest');
  };

  test('is drawn first, also from a page that is not loaded, whose replies are asked for then', () => {
    const one = { ...commentView('c4', { at: 4, v: 2 }), pinnedAt };
    const far = { ...commentView('c1', { at: 1, v: 2 }), pinnedAt: '2026-03-01T13:00:00.000Z' };
    const state = run(listed('more'), news(1, one, true), news(2, far, true));
    expect([rootsOf(state), state.waiting]).toEqual([['c4', 'c1', 'c5', 'c3'], []]);
    expect(pinnedElsewhere(listed('more'), [one, far])).toEqual([far]);
    const page = {
      ...new ModelThread().page(),
      items: [{ root: commentView('c2', { at: 2 }), replies: [], next: null, more: 0 }],
    };
    const all = run(state, { type: 'page', page, sort: 'newest', append: true });
    expect(rootsOf(all)).toEqual(['c4', 'c1', 'c5', 'c3', 'c2']);
    const free = run(all, news(3, commentView('c1', { at: 1, v: 3 })), news(4, commentView('c4', { at: 4, v: 3 })));
    expect(rootsOf(free)).toEqual(['c5', 'c4', 'c3', 'c2', 'c1']);
  });
});

describe('the editor’s picks', () => {
  const featuredAt = '2026-03-01T12:00:00.000Z';
  const pick = { ...commentView('c1', { at: 1, v: 2 }), featuredAt };
  const state = pageState({ ...new ModelThread().page(), featured: [pick.id] }, 'newest');
  const picked = ({ featured, picking }: ThreadState) => [featured, picking];

  test('are known one by one, also those that are on no loaded page, and looked at only while there are any', () => {
    const other = { ...commentView('c2', { at: 2, v: 2 }), featuredAt };
    const two = run(state, { type: 'picking', on: true }, news(1, pick), news(2, other));
    expect(picked(two)).toEqual([['c1', 'c2'], true]);
    const one = run(two, news(3, commentView('c1', { at: 1, v: 3 })));
    expect(picked(one)).toEqual([['c2'], true]);
    const none = run(one, news(4, commentView('c2', { at: 2, v: 3 })));
    expect(picked(none)).toEqual([[], false]);
    expect(picked(run(none, { type: 'picking', on: true }))).toEqual([[], false]);
  });

  test('make way for what the reader has written, and not for what becomes of it', () => {
    const mine = ownView('c3', { state: 'published' });
    const looking = run(state, { type: 'own', comment: mine }, { type: 'picking', on: true });
    expect(picked(run(looking, { type: 'own', comment: { ...mine, v: 2 } }))).toEqual([['c1'], true]);
    expect(picked(run(looking, { type: 'own', comment: ownView('c4', { state: 'published' }) }))).toEqual([
      ['c1'],
      false,
    ]);
  });
});

describe('replies that did not come along', () => {
  test('are counted down by what was not here yet', () => {
    const root = commentView('c1');
    const reply = (n: number) => commentView(`r${n}`, { parentId: 'c1', rootId: 'c1', depth: 1, at: n });
    const page = { ...new ModelThread().page(), items: [{ root, replies: [reply(1)], next: 'a', more: 4 }] };
    const live = run(pageState(page, 'newest'), news(1, reply(6)));
    const items = [reply(2), reply(3), reply(6)];
    const next = run(live, withReplies(root.id, { items, next: 'b' }));
    expect(next.more.get(root.id)).toEqual({ next: 'b', left: 2 });
    expect(run(next, withReplies(root.id, { items: [reply(4)], next: null })).more.size).toBe(0);
  });
});

describe('the drawing', () => {
  const chain = (length: number) =>
    Array.from({ length }, (_, depth) =>
      commentView(`d${depth}`, {
        at: depth,
        depth,
        ...(depth === 0 ? {} : { parentId: `d${depth - 1}`, rootId: 'd0' }),
      }),
    );

  test('goes five levels deep; deeper replies stay on the last one and say whom they answer', () => {
    const [root, ...replies] = chain(8);
    if (root === undefined) throw new Error('no root');
    const state = run(emptyThread('newest'), withBranch({ root, replies, next: null, more: 0 }));
    let level = branchesOf(state);
    const widths: number[] = [];
    while (level.length > 0) {
      widths.push(level.length);
      if (level.length > 1) expect(level.map((node) => node.answers)).toEqual([null, 'd4', 'd5', 'd6']);
      level = level.flatMap((node) => node.children);
    }
    expect(widths).toEqual([1, 1, 1, 1, 4]);
    expect(branchesOf(state)[0]?.size).toBe(7);
  });

  test('what has nothing new in it or below is the same as before, and what has is as if drawn afresh', () => {
    const model = new ModelThread();
    const first = model.publish(null).comment;
    const second = model.publish(null).comment;
    const drawn = new Map<CommentId, TreeNode>();
    const start = pageState(model.page(), 'newest');
    const before = branchesOf(start, drawn);
    const answer = model.publish(first);
    const later = run(start, news(answer.seq, answer.comment));
    const after = branchesOf(later, drawn);
    expect(after).toEqual(branchesOf(later));
    expect(after.map(({ comment }) => comment.id)).toEqual([second.id, first.id]);
    expect(after.map((node, i) => node === before[i])).toEqual([true, false]);
  });

  test('a removed comment keeps its place only above replies', () => {
    const [root, reply] = chain(2);
    if (root === undefined || reply === undefined) throw new Error('no branch');
    const removed = commentView('d0', { v: 2, state: 'removed' });
    const branch = { root: removed, replies: [reply], next: null, more: 0 };
    const state = run(emptyThread('newest'), withBranch(branch));
    expect(rootsOf(state)).toEqual(['d0']);
    const gone = commentView('d1', { v: 2, state: 'removed', parentId: 'd0', rootId: 'd0', depth: 1 });
    expect(rootsOf(run(state, news(1, gone)))).toEqual([]);
  });
});

test('the pace is what the page, the changes and the news last said', () => {
  const model = new ModelThread();
  const slow = { everySeconds: 30, premod: false, closed: false };
  const open = { everySeconds: null, premod: false, closed: false };
  const first = reduce(emptyThread('newest'), { type: 'page', page: { ...model.page(), pace: slow }, sort: 'newest' });
  expect(first.pace).toEqual(slow);
  const told = reduce(first, { type: 'pace', pace: { everySeconds: null, premod: true, closed: false } });
  expect(told.pace).toEqual({ everySeconds: null, premod: true, closed: false });
  expect(reduce(told, { type: 'changes', changes: model.changes(0), hold: false }).pace).toEqual(open);
  // More of the list says nothing of it.
  const more = reduce(told, { type: 'page', page: model.page(), sort: 'newest', append: true });
  expect(more.pace).toEqual(told.pace);
});

describe('votes', () => {
  const tally = (v: number, up: number) => ({ v, up, down: 0, emojis: {} });
  const first = commentView('c1');
  const page = {
    ...new ModelThread().page(),
    items: [first, commentView('c2')].map((root) => ({ root, replies: [], next: null, more: 0 })),
  };

  test('move nothing that is drawn by them; what is new comes first, and no later page repeats it', () => {
    const start = pageState(page, 'best');
    const later = run(start, news(1, commentView('c3', { at: 9 })), {
      type: 'tallies',
      tallies: [{ id: 'c2', tally: tally(1, 9) }],
    });
    expect(rootsOf(later)).toEqual(['c3', 'c1', 'c2']);
    const more = {
      ...page,
      items: [commentView('c3'), commentView('c4')].map((root) => ({ root, replies: [], next: null, more: 0 })),
    };
    expect(rootsOf(run(later, { type: 'page', page: more, sort: 'best', append: true }))).toEqual([
      'c3',
      'c1',
      'c2',
      'c4',
    ]);
  });

  test('are as the newest count has them, whichever way and in whichever order it comes', () => {
    const count = (state: ThreadState) => state.comments.get(first.id)?.tally?.up;
    const known = run(pageState(page, 'newest'), { type: 'tallies', tallies: [{ id: 'c1', tally: tally(5, 3) }] });
    expect(count(run(known, { type: 'tallies', tallies: [{ id: 'c1', tally: tally(4, 2) }] }))).toBe(3);
    expect(count(run(known, news(1, commentView('c1', { v: 2 }))))).toBe(3);
    expect(count(run(known, news(1, { ...first, tally: tally(6, 4) })))).toBe(4);
    const voice = { vote: 'up' as const, emoji: null };
    expect(count(run(known, withVoice(first.id, voice, tally(5, 4))))).toBe(4);
    expect(count(run(known, withVoice(first.id, voice, tally(4, 1))))).toBe(3);
    expect(count(run(known, { type: 'page', page, sort: 'newest' }))).toBe(3);
  });
});
