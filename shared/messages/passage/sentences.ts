import type { Message } from '../format.ts';

/** Name of the bubble at the end of a marked passage, which opens its discussion: with the question asked there, and without. */
export interface PassageSentences {
  question: Message;
  passage: Message;
  /** Of a comment: which passage of the article it is about, by the question asked there or without one. */
  about: Message;
  aboutPart: Message;
}
