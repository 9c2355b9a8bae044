import type { FeedSentences } from './sentences.ts';

export const en: FeedSentences = {
  ofSite: 'Comments on {site}',
  ofThread: 'Comments on “{title}”',
  by: 'Comment by {name}',
  byOn: 'Comment by {name} on “{title}”',
  about: 'About “{question}”',
};
