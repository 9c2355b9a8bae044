import type { Message } from '../format.ts';

/** Said over the composer of a discussion that boils over or is closed; loaded only there. */
export interface PaceSentences {
  /** `n` is how many seconds each person waits between two comments. */
  slow: Message;
  premod: Message;
  closed: Message;
  /** To whoever is writing there. */
  closedWriting: Message;
}
