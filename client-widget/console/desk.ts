import type { BulkView } from '../../shared/bulk.ts';
import type { HotThread } from '../../shared/heat.ts';
import type { ReviewCard } from '../../shared/review.ts';
import type { Answer, ConsoleApi } from './api.ts';
import { ALL_READ, createAround, troubleBeside } from './around.ts';
import type { Unread } from './around.ts';
import { NO_ACTS, withAct, withActs, type BulkActs } from './bulk-acts.ts';
import { createClaims } from './claims.ts';
import type { DeskFilter } from './desk-filter.ts';
import { doneAfter } from './done.ts';
import type { Done } from './done.ts';
import type { LiveListener } from './live.ts';
import { createLoader, NO_MORE } from './loader.ts';
import type { Loader, More } from './loader.ts';
import { withoutRefusal, withRefusal } from './refusals.ts';
import type { Refusal } from './refusals.ts';
import { besideWithout, type RemovedSite } from './removed-sites.ts';
import { reduceReview } from './review-reducer.ts';
import { emptyReview, isDecidable } from './review-state.ts';
import type { ReviewAction, ReviewState } from './review-state.ts';
import { createSender } from './sender.ts';
import type { Sender } from './sender.ts';

export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

export interface DeskState {
  readonly review: ReviewState;
  readonly connection: Connection;
  readonly more: More;
  /** Discussions that boil over. */
  readonly hot: readonly HotThread[];
  readonly unread: Unread;
  /** What I did last and can take back, newest first. */
  readonly done: readonly Done[];
  /** What I wished for comments and was not done, one for each at most. */
  readonly refusals: readonly Refusal[];
  /** Acts on many comments. */
  readonly acts: BulkActs;
  /** Sites removed meanwhile. */
  readonly removed: readonly RemovedSite[];
}

/** A moderator's desk: the review state, and everything that moves it. */
export interface Desk extends Pick<Loader, 'refresh' | 'loadMore'>, Pick<Sender, 'retry' | 'undo'> {
  state: () => DeskState;
  subscribe: (listener: () => void) => () => void;
  /** Begins listening and loading; the returned function ends both. */
  start: () => () => void;
  dispatch: (action: ReviewAction) => void;
  /** Puts another part of the queue on the desk. */
  show: (filter: DeskFilter) => void;
  decide: (id: string, choice: Parameters<Sender['decide']>[1]) => Promise<void>;
  /** Takes back somebody's last act, whoever did it: brings back what was put aside. */
  wake: (card: ReviewCard) => Promise<void>;
  /** Takes a colleague's claim over. */
  takeOver: (id: string) => Promise<void>;
  /** I have read what was refused for a comment. */
  forgive: (id: string) => void;
  /** The service has answered an act on many comments of mine, or the taking back of one. */
  acted: (bulk: BulkView) => void;
  /** I have seen what became of it. */
  unwatch: (bulkId: string) => void;
  /** Whether the desk is before the moderator's eyes: nothing is claimed for whoever is on another page. */
  attend: (isAttending: boolean) => void;
  context: ConsoleApi['context'];
  /** The moderator pressed something. */
  touch: () => void;
}

export interface DeskDeps {
  me: string;
  api: Pick<
    ConsoleApi,
    | 'page'
    | 'snoozed'
    | 'figures'
    | 'item'
    | 'context'
    | 'decide'
    | 'undo'
    | 'claim'
    | 'release'
    | 'ticket'
    | 'heat'
    | 'bulks'
  >;
  listen: (who: { ticket: () => Promise<string | null>; desk: string }, listener: LiveListener) => () => void;
  newKey: () => string;
  filter?: DeskFilter;
  now?: () => number;
}

const POLL_MS = 10_000;

export function createDesk({ me, api, listen, newKey, filter, now = Date.now }: DeskDeps): Desk {
  let state: DeskState = {
    review: emptyReview(me, filter),
    connection: 'connecting',
    more: NO_MORE,
    hot: [],
    unread: ALL_READ,
    done: [],
    refusals: [],
    acts: NO_ACTS,
    removed: [],
  };
  let isLive: boolean | null = null;
  let isReachable = true;
  let isAttending = true;
  /** Since when the selected comment is open. */
  let opened: { id: string | null; at: number } = { id: null, at: now() };
  const listeners = new Set<() => void>();
  const window = newKey();
  const review = (): ReviewState => state.review;

  function set(change: Partial<DeskState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  function dispatch(action: ReviewAction): void {
    // What another person did is not theirs to take back.
    if (action.type === 'signed-in' && action.me !== state.review.me) set({ done: [], refusals: [] });
    const done = doneAfter(state.done, state.review, { action, newKey });
    set({ review: reduceReview(state.review, action), done });
    loader.check();
    const { selected } = state.review;
    if (selected !== opened.id) opened = { id: selected, at: now() };
    attendTo(selected);
  }

  const refuse = (refusal: Refusal): void => set({ refusals: withRefusal(state.refusals, refusal) });
  const forgive = (id: string): void => set({ refusals: withoutRefusal(state.refusals, id) });

  function attendTo(id: string | null): void {
    const entry = id === null ? undefined : state.review.entries.get(id);
    claims.see(isAttending && entry !== undefined && isDecidable(entry) ? entry.card : null);
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
    if (isReachable && !wasReachable) sender.resend();
    return answer;
  }

  const heard = (card: ReviewCard): void => dispatch({ type: 'heard', card });

  const around = createAround({
    ...{ api, ask },
    showFigures: (figures) => dispatch({ type: 'figures', figures }),
    showHeat: (hot) => set({ hot }),
    showActs: (items) => set({ acts: withActs(state.acts, items) }),
    onUnread: (unread) => set({ unread }),
  });
  const loader = createLoader({
    ...{ api, ask, review, dispatch },
    renewAround: around.renew,
    onMore: (more) => set({ more }),
  });
  const claims = createClaims({ me: () => state.review.me, window, api, heard, now });
  const sender = createSender({
    ...{ api, ask, claims, review, dispatch, refuse, forgive, newKey },
    done: () => state.done,
    setDone: (done) => set({ done }),
  });

  function start(): () => void {
    const ticket = async (): Promise<string | null> => {
      const answer = await ask(api.ticket());
      return answer.ok ? answer.value.ticket : null;
    };
    const stopListening = listen(
      { ticket, desk: window },
      {
        onState: (live) => {
          isLive = live;
          showConnection();
          if (!live) return;
          claims.again();
          void loader.refresh();
        },
        onCard: heard,
        onClaimed: (news) => dispatch({ type: 'claimed', ...news }),
        onFigures: around.onFigures,
        onHeat: around.onHeat,
        onSiteRemoved({ site }) {
          dispatch({ type: 'site-removed', siteId: site.id });
          set(besideWithout(state, site));
          void loader.refresh();
        },
        onBulk: (bulk) => set({ acts: withAct(state.acts, bulk) }),
      },
    );
    const poll = setInterval(() => {
      const isBehind = loader.isBehind() || troubleBeside(state.unread) !== null;
      if (isLive !== true || !isReachable || isBehind) void loader.refresh();
    }, POLL_MS);
    void loader.refresh();
    return () => {
      stopListening();
      clearInterval(poll);
      loader.stop();
      claims.stop();
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
    show(wanted) {
      dispatch({ type: 'filtered', filter: wanted });
      void loader.refresh();
    },
    refresh: loader.refresh,
    loadMore: loader.loadMore,
    decide: (id, choice) => sender.decide(id, choice, id === opened.id ? now() - opened.at : undefined),
    retry: sender.retry,
    undo: sender.undo,
    wake: sender.wake,
    async takeOver(id) {
      const card = state.review.entries.get(id)?.card;
      if (card === undefined) return;
      forgive(id);
      const answer = await ask(claims.claim(id, true));
      if (!answer.ok) refuse({ wish: 'takeOver', card, trouble: answer.trouble });
    },
    forgive,
    attend(attending) {
      isAttending = attending;
      attendTo(state.review.selected);
    },
    acted: (bulk) => set({ acts: withAct(state.acts, bulk, true) }),
    unwatch: (bulkId) => set({ acts: { ...state.acts, watched: state.acts.watched.filter((id) => id !== bulkId) } }),
    context: (id) => ask(api.context(id)),
    touch: claims.touch,
  };
}
