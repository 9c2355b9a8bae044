import type { FeedSentences } from './sentences.ts';

export const ar: FeedSentences = {
  ofSite: 'التعليقات على {site}',
  ofThread: 'التعليقات على «{title}»',
  by: 'تعليق من {name}',
  byOn: 'تعليق من {name} على «{title}»',
  about: 'حول «{question}»',
};
