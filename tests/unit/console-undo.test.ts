import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { claimOf, deskAtWork, DeskRig, refusal } from '../support/desk-rig.ts';
import { decidedCard, reviewCard } from '../support/review-model.ts';
import { until } from '../support/until.ts';

let rig: DeskRig;
const atWork = async (count: number): Promise<DeskRig> => (rig = await deskAtWork(count));
afterEach(() => {
  rig.stop();
  jest.useRealTimers();
});

const done = (): string[] => rig.desk.state().done.map(({ card }) => card.id);
const refused = (): string[][] =>
  rig.desk
    .state()
    .refusals.map(({ wish, card, trouble }) => [
      ...[wish, card.id, trouble.kind === 'problem' ? trouble.document.code : trouble.kind],
    ]);
const approve = (id: string): Promise<void> => rig.desk.decide(id, { action: 'approve' });

describe('taking back what I decided last', () => {
  test('waits for a decision that is on its way, and leaves the ones before alone', async () => {
    const { desk, undone } = await atWork(3);
    await approve('c0');
    const letGo = rig.hold('decide c1');
    const deciding = approve('c1');
    const undoing = desk.undo();
    expect(undone).toEqual([]);
    letGo();
    await Promise.all([deciding, undoing]);
    expect([undone.map(({ id }) => id), done(), rig.standing('c1')]).toEqual([['c1'], ['c0'], 'waiting']);
  });

  test('means the one decided last, whichever answer came last; twice, the one before as well', async () => {
    const { desk, undone } = await atWork(3);
    const letGo = rig.hold('decide c0');
    const first = approve('c0');
    await approve('c1');
    letGo();
    await first;
    expect(done()).toEqual(['c1', 'c0']);
    await Promise.all([desk.undo(), desk.undo()]);
    expect([undone.map(({ id }) => id), done()]).toEqual([['c1', 'c0'], []]);
  });

  test('waits for the answer although news has told already that it arrived', async () => {
    const { desk, undone, live, queue } = await atWork(2);
    const letGo = rig.hold('decide c0');
    const deciding = approve('c0');
    live?.onCard(queue.cards.get('c0') ?? reviewCard(''));
    expect(done()).toEqual(['c0']);
    const undoing = desk.undo();
    letGo();
    await Promise.all([deciding, undoing]);
    expect([undone.length, done(), rig.standing('c0')]).toEqual([1, [], 'waiting']);
  });

  test('gives up what did not arrive, which is not sent by itself any more then', async () => {
    const { desk, sent, undone } = await atWork(2);
    await approve('c0');
    rig.isAway = true;
    await approve('c1');
    await desk.undo();
    expect([rig.standing('c1'), rig.review.selected, done(), undone]).toEqual(['waiting', 'c1', ['c0'], []]);
    rig.isAway = false;
    await desk.refresh();
    expect(sent.length).toBe(2);
  });

  test('after a lost answer finds what arrived nevertheless', async () => {
    const { desk, undone } = await atWork(2);
    rig.isLost = true;
    await approve('c0');
    expect(rig.standing('c0')).toBe('failed');
    rig.isLost = false;
    await desk.refresh();
    await until(() => done().length === 1, 'it is known to have arrived');
    await desk.undo();
    expect([undone.map(({ id }) => id), rig.standing('c0')]).toEqual([['c0'], 'waiting']);
  });

  test.each(['not-newest', 'not-allowed', 'not-found'] as const)(
    'is over with a refusal for good (%s): that is said, and the one before can be taken back',
    async (code) => {
      const { desk, undone } = await atWork(2);
      await approve('c0');
      await approve('c1');
      rig.refusals.set('undo', refusal(code));
      await desk.undo();
      expect([done(), refused()]).toEqual([['c0'], [['undo', 'c1', code]]]);
      rig.refusals.clear();
      await desk.undo();
      expect([undone.map(({ id }) => id), done()]).toEqual([['c1', 'c0'], []]);
      desk.forgive('c1');
      expect(refused()).toEqual([]);
    },
  );

  test.each(['store-unavailable', 'rate-limited'] as const)('can be tried again after %s', async (code) => {
    const { desk, undone } = await atWork(1);
    await approve('c0');
    rig.refusals.set('undo', refusal(code));
    await desk.undo();
    expect([done(), refused()]).toEqual([['c0'], [['undo', 'c0', code]]]);
    rig.refusals.clear();
    await desk.undo();
    expect([done(), refused(), new Set(undone.map(({ key }) => key)).size]).toEqual([[], [], 1]);
  });

  test('says so when a colleague was faster, and shows what they did', async () => {
    const { desk, queue } = await atWork(1);
    await approve('c0');
    const theirs = queue.put(decidedCard(queue.cards.get('c0') ?? reviewCard(''), 'nora', 'refused'));
    await desk.undo();
    expect([done(), refused()]).toEqual([[], [['undo', 'c0', 'not-newest']]]);
    expect(rig.review.closed.get('c0')).toBe(theirs.v);
  });
});

describe('what is wished for a comment, and refused, is said until it is done', () => {
  test.each(['own-decision', 'not-allowed'] as const)(
    'deciding what is for somebody else to say (%s): nothing about the comment has changed',
    async (code) => {
      const { queue } = await atWork(2);
      rig.refusals.set('decide', refusal(code, { card: queue.cards.get('c0') }));
      await approve('c0');
      expect([refused(), rig.standing('c0')]).toEqual([[['decide', 'c0', code]], 'waiting']);
      rig.refusals.clear();
      await approve('c0');
      expect([refused(), done()]).toEqual([[], ['c0']]);
    },
  );

  test('bringing back what was put aside', async () => {
    const { desk } = await atWork(1);
    const aside = decidedCard(reviewCard('c0'), 'me');
    rig.refusals.set('undo', refusal('store-unavailable'));
    await desk.wake(aside);
    expect(refused()).toEqual([['wake', 'c0', 'store-unavailable']]);
    rig.refusals.clear();
    rig.queue.put(aside);
    await desk.wake(aside);
    expect(refused()).toEqual([]);
  });

  test('taking over from a colleague', async () => {
    const { desk, queue, claimed } = await atWork(1);
    const theirs = queue.put({ ...reviewCard('c0'), claim: claimOf('nora') });
    rig.live?.onCard(theirs);
    rig.refusals.set('claim', refusal('store-unavailable'));
    await desk.takeOver('c0');
    expect([refused(), claimed]).toEqual([[['takeOver', 'c0', 'store-unavailable']], []]);
    rig.refusals.clear();
    await desk.takeOver('c0');
    expect([refused(), claimed, rig.review.entries.get('c0')?.card.claim?.by.id]).toEqual([[], ['c0'], 'me']);
  });
});

describe('what could not be loaded', () => {
  test('is said of the list that is there, until it is refreshed', async () => {
    const { desk } = await atWork(1);
    rig.refusals.set('page', refusal('store-unavailable'));
    await desk.refresh();
    expect([rig.review.phase, rig.review.trouble?.kind, rig.review.order]).toEqual(['ready', 'problem', ['c0']]);
    rig.refusals.clear();
    await desk.refresh();
    expect(rig.review.trouble).toBeNull();
  });

  test('is said of what comes after it, and tried again on request and with every refresh', async () => {
    const { desk } = await atWork(7);
    const fail = async (): Promise<void> => {
      rig.refusals.set('page', refusal('store-unavailable'));
      await desk.loadMore();
      expect(desk.state().more.kind).toBe('failed');
      rig.refusals.clear();
    };
    await fail();
    await desk.loadMore();
    expect([desk.state().more.kind, rig.review.order.length]).toEqual(['idle', 4]);
    await fail();
    await desk.refresh();
    await until(() => rig.review.order.length === 6, 'the next page is there');
    expect(desk.state().more.kind).toBe('idle');
  });

  test('is tried again by itself, also while news is live', async () => {
    jest.useFakeTimers();
    rig = new DeskRig([reviewCard('c0')]);
    await jest.advanceTimersByTimeAsync(0);
    rig.live?.onState(true);
    await jest.advanceTimersByTimeAsync(0);
    const before = rig.asked.length;
    await jest.advanceTimersByTimeAsync(30_000);
    expect(rig.asked.length).toBe(before);
    rig.refusals.set('page', refusal('store-unavailable'));
    await rig.desk.refresh();
    rig.refusals.clear();
    await jest.advanceTimersByTimeAsync(30_000);
    expect([rig.asked.length, rig.review.trouble]).toEqual([before + 2, null]);
  });

  test('is asked for again where nobody knows yet what became of an open comment', async () => {
    const { desk, queue } = await atWork(2);
    queue.put(decidedCard(queue.cards.get('c0') ?? reviewCard(''), 'nora'));
    rig.refusals.set('item', refusal('store-unavailable'));
    await desk.refresh();
    expect(rig.standing('c0')).toBe('gone');
    rig.refusals.clear();
    await desk.refresh();
    await until(() => rig.standing('c0') === 'settled', 'it is looked up');
  });
});
