import type { ReviewCard, ReviewPage } from '../../shared/review.ts';
import type { Answer, ConsoleApi } from './api.ts';
import { fits, isNarrowed, queryOf } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import { comparePlaces, placeOf } from './queue-order.ts';
import { isDoubtful } from './review-reducer.ts';
import type { ReviewAction, ReviewState } from './review-state.ts';

/** How many pages one refresh asks for at most; what lies behind is loaded again on scrolling. */
const REFRESH_PAGES = 10;
const DOUBT_MS = 2_000;

export interface LoaderDeps {
  api: Pick<ConsoleApi, 'page' | 'snoozed'>;
  ask: <T>(request: Promise<Answer<T>>) => Promise<Answer<T>>;
  review: () => ReviewState;
  dispatch: (action: ReviewAction) => void;
  /** Asks for what else a refresh renews. */
  renewAround: () => void;
  onLoadingMore: (isLoading: boolean) => void;
}

export interface Loader {
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
  /** To be called after every change: looks again where the list and the numbers disagree for a while. */
  check: () => void;
  stop: () => void;
}

/** Gets the list from the service and keeps it in step with the numbers. */
export function createLoader({ api, ask, review, dispatch, renewAround, onLoadingMore }: LoaderDeps): Loader {
  let refreshing: Promise<void> | null = null;
  let isStale = false;
  let isLoadingMore = false;
  let doubt: ReturnType<typeof setTimeout> | undefined;
  let figures = review().figures;

  async function pageOf(filter: DeskFilter, cursor: string | null, limit?: number): Promise<Answer<ReviewPage>> {
    if (filter.tab !== 'snoozed') return ask(api.page(queryOf(filter), cursor, limit));
    const answer = await ask(api.snoozed(filter.site));
    if (!answer.ok) return answer;
    const items = answer.value.items.filter((card) => fits(card, filter));
    return { ok: true, value: { items, next: null, count: items.length } };
  }

  /** One at a time; asked for again meanwhile, it runs once more, since the first answer may be older than the wish. */
  function refresh(): Promise<void> {
    isStale = true;
    refreshing ??= reloadWhileStale().finally(() => (refreshing = null));
    return refreshing;
  }

  async function reloadWhileStale(): Promise<void> {
    while (isStale) {
      isStale = false;
      renewAround();
      await reload();
    }
  }

  /** Asks for everything that is loaded once more, from the top, and applies it as one page. */
  async function reload(): Promise<void> {
    const { tick: since, edge, complete, filter } = review();
    const items: ReviewCard[] = [];
    let cursor: string | null = null;
    for (let pages = 1; ; pages++) {
      const answer: Answer<ReviewPage> = await pageOf(filter, cursor);
      if (!answer.ok) return dispatch({ type: 'fetch-failed', trouble: answer.trouble });
      const value: ReviewPage = answer.value;
      items.push(...value.items);
      cursor = value.next;
      const last = items.at(-1);
      const isCovered = !complete && (edge === null || (last !== undefined && comparePlaces(placeOf(last), edge) >= 0));
      if (cursor === null || isCovered || pages >= REFRESH_PAGES) {
        return dispatch({ type: 'fetched', page: { ...value, items }, after: null, since, filter });
      }
    }
  }

  async function loadMore(): Promise<void> {
    const { cursor, edge, tick: since, filter } = review();
    if (cursor === null || isLoadingMore) return;
    onLoadingMore((isLoadingMore = true));
    const answer = await pageOf(filter, cursor);
    onLoadingMore((isLoadingMore = false));
    if (answer.ok) dispatch({ type: 'fetched', page: answer.value, after: edge, since, filter });
    // A cursor may outlive its place in the list; from the top there is always a way.
    else if (answer.trouble.kind === 'problem' && answer.trouble.document.code === 'cursor-invalid') await refresh();
  }

  /** The numbers of the queues do not tell how much there is of a part of them. */
  async function recount(): Promise<void> {
    const { filter } = review();
    const answer = await pageOf(filter, null, 1);
    if (answer.ok) dispatch({ type: 'counted', count: answer.value.count, filter });
  }

  function check(): void {
    const now = review();
    const isUncounted = now.figures !== figures && isNarrowed(now.filter) && !now.complete;
    figures = now.figures;
    if (!isUncounted && !isDoubtful(now)) return;
    doubt ??= setTimeout(() => {
      doubt = undefined;
      // News and numbers come one after the other: only what still differs is doubtful.
      if (isDoubtful(review())) void refresh();
      else if (isUncounted) void recount();
    }, DOUBT_MS);
  }

  return { refresh, loadMore, check, stop: () => clearTimeout(doubt) };
}
