/**
 * Both directions of the socket, typed. Commands go over HTTP, news comes over the socket: a client only says where it
 * listens. Thread news carries the thread's sequence; on a gap the client asks GET changes and applies what comes
 * idempotently, the newer `v` of a comment winning.
 */
import type { BulkView } from './bulk.ts';
import type { CommentView, OwnCommentView, Pace, ReactionCounts, ThreadChanges } from './comment.ts';
import type { HotThreads } from './heat.ts';
import type { EventType } from './moderation.ts';
import type { NotificationView } from './notification.ts';
import type { ProblemDocument } from './problem.ts';
import type { ReaderStanding } from './standing.ts';
import type { ClaimView, ReviewCard, ReviewFigures } from './review.ts';
import type { Rating, Tally } from './votes.ts';

/** Sent in the `auth` payload of the handshake. Readers give `site`, `threads` and `token`, the console gives `ticket` and `desk`. */
export interface HandshakeAuth {
  /** The console's window, whose claims end with this socket. */
  desk?: string;
  site?: string;
  token?: string | null;
  /** Keys of threads that are joined with that, ten at most. Then `joined` follows. */
  threads?: readonly string[];
  /** Of who comes back: the last change known of each of these, in the same order. What came since is told with `joined`. */
  since?: readonly (number | null)[] | undefined;
  ticket?: string;
}

/** Where a thread is, as of a moment after its room was joined. */
export interface JoinedThread {
  threadId: string;
  seq: number;
  pace: Pace;
}

/** The same to who has said up to where they know it: with what came since, as `GET changes` answers it, unless that is long. */
export type RejoinedThread = (JoinedThread & { comments?: undefined }) | ThreadChanges;

export interface ThreadNews {
  threadId: string;
  seq: number;
  /** Published comments of the thread after this change. */
  count: number;
}

export interface ServerToClient {
  /** Once, before everything else, to whoever named threads at the handshake: each of those, and what is unread; null without a token. */
  joined: (here: { threads: ({ thread: string } & RejoinedThread)[]; unread: number | null }) => void;
  /** It came into sight, or was edited or pinned there, or is pinned no more. */
  'comment:published': (news: ThreadNews & { comment: CommentView }) => void;
  'comment:removed': (news: ThreadNews & { comment: CommentView }) => void;
  'reaction:changed': (news: { threadId: string; reactions: ReactionCounts }) => void;
  'rating:changed': (news: { threadId: string; rating: Rating }) => void;
  /** New counts of comments; of two the larger `v` is the newer. Several votes in a moment are told together. */
  'votes:counted': (news: { threadId: string; tallies: { id: string; tally: Tally }[] }) => void;
  /** The thread boils over, or has cooled down; it was closed, or reopened. */
  'thread:paced': (news: { threadId: string; pace: Pace }) => void;
  /** To the author alone, in all tabs: what became of a comment, and what they did about it in another one. */
  'comment:decided': (news: { threadId: string; comment: OwnCommentView; what: EventType }) => void;
  /** To one reader alone: moderators have done something about them, or taken it back. */
  'standing:changed': (news: { standing: ReaderStanding | null }) => void;
  'notification:created': (news: { item: NotificationView; unread: number }) => void;
  'notification:read': (news: { ids: string[]; unread: number }) => void;
  /** To moderators: a comment joined the review queue, or moved or changed within it. */
  'review:opened': (news: { card: ReviewCard }) => void;
  /** It waits no more. */
  'review:closed': (news: { card: ReviewCard }) => void;
  /** Somebody is at a comment, or no longer; `v` is the version of the comment this is known of. */
  'review:claimed': (news: { id: string; v: number; claim: ClaimView | null }) => void;
  /** How far an act on many comments has come. */
  'bulk:progress': (bulk: BulkView) => void;
  /** How much waits where, after any change; several changes in a moment are told together. */
  'review:figures': (news: ReviewFigures) => void;
  /** To moderators of a site: it is removed, and there is nothing of it any more. */
  'site:removed': (news: { site: { id: string; name: string } }) => void;
  /** To moderators: everything that boils over now. */
  'heat:changed': (news: HotThreads) => void;
}

export type Ack<T> = (answer: ({ ok: true } & T) | { ok: false; problem: ProblemDocument }) => void;

export interface ClientToServer {
  'thread:join': (where: { thread: string }, ack: Ack<JoinedThread>) => void;
  'thread:leave': (where: { thread: string }, ack: Ack<object>) => void;
  /** A reader who became a guest after connecting joins their own room. */
  'person:join': (who: { token: string }, ack: Ack<{ unread: number }>) => void;
}
