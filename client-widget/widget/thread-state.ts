import type { CommentView, OwnCommentView, Pace, ReactionCounts, ThreadPage } from '../../shared/comment.ts';
import type { ReaderStanding } from '../../shared/standing.ts';
import type { ToldHere } from '../../shared/told.ts';
import type { CommentId } from '../../shared/ids.ts';
import type { Offers, OwnVoice, Rating, Sort } from '../../shared/votes.ts';
import type { UnsentComment } from './unsent-comment.ts';

/** What a reader may see: everyone's comments, and their own that are held or were refused. */
export type ShownComment = CommentView | OwnCommentView;

export type Comments = ReadonlyMap<CommentId, ShownComment>;

/** One thread as this page knows it. Pure data; every change goes through `reduce`. */
export interface ThreadState {
  threadId: string | null;
  /** Nothing but what is about this passage of the article is known; null where everything is. */
  passage: string | null;
  sort: Sort;
  /** Every change of the thread up to here is applied. */
  seq: number;
  /** The largest sequence heard of; above `seq` there is a gap to be asked for. */
  ahead: number;
  count: number;
  reactions: ReactionCounts;
  reaction: 'like' | null;
  /** Stars of the article; null where the site asks for none. */
  rating: Rating | null;
  stars: number | null;
  /** What readers may say about comments, and what this one has said. */
  offers: Offers;
  voices: ReadonlyMap<string, OwnVoice>;
  pace: Pace;
  /** What moderators have done about the reader. */
  standing: ReaderStanding | null;
  /** What the reader is told of here, and authors they do not want to read; absent for nobody in particular. */
  told?: ToldHere | undefined;
  muted?: readonly string[] | undefined;
  comments: Comments;
  /** Top-level comments that are drawn, in order: what is pinned first, then the others by time, or as the page had them. */
  roots: readonly CommentId[];
  /** New top-level comments behind the "n new comments" bar. */
  waiting: readonly CommentId[];
  /** The editor's picks, and whether the reader looks at them alone. */
  featured: readonly CommentId[];
  picking: boolean;
  /** What the reader has sent and is not posted yet. */
  unsent: readonly UnsentComment[];
  next: string | null;
  /** Replies that are not here yet, by root. */
  more: Remainders;
  /** Root of the branch a permalink asked for that is not on the loaded pages; drawn first. */
  linked: CommentId | null;
}

/** Where a branch's replies go on, and how many there are. */
export interface Remainder {
  next: string;
  left: number;
}

export type Remainders = ReadonlyMap<CommentId, Remainder>;

export function emptyThread(sort: Sort): ThreadState {
  return {
    threadId: null,
    passage: null,
    sort,
    seq: 0,
    ahead: 0,
    count: 0,
    reactions: { like: 0 },
    reaction: null,
    rating: null,
    stars: null,
    offers: { votes: 'none', emojis: [], signIn: false, email: 'off', maxLength: 0 },
    voices: new Map(),
    pace: { everySeconds: null, premod: false, closed: false },
    standing: null,
    comments: new Map(),
    roots: [],
    waiting: [],
    featured: [],
    picking: false,
    unsent: [],
    next: null,
    more: new Map(),
    linked: null,
  };
}

/** A thread as its first page says. */
export function pageState(page: ThreadPage, sort: Sort): ThreadState {
  const { threadId, passage = null, seq, count, reactions, rating, offers, pace, featured, items, next } = page;
  return {
    ...emptyThread(sort),
    ...{ threadId, passage, seq, ahead: seq, count, reactions, rating, offers, pace, featured, next },
    comments: new Map(commentsOf(page).map((comment) => [comment.id, comment])),
    roots: items.map(({ root }) => root.id),
    more: remaindersOf(page),
  };
}

export const commentsOf = (page: ThreadPage): CommentView[] =>
  page.items.flatMap(({ root, replies }) => [root, ...replies]);

export function remaindersOf(page: ThreadPage): Map<CommentId, Remainder> {
  return new Map(
    page.items.flatMap(({ root, next, more }) => (next === null ? [] : [[root.id, { next, left: more }]])),
  );
}

export function isOlder(a: ShownComment, b: ShownComment): boolean {
  return a.createdAt === b.createdAt ? a.id < b.id : a.createdAt < b.createdAt;
}
