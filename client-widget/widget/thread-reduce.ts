import type { CommentView, OwnCommentView, Pace, ThreadChanges, ThreadMine, ThreadPage } from '../../shared/comment.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { Sort } from '../../shared/votes.ts';
import { recounted, reduceCounts, type CountAction } from './thread-counts.ts';
import { countAfter, isElsewhere } from './thread-passage.ts';
import { isStillPicking, looking, withPick, type PickAction } from './thread-picks.ts';
import {
  commentsOf,
  isOlder,
  pageState,
  remaindersOf,
  type Comments,
  type ShownComment,
  type ThreadState,
} from './thread-state.ts';

/** A change that only who asks for it knows of. */
export type ThreadChange = (state: ThreadState) => ThreadState;

export type ThreadAction =
  /** `append`: the next page. `restart`: the stream of changes began anew, so what was heard before counts no more. */
  | { type: 'page'; page: ThreadPage; sort: Sort; append?: boolean; restart?: boolean }
  | { type: 'mine'; mine: ThreadMine }
  | { type: 'own'; comment: OwnCommentView }
  /** `hold`: the reader is busy below or writing, so new top-level comments wait behind the bar. */
  | { type: 'news'; seq: number; count: number; comment: CommentView; hold: boolean }
  | { type: 'changes'; changes: ThreadChanges; hold: boolean }
  | CountAction
  /** `seq`: as far as the stream has come by then. */
  | { type: 'pace'; pace: Pace; seq?: number }
  | PickAction
  /** What holds of the reader from now on: what they asked for, what was done about them, what they have sent. */
  | { type: 'holds'; now: Partial<Pick<ThreadState, 'told' | 'muted' | 'standing' | 'unsent'>> }
  | { type: 'reveal' };

/** Whether news was missed, so that the changes since `seq` have to be asked for. */
export const hasGap = (state: ThreadState): boolean => state.ahead > state.seq;

export function reduce(state: ThreadState, action: ThreadAction): ThreadState {
  switch (action.type) {
    case 'page':
      if (action.append) return append(state, action.page);
      return replace(action.restart ? { ...state, ahead: 0 } : state, action.page, action.sort);
    case 'mine': {
      const { comments, voices, ...mine } = action.mine;
      const said = new Map(voices.map(({ id, ...voice }) => [id, voice]));
      return comments.reduce<ThreadState>(own, { ...state, ...mine, voices: said });
    }
    case 'own': {
      const known = own(state, action.comment);
      return { ...known, picking: isStillPicking(state, action.comment), count: countAfter(state, known, state.count) };
    }
    case 'news': {
      const { seq, count, comment, hold } = action;
      // Told again, or late: the page or the changes said it already.
      if (seq <= state.seq) return state;
      const known = arrive(state, comment, hold);
      return {
        ...known,
        count: countAfter(state, known, seq > state.ahead ? count : state.count),
        ahead: Math.max(state.ahead, seq),
        seq: seq === state.seq + 1 ? seq : state.seq,
      };
    }
    case 'changes': {
      const { seq, count, reactions, pace, comments } = action.changes;
      const before: ThreadState = { ...state, reactions, pace };
      const known = comments.reduce<ThreadState>((now, comment) => arrive(now, comment, action.hold), before);
      return {
        ...known,
        count: countAfter(before, known, seq >= state.ahead ? count : state.count),
        ahead: Math.max(state.ahead, seq),
        seq: Math.max(state.seq, seq),
      };
    }
    case 'reactions':
    case 'rating':
    case 'tallies':
    case 'counts':
      return reduceCounts(state, action);
    case 'pace':
      return { ...state, pace: action.pace, ahead: Math.max(state.ahead, action.seq ?? 0) };
    case 'picking':
      return looking(state, action.on);
    case 'holds':
      return { ...state, ...action.now };
    case 'reveal':
      return state.waiting.reduce<ThreadState>((now, id) => place(now, id, true), { ...state, waiting: [] });
  }
}

/** A page asked for anew is the truth, but for what is newer here and what only the reader may see. */
function replace(state: ThreadState, page: ThreadPage, sort: Sort): ThreadState {
  const fresh = pageState(page, sort);
  const newer = [...fresh.comments.keys()].flatMap((id) => state.comments.get(id) ?? []);
  const { reaction, stars, voices, standing, told, muted, unsent } = state;
  const base: ThreadState = {
    ...fresh,
    ahead: Math.max(state.ahead, page.seq),
    ...{ reaction, stars, voices, standing, told, muted, unsent },
    picking: state.picking && page.featured.length > 0,
    comments: merged(fresh.comments, newer),
  };
  return [...state.comments.values()].filter(isUnpublished).reduce<ThreadState>(own, seated(base, base.roots));
}

function append(state: ThreadState, page: ThreadPage): ThreadState {
  const there = new Set(state.roots);
  const roots = page.items.map(({ root }) => root.id).filter((id) => !there.has(id));
  return {
    ...seated({ ...state, comments: merged(state.comments, commentsOf(page)) }, [...state.roots, ...roots]),
    waiting: state.waiting.filter((id) => !roots.includes(id)),
    next: page.next,
    more: new Map([...state.more, ...remaindersOf(page)]),
  };
}

/** A comment of the reader is always drawn at once, wherever its root is. */
function own(state: ThreadState, view: OwnCommentView): ThreadState {
  if (isElsewhere(state, view)) return state;
  // What they took back is to them what it is to everyone.
  const comment: ShownComment =
    view.state === 'withdrawn' ? { ...view, state: 'removed', author: null, body: [] } : view;
  const known = { ...state, comments: merged(state.comments, [comment]) };
  return comment.parentId === null ? place(known, comment.id, true) : known;
}

/**
 * A top-level comment that is news is put in its place or behind the bar. A removed one shows only above replies; one that is
 * pinned, or no longer, moves at once.
 */
function arrive(before: ThreadState, view: CommentView, hold: boolean): ThreadState {
  const { id, parentId } = view;
  if (isElsewhere(before, view)) return before;
  const state = withPick({ ...before, comments: merged(before.comments, [view]) }, id);
  if (parentId !== null) return state;
  if (pinnedAt(state, id) !== pinnedAt(before, id) && state.roots.includes(id)) return seated(state, state.roots);
  if (pinnedAt(state, id) !== null) return place(state, id, true);
  if (state.roots.includes(id) || state.waiting.includes(id) || state.linked === id) return state;
  if (state.comments.get(id)?.state === 'removed') return place(state, id, false);
  // Oldest first, and not everything loaded: its place is after comments that are not here yet.
  const unreachable = state.sort === 'oldest' && state.next !== null;
  const placed = place(state, id, false);
  // Newest first, what belongs on a page to come is nothing new, whatever was changed about it.
  const isLater = state.sort === 'newest' && !placed.roots.includes(id);
  return isLater || !(hold || unreachable) ? placed : { ...state, waiting: [...state.waiting, id] };
}

/** Puts a top-level comment where its time belongs. Beyond the loaded pages only if it must be seen. */
export function place(state: ThreadState, id: CommentId, always: boolean): ThreadState {
  if (!state.comments.has(id) || state.roots.includes(id)) return state;
  const placed = seated(state, isByTime(state.sort) ? [...state.roots, id] : [id, ...state.roots]);
  if (placed.roots.at(-1) === id && state.next !== null && !always) return state;
  return { ...placed, waiting: state.waiting.filter((other) => other !== id) };
}

/** Whether what is drawn is in the order of time; any other is as the page was, so that nothing moves while votes come in. */
const isByTime = (sort: Sort): boolean => sort === 'newest' || sort === 'oldest';

/** Draws these top-level comments, in their order. */
function seated(state: ThreadState, ids: readonly CommentId[]): ThreadState {
  const known = ids.flatMap((id) => state.comments.get(id) ?? []);
  const order = (a: ShownComment, b: ShownComment): number => {
    if (a.pinnedAt !== b.pinnedAt) return (a.pinnedAt ?? LAST) < (b.pinnedAt ?? LAST) ? -1 : 1;
    if (!isByTime(state.sort)) return 0;
    return isOlder(a, b) === (state.sort === 'oldest') ? -1 : 1;
  };
  return { ...state, roots: known.sort(order).map(({ id }) => id) };
}

const LAST = '~'; // after every moment

const pinnedAt = ({ comments }: ThreadState, id: CommentId): string | null => comments.get(id)?.pinnedAt ?? null;

/** Whether only its author may see it. */
export const isUnpublished = (comment: ShownComment): comment is OwnCommentView =>
  comment.state === 'held' || comment.state === 'refused';

/** The larger `v` of a comment wins; at the same `v` the author's own view, which says more. */
export function merged(known: Comments, views: readonly ShownComment[]): Map<CommentId, ShownComment> {
  const comments = new Map(known);
  for (const view of views) {
    const there = comments.get(view.id);
    const says =
      view.v - (there?.v ?? 0) || Number('reasons' in view) - Number(there !== undefined && 'reasons' in there);
    if (says > 0) comments.set(view.id, there === undefined ? view : recounted(view, there.tally));
    else if (there !== undefined) comments.set(view.id, recounted(there, view.tally));
  }
  return comments;
}
