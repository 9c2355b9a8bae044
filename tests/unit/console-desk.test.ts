import { afterEach, describe, expect, test } from '@jest/globals';
import type { HotThread } from '../../shared/heat.ts';
import { claimOf, deskAtWork, DeskRig, refusal } from '../support/desk-rig.ts';
import { decidedCard, reviewCard } from '../support/review-model.ts';
import { until } from '../support/until.ts';

let rig: DeskRig;
const atWork = async (count: number): Promise<DeskRig> => (rig = await deskAtWork(count));

describe('a desk', () => {
  afterEach(() => rig.stop());

  test('sends a decision again with the key it had, and a new one with a new key', async () => {
    const { desk, sent } = await atWork(2);
    rig.isAway = true;
    await desk.decide('c0', { action: 'approve' });
    expect([rig.standing('c0'), desk.state().connection]).toEqual(['failed', 'offline']);
    rig.isAway = false;
    await desk.retry('c0');
    await desk.decide('c1', { action: 'refuse', codes: ['spam', 'abuse'], note: 'n' });
    expect(sent.map(({ id }) => id)).toEqual(['c0', 'c0', 'c1']);
    expect([sent[1]?.key === sent[0]?.key, sent[2]?.key === sent[0]?.key]).toEqual([true, false]);
    expect(sent[2]?.decision).toMatchObject({
      ...{ action: 'refuse', codes: ['spam', 'abuse'], note: 'n', expectedV: 1, expectedRev: 1 },
    });
    expect(rig.review.order).toEqual([]);
  });

  test('forgets a site that is removed, with what is on its way and what could be taken back', async () => {
    const { desk } = await atWork(3);
    const removed = [...rig.queue.cards.values()].slice(0, 2);
    for (const card of removed) rig.queue.put({ ...card, v: 2, site: { id: 'gazette', name: 'La Gazette' } });
    await desk.refresh();
    const letGo = rig.hold('decide c0');
    const decided = desk.decide('c0', { action: 'approve' });
    for (const { id } of removed) rig.queue.cards.delete(id);
    rig.live?.onSiteRemoved({ site: { id: 'gazette', name: 'La Gazette' } });
    expect(rig.review.order).toEqual([]);
    await until(() => rig.review.order.length > 0, 'what is left is loaded');
    expect([rig.review.order, rig.review.selected, rig.review.count]).toEqual([['c2'], 'c2', 1]);
    letGo();
    await decided;
    expect([rig.review.order, desk.state().done, desk.state().refusals]).toEqual([['c2'], [], []]);
    // What was sent before comes too late.
    rig.live?.onCard({ ...reviewCard('c1'), v: 9 });
    expect([rig.review.order, desk.state().removed]).toEqual([['c2'], [{ id: 'gazette', name: 'La Gazette' }]]);
  });

  test('sends by itself what could not reach the service, once it answers again, with the key it had', async () => {
    const { desk, sent } = await atWork(2);
    rig.isAway = true;
    await desk.decide('c0', { action: 'approve' });
    await desk.refresh();
    expect(sent.length).toBe(1);
    rig.isAway = false;
    await desk.refresh();
    await until(() => rig.standing('c0') === undefined, 'the decision is taken');
    expect([sent.length, new Set(sent.map(({ key }) => key)).size]).toEqual([2, 1]);
  });

  test('shows what boils over: news at once, and no answer that is older than news', async () => {
    const hot = (id: string): HotThread => ({
      ...{ id, key: id, url: null, title: null, since: '', perMinute: 60, refused: null, of: null },
      ...{ site: { id: 'demo', name: 'Demo' }, pace: { everySeconds: 30, premod: false, closed: false } },
    });
    const shown = (): string[] => rig.desk.state().hot.map(({ id }) => id);
    const { desk } = await atWork(1);
    rig.hot = [hot('a')];
    await desk.refresh();
    expect(shown()).toEqual(['a']);
    const asking = desk.refresh();
    rig.live?.onHeat({ threads: [hot('a'), hot('b')] });
    await asking;
    expect(shown()).toEqual(['a', 'b']);
    rig.live?.onHeat({ threads: [] });
    expect(shown()).toEqual([]);
    rig.isAway = true;
    rig.hot = [hot('c')];
    await desk.refresh();
    expect(shown()).toEqual([]);
  });

  test('says why something beside the list is not known, until an answer or news tells it', async () => {
    const { desk, live, queue } = await atWork(1);
    const unread = (): string[] => Object.entries(desk.state().unread).flatMap(([what, why]) => (why ? [what] : []));
    for (const call of ['figures', 'heat', 'bulks'] as const) rig.refusals.set(call, refusal('store-unavailable'));
    await desk.refresh();
    await until(() => unread().length === 3, 'all three have failed');
    live?.onFigures(queue.figures());
    expect(unread()).toEqual(['heat', 'acts']);
    rig.refusals.clear();
    await desk.refresh();
    await until(() => unread().length === 0, 'all has been read');
  });

  test('decides a comment once, however often it is asked while the answer is on its way', async () => {
    const { desk, sent } = await atWork(1);
    await Promise.all([desk.decide('c0', { action: 'approve' }), desk.decide('c0', { action: 'approve' })]);
    expect(sent.length).toBe(1);
  });

  test('loads further pages, and a refresh asks for all that is loaded', async () => {
    const { desk } = await atWork(7);
    await desk.loadMore();
    expect(rig.review.order).toEqual(['c0', 'c1', 'c2', 'c3']);
    rig.queue.put(decidedCard(rig.queue.cards.get('c2') ?? reviewCard(''), 'nora'));
    await desk.refresh();
    expect(rig.review.order).toEqual(['c0', 'c1', 'c3', 'c4']);
    await desk.loadMore();
    await desk.loadMore();
    expect([rig.review.order.length, rig.review.complete]).toEqual([6, true]);
  });

  test('asks again after a reconnection, also while an older answer is still on its way', async () => {
    const { live, asked } = await atWork(1);
    const before = asked.length;
    const first = rig.desk.refresh();
    rig.queue.put(reviewCard('late', { at: 99 }));
    live?.onState(true);
    await first;
    expect([asked.length - before, rig.review.order]).toEqual([2, ['c0', 'late']]);
    expect(rig.desk.state().connection).toBe('live');
  });

  test('finds out who decided the open comment while it was away', async () => {
    const { desk } = await atWork(2);
    rig.queue.put(decidedCard(rig.queue.cards.get('c0') ?? reviewCard(''), 'nora'));
    await desk.refresh();
    await until(() => rig.standing('c0') === 'settled', 'the decision is looked up');
    expect(rig.review.entries.get('c0')?.card.outcome?.by.name).toBe('nora');
  });

  test('shows who was faster, and that a comment exists no more', async () => {
    const { desk } = await atWork(2);
    rig.queue.put(decidedCard(rig.queue.cards.get('c0') ?? reviewCard(''), 'nora'));
    await desk.decide('c0', { action: 'approve' });
    expect(rig.standing('c0')).toBe('settled');
    rig.queue.cards.delete('c1');
    await desk.decide('c1', { action: 'approve' });
    expect([rig.standing('c1'), rig.review.entries.get('c1')?.card.outcome]).toEqual(['settled', null]);
  });

  test('says when the list could not be loaded, and loads it when asked again', async () => {
    rig = new DeskRig([reviewCard('c0')]);
    rig.isAway = true;
    await rig.desk.refresh();
    await until(() => rig.review.phase !== 'loading', 'an answer');
    rig.isAway = false;
    await rig.desk.refresh();
    expect([rig.review.phase, rig.review.order]).toEqual(['ready', ['c0']]);
  });

  test('takes back the newest thing I did, then the one before, and says why something cannot be', async () => {
    const { desk } = await atWork(3);
    await desk.decide('c0', { action: 'approve' });
    await desk.decide('c1', { action: 'approve' });
    const done = (): string[] => desk.state().done.map(({ card }) => card.id);
    expect(done()).toEqual(['c1', 'c0']);
    await desk.undo();
    expect([done(), rig.review.selected, rig.standing('c1')]).toEqual([['c0'], 'c1', 'waiting']);
    rig.isAway = true;
    await desk.undo();
    expect(desk.state().refusals.map(({ wish, trouble }) => [wish, trouble.kind])).toEqual([['undo', 'unreachable']]);
    rig.isAway = false;
    await desk.undo();
    expect([done(), new Set(rig.undone.map(({ key }) => key)).size]).toEqual([[], 2]);
    await desk.undo();
    expect(rig.undone.length).toBe(3);
  });

  test('offers to take back nothing that a colleague has changed since', async () => {
    const { desk, live } = await atWork(1);
    await desk.decide('c0', { action: 'approve' });
    const theirs = { ...decidedCard(rig.queue.cards.get('c0') ?? reviewCard(''), 'nora', 'refused') };
    live?.onCard(theirs);
    expect(desk.state().done).toEqual([]);
  });

  test('claims first where a decision needs a claim, and sends the same decision then', async () => {
    const { desk, sent } = await atWork(2);
    rig.mustClaim = true;
    await desk.decide('c0', { action: 'approve' });
    expect(sent.map(({ id }) => id)).toEqual(['c0', 'c0']);
    expect([new Set(sent.map(({ key }) => key)).size, rig.standing('c0')]).toEqual([1, undefined]);
  });

  test('keeps its claim while the decision is on its way, and gives it up once that was refused', async () => {
    const { desk, released } = await atWork(2);
    await desk.takeOver('c0');
    rig.refusals.set('decide', refusal('store-unavailable'));
    const letGo = rig.hold('decide c0');
    const deciding = desk.decide('c0', { action: 'approve' });
    expect([rig.review.selected, released]).toEqual(['c1', []]);
    letGo();
    await deciding;
    expect([rig.standing('c0'), released]).toEqual(['failed', ['c0']]);
  });

  test('says how long the comment was open', async () => {
    const { desk, sent } = await atWork(1);
    rig.now += 4200;
    await desk.decide('c0', { action: 'approve' });
    expect(sent[0]?.decision.openMs).toBe(4200);
  });

  test('shows the numbers, and who is at what, as they are told', async () => {
    const { live, queue } = await atWork(2);
    live?.onFigures({ ...queue.figures(), total: 7 });
    live?.onClaimed({ id: 'c1', v: 1, claim: claimOf('nora') });
    expect([rig.review.figures?.total, rig.review.entries.get('c1')?.card.claim?.by.id]).toEqual([7, 'nora']);
  });

  test('asks for what was put aside elsewhere than for what waits', async () => {
    const { desk, asked } = await atWork(1);
    const before = asked.length;
    desk.show({ tab: 'snoozed' });
    await until(() => rig.review.phase === 'ready', 'the list is loaded');
    expect([rig.review.order, asked.length]).toEqual([[], before]);
  });
});

/** All orders of these. */
function orders<T>(these: readonly T[]): T[][] {
  if (these.length === 0) return [[]];
  return these.flatMap((one, at) => orders(these.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

describe('whom a colleague was faster than', () => {
  const HAPPENS = ['decide', 'answer', 'claim', 'page', 'takeover', 'news'] as const;
  type Happens = (typeof HAPPENS)[number];
  const desks: DeskRig[] = [];
  afterEach(() => desks.splice(0).forEach((desk) => desk.stop()));
  const all = orders(HAPPENS).filter((order) => order.indexOf('decide') < order.indexOf('answer'));

  /**
   * A desk that has claimed a comment and asked for the list, and a colleague who takes the comment over and refuses it. All that
   * tells of it is on its way until it is played.
   * @param asOf whether claim and list are answered as of before that, or after
   */
  async function overtaken(asOf: 'before' | 'after'): Promise<[DeskRig, (what: Happens) => Promise<void>]> {
    const desk = await deskAtWork(3);
    desks.push(desk);
    const letGo = { claim: desk.hold('claim c0'), page: desk.hold('page'), answer: desk.hold('decide c0') };
    const isClaimed = (): Promise<unknown> => until(() => desk.claimed.includes('c0'), 'the open comment is claimed');
    if (asOf === 'before') await isClaimed();
    if (asOf === 'before') void desk.desk.refresh();
    const taken = { ...reviewCard('c0'), v: 2, claim: claimOf('nora') };
    const refused = desk.queue.put(decidedCard(taken, 'nora', 'refused'));
    if (asOf === 'after') await isClaimed();
    if (asOf === 'after') void desk.desk.refresh();
    const play = async (what: Happens): Promise<void> => {
      if (what === 'decide') void desk.desk.decide('c0', { action: 'approve' });
      else if (what === 'takeover') desk.live?.onCard(taken);
      else if (what === 'news') desk.live?.onCard(refused);
      else letGo[what]();
      await new Promise(setImmediate);
    };
    return [desk, play];
  }

  test.each(['before', 'after'] as const)(
    'is told who it was in whatever order the news comes, with answers as of %s it',
    async (asOf) => {
      const played = await Promise.all(all.map(() => overtaken(asOf)));
      for (const [at, [desk, play]] of played.entries()) {
        const order = all[at] ?? [];
        for (const what of order) {
          await play(what);
          expect([order, what, desk.review.order.includes('c0')]).toEqual([order, what, true]);
        }
        const { standing, card } = desk.review.entries.get('c0') ?? {};
        expect([order, standing?.kind, card?.outcome?.by.name]).toEqual([order, 'settled', 'nora']);
      }
    },
  );
});
