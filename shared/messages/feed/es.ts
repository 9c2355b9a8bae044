import type { FeedSentences } from './sentences.ts';

export const es: FeedSentences = {
  ofSite: 'Comentarios en {site}',
  ofThread: 'Comentarios sobre «{title}»',
  by: 'Comentario de {name}',
  byOn: 'Comentario de {name} sobre «{title}»',
  about: 'Sobre «{question}»',
};
