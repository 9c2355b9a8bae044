import type { OnPageSentences } from './on-page-sentences.ts';

export const onPageFr: OnPageSentences = {
  onPage: {
    title: 'Modérer sur la page',
    see: 'Voir sur la page',
    isPinned: 'Épinglé',
    pin: 'Épingler en tête',
    unpin: 'Détacher',
    pinned: 'En tête de la discussion',
    undo: 'Annuler ma dernière action',
    count: { one: '{n} commentaire publié', other: '{n} commentaires publiés' },
    waiting: '{n} en attente\u00a0: ouvrir la file (nouvelle fenêtre)',
    open: 'La discussion est ouverte.',
    closed: 'Discussion fermée par {by}, {when}.',
    close: 'Fermer la discussion',
    closeHint:
      'Plus personne ne pourra y écrire ni modifier un commentaire. On pourra toujours la lire, réagir et signaler.',
    reopen: 'Rouvrir la discussion',
    reopenHint: 'Tout le monde pourra de nouveau y écrire.',
  },
};
