import type { FeedSentences } from './sentences.ts';

export const it: FeedSentences = {
  ofSite: 'Commenti su {site}',
  ofThread: 'Commenti su «{title}»',
  by: 'Commento di {name}',
  byOn: 'Commento di {name} su «{title}»',
  about: 'A proposito di «{question}»',
};
