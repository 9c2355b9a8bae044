import type { ReviewCard } from '../../shared/review.ts';
import type { Entry, ReviewAction, ReviewState } from './review-state.ts';

/**
 * Every decision changes what is known of an author, and every card brings that as of now: it is shown on all their cards,
 * whichever of them brought it. A card older than what is known of the same comment brings old figures.
 */
export function withFigures(before: ReviewState, after: ReviewState, action: ReviewAction): ReviewState {
  const figures = new Map<string, ReviewCard['author']>();
  for (const card of cardsOf(action)) {
    if ((before.entries.get(card.id)?.card.v ?? 0) <= card.v) figures.set(card.author.id, card.author);
  }
  if (figures.size === 0) return after;
  const changed: [string, Entry][] = [];
  for (const [id, entry] of after.entries) {
    const author = figures.get(entry.card.author.id);
    if (author === undefined || isSame(author, entry)) continue;
    const { published, refused } = author;
    changed.push([id, { ...entry, card: { ...entry.card, author: { ...entry.card.author, published, refused } } }]);
  }
  return changed.length === 0 ? after : { ...after, entries: new Map([...after.entries, ...changed]) };
}

/** The cards an action brings. */
export function cardsOf(action: ReviewAction): readonly ReviewCard[] {
  if (action.type === 'fetched') return action.page.items;
  return 'card' in action && action.card !== null ? [action.card] : [];
}

function isSame({ published, refused }: ReviewCard['author'], { card: { author } }: Entry): boolean {
  return author.published === published && author.refused === refused;
}
