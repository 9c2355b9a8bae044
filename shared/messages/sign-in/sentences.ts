import type { Message } from '../format.ts';

/** Signing in, and where somebody is signed in; loaded once a reader wants that, or comes back to it by a link. */
export interface SignInSentences {
  title: Message;
  /** What it is good for. */
  why: Message;
  close: Message;
  /** The ways: with the account the reader has at the site, with that of a provider called `name`, by mail. */
  bySite: Message;
  byProvider: Message;
  byMail: Message;
  address: Message;
  sendCode: Message;
  /** A letter is on its way to `address`; what is in it is good for `n` minutes. */
  sent: Message;
  code: Message;
  submit: Message;
  another: Message;
  anotherSent: Message;
  otherAddress: Message;
  stay: Message;
  stayWhy: Message;
  done: Message;
  /** Asked of who comes back by a link: `name` is an address, or a name at a provider's. */
  ask: Message;
  askNo: Message;
  /** It came to nothing at the provider's: the reader or the provider did not want it, or it cannot be reached. */
  refused: Message;
  unavailable: Message;
  /** Who is signed in, by `address`; or without one. */
  signedInAs: Message;
  signedIn: Message;
  sessions: Message;
  /** A browser on a system, such as Firefox on Android; and one that is not known. */
  device: Message;
  unknown: Message;
  here: Message;
  /** A session was last used at `time`. */
  used: Message;
  end: Message;
  ended: Message;
  endOthers: Message;
  othersEnded: Message;
  signOut: Message;
  signedOut: Message;
}
