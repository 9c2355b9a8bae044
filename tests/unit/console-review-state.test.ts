import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Trouble } from '../../client-widget/console/api.ts';
import { EVERYTHING } from '../../client-widget/console/desk-filter.ts';
import { isDoubtful, reduceReview } from '../../client-widget/console/review-reducer.ts';
import { attentionOf, emptyReview } from '../../client-widget/console/review-state.ts';
import type { Attempt, Choice, ReviewAction, ReviewState } from '../../client-widget/console/review-state.ts';
import type { ReviewCard } from '../../shared/review.ts';
import { decidedCard, ModelQueue, reviewCard } from '../support/review-model.ts';

const away: Trouble = { kind: 'unreachable' };
const run = (state: ReviewState, ...actions: ReviewAction[]): ReviewState => actions.reduce(reduceReview, state);
const attempt = (card: ReviewCard, choice: Choice = { action: 'approve' }): Attempt => ({
  key: 'key-1',
  serial: 1,
  choice,
  expectedV: card.v,
  expectedRev: card.rev,
});
const loaded = (cards: ReviewCard[], next: string | null = null, count = cards.length): ReviewState =>
  run(emptyReview('me'), {
    type: 'fetched',
    page: { items: cards, next, count },
    after: null,
    since: 0,
    filter: EVERYTHING,
  });
const heard = (card: ReviewCard): ReviewAction => ({ type: 'heard', card });
const standing = (state: ReviewState, id: string): string | undefined => state.entries.get(id)?.standing.kind;

const [a, b, c] = [reviewCard('a', { points: 9 }), reviewCard('b', { points: 5 }), reviewCard('c', { points: 1 })];

describe('the review queue on the screen', () => {
  test('selects the first comment, and news takes its place without moving the selection', () => {
    const state = run(loaded([a, c]), { type: 'selected', id: 'c' }, heard(b));
    expect([state.order, state.selected, state.count]).toEqual([['a', 'b', 'c'], 'c', 3]);
    expect(loaded([a, c]).selected).toBe('a');
  });

  test('news twice, or older than what is known, changes nothing', () => {
    const newer = { ...b, v: 3, text: 'newer' };
    const state = run(loaded([a]), heard(newer), heard(newer), heard(b));
    expect(state.entries.get('b')?.card.text).toBe('newer');
  });

  test('the figures of an author that any card brings stand on all their cards, but not those of an older card', () => {
    const by = (card: ReviewCard, refused: number): ReviewCard => ({
      ...card,
      author: { id: 'p', name: 'Nadia', published: 0, refused },
    });
    const figures = (state: ReviewState): (number | undefined)[] =>
      ['b', 'c'].map((id) => state.entries.get(id)?.card.author.refused);
    const start = loaded([by(a, 0), by(b, 0), by(c, 0)]);
    const decided = run(start, heard(by(decidedCard(a, 'nora'), 1)));
    expect(figures(decided)).toEqual([1, 1]);
    const mine = run(decided, { type: 'decided', card: by(decidedCard(b, 'me'), 2), attempt: attempt(a) });
    expect(figures(mine)).toEqual([undefined, 2]);
    expect(figures(run(mine, heard({ ...by(c, 0), v: 0 })))).toEqual([undefined, 2]);
  });

  test('a list that could not be refreshed says why until it could', () => {
    const stale = run(loaded([a]), { type: 'fetch-failed', trouble: away });
    expect([stale.phase, stale.trouble, stale.order]).toEqual(['ready', away, ['a']]);
    const page = { items: [a], next: null, count: 1 };
    const fresh = run(stale, { type: 'fetched', page, after: null, since: stale.tick, filter: EVERYTHING });
    expect(fresh.trouble).toBeNull();
  });

  test('what was closed stays closed for older news and older pages, and returns with a newer version', () => {
    const gone = run(loaded([a, b]), heard(decidedCard(b, 'nora')), heard(b));
    expect(gone.order).toEqual(['a']);
    const page = { items: [a, b], next: null, count: 2 };
    expect(run(gone, { type: 'fetched', page, after: null, since: 0, filter: EVERYTHING }).order).toEqual(['a']);
    expect(run(gone, heard({ ...b, v: 3 })).order).toEqual(['a', 'b']);
  });

  test('a comment news brought after a page was asked for survives that page', () => {
    const before = loaded([a]);
    const page = { items: [a], next: null, count: 1 };
    const state = run(before, heard(b), { type: 'fetched', page, after: null, since: before.tick, filter: EVERYTHING });
    expect(state.order).toEqual(['a', 'b']);
  });

  test('a further page counts although the list was refreshed while it was on its way', () => {
    const first = { items: [a], next: '1', count: 2 };
    const start = loaded([a], '1', 2);
    const { edge: after } = start;
    const refreshed = run(start, { type: 'fetched', page: first, after: null, since: start.tick, filter: EVERYTHING });
    const page = { items: [b], next: null, count: 2 };
    expect(run(refreshed, { type: 'fetched', page, after, since: start.tick, filter: EVERYTHING }).order).toEqual([
      'a',
      'b',
    ]);
  });

  test('what lies behind the loaded part is counted, and comes with its page', () => {
    const first = loaded([a], '1', 2);
    const state = run(first, heard(b));
    expect([state.order, state.count]).toEqual([['a'], 2]);
    const page = { items: [b, c], next: null, count: 3 };
    const more = run(state, { type: 'fetched', page, after: state.edge, since: state.tick, filter: EVERYTHING });
    expect([more.order, more.complete]).toEqual([['a', 'b', 'c'], true]);
  });
});

describe('a decision', () => {
  test('marks its row busy and goes on to the next comment; the row leaves when it has arrived', () => {
    const sent = run(loaded([a, b, c]), { type: 'sent', id: 'a', attempt: attempt(a) });
    expect([standing(sent, 'a'), sent.selected]).toEqual(['sending', 'b']);
    const done = run(sent, { type: 'decided', card: decidedCard(a, 'me'), attempt: attempt(a) });
    expect([done.order, done.selected, done.said?.kind]).toEqual([['b', 'c'], 'b', 'done']);
  });

  test('of the last comment goes back to the one before, of the only one stays until it has left', () => {
    const last = run(loaded([a, b]), { type: 'selected', id: 'b' }, { type: 'sent', id: 'b', attempt: attempt(b) });
    expect(last.selected).toBe('a');
    const only = run(loaded([a]), { type: 'sent', id: 'a', attempt: attempt(a) });
    expect(only.selected).toBe('a');
    expect(run(only, { type: 'decided', card: decidedCard(a, 'me'), attempt: attempt(a) }).selected).toBeNull();
  });

  test('news of it may overtake the answer', () => {
    const mine = decidedCard(a, 'me');
    const sent = run(loaded([a, b]), { type: 'sent', id: 'a', attempt: attempt(a) }, heard(mine));
    expect([sent.order, sent.said?.kind]).toEqual([['b'], 'done']);
    expect(run(sent, { type: 'decided', card: mine, attempt: attempt(a) }).order).toEqual(['b']);
  });

  test('that did not arrive is kept with its key, and can be sent again or taken back', () => {
    const sent = run(loaded([a, b]), { type: 'sent', id: 'a', attempt: attempt(a) });
    const failed = run(sent, { type: 'declined', id: 'a', attempt: attempt(a), trouble: away, card: null });
    expect(failed.entries.get('a')?.standing).toEqual({ kind: 'failed', attempt: attempt(a), trouble: away });
    expect(attentionOf(failed).map(({ card }) => card.id)).toEqual(['a']);
    expect(standing(run(failed, { type: 'dismissed', id: 'a' }), 'a')).toBe('waiting');
  });

  test('is said once, by the news or by the answer', () => {
    const mine = decidedCard(a, 'me');
    const heardFirst = run(loaded([a, b]), { type: 'sent', id: 'a', attempt: attempt(a) }, heard(mine));
    const answered = run(heardFirst, { type: 'decided', card: mine, attempt: attempt(a) }, heard(mine));
    expect(answered.said).toBe(heardFirst.said);
  });

  test('sent again, perhaps by itself, moves nobody', () => {
    const failed = run(
      loaded([a, b]),
      { type: 'sent', id: 'a', attempt: attempt(a) },
      { type: 'declined', id: 'a', attempt: attempt(a), trouble: away, card: null },
      { type: 'selected', id: 'a' },
    );
    const again = run(failed, { type: 'sent', id: 'a', attempt: attempt(a) });
    expect([standing(again, 'a'), again.selected]).toEqual(['sending', 'a']);
  });

  test('taken back before it arrived opens its comment again', () => {
    const failed = run(
      loaded([a, b]),
      { type: 'sent', id: 'a', attempt: attempt(a) },
      { type: 'declined', id: 'a', attempt: attempt(a), trouble: away, card: null },
      { type: 'given-up', id: 'a' },
    );
    expect([standing(failed, 'a'), failed.selected, failed.said?.kind]).toEqual(['waiting', 'a', 'undone']);
  });

  test('answered late does not end the next one about the same comment', () => {
    const escalated: ReviewCard = {
      ...{ ...a, v: 2, review: 'escalated', queue: 'escalated' },
      undo: { eventId: 'e', by: { id: 'me', name: 'me' }, at: '2026-03-01T08:00:00Z' },
    };
    const first = attempt(a, { action: 'escalate' });
    const second = { ...attempt(escalated), key: 'key-2', serial: 2 };
    const state = run(
      loaded([a]),
      { type: 'sent', id: 'a', attempt: first },
      heard(escalated),
      { type: 'sent', id: 'a', attempt: second },
      { type: 'decided', card: escalated, attempt: first },
    );
    expect(state.entries.get('a')?.standing).toEqual({ kind: 'sending', attempt: second });
  });

  test('that comes too late shows who was faster, in its place, until that is acknowledged', () => {
    const theirs = decidedCard(a, 'nora', 'refused');
    const sent = run(loaded([a, b]), { type: 'sent', id: 'a', attempt: attempt(a) });
    const late = run(sent, { type: 'declined', id: 'a', attempt: attempt(a), trouble: away, card: theirs });
    expect([standing(late, 'a'), late.order, late.said?.kind]).toEqual(['settled', ['a', 'b'], 'taken']);
    expect(late.entries.get('a')?.card.outcome?.by.name).toBe('nora');
    expect(run(late, { type: 'acknowledged', id: 'a' }).order).toEqual(['b']);
  });

  test('on a text that was edited asks for another look at the new one', () => {
    const edited = { ...a, v: 2, rev: 2, text: 'edited' };
    const sent = run(loaded([a]), { type: 'sent', id: 'a', attempt: attempt(a) });
    const state = run(sent, { type: 'declined', id: 'a', attempt: attempt(a), trouble: away, card: edited });
    expect([standing(state, 'a'), state.entries.get('a')?.card.text]).toEqual(['changed', 'edited']);
  });
});

describe('another moderator', () => {
  test('decides what I have open: it stays, says so, and leaves when I have taken note', () => {
    const state = run(loaded([a, b]), heard(decidedCard(a, 'nora')));
    expect([standing(state, 'a'), state.selected, state.order]).toEqual(['settled', 'a', ['a', 'b']]);
    expect(run(state, { type: 'acknowledged', id: 'a' }).selected).toBe('b');
  });

  test('decides something else: its row leaves', () => {
    expect(run(loaded([a, b]), heard(decidedCard(b, 'nora'))).order).toEqual(['a']);
  });

  test('decided while I was away: what I have open is asked for, the rest leaves', () => {
    const page = { items: [c], next: null, count: 1 };
    const before = loaded([a, b, c]);
    const state = run(before, { type: 'fetched', page, after: null, since: before.tick, filter: EVERYTHING });
    expect([state.order, standing(state, 'a')]).toEqual([['a', 'c'], 'gone']);
    expect(standing(run(state, { type: 'heard', card: decidedCard(a, 'nora') }), 'a')).toBe('settled');
    expect(standing(run(state, { type: 'dropped', id: 'a' }), 'a')).toBe('settled');
  });

  test('edits of the open comment are pointed out', () => {
    const state = run(loaded([a]), heard({ ...a, v: 2, rev: 2, text: 'edited' }));
    expect(standing(state, 'a')).toBe('changed');
  });
});

describe('who is at what', () => {
  const claimOf = (by: string): ReviewCard['claim'] => ({ by: { id: by, name: by }, at: '', until: '' });
  const claimed = (card: ReviewCard, by: string | null): ReviewAction => ({
    ...{ type: 'claimed', id: card.id, v: card.v, claim: by === null ? null : claimOf(by) },
  });
  const holder = (state: ReviewState, id: string): string | undefined => state.entries.get(id)?.card.claim?.by.id;

  test('is shown as it is told, and not of another version', () => {
    const state = run(loaded([a, b]), claimed(b, 'nora'));
    expect(holder(state, 'b')).toBe('nora');
    expect(holder(run(state, claimed({ ...b, v: 2 }, null)), 'b')).toBe('nora');
    expect(holder(run(state, claimed(b, null)), 'b')).toBeUndefined();
  });

  test('is not undone by a page that was asked for before', () => {
    const before = loaded([a, b]);
    const page = { items: [a, b], next: null, count: 2 };
    const late: ReviewAction = { type: 'fetched', page, after: null, since: before.tick, filter: EVERYTHING };
    expect(holder(run(before, claimed(b, 'nora'), late), 'b')).toBe('nora');
    const taken = run(before, claimed(b, 'nora'));
    expect(holder(run(taken, { ...late, since: taken.tick }), 'b')).toBeUndefined();
  });

  test('a claim of mine that is taken over is said, until they have left', () => {
    const mine = run(loaded([a, b]), claimed(a, 'me'));
    const lost = run(mine, claimed(a, 'nora'));
    expect([lost.said?.kind, lost.entries.get('a')?.isLost]).toEqual(['lost', true]);
    expect(run(lost, claimed(a, null)).entries.get('a')?.isLost).toBeUndefined();
    const byNews = run(mine, heard({ ...a, v: 2, claim: claimOf('nora') }));
    expect([byNews.said?.kind, byNews.entries.get('a')?.isLost]).toEqual(['lost', true]);
    expect(run(byNews, heard({ ...a, v: 3, claim: claimOf('nora') })).entries.get('a')?.isLost).toBe(true);
  });

  test('decides where one goes: to the first that nobody is at, else to the first', () => {
    const taken = { ...a, claim: claimOf('nora') };
    expect(loaded([taken, b]).selected).toBe('b');
    expect(loaded([taken]).selected).toBe('a');
    const sent = run(loaded([b, { ...c, claim: claimOf('nora') }, reviewCard('d')]), {
      ...{ type: 'sent', id: 'b', attempt: attempt(b) },
    });
    expect(sent.selected).toBe('d');
  });
});

describe('what I did', () => {
  test('brings the comment back when taken back, and opens it', () => {
    const decided = run(
      loaded([a, b]),
      { type: 'sent', id: 'a', attempt: attempt(a) },
      { type: 'decided', card: decidedCard(a, 'me'), attempt: attempt(a) },
    );
    const back: ReviewCard = { ...a, v: 3 };
    const undone = run(decided, { type: 'undone', card: back });
    expect([undone.order, undone.selected, undone.said?.kind]).toEqual([['a', 'b'], 'a', 'undone']);
    expect(run(decided, heard(back), { type: 'undone', card: back }).order).toEqual(['a', 'b']);
  });

  test('leaves a comment that still waits where it belongs, and one that moved on meanwhile as it is', () => {
    const sent = run(loaded([a, b]), { type: 'sent', id: 'a', attempt: attempt(a, { action: 'escalate' }) });
    const escalated: ReviewCard = { ...a, v: 2, review: 'escalated', queue: 'escalated' };
    const state = run(sent, { type: 'decided', card: escalated, attempt: attempt(a, { action: 'escalate' }) });
    expect([state.order, standing(state, 'a'), state.said?.act]).toEqual([['a', 'b'], 'waiting', 'escalate']);
    const later = run(sent, heard({ ...a, v: 4 }), {
      type: 'decided',
      card: decidedCard(a, 'me'),
      attempt: attempt(a),
    });
    expect([standing(later, 'a'), later.entries.get('a')?.card.v]).toEqual(['waiting', 4]);
  });

  test('on a text that was edited keeps the text I saw beside the new one', () => {
    const edited = { ...a, v: 2, rev: 2, text: 'edited' };
    const state = run(loaded([a]), heard(edited));
    expect(state.entries.get('a')?.standing).toEqual({
      kind: 'changed',
      trouble: null,
      was: { text: a.text, hits: [] },
    });
  });
});

test('a number that differs from a list that is wholly here is doubtful', () => {
  const queue = new ModelQueue();
  queue.put(a);
  const agreed = run(loaded([a]), { type: 'figures', figures: queue.figures() });
  expect(isDoubtful(agreed)).toBe(false);
  queue.put(b);
  const missed = run(agreed, { type: 'figures', figures: queue.figures() });
  expect([isDoubtful(missed), isDoubtful(run(missed, heard(b)))]).toEqual([true, false]);
});

/** What may happen between a service and one screen. Numbers choose which comment, how grave, and what gets lost. */
type Happening = readonly [
  what: 'open' | 'edit' | 'close' | 'decide' | 'select' | 'ask' | 'answer' | 'more',
  n: number,
];

const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.tuple(
    fc.constantFrom('open', 'edit', 'close', 'decide', 'select', 'ask', 'answer', 'more'),
    fc.integer({ min: 0, max: 99 }),
  ),
  { maxLength: 60 },
);

describe('in any order of news, pages and decisions', () => {
  test('the selection never moves by itself, and after one look the screen agrees with the queue', () => {
    fc.assert(
      fc.property(happenings, fc.boolean(), (steps, isLossy) => play(steps, isLossy)),
      { numRuns: 300 },
    );
  });
});

const LIMIT = 3;

function play(steps: readonly Happening[], isLossy: boolean): void {
  const queue = new ModelQueue();
  let state = emptyReview('me');
  let asked: { page: ReturnType<ModelQueue['page']>; since: number } | null = null;
  const count = (): number => queue.waiting().length;
  const does = (action: ReviewAction): void => {
    const before = state;
    state = reduceReview(state, action);
    const movesBy = ['sent', 'selected', 'decided', 'acknowledged'].includes(action.type);
    const isOwnNews = action.type === 'heard' && before.entries.get(action.card.id)?.standing.kind === 'sending';
    if (before.selected !== null && !movesBy && !isOwnNews) expect(state.selected).toBe(before.selected);
    if (state.selected !== null) expect(state.order).toContain(state.selected);
    expect([...state.order].sort()).toEqual([...state.entries.keys()].sort());
  };
  /** Lost, once, or twice. */
  const tell = (action: ReviewAction, n: number): void => {
    for (let times = isLossy ? n % 3 : 1 + (n % 2); times > 0; times--) does(action);
  };
  const pick = (n: number): ReviewCard | undefined => queue.waiting()[n % Math.max(1, count())];

  steps.forEach(([what, n], index) => {
    const card = pick(n);
    if (what === 'open') {
      tell(heard(queue.put(reviewCard(`c${index}`, { points: n % 5, at: index }))), n);
    } else if (what === 'ask') {
      asked = { page: queue.page(null, LIMIT), since: state.tick };
    } else if (what === 'answer' && asked !== null) {
      does({ type: 'fetched', page: asked.page, after: null, since: asked.since, filter: EVERYTHING });
      asked = null;
    } else if (what === 'more' && state.cursor !== null) {
      const rest = queue.waiting().filter(({ id }) => !state.order.includes(id) || n > 50);
      does({
        type: 'fetched',
        page: {
          items: rest.filter((one) => isBehind(one, state)).slice(0, LIMIT),
          next: null,
          count: count(),
        },
        after: state.edge,
        since: state.tick,
        filter: EVERYTHING,
      });
    } else if (what === 'select') {
      does({ type: 'selected', id: state.order[n % Math.max(1, state.order.length)] ?? '' });
    } else if (card !== undefined) {
      if (what === 'edit') tell(heard(queue.put({ ...card, v: card.v + 1, rev: card.rev + 1 })), n);
      if (what === 'close') tell(heard(queue.put(decidedCard(card, 'nora'))), n);
      if (what === 'decide') decide(card, n);
    }
  });

  /** Decides about what this screen knows, which may be old. */
  function decide(card: ReviewCard, n: number): void {
    const known = state.entries.get(card.id);
    if (known === undefined || !['waiting', 'changed'].includes(known.standing.kind)) return;
    const mine = attempt(known.card);
    does({ type: 'sent', id: card.id, attempt: mine });
    if (known.card.v !== card.v) {
      does({ type: 'declined', id: card.id, attempt: mine, trouble: away, card });
    } else if (n % 4 === 0) {
      does({ type: 'declined', id: card.id, attempt: mine, trouble: away, card: null });
    } else {
      const after = queue.put(decidedCard(card, 'me'));
      if (n % 4 === 1) does(heard(after));
      does({ type: 'decided', card: after, attempt: attempt(a) });
      if (n % 4 === 2) does(heard(after));
    }
  }

  // One look at everything, as after a reconnection.
  does({ type: 'fetched', page: queue.page(null, 1000), after: null, since: state.tick, filter: EVERYTHING });
  for (const { card, standing: how } of state.entries.values()) {
    if (how.kind === 'gone') does({ type: 'heard', card: queue.cards.get(card.id) ?? card });
  }
  for (const { card, standing: how } of state.entries.values()) {
    if (how.kind === 'settled') does({ type: 'acknowledged', id: card.id });
  }
  expect(state.order).toEqual(queue.waiting().map(({ id }) => id));
  expect([state.count, state.complete]).toEqual([count(), true]);
  for (const { card } of state.entries.values()) expect(card).toEqual(queue.cards.get(card.id));
}

function isBehind(card: ReviewCard, { edge }: ReviewState): boolean {
  if (edge === null) return true;
  const points = card.priority?.total ?? 0;
  if (points !== edge.priority) return points < edge.priority;
  return (card.queuedAt ?? '') > edge.queuedAt;
}
