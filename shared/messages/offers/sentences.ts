import type { Message } from '../format.ts';

/** What is said about reactions to comments and stars for the article, on sites that offer them. */
export interface OfferSentences {
  /** On the button that shows the emoji to choose from. */
  react: Message;
  /** Names of one emoji's button, and how many have chosen it. */
  reactWith: Message;
  reacted: Message;
  /** Names of one star's button: gives so many, or takes them back. */
  rate: Message;
  /** `average` of `most`, of so many people. */
  rated: Message;
  unrated: Message;
}
