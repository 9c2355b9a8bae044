import type { ReviewCard, ReviewPage } from '../../shared/review.ts';
import { cardOf, statusOf } from './api.ts';
import type { Answer, ConsoleApi } from './api.ts';
import type { HotThread } from '../../shared/heat.ts';
import { createHeatList } from './heat-list.ts';
import type { LiveListener } from './live.ts';
import { comparePlaces, placeOf } from './queue-order.ts';
import { reduceReview } from './review-reducer.ts';
import { emptyReview, isDecidable } from './review-state.ts';
import type { Attempt, Choice, ReviewAction, ReviewState } from './review-state.ts';

export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

export interface DeskState {
  readonly review: ReviewState;
  readonly connection: Connection;
  readonly loadingMore: boolean;
  /** Discussions that boil over. */
  readonly hot: readonly HotThread[];
}

/** A moderator's desk: the review state, and everything that moves it. */
export interface Desk {
  state: () => DeskState;
  subscribe: (listener: () => void) => () => void;
  /** Begins listening and loading; the returned function ends both. */
  start: () => () => void;
  dispatch: (action: ReviewAction) => void;
  refresh: () => Promise<void>;
  loadMore: () => Promise<void>;
  decide: (id: string, choice: Choice) => Promise<void>;
  /** Sends a failed decision again, with the key it had. What failed because nobody was reached is sent again by itself. */
  retry: (id: string) => Promise<void>;
}

export interface DeskDeps {
  me: string;
  api: Pick<ConsoleApi, 'page' | 'item' | 'decide' | 'ticket' | 'heat'>;
  listen: (ticket: () => Promise<string | null>, listener: LiveListener) => () => void;
  newKey: () => string;
}

const POLL_MS = 10_000;
const DOUBT_MS = 2_000;
/** How many pages one refresh asks for at most; what lies behind is loaded again on scrolling. */
const REFRESH_PAGES = 10;

export function createDesk({ me, api, listen, newKey }: DeskDeps): Desk {
  let state: DeskState = { review: emptyReview(me), connection: 'connecting', loadingMore: false, hot: [] };
  let isLive: boolean | null = null;
  let isReachable = true;
  let refreshing: Promise<void> | null = null;
  let isStale = false;
  let doubtTimer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const lookups = new Set<string>();

  function set(change: Partial<DeskState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function dispatch(action: ReviewAction): void {
    set({ review: reduceReview(state.review, action) });
    if (state.review.doubt) doubtTimer ??= setTimeout(() => void refresh(), DOUBT_MS);
    for (const { card, standing } of state.review.entries.values()) if (standing.kind === 'gone') void lookUp(card.id);
  }

  function showConnection(): void {
    const connection = !isReachable ? 'offline' : isLive === null ? 'connecting' : isLive ? 'live' : 'polling';
    if (connection !== state.connection) set({ connection });
  }

  async function ask<T>(request: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await request;
    const wasReachable = isReachable;
    isReachable = answer.ok || answer.trouble.kind !== 'unreachable';
    showConnection();
    if (isReachable && !wasReachable) resend();
    return answer;
  }

  /** Asks who closed a comment that left the list while the moderator was at it. */
  async function lookUp(id: string): Promise<void> {
    if (lookups.has(id)) return;
    lookups.add(id);
    const answer = await ask(api.item(id));
    if (answer.ok) dispatch({ type: 'looked-up', card: answer.value });
    else if (statusOf(answer.trouble) === 404) dispatch({ type: 'dropped', id });
    lookups.delete(id);
  }

  /** One at a time; asked for again meanwhile, it runs once more, since the first answer may be older than the wish. */
  function refresh(): Promise<void> {
    clearTimeout(doubtTimer);
    doubtTimer = undefined;
    isStale = true;
    refreshing ??= reloadWhileStale().finally(() => (refreshing = null));
    return refreshing;
  }

  async function reloadWhileStale(): Promise<void> {
    while (isStale) {
      isStale = false;
      void heat.load();
      await reload();
    }
  }

  /** Asks for everything that is loaded once more, from the top, and applies it as one page. */
  async function reload(): Promise<void> {
    const { tick: since, edge, complete } = state.review;
    const items: ReviewCard[] = [];
    let cursor: string | null = null;
    for (let pages = 1; ; pages++) {
      const answer: Answer<ReviewPage> = await ask(api.page(cursor));
      if (!answer.ok) return dispatch({ type: 'fetch-failed', trouble: answer.trouble });
      const value: ReviewPage = answer.value;
      items.push(...value.items);
      cursor = value.next;
      const last = items.at(-1);
      const isCovered = !complete && (edge === null || (last !== undefined && comparePlaces(placeOf(last), edge) >= 0));
      if (cursor === null || isCovered || pages >= REFRESH_PAGES) {
        return dispatch({ type: 'fetched', page: { ...value, items }, after: null, since });
      }
    }
  }

  const heat = createHeatList(
    () => ask(api.heat()),
    (hot) => set({ hot }),
  );

  async function loadMore(): Promise<void> {
    const { cursor, edge, tick: since } = state.review;
    if (cursor === null || state.loadingMore) return;
    set({ loadingMore: true });
    const answer = await ask(api.page(cursor));
    set({ loadingMore: false });
    if (answer.ok) dispatch({ type: 'fetched', page: answer.value, after: edge, since });
    // A cursor may outlive its place in the list; from the top there is always a way.
    else if (answer.trouble.kind === 'problem' && answer.trouble.document.code === 'cursor-invalid') await refresh();
  }

  async function send(id: string, attempt: Attempt): Promise<void> {
    const { choice, key, expectedV, expectedRev } = attempt;
    dispatch({ type: 'sent', id, attempt });
    const answer = await ask(api.decide(id, { ...choice, expectedV, expectedRev }, key));
    if (answer.ok) return dispatch({ type: 'decided', ...answer.value });
    const { trouble } = answer;
    if (statusOf(trouble) === 404) return dispatch({ type: 'dropped', id });
    dispatch({ type: 'declined', id, attempt, trouble, card: cardOf(trouble) });
  }

  async function decide(id: string, choice: Choice): Promise<void> {
    const entry = state.review.entries.get(id);
    if (entry === undefined || !isDecidable(entry)) return;
    await send(id, { key: newKey(), choice, expectedV: entry.card.v, expectedRev: entry.card.rev });
  }

  async function retry(id: string): Promise<void> {
    const standing = state.review.entries.get(id)?.standing;
    if (standing?.kind === 'failed') await send(id, standing.attempt);
  }

  /** The service answers again: what could not reach it goes out, each decision with the key it had. */
  function resend(): void {
    for (const { card, standing } of state.review.entries.values())
      if (standing.kind === 'failed' && standing.trouble.kind === 'unreachable') void retry(card.id);
  }

  function start(): () => void {
    const stopListening = listen(
      async () => {
        const answer = await ask(api.ticket());
        return answer.ok ? answer.value.ticket : null;
      },
      {
        onState: (live) => {
          isLive = live;
          showConnection();
          if (live) void refresh();
        },
        onOpened: (news) => dispatch({ type: 'opened', ...news }),
        onClosed: (news) => dispatch({ type: 'closed', ...news }),
        onHeat: heat.heard,
      },
    );
    const poll = setInterval(() => {
      if (isLive !== true || !isReachable) void refresh();
    }, POLL_MS);
    void refresh();
    return () => {
      stopListening();
      clearInterval(poll);
      clearTimeout(doubtTimer);
    };
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    dispatch,
    refresh,
    loadMore,
    decide,
    retry,
  };
}
