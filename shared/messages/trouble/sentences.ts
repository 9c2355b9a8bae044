import type { Message } from '../format.ts';

/** Said in the place of comments that cannot be had; loaded only there. */
export interface TroubleSentences {
  /** The page is not set up for them. Readers can do nothing about it. */
  unavailable: Message;
}
