import { describe, expect, test } from '@jest/globals';
import type { Trouble } from '../../client-widget/console/api.ts';
import { EVERYTHING } from '../../client-widget/console/desk-filter.ts';
import { doneAfter } from '../../client-widget/console/done.ts';
import type { Done } from '../../client-widget/console/done.ts';
import { reduceReview } from '../../client-widget/console/review-reducer.ts';
import { emptyReview } from '../../client-widget/console/review-state.ts';
import type { Attempt, ReviewAction, ReviewState } from '../../client-widget/console/review-state.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { decidedCard, reviewCard } from '../support/review-model.ts';

/** A desk as far as it keeps what was done. */
class Rig {
  review: ReviewState;
  done: readonly Done[] = [];
  private keys = 0;

  constructor(...ids: string[]) {
    const page = { items: ids.map((id) => reviewCard(id)), next: null, count: ids.length };
    this.review = reduceReview(emptyReview('me'), { type: 'fetched', page, after: null, since: 0, filter: EVERYTHING });
  }

  does(...actions: ReviewAction[]): this {
    for (const action of actions) {
      this.done = doneAfter(this.done, this.review, { action, newKey: () => `key-${++this.keys}` });
      this.review = reduceReview(this.review, action);
    }
    return this;
  }

  get ids(): string[] {
    return this.done.map(({ card }) => card.id);
  }
}

const away: Trouble = { kind: 'unreachable' };
const attempt = (id: string, serial: number): Attempt => ({
  ...{ key: `${id}-${serial}`, serial, choice: { action: 'approve' }, expectedV: 1, expectedRev: 1 },
});
const mine = (id: string, v = 2): ReviewCard => decidedCard(reviewCard(id, { v: v - 1 }), 'me');
const sent = (id: string, serial = 1): ReviewAction => ({ type: 'sent', id, attempt: attempt(id, serial) });
const decided = (card: ReviewCard, serial = 1): ReviewAction => ({
  ...{ type: 'decided', card, attempt: attempt(card.id, serial) },
});
const lost = (id: string, serial = 1): ReviewAction => ({
  ...{ type: 'declined', id, attempt: attempt(id, serial), trouble: away, card: null },
});
const heard = (card: ReviewCard): ReviewAction => ({ type: 'heard', card });
const listed = (review: ReviewState, ...items: ReviewCard[]): ReviewAction => ({
  ...{ type: 'fetched', page: { items, next: null, count: items.length }, after: null, since: review.tick },
  filter: EVERYTHING,
});

describe('what I did last', () => {
  test('stands in the order in which I decided, whichever answer comes first', () => {
    const rig = new Rig('a', 'b', 'c').does(sent('a', 1), sent('b', 2), sent('c', 3));
    expect(rig.does(decided(mine('b'), 2), decided(mine('a'), 1), decided(mine('c'), 3)).ids).toEqual(['c', 'b', 'a']);
  });

  test('is kept a few at most, each comment once, and nothing that cannot be taken back', () => {
    const rig = new Rig('z', 'a', 'b', 'c', 'd', 'e', 'f').does(sent('z'), decided({ ...mine('z'), undo: null }));
    ['a', 'b', 'c', 'd', 'e', 'f'].forEach((id, at) => rig.does(sent(id, at + 2), decided(mine(id), at + 2)));
    expect(rig.ids).toEqual(['f', 'e', 'd', 'c', 'b']);
    rig.does(heard(reviewCard('b', { v: 3 })), sent('b', 9), decided(mine('b', 4), 9));
    expect(rig.ids).toEqual(['b', 'f', 'e', 'd', 'c']);
  });

  test('is told once, by the news or by the answer', () => {
    const rig = new Rig('a').does(sent('a'), heard(mine('a')));
    const told = rig.done;
    expect(rig.ids).toEqual(['a']);
    expect(rig.does(decided(mine('a'))).done).toBe(told);
  });

  test('goes when something else was done about the comment since, and only then', () => {
    const rig = new Rig('a').does(sent('a'), decided(mine('a')));
    expect(rig.does(heard(mine('a')), heard(reviewCard('a', { v: 1 }))).ids).toEqual(['a']);
    expect(rig.does(heard(reviewCard('a', { v: 3 }))).ids).toEqual([]);
  });

  test('does not hold what a colleague overtook before the answer came', () => {
    const theirs = decidedCard(mine('a'), 'nora', 'refused');
    expect(new Rig('a').does(sent('a'), heard(theirs), decided(mine('a'))).ids).toEqual([]);
    expect(new Rig('a').does(sent('a'), decided(theirs)).ids).toEqual([]);
  });
});

describe('a decision whose answer was lost can be taken back once it is known that it arrived', () => {
  test.each([
    ['by news', () => [heard(mine('a'))]],
    ['by the refusal of another try', () => [{ ...lost('a'), card: mine('a') } as ReviewAction]],
  ])('%s', (_, told) => {
    const rig = new Rig('a', 'b').does(sent('a'), lost('a'));
    expect(rig.ids).toEqual([]);
    expect(rig.does(...told()).ids).toEqual(['a']);
    expect([rig.review.order, rig.review.said?.kind]).toEqual([['b'], 'done']);
  });

  test('by a look at what the list lacks', () => {
    const rig = new Rig('a', 'b').does(sent('a'), lost('a'));
    rig.does(listed(rig.review, reviewCard('b')));
    expect(rig.review.entries.get('a')?.standing.kind).toBe('gone');
    expect(rig.does(heard(mine('a'))).ids).toEqual(['a']);
    expect(rig.review.order).toEqual(['b']);
  });

  test('by the list itself, where the comment waits on', () => {
    const escalate: Attempt = { ...attempt('a', 1), choice: { action: 'escalate' } };
    const { undo } = mine('a');
    const escalated = reviewCard('a', { v: 2, review: 'escalated', queue: 'escalated', undo });
    const rig = new Rig('a').does(
      { type: 'sent', id: 'a', attempt: escalate },
      { type: 'declined', id: 'a', attempt: escalate, trouble: away, card: null },
    );
    expect(rig.does(listed(rig.review, escalated)).ids).toEqual(['a']);
    expect(rig.review.entries.get('a')?.standing).toEqual({ kind: 'waiting' });
  });

  test('although I had given it up meanwhile', () => {
    const rig = new Rig('a', 'b').does(sent('a'), lost('a'), { type: 'given-up', id: 'a' });
    expect([rig.review.entries.get('a')?.standing.kind, rig.review.selected]).toEqual(['waiting', 'a']);
    rig.does({ type: 'selected', id: 'b' }, listed(rig.review, reviewCard('b')), heard(mine('a')));
    expect([rig.ids, rig.review.order]).toEqual([['a'], ['b']]);
  });
});
