import type { SearchSentences } from './search-sentences.ts';

export const searchFr: SearchSentences = {
  search: {
    results: 'Résultats',
    vis: 'Pour les lecteurs',
    state: 'Décision',
    span: 'Postés depuis',
    go: 'Chercher',
    everywhere: 'Chercher chez tous les auteurs, dans toutes les discussions',
    open: 'Détails',
    searching: 'Recherche…',
    searchedTo: 'Recherche menée jusqu’au {when}. Il reste des commentaires plus anciens.',
    nothing: 'Aucun commentaire ne correspond.',
    all: {
      one: '{n} commentaire\u00a0; la recherche est complète.',
      other: '{n} commentaires\u00a0; la recherche est complète.',
    },
    more: 'Poursuivre la recherche',
  },
  searchStates: {
    none: 'Aucune, les règles ont suffi',
    open: 'En attente',
    escalated: 'Transmise à un administrateur',
    closed: 'Prise',
  },
};
