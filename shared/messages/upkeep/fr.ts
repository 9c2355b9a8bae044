import type { UpkeepSentences } from './sentences.ts';

export const fr: UpkeepSentences = {
  reportWhy: 'Pourquoi signalez-vous ce commentaire\u00a0?',
  reasons: {
    abuse: 'Insultes ou attaques personnelles',
    hate: 'Haine ou discrimination',
    spam: 'Publicité',
    'off-topic': 'Hors sujet',
    illegal: 'Contraire à la loi',
    'private-data': 'Informations privées sur une personne',
    other: 'Une autre raison',
  },
  reportNote: 'Précisions (facultatives)',
  reportSend: 'Envoyer le signalement',
  reported: 'Merci, votre signalement a bien été reçu.',
  editLabel: 'Votre commentaire',
  save: 'Enregistrer',
  edited: 'Votre commentaire a été modifié.',
  editedHeld: 'Votre commentaire a été modifié. Il paraîtra dès qu’un modérateur l’aura lu.',
  withdrawAsk: 'Supprimer définitivement ce commentaire\u00a0?',
  withdrawYes: 'Supprimer',
  withdrawNo: 'Le garder',
  withdrawn: 'Votre commentaire est supprimé.',
  appeal: 'Contester',
  appealLabel: 'Pourquoi ce refus est-il une erreur\u00a0?',
  appealHint: 'Vous pouvez contester une seule fois. Un autre membre de la modération relira votre commentaire.',
  appealSend: 'Envoyer la contestation',
  appeals: {
    open: 'Vous avez contesté ce refus. Un autre membre de la modération relira votre commentaire.',
    upheld: 'Votre contestation a été examinée\u00a0: le refus est maintenu.',
    overturned: 'Votre contestation a été acceptée\u00a0: le commentaire est publié.',
  },
};
