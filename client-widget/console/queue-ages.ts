import type { QueueFiguresView, ReviewFigures } from '../../shared/review.ts';
import type { Tab } from './desk-filter.ts';

/** Since when the oldest comment of all queues has waited; null where nothing waits. */
export function oldestOf(figures: ReviewFigures | null): string | null {
  const ages = Object.values(figures?.queues ?? {}).flatMap(({ oldestAt }) => oldestAt ?? []);
  return ages.reduce<string | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null);
}

/** The numbers of a tab. Of several queues together there is no p95: it does not follow from theirs. What was put aside has no age. */
export function figuresOf(figures: ReviewFigures | null, tab: Tab): QueueFiguresView | null {
  if (figures === null) return null;
  if (tab === 'snoozed') return { count: figures.snoozed, oldestAt: null, p95At: null };
  return tab === 'all' ? { count: figures.total, oldestAt: oldestOf(figures), p95At: null } : figures.queues[tab];
}
