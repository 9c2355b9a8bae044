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
    searchedTo: 'Cherché jusqu’au {when}. Il y a d’autres commentaires, plus anciens.',
    nothing: 'Aucun commentaire ne correspond.',
    all: { one: '{n} commentaire, tout a été cherché.', other: '{n} commentaires, tout a été cherché.' },
    more: 'Chercher plus loin',
  },
  searchStates: {
    none: 'Aucune, les règles ont suffi',
    open: 'En attente',
    escalated: 'Transmise à un administrateur',
    closed: 'Prise',
  },
};
