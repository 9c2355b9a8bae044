import type { Message } from '../format.ts';

/** What few who write are told; loaded when one of them is. */
export interface ComposerSentences {
  /** How much room there is near the end of what a text may have, and how much is too much. */
  left: Message;
  over: Message;
  /** Why a comment was not taken for now, and when the next try makes sense. */
  tooMany: Message;
  retryAt: Message;
  /** On the button that sends, until then. */
  waitUntil: Message;
  /** How many people can be mentioned whose names begin as typed after an @. */
  mentions: Message;
}
