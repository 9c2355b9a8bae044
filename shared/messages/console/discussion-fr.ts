import type { DiscussionSentences } from './discussion-sentences.ts';

export const discussionFr: DiscussionSentences = {
  heat: {
    slow: '{title}\u00a0: discussion très active ({n} commentaires en une minute, il y a {age})\u00a0; un commentaire par personne toutes les {every} s.',
    premod: {
      one: '{title}\u00a0: {n} commentaire sur {of} refusé ou retenu en dix minutes (il y a {age})\u00a0; tous attendent un modérateur.',
      other:
        '{title}\u00a0: {n} commentaires sur {of} refusés ou retenus en dix minutes (il y a {age})\u00a0; tous attendent un modérateur.',
    },
  },
  onPage: {
    title: 'Modérer sur la page',
    see: 'Voir sur la page',
    isPinned: 'Épinglé',
    pin: 'Épingler en tête',
    unpin: 'Détacher',
    isFeatured: 'Choix de la rédaction',
    feature: 'Ajouter aux choix de la rédaction',
    unfeature: 'Retirer des choix de la rédaction',
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
