import type { FeedSentences } from './sentences.ts';

export const pt: FeedSentences = {
  ofSite: 'Comentários em {site}',
  ofThread: 'Comentários sobre «{title}»',
  by: 'Comentário de {name}',
  byOn: 'Comentário de {name} sobre «{title}»',
  about: 'Sobre «{question}»',
};
