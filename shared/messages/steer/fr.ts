import type { SteerSentences } from './sentences.ts';

export const fr: SteerSentences = {
  moderate: 'Modérer',
  comment: 'Modérer le commentaire de {name} (nouvelle fenêtre)',
  discussion: 'Modérer la discussion (nouvelle fenêtre)',
  stop: 'Ne plus afficher',
  stopAll: 'Ne plus afficher ces boutons',
};
