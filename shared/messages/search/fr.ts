import type { SearchSentences } from './sentences.ts';

export const fr: SearchSentences = {
  field: 'Rechercher dans les commentaires',
  submit: 'Lancer la recherche',
  close: 'Fermer la recherche',
  searching: 'Recherche en cours…',
  found: {
    one: '{n} commentaire trouvé',
    many: '{n} de commentaires trouvés',
    other: '{n} commentaires trouvés',
  },
  foundSoFar: {
    one: '{n} commentaire trouvé pour l’instant',
    many: '{n} de commentaires trouvés pour l’instant',
    other: '{n} commentaires trouvés pour l’instant',
  },
  none: 'Aucun commentaire ne contient ces mots.',
  noneSoFar: 'Rien trouvé parmi les commentaires les plus récents.',
  goOn: 'Chercher plus loin',
  feed: 'Suivre cette discussion par flux (Atom)',
};
