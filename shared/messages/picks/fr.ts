import type { PicksSentences } from './sentences.ts';

export const fr: PicksSentences = {
  which: 'Commentaires affichés',
  all: 'Tous les commentaires',
  picks: 'Choix de la rédaction ({n})',
  mark: 'Choix de la rédaction',
  inDiscussion: 'Voir dans la discussion',
};
