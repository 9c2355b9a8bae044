import type { Branch, BranchOf, CommentView, ThreadPage } from '../../shared/comment.ts';
import type { CommentId, ThreadId } from '../../shared/ids.ts';
import { REPLIES_SIZE } from '../../shared/limits.ts';
import { Problem } from '../../shared/problem.ts';
import type { Site } from '../../shared/site.ts';
import type { Sort } from '../../shared/votes.ts';
import { publicView } from '../comments/comment.ts';
import { pageOf, placeOf, readCursor } from '../cursor.ts';
import type { CommentDoc } from '../storage/comment-schema.ts';
import type { CommentStore } from '../storage/comments.ts';
import type { RatingStore } from '../storage/ratings.ts';
import type { ThreadState } from '../storage/threads.ts';
import { paceOf } from './pace.ts';
import { ratingOf } from './rate.ts';

export interface PageDeps {
  comments: Pick<
    CommentStore,
    | 'roots'
    | 'ranked'
    | 'rootsOfPassage'
    | 'countOfPassage'
    | 'pinned'
    | 'featuredIds'
    | 'replies'
    | 'repliesOfAll'
    | 'countReplies'
    | 'countVisible'
    | 'byId'
  >;
  feeds: { seqOf(threadId: string): Promise<number> };
  reactions: { count(threadId: ThreadId): Promise<number> };
  ratings: Pick<RatingStore, 'counts'>;
  threads: { stateOf(id: ThreadId): Promise<ThreadState> };
}

export interface PageQuery {
  site: Site;
  threadId: ThreadId;
  sort: Sort;
  cursor?: string | undefined;
  limit: number;
  /** Only what is about this passage of the article, in order of time. */
  passage?: string | undefined;
}

/**
 * One page of a thread, the same for everyone. The sequence is read before the comments, so that the live stream after it
 * can only repeat what the page has, never miss something.
 * @throws Problem `cursor-invalid`
 */
export async function readPage(
  deps: PageDeps & { offersSignIn: (site: Site) => Promise<boolean> },
  { site, threadId, sort: wanted, cursor, limit, passage }: PageQuery,
): Promise<ThreadPage> {
  const place = readCursor<CommentId>(cursor);
  const seq = await deps.feeds.seqOf(threadId);
  const { rating, ...offered } = site.settings.readers;
  const sort = passage === undefined || wanted === 'oldest' ? wanted : 'newest';
  const [found, count, like, stars, state] = await Promise.all([
    readRoots(deps, { threadId, passage, sort }, { place, limit: limit + 1 }),
    passage === undefined ? deps.comments.countVisible(threadId) : deps.comments.countOfPassage(threadId, passage),
    deps.reactions.count(threadId),
    rating ? deps.ratings.counts(threadId) : null,
    deps.threads.stateOf(threadId),
  ]);
  const { docs: roots, next } = pageOf(found, limit, (doc) => placeIn(sort, doc));
  // What is pinned stands before the first page in any order, and is in none of the others.
  const allPinned = place === null && state.hadPins === true ? await deps.comments.pinned(threadId) : [];
  const pinned = passage === undefined ? allPinned : allPinned.filter((doc) => doc.passage?.key === passage);
  const featured = state.hadFeatured === true ? await deps.comments.featuredIds(threadId) : [];
  return {
    threadId,
    seq,
    ...(passage === undefined ? {} : { passage }),
    count,
    reactions: { like },
    rating: stars && ratingOf(stars),
    offers: { ...offered, signIn: await deps.offersSignIn(site) },
    pace: paceOf(state, site),
    featured,
    items: await readBranches(deps, [...pinned, ...roots]),
    next,
  };
}

/** Of the whole thread, or of what is about one passage of the article, which only has orders of time. */
function readRoots(
  { comments }: PageDeps,
  { threadId, passage, sort }: Pick<PageQuery, 'threadId' | 'passage' | 'sort'>,
  at: { place: ReturnType<typeof readCursor<CommentId>>; limit: number },
): Promise<CommentDoc[]> {
  const inTime = { ...at, older: sort === 'oldest' };
  if (passage !== undefined) return comments.rootsOfPassage(threadId, passage, inTime);
  if (sort === 'newest' || sort === 'oldest') return comments.roots(threadId, inTime);
  return comments.ranked(threadId, { ...at, sort });
}

/** Replies for all roots in one query; only when there are too many, root by root. */
async function readBranches(deps: PageDeps, roots: CommentDoc[]): Promise<Branch[]> {
  const most = roots.length * REPLIES_SIZE;
  const all =
    roots.length === 0
      ? []
      : await deps.comments.repliesOfAll(
          roots.map((root) => root._id),
          most + 1,
        );
  if (all.length > most) return Promise.all(roots.map((root) => readBranch(deps, root)));
  const byRoot = new Map<CommentId, CommentDoc[]>(roots.map((root) => [root._id, []]));
  for (const reply of all) byRoot.get(reply.rootId)?.push(reply);
  return roots.map((root) => {
    const replies = (byRoot.get(root._id) ?? []).sort(byAge);
    return toBranch(root, replies, replies.length);
  });
}

async function readBranch(deps: PageDeps, root: CommentDoc): Promise<Branch> {
  const found = await deps.comments.replies(root._id, { place: null, limit: REPLIES_SIZE + 1 });
  const total = found.length > REPLIES_SIZE ? await deps.comments.countReplies(root._id) : found.length;
  return toBranch(root, found, total);
}

/** Where a comment stands in an order, as its cursor says it. */
function placeIn(sort: Sort, doc: CommentDoc): { at: Date | undefined; id: CommentId; priority?: number } {
  if (sort === 'newest' || sort === 'oldest') return placeOf(doc);
  if (sort === 'hot') return { at: doc.rank?.hotAt, id: doc._id };
  return { at: doc.rank && doc.createdAt, id: doc._id, priority: doc.rank?.[sort] ?? 0 };
}

function byAge(a: CommentDoc, b: CommentDoc): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a._id < b._id ? -1 : 1);
}

function toBranch(root: CommentDoc, found: CommentDoc[], total: number): Branch {
  const { replies, next } = toReplies(found);
  return { root: publicView(root), replies, next, more: Math.max(0, total - replies.length) };
}

function toReplies(found: CommentDoc[]): { replies: CommentView[]; next: string | null } {
  const { docs, next } = pageOf(found, REPLIES_SIZE, placeOf);
  return { replies: docs.map(publicView), next };
}

/**
 * More replies below one top-level comment.
 * @throws Problem `not-found` if that is not in sight, `cursor-invalid`
 */
export async function readReplies(
  deps: PageDeps,
  { siteId, rootId, cursor }: { siteId: string; rootId: CommentId; cursor: string | undefined },
): Promise<{ items: CommentView[]; next: string | null }> {
  const place = readCursor<CommentId>(cursor);
  const root = await deps.comments.byId(rootId);
  if (root?.siteId !== siteId || !root.listed) throw new Problem('not-found');
  const { replies, next } = toReplies(await deps.comments.replies(rootId, { place, limit: REPLIES_SIZE + 1 }));
  return { items: replies, next };
}

/** Levels above a linked comment that come with it. Each is looked up by itself, and threads may be deep on purpose. */
const ANCESTORS_SHOWN = 20;

/**
 * The branch one comment stands in, holding at least its root, its nearest ancestors and itself: where a permalink or a
 * notification leads, on whichever page the comment is.
 * @throws Problem `not-found` if it is not in sight
 */
export async function readBranchOf(
  deps: PageDeps,
  { siteId, commentId }: { siteId: string; commentId: CommentId },
): Promise<BranchOf> {
  const target = await deps.comments.byId(commentId);
  if (target?.siteId !== siteId || target.mod.vis !== 'visible') throw new Problem('not-found');
  const chain: CommentDoc[] = [];
  for (
    let at: CommentDoc | null = target;
    at !== null && at.parentId !== null && chain.length <= ANCESTORS_SHOWN;
    at = await deps.comments.byId(at.parentId)
  ) {
    chain.push(at);
  }
  const root = target.parentId === null ? target : await deps.comments.byId(target.rootId);
  if (root === null) throw new Problem('not-found');
  const branch = await readBranch(deps, root);
  const there = new Set(branch.replies.map((reply) => reply.id));
  const missing = chain.filter((doc) => !there.has(doc._id)).sort(byAge);
  return {
    ...branch,
    threadId: target.threadId,
    replies: [...branch.replies, ...missing.map(publicView)],
    more: Math.max(0, branch.more - missing.length),
  };
}
