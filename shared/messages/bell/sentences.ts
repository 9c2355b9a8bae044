import type { VerdictOutcome } from '../../notification.ts';
import type { Message } from '../format.ts';

/** The reader's notifications one by one; loaded once they turn to the bell, or are told of something as it comes. */
export interface BellSentences {
  none: Message;
  /** A notification that leads nowhere, as the article's address is not known. */
  nowhere: Message;
  /** In the place of an article's title that was never told. */
  untitled: Message;
  /** `who` in the sentences below, of somebody the reader follows; else that is their name alone. */
  followed: Message;
  /** Why the reader is told of a comment by `who`. */
  told: Record<Told, Message>;
  /** A report of the reader has been looked at, and what came of it. */
  report: Message;
  upheld: Message;
  dismissed: Message;
  /** What became of the reader's own comment. */
  verdicts: Record<VerdictOutcome, Message>;
  /** Below a refused one: what its line leads to. */
  appeal: Message;
  unread: Message;
  readAll: Message;
  more: Message;
}

/** An answer to the reader, a comment that names them, one in a branch or a discussion they follow, one by an author they follow. */
export type Told =
  | 'reply'
  | 'replyThread'
  | 'replyMention'
  | 'replyMentionThread'
  | 'mention'
  | 'mentionThread'
  | 'mentionBranch'
  | 'branch'
  | 'thread'
  | 'author';
