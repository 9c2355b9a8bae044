import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  AGES,
  EVERYTHING,
  figureOf,
  filterIn,
  fits,
  fragmentOf,
  narrowed,
  queryOf,
  TABS,
} from '../../client-widget/console/desk-filter.ts';
import type { DeskFilter } from '../../client-widget/console/desk-filter.ts';
import { reduceReview } from '../../client-widget/console/review-reducer.ts';
import { emptyReview } from '../../client-widget/console/review-state.ts';
import type { ReviewAction, ReviewState } from '../../client-widget/console/review-state.ts';
import { RULE_IDS } from '../../shared/moderation-terms.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { decidedCard, ModelQueue, reviewCard } from '../support/review-model.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const read = (fragment: string): DeskFilter => filterIn(new URLSearchParams(fragment.slice(1)), NOW);

describe('the address of a part of the queue', () => {
  const wish = fc.record(
    {
      tab: fc.constantFrom(...TABS),
      author: fc.stringMatching(/^[0-9A-Za-z_-]{1,20}$/),
      lang: fc.constantFrom('fr', 'pt-BR'),
      rule: fc.constantFrom(...RULE_IDS),
      age: fc.constantFrom(...AGES),
      q: fc.string({ minLength: 2, maxLength: 20, unit: 'grapheme' }).filter((text) => text.trim().length >= 2),
    },
    { requiredKeys: ['tab'] },
  );

  test('says all of it: read again, it is the same', () => {
    fc.assert(
      fc.property(wish, (wanted) => {
        const filter = { ...wanted, ...(wanted.q === undefined ? {} : { q: wanted.q.trim() }) };
        expect(read(fragmentOf(filter))).toMatchObject(filter);
        expect(fragmentOf(read(fragmentOf(filter)))).toBe(fragmentOf(filter));
      }),
    );
  });

  test('is short where nothing narrows it, and what makes no sense is left out', () => {
    expect([fragmentOf(EVERYTHING), fragmentOf({ tab: 'suspect' })]).toEqual(['#queue', '#queue=suspect']);
    expect(read('#queue=constructor&rule=toString&age=7&lang=%3Cb%3E&author=..%2F&q=a')).toEqual(EVERYTHING);
    expect(read('#rules')).toEqual(EVERYTHING);
  });

  test('fixes the moment an age counts from, and asks the service with that', () => {
    const filter = read('#queue=premod&age=4');
    expect(filter.to).toBe('2026-03-01T08:00:00.000Z');
    expect(queryOf(filter)).toEqual({ queue: 'premod', to: '2026-03-01T08:00:00.000Z' });
    expect(fragmentOf(narrowed(filter, 'age', undefined))).toBe('#queue=premod');
  });
});

describe('what belongs to a part of the queue', () => {
  const hit = { ruleId: 'links', ruleV: 1, phase: 'links', level: 'hold', field: 'body' } as const;
  const card = reviewCard('a', { hits: [hit], text: 'Quel Navet !', lang: 'fr', at: 10 });
  const queuedAt = card.queuedAt ?? '';

  test.each<[string, Partial<DeskFilter>, boolean]>([
    ['its queue', { tab: 'premod' }, true],
    ['another queue', { tab: 'suspect' }, false],
    ['its author', { author: card.author.id }, true],
    ['another author', { author: 'b' }, false],
    ['another discussion', { thread: 'u' }, false],
    ['its language', { lang: 'fr' }, true],
    ['another language', { lang: 'en' }, false],
    ['its rule', { rule: 'links' }, true],
    ['another rule', { rule: 'repeat' }, false],
    ['words of it, in capitals or not', { q: 'navet' }, true],
    ['other words', { q: 'navets' }, false],
    ['an age it has', { to: new Date(Date.parse(queuedAt) + 1).toISOString() }, true],
    ['an age it has not', { to: queuedAt }, false],
    ['what was put aside', { tab: 'snoozed' }, false],
    ['one thing that fits and one that does not', { lang: 'fr', author: 'b' }, false],
  ])('%s', (_, filter, isIn) => {
    expect(fits(card, { ...EVERYTHING, ...filter })).toBe(isIn);
  });

  test('nothing that is decided, and what is put aside only there', () => {
    expect(fits(decidedCard(card, 'nora'), EVERYTHING)).toBe(false);
    const aside: ReviewCard = { ...card, queue: null, snoozedUntil: '2026-03-02T08:00:00Z' };
    expect([fits(aside, EVERYTHING), fits(aside, { tab: 'snoozed' })]).toEqual([false, true]);
  });
});

describe('a desk with a part of the queue on it', () => {
  const suspects: DeskFilter = { tab: 'suspect' };
  const run = (state: ReviewState, ...actions: ReviewAction[]): ReviewState => actions.reduce(reduceReview, state);
  const one = reviewCard('one', { queue: 'suspect' });
  const loaded = run(emptyReview('me', suspects), {
    type: 'fetched',
    ...{ page: { items: [one], next: null, count: 1 }, after: null, since: 0, filter: suspects },
  });

  test('hears of what belongs there, and of nothing else', () => {
    const held = reviewCard('held');
    const other = reviewCard('other', { queue: 'suspect', at: 5 });
    const state = run(loaded, { type: 'heard', card: held }, { type: 'heard', card: other });
    expect([state.order, state.count]).toEqual([['one', 'other'], 2]);
  });

  test('loses what moves elsewhere; of the open one that is said', () => {
    const moved: ReviewCard = { ...one, v: 2, review: 'escalated', queue: 'escalated' };
    const open = run(loaded, { type: 'heard', card: moved });
    expect([open.entries.get('one')?.standing.kind, open.said?.kind, open.count]).toEqual(['settled', 'taken', 0]);
    const two = reviewCard('two', { queue: 'suspect', at: 5 });
    const behind = run(
      loaded,
      { type: 'heard', card: two },
      { type: 'heard', card: { ...two, v: 2, queue: 'reported' } },
    );
    expect(behind.order).toEqual(['one']);
  });

  test('starts anew with another part, but what is on its way or was not sent stays at hand', () => {
    const attempt = { key: 'k', serial: 1, choice: { action: 'approve' as const }, expectedV: 1, expectedRev: 1 };
    const away = { kind: 'unreachable' as const };
    const failed = run(
      loaded,
      { type: 'heard', card: reviewCard('two', { queue: 'suspect', at: 5 }) },
      { type: 'sent', id: 'one', attempt },
      { type: 'declined', id: 'one', attempt, trouble: away, card: null },
      { type: 'filtered', filter: { tab: 'reported' } },
    );
    expect([failed.order, failed.phase, failed.complete]).toEqual([['one'], 'loading', false]);
    const late = { items: [reviewCard('late', { queue: 'suspect' })], next: null, count: 1 };
    const state = run(failed, { type: 'fetched', page: late, after: null, since: 0, filter: suspects });
    expect([state.order, state.phase]).toEqual([['one'], 'loading']);
    const nothing = { items: [], next: null, count: 0 };
    const page = { page: nothing, after: null, since: failed.tick, filter: failed.filter };
    const there = run(failed, { type: 'fetched', ...page });
    expect([there.entries.get('one')?.standing.kind, there.count]).toEqual(['failed', 0]);
  });

  test('counts by the numbers of its queue until all of it is here', () => {
    const queue = new ModelQueue();
    queue.put(one);
    queue.put(reviewCard('two', { queue: 'suspect' }));
    queue.put(reviewCard('held'));
    const figures = queue.figures();
    expect([figureOf(figures, suspects), figureOf(figures, EVERYTHING)]).toEqual([2, 3]);
    expect(figureOf(figures, { tab: 'suspect', lang: 'fr' })).toBeNull();
    const partly = run(emptyReview('me', suspects), {
      type: 'fetched',
      ...{ page: { items: [one], next: '1', count: 9 }, after: null, since: 0, filter: suspects },
    });
    expect([partly.count, run(partly, { type: 'figures', figures }).count]).toEqual([9, 2]);
  });
});
