import type { ReasonCode } from '../../moderation.ts';
import type { Message } from '../format.ts';

/** Every sentence the readers' widget shows. A sentence missing in a language does not compile. */
export interface ReaderSentences {
  articleQuestion: Message;
  like: Message;
  likes: Message;
  heading: Message;
  write: Message;
  loading: Message;
  loadFailed: Message;
  retry: Message;
  count: Message;
  empty: Message;
  sort: Message;
  newest: Message;
  oldest: Message;
  fresh: Message;
  more: Message;
  moreReplies: Message;
  /** On a button that folds or opens the replies below a comment. */
  replies: Message;
  reply: Message;
  replyTo: Message;
  inReplyTo: Message;
  link: Message;
  copied: Message;
  linked: Message;
  linkGone: Message;
  staff: Message;
  you: Message;
  spoiler: Message;
  removed: Message;
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
  text: Message;
  name: Message;
  email: Message;
  emailWhy: Message;
  remember: Message;
  rememberWhy: Message;
  submit: Message;
  sending: Message;
  cancel: Message;
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
  /** Name of the button; `n` is the number of unread notifications. */
  button: Message;
  none: Message;
  reply: Message;
  unread: Message;
  readAll: Message;
  close: Message;
}
