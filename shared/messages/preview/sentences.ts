import type { Message } from '../format.ts';

/** What is said to whoever looks at a comment before it is posted, or asks what the marks mean. */
export interface PreviewSentences {
  /** In the place of a preview while nothing is written. */
  nothing: Message;
  /** Over the two columns of the list of marks. */
  written: Message;
  seen: Message;
  paragraphs: Message;
  /** `key` is the name of the key that is held, as it stands on this machine's keyboard. */
  sends: Message;
}
