import type { ReasonCode } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** What the readers' widget says once a reader acts or is told something in person. */
export interface ActingSentences {
  fresh: Message;
  copied: Message;
  linkGone: Message;
  held: Message;
  heldWhy: Message;
  refused: Message;
  reasons: Record<ReasonCode, Message>;
  posted: Message;
  postedHeld: Message;
  approved: Message;
  answered: Message;
  failed: Message;
  writing: WritingSentences;
  bell: BellSentences;
}

/** The open composer. */
export interface WritingSentences {
  name: Message;
  email: Message;
  emailWhy: Message;
  remember: Message;
  rememberWhy: Message;
  submit: Message;
  sending: Message;
  cancel: Message;
  /** Asked before a draft is thrown away, and the two answers. */
  discard: Message;
  discardYes: Message;
  discardNo: Message;
  left: Message;
  over: Message;
  unreachable: Message;
  unavailable: Message;
  retryAt: Message;
  toolbar: Message;
  bold: Message;
  italic: Message;
  strike: Message;
  quote: Message;
  code: Message;
  list: Message;
  anchor: Message;
  spoiler: Message;
}

export interface BellSentences {
  title: Message;
  /** Name of the button; `n` is the number of unread notifications, which is seen on it and so has to be said as well. */
  button: Message;
  none: Message;
  reply: Message;
  unread: Message;
  readAll: Message;
}
