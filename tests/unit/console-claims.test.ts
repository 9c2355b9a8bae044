import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Answer } from '../../client-widget/console/api.ts';
import { createClaims } from '../../client-widget/console/claims.ts';
import type { ClaimKeeper } from '../../client-widget/console/claims.ts';
import { CLAIM_MS, CLAIM_RENEW_MS } from '../../shared/limits.ts';
import type { Decided, ReviewCard } from '../../shared/review.ts';
import { reviewCard } from '../support/review-model.ts';

/** The claims of a service, for one window of "me". The clock is pinned. */
class Rig {
  readonly asked: string[] = [];
  readonly cards = new Map(['a', 'b', 'c'].map((id) => [id, reviewCard(id)]));
  isOff = false;
  open: string | null = null;
  readonly claims: ClaimKeeper = createClaims({
    me: () => 'me',
    window: 'w',
    now: () => Date.now(),
    api: {
      claim: (id, { takeOver = false }) => Promise.resolve(this.claim(id, takeOver)),
      release: (id) => {
        this.asked.push(`release ${id}`);
        this.cards.set(id, { ...this.card(id), claim: null });
        return Promise.resolve({ ok: true, value: null });
      },
    },
    heard: (card) => {
      this.cards.set(card.id, card);
      if (card.id === this.open) this.claims.see(card);
    },
  });

  card(id: string): ReviewCard {
    return this.cards.get(id) ?? reviewCard(id);
  }

  see(id: string | null): void {
    this.open = id;
    this.claims.see(id === null ? null : this.card(id));
  }

  /** What the socket tells. */
  told(id: string, by: string | null): void {
    this.cards.set(id, { ...this.card(id), claim: by === null ? null : this.claimOf(by) });
    this.see(this.open);
  }

  private claimOf(by: string): NonNullable<ReviewCard['claim']> {
    const [at, until] = [new Date().toISOString(), new Date(Date.now() + CLAIM_MS).toISOString()];
    return { by: { id: by, name: by }, at, until };
  }

  private claim(id: string, takeOver: boolean): Answer<Decided> {
    this.asked.push(takeOver ? `take over ${id}` : `claim ${id}`);
    const card = this.card(id);
    const other = card.claim !== null && card.claim.by.id !== 'me' && Date.parse(card.claim.until) > Date.now();
    if (other && !takeOver) {
      const document = { type: '', title: '', detail: '', status: 423, code: 'claimed-by-other' as const, card };
      return { ok: false, trouble: { kind: 'problem', document } };
    }
    return { ok: true, value: { card: this.isOff ? card : { ...card, claim: this.claimOf('me') } } };
  }
}

let rig: Rig;
const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
beforeEach(() => {
  jest.useFakeTimers({ now: 1_700_000_000_000 });
  rig = new Rig();
});
afterEach(() => {
  rig.claims.stop();
  jest.useRealTimers();
});

describe('claims', () => {
  test('what is open is claimed, renewed while somebody is here, and given up for what is opened next', async () => {
    rig.see('a');
    await pass(1000);
    expect(rig.asked).toEqual(['claim a']);
    await pass(2 * CLAIM_RENEW_MS);
    expect(rig.asked).toEqual(['claim a', 'claim a', 'claim a']);
    rig.see('b');
    await pass(1000);
    expect(rig.asked.slice(3)).toEqual(['release a', 'claim b']);
  });

  test('whoever only passes by claims nothing', async () => {
    for (const id of ['a', 'b', 'c', 'a', 'b', 'c']) rig.see(id);
    await pass(1000);
    expect(rig.asked).toEqual(['claim c']);
  });

  test('a claim ends with the decision, and is not given up before', async () => {
    rig.see('a');
    await pass(1000);
    rig.claims.spend('a');
    rig.see('b');
    await pass(1000);
    expect(rig.asked).toEqual(['claim a', 'claim b']);
  });

  test('a decision that was not taken leaves the claim, which is given up then, unless it is open again', async () => {
    rig.see('a');
    await pass(1000);
    rig.claims.spend('a');
    rig.see('b');
    rig.claims.settle('a', false);
    await pass(1000);
    expect(rig.asked).toEqual(['claim a', 'release a', 'claim b']);
    rig.claims.spend('b');
    rig.see('c');
    rig.see('b');
    rig.claims.settle('b', false);
    await pass(1000);
    expect(rig.asked.slice(3)).toEqual(['claim b']);
  });

  test('with its decision taken a claim has ended; opened again, it is claimed and given up as before', async () => {
    rig.see('a');
    await pass(1000);
    rig.claims.spend('a');
    rig.see('b');
    rig.claims.settle('a', true);
    // Taken back.
    rig.see('a');
    await pass(1000);
    rig.see('c');
    await pass(1000);
    expect(rig.asked).toEqual(['claim a', 'claim a', 'release a', 'claim c']);
  });

  test('several decisions on their way keep their claims each', async () => {
    rig.see('a');
    await pass(1000);
    rig.claims.spend('a');
    rig.see('b');
    await pass(1000);
    rig.claims.spend('b');
    rig.see('c');
    await pass(1000);
    rig.see('a');
    rig.see('c');
    await pass(1000);
    expect(rig.asked).toEqual(['claim a', 'claim b', 'claim c', 'release c', 'claim c']);
  });

  test('after a quarter of an hour without a key claims are left to lapse, and made again with the next key', async () => {
    rig.see('a');
    await pass(16 * 60_000);
    const before = rig.asked.length;
    await pass(10 * 60_000);
    expect(rig.asked.length).toBe(before);
    rig.claims.touch();
    await pass(0);
    expect(rig.asked.length).toBe(before + 1);
  });

  test('what a colleague is at is not asked for until it is free', async () => {
    rig.told('a', 'nora');
    rig.see('a');
    await pass(2 * CLAIM_RENEW_MS);
    expect(rig.asked).toEqual([]);
    rig.told('a', null);
    await pass(0);
    expect(rig.asked).toEqual(['claim a']);
  });

  test('what a colleague has let lapse is claimed by whoever has it open', async () => {
    rig.told('a', 'nora');
    rig.see('a');
    await pass(CLAIM_MS);
    expect(rig.asked).toEqual(['claim a']);
  });

  test('a colleague is taken over from on request, and I hear it when they do', async () => {
    rig.told('a', 'nora');
    rig.see('a');
    await rig.claims.claim('a', true);
    expect([rig.asked, rig.card('a').claim?.by.id]).toEqual([['take over a'], 'me']);
    rig.told('a', 'nora');
    await pass(CLAIM_RENEW_MS);
    expect(rig.asked).toEqual(['take over a']);
  });

  test('after a reconnection what is open is claimed again', async () => {
    rig.see('a');
    await pass(1000);
    rig.claims.again();
    await pass(0);
    expect(rig.asked).toEqual(['claim a', 'claim a']);
    // Taken for gone, and seen so by a page that was asked for meanwhile.
    rig.told('a', null);
    rig.claims.again();
    await pass(0);
    expect([rig.asked.length, rig.card('a').claim?.by.id]).toEqual([3, 'me']);
  });

  test('where nobody claims there is nothing to renew or to give up', async () => {
    rig.isOff = true;
    rig.see('a');
    await pass(3 * CLAIM_RENEW_MS);
    rig.see('b');
    await pass(1000);
    expect(rig.asked).toEqual(['claim a', 'claim b']);
  });

  test('what is put aside is not claimed', async () => {
    rig.cards.set('a', reviewCard('a', { queue: null, snoozedUntil: '2026-03-02T08:00:00Z' }));
    rig.see('a');
    await pass(1000);
    expect(rig.asked).toEqual([]);
  });
});
