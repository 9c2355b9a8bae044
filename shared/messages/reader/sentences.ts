import type { Message } from '../format.ts';

/**
 * What the readers' widget says at first sight, kept apart from what it only says to people who act, so that reading loads
 * little. A sentence missing in a language does not compile.
 */
export interface ReaderSentences {
  articleQuestion: Message;
  like: Message;
  likes: Message;
  heading: Message;
  write: Message;
  writeLabel: Message;
  loadFailed: Message;
  retry: Message;
  count: Message;
  empty: Message;
  sort: Message;
  newest: Message;
  oldest: Message;
  best: Message;
  top: Message;
  hot: Message;
  reacted: Message;
  /** Names of the buttons below a comment, and how many have pressed them. */
  up: Message;
  down: Message;
  ups: Message;
  downs: Message;
  more: Message;
  moreReplies: Message;
  /** On a button that folds or opens the replies below a comment. */
  replies: Message;
  reply: Message;
  replyTo: Message;
  inReplyTo: Message;
  link: Message;
  staff: Message;
  you: Message;
  /** On the button under a text that is cut short. */
  readMore: Message;
  spoiler: Message;
  removed: Message;
  /** Beside the time of a comment whose author has changed it since. */
  edited: Message;
  /** On a comment that stands before all others. */
  pinned: Message;
}
