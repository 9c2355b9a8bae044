import type { Message } from '../format.ts';

/** The editor's picks of a discussion; loaded where there are any. */
export interface PicksSentences {
  /** Of the two buttons that follow. */
  which: Message;
  all: Message;
  picks: Message;
  /** On a comment that is one. */
  mark: Message;
  inDiscussion: Message;
}
