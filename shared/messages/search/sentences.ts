import type { Message } from '../format.ts';

/** The search in a discussion; loaded when somebody opens it. */
export interface SearchSentences {
  /** At the field. */
  field: Message;
  submit: Message;
  close: Message;
  searching: Message;
  found: Message;
  /** So far: not everything has been looked at. */
  foundSoFar: Message;
  none: Message;
  noneSoFar: Message;
  goOn: Message;
  /** For programs that follow pages. */
  feed: Message;
}
