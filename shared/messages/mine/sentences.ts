import type { OwnListed } from '../../own.ts';
import type { Message } from '../format.ts';

/** What is said in the dialog with all that is a reader's own. */
export interface MineSentences {
  close: Message;
  /** On the tabs: what the reader has written, what they are told of, and where they are signed in. */
  tabs: Record<'comments' | 'follows' | 'account', Message>;
  states: Record<OwnListed['state'], Message>;
  /** In the place of a text that is not kept any more. */
  wiped: Message;
  none: Message;
  more: Message;
  /** In the place of a discussion's title that was never told. */
  untitled: Message;
  /** What is asked beside the passage of the article a comment is about. */
  about: Message;
  /** Above what can be done with everything at once. */
  yours: Message;
  export: Message;
  exportWhy: Message;
  exported: Message;
  /** To delete every comment: the button, the first question, what follows from it, and the last word; `n` of comments. */
  erase: Message;
  eraseAsk: Message;
  /** `n` is the number of days until the texts are wiped. */
  eraseWhy: Message;
  eraseYes: Message;
  /** The same for all there is about the reader. */
  forget: Message;
  forgetAsk: Message;
  /** `forgetAsk` for who has no comments. */
  forgetAskNone: Message;
  forgetWhy: Message;
  forgetYes: Message;
  goOn: Message;
  /** Asked once more before it is done. */
  sure: Message;
  /** How far it is: `done` of `n`. */
  running: Message;
  erased: Message;
  forgotten: Message;
}
