import type { Answer, ConsoleApi } from '../../client-widget/console/api.ts';
import { createDesk } from '../../client-widget/console/desk.ts';
import type { Desk, DeskDeps } from '../../client-widget/console/desk.ts';
import type { LiveListener } from '../../client-widget/console/live.ts';
import type { HotThread } from '../../shared/heat.ts';
import { problemStatus } from '../../shared/problem.ts';
import type { ProblemCode } from '../../shared/problem.ts';
import type { ClaimView, Decided, Decision, ReviewCard } from '../../shared/review.ts';
import { decidedCard, ModelQueue, reviewCard } from './review-model.ts';
import { until } from './until.ts';

const PAGE = 2;
const away = { ok: false, trouble: { kind: 'unreachable' } } as const;

/** What the service answers where it refuses. */
export function refusal<T>(code: ProblemCode, extensions: Record<string, unknown> = {}): Answer<T> {
  const document = { type: '', title: '', status: problemStatus[code], detail: code, code, ...extensions };
  return { ok: false, trouble: { kind: 'problem', document } };
}

export const claimOf = (by: string): ClaimView => ({
  by: { id: by, name: by },
  at: '2023-11-14T22:13:20Z',
  until: '2023-11-14T22:14:50Z',
});

/** A desk over a model of the service. `isAway` cuts it off; `live` is what the socket would say. */
export class DeskRig {
  readonly queue = new ModelQueue();
  readonly sent: { id: string; decision: Decision; key: string }[] = [];
  readonly asked: (string | null)[] = [];
  readonly claimed: string[] = [];
  readonly released: string[] = [];
  readonly undone: { id: string; eventId: string; key: string }[] = [];
  private readonly decidedFrom = new Map<string, ReviewCard>();
  /** Keys of decisions that were taken. */
  private readonly taken = new Set<string>();
  /** What is answered instead, by the name of the call. */
  readonly refusals = new Map<keyof DeskDeps['api'], Answer<never>>();
  /** Calls whose answers are held back until they are let go; by name and, where they are about a comment, id. */
  private readonly held = new Map<string, Promise<void>>();
  now = 1_700_000_000_000;
  hot: HotThread[] = [];
  isAway = false;
  /** Whether what is asked is done, and only the answer does not arrive. */
  isLost = false;
  mustClaim = false;
  live: LiveListener | null = null;
  readonly desk: Desk;
  readonly stop: () => void;

  constructor(cards: ReviewCard[]) {
    for (const card of cards) this.queue.put(card);
    let keys = 0;
    this.desk = createDesk({
      me: 'me',
      api: this.api(),
      newKey: () => `key-${++keys}`,
      now: () => this.now,
      listen: (_who, listener) => {
        this.live = listener;
        return () => undefined;
      },
    });
    this.stop = this.desk.start();
  }

  get review() {
    return this.desk.state().review;
  }

  standing(id: string): string | undefined {
    return this.review.entries.get(id)?.standing.kind;
  }

  /** Holds back the answer to a call, not what it does; returns how to let it go. */
  hold(call: string): () => void {
    let letGo = (): void => undefined;
    this.held.set(call, new Promise((resolve) => (letGo = resolve)));
    return () => {
      this.held.delete(call);
      letGo();
    };
  }

  private async answer<T>(call: keyof DeskDeps['api'], work: () => Answer<T>, id = ''): Promise<Answer<T>> {
    if (this.isAway) return away;
    const answer = this.refusals.get(call) ?? work();
    await this.held.get(`${call} ${id}`.trim());
    return this.isLost ? away : answer;
  }

  private api(): Pick<ConsoleApi, keyof DeskDeps['api']> {
    return {
      ticket: () => this.answer('ticket', () => ({ ok: true, value: { ticket: 't', expiresAt: '' } })),
      bulks: () => this.answer('bulks', () => ({ ok: true, value: { items: [] } })),
      heat: () => this.answer('heat', () => ({ ok: true, value: { threads: this.hot } })),
      page: (_filter, cursor) => {
        this.asked.push(cursor);
        return this.answer('page', () => ({ ok: true, value: this.queue.page(cursor, PAGE) }));
      },
      snoozed: () => this.answer('snoozed', () => ({ ok: true, value: { items: [] } })),
      figures: () => this.answer('figures', () => ({ ok: true, value: this.queue.figures() })),
      context: () =>
        this.answer('context', () => ({ ok: true, value: { before: [], after: [], revisions: [], reports: [] } })),
      claim: (id, { takeOver = false }) => this.answer('claim', () => this.claim(id, takeOver), id),
      release: (id) => {
        this.released.push(id);
        return this.answer('release', () => ({ ok: true, value: null }), id);
      },
      undo: (id, eventId, key) => {
        this.undone.push({ id, eventId, key });
        return this.answer('undo', () => this.undo(id), id);
      },
      item: (id) =>
        this.answer(
          'item',
          () => {
            const card = this.queue.cards.get(id);
            return card === undefined ? refusal('not-found') : { ok: true, value: card };
          },
          id,
        ),
      decide: (id, decision, key) => {
        this.sent.push({ id, decision, key });
        return this.answer('decide', () => this.decide(id, key), id);
      },
    };
  }

  private decide(id: string, key: string): Answer<Decided> {
    const card = this.queue.cards.get(id);
    if (card === undefined) return refusal('not-found');
    // Once per key; what is there by now is answered.
    if (this.taken.has(key)) return { ok: true, value: { card } };
    if (this.mustClaim && card.claim?.by.id !== 'me') return refusal('claim-required', { card });
    if (card.review === 'closed') return refusal('already-decided', { card });
    this.decidedFrom.set(id, card);
    this.taken.add(key);
    return { ok: true, value: { card: this.queue.put(decidedCard(card, 'me')) } };
  }

  private claim(id: string, takeOver: boolean): Answer<Decided> {
    const card = this.queue.cards.get(id);
    if (card === undefined) return refusal('not-found');
    this.claimed.push(id);
    if (card.review === 'closed') return refusal('already-decided', { card });
    if (card.claim !== null && card.claim.by.id !== 'me' && !takeOver)
      return refusal('claimed-by-other', { card, by: card.claim.by.name });
    return { ok: true, value: { card: this.queue.put({ ...card, claim: claimOf('me') }) } };
  }

  private undo(id: string): Answer<Decided> {
    const card = this.queue.cards.get(id);
    if (card?.undo?.by.id !== 'me') return refusal('not-newest', { card });
    const before = this.decidedFrom.get(id) ?? card;
    return { ok: true, value: { card: this.queue.put({ ...before, v: card.v + 1, undo: null }) } };
  }
}

/** A desk with the list loaded, of so many comments: c0, c1 and so on, in this order. */
export async function deskAtWork(count: number): Promise<DeskRig> {
  const rig = new DeskRig(Array.from({ length: count }, (_, at) => reviewCard(`c${at}`, { at })));
  await until(() => rig.review.phase === 'ready', 'the list is loaded');
  return rig;
}
