import type { ReviewCard, ReviewPage } from '../../shared/review.ts';
import { statusOf } from './api.ts';
import type { Answer, ConsoleApi, Trouble } from './api.ts';
import { fits, isNarrowed, queryOf } from './desk-filter.ts';
import type { DeskFilter } from './desk-filter.ts';
import { comparePlaces, placeOf } from './queue-order.ts';
import { isDoubtful } from './review-reducer.ts';
import type { ReviewAction, ReviewState } from './review-state.ts';

/** How many pages one refresh asks for at most; what lies behind is loaded again on scrolling. */
const REFRESH_PAGES = 10;
const DOUBT_MS = 2_000;

export interface LoaderDeps {
  api: Pick<ConsoleApi, 'page' | 'snoozed' | 'item'>;
  ask: <T>(request: Promise<Answer<T>>) => Promise<Answer<T>>;
  review: () => ReviewState;
  dispatch: (action: ReviewAction) => void;
  /** Asks for what else a refresh renews. */
  renewAround: () => void;
  onMore: (more: More) => void;
}

/** What comes after the part of the list that is loaded: failed, it is tried again by itself. */
export type More =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

export const NO_MORE: More = { kind: 'idle' };

export interface Loader {
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
  /** Whether something could not be loaded, and nothing loaded since has made up for it: it has to be tried again. */
  isBehind: () => boolean;
  /**
   * To be called after every change: looks again where the list and the numbers disagree for a while, and asks what became of
   * what left the list while the moderator was at it.
   */
  check: () => void;
  stop: () => void;
}

/** Gets the list from the service and keeps it in step with the numbers. */
export function createLoader({ api, ask, review, dispatch, renewAround, onMore }: LoaderDeps): Loader {
  let refreshing: Promise<void> | null = null;
  let isStale = false;
  let isListBehind = false;
  let more: More = NO_MORE;
  let doubt: ReturnType<typeof setTimeout> | undefined;
  let figures = review().figures;
  /** Ids of what is being looked up. */
  const lookups = new Set<string>();

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
      isListBehind = !(await reload());
    }
    if (more.kind === 'failed' && !isListBehind) void loadMore();
  }

  /** Asks for everything that is loaded once more, from the top, and applies it as one page. Whether that came. */
  async function reload(): Promise<boolean> {
    const { tick: since, edge, complete, filter } = review();
    const items: ReviewCard[] = [];
    let cursor: string | null = null;
    for (let pages = 1; ; pages++) {
      const answer: Answer<ReviewPage> = await pageOf(filter, cursor);
      if (!answer.ok) {
        // Of another part of the queue nothing has failed yet.
        if (filter === review().filter) dispatch({ type: 'fetch-failed', trouble: answer.trouble });
        return false;
      }
      const value: ReviewPage = answer.value;
      items.push(...value.items);
      cursor = value.next;
      const last = items.at(-1);
      const isCovered = !complete && (edge === null || (last !== undefined && comparePlaces(placeOf(last), edge) >= 0));
      if (cursor === null || isCovered || pages >= REFRESH_PAGES) {
        dispatch({ type: 'fetched', page: { ...value, items }, after: null, since, filter });
        return true;
      }
    }
  }

  async function loadMore(): Promise<void> {
    const { cursor, edge, tick: since, filter } = review();
    if (more.kind === 'loading') return;
    if (cursor === null) return setMore(NO_MORE);
    setMore({ kind: 'loading' });
    const answer = await pageOf(filter, cursor);
    const trouble = answer.ok || filter !== review().filter ? null : answer.trouble;
    // A cursor may outlive its place in the list; from the top there is always a way.
    const isOutdated = trouble?.kind === 'problem' && trouble.document.code === 'cursor-invalid';
    setMore(trouble === null || isOutdated ? NO_MORE : { kind: 'failed', trouble });
    if (answer.ok) dispatch({ type: 'fetched', page: answer.value, after: edge, since, filter });
    if (isOutdated) await refresh();
  }

  function setMore(next: More): void {
    more = next;
    onMore(next);
  }

  /** The numbers of the queues do not tell how much there is of a part of them. */
  async function recount(): Promise<void> {
    const { filter } = review();
    const answer = await pageOf(filter, null, 1);
    if (answer.ok) dispatch({ type: 'counted', count: answer.value.count, filter });
  }

  async function lookUp(id: string): Promise<void> {
    if (lookups.has(id)) return;
    lookups.add(id);
    const answer = await ask(api.item(id));
    if (answer.ok) dispatch({ type: 'heard', card: answer.value });
    else if (statusOf(answer.trouble) === 404) dispatch({ type: 'dropped', id });
    lookups.delete(id);
  }

  const gone = (): string[] =>
    [...review().entries.values()].flatMap(({ card, standing }) => (standing.kind === 'gone' ? card.id : []));

  function check(): void {
    for (const id of gone()) void lookUp(id);
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

  return {
    refresh,
    loadMore,
    isBehind: () => isListBehind || more.kind === 'failed' || gone().length > 0,
    check,
    stop: () => clearTimeout(doubt),
  };
}
