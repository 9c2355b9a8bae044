import type { CommentId, PersonId, SiteId, ThreadId } from '../../shared/ids.ts';

/** Why somebody is told of a comment, strongest first. */
export type LetterReason = 'reply' | 'mention' | 'branch' | 'author' | 'thread';

/** What a letter is about. No words of others are kept with it: they are read when it is sent, as what was hidden since is not told. */
export type LetterSubject =
  /** Asks whether the address is theirs. */
  | { kind: 'confirm' }
  | { kind: 'comment'; commentId: CommentId; threadId: ThreadId; reasons: LetterReason[] }
  /** What became of a comment of their own. */
  | { kind: 'verdict'; commentId: CommentId; threadId: ThreadId; outcome: 'held' | 'published' | 'refused' };

/**
 * waiting: to be sent when it is due; sent: a mail server has taken it; dead: it could not be sent, and waits for somebody to look
 * at it; dropped: there was no reason to send it any more.
 */
export const LETTER_STATES = ['waiting', 'sent', 'dead', 'dropped'] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** One thing somebody is told by mail. Several that are due together go in one mail. */
export interface LetterDoc<What extends LetterSubject = LetterSubject> {
  /** Made of whom it is to and what it is about, which is what "once" rests on. */
  _id: string;
  siteId: SiteId;
  personId: PersonId;
  /** Stands for the address at this site: whoever has the same one is the same reader to mail. */
  key: string;
  /** The address; gone once it is sent or dropped. */
  to?: string;
  /** Language of the mail, BCP 47. */
  lang: string;
  what: What;
  state: LetterState;
  /** When it is to be taken up next: first when it is due, then when the lease of who sends it lapses, or when it is tried again. */
  dueAt: Date;
  /** The mail it goes in; absent until it is first taken up. What became due later goes in another one. */
  batch?: string;
  /** How often it was tried without success. */
  attempts: number;
  /** Why it was not sent, the last time. */
  error?: string;
  createdAt: Date;
  /** When it was sent, given up or dropped. */
  doneAt?: Date;
}
