import type { Message } from '../format.ts';

/** Titles of a feed and of what is in it. Names and titles come isolated, whichever direction they are written in. */
export interface FeedSentences {
  /** Of all comments of a site. */
  ofSite: Message;
  /** Of the comments of one article, whose title is known. */
  ofThread: Message;
  /** One comment: by whom and, where that is known, about which article. */
  by: Message;
  byOn: Message;
  /** Over a comment: what is asked beside the passage of the article it is about. */
  about: Message;
}
