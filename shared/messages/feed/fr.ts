import type { FeedSentences } from './sentences.ts';

export const fr: FeedSentences = {
  ofSite: 'Commentaires sur {site}',
  ofThread: 'Commentaires sur «\u00a0{title}\u00a0»',
  by: 'Commentaire de {name}',
  byOn: 'Commentaire de {name} sur «\u00a0{title}\u00a0»',
  about: 'À propos de «\u00a0{question}\u00a0»',
};
