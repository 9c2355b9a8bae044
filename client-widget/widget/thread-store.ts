import type { BranchOf, CommentView, ThreadChanges, ThreadMine, ThreadPage } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import { PAGE_MAX, PAGE_SIZE } from '../../shared/limits.ts';
import { path, readerRoutes } from '../../shared/routes.ts';
import type { Sort } from '../../shared/votes.ts';
import type { Config } from './config.ts';
import { isRefusedToken } from './identity.ts';
import type { Services } from './services.ts';
import { hasGap, reduce, type ThreadAction, type ThreadChange } from './thread-reduce.ts';
import type { ThreadState } from './thread-state.ts';
import type { ThreadView } from './thread-view.ts';

/** One thread with what can be asked of the service about it. `state` is current as soon as `dispatch` returns. */
export interface ThreadStore {
  readonly state: ThreadState;
  readonly key: string;
  /** Whether new top-level comments should wait; set by whoever draws the list. */
  busy: () => boolean;
  dispatch(action: ThreadAction | ThreadChange): void;
  load(sort: Sort): Promise<void>;
  more(): Promise<void>;
  replies(rootId: CommentId, cursor: string): Promise<void>;
  branch(id: string): Promise<void>;
  mine(): Promise<void>;
  /** Reads the counts of the first page again, which have no number in the stream to be asked for by. */
  recount(): Promise<void>;
  /**
   * Asks for what changed since the last known sequence. One request at a time; failures wait for the next occasion.
   * @param told what was told of that unasked
   */
  catchUp(told?: ThreadChanges): Promise<void>;
}

/** What is done about branches that are not on the page as a whole. Few pages have any. */
const branches = () => import('./thread-branches.ts');

export function createThread(
  { site: siteId, api, identity }: Services,
  view: ThreadView,
  { thread: key, passage }: Pick<Config, 'thread' | 'passage'>,
): ThreadStore {
  const page = (query: { sort: Sort; cursor?: string; limit?: number }) =>
    api<ThreadPage>(path(readerRoutes.comments, { siteId }, { thread: key, passage: passage ?? undefined, ...query }));
  let catching: Promise<void> | null = null;
  const returning = new Set<CommentId>();

  const branchOf = (commentId: string) => api<BranchOf>(path(readerRoutes.comment, { siteId, commentId }));
  const fetchRoots = async (before: ThreadState, news: readonly CommentView[]) => {
    const { orphansOf, pinnedElsewhere, returned } = await branches();
    for (const { id, rootId } of [...orphansOf(view.state, news), ...pinnedElsewhere(before, news)]) {
      if (returning.has(rootId)) continue;
      returning.add(rootId);
      branchOf(id)
        .then((branch) => store.dispatch(returned(branch)))
        .catch(() => undefined)
        .finally(() => returning.delete(rootId));
    }
  };

  const mine = async (again: boolean): Promise<void> => {
    const { token } = identity;
    if (token === null) return;
    try {
      const own = await api<ThreadMine>(path(readerRoutes.mine, { siteId }, { thread: key }), { token });
      store.dispatch({ type: 'mine', mine: own });
    } catch (error) {
      if (!isRefusedToken(error)) return;
      await identity.refused(token).catch(() => undefined);
      // A session's own token is over after minutes, and there is another one now. A guest is nobody any more.
      if (again && identity.token !== null && identity.token !== token) await mine(false);
    }
  };

  const store: ThreadStore = {
    get state() {
      return view.state;
    },
    key,
    busy: () => false,
    dispatch(action) {
      const before = view.state;
      if (typeof action === 'function') return view.set(action(before));
      view.set(reduce(before, action));
      const news = action.type === 'news' ? [action.comment] : action.type === 'changes' ? action.changes.comments : [];
      if (news.some(({ pinnedAt, rootId }) => pinnedAt !== null || !view.state.comments.has(rootId)))
        fetchRoots(before, news).catch(() => undefined);
    },
    async load(wanted) {
      const turn = ++view.turn;
      const first = await page({ sort: wanted });
      if (turn === view.turn) view.show(first, wanted);
    },
    async more() {
      const { next, sort: current } = store.state;
      if (next === null) return;
      const more = await page({ sort: current, cursor: next });
      // The reader may have changed the order meanwhile.
      if (store.state.next === next) store.dispatch({ type: 'page', page: more, sort: current, append: true });
    },
    async replies(rootId, cursor) {
      const where = path(readerRoutes.replies, { siteId, commentId: rootId }, { cursor });
      const [{ withReplies }, page] = await Promise.all([
        branches(),
        api<{ items: CommentView[]; next: string | null }>(where),
      ]);
      store.dispatch(withReplies(rootId, page));
    },
    async branch(commentId) {
      const [{ withBranch }, branch] = await Promise.all([branches(), branchOf(commentId)]);
      // A page may show several threads; the link is for one of them.
      const isHere = passage === null || branch.root.passage === passage;
      if (isHere && branch.threadId === store.state.threadId) store.dispatch(withBranch(branch));
    },
    mine: () => mine(true),
    async recount() {
      const fresh = await page({ sort: store.state.sort }).catch(() => null);
      if (fresh !== null) store.dispatch({ type: 'counts', page: fresh });
    },
    catchUp(told) {
      catching ??= chase(told).finally(() => {
        catching = null;
      });
      return catching;
    },
  };

  view.show = (first, sort) => {
    store.dispatch({ type: 'page', page: first, sort });
    // The page may come from a cache and be a little older than what was already heard.
    if (hasGap(store.state)) void store.catchUp();
  };

  const chase = async (told?: ThreadChanges) => {
    let before: number;
    do {
      before = store.state.seq;
      // With as much as is known to have happened, so that no answer from before that is taken for this one.
      const query = { thread: key, since: before, ahead: store.state.ahead || undefined };
      const changes =
        told ?? (await api<ThreadChanges>(path(readerRoutes.changes, { siteId }, query)).catch(() => null));
      told = undefined;
      if (changes === null) return;
      if (changes.reset) await reload(changes.seq < before).catch(() => undefined);
      else store.dispatch({ type: 'changes', changes, hold: store.busy() });
    } while (hasGap(store.state) && store.state.seq > before);
  };

  /** As many comments as are on the screen now, so that the reader's place stays. */
  const reload = async (restart: boolean) => {
    const { sort: current, roots } = store.state;
    const limit = Math.min(PAGE_MAX, Math.max(PAGE_SIZE, roots.length));
    store.dispatch({ type: 'page', page: await page({ sort: current, limit }), sort: current, restart });
  };

  return store;
}
