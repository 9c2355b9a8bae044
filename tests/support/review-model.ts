import type { Hit } from '../../shared/moderation.ts';
import { REVIEW_QUEUES } from '../../shared/moderation-terms.ts';
import type { OutcomeView, ReviewCard, ReviewFigures, ReviewPage } from '../../shared/review.ts';

export interface CardShape extends Partial<Omit<ReviewCard, 'id' | 'priority' | 'verdict' | 'author'>> {
  points?: number;
  /** Seconds after an agreed moment. */
  at?: number;
  hits?: Hit[];
  name?: string;
}

const momentOf = (seconds: number): string => new Date(1_700_000_000_000 + seconds * 1000).toISOString();

/** A card that waits in the review queue. */
export function reviewCard(
  id: string,
  { points = 0, at = 0, hits = [], name = id, ...rest }: CardShape = {},
): ReviewCard {
  return {
    id,
    site: { id: 'demo', name: 'Demo' },
    thread: { id: 't', key: 'k', url: null, title: null },
    author: { id: `p-${id}`, name, published: 0, refused: 0 },
    parent: null,
    lang: 'fr',
    text: `text of ${id}`,
    rev: 1,
    v: 1,
    vis: 'hidden',
    review: 'open',
    queue: 'premod',
    snoozedUntil: null,
    claim: null,
    flags: null,
    appeal: null,
    undo: null,
    pinnedAt: null,
    featuredAt: null,
    priority: { total: points, parts: { level: points } },
    verdict: { rev: 1, rulesetV: 1, level: 'hold', ms: 1, hits, errors: [] },
    outcome: null,
    createdAt: momentOf(at),
    queuedAt: momentOf(at),
    ...rest,
  };
}

/** The same card after somebody decided. */
export function decidedCard(card: ReviewCard, by: string, kind: OutcomeView['kind'] = 'approved'): ReviewCard {
  return {
    ...card,
    v: card.v + 1,
    review: 'closed',
    queue: null,
    queuedAt: null,
    priority: null,
    claim: null,
    undo: { eventId: `event of ${card.id} ${card.v}`, by: { id: by, name: by }, at: momentOf(9) },
    outcome: {
      kind,
      codes: kind === 'approved' ? [] : ['abuse'],
      note: null,
      by: { kind: 'user', id: by, name: by },
      at: momentOf(9),
    },
  };
}

/** The review queue of the service, as plain as can be: what a console must agree with in the end. */
export class ModelQueue {
  readonly cards = new Map<string, ReviewCard>();

  waiting(): ReviewCard[] {
    return [...this.cards.values()]
      .filter((card) => (card.review === 'open' || card.review === 'escalated') && card.snoozedUntil === null)
      .sort(
        (a, b) =>
          (b.priority?.total ?? 0) - (a.priority?.total ?? 0) ||
          (a.queuedAt ?? '').localeCompare(b.queuedAt ?? '') ||
          (a.id < b.id ? -1 : 1),
      );
  }

  put(card: ReviewCard): ReviewCard {
    this.cards.set(card.id, card);
    return card;
  }

  /** A page of `limit`, the cursor being the number of the first item. */
  page(cursor: string | null, limit: number): ReviewPage {
    const waiting = this.waiting();
    const from = Number(cursor ?? 0);
    return {
      items: waiting.slice(from, from + limit),
      next: from + limit < waiting.length ? String(from + limit) : null,
      count: waiting.length,
    };
  }

  figures(): ReviewFigures {
    const none = { count: 0, oldestAt: null, p95At: null };
    const waiting = this.waiting();
    const queues = Object.fromEntries(
      REVIEW_QUEUES.map((queue) => [queue, { ...none, count: waiting.filter((card) => card.queue === queue).length }]),
    ) as ReviewFigures['queues'];
    const aside = [...this.cards.values()].filter(({ snoozedUntil }) => snoozedUntil !== null);
    return { queues, total: waiting.length, snoozed: aside.length };
  }
}
