import type { Message } from '../format.ts';

/** What the readers' widget says once a reader acts or is told something in person. */
export interface ActingSentences {
  fresh: Message;
  /** On a comment that came since the reader's last visit. */
  isNew: Message;
  copied: Message;
  /** The clipboard is not ours: the reader copies the address themselves. */
  copyByHand: Message;
  linkGone: Message;
  /** At what helps against being forgotten when the tab is closed. */
  rememberMe: Message;
  posted: Message;
  postedHeld: Message;
  failed: Message;
  /** On the button that reports somebody else's comment. */
  report: Message;
  /** On the buttons of their author: the one that edits, with how many minutes `n` are left for it, and the one that takes back. */
  edit: Message;
  withdraw: Message;
  /** On the button to all that is the reader's own, and over what it opens. */
  mine: Message;
  /** On the button to the ways to sign in. */
  signIn: Message;
  /** On the button to what the reader may be told of in this discussion. */
  follow: Message;
  /** On the bell, and over the list behind it. */
  notifications: Message;
  /** The same where `n` of them are unread, which is seen on the bell and so has to be said as well. */
  unread: Message;
  /** Name of the button below somebody's comment to what may be done about it besides. */
  others: Message;
  /** On the button that opens the search in the discussion. */
  search: Message;
  writing: WritingSentences;
}

/** The open composer. */
export interface WritingSentences {
  name: Message;
  email: Message;
  /** The same where guests have to give one. */
  emailRequired: Message;
  emailWhy: Message;
  rememberWhy: Message;
  submit: Message;
  sending: Message;
  cancel: Message;
  /** Asked before a draft is thrown away, and the two answers. */
  discard: Message;
  discardYes: Message;
  discardNo: Message;
  /** On a comment that was sent and is not posted, and why if nobody was reached. */
  unsent: Message;
  unsentOffline: Message;
  /** The same for a comment with words its author is to be told of, who had gone on meanwhile. */
  unsentHints: Message;
  sendNow: Message;
  edit: Message;
  unavailable: Message;
  toolbar: Message;
  bold: Message;
  italic: Message;
  strike: Message;
  quote: Message;
  code: Message;
  list: Message;
  anchor: Message;
  spoiler: Message;
  /** On the button that says what the marks mean. */
  marks: Message;
  /** On the button that shows how the text will look. */
  preview: Message;
}
