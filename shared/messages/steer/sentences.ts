import type { Message } from '../format.ts';

/** On the article, for moderators whose browser was told to show the way to the console. */
export interface SteerSentences {
  moderate: Message;
  /** Names of the buttons that say so, of a comment and of the discussion. */
  comment: Message;
  discussion: Message;
  /** No more of these buttons in this browser; the name says of which. */
  stop: Message;
  stopAll: Message;
}
